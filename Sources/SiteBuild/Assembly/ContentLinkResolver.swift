import SiteDiagnostics
import SiteHTML
import SiteMarkdown
import SiteModel
import SiteText

/// Resolves the links and images of one edition to published addresses.
struct ContentLinkResolver: LinkResolver {
  let addresses: AddressBook
  let configuration: SiteConfiguration
  let ownAddress: OwnAddress
  /// What stands before a path of the site, without a slash at its end: the site's path on its
  /// host, or, where pages are read elsewhere, its absolute address.
  let root: String
  /// The work's folder, relative to the site's.
  let folder: String
  let language: LanguageCode
  /// Whether images come with their smaller copies, which readers of feeds make nothing of.
  var offersCopies = true
  /// Fragment links that must lead to the language named in the link, since the page in the
  /// reader's own language has no such anchor. Filled after a first rendering.
  var fragmentsInNamedLanguage: Set<String> = []

  func resolve(link destination: String) -> LinkResolution {
    let link = Destination(destination)
    if link.path.isEmpty { return .url(destination.percentEncoded, language: nil) }
    if link.path.hasPrefix("/") {
      return heldBack(link.path, namedAs: link)
        ?? .url((root + destination).percentEncoded, language: nil)
    }
    guard let target = link.resolved(from: folder) else {
      return .refused(.linkLeavesContent(destination), fix: .stayInContent)
    }
    if let file = addresses.file(target) {
      return .url(url(file.path) + link.suffix, language: nil)
    }
    if let reason = addresses.reasonToHold(file: target),
      let resolution = heldBack([reason], namedAs: link)
    {
      return resolution
    }
    return resolveWork(at: target, link: link)
  }

  func resolve(address destination: String) -> LinkResolution? {
    ownAddress.path(of: destination).flatMap {
      heldBack($0, namedAs: Destination(destination))
    }
  }

  func resolve(image destination: String) -> ImageResolution {
    let link = Destination(destination)
    guard !destination.contains("://"), !link.path.hasPrefix("/") else {
      return .refused(.remoteImage(destination), fix: .copyImage)
    }
    guard let target = link.resolved(from: folder) else {
      return .refused(.linkLeavesContent(destination), fix: .stayInContent)
    }
    guard let image = addresses.file(target)?.image else {
      if addresses.isUnreadPicture(target) {
        return .image(ImageReference(url: destination.percentEncoded))
      }
      if case .unpublished(let status)? = addresses.reasonToHold(file: target) {
        return .refused(.linkToUnpublished(link.path, status), fix: .publishOrCopy)
      }
      if addresses.file(target) != nil {
        return .refused(.notAPicture(link.path), fix: .exportPictureOrLink)
      }
      if target.lowercased().hasSuffix(".svg") {
        return .refused(.notAPicture(link.path), fix: .exportPicture)
      }
      return .refused(.imageNotFound(target), fix: nearestFile(to: target, isImage: true))
    }
    return .image(
      ImageReference(
        url: url(image.path), width: image.width, height: image.height,
        copies: offersCopies
          ? image.srcset(url).map { .init(srcset: $0, sizes: PictureWidths.sizesInText) } : nil))
  }

  private func resolveWork(at target: String, link: Destination) -> LinkResolution {
    let workFolder = folderOfWork(at: target)
    let leftOut = addresses.filesLeftOut(ofFolder: workFolder)
    guard !leftOut.contains(target) else { return unknown(link) }
    guard let entry = addresses.entry(atFolder: workFolder) else {
      guard leftOut.isEmpty else { return unknown(link) }
      return .refused(.linkNotFound(link.path), fix: wayOut(of: link, target))
    }
    let named = entry.work.editions.first { $0.path == target }?.language
    guard named != nil || workFolder == target else {
      return .refused(
        .linkNotFound(link.path), fix: .languageFiles(entry.work.editions.map(\.path)))
    }
    let wanted = fragmentsInNamedLanguage.contains(link.text) ? named ?? language : language
    let candidates =
      [wanted, named, entry.work.originalLanguage].compactMap(\.self)
      + configuration.languages.map(\.code)
    if let found = candidates.first(where: { entry.paths[$0] != nil }),
      let path = entry.paths[found]
    {
      return .url(url(path) + link.suffix, language: found == language ? nil : found)
    }
    return heldBack(candidates.compactMap { entry.held[$0] }, namedAs: link) ?? unknown(link)
  }

