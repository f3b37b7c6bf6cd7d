import SiteCards
import SiteModel
import SiteText

extension WholeSite {
  /// What the card of an article says.
  func card(of index: Int) -> Card {
    let edition = editions[index]
    let language = languages[edition.language]
    let metadata = edition.edition.metadata
    let isolation = language.isolation
    let topic = edition.terms[.topics]?.first.map { terms[$0].name }
    let type = strings.text(.kind(metadata.type), in: language.code, [:])
    var date: [UInt8] = []
    if let published = metadata.date {
      language.formatter.append(published, style: .medium, to: &date)
    }
    return Card(
      site: configuration.title.best(for: language.code).map(isolation.isolated) ?? "",
      kicker: [type, topic].compactMap(\.self).map(isolation.isolated).joined(separator: " · "),
      title: isolation.isolated(LocalizedText(edition.edition.title, in: language.code)),
      byline: names(of: metadata.authors, in: language),
      date: String(decoding: date, as: UTF8.self), language: language.code.tag,
      isRightToLeft: language.language.direction == .rightToLeft)
  }

  private func names(of authors: [String], in language: SiteLanguage) -> String {
    let names = authors.compactMap { people[$0]?.name.best(for: language.code) }
      .map(language.isolation.isolated)
    let separators = language.formatter.listSeparators(count: names.count) + [""]
    return zip(names, separators).map { $0 + $1 }.joined()
  }
}
