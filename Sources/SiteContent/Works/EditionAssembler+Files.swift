import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML

/// The picture and the PDF of an edition, which lie in the work's folder.
extension EditionAssembler {
  mutating func pdf(of file: LanguageFile, merged fields: FrontMatter) -> Asset? {
    guard let pdf = fields.pdf else { return nil }
    let isOwn = file.fields.pdf != nil
    if AssetType.fileExtension(of: pdf.value) != "pdf" {
      if isOwn { diagnostics.append(.notAPDF(pdf.value, at: file.place(pdf.bytes))) }
      return nil
    }
    return attachment(pdf, statedIn: isOwn ? file : nil)?.asset
  }

  mutating func image(of file: LanguageFile) -> WorkMetadata.Image? {
    guard let own = file.fields.image else {
      guard file.isTranslation, let first = original.fields.image else { return nil }
      checkLanguage(ofInherited: first.value, by: file)
      return image(first.value, of: original, fallback: nil, reports: false)
    }
    let first = file.isTranslation ? original.fields.image?.value : nil
    if own.value.alt == nil, !own.value.isUnfinished {
      diagnostics.append(
        .imageWithoutAlt(own.value.src?.value ?? "", at: file.place(own.bytes)))
    }
    if own.value.src == nil, first?.src == nil, !own.value.isUnfinished,
      first?.isUnfinished != true
    {
      diagnostics.append(.imageWithoutFile(at: file.place(own.bytes)))
    }
    return image(own.value, of: file, fallback: first, reports: true)
  }

  /// The description of a picture is read to those who do not see it, in whatever language it is.
  private mutating func checkLanguage(
    ofInherited image: FrontMatter.Image, by file: LanguageFile
  ) {
    let language = image.language.map { LanguageCode($0.value) } ?? original.language
    guard image.alt != nil, language != file.language else { return }
    diagnostics.append(
      .inheritedAlt(
        from: original.source.file.path,
        at: file.place(file.fields.translation?.bytes ?? 0..<0)))
  }

  private mutating func image(
    _ image: FrontMatter.Image, of file: LanguageFile, fallback: FrontMatter.Image?, reports: Bool
  ) -> WorkMetadata.Image? {
    let stated = image.src.flatMap { attachment($0, statedIn: reports ? file : nil) }
    let inherited = image.src == nil ? fallback?.src : nil
    guard let found = stated ?? inherited.flatMap({ attachment($0, statedIn: nil) }),
      let alt = image.alt
    else { return nil }
    guard found.imageSize != nil else {
      if reports, let src = image.src, !AssetType.isImage(found.name) {
        diagnostics.append(.notAnImage(src.value, at: file.place(src.bytes)))
      }
      return nil
    }
    return WorkMetadata.Image(
      asset: found.asset, alt: alt.value, caption: image.caption?.value,
      credit: image.credit?.value ?? fallback?.credit?.value,
      language: image.language.map { LanguageCode($0.value) } ?? file.language)
  }

  /// The file of the folder that a field names.
  ///
  /// - Parameter file: where a missing file is reported; nil where that was done already.
  private mutating func attachment(_ name: Located<String>, statedIn file: LanguageFile?)
    -> Attachment?
  {
    if let found = attachments.first(where: { $0.name == name.value }) { return found }
    guard let file else { return nil }
    let isOutside = name.value.hasPrefix("/") || name.value.split(separator: "/").contains("..")
    diagnostics.append(
      isOutside
        ? .fileOutsideFolder(name.value, at: file.place(name.bytes))
        : .missingFile(
          name.value, folder: work.path, present: attachments.map(\.name),
          at: file.place(name.bytes)))
    return nil
  }
}
