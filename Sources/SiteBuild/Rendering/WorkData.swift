import SiteHTML
import SiteModel
import SiteText

/// A work as JSON-LD describes it (schema.org, CreativeWork).
struct WorkData {
  let root: EditionRoot
  /// Its permalink, absolute.
  let url: String

  private var site: Site { root.site }

  func append(to json: inout JSONWriter) {
    let edition = root.edition
    let metadata = edition.metadata
    json.string("@type", type(of: metadata.type))
    json.string("@id", url)
    json.string("mainEntityOfPage", url)
    json.string("headline", edition.title)
    json.string("alternativeHeadline", edition.subtitle)
    json.string("abstract", root.value.summary)
    appendImage(to: &json)
    json.string("datePublished", metadata.date?.published)
    json.string("dateModified", (metadata.updated ?? metadata.date)?.published)
    appendPeople("author", metadata.authors, to: &json)
    appendPeople("editor", metadata.editors, to: &json)
    appendPeople("translator", metadata.translators, to: &json)
    json.string("inLanguage", edition.language.tag)
    append("keywords", edition.keywords + edition.tags.map(\.name), to: &json)
    let topics = root.value.terms[.topics] ?? []
    append("about", topics.map { site[term: $0].name.text }, to: &json)
    StructuredData.appendPublisher(
      SiteRoot(site: site, language: root.value.language), to: &json)
    appendLicense(metadata.license ?? site.configuration.license, to: &json)
    appendIdentifiers(metadata, to: &json)
    appendWhole(metadata, to: &json)
    json.number("wordCount", root.site.text(of: root.index).wordCount)
    json.string("isBasedOn", metadata.source?.url)
    if metadata.status == .retracted { json.string("creativeWorkStatus", "Retracted") }
    appendTranslations(of: edition, to: &json)
  }

  private func type(of type: WorkType) -> String {
    switch type {
    case .study, .paper: "ScholarlyArticle"
    case .report, .brief: "Report"
    case .news: "NewsArticle"
    case .commentary: "OpinionNewsArticle"
    case .interview, .dossier, .poll, .appearance: "Article"
    case .review: "Review"
    }
  }

  private func append(_ name: StaticString, _ strings: [String], to json: inout JSONWriter) {
    if !strings.isEmpty { json.strings(name, strings) }
  }

  private func appendImage(to json: inout JSONWriter) {
    guard let image = root.value.image else { return }
    json.object("image") { json in
      json.string("@type", "ImageObject")
      json.string("url", site.absoluteURL(image.path))
      json.number("width", image.width)
      json.number("height", image.height)
    }
  }

  private func appendPeople(
    _ name: StaticString, _ keys: [String], to json: inout JSONWriter
  ) {
    let people = keys.compactMap { key in
      site.person(key).flatMap { person in
        person.name.best(for: root.language).map { (key: key, person: person, name: $0.text) }
      }
    }
    guard !people.isEmpty else { return }
    json.array(name) { json in
      for entry in people {
        json.object { append(entry.person, key: entry.key, named: entry.name, to: &$0) }
      }
    }
  }

  private func append(
    _ person: Person, key: String, named name: String, to json: inout JSONWriter
  ) {
    let page = site.personTerm(key, in: root.value.language)
    json.string("@type", "Person")
    json.string("name", name)
    json.string("url", page.map { site.absoluteURL(site[term: $0].path) })
    json.string("sameAs", person.orcid.map { "https://orcid.org/" + $0 })
    if let affiliation = person.affiliation.best(for: root.language) {
      json.object("affiliation") { json in
        json.string("@type", "Organization")
        json.string("name", affiliation.text)
      }
    }
  }

  /// schema.org takes an address or a work here, never a bare name.
  private func appendLicense(_ name: String?, to json: inout JSONWriter) {
    guard let name else { return }
    if let url = License.url(of: name) { return json.string("license", url) }
    let isAddress = name.hasPrefix("https://") || name.hasPrefix("http://")
    if isAddress { return json.string("license", name.percentEncoded) }
    json.object("license") { json in
      json.string("@type", "CreativeWork")
      json.string("name", name)
    }
  }

  private func appendIdentifiers(_ metadata: WorkMetadata, to json: inout JSONWriter) {
    let short = root.shortLinkPath
    guard metadata.doi != nil || metadata.isbn != nil || short != nil else { return }
    json.array("identifier") { json in
      for (name, value) in [("DOI", metadata.doi), ("ISBN", metadata.isbn)] {
        guard let value else { continue }
        json.object { json in
          json.string("@type", "PropertyValue")
          json.string("propertyID", name)
          json.string("value", value)
        }
      }
      if let short { json.string(site.absoluteURL(short)) }
    }
  }

  private func appendWhole(_ metadata: WorkMetadata, to json: inout JSONWriter) {
    if let series = root.value.terms[.series]?.first {
      json.object("isPartOf") { json in
        json.string("@type", "CreativeWorkSeries")
        json.string("name", site[term: series].name.text)
        json.string("url", site.absoluteURL(site[term: series].path))
        json.string("issn", metadata.issn)
      }
    } else if let issn = metadata.issn {
      json.object("isPartOf") { json in
        json.string("@type", "Periodical")
        json.string("issn", issn)
      }
    }
  }

  private func appendTranslations(of edition: Edition, to json: inout JSONWriter) {
    let siblings = root.siblings
    if let translation = edition.translation {
      guard let original = siblings.first(where: { $0.language == translation.of }) else { return }
      json.object("translationOfWork") { append(original, to: &$0) }
    } else if !siblings.isEmpty {
      json.array("workTranslation") { json in
        for sibling in siblings { json.object { append(sibling, to: &$0) } }
      }
    }
  }

  private func append(_ reference: EditionRoot, to json: inout JSONWriter) {
    json.string("@type", "CreativeWork")
    json.string("@id", site.absoluteURL(reference.value.path))
    json.string("inLanguage", reference.language.tag)
  }
}
