import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML

extension MappingReader {
  /// A date, with or without a time.
  mutating func timestamp(_ key: String, in zone: SiteTimeZone) -> Located<Timestamp>? {
    guard let text = text(key) else { return nil }
    do throws(Timestamp.ParsingError) {
      return Located(try Timestamp(text.value, in: zone), bytes: text.bytes)
    } catch {
      report(.badDate(text.value, of: key, error, at: place(text.bytes)))
      return nil
    }
  }

  /// A text that must pass a check.
  mutating func checked(
    _ key: String, _ isValid: (String) -> Bool,
    orReport wrong: (String, SourceLocation) -> Diagnostic
  ) -> Located<String>? {
    guard let text = text(key) else { return nil }
    guard isValid(text.value) else {
      report(wrong(text.value, place(text.bytes)))
      return nil
    }
    return text
  }

  /// An absolute address on the web.
  mutating func webAddress(_ key: String) -> Located<String>? {
    checked(key, \.isWebAddress) { .badAddress($0, of: key, at: $1) }
  }

  /// A list without repetitions, of some hundred items at most; nil where the key is not stated.
  mutating func list(_ key: String) -> Located<[Located<String>]>? {
    guard let node = node(key) else { return nil }
    if case .sequence(let items) = node.content, items.count > Self.mostItems {
      report(
        .tooManyItems(items.count, of: key, limit: Self.mostItems, at: place(node.bytes)))
    }
    var seen: Set<String> = []
    var unique: [Located<String>] = []
    for item in texts(key, atMost: Self.mostItems) {
      if seen.insert(item.value).inserted {
        unique.append(item)
      } else {
        report(.repeatedItem(item.value, of: key, at: place(item.bytes)))
      }
    }
    return Located(unique, bytes: node.bytes)
  }

  /// Items of a list that are read: more than any work has names, topics or old addresses, and few
  /// enough that what holds them against one another takes no time.
  private static let mostItems = 500

  /// A text that pages of every language show; a language that it lacks is a warning.
  ///
  /// - Parameter isOneInAScript: whether languages of one direction write it alike, as the name of a
  ///   person.
  mutating func everywhere(
    _ key: String, _ languages: [LanguageCode], isOneInAScript: Bool = false
  ) -> [(language: String, text: Located<String>)] {
    let found = diagnostics.count
    let texts = localized(key, languages: languages.map(\.tag))
    guard let first = texts.first, diagnostics.count == found else { return texts }
    let known = texts.map { LanguageCode($0.language) }
    for language in languages where !known.contains(language) {
      if isOneInAScript, known.contains(where: { $0.direction == language.direction }) { continue }
      report(
        .missingInLanguage(
          key, language.tag, languages.map(\.tag), at: place(first.text.bytes)))
    }
    return texts
  }

  /// A text in some of the site's languages.
  mutating func localized(_ key: String, _ languages: [LanguageCode]) -> Localized {
    Localized(localized(key, languages: languages.map(\.tag)))
  }
}

extension Localized {
  /// A text as it is written, by its languages.
  init(_ texts: [(language: String, text: Located<String>)]) {
    self.init(texts.map { LocalizedText($0.text.value, in: LanguageCode($0.language)) })
  }
}
