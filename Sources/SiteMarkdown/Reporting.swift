import SiteDiagnostics

extension MarkdownRenderer {
  /// Reports something about a byte of the file.
  ///
  /// Finding the line takes time, so a text with a great many faults is told the first of them, and
  /// at least one error when there is any.
  mutating func report(at offset: Int, _ diagnostic: (SourceLocation) -> Diagnostic) {
    if document.diagnostics.count >= Diagnostic.mostInFile {
      guard !hasError, diagnostic(source.file.location).severity == .error else {
        return reportThatThereIsMore()
      }
    }
    let found = diagnostic(source.file.location(atByte: offset))
    hasError = hasError || found.severity == .error
    document.diagnostics.append(found)
  }

  private mutating func reportThatThereIsMore() {
    guard !isCutShort else { return }
    isCutShort = true
    document.diagnostics.append(.moreFindings(in: source.file.path))
  }

  /// Gives a text up that goes beyond what is parsed.
  mutating func refuse(_ excess: SourceLimits.Excess, at offset: Int) {
    document.isRead = false
    report(at: offset) {
      let place = $0.shortened(to: Self.longestExcerpt)
      return excess == .nesting ? .tooDeeplyNested(at: place) : .tooComplex(excess, at: place)
    }
  }
}
