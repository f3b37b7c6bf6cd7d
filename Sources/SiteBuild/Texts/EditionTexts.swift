import SiteContent
import SiteDiagnostics
import SiteHTML
import SiteMarkdown
import SiteModel
import Synchronization

/// The texts of the editions, those rendered in this build and those rendered before: the latter
/// are rendered again when a page that shows them is.
///
/// A text that cannot be had is empty, and `checkReadings()` throws afterwards.
final class EditionTexts: Sendable {
  private let store: TextStore
  private let render: @Sendable (Edition) throws(EnvironmentFailure) -> MarkdownDocument
  private let late = Mutex<[Int: TextStore.Extent]>([:])
  private let failure = Mutex<EnvironmentFailure?>(nil)

  init(
    in store: TextStore,
    render: @escaping @Sendable (Edition) throws(EnvironmentFailure) -> MarkdownDocument
  ) {
    self.store = store
    self.render = render
  }

  /// The text without its notes.
  func html(of edition: Int, _ site: WholeSite) -> HTML {
    get(HTML()) { () throws(EnvironmentFailure) in try store.html(at: extent(of: edition, site)) }
  }

  /// The section of footnotes.
  func notes(of edition: Int, _ site: WholeSite) -> HTML {
    get(HTML()) { () throws(EnvironmentFailure) in try store.notes(at: extent(of: edition, site)) }
  }

  /// The words alone, UTF-8.
  func plain(of edition: Int, _ site: WholeSite) -> [UInt8] {
    get([]) { () throws(EnvironmentFailure) in try store.plain(at: extent(of: edition, site)) }
  }

  /// Throws if a text could not be had since the object was made.
  func checkReadings() throws(EnvironmentFailure) {
    if let failure = failure.withLock({ $0 }) { throw failure }
  }

  private func extent(
    of edition: Int, _ site: WholeSite
  ) throws(EnvironmentFailure) -> TextStore.Extent {
    if let extent = site.texts[edition].extent { return extent }
    if let known = late.withLock({ $0[edition] }) { return known }
    let document = try render(site.editions[edition].edition)
    // It had none when it was read before.
    guard !document.diagnostics.containError else {
      throw .changedWhileReading(site.editions[edition].edition.path)
    }
    let extent = try store.add(document)
    late.withLock { $0[edition] = extent }
    return extent
  }

  private func get<Value>(
    _ empty: Value, _ read: () throws(EnvironmentFailure) -> Value
  ) -> Value {
    do throws(EnvironmentFailure) {
      return try read()
    } catch {
      failure.withLock { $0 = error }
      return empty
    }
  }
}
