import SiteContent
import SiteDiagnostics
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
    let texts = WorkTexts(content, published: site.whole.editions.map(\.edition.path))
    var seen: Set<String> = []
    var published: [PublishedFile] = []
    var unused: [PublishedFile] = []
    for file in files {
      let addresses = [site.url(file.path), site.absoluteURL(file.path)]
      // Only a page that shows a picture offers its copies.
      let isShown = shown.contains(addresses[0]) || shown.contains(addresses[1])
      if isShown || linked.contains(addresses[0]) || linked.contains(addresses[1])
        || site.configuration.allowsRawHTML && texts.name(file, whichArePublished: true)
      {
        for file in [file] + (isShown ? file.copies : []) where seen.insert(file.path).inserted {
          published.append(file)
        }
      } else if !texts.name(file, whichArePublished: false) {
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

  init(_ content: LoadedContent, published: [String]) {
    self.content = content
    self.published = Set(published)
    works = Dictionary(
      content.works.map { ($0.folder, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a text of the work in whose folder a file lies holds the file's name.
  func name(_ file: PublishedFile, whichArePublished: Bool) -> Bool {
    var parts = file.asset.path.split(separator: "/")
    guard let name = parts.popLast() else { return false }
    while !parts.isEmpty {
      if let work = works[parts.joined(separator: "/")] {
        return work.editions.contains {
          published.contains($0.path) == whichArePublished
            && content.sources[$0.path]?.file.bytes.firstRange(of: Array(name.utf8)) != nil
        }
      }
      parts.removeLast()
    }
    return false
  }
}
