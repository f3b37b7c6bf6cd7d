/// The files beside a text that may be published.
///
/// A list of what is allowed, since a site's host serves whatever lies in it: HTML, SVG and script
/// from one contributor would act with the rights of the whole site.
enum AssetType {
  static let images: Set<String> = ["jpg", "jpeg", "png", "webp", "avif", "gif"]

  static let others: Set<String> = [
    "pdf", "csv", "tsv", "json", "geojson", "txt", "zip", "epub", "bib", "ris",
    "xlsx", "docx", "pptx", "ods", "odt", "odp",
    "mp3", "m4a", "ogg", "oga", "opus", "wav", "mp4", "m4v", "webm", "vtt", "srt",
  ]

  static func isImage(_ name: String) -> Bool { images.contains(fileExtension(of: name)) }

  static func isAllowed(_ name: String) -> Bool {
    let fileExtension = fileExtension(of: name)
    return images.contains(fileExtension) || others.contains(fileExtension)
  }

  /// What follows the last dot, in lower case; empty where there is no dot.
  static func fileExtension(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
