import SiteCache
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteModel
import SiteText

/// Where everything that can be linked to will be: editions by their folder, files by their path.
struct AddressBook: Sendable {
  /// A work as links find it.
  struct Entry: Sendable {
    let work: Work
    /// Paths from the site's root of the published editions.
    let paths: [LanguageCode: String]
    /// Why the other editions are held back.
    let held: [LanguageCode: Publication.Reason]
  }

  /// A text that is held back.
  struct HeldText: Sendable {
    let edition: Edition
    let section: Work.Section
    /// The address that it would have.
    let path: String
    let reason: Publication.Reason
  }

  /// A file of a work of which nothing is published.
  private struct HeldFile {
    let asset: Asset
    /// The address that it would have beside the work's page; nil for a picture, whose name tells its
    /// content.
    let path: String?
    let reason: Publication.Reason
  }

  private let entries: [String: Entry]
  /// Why nothing is at an address: the text or file that would be there is held back.
  private let held: [String: Publication.Reason]
  /// Texts that are held back and can never be published, since ctsite itself writes a page to
  /// their address.
  let heldAtGenerated: [HeldText]
  /// The texts that only the clock holds back.
  let textsHeldByClock: [HeldText]
  /// Why a file is not published.
  private let heldFiles: [String: Publication.Reason]
  private let published: [String: PublishedFile]
  /// Paths of the published files, sorted.
  private let sortedFiles: [String]
  /// The names of the folders of works.
  private let names: NearMiss
  /// The folders of works by their names, sorted.
  private let folders: [String: [String]]
  /// Files that were found and could not be read, by the folder of their work.
  private let leftOut: [String: Set<String>]
  /// The names of their folders.
  private let namesLeftOut: Set<String>
  /// Pictures that were found and could not be read.
  private let unreadPictures: Set<String>
  /// The taxonomies whose registries could not be read: `topics`.
  private let taxonomiesLeftOut: Set<String>

  init(
    _ content: LoadedContent, publication: Publication, languages: [Language],
    files: [PublishedFile]
  ) {
    let (entries, heldTexts) = Self.entries(content.works, publication, languages: languages)
    self.entries = entries
    let generated = Set(languages.flatMap(\.generatedPaths))
    heldAtGenerated = heldTexts.filter { generated.contains($0.path) }
    textsHeldByClock = heldTexts.filter(\.reason.isOfClock)
    let heldFiles = Self.heldFiles(of: entries.values, content, heldTexts)
    self.heldFiles = Dictionary(
      heldFiles.map { ($0.asset.path, $0.reason) }, uniquingKeysWith: { first, _ in first })
    held = Dictionary(
      heldTexts.filter { !generated.contains($0.path) }.map { ($0.path, $0.reason) }
        + heldFiles.compactMap { file in file.path.map { ($0, file.reason) } },
      uniquingKeysWith: { first, _ in first })
    folders = Dictionary(grouping: entries.keys.sorted(), by: Self.name)
    names = NearMiss(folders.keys)
    leftOut = Dictionary(grouping: content.filesLeftOut) { path in
      path.split(separator: "/").dropLast().joined(separator: "/")
    }.mapValues(Set.init)
    namesLeftOut = Set(leftOut.keys.map(Self.name))
    taxonomiesLeftOut = Set(
      content.unreadRegistries.map { String($0.dropLast(".yaml".count)) })
    unreadPictures = Set(
      (content.attachments.values.joined() + content.portraits).lazy
        .filter(\.isUnreadPicture).map(\.asset.path))
    published = Dictionary(
      files.map { ($0.asset.path, $0) }, uniquingKeysWith: { first, _ in first })
    sortedFiles = files.map(\.asset.path).sorted()
  }

  private static func entries(
    _ works: [Work], _ publication: Publication, languages: [Language]
  ) -> (entries: [String: Entry], held: [HeldText]) {
    let languagePaths = Dictionary(
      languages.map { ($0.code, $0.path) }, uniquingKeysWith: { first, _ in first })
    var heldTexts: [HeldText] = []
    let entries = works.map { work in
      var paths: [LanguageCode: String] = [:]
      var held: [LanguageCode: Publication.Reason] = [:]
      for edition in work.editions {
        let path = Self.path(
          of: edition, section: work.section, languagePath: languagePaths[edition.language] ?? "/")
        if let reason = publication.reasonToHold(edition) {
          held[edition.language] = reason
          heldTexts.append(
            HeldText(edition: edition, section: work.section, path: path, reason: reason))
        } else {
          paths[edition.language] = path
        }
      }
      return (work.folder, Entry(work: work, paths: paths, held: held))
    }
    return (Dictionary(entries, uniquingKeysWith: { first, _ in first }), heldTexts)
  }

  private static func heldFiles(
    of entries: some Collection<Entry>, _ content: LoadedContent, _ heldTexts: [HeldText]
  ) -> [HeldFile] {
    let texts = Dictionary(
      heldTexts.map { ($0.edition.path, $0) }, uniquingKeysWith: { first, _ in first })
    return entries.filter(\.paths.isEmpty).flatMap { entry -> [HeldFile] in
      let all = entry.work.editions.compactMap { texts[$0.path] }
      let ofClock = all.filter(\.reason.isOfClock)
      let held = ofClock.isEmpty ? all : ofClock
      let original = held.first { $0.edition.language == entry.work.originalLanguage }
      guard let page = original ?? held.first else { return [] }
      return (content.attachments[entry.work.folder] ?? []).map {
        HeldFile(
          asset: $0.asset, path: $0.imageSize == nil ? page.path + $0.name : nil,
          reason: page.reason)
      }
    }
  }

