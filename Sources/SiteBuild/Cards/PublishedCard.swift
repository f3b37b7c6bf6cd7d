import SiteContent
import SiteDigest
import SiteFiles
import SiteModel

/// A social card under its address.
struct PublishedCard: Sendable, Hashable {
  /// From the site's root.
  let path: String
  /// The file in the site's folder.
  let source: String

  /// The folder of the cards, in the output folder.
  static let folder = "media/cards/"

  /// - Parameters:
  ///   - file: under the name of its content, as its address is.
  ///   - folder: that of the file, in the site's folder.
  init(_ file: MadeFile, in folder: RawPath) {
    path = "/\(Self.folder)\(file.name.prefix(16)).png"
    source = (folder / RawPath(file.name)).text
  }

  /// The card as a file of the site.
  var file: PublishedFile {
    PublishedFile(
      asset: Asset(path: source), path: path, isPicture: true,
      version: .name(Fingerprint(of: Array(source.utf8))))
  }
}

extension WholeSite {
  /// The files of the cards, in the order of their names. Works of the same words share one.
  var cardFiles: [PublishedFile] { Set(cards.values).sorted { $0.path < $1.path }.map(\.file) }
}
