import SiteDiagnostics

extension Compiler {
  mutating func compileOutput(_ expression: Expression) {
    if case .call(let name, let arguments, let named) = expression.kind, name.text == "super" {
      let hasArguments = !arguments.isEmpty || !named.isEmpty
      return compileSuper(hasArguments, at: expression.offset)
    }
    guard let value = compile(expression) else {
      place.advance(overValue: -1, mayBeEmpty: true)
      return
    }
    switch place.output() {
    case .failure(let forbidden):
      isBrokenTagTold = place.tagToEnd != nil
      report(
        .forbiddenPlace(
          forbidden.reason, tag: isBrokenTagTold ? tagStart.location : nil,
          at: location(expression.offset)))
    case .success(let output):
      check(value.type, in: output, at: expression.offset)
      emit(
        .print(
          value.id,
          Output(
            place: output, language: place.language?.expression ?? -1, isBare: value.isBare)))
    }
    place.advance(overValue: value.id, mayBeEmpty: ![.url, .number].contains(value.type))
  }

  private mutating func check(_ type: TemplateType, in place: OutputPlace, at offset: Int) {
    switch (type.wrapped, place) {
    case (.text, _) where self.place.decidesWhatIsLoaded,
      (.number, _) where self.place.decidesWhatIsLoaded:
      report(
        .textForLoadedAddress(self.place.attribute, of: self.place.element, at: location(offset)))
    case (.text, _), (.number, _), (.url, _), (.html, .content), (.json, .json),
      (.json, .attribute(isRead: false)):
      break
    case (.date, _): report(.dateWithoutStyle(at: location(offset)))
    case (.flag, .json): break
    case (.list, .json) where type.isJSONValue: break
    case (.html, _): report(.markupInText(at: location(offset)))
    case (.json, _): report(.jsonInMarkup(at: location(offset)))
    case (.list, _), (.record, _), (.flag, _), (.optional, _):
      report(.notPrintable(type, at: location(offset)))
    }
  }
}
