import SiteDiagnostics
import SiteDigest
import SiteModel

/// A site's content as it was read, checked and put together.
public struct LoadedContent: Sendable {
  /// What `site.yaml` says.
  public let configuration: SiteConfiguration
  /// Tells whether `site.yaml` changed.
  public let siteFile: Fingerprint
  /// What the other files directly in `content/` say.
  public let registries: Registries
  /// In the order of the bytes of their folders' paths, articles before pages. Works that could
  /// not be read are left out; there is an error for each.
  public let works: [Work]
  /// Paths of the language files that were found and could not be read, and of those that were read
  /// but whose work is left out.
  public let filesLeftOut: Set<String>
  /// The names of the registries that are there and of which nothing could be read.
  public let unreadRegistries: Set<String>
  /// The text of every edition, by `Edition.path`.
  public let sources: [String: EditionSource]
  /// The other files of every work, by `Work.folder`.
  public let attachments: [String: [Attachment]]
  /// The files beside the registry of authors.
  public let portraits: [Attachment]
  let folder: SiteFolder

  /// An attachment that is a text, or what is wrong with it: too large, not UTF-8.
  public func text(
    of attachment: Attachment
  ) throws(EnvironmentFailure) -> (file: SourceFile?, diagnostics: [Diagnostic]) {
    try TextFile.read(attachment.asset.path, in: folder)
  }
}

/// A language file as it was read, whose text is read again when it is needed: the texts of a large
/// site do not stay in memory.
public struct EditionSource: Sendable {
  /// The whole file, front matter included.
  public let file: SourceFile
  /// Where the Markdown stands in the file, behind the front matter.
  public let body: Range<Int>
  /// Of the bytes on the disk, of which the file here lacks those that no page may hold: tells
  /// whether the file still is what was read.
  public let fingerprint: Fingerprint
  private let stored: @Sendable () throws(EnvironmentFailure) -> [UInt8]
}

extension EditionSource {
  /// - Parameters:
  ///   - file: without what no page may hold.
  ///   - stored: the file's bytes on the disk.
  init(file: SourceFile, body: Range<Int>, stored: [UInt8]) {
    self.init(file: file, body: body, fingerprint: Fingerprint(of: stored), stored: { stored })
  }

  /// The file with its text in memory.
  ///
  /// - Throws: when it cannot be read, or is no longer what was read.
  public func inMemory() throws(EnvironmentFailure) -> SourceFile {
    let bytes = try stored()
    guard Fingerprint(of: bytes) == fingerprint else { throw .changedWhileReading(file.path) }
    return SourceFile(path: file.path, bytes: HiddenCharacters.removeForbidden(from: bytes).kept)
  }

  /// A file that was read before, whose text is read again when it is needed.
  init(_ path: String, in folder: SiteFolder, body: Range<Int>, fingerprint: Fingerprint) {
    let stored: @Sendable () throws(EnvironmentFailure) -> [UInt8] = {
      () throws(EnvironmentFailure) in
      try folder.bytes(of: path, limit: TextFile.maximumBytes) ?? []
    }
    // For places in messages, which name no line where the file cannot be read any more.
    let file = SourceFile(path: path) {
      HiddenCharacters.removeForbidden(from: (try? stored()) ?? []).kept
    }
    self.init(file: file, body: body, fingerprint: fingerprint, stored: stored)
  }

  /// The same source without its text.
  func onDemand(in folder: SiteFolder) -> EditionSource {
    EditionSource(file.path, in: folder, body: body, fingerprint: fingerprint)
  }
}

/// A file that is published with the work in whose folder it lies.
public struct Attachment: Sendable, Hashable {
  /// The file by its path in the site.
  public let asset: Asset
  /// Relative to the work's folder: `camp.jpg`, `figures/map.png`.
  public let name: String
  /// The size of the file.
  public let byteCount: Int
  /// Nil for files that are not pictures.
  public let imageSize: ImageSize?
  /// Tells whether the file changed; nil where that cannot be told.
  public let stamp: FileStamp?

  /// Whether it is a picture by its name that could not be read, which is an error.
  public var isUnreadPicture: Bool { imageSize == nil && AssetType.isImage(name) }
}
