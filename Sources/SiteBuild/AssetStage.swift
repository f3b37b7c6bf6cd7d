import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteModel

/// Gives every file that belongs to a published work its address.
///
/// Images get content-hashed names below `media/`. Other files lie beside the page of the work's
/// original, under their own names, as Google Scholar asks of PDF files.
enum AssetStage {
  static func publish(
    _ works: [Work], _ content: LoadedContent, plan: PublicationPlan, options: BuildOptions
  ) async throws(EnvironmentFailure) -> (files: [PublishedFile], diagnostics: [Diagnostic]) {
    let pending = pendingFiles(works, content)
    let siteFolder = options.siteFolder
    let results = await pending.concurrentMap(jobs: options.jobs) { file in
      Result<Outcome, EnvironmentFailure> { () throws(EnvironmentFailure) in
        try publish(file, siteFolder: siteFolder)
      }
    }
    var files: [PublishedFile] = []
    var diagnostics: [Diagnostic] = []
    for result in results {
      switch try result.get() {
      case .published(let file): files.append(file)
      case .refused(let diagnostic): diagnostics.append(diagnostic)
      }
    }
    return (files, diagnostics)
  }

  private struct PendingFile: Sendable {
    let asset: Asset
    /// The page that the file lies beside unless it is an image, from the site's root.
    let page: String
  }

  private enum Outcome: Sendable {
    case published(PublishedFile)
    case refused(Diagnostic)
  }

  private static func pendingFiles(_ works: [Work], _ content: LoadedContent) -> [PendingFile] {
    let paths = Dictionary(
      content.configuration.languages.map { ($0.code, $0.path) },
      uniquingKeysWith: { first, _ in first })
    let ofWorks = works.flatMap { work -> [PendingFile] in
      guard let original = work.edition(work.originalLanguage) ?? work.editions.first else {
        return []
      }
      let page = AddressBook.path(
        of: original, section: work.section, languagePath: paths[original.language] ?? "/")
      return content.attachments(of: work).map { PendingFile(asset: $0, page: page) }
    }
    let photos = content.registries.authors.compactMap(\.photo).map {
      PendingFile(asset: $0, page: "/")
    }
    return ofWorks + photos
  }

  private static func publish(
    _ file: PendingFile, siteFolder: String
  ) throws(EnvironmentFailure) -> Outcome {
    let name = file.asset.path.split(separator: "/").last.map(String.init) ?? file.asset.path
    guard ImageSize.isImage(name) else {
      return .published(PublishedFile(asset: file.asset, path: file.page + name, image: nil))
    }
    let source = SourceFile(
      path: file.asset.path, bytes: try Folder.read("\(siteFolder)/\(file.asset.path)"))
    guard let size = ImageSize(source.bytes) else {
      return .refused(.unreadableImage(source.location))
    }
    let path = "/media/" + ThemeAssets.hashedName(name, Digest(of: source.bytes).hexadecimal)
    return .published(
      PublishedFile(
        asset: file.asset, path: path,
        image: PublishedImage(path: path, width: size.width, height: size.height)))
  }
}
