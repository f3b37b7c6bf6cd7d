import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML

/// Reads `site.yaml`.
enum SiteFileReader {
  static let keys: Set<String> = [
    "title", "description", "url", "timezone", "languages", "menus", "page_size", "license",
    "raw_html", "slugs", "services", "social_cards",
  ]
  /// Those that have keys of their own.
  static let mappings: Set<String> = ["title", "description", "menus", "services"]

  private enum RawHTML: String, CaseIterable {
    case allow
    case forbid
  }

  /// The configuration; nil where no language could be read.
  static func read(_ reader: inout MappingReader) -> SiteConfiguration? {
    let languages = LanguagesReader.read(&reader)
    guard !languages.isEmpty else { return nil }
    let codes = languages.map(\.code)
    let title = Localized(reader.everywhere("title", codes))
    if title.texts.isEmpty { _ = reader.requiredText("title") }
    return SiteConfiguration(
      title: title, description: Localized(reader.everywhere("description", codes)),
      url: url(&reader),
      timeZone: timeZone(&reader), languages: languages, menus: menus(&reader, codes),
      pageSize: reader.integer("page_size", in: 1...200)?.value ?? 20,
      allowsRawHTML: reader.choice("raw_html", of: RawHTML.self)?.value == .allow,
      slugPolicy: reader.choice("slugs", of: Slug.Policy.self)?.value ?? .unicode,
      license: reader.text("license")?.value, services: services(&reader),
      drawsSocialCards: reader.boolean("social_cards") ?? false)
  }

  /// The address with a slash at its end; an address of no host where it is missing or wrong, which
  /// is an error.
  private static func url(_ reader: inout MappingReader) -> String {
    guard let text = reader.requiredText("url") else { return "http://localhost/" }
    guard let address = text.value.siteAddress else {
      reader.report(.badSiteAddress(text.value, at: reader.place(text.bytes)))
      return "http://localhost/"
    }
    return address
  }

  private static func timeZone(_ reader: inout MappingReader) -> SiteTimeZone {
    guard let text = reader.text("timezone") else { return .utc }
    guard let zone = SiteTimeZone(text.value) else {
      reader.report(
        .unknownTimeZone(
          text.value, known: SiteTimeZone.knownIdentifiers, at: reader.place(text.bytes)))
      return .utc
    }
    return zone
  }

  private static func menus(_ reader: inout MappingReader, _ codes: [LanguageCode])
    -> [String: [SiteConfiguration.MenuItem]]
  {
    var menus: [String: [SiteConfiguration.MenuItem]] = [:]
    _ = reader.nested("menus", known: nil) { reader -> Bool? in
      for name in reader.entries.map(\.key) {
        menus[name] = reader.mappings(name, known: ["url", "label"], needed: ["url", "label"]) {
          reader in
          let url = reader.checked("url", \.isMenuAddress) { .badMenuAddress($0, at: $1) }
          let label = Localized(reader.everywhere("label", codes))
          if label.texts.isEmpty { _ = reader.requiredText("label") }
          if reader.node("url") == nil { _ = reader.requiredText("url") }
          return url.map {
            SiteConfiguration.MenuItem(
              url: $0.value, label: label, location: reader.place($0.bytes))
          }
        }
      }
      return true
    }
    return menus
  }

  private static func services(_ reader: inout MappingReader) -> SiteConfiguration.Services {
    reader.nested("services", known: ["newsletter", "comments", "polls"]) { reader in
      SiteConfiguration.Services(
        newsletter: reader.webAddress("newsletter")?.value,
        comments: reader.webAddress("comments")?.value, polls: reader.webAddress("polls")?.value)
    } ?? SiteConfiguration.Services()
  }
}

/// Reads the languages of `site.yaml`.
private enum LanguagesReader {
  private static let keys: Set<String> = [
    "code", "name", "locale", "path", "months", "digits", "hijri",
  ]

  static func read(_ reader: inout MappingReader) -> [Language] {
    if reader.node("languages") == nil {
      reader.report(.missingLanguages(at: reader.place(reader.bytes)))
      return []
    }
    var languages: [Language] = []
    _ = reader.mappings("languages", known: keys, needed: ["code", "name"]) { reader -> Bool? in
      guard let language = language(&reader, before: languages) else { return nil }
      languages.append(language)
      return true
    }
    if languages.isEmpty, reader.diagnostics.isEmpty {
      reader.report(.missingLanguages(at: reader.place(reader.bytes)))
    }
    return languages
  }

  private static func language(_ reader: inout MappingReader, before: [Language]) -> Language? {
    let code = reader.checked("code", \.isLanguageTag) { .badLanguageCode($0, at: $1) }
    if reader.node("code") == nil { _ = reader.requiredText("code") }
    guard let code else { return nil }
    if before.contains(where: { $0.code.tag.lowercased() == code.value.lowercased() }) {
      reader.report(.repeatedItem(code.value, of: "code", at: reader.place(code.bytes)))
    }
    let path = reader.checked("path", \.isLanguagePath) { .badLanguagePath($0, at: $1) }
    if let path, let other = before.first(where: { $0.path == path.value }) {
      reader.report(
        .duplicateLanguagePath(
          path.value, other: other.code.tag, at: reader.place(path.bytes)))
    }
    let locale = reader.checked("locale", Language.isKnown(locale:)) {
      .unknownLocale($0, known: Language.knownLocales, at: $1)
    }
    return Language(
      code: LanguageCode(code.value), name: reader.requiredText("name")?.value ?? code.value,
      locale: locale?.value ?? code.value,
      path: path?.value ?? (before.isEmpty ? "/" : "/\(code.value.lowercased())/"),
      months: reader.choice("months", of: Language.Months.self)?.value ?? .locale,
      digits: reader.choice("digits", of: Language.Digits.self)?.value ?? .latin,
      showsHijriDate: reader.boolean("hijri") ?? false)
  }
}

extension String {
  /// `/`, or plain names between slashes: `/en/`.
  fileprivate var isLanguagePath: Bool {
    guard self != "/" else { return true }
    return hasPrefix("/") && hasSuffix("/")
      && dropFirst().dropLast().split(separator: "/", omittingEmptySubsequences: false)
        .allSatisfy { String($0).isPlainSlug }
  }

  /// A path of the site, an address on the web, or a mail address.
  fileprivate var isMenuAddress: Bool {
    isWebAddress || hasPrefix("mailto:") || (hasPrefix("/") && !hasPrefix("//"))
  }
}
