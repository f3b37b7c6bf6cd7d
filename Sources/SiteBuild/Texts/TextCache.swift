import SiteCache
import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteMarkdown
import SiteModel
import SiteText

extension CacheLog.Kind {
  /// What is known of a text, by the path of its edition.
  static let text = Self(rawValue: 2)
  /// What the addresses of the site were, under one name.
  static let addresses = Self(rawValue: 3)
}

/// Texts that were rendered in earlier builds.
///
/// A text is taken over when its file, the files beside it and the settings that it is rendered by
/// are the same, and its links still lead to where they led.
struct TextCache: Sendable {
  private let log: CacheLog
  private let settings: [LanguageCode: Fingerprint]
  private let addresses: Fingerprint
  /// Whether every link leads to where it led.
  private let addressesAreUnchanged: Bool

  private static let allAddresses = "all"

  /// - Parameters:
  ///   - settings: what a text in a language is rendered by, apart from its file.
  ///   - addresses: everything that links can lead to.
  init(
    _ log: CacheLog, settings: [LanguageCode: Fingerprint], addresses: Fingerprint
  ) {
    self.log = log
    self.settings = settings
    self.addresses = addresses
    addressesAreUnchanged =
      log.value(.addresses, Self.allAddresses).map(Array.init) == addresses.cached
  }

  /// What an earlier build found, when it would be found again.
  ///
  /// Charts are drawn from files, of which only the stamp is known here: a text beside a file that
  /// may have changed behind it is rendered again.
  ///
  /// - Parameter resolver: finds what the links of the edition lead to now.
  func text(
    of edition: Edition, _ source: EditionSource, attachments: [Attachment],
    resolver: (Set<String>) -> ContentLinkResolver
  ) -> KnownText? {
    guard let bytes = log.value(.text, edition.path),
      attachments.allSatisfy({ $0.stamp != nil || $0.imageSize != nil })
    else { return nil }
    var cache = CacheReader(bytes)
    guard let key = try? Fingerprint(from: &cache),
      key == self.key(of: edition, source, attachments),
      let known = try? KnownText(from: &cache),
      addressesAreUnchanged || known.links(stillResolveBy: resolver(known.fragmentsInNamedLanguage))
    else { return nil }
    return known
  }

  /// What is to be kept of texts that were rendered. One with errors is forgotten: of all that are
  /// kept, the links lead somewhere among the addresses that are kept with them.
  func updates(
    for texts: [(rendered: RenderedEdition, source: EditionSource, attachments: [Attachment])]
  ) -> [CacheLog.Change] {
    var changes: [CacheLog.Change] = texts.map { text in
      let edition = text.rendered.edition
      guard !text.rendered.diagnostics.containError else { return .forget(.text, edition.path) }
      var cache = CacheWriter()
      cache.write(key(of: edition, text.source, text.attachments))
      cache.write(KnownText(text.rendered))
      return .keep(.text, edition.path, cache.bytes)
    }
    if !addressesAreUnchanged {
      changes.append(.keep(.addresses, Self.allAddresses, addresses.cached))
    }
    return changes
  }

  /// What is to be forgotten: texts that are no longer published.
  func removals(except editions: [RenderedEdition]) -> [CacheLog.Change] {
    log.removals(.text, except: editions.lazy.map(\.edition.path))
  }

  private func key(
    of edition: Edition, _ source: EditionSource, _ attachments: [Attachment]
  ) -> Fingerprint {
    var cache = CacheWriter()
    cache.write(settings[edition.language])
    cache.write(source.fingerprint)
    cache.write(source.body)
    cache.write(edition.summary == nil)
    cache.write(attachments)
    return Fingerprint(of: cache.bytes)
  }
}

/// A text as it is kept.
struct KnownText: Cacheable {
  let text: EditionText
  let diagnostics: [Diagnostic]
  let fragmentsInNamedLanguage: Set<String>

  init(_ rendered: RenderedEdition) {
    text = rendered.text
    diagnostics = rendered.diagnostics
    fragmentsInNamedLanguage = rendered.fragmentsInNamedLanguage
  }

  /// Whether links and images lead to where they led. Links that led nowhere are errors, with
  /// which nothing is kept; those whose works were not published then may lead somewhere now.
  func links(stillResolveBy resolver: ContentLinkResolver) -> Bool {
    !text.hasUnavailableLinks
      && text.links.allSatisfy { link in
        guard link.leadsIntoSite else { return resolver.resolve(address: link.destination) == nil }
        guard case .url(link.url, _) = resolver.resolve(link: link.destination) else {
          return false
        }
        return true
      }
      && text.images.allSatisfy {
        resolver.resolve(image: $0.destination) == .image($0.image)
      }
  }

  func write(to cache: inout CacheWriter) {
    cache.write(text)
    cache.write(diagnostics)
    cache.write(fragmentsInNamedLanguage)
  }

  init(from cache: inout CacheReader) throws(CacheDamage) {
    text = try EditionText(from: &cache)
    diagnostics = try [Diagnostic](from: &cache)
    fragmentsInNamedLanguage = try Set<String>(from: &cache)
  }
}
