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
    return file.bytes[range].withUnsafeBufferPointer { input in
      let stream = EventStream(input, base: range.lowerBound)
      var builder = TreeBuilder(file: file, stream: stream)
      do throws(TreeBuilder.Failure) {
        let root = try builder.document()
        return (root, builder.takeDiagnostics())
      } catch {
        return (nil, builder.takeDiagnostics() + [error.diagnostic(in: file, range)])
      }
    }
  }
}

extension SourceFile {
  /// True when the file begins with U+FEFF, as some Windows editors save it.
  public var startsWithByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }
}
