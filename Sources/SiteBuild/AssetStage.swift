import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteFiles
import SiteModel
import SiteText

/// Gives every file that belongs to a published work its address.
///
/// Images get content-hashed names below `media/`. Other files lie beside the page of the work's
/// original, under their own names, as Google Scholar asks of PDF files.
enum AssetStage {
  static func publish(
    _ works: [Work], _ content: LoadedContent, options: BuildOptions
  ) async throws(EnvironmentFailure) -> [PublishedFile] {
    let siteFolder = try Folder(RawPath(options.siteFolder))
    let results = await pendingFiles(works, content).concurrentMap(jobs: options.jobs) { file in
      Result<PublishedFile, EnvironmentFailure> { () throws(EnvironmentFailure) in
        try publish(file, siteFolder: siteFolder)
      }
    }
    var files: [PublishedFile] = []
    for result in results { files.append(try result.get()) }
    return files
  }

  private struct PendingFile: Sendable {
    let attachment: Attachment
    /// The page that the file lies beside unless it is an image, from the site's root.
    let page: String
  }

  private static func pendingFiles(_ works: [Work], _ content: LoadedContent) -> [PendingFile] {
    let paths = Dictionary(
      content.configuration.languages.map { ($0.code, $0.path) },
      uniquingKeysWith: { first, _ in first })
    let folders = works.compactMap { work -> (folder: String, page: String)? in
      guard let original = work.edition(work.originalLanguage) ?? work.editions.first else {
        return nil
      }
      let page = AddressBook.path(
        of: original, section: work.section, languagePath: paths[original.language] ?? "/")
      return (work.folder, page)
    }
    let files = folders.flatMap { folder, page in
      (content.attachments[folder] ?? []).map { PendingFile(attachment: $0, page: page) }
    }
    let pictures = content.portraits.filter { $0.imageSize != nil }
    return files + pictures.map { PendingFile(attachment: $0, page: "/") }
  }

  private static func publish(
    _ file: PendingFile, siteFolder: Folder
  ) throws(EnvironmentFailure) -> PublishedFile {
    let attachment = file.attachment
    guard let size = attachment.imageSize else {
      return PublishedFile(
        asset: attachment.asset, path: file.page + attachment.name, image: nil,
        stamp: attachment.stamp)
    }
    let bytes = try siteFolder.read(RawPath(attachment.asset.path)) ?? []
    let name = attachment.name.split(separator: "/").last.map(String.init) ?? attachment.name
    let path = "/media/" + ThemeAssets.hashedName(name, Digest(of: bytes).hexadecimal)
    return PublishedFile(
      asset: attachment.asset, path: path,
      image: PublishedImage(path: path, width: size.width, height: size.height),
      stamp: attachment.stamp)
  }
}
