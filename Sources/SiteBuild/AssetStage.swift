import SiteCache
import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteFiles
import SiteModel
import SiteText

/// Gives every file that belongs to a published work its address, and makes smaller copies of
/// pictures.
///
/// Images get content-hashed names below `media/`. Other files lie beside the page of the work's
/// original, under their own names, as Google Scholar asks of PDF files.
enum AssetStage {
  /// The files, and what was found in them.
  struct Result: Sendable {
    var files: [PublishedFile] = []
    var diagnostics: [Diagnostic] = []
  }

  static func publish(
    _ plan: PublicationPlan, _ content: LoadedContent, options: BuildOptions
  ) async throws(EnvironmentFailure) -> Result {
    let siteFolder = try Folder(RawPath(options.siteFolder))
    let shown = await PictureMentions(in: content, jobs: options.jobs)
      .pictures(of: plan.works, heldByClock: plan.worksHeldByClock)
    let files = pendingFiles(plan, content, shown: shown)
    let copying = files.contains(where: \.isPicture) ? PictureCopying(options) : nil
    let published = try await files.concurrentMap(jobs: options.jobs) {
      file throws(EnvironmentFailure) in
      try publish(file, siteFolder: siteFolder, copying: copying)
    }
    return Result(
      files: published.map(\.file), diagnostics: published.compactMap(\.finding))
  }

  private struct PendingFile: Sendable {
    let attachment: Attachment
    /// The page that the file lies beside unless it is an image, from the site's root.
    let page: String
    /// Those of its copies, for an image that a page may show.
    let widths: PictureWidths?

    var isPicture: Bool { attachment.imageSize != nil }
  }

  private static func pendingFiles(
    _ plan: PublicationPlan, _ content: LoadedContent, shown: Set<String>
  ) -> [PendingFile] {
    let paths = Dictionary(
      content.configuration.languages.map { ($0.code, $0.path) },
      uniquingKeysWith: { first, _ in first })
    let folders = plan.works.compactMap { work -> (folder: String, page: String)? in
      guard let original = work.edition(work.originalLanguage) ?? work.editions.first else {
        return nil
      }
      let page = AddressBook.path(
        of: original, section: work.section, languagePath: paths[original.language] ?? "/")
      return (work.folder, page)
    }
    let files = folders.flatMap { folder, page in
      (content.attachments[folder] ?? []).map {
        PendingFile(
          attachment: $0, page: page, widths: shown.contains($0.asset.path) ? .ofWorks : nil)
      }
    }
    // What a published text shows stays when the work that it is from expires.
    let ofHeldWorks = plan.worksHeldByClock.flatMap { content.attachments[$0.folder] ?? [] }
      .filter { shown.contains($0.asset.path) }
    let portraits = content.portraits.filter { $0.imageSize != nil }
    return files
      + ofHeldWorks.map { PendingFile(attachment: $0, page: "/", widths: .ofWorks) }
      + portraits.map { PendingFile(attachment: $0, page: "/", widths: .ofPortraits) }
  }

  private static func publish(
    _ file: PendingFile, siteFolder: Folder, copying: PictureCopying?
  ) throws(EnvironmentFailure) -> (file: PublishedFile, finding: Diagnostic?) {
    let attachment = file.attachment
    guard let size = attachment.imageSize else {
      let beside = PublishedFile(
        asset: attachment.asset, path: file.page + attachment.name,
        version: attachment.stamp.map { .name($0.fingerprint) })
      return (beside, nil)
    }
    let bytes = try siteFolder.read(RawPath(attachment.asset.path)) ?? []
    let digest = Digest(of: bytes)
    let name = attachment.name.split(separator: "/").last.map(String.init) ?? attachment.name
    let path = "/media/" + ThemeAssets.hashedName(name, digest.hexadecimal)
    let made = try file.widths.flatMap { widths throws(EnvironmentFailure) in
      try copying?.copies(
        of: PictureCopying.Picture(
          asset: attachment.asset, name: name, bytes: bytes, digest: digest, size: size,
          widths: widths))
    }
    let picture = PublishedFile(
      asset: attachment.asset, path: path,
      image: PublishedImage(
        path: path, width: size.width, height: size.height, copies: made?.copies ?? []),
      isPicture: true, version: .content(digest))
    return (picture, made?.finding)
  }
}
