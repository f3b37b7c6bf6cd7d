import SiteCache
import SiteHTML

extension Heading: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(level)
    cache.write(id)
    cache.write(html.description)
    cache.write(text)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(
      level: try Int(from: &cache), id: try String(from: &cache),
      html: HTML(trusted: Array(try cache.part())), text: try String(from: &cache))
  }
}

extension OutgoingLink: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(destination)
    cache.write(url)
    cache.write(fragment)
    cache.write(leadsIntoSite)
    cache.write(offset)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(
      destination: try String(from: &cache), url: try String(from: &cache),
      fragment: try String?(from: &cache), leadsIntoSite: try Bool(from: &cache),
      offset: try Int(from: &cache))
  }
}

extension PageParts: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(noteReferences)
    cache.write(captionedTables)
    cache.write(callouts)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    noteReferences = try [Int](from: &cache)
    captionedTables = try [Int](from: &cache)
    callouts = try Int(from: &cache)
  }
}

extension ImageReference: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(url)
    cache.write(width)
    cache.write(height)
    cache.write(copies?.srcset)
    cache.write(copies?.sizes)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    let url = try String(from: &cache)
    let (width, height) = (try Int?(from: &cache), try Int?(from: &cache))
    let (srcset, sizes) = (try String?(from: &cache), try String?(from: &cache))
    self.init(
      url: url, width: width, height: height,
      copies: srcset.flatMap { srcset in sizes.map { Copies(srcset: srcset, sizes: $0) } })
  }
}

extension MarkdownImage: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(destination)
    cache.write(image)
    cache.write(alt)
    cache.write(offset)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(
      destination: try String(from: &cache), image: try ImageReference(from: &cache),
      alt: try String(from: &cache), offset: try Int(from: &cache))
  }
}
