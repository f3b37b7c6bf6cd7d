import SiteCache
import SiteDigest
import SiteFiles

extension Fingerprint {
  /// The program itself, by its bytes, and the libraries that it runs with, by their sizes and times.
  static var program: Fingerprint {
    let process = try? Folder(RawPath("/proc/self"))
    let bytes: [UInt8]?? = try? process?.read(RawPath("exe"))
    let maps = (try? process?.readToEnd(RawPath("maps"))) ?? []
    var cache = CacheWriter()
    cache.write(Fingerprint(of: (bytes ?? nil) ?? []))
    // Each line ends in the path of what is mapped there, where that is a file.
    let libraries = Set(
      maps.split(separator: UInt8(ascii: "\n")).compactMap { line in
        line.firstIndex(of: UInt8(ascii: "/")).map { RawPath(line[$0...]) }
      })
    for path in libraries.sorted() {
      guard let folder = path.parent.flatMap({ try? Folder($0) }),
        let status = folder.status(of: path.name), path.text.contains(".so")
      else { continue }
      cache.write(path.text)
      cache.write(status.byteCount)
      cache.write(status.modified)
    }
    return Fingerprint(of: cache.bytes)
  }
}
