import SiteDiagnostics

/// Reads YAML with libyaml into values that know their places.
///
/// Accepted is what front matter and registries need: one document of mappings, lists and text.
/// Anchors, aliases, tags, merge keys and keys that are not text are refused with a reason, so that
/// no file can grow beyond what is written in it.
public enum YAMLReader {
  /// How deep values may stand in one another.
  public static let maximumDepth = 64
  /// The most bytes that are read as YAML; no registry of a portal comes near it.
  public static let maximumBytes = 8 << 20

  /// Reads a file, or a part of it.
  ///
  /// - Parameter bytes: the part to read, nil for the whole file; the front matter of an article.
  /// - Returns: the root, nil where the file is empty or cannot be read as YAML, and what is wrong.
  public static func read(_ file: SourceFile, bytes: Range<Int>? = nil)
    -> (root: YAMLNode?, diagnostics: [Diagnostic])
  {
    let range = bytes ?? (file.startsWithByteOrderMark ? 3 : 0)..<file.bytes.count
    guard range.count <= maximumBytes else {
      return (nil, [.yamlTooLarge(at: file.location, maximumBytes: maximumBytes)])
    }
    let result = read(file, range, bytes: file.bytes[range])
    guard let control = result.unreadableControl else { return (result.root, result.diagnostics) }
    let readable = read(file, range, bytes: file.bytes[range].withSpacesForControls)
    return (
      readable.root,
      [.yamlLatinControl(file.bytes[control + 1], at: file.location(atByte: control))]
        + readable.diagnostics
    )
  }

  private struct Reading {
    var root: YAMLNode?
    var diagnostics: [Diagnostic]
    /// The offset of a control character from U+0080 to U+009F, which libyaml does not read.
    var unreadableControl: Int?
  }

  /// - Parameter bytes: those of the range, or others of the same length in their place.
  private static func read(
    _ file: SourceFile, _ range: Range<Int>, bytes: ArraySlice<UInt8>
  ) -> Reading {
    bytes.withUnsafeBufferPointer { input in
      let stream = EventStream(input, base: range.lowerBound)
      var builder = TreeBuilder(file: file, stream: stream)
      do throws(TreeBuilder.Failure) {
        let root = try builder.document()
        return Reading(root: root, diagnostics: builder.takeDiagnostics())
      } catch {
        return Reading(
          diagnostics: builder.takeDiagnostics() + [error.diagnostic(in: file, range)],
          unreadableControl: error.unreadableControl(in: file))
      }
    }
  }
}

extension TreeBuilder.Failure {
  fileprivate func unreadableControl(in file: SourceFile) -> Int? {
    guard case .syntax(let problem) = self,
      case .reported("control characters are not allowed", _) = problem.kind,
      file.bytes[problem.byte] == 0xC2
    else { return nil }
    return problem.byte
  }
}

extension ArraySlice<UInt8> {
  /// With no-break spaces, which are as long, in place of the controls from U+0080 to U+009F.
  ///
  /// They come from text that was decoded from the wrong code page. U+0085, a line's end to YAML,
  /// is left alone.
  fileprivate var withSpacesForControls: Self {
    var bytes = self
    for index in indices.dropLast()
    where self[index] == 0xC2 && 0x80...0x9F ~= self[index + 1] && self[index + 1] != 0x85 {
      bytes[index + 1] = 0xA0
    }
    return bytes
  }
}

extension SourceFile {
  /// True when the file begins with U+FEFF, as some Windows editors save it.
  public var startsWithByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }
}
