import SiteModel
import SiteText

extension SiteEdition {
  /// What the edition may share with others, each once, in a fixed order.
  var features: [FeatureKey] {
    var keys: [FeatureKey] = []
    keys += (terms[.series] ?? []).map { .series($0) }
    keys += (terms[.tags] ?? []).map { .tag($0) }
    keys += ((terms[.topics] ?? []) + (terms[.regions] ?? [])).map { .term($0) }
    keys += (terms[.authors] ?? []).map { .author($0) }
    var seen: Set<String> = []
    for word in words where seen.insert(word).inserted { keys.append(.word(word)) }
    return keys
  }

  /// The folded words of the title and the summary that are long enough to mean something.
  private var words: [String] {
    let text = edition.title + " " + (edition.summary ?? "")
    return TextFolding.fold(text).unicodeScalars.split { !$0.properties.isAlphabetic }
      .filter { $0.count > 3 }.map(String.init)
  }
}
