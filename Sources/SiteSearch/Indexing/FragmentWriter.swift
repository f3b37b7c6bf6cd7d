import SiteDigest
import SiteHTML

/// Writes what results show: for each document its head, which has the beginning of its text, and
/// the whole text where the head does not hold it.
struct FragmentWriter: ~Copyable {
  /// How many documents share a folder.
  static let chunk = 256
  /// Texts up to this many bytes stand in the head as a whole.
  static let shortText = 2600
  /// How much of a longer text stands in the head, in bytes.
  static let leadLength = 700

  /// A fragment before compression.
  struct Fragment: Sendable {
    let path: String
    let bytes: [UInt8]
    let isHead: Bool
  }

  /// What is known of the fragments of a document that were written.
  struct Written: Sendable, Hashable {
    let fingerprint: Fingerprint
    /// Whether the head does not have the whole text.
    let hasMore: Bool

    init(fingerprint: Fingerprint, hasMore: Bool) {
      self.fingerprint = fingerprint
      self.hasMore = hasMore
    }

    init(_ fragments: [Fragment]) {
      fingerprint = Fingerprint(of: fragments.flatMap(\.bytes))
      hasMore = fragments.count > 1
    }

    func paths(of number: Int) -> [String] {
      [FragmentWriter.path(of: number)]
        + (hasMore ? [FragmentWriter.path(of: number, more: true)] : [])
    }
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
      path: Self.path(of: number),
      bytes: Self.head(
        document, text: isShort ? whole : Self.lead(of: whole), isWhole: isShort),
      isHead: true)
    if isShort { return [head] }
    return [head, Fragment(path: Self.path(of: number, more: true), bytes: whole, isHead: false)]
  }

  /// Where the fragments of a document are: by its number, so that an edited text changes no other
  /// file. Readers add the version of the folder to the address.
  static func path(of number: Int, more: Bool = false) -> String {
    let (folder, name) = number.quotientAndRemainder(dividingBy: chunk)
    return "\(SearchIndexWriter.folder)texts/\(folder)/\(name)\(more ? "-more" : "").bin"
  }

  /// The versions of all folders, eight hexadecimal digits for each: what is in them by the
  /// fingerprints of their documents.
  static func versions(_ documents: [KeptDocument]) -> String {
    var folders: [[UInt8]] = []
    for document in documents {
      let folder = document.number / chunk
      while folders.count <= folder { folders.append([]) }
      folders[folder].append(number: document.number)
      withUnsafeBytes(of: document.fragments.fingerprint.low.littleEndian) { folders[folder] += $0 }
    }
    return folders.map { String(Digest(of: $0).hexadecimal.prefix(8)) }.joined()
  }

  private static func head(
    _ document: SearchDocument, text: [UInt8], isWhole: Bool
  ) -> [UInt8] {
    let value = JSONValue.object([
      "url": .string(document.url), "title": .string(document.title),
      "lang": .string(document.language), "date": .string(document.date),
      "authors": .array(document.authors.map { .string($0.name) }),
      "topics": .array(document.topics.map { .string($0.name) }),
      "retracted": document.isRetracted ? .flag(true) : nil,
      "more": .flag(!isWhole), "text": .string(String(decoding: text, as: UTF8.self)),
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
