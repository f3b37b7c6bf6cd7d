import SiteCache
import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML

/// Reads the folders of works, each by itself, so that many can be read at once.
struct WorkLoader: Sendable {
  let folder: SiteFolder
  let configuration: SiteConfiguration
  let vocabularies: Vocabularies
  let cache: ContentCache

  /// - Returns: the work, and what is to be kept of it.
  func load(_ work: WorkFolder) -> (work: LoadedWork, update: CacheLog.Change?) {
    if let known = cache.work(work) { return known }
    let stamps = cache.stamps(of: work)
    let loaded = read(work)
    return (loaded, cache.keep(loaded, of: work, stamps: stamps))
  }

  private func read(_ work: WorkFolder) -> LoadedWork {
    var loaded = LoadedWork()
    do throws(EnvironmentFailure) {
      try load(work, into: &loaded)
    } catch {
      loaded.failure = error
    }
    return loaded
  }

  private func load(_ work: WorkFolder, into loaded: inout LoadedWork)
    throws(EnvironmentFailure)
  {
    var files: [LanguageFile] = []
    for language in work.languages {
      let (file, diagnostics) = try LanguageFile.read(
        work.file(of: language), language: language, configuration: configuration, in: folder)
      loaded.diagnostics += diagnostics
      if let file { files.append(file) }
    }
    loaded.attachments = try attachments(of: work, diagnostics: &loaded.diagnostics)
    let areAllRead = files.count == work.languages.count
    guard let original = original(of: work, files, areAllRead, &loaded.diagnostics) else { return }
    files = files.map { $0.language == original.language ? $0 : $0.asTranslation }
    var editions = EditionAssembler(
      work: work, original: original, files: files, attachments: loaded.attachments,
      configuration: configuration, vocabularies: vocabularies)
    var drafts = editions.assemble()
    for index in drafts.indices {
      drafts[index].source = drafts[index].source.onDemand(in: folder)
    }
    loaded.diagnostics += editions.diagnostics
    guard let index = drafts.firstIndex(where: { $0.edition.language == original.language }) else {
      return
    }
    loaded.draft = DraftWork(folder: work, editions: drafts, originalIndex: index)
  }

  /// The file that the others translate: the only one that is not a translation. Of several, the
  /// first with a date, which a translation does not repeat.
  private func original(
    of work: WorkFolder, _ files: [LanguageFile], _ areAllRead: Bool,
    _ diagnostics: inout [Diagnostic]
  ) -> LanguageFile? {
    let originals = files.filter { !$0.isTranslation }
    let original = originals.first(where: \.fields.statesDate) ?? originals.first
    for extra in originals {
      guard let original, extra.language != original.language else { continue }
      diagnostics.append(
        .twoOriginals(
          other: original.source.file.path, otherLanguage: original.language.tag,
          ownLanguage: extra.language.tag,
          at: extra.place(extra.fields.title?.bytes ?? 0..<0)))
    }
    for file in files {
      guard let of = file.fields.translation?.value.of else { continue }
      if of.value == file.language.tag {
        diagnostics.append(.translationOfItself(at: file.place(of.bytes)))
      } else if !work.languages.contains(LanguageCode(of.value)) {
        diagnostics.append(.missingOriginal(of.value + ".md", at: file.place(of.bytes)))
      }
    }
    guard originals.isEmpty, areAllRead, let first = files.first else { return original }
    let note = first.fields.translation
    if note?.value.of.map({ work.languages.contains(LanguageCode($0.value)) }) ?? true {
      diagnostics.append(.missingOriginal(nil, at: first.place(note?.bytes ?? 0..<0)))
    }
    return nil
  }

  /// The other files of the folder with their sizes.
  private func attachments(of work: WorkFolder, diagnostics: inout [Diagnostic])
    throws(EnvironmentFailure) -> [Attachment]
  {
    var attachments: [Attachment] = []
    for name in work.attachments {
      attachments.append(
        try AttachmentReader.read(name, in: work.path, of: folder, diagnostics: &diagnostics))
    }
    return attachments
  }
}

/// Looks at files that are published as they are.
enum AttachmentReader {
  /// Enough for the size in nearly every picture.
  private static let usualHeader = 32_768
  /// Behind color profiles, previews and metadata of the largest kind.
  private static let longestHeader = 4_194_304

  static func read(
    _ name: String, in path: String, of folder: SiteFolder, diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFailure) -> Attachment {
    let asset = Asset(path: path + "/" + name)
    let stamp = folder.stamp(of: asset.path)
    let byteCount = try folder.byteCount(of: asset.path)
    guard AssetType.isImage(name) else {
      return Attachment(
        asset: asset, name: name, byteCount: byteCount, imageSize: nil, stamp: stamp)
    }
    var size = ImageSize(header: try folder.firstBytes(of: asset.path, count: usualHeader))
    if size == nil, byteCount > usualHeader {
      size = ImageSize(header: try folder.firstBytes(of: asset.path, count: longestHeader))
    }
    if size == nil { diagnostics.append(.unreadableImage(asset.path)) }
    return Attachment(asset: asset, name: name, byteCount: byteCount, imageSize: size, stamp: stamp)
  }
}
