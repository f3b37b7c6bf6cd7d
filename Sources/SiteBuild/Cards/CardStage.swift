import SiteCache
import SiteCards
import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteFiles
import SiteModel

/// Draws a social card for every article, unless an earlier build drew the same.
///
/// A card shows the words of the article and no picture: it is read at the size of a thumb, and a
/// photograph beneath would cost it its contrast and ten times the bytes.
struct CardStage: Sendable {
  let site: WholeSite
  let theme: CardTheme
  let options: BuildOptions

  /// The cards of a site.
  struct Result: Sendable {
    /// By index of the site's editions.
    var cards: [Int: PublishedCard] = [:]
    var diagnostics: [Diagnostic] = []
  }

  func draw() async throws(EnvironmentFailure) -> Result {
    guard !theme.fonts.isEmpty else { return Result(diagnostics: [.noCardFonts]) }
    let made: MadeFiles<MadeFile>
    do throws(EnvironmentFailure) {
      made = try MadeFiles(ofSite: RawPath(options.siteFolder), Self.name, suffix: ".png")
    } catch {
      return Result(diagnostics: [.cardsNotKept(error)])
    }
    let common = theme.fingerprint.cached + Fingerprint.program.cached
    let pending = await site.articles.flatMap(\.self).concurrentMap(jobs: options.jobs) { index in
      let card = site.card(of: index)
      let key = Digest(of: common + card.cached).hexadecimal
      return Pending(edition: index, card: card, key: key, file: made.known(key))
    }
    var result = Result()
    var fonts: CardFonts?
    if pending.contains(where: { $0.file == nil }) {
      do throws(CardFonts.Problem) {
        fonts = try CardFonts(theme.fonts.map(\.bytes), unpackedIn: made.folder.path.text)
      } catch {
        result.diagnostics = [theme.diagnostic(error)]
      }
    }
    for (pending, card) in zip(pending, try await drawn(pending, with: fonts, into: made)) {
      switch card {
      case .file(let file): result.cards[pending.edition] = PublishedCard(file, in: made.path)
      case .problem(let problem): result.diagnostics.append(problem)
      case .nothing: break
      }
    }
    return result
  }

  private static let name = "cards"

  private struct Pending: Sendable {
    let edition: Int
    let card: Card
    /// Tells whether a card looks the same.
    let key: String
    /// Set where an earlier build drew it.
    let file: MadeFile?
  }

  private enum Drawn: Sendable {
    case file(MadeFile)
    /// Why there is no card.
    case problem(Diagnostic)
    /// There are no fonts.
    case nothing
  }

  /// - Parameter fonts: nil where none are needed, or they cannot be drawn with.
  private func drawn(
    _ cards: [Pending], with fonts: CardFonts?, into made: MadeFiles<MadeFile>
  ) async throws(EnvironmentFailure) -> [Drawn] {
    let painter = fonts.map { CardPainter(fonts: $0, colors: theme.colors) }
    return try await cards.concurrentMap(jobs: options.jobs) {
      pending throws(EnvironmentFailure) in
      if let file = pending.file { return .file(file) }
      guard let fonts, let painter else { return .nothing }
      let missing = fonts.missingLetters(in: pending.card.texts)
      guard missing.isEmpty else {
        let place = SourceLocation(path: site.editions[pending.edition].edition.path)
        return .problem(.lettersMissingOnCard(missing, at: place))
      }
      let file = try made.store(painter.png(of: pending.card))
      try made.keep(file, as: pending.key)
      return .file(file)
    }
  }

  /// Removes cards that are long out of use. They cost less than copies of pictures, and a designer
  /// who tries colors leaves many.
  static func sweep(_ options: BuildOptions) {
    MadeFiles<MadeFile>.sweep(
      ofSite: RawPath(options.siteFolder), name, suffix: ".png", keptForDays: 7)
  }
}

extension Card {
  /// All that tells it from other cards of a theme.
  fileprivate var cached: [UInt8] {
    (texts + [language, String(isRightToLeft)]).cached
  }
}
