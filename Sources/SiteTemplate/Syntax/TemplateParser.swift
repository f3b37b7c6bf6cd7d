import SiteDiagnostics

/// Reads a template file into nodes; what is wrong with one tag does not hide the next.
struct TemplateParser {
  let file: SourceFile
  private let segments: [Segment]
  private var position = 0
  private(set) var open: [(tag: TagName, start: Int)] = []
  var parent: Name?
  private var diagnostics: [Diagnostic]

  private init(_ file: SourceFile) {
    self.file = file
    (segments, diagnostics) = Segmenter.segments(of: file)
  }

  static func parse(
    _ file: SourceFile, named name: String
  ) -> (template: ParsedTemplate, diagnostics: [Diagnostic]) {
    guard file.bytes.count <= Limits.fileSize else {
      let empty = ParsedTemplate(name: name, file: file, parent: nil, nodes: [])
      return (empty, [.templateTooLarge(file.bytes.count, at: file.location)])
    }
    var parser = TemplateParser(file)
    let nodes = parser.parseNodes()
    let template = ParsedTemplate(name: name, file: file, parent: parser.parent, nodes: nodes)
    return (template, parser.diagnostics)
  }

  /// A tag's first word, not yet acted upon.
  struct Heading {
    let tag: TagName
    let start: Int
    let expressions: ExpressionParser
  }

  private mutating func parseNodes() -> [Node] {
    var nodes: [Node] = []
    while position < segments.count, diagnostics.count < Limits.errors {
      let segment = segments[position]
      switch segment.kind {
      case .text:
        position += 1
        nodes.append(Node(kind: .text(segment.range), offset: segment.start))
      case .output:
        position += 1
        let value = parse(segment) { parser throws(SyntaxError) in
          let value = try parser.expression()
          try parser.expectEnd()
          return value
        }
        if let value { nodes.append(Node(kind: .output(value), offset: segment.start)) }
      case .tag:
        guard let heading = heading(of: segment) else {
          position += 1
          continue
        }
        if let owners = Self.owners[heading.tag] {
          if open.contains(where: { owners.contains($0.tag) }) { return nodes }
          position += 1
          report(.strayTag(heading.tag.rawValue, at: file.location(atByte: heading.start)))
          continue
        }
        position += 1
        if let node = parseTag(heading, isFirst: nodes.allSatisfy(isBlank)) { nodes.append(node) }
      }
    }
    return nodes
  }

  /// The tags that go on or end another, and which those are.
  private static let owners: [TagName: Set<TagName>] = [
    .elif: [.if], .else: [.if, .for], .endif: [.if], .endfor: [.for], .endblock: [.block],
    .endraw: [],
  ]

  private func isBlank(_ node: Node) -> Bool {
    if case .text(let range) = node.kind { file.bytes[range].allSatisfy(isSpace) } else { false }
  }

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  private mutating func parse<Result>(
    _ segment: Segment, _ read: (inout ExpressionParser) throws(SyntaxError) -> Result
  ) -> Result? {
    do throws(SyntaxError) {
      var parser = try ExpressionParser(segment.range, in: file)
      return try read(&parser)
    } catch {
      report(error.diagnostic)
      return nil
    }
  }

  private mutating func heading(of segment: Segment) -> Heading? {
    let file = file
    return parse(segment) { parser throws(SyntaxError) in
      let name = try parser.expectName()
      guard let tag = TagName(rawValue: name.text) else {
        throw SyntaxError(.unknownTag(name.text, at: file.location(atByte: name.offset)))
      }
      return Heading(tag: tag, start: segment.start, expressions: parser)
    }
  }

  private mutating func parseTag(_ heading: Heading, isFirst: Bool) -> Node? {
    let kind: Node.Kind? =
      switch heading.tag {
      case .if: conditional(heading)
      case .for: loop(heading)
      case .set: assignment(heading)
      case .block: block(heading)
      case .include: include(heading)
      case .extends: extends(heading, isFirst: isFirst)
      case .elif, .else, .endif, .endfor, .endblock, .raw, .endraw: nil
      }
    return kind.map { Node(kind: $0, offset: heading.start) }
  }

  /// Reads the rest of a tag to its end; nil when it is wrong, which is then reported.
  mutating func rest<Result>(
    of heading: Heading, _ read: (inout ExpressionParser) throws(SyntaxError) -> Result
  ) -> Result? {
    do throws(SyntaxError) {
      var parser = heading.expressions
      let result = try read(&parser)
      try parser.expectEnd()
      return result
    } catch {
      report(error.diagnostic)
      return nil
    }
  }

  mutating func condition(of heading: Heading) -> Expression {
    let value = rest(of: heading) { parser throws(SyntaxError) in try parser.expression() }
    return value ?? Expression(.invalid, at: heading.start)
  }

  /// Reads the nodes within a tag up to one that goes on or ends it.
  mutating func body(of heading: Heading) -> [Node] {
    guard open.count < Limits.nesting else {
      report(.nestedTooDeeply(at: file.location(atByte: heading.start)))
      position = segments.count
      return []
    }
    open.append((heading.tag, heading.start))
    defer { open.removeLast() }
    return parseNodes()
  }

  /// The tag that stopped the body, consumed, if it is one of those wanted.
  mutating func take(_ wanted: [TagName]) -> Heading? {
    guard position < segments.count, let heading = heading(of: segments[position]),
      wanted.contains(heading.tag)
    else { return nil }
    position += 1
    return heading
  }

  mutating func takeEnd(_ end: TagName, of heading: Heading) {
    if let found = take([end]) {
      _ = rest(of: found) { parser throws(SyntaxError) in
        if end == .endblock { _ = try? parser.expectName() }
      }
    } else if position < segments.count || !reportedDepth {
      report(
        .unclosedTag(
          heading.tag.rawValue, closedBy: end.rawValue,
          at: file.location(atByte: heading.start)))
    }
  }

  private var reportedDepth: Bool { diagnostics.contains { $0.id == "template-nesting" } }
}
