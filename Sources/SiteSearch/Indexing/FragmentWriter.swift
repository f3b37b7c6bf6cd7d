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

  /// A tighter compression would save 1 % of the heads and 4 % of the whole texts, for half as much
  /// time again and twice the time.
  private let deflate = Deflate(level: 1)

  /// The fragment as it is stored.
  func compressed(_ fragment: Fragment) -> [UInt8] { deflate.compress(fragment.bytes) }

  func fragments(of document: SearchDocument, text: [UInt8], number: Int) -> [Fragment] {
    let whole = Self.whole(document, text)
    let isShort = whole.count <= Self.shortText
    let head = Fragment(
      path: Self.path(of: number),
      bytes: Self.head(document, text: isShort ? whole : Self.lead(of: whole), isWhole: isShort))
    if isShort { return [head] }
    return [head, Fragment(path: Self.path(of: number, more: true), bytes: whole)]
  }

  /// The text behind the summary, which is a line, unless it begins with it.
  private static func whole(_ document: SearchDocument, _ text: [UInt8]) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    let summary = document.summary.utf8.map { $0 == newline ? UInt8(ascii: " ") : $0 }
    return summary.isEmpty || text.starts(with: summary) ? text : summary + [newline] + text
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
    var json = JSONWriter()
    json.object { json in
      json.string("url", document.url)
      json.string("title", document.title)
      json.string("lang", document.language)
      json.string("date", document.date)
      json.strings("authors", document.authors.map(\.name))
      json.strings("topics", document.topics.map(\.name))
      if document.isRetracted { json.flag("retracted", true) }
      json.flag("more", !isWhole)
      json.string("text", String(decoding: text, as: UTF8.self))
    }
    return json.bytes
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
