import SiteDiagnostics
import SiteText
import SiteYAML

extension Strings {
  /// Reads the texts of the interface and checks that every language has all of them, with every
  /// plural that it tells apart and the same placeholders.
  ///
  /// - Parameters:
  ///   - languages: the languages of the site, the first of which sets the placeholders.
  ///   - required: keys that the generator itself uses.
  public static func load(
    _ file: SourceFile, languages: [LanguageCode], required: Set<String> = []
  ) -> (strings: Strings, diagnostics: [Diagnostic]) {
    var loader = StringsLoader(file: file, languages: languages)
    loader.load()
    let others = loader.definitions.filter { !required.contains($0.key) }
    let names = NearMiss(others.map(\.key))
    for key in required.sorted() where !loader.definitions.contains(where: { $0.key == key }) {
      let near = names.suggestions(for: key).first
      let misspelt = others.first { $0.key == near }
      loader.diagnostics.append(
        .missingString(
          key, isMisspelt: misspelt != nil, at: misspelt?.location ?? file.location))
    }
    let strings = Strings(
      languages: languages, definitions: loader.definitions, messages: loader.messages)
    return (strings, loader.diagnostics.sorted())
  }
}

/// Reads `strings.yaml`.
private struct StringsLoader {
  let file: SourceFile
  let languages: [LanguageCode]
  var definitions: [Strings.Definition] = []
  var messages: [LanguageCode: [Strings.Message]] = [:]
  var diagnostics: [Diagnostic] = []

  /// A text as it stands in the file.
  private struct Text {
    let text: String
    let place: SourceLocation
    let placeholders: [String]
  }

  /// The texts of a key in one language: one, or one for each plural.
  private enum Entry {
    case plain(Text)
    case plural([PluralCategory: Text], place: SourceLocation)
  }

  init(file: SourceFile, languages: [LanguageCode]) {
    self.file = file
    self.languages = languages
  }

  mutating func load() {
    let (root, found) = YAMLReader.read(file)
    diagnostics += found
    guard let root else { return }
    guard case .mapping(let entries) = root.content else {
      if case .null = root.content { return }
      return diagnostics.append(.stringsAreNoMapping(at: place(root.bytes)))
    }
    for entry in entries { define(entry) }
  }

  private func place(_ bytes: Range<Int>) -> SourceLocation {
    file.location(atByte: bytes.lowerBound)
  }

  private mutating func define(_ entry: YAMLEntry) {
    let texts = entries(of: entry)
    let isPlural = texts.values.contains { if case .plural = $0 { true } else { false } }
    let parameters = parameters(of: texts, isPlural: isPlural)
    let index = definitions.count
    definitions.append(
      Strings.Definition(
        key: entry.key, index: index, parameters: parameters, isPlural: isPlural,
        location: place(entry.keyBytes)))
    for language in languages {
      messages[language, default: []].append(message(texts[language], parameters))
    }
    checkPlaceholders(of: texts, isPlural: isPlural)
  }

  private func message(_ entry: Entry?, _ parameters: [String]) -> Strings.Message {
    switch entry {
    case .plain(let text): .plain(StringPattern(text.text, parameters: parameters))
    case .plural(let texts, _):
      .plural(texts.mapValues { StringPattern($0.text, parameters: parameters) })
    case nil: .plain(StringPattern("", parameters: []))
    }
  }

  /// The texts of a key by language; what is wrong with them is reported.
  private mutating func entries(of entry: YAMLEntry) -> [LanguageCode: Entry] {
    guard case .mapping(let inner) = entry.value.content else {
      diagnostics.append(
        .stringWithoutLanguages(entry.key, languages, at: place(entry.value.bytes)))
      return [:]
    }
    var texts: [LanguageCode: Entry] = [:]
    for child in inner {
      guard let language = languages.first(where: { $0.tag == child.key }) else {
        if child.lacksColon { continue }
        diagnostics.append(
          .unknownStringLanguage(child.key, known: languages, at: place(child.keyBytes)))
        continue
      }
      texts[language] = self.entry(child, language)
    }
    for language in languages where !inner.contains(where: { $0.key == language.tag }) {
      diagnostics.append(
        .stringLanguageMissing(entry.key, language, at: place(entry.keyBytes)))
    }
    return texts
  }

  private mutating func entry(_ entry: YAMLEntry, _ language: LanguageCode) -> Entry? {
    switch entry.value.content {
    case .scalar: return text(entry.value).map { .plain($0) }
    case .mapping(let forms): return plural(forms, language, entry)
    case .null, .sequence:
      diagnostics.append(.stringIsNoText(at: place(entry.value.bytes)))
      return nil
    }
  }

  private mutating func plural(
    _ forms: [YAMLEntry], _ language: LanguageCode, _ entry: YAMLEntry
  ) -> Entry {
    let wanted = PluralCategory.categories(for: language)
    var texts: [PluralCategory: Text] = [:]
    for form in forms {
      guard let category = PluralCategory(rawValue: form.key), wanted.contains(category) else {
        diagnostics.append(
          .unknownPlural(form.key, language, known: wanted, at: place(form.keyBytes)))
        continue
      }
      texts[category] = text(form.value)
    }
    let missing = wanted.filter { category in !forms.contains { $0.key == category.rawValue } }
    if !missing.isEmpty {
      diagnostics.append(.missingPlurals(missing, language, at: place(entry.keyBytes)))
    }
    return .plural(texts, place: place(entry.keyBytes))
  }

  private mutating func text(_ node: YAMLNode) -> Text? {
    guard case .scalar(let text, _) = node.content else {
      diagnostics.append(.stringIsNoText(at: place(node.bytes)))
      return nil
    }
    let (names, hasStrayBrace) = StringPattern.placeholders(in: text)
    if hasStrayBrace { diagnostics.append(.strayBrace(at: place(node.bytes))) }
    return Text(text: text, place: place(node.bytes), placeholders: names)
  }

  private func texts(_ entry: Entry?) -> [Text] {
    switch entry {
    case .plain(let text): [text]
    case .plural(let texts, _): texts.sorted { $0.key < $1.key }.map(\.value)
    case nil: []
    }
  }

  /// What the first language that has the key puts between braces; `count` where there are plurals.
  private func parameters(of entries: [LanguageCode: Entry], isPlural: Bool) -> [String] {
    let first = languages.lazy.compactMap { entries[$0] }.first
    let names = texts(first).flatMap(\.placeholders) + (isPlural ? ["count"] : [])
    return Set(names).sorted()
  }

  private mutating func checkPlaceholders(of entries: [LanguageCode: Entry], isPlural: Bool) {
    let known = parameters(of: entries, isPlural: isPlural)
    for language in languages {
      let texts = texts(entries[language])
      guard let first = texts.first else { continue }
      for text in texts {
        for name in Set(text.placeholders).subtracting(known).sorted() {
          diagnostics.append(.unknownPlaceholder(name, known: known, at: text.place))
        }
      }
      let used = Set(texts.flatMap(\.placeholders))
      for name in known where !used.contains(name) && !(isPlural && name == "count") {
        diagnostics.append(.missingPlaceholder(name, at: first.place))
      }
    }
  }
}
