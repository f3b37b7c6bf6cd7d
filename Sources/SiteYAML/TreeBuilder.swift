import SiteDiagnostics

/// Builds the tree of values from the events, and checks what libyaml does not.
struct TreeBuilder: ~Copyable {
  enum Failure: Error {
    case syntax(SyntaxProblem)
    case refused(Diagnostic)
  }

  /// What a value stands in.
  private enum Surroundings {
    case block
    case brackets
    case braces
  }

  private let file: SourceFile
  private var stream: EventStream
  private var diagnostics: [Diagnostic] = []

  init(file: SourceFile, stream: consuming EventStream) {
    self.file = file
    self.stream = stream
  }

  mutating func takeDiagnostics() -> [Diagnostic] {
    defer { diagnostics = [] }
    return diagnostics
  }

  /// The only document of the stream, nil when there is none.
  mutating func document() throws(Failure) -> YAMLNode? {
    guard case .documentStart = try next().kind else { return nil }
    let root = try node(from: next(), depth: 0, in: .block)
    try refuseKeysWithoutSpaces(in: root)
    let after = try next()
    if case .documentStart = after.kind {
      throw .refused(.yamlSeveralDocuments(at: location(after.bytes)))
    }
    return root
  }

  /// More than front matter has keys; a file of nothing else says no more than these.
  private static let mostKeysWithoutSpaces = 40

  /// Lines that all lack the space behind their colon, `title:A`, are one text for YAML.
  private mutating func refuseKeysWithoutSpaces(in root: YAMLNode) throws(Failure) {
    guard case .scalar(_, isPlain: true) = root.content else { return }
    var found: [Diagnostic] = []
    var start = root.bytes.lowerBound
    while start < root.bytes.upperBound, found.count < Self.mostKeysWithoutSpaces {
      let line = SourceLine(of: file, at: start, in: root.bytes.lowerBound..<file.bytes.count)
      if let missing = line.missingSpace(in: file) { found.append(missing) }
      start = line.bytes.endIndex + 1
    }
    guard let first = found.first else { return }
    diagnostics += found.dropFirst()
    throw .refused(first)
  }

  private mutating func next() throws(Failure) -> Event {
    do {
      return try stream.next()
    } catch {
      throw .syntax(error)
    }
  }

  private mutating func node(from event: Event, depth: Int, in surroundings: Surroundings)
    throws(Failure) -> YAMLNode
  {
    guard depth < YAMLReader.maximumDepth else {
      throw .refused(
        .yamlTooDeep(at: location(event.bytes), maximumDepth: YAMLReader.maximumDepth))
    }
    switch event.kind {
    case .scalar(let text, let isPlain):
      if surroundings == .brackets, isPlain, let separator = text.arabicSeparator {
        diagnostics.append(
          .yamlArabicSeparator(separator, in: text, at: location(event.bytes)))
      }
      if isPlain, let inner = text.withoutCurlyQuotesAtEnds {
        diagnostics.append(
          .yamlCurlyQuotes(inner, straight: inner.inStraightQuotes, at: location(event.bytes)))
      }
      try reportCutText(behind: event, in: surroundings)
      return YAMLNode(.scalar(text, isPlain: isPlain), bytes: event.bytes)
    case .sequenceStart(let isFlow):
      return try sequence(from: event, isFlow: isFlow, depth: depth)
    case .mappingStart(let isFlow):
      return try mapping(from: event, isFlow: isFlow, depth: depth)
    default:
      try reportCutText(behind: event, in: surroundings)
      return YAMLNode(.null, bytes: event.bytes)
    }
  }

  /// A block of text ends with its last line, behind which a line with a comment may follow.
  private mutating func reportCutText(behind event: Event, in surroundings: Surroundings)
    throws(Failure)
  {
    let end = event.bytes.upperBound
    guard end == 0 || file.bytes[end - 1] != UInt8(ascii: "\n"),
      let cut = CutText(behind: event.bytes, of: file)
    else { return }
    let isInBrackets = surroundings != .block
    let place = file.location(atByte: cut.start)
    let quoted = cut.quoted(isInBrackets: isInBrackets)
    if isInBrackets, cut.holdsBracketsEnd {
      throw .refused(.yamlCutText(cut.text, .error, at: place, quoted: quoted))
    }
    diagnostics.append(.yamlCutText(cut.text, .warning, at: place, quoted: quoted))
  }

