import CYAML

/// One step of libyaml's way through a file.
struct Event {
  enum Kind {
    case null
    case scalar(String, isPlain: Bool)
    case sequenceStart(isFlow: Bool)
    case sequenceEnd
    case mappingStart(isFlow: Bool)
    case mappingEnd
    case documentStart
    case streamEnd
  }

  let kind: Kind
  /// Offsets from the start of the file.
  let bytes: Range<Int>
}

/// Why libyaml, or the stream on its behalf, cannot go on.
struct SyntaxProblem: Error {
  enum Kind {
    /// In libyaml's words.
    case reported(problem: String, context: String)
    case alias
    case tag
  }

  let kind: Kind
  /// Offset from the start of the file.
  let byte: Int
  /// Where the construct began that could not be finished.
  let contextByte: Int?
  /// The quoted value that was read last, which an unclosed quote makes too long.
  let lastQuoted: Range<Int>?
}

/// The events of one YAML stream, with places in bytes.
///
/// libyaml counts its marks in characters, so the stream walks along the bytes as the marks
/// advance: the whole file is passed once.
struct EventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeBufferPointer<UInt8>
  /// What to add to an offset in `input` to have one in the file.
  private let base: Int
  private var character = 0
  private var byte = 0
  private var lastQuoted: Range<Int>?

  /// - Parameters:
  ///   - input: must stay valid as long as the stream lives.
  ///   - base: the offset of `input` in the file.
  init(_ input: UnsafeBufferPointer<UInt8>, base: Int) {
    self.input = input
    self.base = base
    parser = .allocate(capacity: 1)
    let isReady = yaml_parser_initialize(parser)
    precondition(isReady == 1, "no memory for a YAML parser")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event that says something: the start of the stream and the ends of documents are
  /// passed over.
  mutating func next() throws(SyntaxProblem) -> Event {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { throw reportedProblem() }
      defer { yaml_event_delete(&event) }
      let start = offset(ofCharacter: event.start_mark.index)
      let bytes = start..<Swift.max(start, offset(ofCharacter: event.end_mark.index))
      if let kind = try kind(of: event, bytes: bytes) {
        return Event(kind: kind, bytes: bytes)
      }
    }
  }

  private mutating func kind(of event: yaml_event_t, bytes: Range<Int>)
    throws(SyntaxProblem) -> Event.Kind?
  {
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuse(anchor: scalar.anchor, tag: scalar.tag, at: bytes)
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
      if scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
        || scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE
      {
        lastQuoted = bytes
      }
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let isNull = isPlain && (text.isEmpty || text == "~" || text == "null")
      return isNull ? .null : .scalar(text, isPlain: isPlain)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      try refuse(anchor: start.anchor, tag: start.tag, at: bytes)
      return .sequenceStart(isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      try refuse(anchor: start.anchor, tag: start.tag, at: bytes)
      return .mappingStart(isFlow: start.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_ALIAS_EVENT: throw problem(.alias, at: bytes.lowerBound)
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_STREAM_END_EVENT: return .streamEnd
    default: return nil
    }
  }

  private func refuse(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?,
    at bytes: Range<Int>
  ) throws(SyntaxProblem) {
    if anchor != nil { throw problem(.alias, at: bytes.lowerBound) }
    if tag != nil { throw problem(.tag, at: bytes.lowerBound) }
  }

  private func problem(_ kind: SyntaxProblem.Kind, at byte: Int) -> SyntaxProblem {
    SyntaxProblem(kind: kind, byte: byte, contextByte: nil, lastQuoted: lastQuoted)
  }

  private mutating func reportedProblem() -> SyntaxProblem {
    let state = parser.pointee
    let context = state.context.map { String(cString: $0) } ?? ""
    let isUnreadable = state.error == YAML_READER_ERROR
    return SyntaxProblem(
      kind: .reported(
        problem: state.problem.map { String(cString: $0) } ?? "", context: context),
      byte: isUnreadable
        ? base + Swift.min(state.problem_offset, input.count)
        : offset(ofCharacter: state.problem_mark.index),
      contextByte: context.isEmpty ? nil : offset(ofCharacter: state.context_mark.index),
      lastQuoted: lastQuoted)
  }

  /// The offset in the file of a character that libyaml names by its number.
  private mutating func offset(ofCharacter wanted: Int) -> Int {
    while character < wanted, byte < input.count {
      byte += 1
      while byte < input.count, isContinuation(input[byte]) { byte += 1 }
      character += 1
    }
    while character > wanted, byte > 0 {
      byte -= 1
      while byte > 0, isContinuation(input[byte]) { byte -= 1 }
      character -= 1
    }
    return base + byte
  }
}

private func isContinuation(_ byte: UInt8) -> Bool { byte & 0b1100_0000 == 0b1000_0000 }
