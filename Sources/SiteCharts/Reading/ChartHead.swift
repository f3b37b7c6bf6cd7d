import SiteDiagnostics

/// What stands above the values of a chart: a line `key: value` for each thing it says.
struct ChartHead {
  enum Key: String, CaseIterable {
    case title
    case unit
    case source
    case file
  }

  struct Entry {
    let text: String
    /// The byte of the value.
    let offset: Int
  }

  private(set) var entries: [Key: Entry] = [:]
  /// The byte at which the values begin.
  private(set) var end = 0
  private(set) var diagnostics: [Diagnostic] = []

  subscript(key: Key) -> Entry? { entries[key] }

  /// Reads the lines up to the first that is empty or is not of that form.
  init(of text: ChartText) {
    let bytes = text.bytes
    while end < bytes.count {
      let line = bytes[end...].prefix { $0 != UInt8(ascii: "\n") }
      let content = line.trimmed
      if content.isEmpty {
        guard entries.isEmpty else { break }
      } else {
        guard let colon = Self.colon(in: content) else { break }
        add(content, colon: colon, of: text)
      }
      end = Swift.min(line.endIndex + 1, bytes.count)
    }
  }

  private mutating func add(_ line: ArraySlice<UInt8>, colon: Int, of text: ChartText) {
    let name = String(decoding: line[..<colon].trimmed, as: UTF8.self)
    let value = line[(colon + 1)...].trimmed.unquoted
    guard let key = Key(rawValue: name) else {
      diagnostics.append(.unknownKey(name, at: text.location(at: line.startIndex)))
      return
    }
    guard entries[key] == nil else {
      diagnostics.append(.repeatedKey(name, at: text.location(at: line.startIndex)))
      return
    }
    guard !value.isEmpty else { return }
    entries[key] = Entry(
      text: String(decoding: value, as: UTF8.self), offset: value.startIndex)
  }

  /// Where the key of a line ends: at a colon behind a single word.
  private static func colon(in line: ArraySlice<UInt8>) -> Int? {
    guard let end = line.firstIndex(where: { " \t,;\":".utf8.contains($0) }) else { return nil }
    let colon = line[end...].drop { $0 == 0x20 }
    guard colon.first == UInt8(ascii: ":"), end > line.startIndex else { return nil }
    return colon.startIndex
  }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmed: Self {
    var bytes = self
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes.drop { $0 <= 0x20 }
  }

  /// Without the straight quotation marks that enclose the whole, as in front matter.
  fileprivate var unquoted: Self {
    guard count > 1, first == UInt8(ascii: "\""), last == first else { return self }
    return dropFirst().dropLast()
  }
}
