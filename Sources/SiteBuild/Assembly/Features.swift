import SiteDigest
import SiteModel
import SiteText

extension SiteEdition {
  /// The taxonomies whose terms are features.
  static let sharedTaxonomies: [Taxonomy] = [.series, .tags, .topics, .regions, .authors]

  /// What the edition may share with others, each once, in a fixed order.
  var features: [FeatureKey] {
    var keys: [FeatureKey] = []
    for taxonomy in Self.sharedTaxonomies {
      keys += (terms[taxonomy] ?? []).map { .term($0, taxonomy) }
    }
    var seen: Set<UInt64> = []
    for word in words where seen.insert(word).inserted { keys.append(.word(word)) }
    return keys
  }

  /// Digests of the folded words of the title and the summary that are long enough to mean
  /// something.
  private var words: [UInt64] {
    var words: [UInt64] = []
    var word: [UInt8] = []
    var length = 0
    let text = TextFolding.fold(edition.title + " " + (edition.summary ?? "")) + " "
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic {
        word += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        length += 1
      } else {
        if length > 3 { words.append(Fingerprint(of: word).low) }
        word.removeAll(keepingCapacity: true)
        length = 0
      }
    }
    return words
  }
}
