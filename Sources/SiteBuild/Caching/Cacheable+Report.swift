import SiteCache
import SiteDiagnostics
import SiteModel
import SiteText

extension BuildReport: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(diagnostics)
    cache.write(languages)
    cache.write(fileCount)
    cache.write(keptFiles)
    cache.write(held)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(diagnostics: try [Diagnostic](from: &cache))
    languages = try [LanguageCount](from: &cache)
    fileCount = try Int(from: &cache)
    keptFiles = try [String](from: &cache)
    held = try Held?(from: &cache)
  }
}

extension BuildReport.LanguageCount: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(language)
    cache.write(articles)
    cache.write(pages)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(
      language: try String(from: &cache), articles: try Int(from: &cache),
      pages: try Int(from: &cache))
  }
}

extension BuildReport.Held: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(drafts)
    cache.write(scheduled)
    cache.write(expired)
    cache.write(clock)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(
      drafts: try Int(from: &cache), scheduled: try Int(from: &cache),
      expired: try Int(from: &cache), clock: try Timestamp(from: &cache))
  }
}
