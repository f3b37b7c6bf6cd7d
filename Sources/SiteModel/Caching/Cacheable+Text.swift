import SiteCache
import SiteDiagnostics
import SiteText

extension LanguageCode: Cacheable {
  public func write(to cache: inout CacheWriter) { cache.write(tag) }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(try String(from: &cache))
  }
}

extension Timestamp: Cacheable {
  public func write(to cache: inout CacheWriter) {
    for number in [year, month, day, offset] { cache.write(number) }
    cache.write(time.map { $0.hour * 3600 + $0.minute * 60 + $0.second })
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    let year = try Int(from: &cache)
    let month = try Int(from: &cache)
    let day = try Int(from: &cache)
    let offset = try Int(from: &cache)
    let seconds = try Int?(from: &cache)
    let time = seconds.flatMap {
      Time(hour: $0 / 3600, minute: $0 / 60 % 60, second: $0 % 60)
    }
    guard let value = Self(year: year, month: month, day: day, time: time, offset: offset) else {
      throw CacheDamage()
    }
    self = value
  }
}

extension Wording: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(english)
    cache.write(arabic)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(en: try String(from: &cache), ar: try String(from: &cache))
  }
}

extension SourceLocation: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(path)
    cache.write(line)
    cache.write(column)
    cache.write(excerpt)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(
      path: try String(from: &cache), line: try Int?(from: &cache),
      column: try Int?(from: &cache), excerpt: try String?(from: &cache))
  }
}

extension Diagnostic.Severity: Cacheable {}

extension Diagnostic.Note: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(location)
    cache.write(message)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(at: try SourceLocation(from: &cache), try Wording(from: &cache))
  }
}

extension Diagnostic: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(id)
    cache.write(severity)
    cache.write(location)
    cache.write(message)
    cache.write(fix)
    cache.write(notes)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(
      try String(from: &cache), try Severity(from: &cache), at: try SourceLocation(from: &cache),
      try Wording(from: &cache), fix: try Wording?(from: &cache), notes: try [Note](from: &cache))
  }
}
