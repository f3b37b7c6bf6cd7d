import SiteHTML
import SiteMarkdown
import SiteModel
import SiteText

/// JSON-LD in the vocabulary of schema.org.
enum StructuredData {
  /// The front page: the site, its search, and who publishes it.
  static func home(_ page: PageRoot) -> JSONValue {
    let root = SiteRoot(site: page.site, language: page.language)
    let search = page.site.absoluteURL(root.siteLanguage.language.path + "search/")
    return .object([
      "@context": .string("https://schema.org"),
      "@type": .string("WebSite"),
      "name": .string(root.title.text),
      "description": .string(root.description.text),
      "url": .string(page.site.absoluteURL(page.path)),
      "inLanguage": .string(root.siteLanguage.code.tag),
      "publisher": publisher(root),
      "potentialAction": .object([
        "@type": .string("SearchAction"),
        "target": .object([
          "@type": .string("EntryPoint"),
          "urlTemplate": .string(search + "?q={search_term_string}"),
        ]),
        "query-input": .string("required name=search_term_string"),
      ]),
    ])
  }

  /// Any other page: what it is and where it stands.
  static func page(_ page: PageRoot) -> JSONValue {
    .object([
      "@context": .string("https://schema.org"),
      "@type": .string(type(of: page.kind)),
      "name": .string(page.title.text),
      "description": page.description.map { .string($0.text) },
      "url": .string(page.site.absoluteURL(page.path)),
      "inLanguage": .string(page.site.languages[page.language].code.tag),
      "breadcrumb": breadcrumbs(page),
    ])
  }

  private static func type(of kind: PageKind) -> String {
    switch kind {
    case .author: "ProfilePage"
    case .search: "SearchResultsPage"
    case .list, .term, .terms, .archive: "CollectionPage"
    case .home, .article, .page, .notFound: "WebPage"
    }
  }

  /// An article and the way to it.
  static func article(_ root: EditionRoot) -> JSONValue {
    let url = root.site.absoluteURL(root.value.path)
    return .object([
      "@context": .string("https://schema.org"),
      "@graph": .array([
        work(root, url: url),
        breadcrumbs(root.breadcrumbs, site: root.site, last: url),
      ]),
    ])
  }

  private static func work(_ root: EditionRoot, url: String) -> JSONValue {
    let edition = root.edition
    let metadata = edition.metadata
    let siteRoot = SiteRoot(site: root.site, language: root.value.language)
    return .object([
      "@type": .string(type(of: metadata.type)),
      "@id": .string(url),
      "mainEntityOfPage": .string(url),
      "headline": .string(edition.title),
      "alternativeHeadline": edition.subtitle.map { .string($0) },
      "abstract": root.value.summary.map { .string($0) },
      "image": root.value.image.map { image($0, site: root.site) },
      "datePublished": metadata.date.map { .string($0.published) },
      "dateModified": (metadata.updated ?? metadata.date).map { .string($0.published) },
      "author": people(metadata.authors, root),
      "editor": people(metadata.editors, root),
      "translator": people(metadata.translators, root),
      "inLanguage": .string(edition.language.tag),
      "keywords": list(edition.keywords + edition.tags),
      "about": list((root.value.terms[.topics] ?? []).map { root.site.terms[$0].name.text }),
      "publisher": publisher(siteRoot),
      "license": (metadata.license ?? root.site.configuration.license).map {
        license($0)
      },
      "identifier": identifiers(of: root),
      "isPartOf": isPartOf(root),
      "wordCount": .number(root.value.text.wordCount),
      "isBasedOn": metadata.source?.url.map { .string($0) },
      "creativeWorkStatus": metadata.status == .retracted ? .string("Retracted") : nil,
      "translationOfWork": translationOf(root),
      "workTranslation": translations(of: root),
    ])
  }

  private static func type(of type: WorkType) -> String {
    switch type {
    case .study, .paper: "ScholarlyArticle"
    case .report, .brief: "Report"
    case .news: "NewsArticle"
    case .commentary: "OpinionNewsArticle"
    case .interview, .dossier, .poll, .appearance: "Article"
    case .review: "Review"
    }
  }

  /// schema.org takes an address or a work here, never a bare name.
  private static func license(_ name: String) -> JSONValue {
    if let url = License.url(of: name) { return .string(url) }
    let isAddress = name.hasPrefix("https://") || name.hasPrefix("http://")
    if isAddress { return .string(name.percentEncoded) }
    return .object(["@type": .string("CreativeWork"), "name": .string(name)])
  }

