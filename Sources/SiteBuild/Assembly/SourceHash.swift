import SiteDigest
import SiteModel

/// The mark by which a translation says which state of the original it renders.
///
/// It is the beginning of the SHA-256 of the words that readers of the original meet and a
/// translator translates: the title, the subtitle, the summary, the alternative text and the caption
/// of the work's picture, and the text with its headings, tables, captions, alternative texts, code
/// and notes. How the words are marked up, broken into lines and paragraphs and linked is not in it,
/// nor are the names of notes and files.
enum SourceHash {
  /// Digits that ctsite writes; at least eight are read.
  static let usualLength = 12

  /// All 64 hexadecimal digits: of the words, with a space between two, in five lines for the fields
  /// and a sixth for the text.
  ///
  /// - Parameter text: the words of the text, as `MarkdownDocument.text` has them.
  static func digits(of edition: Edition, text: [UInt8]) -> String {
    var content: [UInt8] = []
    let fields = [
      edition.title, edition.subtitle, edition.summary, edition.metadata.image?.alt,
      edition.metadata.image?.caption,
    ]
    for field in fields {
      content.append(words: Array((field ?? "").utf8))
      content.append(UInt8(ascii: "\n"))
    }
    content.append(words: text)
    return Digest(.sha256, of: content).hexadecimal
  }
}

extension [UInt8] {
  fileprivate mutating func append(words text: [UInt8]) {
    reserveCapacity(count + text.count)
    var isFirst = true
    for word in text.split(whereSeparator: { $0 <= 0x20 }) {
      if !isFirst { append(UInt8(ascii: " ")) }
      append(contentsOf: word)
      isFirst = false
    }
  }
}
