import Foundation
import Testing

@testable import SiteText

@Suite("Folding and words")
struct TextFoldingTests {
  @Test(arguments: [
    ("أإآٱا", "ااااا"), ("مَدْرَسَةٌ", "مدرسه"), ("العـــراق", "العراق"), ("على عليّ شئ", "علي علي شي"),
    ("مؤتمر", "موتمر"), ("کتاب ہے ھ ۀ", "كتاب هے ه ه"), ("٢٠٢٥ ۲۰۲۵", "2025 2025"),
    ("CT JUST", "ct just"), ("\u{202B}نص\u{202C} \u{200F}x\u{200B}", "نص x"),
    ("ﷺ", "صلي الله عليه وسلم"), ("ﻻ", "لا"), ("ا\u{654}حمد", "احمد"), ("É ǅ", "é dž"),
    ("«نص» “x” – —", "«نص» “x” – —"), ("ｆｕｌｌ½", "full1⁄2"), ("رحمٰن ذٰلك", "رحمن ذلك"),
    ("Σοφός ΣΟΦΌΣ", "σοφόσ σοφόσ"),
    ("", ""),
  ])
  func folds(text: String, folded: String) {
    #expect(TextFolding.fold(text) == folded)
  }

  @Test func spellingsOfOneTag() {
    #expect(TextFolding.key("  الأمن   السيبراني ") == TextFolding.key("الامن السّيبرانى"))
    #expect(TextFolding.key("الأمن") != TextFolding.key("الأمان"))
  }

  @Test func theFastWayAgreesWithTheSlow() {
    var generator = SystemRandomNumberGenerator()
    let alphabet =
      Array(0x20...0x7E) + Array(0x600...0x6FF) + [
        0xAB, 0xBB, 0x200B, 0x200F, 0x2013, 0x201C, 0x2066,
      ]
    for _ in 0..<3000 {
      let scalars = (0..<12).map { _ in
        Unicode.Scalar(UInt32(alphabet.randomElement(using: &generator)!))!
      }
      let text = String(String.UnicodeScalarView(scalars))
      // A letter that only NFKC changes sends the whole text the slow way.
      let slow = TextFolding.fold(text + "ﻻ")
      #expect(TextFolding.fold(text) + "لا" == slow, "\(scalars.map(\.value))")
    }
  }

  @Test func foldingTwiceChangesNothing() {
    for value in UInt32(0x20)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = TextFolding.fold(String(scalar))
      let twice = TextFolding.fold(once)
      if once != twice { Issue.record("U+\(String(value, radix: 16)): \(once) \(twice)") }
    }
  }

  @Test(arguments: [
    ("", 0), (" \n\t", 0), ("كلمة", 1), ("كلمة ، ثم أخرى.", 3), ("e-mail don’t 3.5%", 3),
    ("a — b – c … d", 4), ("« نص »", 1), ("أ\u{A0}ب\u{2003}ج\u{3000}د", 4), ("؟ ! ؛ ٪ ۔ ـ", 0),
    ("٢٠٢٥ 2025", 2), ("x² 10 m²", 3), ("\u{200F}مرحبا\u{200E} ", 1),
  ])
  func words(text: String, count: Int) {
    #expect(WordCount.words(in: Array(text.utf8)) == count)
    #expect(WordCount.words(in: Array(text.utf8)[...]) == count)
  }

  @Test func readingTime() {
    #expect(ReadingTime.minutes(words: 0, language: .arabic) == 1)
    #expect(ReadingTime.minutes(words: 180 * 4, language: LanguageCode("ar-IQ")) == 4)
    #expect(ReadingTime.minutes(words: 238 * 4 + 120, language: .english) == 5)
    #expect(ReadingTime.minutes(words: -3, language: .english) == 1)
  }
}
