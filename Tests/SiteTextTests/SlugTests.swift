import Foundation
import Testing

@testable import SiteText

@Suite("Slugs, anchors and transliteration")
struct SlugTests {
  @Test(arguments: [
    ("العراق والأمن السيبراني: دراسة", "العراق-والأمن-السيبراني-دراسة"),
    ("مُقَدِّمَةٌ", "مقدمة"), ("العـــراق", "العراق"), ("Hello,  World!", "hello-world"),
    ("  --Études & Café--  ", "études-café"), ("Don’t panic", "dont-panic"),
    ("C++ / .NET", "c-net"),
    ("2024–2026", "2024-2026"), ("می\u{200C}خواهم", "میخواهم"), ("e\u{301}", "\u{E9}"),
    ("हिन्दी", "हिन्दी"), ("ÇALIŞMA", "çalişma"),
  ])
  func unicode(title: String, slug: String) {
    #expect(Slug.make(from: title, policy: .unicode)?.utf8.elementsEqual(slug.utf8) == true)
    #expect(Slug.anchor(for: title).utf8.elementsEqual(slug.utf8))
    #expect(Slug.problems(in: slug, policy: .unicode) == [])
  }

  @Test(arguments: [
    ("العراق", "al-araq"), ("محمد علي", "mhmd-ali"), ("شهلاء وبسمة", "shhla-wbsma"),
    ("بغداد ٢٠٢٥", "bghdad-2025"), ("مُحَمَّد", "muhammad"), ("السيّد", "al-syyd"), ("شدّ", "shdd"),
    ("سعيد معروف", "said-maruf"),
    ("ولاية يونس", "wlaya-yuns"), ("Études œuvre", "etudes-oeuvre"),
    ("پارچه گچ ژ", "parchh-gch-zh"),
    ("ذو القرنين", "dhu-al-qrnin"), ("Straße № 5", "strasse-no-5"),
  ])
  func latin(title: String, slug: String) {
    #expect(Slug.make(from: title, policy: .latin) == slug)
    #expect(Slug.isValid(slug, policy: .latin))
  }

  @Test func nothingLeft() {
    #expect(Slug.make(from: "؟!", policy: .unicode) == nil)
    #expect(Slug.make(from: "Москва", policy: .latin) == nil)
    #expect(Slug.anchor(for: "…") == "section")
    #expect(Slug.anchor(for: "") == "section")
  }

  @Test func longTitlesAreCutAtAWord() {
    let title = Array(repeating: "الاستراتيجية", count: 20).joined(separator: " ")
    let slug = Slug.make(from: title, policy: .unicode)!
    #expect(slug.utf8.count <= Slug.longest)
    #expect(slug.hasSuffix("-الاستراتيجية"))
    let unbroken = String(repeating: "م", count: 300)
    #expect(Slug.make(from: unbroken, policy: .unicode)?.utf8.count == Slug.longest)
    #expect(Slug.anchor(for: unbroken) == unbroken)
  }

  @Test(
    arguments: [
      ("", .unicode, [.empty]), ("Iraq", .unicode, [.upperCase]), ("Iraq", .latin, [.upperCase]),
      ("a b", .latin, [.character(" ")]), ("a_b", .unicode, [.character("_")]),
      ("عراق", .latin, [.character("ع"), .character("ر"), .character("ا"), .character("ق")]),
      ("عِراق", .unicode, [.character("\u{650}")]), ("-a", .latin, [.hyphen]),
      ("a--b", .latin, [.hyphen]), ("a/../b", .unicode, [.character("/"), .character(".")]),
      ("e\u{301}", .unicode, [.notNormalized]),
      (String(repeating: "a", count: 201), .latin, [.tooLong(201)]),
    ] as [(String, Slug.Policy, [Slug.Problem])])
  func problems(slug: String, policy: Slug.Policy, problems: [Slug.Problem]) {
    #expect(Slug.problems(in: slug, policy: policy) == problems)
    #expect(!Slug.isValid(slug, policy: policy))
  }

  @Test func whatIsMadeIsValid() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<3000 {
      let scalars = (0..<10).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0x20...0x2FFF, using: &generator))
      }
      let title = String(String.UnicodeScalarView(scalars))
      for policy in Slug.Policy.allCases {
        guard let slug = Slug.make(from: title, policy: policy) else { continue }
        let problems = Slug.problems(in: slug, policy: policy)
        #expect(problems == [], "\(scalars.map { String($0.value, radix: 16) }) \(slug)")
      }
    }
  }

  @Test func transliterationIsASCII() {
    #expect(Transliteration.latin("الباحثة شهلاء") == "al-bahtha shhla")
    #expect(Transliteration.latin("«نص» – x") == " ns    x")
    for value in UInt32(0x20)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let latin = Transliteration.latin(String(scalar))
      if !latin.utf8.allSatisfy({ $0 < 0x80 }) { Issue.record("\(scalar) \(latin)") }
    }
  }
}
