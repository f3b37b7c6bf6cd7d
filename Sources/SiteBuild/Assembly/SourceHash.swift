import SiteDigest
import SiteModel

/// The mark by which a translation says which state of the original it renders.
///
/// It is the beginning of a hash of the words that readers of the original meet and a translator
/// translates: the title, the subtitle, the summary, the alternative text and the caption of the
/// work's picture, and the text with its headings, tables, captions, alternative texts, code and
/// notes. How the words are marked up, broken into lines and paragraphs and linked is not in it, nor
/// are the names of notes and files.
enum SourceHash {
  /// Digits that ctsite writes; at least eight are read.
  static let usualLength = 12

  /// All 32 hexadecimal digits: the fingerprint of five lines for the fields and a sixth with the
  /// fingerprint of the text's words.
  static func digits(of edition: Edition, words: Fingerprint) -> String {
    var content: [UInt8] = []
    let fields = [
      edition.title, edition.subtitle, edition.summary, edition.metadata.image?.alt,
      edition.metadata.image?.caption,
    ]
    for field in fields {
      content += Array((field ?? "").utf8).withSingleSpaces
      content.append(UInt8(ascii: "\n"))
    }
    content.append(contentsOf: words.hexadecimal.utf8)
    return Fingerprint(of: content).hexadecimal
  }

  /// What is kept of a text, UTF-8: the fingerprint of its words with one space between them.
  static func words(of text: [UInt8]) -> Fingerprint {
    Fingerprint(of: text.withSingleSpaces)
  }
}

extension [UInt8] {
  /// The words with one space between them, and none around.
  fileprivate var withSingleSpaces: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { words, length in
      var isBehindSpace = true
      for byte in self {
        let isSpace = byte <= 0x20
        words[length] = isSpace ? 0x20 : byte
        length += isSpace && isBehindSpace ? 0 : 1
        isBehindSpace = isSpace
      }
      if isBehindSpace, length > 0 { length -= 1 }
    }
  }
}

extension Fingerprint {
  fileprivate var hexadecimal: String {
    [high, low].map { number in
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