  private static func image(_ image: PublishedImage, site: Site) -> JSONValue {
    .object([
      "@type": .string("ImageObject"),
      "url": .string(site.absoluteURL(image.path)),
      "width": .number(image.width),
      "height": .number(image.height),
    ])
  }

  private static func people(_ keys: [String], _ root: EditionRoot) -> JSONValue? {
    let people = keys.compactMap { key -> JSONValue? in
      guard let person = root.site.people[key],
        let name = person.name.best(for: root.language)
      else { return nil }
      let page = root.site.personTerm(key, in: root.value.language)
      return .object([
        "@type": .string("Person"),
        "name": .string(name.text),
        "url": page.map { .string(root.site.absoluteURL(root.site.terms[$0].path)) },
        "sameAs": person.orcid.map { .string("https://orcid.org/" + $0) },
        "affiliation": person.affiliation.best(for: root.language).map {
          .object(["@type": .string("Organization"), "name": .string($0.text)])
        },
      ])
    }
    return people.isEmpty ? nil : .array(people)
  }

  private static func list(_ strings: [String]) -> JSONValue? {
    strings.isEmpty ? nil : .strings(strings)
  }

  private static func publisher(_ root: SiteRoot) -> JSONValue {
    .object([
      "@type": .string("Organization"),
      "name": .string(root.title.text),
      "url": .string(root.site.absoluteURL("/")),
    ])
  }

  private static func identifiers(of root: EditionRoot) -> JSONValue? {
    let metadata = root.edition.metadata
    let named = [("DOI", metadata.doi), ("ISBN", metadata.isbn)].compactMap { name, value in
      value.map { value -> JSONValue in
        .object([
          "@type": .string("PropertyValue"), "propertyID": .string(name), "value": .string(value),
        ])
      }
    }
    let short = root.shortLinkPath.map { JSONValue.string(root.site.absoluteURL($0)) }
    let all = named + [short].compactMap(\.self)
    return all.isEmpty ? nil : .array(all)
  }

  private static func isPartOf(_ root: EditionRoot) -> JSONValue? {
    let metadata = root.edition.metadata
    if let series = root.value.terms[.series]?.first {
      return .object([
        "@type": .string("CreativeWorkSeries"),
        "name": .string(root.site.terms[series].name.text),
        "url": .string(root.site.absoluteURL(root.site.terms[series].path)),
        "issn": metadata.issn.map { .string($0) },
      ])
    }
    return metadata.issn.map { .object(["@type": .string("Periodical"), "issn": .string($0)]) }
  }

  private static func translationOf(_ root: EditionRoot) -> JSONValue? {
    guard let translation = root.edition.translation else { return nil }
    return root.siblings.first { $0.language == translation.of }.map(reference)
  }

  private static func translations(of root: EditionRoot) -> JSONValue? {
    guard root.edition.translation == nil, !root.siblings.isEmpty else { return nil }
    return .array(root.siblings.map(reference))
  }

  private static func reference(to root: EditionRoot) -> JSONValue {
    .object([
      "@type": .string("CreativeWork"),
      "@id": .string(root.site.absoluteURL(root.value.path)),
      "inLanguage": .string(root.language.tag),
    ])
  }

  private static func breadcrumbs(_ page: PageRoot) -> JSONValue? {
    guard !page.breadcrumbs.isEmpty else { return nil }
    return breadcrumbs(
      page.breadcrumbs, site: page.site, last: page.site.absoluteURL(page.path))
  }

  private static func breadcrumbs(_ crumbs: [CrumbRoot], site: Site, last: String) -> JSONValue {
    .object([
      "@type": .string("BreadcrumbList"),
      "itemListElement": .array(
        crumbs.enumerated().map { index, crumb in
          .object([
            "@type": .string("ListItem"),
            "position": .number(index + 1),
            "name": .string(crumb.title.text),
            "item": .string(crumb.url.map(site.origin(with:)) ?? last),
          ])
        }),
    ])
  }
}

extension Timestamp {
  /// The date alone, or the date and time with its offset where the time is known.
  var published: String { time == nil ? isoDate : rfc3339 }
}

extension Site {
  /// A URL from the host's root as an absolute one.
  func origin(with url: String) -> String {
    guard url.hasPrefix("/") else { return url }
    return configuration.url.dropLast(configuration.basePath.count) + url
  }
}
