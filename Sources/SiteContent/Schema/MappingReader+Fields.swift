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

  /// A list without repetitions; nil where the key is not stated.
  mutating func list(_ key: String) -> Located<[Located<String>]>? {
    guard let node = node(key) else { return nil }
    var unique: [Located<String>] = []
    for item in texts(key) {
      if unique.contains(where: { $0.value == item.value }) {
        report(.repeatedItem(item.value, of: key, at: place(item.bytes)))
      } else {
        unique.append(item)
      }
    }
    return Located(unique, bytes: node.bytes)
  }

  /// A text in some of the site's languages.
  mutating func localized(_ key: String, _ languages: [LanguageCode]) -> Localized {
    let texts = localized(key, languages: languages.map(\.tag))
    return Localized(texts.map { LocalizedText($0.text.value, in: LanguageCode($0.language)) })
  }
}
