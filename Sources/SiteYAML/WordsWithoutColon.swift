import SiteDiagnostics

/// The words in braces that follow a comma and have no colon: the rest of a value, as in
/// `{en: Qasim, PhD}`, or a key or a value whose other half was forgotten, as in
/// `{src: map.png, alt}` and `{of: ar, human}`.
struct WordsWithoutColon {
  private struct Run {
    /// The entry whose value stands before the first word.
    let entry: YAMLEntry
    var words: [(text: String, bytes: Range<Int>)]
    /// The last word that is an entry of its own.
    var lastEntry: Range<Int>?
  }

  private var runs: [Run] = []

  /// Notes a word.
  ///
  /// - Returns: false where it does not follow an unquoted value, whose rest it could be.
  mutating func note(_ word: String, _ bytes: Range<Int>, after entry: YAMLEntry?) -> Bool {
    guard let entry else { return false }
    if let last = runs.indices.last,
      runs[last].entry.keyBytes == entry.keyBytes || runs[last].lastEntry == entry.keyBytes
    {
      runs[last].words.append((word, bytes))
      if word.resemblesKey { runs[last].lastEntry = bytes }
      return true
    }
    guard case .scalar(_, isPlain: true) = entry.value.content else { return false }
    runs.append(
      Run(entry: entry, words: [(word, bytes)], lastEntry: word.resemblesKey ? bytes : nil))
    return true
  }

  /// One error for each value that the words follow.
  func diagnostics(in file: SourceFile) -> [Diagnostic] {
    runs.map { run in
      let value = run.entry.value.bytes
      let end = run.words.last?.bytes.upperBound ?? value.upperBound
      let text = String(decoding: file.bytes[value.lowerBound..<end], as: UTF8.self)
        .split(whereSeparator: \.isNewline).map { String($0).trimmed }.joined(separator: " ")
      let quoted =
        text.count > 100 ? nil : text.inStraightQuotes.map { "\(run.entry.key): \($0)" }
      if run.words.count == 1, let word = run.words.first, word.text.resemblesKey {
        return .yamlWordWithoutColon(
          word.text, at: file.location(atByte: word.bytes.lowerBound), quoted: quoted)
      }
      return .yamlCommaInValue(at: file.location(atByte: value.lowerBound), quoted: quoted)
    }
  }
}

extension String {
  /// Small Latin letters and what parts them in names of keys, languages and choices.
  var resemblesKey: Bool {
    utf8.allSatisfy {
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "-")
    }
  }
}
