import SiteModel

/// Every file that the site will hold, and where it comes from.
struct OutputPaths: Sendable {
  /// Where a file of the output comes from.
  enum Origin: Sendable, Hashable {
    /// A text, by its file in the content.
    case edition(String)
    /// ctsite itself: an index, a feed, a short link, a file for the server.
    case generated
    /// A file of the content that is published as it is.
    case asset(String)
  }

  private(set) var origins: [String: Origin] = [:]
  /// Pages whose file another page, or ctsite itself, has already: indices into the site's editions
  /// with the first owner.
  private(set) var contested: [(edition: Int, owner: Origin)] = []

  /// - Parameter assets: the files of the content that are published.
  init(of site: Site, assets: [PublishedFile]) {
    addGenerated(of: site)
    for index in site.editions.indices {
      let edition = site.editions[index]
      let path = Self.file(at: edition.path)
      if let owner = origins[path] {
        contested.append((index, owner))
      } else {
        origins[path] = .edition(edition.edition.path)
      }
    }
    for asset in assets { origins[String(asset.path.dropFirst())] = .asset(asset.asset.path) }
  }

  /// What answers at an address of the site, from its root and decoded.
  subscript(address: String) -> Origin? { origins[Self.file(at: address)] }

  /// The file behind an address from the site's root: `/topics/` is `topics/index.html`.
  static func file(at address: String) -> String {
    let relative = String(address.dropFirst())
    return relative.isEmpty || relative.hasSuffix("/") ? relative + "index.html" : relative
  }

  /// The folders that a file lies in: of `a/b/c.html` they are `a` and `a/b`.
  static func folders(above file: String) -> [String] {
    file.indices.filter { file[$0] == "/" }.map { String(file[..<$0]) }
  }

  private mutating func addGenerated(of site: Site) {
    for plan in site.plans {
      if case .edition = plan { continue }
      origins[Self.file(at: site.path(of: plan))] = .generated
    }
    for feed in site.feeds {
      origins[Self.file(at: feed.path + "feed.xml")] = .generated
      origins[Self.file(at: feed.path + "feed.json")] = .generated
    }
    for file in ServerFiles.names { origins[file] = .generated }
  }
}
