import SiteDiagnostics

/// Reads the values of one mapping as a schema has them, and collects what is wrong.
///
/// The schema decides how a value's text is read, never YAML: `no`, `012` and `1:30` are texts
/// where texts belong. A getter returns nil both where a key is absent or empty and where its value
/// is wrong; in the second case it has reported a diagnostic at the value's place.
public struct MappingReader: Sendable {
  /// The file that the mapping stands in.
  public let file: SourceFile
  /// The keys with their values, in the order of the file; none where the value is no mapping.
  public let entries: [YAMLEntry]
  /// Where the mapping stands in the file.
  public let bytes: Range<Int>
  /// What is wrong with the keys and with the values that were read so far.
  public private(set) var diagnostics: [Diagnostic] = []
  private let known: Set<String>?

  /// Begins to read a mapping.
  ///
  /// - Parameters:
  ///   - node: the mapping. Null counts as a mapping without keys; anything else is an error.
  ///   - known: the keys that the schema has; nil where the keys are free.
  ///   - mappings: those of them that have keys of their own, which may lack their indentation.
  public init(
    _ node: YAMLNode, in file: SourceFile, known: Set<String>?, mappings: Set<String> = []
  ) {
    self.file = file
    self.known = known
    bytes = node.bytes
    switch node.content {
    case .mapping(let entries): self.entries = entries
    case .null: entries = []
    case .scalar, .sequence:
      entries = []
      report(.expectedMapping(at: place(node.bytes)))
    }
    if let known { reportUnknownKeys(known, mappings) }
  }

  private mutating func reportUnknownKeys(_ known: Set<String>, _ mappings: Set<String>) {
    var empty: YAMLEntry?
    var isReported = false
    for entry in entries {
      if known.contains(entry.key) {
        empty = entry.value.content == .null && !entry.lacksColon ? entry : nil
        isReported = false
      } else if entry.lacksColon {
        continue
      } else if let item = missingSpaceInItem(at: entry.keyBytes) {
        report(item)
      } else if let empty, mappings.contains(empty.key), beginsLine(entry.keyBytes),
        NearMiss.suggestions(for: entry.key.withoutInvisibles, among: known).isEmpty
      {
        if !isReported {
          report(.notIndented(entry.key, below: empty.key, at: place(entry.keyBytes)))
        }
        isReported = true
      } else {
        report(.unknownKey(entry.key, known: known, at: place(entry.keyBytes)))
      }
    }
  }

  /// Adds a diagnostic to those of the mapping.
  public mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// The place where bytes of the file begin.
  public func place(_ bytes: Range<Int>) -> SourceLocation {
    file.location(atByte: bytes.lowerBound)
  }

  /// The value of a key, nil when the key is absent or has no value.
  public func node(_ key: String) -> YAMLNode? {
    guard let entry = entries.first(where: { $0.key == key }) else { return nil }
    if case .null = entry.value.content { return nil }
    return entry.value
  }

  /// Whether the key is written at all, with or without a value.
  public func states(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// Whether an unknown key, which was reported, is most likely this one: `Date`, `titel`.
  public func misspells(_ key: String) -> Bool {
    guard let known else { return false }
    return entries.contains { entry in
      !known.contains(entry.key)
        && NearMiss.suggestions(for: entry.key.withoutInvisibles, among: known).first == key
    }
  }

  /// Reads a mapping inside this one; its diagnostics become this one's.
  ///
  /// - Returns: what `body` returns, or nil when the key has no value.
  public mutating func nested<Result>(
    _ key: String, known: Set<String>?, _ body: (inout MappingReader) -> Result?
  ) -> Result? {
    node(key).flatMap { nested($0, known: known, body) }
  }

  /// Reads a value as a mapping; its diagnostics become this one's.
  public mutating func nested<Result>(
    _ node: YAMLNode, known: Set<String>?, _ body: (inout MappingReader) -> Result?
  ) -> Result? {
    var inner = MappingReader(node, in: file, known: known)
    let isMapping = inner.diagnostics.allSatisfy { $0.id != Diagnostic.expectedMappingRule }
    let result = isMapping ? body(&inner) : nil
    diagnostics += inner.diagnostics
    return result
  }

  /// Reads a list of mappings; their diagnostics become this one's.
  ///
  /// - Parameter needed: the keys that every mapping must have, shown where there is something else.
  public mutating func mappings<Result>(
    _ key: String, known: Set<String>, needed: [String], _ body: (inout MappingReader) -> Result?
  ) -> [Result] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let items) = node.content else {
      report(
        missingSpaceInItem(at: node.bytes)
          ?? .expectedMappings(key, of: needed, at: place(node.bytes)))
      return []
    }
    return items.compactMap { item in
      if case .mapping = item.content { return nested(item, known: known, body) }
      report(.expectedMappings(key, of: needed, at: place(item.bytes)))
      return nil
    }
  }

  /// The items of a list; anything else in its place is an error.
  public mutating func items(_ key: String) -> [YAMLNode] {
    guard let node = node(key) else { return [] }
    switch node.content {
    case .sequence(let items): return items
    case .scalar(let text, _):
      report(
        missingSpaceInItem(at: node.bytes)
          ?? .expectedList(key, insteadOf: text, at: place(node.bytes)))
      return []
    case .mapping, .null:
      report(
        missingSpaceInItem(at: node.bytes)
          ?? .expectedList(key, insteadOf: nil, at: place(node.bytes)))
      return []
    }
  }

  /// What is said where a line of its own that lacks the space behind its hyphen begins.
  private func missingSpaceInItem(at bytes: Range<Int>) -> Diagnostic? {
    beginsLine(bytes) ? line(at: bytes).missingSpaceInItem(in: file) : nil
  }

  /// Whether nothing but indentation precedes on the line.
  private func beginsLine(_ bytes: Range<Int>) -> Bool {
    line(at: bytes).content.lowerBound == bytes.lowerBound
  }

  private func line(at bytes: Range<Int>) -> SourceLine {
    SourceLine(of: file, at: bytes.lowerBound, in: 0..<file.bytes.count)
  }
}
