import SiteCache
import SiteDiagnostics
import SiteDigest
import SiteModel
import SiteText
import SiteYAML

extension ImageSize: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(width)
    cache.write(height)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(width: try Int(from: &cache), height: try Int(from: &cache))
  }
}

extension Attachment: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(asset)
    cache.write(name)
    cache.write(byteCount)
    cache.write(imageSize)
    cache.write(stamp)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(
      asset: try Asset(from: &cache), name: try String(from: &cache),
      byteCount: try Int(from: &cache), imageSize: try ImageSize?(from: &cache),
      stamp: try FileStamp?(from: &cache))
  }
}

/// A located text as it is kept.
private struct LocatedText: Cacheable {
  let text: Located<String>

  init(_ text: Located<String>) { self.text = text }

  func write(to cache: inout CacheWriter) {
    cache.write(text.value)
    cache.write(text.bytes)
  }

  init(from cache: inout CacheReader) throws(CacheDamage) {
    text = Located(try String(from: &cache), bytes: try Range<Int>(from: &cache))
  }
}

extension DraftEdition {
  func write(to cache: inout CacheWriter) {
    cache.write(edition)
    cache.write(source.body)
    cache.write(source.fingerprint)
    cache.write(slugBytes)
    cache.write(id.map(LocatedText.init))
    cache.write(tags?.map(LocatedText.init))
    cache.write(aliases.map(LocatedText.init))
    cache.write(related.map(LocatedText.init))
  }

  /// - Parameter folder: where the text is read when it is needed.
  init(from cache: inout CacheReader, in folder: SiteFolder) throws(CacheDamage) {
    edition = try Edition(from: &cache)
    source = EditionSource(
      edition.path, in: folder, body: try Range<Int>(from: &cache),
      fingerprint: try Fingerprint(from: &cache))
    slugBytes = try Range<Int>?(from: &cache)
    id = try LocatedText?(from: &cache)?.text
    tags = try [LocatedText]?(from: &cache)?.map(\.text)
    aliases = try [LocatedText](from: &cache).map(\.text)
    related = try [LocatedText](from: &cache).map(\.text)
  }
}

extension LoadedWork {
  /// The work as it is kept; a failure of the machine is not.
  var cached: [UInt8] {
    var cache = CacheWriter()
    cache.write(attachments)
    cache.write(diagnostics)
    cache.write(draft != nil)
    if let draft {
      cache.write(draft.originalIndex)
      cache.write(draft.editions.count)
      for edition in draft.editions { edition.write(to: &cache) }
    }
    return cache.bytes
  }

  init(_ bytes: ArraySlice<UInt8>, of work: WorkFolder, in folder: SiteFolder) throws(CacheDamage) {
    var cache = CacheReader(bytes)
    attachments = try [Attachment](from: &cache)
    diagnostics = try [Diagnostic](from: &cache)
    guard try Bool(from: &cache) else { return }
    let originalIndex = try Int(from: &cache)
    let count = try Int(from: &cache)
    var editions: [DraftEdition] = []
    for _ in 0..<count { editions.append(try DraftEdition(from: &cache, in: folder)) }
    guard editions.indices.contains(originalIndex) else { throw CacheDamage() }
    draft = DraftWork(folder: work, editions: editions, originalIndex: originalIndex)
  }
}
