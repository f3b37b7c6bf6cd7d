import SiteContent
import SiteDiagnostics
import SiteHTML
import SiteMarkdown
import SiteModel
import SiteText

/// Tells which files of the content are published: the pictures that pages show, and of the others
/// those that texts and front matter name. What merely lies in a folder stays there.
struct FileUse {
  let published: [PublishedFile]
  /// Files that are named nowhere.
  private let unused: [PublishedFile]

  /// - Parameter files: the files that may be published.
  init(of files: [PublishedFile], in site: Site, _ content: LoadedContent) {
    let shown = files.isEmpty ? [] : Self.pictures(in: site)
    let linked = files.isEmpty ? [] : Self.links(in: site)
    var texts = WorkTexts(content, published: site.whole.editions.map(\.edition.path))
    var seen: Set<String> = []
    var published: [PublishedFile] = []
    var unused: [PublishedFile] = []
    for file in files {
      let addresses = [site.url(file.path), site.absoluteURL(file.path)]
      // Only a page that shows a picture offers its copies.
      let isShown = shown.contains(addresses[0]) || shown.contains(addresses[1])
      if isShown || linked.contains(addresses[0]) || linked.contains(addresses[1])
        || site.configuration.allowsRawHTML && texts.publishedTextNames(file)
      {
        for file in [file] + (isShown ? file.copies : []) where seen.insert(file.path).inserted {
          published.append(file)
        }
      } else if !texts.heldTextNames(file) {
        unused.append(file)
      }
    }
    self.published = published
    self.unused = unused
  }

  var diagnostics: [Diagnostic] {
    unused.map { .unusedFile(at: SourceLocation(path: $0.asset.path)) }
  }

  /// The addresses of the pictures that pages show.
  private static func pictures(in site: Site) -> Set<String> {
    var shown: Set<String> = []
    for text in site.whole.texts {
      for image in text.images { shown.insert(image.image.url) }
    }
    for edition in site.whole.editions {
      if let image = edition.image { shown.insert(site.url(image.path)) }
    }
    for photo in site.whole.photos.values { shown.insert(site.url(photo.path)) }
    return shown
  }

  /// The addresses that pages lead to.
  private static func links(in site: Site) -> Set<String> {
    var linked: Set<String> = []
    for text in site.whole.texts {
      for link in text.links { linked.insert(String(link.url.prefix { $0 != "#" && $0 != "?" })) }
    }
    for edition in site.whole.editions {
      if let pdf = edition.pdfPath { linked.insert(site.url(pdf)) }
    }
    return linked
  }
}

/// The texts of works as they are written, in which names of files are looked for that are not
/// those of links: in HTML, and in texts that are not published yet.
private struct WorkTexts {
  private let content: LoadedContent
  private let works: [String: Work]
  private let published: Set<String>
  /// The names in the paths that texts may hold which are not published, decoded.
  private lazy var namesInHeldTexts = content.works.flatMap(\.editions)
    .filter { !published.contains($0.path) }
    .reduce(into: Set<String>()) { $0.formUnion(Self.names(in: bytes(of: $1))) }

  init(_ content: LoadedContent, published: [String]) {
    self.content = content
    self.published = Set(published)
    works = Dictionary(
      content.works.map { ($0.folder, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a published text of the work in whose folder a file lies holds the file's name.
  func publishedTextNames(_ file: PublishedFile) -> Bool {
    texts(besides: file).contains { edition in
      published.contains(edition.path) && holdsName(of: file, edition)
    }
  }

  /// Whether a text that is held back names a file, or belongs to the file's work and holds its
  /// name.
  mutating func heldTextNames(_ file: PublishedFile) -> Bool {
    namesInHeldTexts.contains(Self.name(of: file))
      || texts(besides: file).contains { edition in
        !published.contains(edition.path) && holdsName(of: file, edition)
      }
  }

  /// The texts of the work in whose folder a file lies.
  private func texts(besides file: PublishedFile) -> [Edition] {
    var parts = file.asset.path.split(separator: "/").dropLast()
    while !parts.isEmpty {
      if let work = works[parts.joined(separator: "/")] { return work.editions }
      parts.removeLast()
    }
    return []
  }

  private func holdsName(of file: PublishedFile, _ edition: Edition) -> Bool {
    bytes(of: edition).firstRange(of: Array(Self.name(of: file).utf8)) != nil
  }

  private func bytes(of edition: Edition) -> [UInt8] {
    content.sources[edition.path]?.file.bytes ?? []
  }

  private static func name(of file: PublishedFile) -> String {
    file.asset.path.split(separator: "/").last.map(String.init) ?? file.asset.path
  }

  private static func names(in text: [UInt8]) -> [String] {
    text.split { $0 <= 0x20 || "()<>[]\"'/{},".utf8.contains($0) }
      .filter { $0.contains(UInt8(ascii: ".")) }
      .map {
        String(decoding: $0.filter { $0 != UInt8(ascii: "\\") }, as: UTF8.self).percentDecoded
      }
  }
}
