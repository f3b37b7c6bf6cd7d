import SiteHTML
import SiteModel
import SiteText

extension Site {
  /// A page that every language has, in each of them.
  ///
  /// - Parameter isVersion: whether search engines may be told of it in a language.
  func alternates(
    of language: Int, isVersion: (_ language: Int) -> Bool = { _ in true },
    path: (Language) -> String
  ) -> [AlternateRoot] {
    languages.indices.map { index in
      alternate(
        index, current: language, path: path(languages[index].language), exists: true,
        isVersion: isVersion(index))
    }
  }

  /// A page in one language; where it does not exist, `path` is the nearest that does.
  ///
  /// - Parameter isVersion: whether search engines may be told of it; nil where it exists.
  func alternate(
    _ index: Int, current: Int, path: String, exists: Bool, isVersion: Bool? = nil
  ) -> AlternateRoot {
    AlternateRoot(
      language: languages[index].language, url: url(path), absoluteURL: absoluteURL(path),
      exists: exists, isVersion: isVersion ?? exists, isCurrent: index == current)
  }

  /// The first step of breadcrumbs.
  func homeCrumb(in language: Int) -> CrumbRoot {
    let own = languages[language]
    return CrumbRoot(
      title: string(.home, in: own.code), url: url(own.language.path))
  }
}

extension PageRoot {
  /// The page of an article, or of a page of the folder `pages`.
  init(of root: EditionRoot) {
    let value = root.value
    let metadata = root.edition.metadata
    self.init(
      site: root.site, language: value.language,
      kind: value.section == .articles ? .article : .page, path: value.path,
      title: LocalizedText(root.edition.title, in: root.language))
    description = value.summary.map { LocalizedText($0, in: root.language) }
    canonicalURL = root.urlElsewhere
    isIndexed = !metadata.status.isUnpublished
    alternates = root.alternates
    breadcrumbs = root.breadcrumbs
    shortLinkPath = root.shortLinkPath
    image = root.imageRoot
    published = metadata.date
    updated = metadata.updated
    edition = root
  }

  /// The page of a term.
  init(of root: TermRoot) {
    let term = root.value
    self.init(
      site: root.site, language: term.language, kind: PageKind(of: term.taxonomy),
      path: term.path, title: term.name)
    description = term.description
    alternates = root.alternates
    breadcrumbs = root.breadcrumbs
    feedPath = term.path
  }

  /// Makes the page one of several that share a list. Only the first has counterparts in other
  /// languages, since the others hold other works there.
  mutating func setListing(_ listing: Listing) {
    guard listing.number > 1 else { return }
    number = listing.number
    let site = self.site
    let language = self.language
    path = listing.path(ofPage: listing.number)
    alternates = alternates.enumerated().map { index, alternate in
      guard index == language else {
        return AlternateRoot(
          language: alternate.language, url: alternate.url, absoluteURL: alternate.absoluteURL,
          exists: false, isVersion: false, isCurrent: false)
      }
      return site.alternate(index, current: language, path: path, exists: true)
    }
    if let last = breadcrumbs.popLast() {
      let number = site.string(
        .pageNumber, in: site.languages[language].code,
        ["number": site.languages[language].formatter.string(number: listing.number)])
      breadcrumbs.append(CrumbRoot(title: last.title, url: site.url(listing.firstPath)))
      breadcrumbs.append(CrumbRoot(title: number, url: nil))
    }
  }
}

extension PageKind {
  /// The kind of the pages of a taxonomy's terms.
  init(of taxonomy: Taxonomy) {
    switch taxonomy {
    case .authors: self = .author
    case .years: self = .archive
    case .topics, .regions, .series, .tags, .types: self = .term
    }
  }
}

extension EditionRoot {
  /// Where a syndicated text was first published; nil for its translations, which were not.
  fileprivate var urlElsewhere: String? {
    let metadata = edition.metadata
    guard metadata.type != .appearance, edition.translation == nil else { return nil }
    return metadata.source?.url
  }

  /// The same work in the other languages; where it does not exist, the index of all articles, or
  /// the front page for a page.
  fileprivate var alternates: [AlternateRoot] {
    site.languages.indices.map { language in
      if language == value.language {
        return site.alternate(
          language, current: language, path: value.path, exists: true,
          isVersion: urlElsewhere == nil)
      }
      if let sibling = siblings.first(where: { $0.value.language == language }) {
        return site.alternate(
          language, current: value.language, path: sibling.value.path, exists: true,
          isVersion: urlElsewhere == nil && sibling.urlElsewhere == nil)
      }
      let base = site.languages[language].language.path
      let nearest = value.section == .articles ? base + "articles/" : base
      return site.alternate(language, current: value.language, path: nearest, exists: false)
    }
  }

  /// The front page, the first topic, the work.
  var breadcrumbs: [CrumbRoot] {
    var crumbs = [site.homeCrumb(in: value.language)]
    if let topic = value.terms[.topics]?.first {
      crumbs.append(
        CrumbRoot(title: site[term: topic].name, url: site.url(site[term: topic].path)))
    } else if value.section == .articles {
      let base = site.languages[value.language].language.path
      crumbs.append(
        CrumbRoot(
          title: site.string(.articles, in: language), url: site.url(base + "articles/")))
    }
    return crumbs + [CrumbRoot(title: LocalizedText(edition.title, in: language), url: nil)]
  }
}

extension TermRoot {
  /// The same term in the other languages; where it has no page, the index of its taxonomy.
  fileprivate var alternates: [AlternateRoot] {
    site.languages.indices.map { language in
      if let counterpart = value.counterparts[language] {
        return site.alternate(
          language, current: value.language, path: site[term: counterpart].path, exists: true)
      }
      let index = site.languages[language].language.path + value.taxonomy.rawValue + "/"
      return site.alternate(language, current: value.language, path: index, exists: false)
    }
  }

  fileprivate var breadcrumbs: [CrumbRoot] {
    let own = site.languages[value.language]
    let index = CrumbRoot(
      title: site.string(.name(of: value.taxonomy), in: own.code),
      url: site.url("\(own.language.path)\(value.taxonomy.rawValue)/"))
    var ancestors: [CrumbRoot] = []
    var next = value.parent
    while let current = next {
      ancestors.append(
        CrumbRoot(title: site[term: current].name, url: site.url(site[term: current].path)))
      next = site[term: current].parent
    }
    return [site.homeCrumb(in: value.language), index] + ancestors.reversed()
      + [CrumbRoot(title: value.name, url: nil)]
  }
}