  /// What an editor probably meant by a link that leads nowhere.
  private func wayOut(of link: Destination, _ target: String) -> Wording {
    if link.path.lowercased().hasPrefix("www.") { return .writeScheme(before: link.text) }
    if link.isMailAddress { return .writeMailScheme(before: link.text) }
    let name = target.split(separator: "/").last ?? ""
    if name.contains("."), !name.hasSuffix(".md") { return nearestFile(to: target, isImage: false) }
    return .nearestFolder(addresses.folders(like: folderOfWork(at: target)), from: folder)
  }

  private func nearestFile(to target: String, isImage: Bool) -> Wording {
    let folder = target.split(separator: "/").dropLast().joined(separator: "/")
    return .nearestFile(to: target, among: addresses.files(in: folder), isImage: isImage)
  }

  /// A link by the address of a text that is held back; nil for any other address.
  private func heldBack(_ address: String, namedAs link: Destination) -> LinkResolution? {
    addresses.reasonToHold(address: address).flatMap { heldBack([$0], namedAs: link) }
  }

  /// A link to a work of which nothing is published. What only the clock holds back is no mistake:
  /// else a site would fail to build one day without anybody having touched it.
  private func heldBack(
    _ reasons: [Publication.Reason], namedAs link: Destination
  ) -> LinkResolution? {
    for reason in reasons {
      switch reason {
      case .scheduled(let date):
        return .unavailable(.linkToScheduled(link.path, date), fix: .leaveLink)
      case .expired(let date):
        return .unavailable(.linkToExpired(link.path, date), fix: .removeLink)
      case .unpublished: continue
      }
    }
    guard case .unpublished(let status)? = reasons.first else { return nil }
    return .refused(.linkToUnpublished(link.path, status), fix: .publishFirst)
  }

  /// A link to what could not be read, of which nothing more is said.
  private func unknown(_ link: Destination) -> LinkResolution {
    .url(link.text.percentEncoded, language: nil)
  }

  /// The folder of the work that a target, a folder or a text in it, belongs to.
  private func folderOfWork(at target: String) -> String {
    guard target.hasSuffix(".md"), let slash = target.lastIndex(of: "/") else { return target }
    return String(target[..<slash])
  }

  private func url(_ path: String) -> String {
    (root + path).percentEncoded
  }
}

/// The destination of a link as an editor wrote it.
struct Destination: Sendable {
  let text: String
  /// What comes before `?` and `#`, percent-decoded.
  let path: String
  /// What comes from `?` or `#` on, as written.
  let suffix: String

  init(_ text: String) {
    self.text = text
    let (path, suffix) = text.splitAtSuffix
    self.path = String(path).percentDecoded
    self.suffix = String(suffix).percentEncoded
  }

  /// Whether this is an address of mail without its scheme; `map@2x.png` is none.
  var isMailAddress: Bool {
    let parts = path.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].first?.isLetter == true else {
      return false
    }
    return !path.contains("/") && parts[1].dropLast().contains(".")
  }

  /// The path relative to the site's folder, or nil when it leads out of `content/`.
  func resolved(from folder: String) -> String? {
    var parts = folder.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.count > 1 else { return nil }
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// The way from one folder to another as a link writes it: `../../2023/iraq-families/`.
  static func relativePath(from folder: String, to other: String) -> String {
    let start = folder.split(separator: "/")
    let end = other.split(separator: "/")
    let shared = zip(start, end).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: start.count - shared)
    return (steps + end.dropFirst(shared).map(String.init)).map { $0 + "/" }.joined()
  }
}

extension String {
  /// What comes before `?` and `#` of an address, and what comes from there on.
  var splitAtSuffix: (path: Substring, suffix: Substring) {
    let marks = [UInt8(ascii: "?"), UInt8(ascii: "#")]
    let end = utf8.firstIndex(where: marks.contains) ?? endIndex
    return (self[..<end], self[end...])
  }
}
