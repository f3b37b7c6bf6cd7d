import SiteDiagnostics
import SiteModel

/// A site's content as it was read, checked and put together.
public struct LoadedContent: Sendable {
  /// What `site.yaml` says.
  public let configuration: SiteConfiguration
  /// What the other files directly in `content/` say.
  public let registries: Registries
  /// In the order of the bytes of their folders' paths, articles before pages. Works that could
  /// not be read are left out; there is an error for each.
  public let works: [Work]
  /// Paths of the language files that were found and could not be read, and of those that were read
  /// but whose work is left out.
  public let filesLeftOut: Set<String>
  /// The text of every edition, by `Edition.path`.
  public let sources: [String: EditionSource]
  /// The other files of every work, by `Work.folder`; under `content/authors` the portraits.
  public let attachments: [String: [Attachment]]
}

/// A language file as it was read.
public struct EditionSource: Sendable {
  /// The whole file, front matter included.
  public let file: SourceFile
  /// Where the Markdown stands in the file, behind the front matter.
  public let body: Range<Int>

  public init(file: SourceFile, body: Range<Int>) {
    self.file = file
    self.body = body
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

  public init(asset: Asset, name: String, byteCount: Int, imageSize: ImageSize?) {
    self.asset = asset
    self.name = name
    self.byteCount = byteCount
    self.imageSize = imageSize
  }
}
