import CLinux
import Glibc
import SiteDiagnostics
import SiteFiles
import SiteHTML
import SiteMarkdown
import Synchronization

/// Rendered texts on disk, between the stage that renders Markdown and the one that writes pages.
///
/// All texts must be known before the first page can be written, and those of a large site would
/// take most of a build's memory. They go into a file without a name, which ends with the process.
final class TextStore: Sendable {
  /// Where a text stands.
  struct Extent: Sendable {
    fileprivate let start: Int
    fileprivate let html: Int
    fileprivate let notes: Int
    fileprivate let plain: Int
  }

  private let descriptor: Int32
  private let path: RawPath
  private let end = Atomic(0)

  /// - Parameters:
  ///   - folder: is made where it is missing.
  ///   - other: where the file is made when that folder may not be written to.
  init(in folder: RawPath, or other: RawPath) throws(EnvironmentFailure) {
    do throws(EnvironmentFailure) {
      descriptor = try Self.unnamedFile(in: folder)
      path = folder
    } catch {
      descriptor = try Self.unnamedFile(in: other)
      path = other
    }
  }

  private static func unnamedFile(in folder: RawPath) throws(EnvironmentFailure) -> Int32 {
    try Folder.make(folder)
    let descriptor = ctsite_unnamed_file(folder.terminated)
    guard descriptor >= 0 else { throw .cannot(.write, folder, errno) }
    return descriptor
  }

  deinit { close(descriptor) }

  /// Takes the parts of a text that pages and the search are made from.
  func add(_ document: MarkdownDocument) throws(EnvironmentFailure) -> Extent {
    let bytes = document.content
    let start = end.add(bytes.count, ordering: .relaxed).oldValue
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress, $0.count, off_t(start + written))
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw .cannot(.write, path, errno)
      }
    }
    return Extent(
      start: start, html: document.html.bytes.count, notes: document.notes.bytes.count,
      plain: document.text.count)
  }

  /// The text without its notes.
  func html(at extent: Extent) throws(EnvironmentFailure) -> HTML {
    HTML(trusted: try read(extent.html, from: extent.start))
  }

  /// The section of footnotes.
  func notes(at extent: Extent) throws(EnvironmentFailure) -> HTML {
    HTML(trusted: try read(extent.notes, from: extent.start + extent.html))
  }

  /// The words alone, UTF-8.
  func plain(at extent: Extent) throws(EnvironmentFailure) -> [UInt8] {
    try read(extent.plain, from: extent.start + extent.html + extent.notes)
  }

  private func read(_ count: Int, from start: Int) throws(EnvironmentFailure) -> [UInt8] {
    guard count > 0 else { return [] }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count, let base = buffer.baseAddress {
        let got = pread(descriptor, base + done, count - done, off_t(start + done))
        if got > 0 {
          done += got
        } else if got == 0 || errno != EINTR {
          failure = got == 0 ? EIO : errno
          break
        }
      }
    }
    guard failure == 0 else { throw .cannot(.read, path, failure) }
    return bytes
  }
}

extension MarkdownDocument {
  /// What pages and the search are made from: the text, its notes, its words.
  var content: [UInt8] { html.bytes + notes.bytes + text }
}
