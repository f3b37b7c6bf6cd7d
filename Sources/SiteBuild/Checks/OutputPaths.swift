import SiteDiagnostics
import SiteDigest
import SiteModel

/// Every file that the site will hold, and who claims it.
struct OutputPaths: Sendable {
  /// Where a file of the output comes from.
  enum Origin: Sendable, Hashable {
    /// ctsite itself: an index, a feed, a short link, a file for the server.
    case generated
    /// A file of `templates/assets`, by its path there.
    case themeAsset(String)
    /// A text in the language with an index, by the place of its slug, else its file in the content.
    case edition(SourceLocation, language: Int)
    /// A file of the content that is published as it is.
    case asset(String)
    /// An old address of a text, by its place.
    case alias(SourceLocation)
  }

  /// Something that is to be written to a path.
  struct Claim: Sendable {
    let origin: Origin
    /// From the site's root, as its author gave it.
    let address: String
    /// The file, relative to the output folder.
    let path: String
  }

  /// Why a claim cannot be met.
  enum Conflict: Sendable {
    /// Another one has the path already.
    case taken(Claim, by: Claim)
    /// The file of one would have to be a folder of the other.
    case fileAgainstFolder(Claim, Claim)
    /// No file system takes a name of that length.
    case tooLong(Claim)
  }

  private(set) var conflicts: [Conflict] = []
  /// Addresses that two works have in one language, which is an error already.
  private var shared: Set<String> = []
  /// Those that were met, in the order in which they go before others.
  private var claims: [Claim] = []
  /// Indices into the claims.
  private var owners: [String: Int] = [:]

  private static let slash = UInt8(ascii: "/")

  /// The longest name of a file in bytes (`NAME_MAX` of Linux).
  private static let longestName = 255
  /// The longest path in bytes: half of `PATH_MAX` of Linux, for the folders above the site.
  private static let longestPath = 2048

  /// Where ctsite puts files whose names are not known before they are made: the search index and
  /// social cards.
  private static let reservedFolders = ["search/", PublishedCard.folder]

  /// - Parameters:
  ///   - assets: the files of the content that are published.
  ///   - themeAssets: the files of `templates/assets`, with what they are called in the output.
  init(of site: Site, assets: [PublishedFile], themeAssets: [String: ThemeAssets.Reference]) {
    owners.reserveCapacity(4 * site.whole.editions.count + 4 * site.whole.terms.count)
    addGenerated(of: site)
    for (name, asset) in themeAssets.sorted(by: { $0.key < $1.key }) {
      add(.themeAsset(name), asset.path)
    }
    for edition in site.whole.editions {
      let file = SourceLocation(path: edition.edition.path)
      add(
        .edition(edition.edition.slugLocation ?? file, language: edition.language), edition.path)
    }
    for asset in assets {
      for file in [asset] + asset.copies where !isSamePicture(file) {
        add(.asset(asset.asset.path), file.path)
      }
    }
    for edition in site.whole.editions {
      for alias in edition.edition.aliases {
        let redirect = Redirects.redirect(from: alias.path, to: edition)
        let address = String(redirect.from.dropFirst())
        add(.alias(alias.location), alias.path, file: redirect.filePath, orFile: address)
      }
    }
    findFilesAgainstFolders()
  }

  /// Whether something other than a redirect answers at an address of the site, from its root and
  /// decoded.
  func hasPage(at address: String) -> Bool {
    guard let owner = owners[Self.file(at: address)] else { return false }
    if case .alias = claims[owner].origin { return false }
    return true
  }

  /// Whether two works have an address, so that what it leads to is not known.
  func isShared(_ address: String) -> Bool { shared.contains(address) }

  /// The file behind an address from the site's root: `/topics/` is `topics/index.html`.
  static func file(at address: String) -> String {
    let relative = String(address.utf8.dropFirst()) ?? ""
    return relative.utf8.last ?? slash == slash ? relative + "index.html" : relative
  }

