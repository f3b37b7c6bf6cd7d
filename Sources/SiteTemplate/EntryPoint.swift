import SiteDiagnostics
import SiteDigest
import SiteHTML
import SiteText

/// A template of the schema, compiled with everything that it extends and includes.
struct EntryPoint: Sendable {
  let program: Program
  /// Tells whether the files that it is made of and the addresses of its assets are the same.
  private let source: Fingerprint
  /// The places of the strings that it uses.
  private let strings: [Int]

  init(program: Program, files: [SourceFile], strings: Set<Int>) {
    self.program = program
    self.strings = strings.sorted()
    var digest = Digestible()
    for file in files.sorted(by: { $0.path < $1.path }) {
      digest.append(file.path)
      digest.append(file.bytes)
    }
    // Addresses of assets.
    for constant in program.constants { digest.append(constant) }
    digest.append(program.literals)
    source = digest.fingerprint
  }

  /// Tells whether it prints the same in a language.
  ///
  /// - Parameters:
  ///   - messages: the strings of the language.
  ///   - decisions: what the specializer found to be known.
  ///   - literals: what it printed before any page.
  func fingerprint(
    in messages: [Strings.Message], specializedBy decisions: Digestible, to literals: [UInt8]
  ) -> Fingerprint {
    var digest = decisions
    digest.append(source)
    digest.append(literals)
    for index in strings { digest.append(messages[index]) }
    return digest.fingerprint
  }
}

/// Bytes that stand for values, so that different values have different bytes.
struct Digestible {
  private var bytes: [UInt8] = []

  var fingerprint: Fingerprint { Fingerprint(of: bytes) }

  mutating func append(_ number: Int) {
    withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).littleEndian) { bytes += $0 }
  }

  mutating func append(_ other: [UInt8]) {
    append(other.count)
    bytes += other
  }

  mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes += text.utf8
  }

  mutating func append(_ fingerprint: Fingerprint) {
    append(Int(truncatingIfNeeded: fingerprint.high))
    append(Int(truncatingIfNeeded: fingerprint.low))
  }

  mutating func append(_ message: Strings.Message) {
    switch message {
    case .plain(let pattern): append(pattern)
    case .plural(let patterns):
      append(patterns.count)
      for (category, pattern) in patterns.sorted(by: { $0.key < $1.key }) {
        append(category.rawValue)
        append(pattern)
      }
    }
  }

  private mutating func append(_ pattern: StringPattern) {
    append(pattern.parts.count)
    for part in pattern.parts {
      switch part {
      case .text(let text): append(text)
      case .argument(let index): append(-1 - index)
      }
    }
  }

  /// Of records and lists only that there is one: what is read of them later notes it itself.
  mutating func append(_ value: TemplateValue) {
    switch value {
    case .absent: append(0)
    case .text(let text):
      append(1)
      append(text.language.tag)
      append(text.text)
    case .html(let html):
      append(2)
      append(html.bytes)
    case .url(let url):
      append(3)
      append(url)
    case .number(let number):
      append(4)
      append(number)
    case .flag(let flag): append(flag ? 6 : 5)
    case .date(let date):
      append(7)
      append(date.rfc3339)
      append(date.time == nil ? 0 : 1)
    case .json(let json):
      append(8)
      append(json)
    case .list(let values):
      append(9)
      append(values.count)
    case .record: append(10)
    }
  }
}
