import SiteMarkdown
import SiteModel
import SiteSearch
import SiteText

extension Site {
  /// An article or a page as readers can find it.
  func searchDocument(of index: Int) -> SearchDocument {
    let item = whole.editions[index]
    let edition = item.edition
    let endsSentence = edition.title.last.map { "?؟!…:".contains($0) } ?? false
    let title = [edition.title, edition.subtitle].compactMap(\.self)
      .joined(separator: endsSentence ? " " : ": ")
    return SearchDocument(
      url: url(item.path), title: title, language: edition.language.tag,
      date: edition.metadata.date?.isoDate ?? "", year: edition.metadata.date?.year ?? 0,
      authors: facets(.authors, of: item), topics: facets(.topics, of: item),
      summary: edition.summary ?? "", tags: edition.tags.map(\.name) + edition.keywords,
      isRetracted: edition.metadata.status == .retracted,
      textFingerprint: whole.texts[index].contentFingerprint,
      text: { [whole] in whole.store.plain(of: index, whole) })
  }

  private func facets(_ taxonomy: Taxonomy, of item: SiteEdition) -> [SearchDocument.Facet] {
    (item.terms[taxonomy] ?? []).map { index in
      SearchDocument.Facet(key: whole.terms[index].key, name: whole.terms[index].name.text)
    }
  }
}

extension GlossaryEntry {
  /// Spellings that readers may use for one another. A protected term has one spelling, and what
  /// machine translation makes of it is not another.
  var spellings: [String] {
    isProtected ? [] : preferred.texts.map(\.text) + variants
  }
}
