import SiteDigest
import SiteHTML

/// Writes what results show: for each document its head, which has the beginning of its text, and
/// the whole text where the head does not hold it.
struct FragmentWriter: ~Copyable {
  /// How many documents share a folder, whose name is the digest of their fragments.
  static let chunk = 256
  /// Texts up to this many bytes stand in the head as a whole.
  static let shortText = 2600
  /// How much of a longer text stands in the head, in bytes.
  static let leadLength = 700

  /// A fragment before compression.
  struct Fragment: Sendable {
    let name: String
    let bytes: [UInt8]
    let isHead: Bool
  }

  /// Ten heads are fetched for a page of results, but at most two whole texts, of which a tighter
  /// compression would save 4 % for twice the time.
  private let heads = Deflate(level: 6)
  private let texts = Deflate(level: 1)

  /// The fragment as it is stored.
  func compressed(_ fragment: Fragment) -> [UInt8] {
    fragment.isHead ? heads.compress(fragment.bytes) : texts.compress(fragment.bytes)
  }

  func fragments(of document: SearchDocument, text: [UInt8], number: Int) -> [Fragment] {
    var whole = text
    let summary = document.summary.replacing("\n", with: " ")
    if !summary.isEmpty, !whole.starts(with: summary.utf8) {
      whole = Array(summary.utf8) + [UInt8(ascii: "\n")] + whole
    }
    let isShort = whole.count <= Self.shortText
    let head = Fragment(
      name: "\(number).bin",
      bytes: Self.head(
        document, text: isShort ? whole : Self.lead(of: whole), isWhole: isShort),
      isHead: true)
    if isShort { return [head] }
    return [head, Fragment(name: "\(number)-more.bin", bytes: whole, isHead: false)]
  }

  /// The folder of consecutive documents' fragments, named by the digests of them all.
  static func folder(of fragments: [Fragment]) -> String {
    let digests = fragments.flatMap { Array($0.name.utf8) + Digest(of: $0.bytes).bytes }
    return String(Digest(of: digests).hexadecimal.prefix(8))
  }

  private static func head(
    _ document: SearchDocument, text: [UInt8], isWhole: Bool
  ) -> [UInt8] {
    let value = JSONValue.object([
      ("url", .string(document.url)), ("title", .string(document.title)),
      ("lang", .string(document.language)), ("date", .string(document.date)),
      ("authors", .array(document.authors.map { .string($0.name) })),
      ("topics", .array(document.topics.map { .string($0.name) })),
      ("more", .flag(!isWhole)), ("text", .string(String(decoding: text, as: UTF8.self))),
    ])
    return value.bytes
  }

  /// The beginning of a text up to the end of a word, and that it goes on.
  private static func lead(of text: [UInt8]) -> [UInt8] {
    let beginning = text[..<leadLength]
    let end =
      beginning.lastIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      ?? beginning.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
    return beginning[..<end] + Array(" …".utf8)
  }
}