  private mutating func addGenerated(of site: Site) {
    // Two terms of one address are found by `SiteCheck`, which names both.
    var termPages: Set<String> = []
    for plan in site.plans {
      let address = site.path(of: plan)
      switch plan {
      case .edition: continue
      case .term where !termPages.insert(address).inserted: continue
      default: add(.generated, address)
      }
    }
    var feedFolders: Set<String> = []
    for folder in site.feeds.map(site.path(of:)) where feedFolders.insert(folder).inserted {
      add(.generated, folder + "feed.xml")
      add(.generated, folder + "feed.json")
    }
    for file in ServerFiles.names
      + Sitemap.names(forPages: site.plans.count, languages: site.languages.count)
    {
      add(.generated, "/" + file)
    }
    // Two works of one id are found when the content is loaded.
    var known: Set<String> = []
    for link in Redirects.shortLinks(of: site) where known.insert(link.filePath).inserted {
      add(.generated, link.from, file: link.filePath)
    }
  }

  /// Pictures under one content-hashed name have the same bytes.
  private func isSamePicture(_ file: PublishedFile) -> Bool {
    guard file.isPicture, let owner = owners[Self.file(at: file.path)] else { return false }
    if case .asset = claims[owner].origin { return true }
    return false
  }

  /// - Parameters:
  ///   - file: where it is written, unless that follows from the address.
  ///   - other: a file that nothing else may be, either.
  private mutating func add(
    _ origin: Origin, _ address: String, file: String? = nil, orFile other: String? = nil
  ) {
    let path = file ?? Self.file(at: address)
    let claim = Claim(origin: origin, address: address, path: path)
    guard Self.canBeWritten(path) else {
      conflicts.append(.tooLong(claim))
      return
    }
    if origin != .generated, Self.reservedFolders.contains(where: path.hasPrefix) {
      let owner = Claim(origin: .generated, address: address, path: path)
      conflicts.append(.taken(claim, by: owner))
    } else if let owner = owners[path] ?? other.flatMap({ owners[$0] }) {
      guard !isKnown(claim, against: claims[owner]) else { return }
      conflicts.append(.taken(claim, by: claims[owner]))
    } else {
      owners[path] = claims.count
      claims.append(claim)
    }
  }

  /// Whether a conflict is one that was found when the content was loaded, or follows from it.
  private mutating func isKnown(_ claim: Claim, against owner: Claim) -> Bool {
    switch (claim.origin, owner.origin) {
    case (.edition(_, let language), .edition(_, let other)) where language == other:
      shared.insert(claim.address)
      return true
    case (.asset, .asset): return shared.contains(where: claim.address.hasPrefix)
    case (.alias, .alias): return claim.address.asFolder == owner.address.asFolder
    default: return false
    }
  }

  private static func canBeWritten(_ path: String) -> Bool {
    var (length, nameLength) = (0, 0)
    for byte in path.utf8 {
      length += 1
      nameLength = byte == UInt8(ascii: "/") ? 0 : nameLength + 1
      guard length <= longestPath, nameLength <= longestName else { return false }
    }
    return true
  }

  /// Whether the path of any claim is that of a folder on the way to another.
  private var hasFilesAgainstFolders: Bool {
    let bytes = claims.flatMap { $0.path.utf8 }
    return bytes.withUnsafeBytes { bytes in
      var folders = NameTable(capacity: claims.count)
      var start = 0
      for claim in claims {
        let end = start + claim.path.utf8.count
        var rest = bytes[start..<end]
        while let slash = rest.lastIndex(of: Self.slash) {
          rest = rest[..<slash]
          guard folders.number(of: rest.indices, in: bytes).isNew else { break }
        }
        start = end
      }
      return claims.contains { claim in
        var path = claim.path
        return path.withUTF8 { folders.known(UnsafeRawBufferPointer($0), in: bytes) != nil }
      }
    }
  }

  /// Finds paths whose folder is a file of the site.
  private mutating func findFilesAgainstFolders() {
    guard hasFilesAgainstFolders else { return }
    var known: Set<Substring> = []
    for (index, claim) in claims.enumerated() {
      var rest = claim.path[...]
      while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        guard known.insert(rest).inserted else { break }
        guard let owner = owners[String(rest)] else { continue }
        let (first, second) = owner < index ? (owner, index) : (index, owner)
        conflicts.append(.fileAgainstFolder(claims[second], claims[first]))
      }
    }
  }
}

extension String {
  /// With a slash at its end.
  fileprivate var asFolder: String { hasSuffix("/") ? self : self + "/" }
}
