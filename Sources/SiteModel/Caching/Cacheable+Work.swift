import SiteCache
import SiteDiagnostics
import SiteText

extension Asset: Cacheable {
  public func write(to cache: inout CacheWriter) { cache.write(path) }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(path: try String(from: &cache))
  }
}

extension Tag: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(key)
    cache.write(name)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(key: try String(from: &cache), name: try String(from: &cache))
  }
}

extension Alias: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(path)
    cache.write(location)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(path: try String(from: &cache), location: try SourceLocation(from: &cache))
  }
}

extension Translation.Method: Cacheable {}

extension Translation.SourceNote: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(hash)
    cache.write(location)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(hash: try String?(from: &cache), location: try SourceLocation(from: &cache))
  }
}

extension Translation: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(of)
    cache.write(method)
    cache.write(source)
    cache.write(isStale)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(
      of: try LanguageCode(from: &cache), method: try Method(from: &cache),
      source: try SourceNote?(from: &cache), isStale: try Bool(from: &cache))
  }
}

extension Correction: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(date)
    cache.write(text)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(date: try Timestamp(from: &cache), text: try String(from: &cache))
  }
}

extension WorkType: Cacheable {}
extension WorkStatus: Cacheable {}

extension WorkMetadata.Image: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(asset)
    cache.write(alt)
    cache.write(caption)
    cache.write(credit)
    cache.write(language)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(
      asset: try Asset(from: &cache), alt: try String(from: &cache),
      caption: try String?(from: &cache), credit: try String?(from: &cache),
      language: try LanguageCode(from: &cache))
  }
}

extension WorkMetadata.Source: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(name)
    cache.write(url)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(name: try String(from: &cache), url: try String?(from: &cache))
  }
}

extension WorkMetadata: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(type)
    cache.write(status)
    for moment in [date, updated, expires] { cache.write(moment) }
    for people in [authors, translators, editors, reviewers] { cache.write(people) }
    cache.write(topics)
    cache.write(regions)
    for text in [series, doi, issn, isbn, volume, issue, pages, number] { cache.write(text) }
    cache.write(pdf)
    cache.write(image)
    cache.write(related)
    cache.write(source)
    cache.write(license)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(
      type: try WorkType(from: &cache), status: try WorkStatus(from: &cache),
      date: try Timestamp?(from: &cache), updated: try Timestamp?(from: &cache),
      expires: try Timestamp?(from: &cache), authors: try [String](from: &cache),
      translators: try [String](from: &cache), editors: try [String](from: &cache),
      reviewers: try [String](from: &cache), topics: try [String](from: &cache),
      regions: try [String](from: &cache), series: try String?(from: &cache),
      doi: try String?(from: &cache), issn: try String?(from: &cache),
      isbn: try String?(from: &cache), volume: try String?(from: &cache),
      issue: try String?(from: &cache), pages: try String?(from: &cache),
      number: try String?(from: &cache), pdf: try Asset?(from: &cache),
      image: try Image?(from: &cache), related: try [String](from: &cache),
      source: try Source?(from: &cache), license: try String?(from: &cache))
  }
}

extension Edition: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(language)
    cache.write(path)
    cache.write(slug)
    cache.write(slugLocation)
    cache.write(title)
    cache.write(subtitle)
    cache.write(summary)
    cache.write(keywords)
    cache.write(tags)
    cache.write(dateline)
    cache.write(metadata)
    cache.write(translation)
    cache.write(aliases)
    cache.write(corrections)
  }

  public convenience init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(
      language: try LanguageCode(from: &cache), path: try String(from: &cache),
      slug: try String(from: &cache), slugLocation: try SourceLocation?(from: &cache),
      title: try String(from: &cache), subtitle: try String?(from: &cache),
      summary: try String?(from: &cache), keywords: try [String](from: &cache),
      tags: try [Tag](from: &cache), dateline: try String?(from: &cache),
      metadata: try WorkMetadata(from: &cache), translation: try Translation?(from: &cache),
      aliases: try [Alias](from: &cache), corrections: try [Correction](from: &cache))
  }
}