  private mutating func sequence(from start: Event, isFlow: Bool, depth: Int)
    throws(Failure) -> YAMLNode
  {
    var items: [YAMLNode] = []
    while true {
      let event = try next()
      if case .sequenceEnd = event.kind {
        let end = isFlow ? event.bytes.upperBound : items.last?.bytes.upperBound
        return YAMLNode(.sequence(items), bytes: start.bytes.extended(to: end))
      }
      items.append(try node(from: event, depth: depth + 1, in: isFlow ? .brackets : .block))
    }
  }

  private mutating func mapping(from start: Event, isFlow: Bool, depth: Int)
    throws(Failure) -> YAMLNode
  {
    var entries: [YAMLEntry] = []
    var keys = SeenKeys()
    var words = WordsWithoutColon()
    while true {
      let event = try next()
      if case .mappingEnd = event.kind {
        diagnostics += words.diagnostics(in: file)
        let end = isFlow ? event.bytes.upperBound : entries.last?.value.bytes.upperBound
        return YAMLNode(.mapping(entries), bytes: start.bytes.extended(to: end))
      }
      let key = try key(from: event)
      let value = try node(from: next(), depth: depth + 1, in: isFlow ? .braces : .block)
      if isFlow, !isBeforeColon(event), words.note(key, event.bytes, after: entries.last) {
        if key.resemblesKey { entries.append(YAMLEntry(withoutColon: key, bytes: event.bytes)) }
      } else if key == "<<" {
        diagnostics.append(.yamlMergeKey(at: location(event.bytes)))
      } else if let first = keys.insert(key, at: event.bytes) {
        diagnostics.append(
          .yamlDuplicateKey(key, at: location(event.bytes), first: location(first)))
      } else {
        entries.append(YAMLEntry(key: key, keyBytes: event.bytes, value: value))
      }
    }
  }

  private func isBeforeColon(_ key: Event) -> Bool {
    file.bytes[key.bytes.upperBound...].first { $0 > 0x20 } == UInt8(ascii: ":")
  }

  private func key(from event: Event) throws(Failure) -> String {
    switch event.kind {
    case .scalar(let text, _): return text
    case .null: throw .refused(.yamlEmptyKey(at: location(event.bytes)))
    default: throw .refused(.yamlKeyIsNotText(at: location(event.bytes)))
    }
  }

  private func location(_ bytes: Range<Int>) -> SourceLocation {
    file.location(atByte: bytes.lowerBound)
  }
}

/// The keys of one mapping so far: a handful is compared one by one, more are hashed.
private struct SeenKeys {
  private var few: [(key: String, bytes: Range<Int>)] = []
  private var many: [String: Range<Int>] = [:]

  /// Notes a key and returns where it stood first, if it is not new.
  mutating func insert(_ key: String, at bytes: Range<Int>) -> Range<Int>? {
    guard few.count == 16 else {
      if let first = few.first(where: { $0.key == key }) { return first.bytes }
      few.append((key, bytes))
      return nil
    }
    if many.isEmpty {
      for entry in few { many[entry.key] = entry.bytes }
    }
    if let first = many[key] { return first }
    many[key] = bytes
    return nil
  }
}

extension Range<Int> {
  fileprivate func extended(to end: Int?) -> Range<Int> {
    lowerBound..<Swift.max(upperBound, end ?? upperBound)
  }
}

extension String {
  /// `withoutCurlyQuotes`, for the few texts that begin with a byte of those marks.
  fileprivate var withoutCurlyQuotesAtEnds: String? {
    utf8.first == 0xE2 ? withoutCurlyQuotes : nil
  }

  /// The Arabic comma or semicolon that was meant to part the items of a list.
  fileprivate var arabicSeparator: Unicode.Scalar? {
    utf8.contains(0xD8) ? unicodeScalars.first { $0 == "،" || $0 == "؛" } : nil
  }
}
