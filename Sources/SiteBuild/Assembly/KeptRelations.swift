import SiteCache
import SiteDigest
import SiteModel
import SiteText

extension CacheLog.Kind {
  /// Which works are alike, by language.
  static let related = Self(rawValue: 9)
}

/// The works that are most like each article of a language, as an earlier build found them; they
/// are the same as long as everything is that articles may share.
struct KeptRelations {
  /// What `RelatedWorks` finds; nil where it has to look again.
  let alike: [[Int]]?
  private let language: LanguageCode
  private let fingerprint: Fingerprint

  /// - Parameter articles: newest first.
  init(in log: CacheLog, language: LanguageCode, of articles: [SiteEdition]) {
    self.language = language
    let fingerprint = Self.fingerprint(of: articles)
    self.fingerprint = fingerprint
    alike = log.value(.related, language.tag).flatMap { bytes in
      var cache = CacheReader(bytes)
      guard (try? Fingerprint(from: &cache)) == fingerprint else { return nil }
      return try? [[Int]](from: &cache)
    }
  }

  /// What is to be kept for the next build.
  func change(to alike: [[Int]]) -> CacheLog.Change {
    var cache = CacheWriter()
    cache.write(fingerprint)
    cache.write(alike)
    return .keep(.related, language.tag, cache.bytes)
  }

  private static func fingerprint(of articles: [SiteEdition]) -> Fingerprint {
    var cache = CacheWriter()
    for article in articles {
      cache.write(article.edition.title)
      cache.write(article.edition.summary)
      for taxonomy in SiteEdition.sharedTaxonomies { cache.write(article.terms[taxonomy] ?? []) }
    }
    return Fingerprint(of: cache.bytes)
  }
}
