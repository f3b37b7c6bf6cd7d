import SiteDiagnostics

/// The tags that begin with `{%`, each with what belongs to it.
extension TemplateParser {
  mutating func conditional(_ heading: Heading) -> Node.Kind {
    var branches = [Branch(condition: condition(of: heading), body: body(of: heading))]
    while let next = take([.elif]) {
      let condition = condition(of: next)
      let own = Heading(tag: .if, start: heading.start, expressions: next.expressions)
      branches.append(Branch(condition: condition, body: body(of: own)))
    }
    let otherwise = alternative(of: heading)
    takeEnd(.endif, of: heading)
    return .conditional(branches: branches, otherwise: otherwise)
  }

  private mutating func alternative(of heading: Heading) -> [Node]? {
    guard let next = take([.else]) else { return nil }
    _ = rest(of: next) { parser throws(SyntaxError) in }
    return body(of: heading)
  }

  mutating func loop(_ heading: Heading) -> Node.Kind? {
    let header = rest(of: heading) { parser throws(SyntaxError) in
      let variable = try parser.expectName()
      try parser.expect(word: "in")
      let list = try parser.expression()
      var limit: Expression?
      var start: Expression?
      while limit == nil || start == nil {
        if limit == nil, parser.skip(word: "limit") {
          try parser.expect(sign: ":")
          limit = try parser.expression()
        } else if start == nil, parser.skip(word: "offset") {
          try parser.expect(sign: ":")
          start = try parser.expression()
        } else {
          break
        }
      }
      return (variable: variable, list: list, limit: limit, start: start)
    }
    let body = body(of: heading)
    let otherwise = alternative(of: heading)
    takeEnd(.endfor, of: heading)
    guard let header else { return nil }
    return .loop(
      Loop(
        variable: header.variable, list: header.list, limit: header.limit, start: header.start,
        body: body, otherwise: otherwise))
  }

  mutating func assignment(_ heading: Heading) -> Node.Kind? {
    rest(of: heading) { parser throws(SyntaxError) in
      let name = try parser.expectName()
      try parser.expect(sign: "=")
      return .assignment(name, try parser.expression())
    }
  }

  mutating func block(_ heading: Heading) -> Node.Kind? {
    let name = rest(of: heading) { parser throws(SyntaxError) in try parser.expectName() }
    let body = body(of: heading)
    takeEnd(.endblock, of: heading)
    return name.map { .block($0, body: body) }
  }

  mutating func include(_ heading: Heading) -> Node.Kind? {
    rest(of: heading) { parser throws(SyntaxError) in
      let path = try parser.expectText()
      var arguments: [NamedArgument] = []
      if parser.skip(word: "with") {
        repeat {
          arguments.append(try parser.namedArgument())
        } while parser.skip(sign: ",")
      }
      return .include(Include(path: path, arguments: arguments))
    }
  }

  mutating func extends(_ heading: Heading, isFirst: Bool) -> Node.Kind? {
    let path = rest(of: heading) { parser throws(SyntaxError) in try parser.expectText() }
    if isFirst, parent == nil, open.isEmpty {
      parent = path
    } else {
      report(.lateExtends(at: file.location(atByte: heading.start)))
    }
    return nil
  }
}
