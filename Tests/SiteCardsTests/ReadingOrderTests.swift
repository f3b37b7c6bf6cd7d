import CPango
import Foundation
import SiteText
import Testing

@testable import SiteCards

/// In what order the letters of a card stand, as Pango lays them out.
struct ReadingOrderTests {
  /// The texts of which browsers hold the same in pages.
  struct Cases: Decodable {
    let ar: [Case]
    let en: [Case]

    struct Case: Decodable {
      let text: String
      /// Markdown, which no title is.
      let marked: Bool?
      /// The pieces in the order in which they are read.
      let reads: [Piece]
    }

    /// A piece that runs in its own direction, or several that run from left to right.
    enum Piece: Decodable {
      case text(String)
      case leftToRight([String])

      init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
          self = .text(text)
        } else {
          self = .leftToRight(try value.decode([String].self))
        }
      }
    }
  }

  private static func cases() throws -> Cases {
    let file = URL(filePath: #filePath).appending(
      path: "../../site-checks/bidi-cases.json")
    return try JSONDecoder().decode(Cases.self, from: Data(contentsOf: file.standardized))
  }

  private static func painter() throws -> CardPainter {
    let folder = URL(filePath: #filePath).appending(path: "../../../templates/assets/fonts")
    let files = try ["literata", "naskh-400", "naskh-700"].map {
      [UInt8](try Data(contentsOf: folder.appending(path: $0 + ".woff2").standardized))
    }
    let fonts = try CardFonts(files, unpackedIn: FileManager.default.temporaryDirectory.path)
    let color = CardColors.Color(0)
    return CardPainter(
      fonts: fonts,
      colors: CardColors(background: color, text: color, soft: color, accent: color))
  }

  /// The letters of a text from left to right, as it stands on a card.
  private static func shown(
    _ text: String, in language: LanguageCode, by painter: CardPainter
  ) -> String {
    let card = Card(
      site: "", title: "", language: language.tag, isRightToLeft: language.direction == .rightToLeft
    )
    let context = painter.context(for: card)
    defer { g_object_unref(UnsafeMutableRawPointer(context)) }
    let text = text.withoutLigatures
    let block = TextBlock(
      text, .init(size: 40), of: card, families: "Literata,Noto Naskh Arabic", in: context)
    var letters: [(letter: Character, left: Int32)] = []
    for index in text.indices where !text[index].isInvisible {
      var place = PangoRectangle()
      pango_layout_index_to_pos(
        block.layout, Int32(text.utf8.distance(from: text.startIndex, to: index)), &place)
      // What runs from right to left has a negative width.
      letters.append((text[index], min(place.x, place.x + place.width)))
    }
    return String(letters.sorted { $0.left < $1.left }.map(\.letter))
  }

  private static func expected(_ pieces: [Cases.Piece], in language: LanguageCode) -> String {
    let shown = pieces.map { piece in
      switch piece {
      case .text(let text): fromLeft(text)
      case .leftToRight(let texts): texts.map(fromLeft).joined()
      }
    }
    return (language.direction == .rightToLeft ? shown.reversed() : shown).joined()
  }

  /// The letters of a piece from left to right.
  private static func fromLeft(_ text: String) -> String {
    let letters = text.withoutLigatures.filter { !$0.isInvisible }
    let isRightToLeft = letters.unicodeScalars.contains {
      0x600...0x6FF ~= $0.value && $0.properties.isAlphabetic
    }
    return isRightToLeft ? String(letters.reversed()) : letters
  }

  @Test func titlesReadAsOnPages() throws {
    let cases = try Self.cases()
    let painter = try Self.painter()
    var misplaced = 0
    for (language, cases) in [(LanguageCode.arabic, cases.ar), (.english, cases.en)] {
      let isolation = BidiIsolation(language)
      for item in cases where item.marked != true {
        let text = isolation.isolated(LocalizedText(item.text, in: language))
        let expected = Self.expected(item.reads, in: language)
        #expect(Self.shown(text, in: language, by: painter) == expected, "\(item.text)")
        if Self.shown(item.text, in: language, by: painter) != expected { misplaced += 1 }
      }
    }
    // Else the cases would show nothing.
    #expect(misplaced > 10)
  }

  @Test func aTextInTheOtherLanguageReadsInItsOwnDirection() throws {
    let painter = try Self.painter()
    let isolation = BidiIsolation(.arabic)
    let names = ["Jane Roe (ed.)", "EUAM, Iraq"].map {
      isolation.isolated(LocalizedText($0, in: .english))
    }
    let shown = Self.shown(names.joined(separator: " و"), in: .arabic, by: painter)
    #expect(shown == "EUAM,IraqوJaneRoe(ed.)")
  }
}

extension String {
  /// Without the alefs that form one shape with the lam before them, inside which there is no order.
  fileprivate var withoutLigatures: String {
    replacing(/\u{644}[\u{622}\u{623}\u{625}\u{627}]/, with: "\u{644}")
  }
}

extension Character {
  fileprivate var isInvisible: Bool {
    isWhitespace || unicodeScalars.allSatisfy { $0.properties.generalCategory == .format }
  }
}
