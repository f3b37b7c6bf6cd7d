import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteFiles
import SiteModel

/// Makes the copies of pictures that pages offer, where that can be done; readers get the pictures
/// themselves where it cannot.
struct PictureCopying: Sendable {
  /// A picture of the content.
  struct Picture: Sendable {
    let asset: Asset
    /// Of its file, without folders.
    let name: String
    let bytes: [UInt8]
    let digest: Digest
    let size: ImageSize
    let widths: PictureWidths
  }

  private let place: Place

  private enum Place: Sendable {
    case store(PictureStore)
    /// What is missing.
    case none(Diagnostic)
  }

  /// A picture that would take more memory than it is worth.
  private static let mostPixels = 120_000_000

  init(_ options: BuildOptions) {
    guard let tool = PictureTool(searchPath: options.toolPath) else {
      place = .none(.noPictureTool)
      return
    }
    do throws(EnvironmentFailure) {
      place = .store(try PictureStore(ofSite: RawPath(options.siteFolder), tool: tool))
    } catch {
      place = .none(.picturesNotKept(error))
    }
  }

  /// The copies of a picture, the narrowest first, and what is to be said of it.
  func copies(
    of picture: Picture
  ) throws(EnvironmentFailure) -> (copies: [PictureCopy], finding: Diagnostic?) {
    let (size, bytes) = (picture.size, picture.bytes)
    let widths = picture.widths.widths(of: size, byteCount: bytes.count)
    guard !widths.isEmpty, Self.isCopied(bytes) else { return ([], nil) }
    let location = SourceLocation(path: picture.asset.path)
    guard size.width <= Self.mostPixels / size.height else {
      return ([], .hugePicture(size, at: location))
    }
    switch place {
    case .none(let reason): return ([], reason)
    case .store(let store):
      switch try store.copies(of: bytes, picture.digest, widths: widths) {
      case .copies(let copies):
        return (copies.map { PictureCopy($0, in: store.made, of: picture.name) }, nil)
      case .damaged: return ([], .damagedPicture(at: location))
      case .stopped: return ([], .pictureTookTooLong(at: location))
      case nil: return ([], .pictureToolFails)
      }
    }
  }

  /// Whether smaller copies can be made that show all of it: not of what moves, and not of AVIF,
  /// which is smaller than WebP.
  private static func isCopied(_ bytes: [UInt8]) -> Bool {
    switch ImageFormat(header: bytes) {
    case .jpeg: true
    case .png, .webP: !ImageFormat.isAnimated(bytes)
    case .gif, .avif, nil: false
    }
  }

  /// Removes copies that are long out of use.
  static func sweep(_ options: BuildOptions) {
    PictureStore.sweep(ofSite: RawPath(options.siteFolder))
  }
}

/// A smaller copy of a picture under its content-hashed address.
struct PictureCopy: Sendable, Hashable {
  /// From the site's root.
  let path: String
  /// In pixels.
  let width: Int
  /// The file in the site's folder.
  let source: String
  /// Tells whether the copy is the same as in another build.
  let version: Fingerprint

  fileprivate init(
    _ copy: PictureStore.Copy, in made: MadeFiles<PictureStore.Outcome>, of name: String
  ) {
    let stem = name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex)
    path = "/media/" + ThemeAssets.hashedName("\(stem)-\(copy.width).webp", copy.file.name)
    width = copy.width
    source = (made.path / RawPath(copy.file.name)).text
    version = Fingerprint(of: Array(copy.file.name.utf8))
  }
}
