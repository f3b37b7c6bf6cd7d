import Glibc
import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteHTML
import SiteModel

/// Which pictures of works a page may show: to make copies of the others, as of contact sheets and
/// raw photographs, would be in vain.
///
/// It goes by front matter and the bytes of the texts, before anything is rendered, and in doubt a
/// picture may be shown.
struct PictureMentions: Sendable {
  private let content: LoadedContent
  private let jobs: Jobs

  init(in content: LoadedContent, jobs: Jobs) {
    self.content = content
    self.jobs = jobs
  }

  /// The paths of the pictures that a page may show.
  ///
  /// - Parameters:
  ///   - works: the published ones.
  ///   - held: works whose own texts show nothing.
  func pictures(of works: [Work], heldByClock held: [Work]) async -> Set<String> {
    var found = await works.concurrentMap(jobs: jobs) { pictures(of: $0) }
    found += held.map { ([], pictures(in: $0).map(\.asset.path)) }
    var shown = Set(found.flatMap(\.shown))
    guard found.contains(where: { !$0.others.isEmpty }) else { return shown }
    let folders = await works.concurrentMap(jobs: jobs) { foldersElsewhere(namedBy: $0) }
      .reduce(into: Set<[UInt8]>()) { $0.formUnion($1) }
    for (work, pictures) in zip(works + held, found)
    where folders.contains(Array((work.folder.split(separator: "/").last ?? "").utf8)) {
      shown.formUnion(pictures.others)
    }
    return shown
  }

  /// The pictures of a work that its own texts may show, and its others.
  private func pictures(of work: Work) -> (shown: [String], others: [String]) {
    let pictures = pictures(in: work)
    let covers = Set(work.editions.compactMap { $0.metadata.image?.asset.path })
    var texts: [[UInt8]]?
    var shown: [String] = []
    var others: [String] = []
    for picture in pictures {
      let name = Array((picture.name.split(separator: "/").last ?? "").utf8)
      var isShown = covers.contains(picture.asset.path)
      // Other names can be written in several ways, as with `%20`.
      isShown = isShown || !(Array(work.folder.utf8) + name).allSatisfy(Self.isPlain)
      if !isShown {
        let own = texts ?? self.texts(of: work)
        texts = own
        isShown = own.contains { $0.firstRange(of: name) != nil }
      }
      if isShown { shown.append(picture.asset.path) } else { others.append(picture.asset.path) }
    }
    return (shown, others)
  }

  private func pictures(in work: Work) -> [Attachment] {
    (content.attachments[work.folder] ?? []).filter { $0.imageSize != nil }
  }

  /// The texts without backslashes, which may stand before any punctuation of a name.
  private func texts(of work: Work) -> [[UInt8]] {
    work.editions.compactMap {
      content.sources[$0.path]?.file.bytes.filter { $0 != UInt8(ascii: "\\") }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-")...UInt8(ascii: "/"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The folders of paths that lead out of the work: `camp` of `../camp/map.png`.
  private func foldersElsewhere(namedBy work: Work) -> [[UInt8]] {
    texts(of: work).flatMap { text in
      var folders: [[UInt8]] = []
      var index = 0
      while let slash = Self.slash(in: text, from: index) {
        index = slash + 1
        guard slash >= 2, text[slash - 1] == UInt8(ascii: "."), text[slash - 2] == text[slash - 1]
        else { continue }
        let path = text[index...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ")") }
        index = path.endIndex
        folders += path.split(separator: UInt8(ascii: "/")).dropLast().map {
          Array(String(decoding: $0, as: UTF8.self).percentDecoded.utf8)
        }
      }
      return folders
    }
  }

  private static func slash(in text: [UInt8], from start: Int) -> Int? {
    text.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress else { return nil }
      return memchr(base + start, Int32(UInt8(ascii: "/")), bytes.count - start)
        .map { UnsafeRawPointer($0) - base }
    }
  }
}
