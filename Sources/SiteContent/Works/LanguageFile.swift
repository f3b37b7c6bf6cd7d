import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML

/// One file of a work: its front matter as written, and where its text lies.
struct LanguageFile: Sendable {
  let language: LanguageCode
  let source: EditionSource
  private(set) var fields: FrontMatter

  /// Whether the file is read as a translation though it does not say that it is one.
  private(set) var isPresumedTranslation = false

  var isTranslation: Bool { fields.translation != nil }

  /// The file as a translation, where it does not say that it is one, which is an error.
  var asTranslation: LanguageFile {
    guard !isTranslation else { return self }
    var file = self
    file.isPresumedTranslation = true
    file.fields.translation = Located(
      FrontMatter.TranslationNote(method: .human), bytes: fields.title?.bytes ?? 0..<0)
    return file
  }

  /// Whether anything follows the front matter.
  var hasText: Bool { source.file.bytes[source.body].contains { $0 > 0x20 } }

  func place(_ bytes: Range<Int>) -> SourceLocation {
    source.file.location(atByte: bytes.lowerBound)
  }

  /// Reads a file.
  ///
  /// - Returns: nil, and why, for a file whose front matter cannot be read at all.
  static func read(
    _ path: String, language: LanguageCode, configuration: SiteConfiguration,
    in folder: SiteFolder
  ) throws(EnvironmentFailure) -> (file: LanguageFile?, diagnostics: [Diagnostic]) {
    var (read, diagnostics) = try TextFile.read(path, in: folder)
    guard let read else { return (nil, diagnostics) }
    let (text, found) = HiddenCharacters.removeForbidden(from: read)
    diagnostics += found
    if text.startsWithByteOrderMark {
      diagnostics.append(.byteOrderMark(at: text.location(atByte: 0)))
    }
    let bounds: FrontMatterBounds
    do throws(FrontMatterBounds.Malformed) {
      bounds = try FrontMatterBounds(of: text)
    } catch {
      return (nil, diagnostics + [error.diagnostic])
    }
    let (root, problems) = YAMLReader.read(text, bytes: bounds.frontMatter)
    diagnostics += problems
    guard let root = root ?? emptyRoot(bounds.frontMatter, problems) else {
      return (nil, diagnostics)
    }
    diagnostics += HiddenCharacters.check(root, in: text)
    var reader = MappingReader(
      root, in: text, known: FrontMatter.keys, mappings: FrontMatter.mappings)
    if !root.isMapping { return (nil, diagnostics + reader.diagnostics) }
    let languages = configuration.languages.map(\.code)
    let fields = FrontMatter(&reader, languages: languages, zone: configuration.timeZone)
    diagnostics += reader.diagnostics
    let source = EditionSource(file: text, body: bounds.body, stored: read.bytes)
    return (LanguageFile(language: language, source: source, fields: fields), diagnostics)
  }

  /// Front matter without a line in it is a mapping without keys.
  private static func emptyRoot(_ bytes: Range<Int>, _ problems: [Diagnostic]) -> YAMLNode? {
    problems.isEmpty ? YAMLNode(.null, bytes: bytes.lowerBound..<bytes.lowerBound) : nil
  }
}

extension YAMLNode {
  /// Whether it has keys, or nothing at all.
  fileprivate var isMapping: Bool {
    switch content {
    case .mapping, .null: true
    case .scalar, .sequence: false
    }
  }
}
