import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML

/// Puts the editions of one work together and checks each against its folder and the registries.
struct EditionAssembler {
  let work: WorkFolder
  let original: LanguageFile
  let files: [LanguageFile]
  let attachments: [Attachment]
  let configuration: SiteConfiguration
  let vocabularies: Vocabularies
  var diagnostics: [Diagnostic] = []

  /// The editions whose files could be read, in the order of the site's languages.
  mutating func assemble() -> [DraftEdition] {
    if work.section == .articles, !original.fields.statesDate {
      diagnostics.append(.missingDate(at: original.place(original.fields.title?.bytes ?? 0..<0)))
    }
    var folderSlugIsChecked = false
    return files.map { file in
      if file.fields.slug == nil, !folderSlugIsChecked {
        folderSlugIsChecked = true
        checkFolderSlug()
      }
      return draft(file)
    }
  }

  private mutating func draft(_ file: LanguageFile) -> DraftEdition {
    let isOriginal = file.language == original.language
    var fields = file.fields
    if file.isTranslation, !isOriginal {
      var inheritance = Inheritance(of: original, by: file)
      fields = inheritance.merged()
      if !file.isPresumedTranslation { diagnostics += inheritance.diagnostics }
    }
    checkText(of: file)
    checkTerms(of: file)
    checkDates(of: file, merged: fields)
    checkSlug(of: file)
    let own = file.fields
    return DraftEdition(
      edition: edition(file, merged: fields), source: file.source, slugBytes: own.slug?.bytes,
      id: own.id, tags: own.tags?.value, aliases: own.aliases?.value ?? [],
      related: own.related?.value ?? [])
  }

  private mutating func edition(_ file: LanguageFile, merged fields: FrontMatter) -> Edition {
    let own = file.fields
    return Edition(
      language: file.language, path: file.source.file.path, slug: own.slug?.value ?? work.name,
      slugLocation: own.slug.map { file.place($0.bytes) }, title: own.title?.value ?? "",
      subtitle: own.subtitle?.value,
      summary: own.summary?.value, keywords: own.keywords.values, tags: [],
      dateline: own.dateline?.value, metadata: metadata(of: file, merged: fields),
      translation: translation(of: file), aliases: aliases(of: file),
      corrections: own.corrections)
  }

  private func aliases(of file: LanguageFile) -> [Alias] {
    (file.fields.aliases?.value ?? []).map {
      Alias(path: $0.value, location: file.place($0.bytes))
    }
  }

  private mutating func metadata(of file: LanguageFile, merged fields: FrontMatter)
    -> WorkMetadata
  {
    WorkMetadata(
      type: fields.type?.value ?? .study, status: fields.status?.value ?? .published,
      date: fields.date?.value, updated: fields.updated?.value, expires: fields.expires?.value,
      authors: fields.authors.values, translators: fields.translators.values,
      editors: fields.editors.values, reviewers: fields.reviewers.values,
      topics: fields.topics.values, regions: fields.regions.values,
      series: fields.series?.value, doi: fields.doi?.value, issn: fields.issn?.value,
      isbn: fields.isbn?.value, volume: fields.volume?.value, issue: fields.issue?.value,
      pages: fields.pages?.value, number: fields.number?.value,
      pdf: pdf(of: file, merged: fields), image: image(of: file),
      source: fields.source?.value, license: fields.license?.value)
  }

  /// A translation that is begun and not written yet, beside an original with a text.
  private mutating func checkText(of file: LanguageFile) {
    guard file.language != original.language, !file.hasText, original.hasText else { return }
    diagnostics.append(.emptyText(of: original.source.file.path, at: file.source.file.path))
  }

  private mutating func checkTerms(of file: LanguageFile) {
    let fields = file.fields
    check(fields.authors, vocabularies.authors, file)
    check(fields.translators, vocabularies.authors, file)
    check(fields.editors, vocabularies.authors, file)
    check(fields.reviewers, vocabularies.authors, file)
    check(fields.topics, vocabularies.topics, file)
    check(fields.regions, vocabularies.regions, file)
    if let series = fields.series, !vocabularies.series.mayContain(series.value) {
      diagnostics.append(vocabularies.series.undefined(series.value, at: file.place(series.bytes)))
    }
  }

  private mutating func check(
    _ list: FrontMatter.List?, _ vocabulary: Vocabulary, _ file: LanguageFile
  ) {
    for item in list?.value ?? [] where !vocabulary.mayContain(item.value) {
      diagnostics.append(vocabulary.undefined(item.value, at: file.place(item.bytes)))
    }
  }

  private mutating func checkDates(of file: LanguageFile, merged fields: FrontMatter) {
    guard let date = fields.date else { return }
    if let updated = file.fields.updated, updated.value < date.value {
      diagnostics.append(.updatedBeforeDate(at: file.place(updated.bytes)))
    }
    if let expires = file.fields.expires, expires.value <= date.value {
      diagnostics.append(.expiresBeforeDate(at: file.place(expires.bytes)))
    }
  }

  private mutating func checkSlug(of file: LanguageFile) {
    guard let slug = file.fields.slug, !slug.value.isPlainSlug else { return }
    let problems = Slug.problems(in: slug.value, policy: configuration.slugPolicy)
    guard !problems.isEmpty else { return }
    diagnostics.append(
      .badSlug(
        slug.value, problems, at: file.place(slug.bytes),
        suggestion: Slug.make(from: slug.value, policy: configuration.slugPolicy)))
  }

  private mutating func checkFolderSlug() {
    guard !work.name.isPlainSlug else { return }
    let problems = Slug.problems(in: work.name, policy: configuration.slugPolicy)
    guard !problems.isEmpty else { return }
    diagnostics.append(
      .badFolderSlug(
        work.name, problems, folder: work.path,
        suggestion: Slug.make(from: work.name, policy: configuration.slugPolicy)))
  }

  private mutating func translation(of file: LanguageFile) -> Translation? {
    guard let note = file.fields.translation?.value else { return nil }
    let of = note.of.map { LanguageCode($0.value) } ?? original.language
    let rendered = files.first { $0.language == of && of != file.language } ?? original
    let source = note.sourceHash.map {
      Translation.SourceNote(
        hash: $0.value.isEmpty ? nil : $0.value.lowercased(), location: file.place($0.bytes))
    }
    return Translation(
      of: rendered.language, method: note.method, source: source,
      isStale: source == nil && isOlder(file, than: rendered))
  }

  /// Whether a translation that notes no hash was last changed before its original.
  private mutating func isOlder(_ file: LanguageFile, than original: LanguageFile) -> Bool {
    guard let own = file.fields.updated, let newer = original.fields.updated,
      own.value < newer.value
    else { return false }
    diagnostics.append(
      .staleTranslation(of: original.source.file.path, at: file.place(own.bytes)))
    return true
  }
}

extension FrontMatter.List? {
  fileprivate var values: [String] { self?.value.map(\.value) ?? [] }
}

extension String {
  /// Lower-case Latin letters, digits and single hyphens: a slug under every policy, which is
  /// seen without a look at Unicode's tables.
  var isPlainSlug: Bool {
    var previous = UInt8(ascii: "-")
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-") where previous != byte: break
      default: return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: "-") && utf8.count <= Slug.longest
  }
}