  /// Tells whether what links can lead to is the same as in another build.
  var fingerprint: Fingerprint {
    var cache = CacheWriter()
    for (folder, entry) in entries.sorted(by: { $0.key < $1.key }) {
      cache.write(folder)
      cache.write(entry.work.originalLanguage)
      for edition in entry.work.editions {
        cache.write(edition.path)
        cache.write(entry.paths[edition.language])
        entry.held[edition.language].write(to: &cache)
      }
    }
    cache.write(held.keys.sorted())
    cache.write(heldFiles.keys.sorted())
    cache.write(leftOut.values.flatMap(\.self).sorted())
    cache.write(unreadPictures.sorted())
    for path in sortedFiles {
      cache.write(path)
      cache.write(published[path]?.path)
      cache.write(published[path]?.image)
    }
    return Fingerprint(of: cache.bytes)
  }

  /// The permalink of an edition, from the site's root: articles below `articles/`, pages at the
  /// language's root.
  static func path(of edition: Edition, section: Work.Section, languagePath: String) -> String {
    switch section {
    case .articles: "\(languagePath)articles/\(edition.slug)/"
    case .pages: "\(languagePath)\(edition.slug)/"
    }
  }

  /// The work in a folder of the content.
  func entry(atFolder folder: String) -> Entry? { entries[folder] }

  /// Why nothing is at an address, from the site's root and decoded: the text or file that would be
  /// there is held back. Nil for any other address, also where ctsite itself writes a page.
  func reasonToHold(address: String) -> Publication.Reason? {
    held[address.withoutIndexFile]
  }

  /// Why a file of the content is not published: nothing of its work is.
  func reasonToHold(file path: String) -> Publication.Reason? { heldFiles[path] }

  /// The files of a work that could not be read, for which there are errors already: what links to
  /// them lead to is not known.
  func filesLeftOut(ofFolder folder: String) -> Set<String> { leftOut[folder] ?? [] }

  /// Whether an address, from the site's root and decoded, may be that of a work that could not be
  /// read, whose folder's name is its last part, or that of a term of such a registry.
  func mayBeLeftOut(_ address: String) -> Bool {
    guard !namesLeftOut.isEmpty || !taxonomiesLeftOut.isEmpty else { return false }
    let parts = address.split(separator: "/").map(String.init)
    return namesLeftOut.contains(parts.last ?? "")
      || parts.contains { taxonomiesLeftOut.contains($0) }
  }

  /// Whether a file is a picture that could not be read, for which there is an error already.
  func isUnreadPicture(_ path: String) -> Bool { unreadPictures.contains(path) }

  /// A file of the content as it is published.
  func file(_ path: String) -> PublishedFile? { published[path] }

  /// The folders of the works whose names are like that of a folder, for suggestions.
  func folders(like folder: String) -> [String] {
    let name = Self.name(of: folder)
    return Array(names.suggestions(for: name).flatMap { folders[$0] ?? [] }.prefix(3))
  }

  private static func name(of folder: String) -> String {
    folder.lastIndex(of: "/").map { String(folder[folder.index(after: $0)...]) } ?? folder
  }

  /// The files of a work that links may name, for suggestions.
  func files(in folder: String) -> [String] {
    let prefix = folder + "/"
    var (low, high) = (0, sortedFiles.count)
    while low < high {
      let middle = (low + high) / 2
      if sortedFiles[middle] < prefix { low = middle + 1 } else { high = middle }
    }
    return sortedFiles[low...].prefix { $0.hasPrefix(prefix) }.map {
      String($0.dropFirst(prefix.count))
    }
  }
}

extension String {
  /// The address of a folder, where this is that of the file which servers show for it.
  var withoutIndexFile: String {
    hasSuffix("/index.html") ? String(dropLast("index.html".count)) : self
  }
}

extension Publication.Reason? {
  /// All that messages about links say of it.
  fileprivate func write(to cache: inout CacheWriter) {
    switch self {
    case nil: cache.write("")
    case .unpublished(let status): cache.write(status.rawValue)
    case .scheduled(let date): cache.write("scheduled " + date.isoDate)
    case .expired(let date): cache.write("expired " + date.isoDate)
    }
  }
}

/// A file of the content and where it is published.
struct PublishedFile: Sendable {
  let asset: Asset
  /// From the site's root.
  let path: String
  /// Set for images, though not for copies of them.
  var image: PublishedImage?
  /// Whether it is an image or a copy of one, whose name tells its content.
  var isPicture = false
  /// Tells whether the file changed; nil where that cannot be told.
  let version: FileVersion?
}

extension PublishedFile {
  /// The smaller copies of an image.
  var copies: [PublishedFile] {
    (image?.copies ?? []).map {
      PublishedFile(
        asset: Asset(path: $0.source), path: $0.path, isPicture: true, version: .name($0.version))
    }
  }
}
