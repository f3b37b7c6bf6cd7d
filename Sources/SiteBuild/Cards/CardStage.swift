import SiteCache
import SiteCards
import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteFiles
import SiteModel
import SiteText

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
    let cache: PictureCache
    do throws(EnvironmentFailure) {
      cache = try PictureCache(ofSite: RawPath(options.siteFolder), "cards", suffix: ".png")
    } catch {
      return Result(diagnostics: [.cardsNotKept(error)])
    }
    let articles = site.articles.flatMap(\.self)
    let key = themeKey
    let known = await articles.concurrentMap(jobs: options.jobs) { index in
      let card = site.card(of: index)
      let name = Digest(of: key + Array(card.texts.joined(separator: "\0").utf8)).hexadecimal
      return Pending(edition: index, card: card, name: name, file: cache.knownFile(name))
    }
    let cards = try await drawn(known, cache: cache)
    var result = Result()
    for (pending, card) in zip(known, cards) {
      switch card {
      case .success(let file):
        result.cards[pending.edition] = PublishedCard(pending.name, file, in: cache)
      case .failure(let problem): result.diagnostics.append(problem.diagnostic)
      }
    }
    result.diagnostics += cache.keep()
    return result
  }

  private struct Pending: Sendable {
    let edition: Int
    let card: Card
    /// Tells whether a card looks the same.
    let name: String
    /// Set where an earlier build drew it.
    let file: StoredPicture.File?
  }

  /// Why there is no card.
  private struct Problem: Error {
    let diagnostic: Diagnostic
  }

  private func drawn(
    _ cards: [Pending], cache: PictureCache
  ) async throws(EnvironmentFailure) -> [Swift.Result<StoredPicture.File, Problem>] {
    var fonts: CardFonts?
    if cards.contains(where: { $0.file == nil }) {
      fonts = CardFonts(theme.fonts, unpackedIn: cache.folder.path.text)
    }
    let painter = fonts.map { CardPainter(fonts: $0, colors: theme.colors) }
    return try await cards.concurrentMap(jobs: options.jobs) {
      [fonts] pending throws(EnvironmentFailure) in
      if let file = pending.file { return .success(file) }
      guard let fonts, let painter else { return .failure(Problem(diagnostic: .noCardFonts)) }
      let missing = fonts.missingLetters(in: pending.card.texts)
      guard missing.isEmpty else {
        let place = SourceLocation(path: site.editions[pending.edition].edition.path)
        return .failure(Problem(diagnostic: .lettersMissingOnCard(missing, at: place)))
      }
      let file = try cache.store(painter.png(of: pending.card), width: Card.width)
      cache.use(.files([file]), as: pending.name)
      return .success(file)
    }
  }

  /// What all cards depend on.
  private var themeKey: [UInt8] {
    var key = CacheWriter()
    key.write(CardPainter.version)
    let colors = theme.colors
    for color in [colors.background, colors.text, colors.soft, colors.accent] {
      key.write(Int(color.value))
    }
    for font in theme.fonts { key.write(Digest(of: font).hexadecimal) }
    return key.bytes
  }
}

extension PictureCache {
  /// The one file that was made under a name.
  fileprivate func knownFile(_ name: String) -> StoredPicture.File? {
    guard case .files(let files)? = known(name) else { return nil }
    return files.first
  }
}

extension Card {
  /// All that tells it from other cards of a theme.
  fileprivate var texts: [String] {
    [site, kicker, title, byline, date, language, String(isRightToLeft)]
  }
}

extension WholeSite {
  /// What the card of an article says.
  fileprivate func card(of index: Int) -> Card {
    let edition = editions[index]
    let language = languages[edition.language]
    let metadata = edition.edition.metadata
    let topic = edition.terms[.topics]?.first.map { terms[$0].name.text }
    let type = strings.text(.kind(metadata.type), in: language.code, [:]).text
    var date: [UInt8] = []
    if let published = metadata.date {
      language.formatter.append(published, style: .medium, to: &date)
    }
    return Card(
      site: configuration.title.best(for: language.code)?.text ?? "",
      kicker: ([type] + (topic.map { [$0] } ?? [])).joined(separator: " · "),
      title: edition.edition.title, byline: names(of: metadata.authors, in: language),
      date: String(decoding: date, as: UTF8.self), language: language.code.tag,
      isRightToLeft: language.language.direction == .rightToLeft)
  }

  private func names(of authors: [String], in language: SiteLanguage) -> String {
    let names = authors.compactMap { people[$0]?.name.best(for: language.code)?.text }
    let separators = language.formatter.listSeparators(count: names.count) + [""]
    return zip(names, separators).map { $0 + $1 }.joined()
  }
}

extension WholeSite {
  /// The files of the cards, in the order of their names. Works of the same title and date share
  /// one.
  var cardFiles: [PublishedFile] { Set(cards.values).sorted { $0.path < $1.path }.map(\.file) }
}

/// A social card under its address.
struct PublishedCard: Sendable, Hashable {
  /// From the site's root.
  let path: String
  /// The file in the site's folder.
  let source: String

  /// The folder of the cards, in the output folder.
  static let folder = "media/cards/"

  /// - Parameter name: tells whether a card looks the same.
  fileprivate init(_ name: String, _ file: StoredPicture.File, in cache: PictureCache) {
    path = "/\(Self.folder)\(name.prefix(16)).png"
    source = (cache.path / RawPath(file.name)).text
  }

  /// The card as a file of the site.
  var file: PublishedFile {
    PublishedFile(
      asset: Asset(path: source), path: path, isPicture: true,
      version: .name(Fingerprint(of: Array(source.utf8))))
  }
}
