import SiteText
import Testing

/// A text and what is written for it.
struct BidiCase: Sendable, CustomTestStringConvertible {
  let text: String
  let html: String

  init(_ text: String, _ html: String) {
    self.text = text
    self.html = html
  }

  /// A text that is written as it is.
  init(untouched text: String) {
    self.init(text, text)
  }

  var testDescription: String { text }
}

private func en(_ text: String) -> String { "<bdi lang=\"en\" dir=\"ltr\">\(text)</bdi>" }
private func ltr(_ text: String) -> String { "<bdi dir=\"ltr\">\(text)</bdi>" }
private func range(_ text: String) -> String { "<bdi dir=\"rtl\">&#x61C;\(text)</bdi>" }
private func ar(_ text: String) -> String { "<bdi lang=\"ar\" dir=\"rtl\">\(text)</bdi>" }

func isolated(_ text: String, _ language: LanguageCode = .arabic) -> String {
  var html: [UInt8] = []
  BidiIsolation(language).append(text, to: &html)
  return String(decoding: html, as: UTF8.self)
}

@Suite struct BidiInArabic {
  @Test(arguments: [
    BidiCase(untouched: "عادت 1,924 عائلة من المخيم"),
    BidiCase(untouched: "بنسبة 18.5 في الساعة 14:30 يوم 10/12"),
    BidiCase(untouched: "نحو (60%) من المستهدف"),
    BidiCase(untouched: "كوفيد-19 في مادة 7-"),
    BidiCase(untouched: "قال «نعم» – ثم (سكت)… “لماذا”؟"),
    BidiCase(untouched: "بين ٢٠٢٤-٢٠٢٦"),
    BidiCase(untouched: ""),
  ])
  func leavesWhatStaysInPlace(_ example: BidiCase) {
    #expect(isolated(example.text) == example.html)
  }

  @Test(arguments: [
    BidiCase("مشروع “CT JUST” في العراق", "مشروع “\(en("CT JUST"))” في العراق"),
    BidiCase(
      "البشرية (HUMINT)، والمفتوح (OSINT) .",
      "البشرية (\(en("HUMINT")))، والمفتوح (\(en("OSINT"))) ."),
    BidiCase("CT JUST برنامج", "\(en("CT JUST")) برنامج"),
    BidiCase("برنامج CT JUST.", "برنامج \(en("CT JUST"))."),
    BidiCase("والـCT نفسه", "والـ\(en("CT")) نفسه"),
    BidiCase("لغة C++ وإطار .NET ولغة C#", "لغة \(en("C++")) وإطار \(en(".NET")) ولغة \(en("C#"))"),
    BidiCase("Smith، Doe؛ Roe", "\(en("Smith"))، \(en("Doe"))؛ \(en("Roe"))"),
    BidiCase("نظام Windows 11 الجديد", "نظام \(en("Windows 11")) الجديد"),
    BidiCase(
      "كتاب Journal of Policy 12(3), pp. 45–67 هو",
      "كتاب \(en("Journal of Policy 12(3), pp. 45–67")) هو"),
    BidiCase("تقرير The Report (2024) عن", "تقرير \(en("The Report (2024)")) عن"),
    BidiCase("تقرير (The Report.) عن", "تقرير (\(en("The Report."))) عن"),
    BidiCase("في U.S. وعند Smith et al. أيضا", "في \(en("U.S.")) وعند \(en("Smith et al.")) أيضا"),
    BidiCase("شركة R&D < b", "شركة \(en("R&amp;D &lt; b"))"),
    BidiCase("هو “CT JUST” and “EU” معا", "هو \(en("“CT JUST” and “EU”")) معا"),
    BidiCase("اسم CT JUST (برنامج)", "اسم \(en("CT JUST")) (برنامج)"),
    BidiCase("اسم CT (EU برنامج)", "اسم \(en("CT")) (\(en("EU")) برنامج)"),
    BidiCase("معيار ISBN 978-3-16-148410-0 للكتب", "معيار \(en("ISBN 978-3-16-148410-0")) للكتب"),
    BidiCase("في Straße وCafé", "في \(en("Straße")) و\(en("Café"))"),
    BidiCase("قناة Москва الروسية", "قناة \(ltr("Москва")) الروسية"),
    BidiCase("في EUAM: 60% منهم", "في \(en("EUAM")): 60% منهم"),
  ])
  func wrapsWordsWithTheirLanguage(_ example: BidiCase) {
    #expect(isolated(example.text) == example.html)
  }

  @Test(arguments: [
    BidiCase("في 2025-05-25 وقع", "في \(ltr("2025-05-25")) وقع"),
    BidiCase("الهاتف +964 770 123 4567.", "الهاتف \(ltr("+964 770 123 4567"))."),
    BidiCase("الهاتف +964 (0) 770-1234567 مساء", "الهاتف \(ltr("+964 (0) 770-1234567")) مساء"),
    BidiCase("الهاتف 0770 123 4567 مساء", "الهاتف \(ltr("0770 123 4567")) مساء"),
    BidiCase("الهاتف 0770-1234567 مساء", "الهاتف \(ltr("0770-1234567")) مساء"),
    BidiCase("المعرف 10.1000/182 هنا", "المعرف \(ltr("10.1000/182")) هنا"),
    BidiCase("المعرف 10.1000/xyz123 هنا", "المعرف \(ltr("10.1000/xyz123")) هنا"),
    BidiCase("الكتاب 978-3-16-148410-0 هنا", "الكتاب \(ltr("978-3-16-148410-0")) هنا"),
    BidiCase(
      "بسعر €18.5 أو -5% أو +12 أو $100",
      "بسعر \(ltr("€18.5")) أو \(ltr("-5%")) أو \(ltr("+12")) أو \(ltr("$100"))"),
    BidiCase("لمن هم 18+ فقط", "لمن هم \(ltr("18+")) فقط"),
    BidiCase("زر https://example.org/ثقافة/، ثم", "زر \(ltr("https://example.org/ثقافة/"))، ثم"),
    BidiCase("(https://example.org/?p=1&q=2).", "(\(ltr("https://example.org/?p=1&amp;q=2")))."),
    BidiCase(
      "راسل info@example.org أو www.example.org/ غدا",
      "راسل \(ltr("info@example.org")) أو \(ltr("www.example.org/")) غدا"),
    BidiCase("الملف /etc/hosts هنا", "الملف \(ltr("/etc/hosts")) هنا"),
  ])
  func wrapsNumbersAndAddressesWithoutALanguage(_ example: BidiCase) {
    #expect(isolated(example.text) == example.html)
  }

  @Test(arguments: [
    BidiCase("الأعوام 2024-2026 كلها", "الأعوام \(range("2024-2026")) كلها"),
    BidiCase("2024–2026", range("2024–2026")),
    BidiCase("الصفحات 45-67 و40-60%", "الصفحات \(range("45-67")) و\(range("40-60"))%"),
    BidiCase("بين 1,000-2,500 ريال", "بين \(range("1,000-2,500")) ريال"),
  ])
  func keepsTheOrderOfRanges(_ example: BidiCase) {
    #expect(isolated(example.text) == example.html)
  }

  @Test func nothingIsLostBesideSixteenByteBlocks() {
    for length in 1..<40 {
      let filler = String(repeating: "ا", count: length)
      #expect(isolated(filler + " A<" + filler) == filler + " " + en("A") + "&lt;" + filler)
      #expect(isolated(filler + ".A" + filler) == filler + "." + en("A") + filler)
    }
  }

  @Test func readsASignByWhatStoodBefore() {
    let isolation = BidiIsolation(.arabic)
    func written(_ text: String, after preceding: BidiPreceding) -> String {
      var html: [UInt8] = []
      var text = text
      text.withUTF8 { _ = isolation.append($0, after: preceding, to: &html) }
      return String(decoding: html, as: UTF8.self)
    }
    #expect(written("-5", after: .nothing) == ltr("-5"))
    #expect(written("-5", after: .neutral) == ltr("-5"))
    #expect(written("-5", after: .word) == "-5")
  }
}

@Suite struct BidiInEnglish {
  @Test(arguments: [
    BidiCase(untouched: "In 2024-2026 (“CT JUST”) –5% of it’s Café, 18.5€"),
    BidiCase("the Ministry, وزارة الداخلية, has", "the Ministry, \(ar("وزارة الداخلية")), has"),
    BidiCase("by شهلاء, بسمة and", "by \(ar("شهلاء")), \(ar("بسمة")) and"),
    BidiCase(
      "in مكافحة الإرهاب ـ برنامج “الاتحاد” 3 في (2025)",
      "in \(ar("مكافحة الإرهاب ـ برنامج “الاتحاد” 3 في")) (2025)"),
    BidiCase("asks ما هو؟ twice", "asks \(ar("ما هو؟")) twice"),
    BidiCase("القاهرة، بغداد", ar("القاهرة، بغداد")),
    BidiCase("(مصر) 25 May", "(\(ar("مصر"))) 25 May"),
    BidiCase("مكافحة (الإرهاب) & more", "\(ar("مكافحة (الإرهاب)")) &amp; more"),
    BidiCase("مكافحة (الإرهاب and", "\(ar("مكافحة")) (\(ar("الإرهاب")) and"),
    BidiCase(untouched: "see https://ar.wikipedia.org/wiki/عراق_قديم now"),
  ])
  func wrapsArabic(_ example: BidiCase) {
    #expect(isolated(example.text, .english) == example.html)
  }
}

@Suite struct BidiValues {
  @Test func markAValueOfAnotherLanguage() {
    var html: [UInt8] = []
    BidiIsolation(.english).append(LocalizedText("مكافحة CT", in: .arabic), to: &html)
    #expect(
      String(decoding: html, as: UTF8.self)
        == "<bdi lang=\"ar\" dir=\"rtl\">مكافحة \(en("CT"))</bdi>")
    html = []
    BidiIsolation(.arabic).append(LocalizedText("مكافحة CT", in: .arabic), to: &html)
    #expect(String(decoding: html, as: UTF8.self) == "مكافحة \(en("CT"))")
  }

  @Test func useIsolatesWhereMarkupCannotStand() {
    let english = BidiIsolation(.english)
    #expect(english.plain(LocalizedText("مكافحة", in: .arabic)) == "\u{2068}مكافحة\u{2069}")
    #expect(english.plain(LocalizedText("Counter", in: .english)) == "Counter")
    #expect(english.plain(LocalizedText("a\u{202E}b", in: .english)) == "ab")
  }

  @Test func tellScriptsApart() {
    func scripts(_ text: String, _ language: LanguageCode) -> BidiScripts {
      var text = text
      return text.withUTF8 { BidiIsolation(language).scripts(in: $0) }
    }
    #expect(scripts("1,924 (60%)", .arabic) == .none)
    #expect(scripts("Smith, J. (2024)", .arabic) == .otherOnly)
    #expect(scripts("Smith و Doe", .arabic) == .own)
    #expect(scripts("مصر", .english) == .otherOnly)
  }
}

@Suite struct BidiControlCharacters {
  @Test func areKeptOnlyWhereBalanced() {
    #expect(isolated("أ\u{2067}ب\u{2069}ج") == "أ\u{2067}ب\u{2069}ج")
    #expect(isolated("أ\u{202B}ب\u{202C}ج") == "أ\u{202B}ب\u{202C}ج")
    #expect(isolated("أ\u{202E}ب") == "أب")
    #expect(isolated("أ\u{2069}ب\u{202C}ج") == "أبج")
    #expect(isolated("أ\u{2067}ب\u{202B}ج\u{2069}د\u{202C}") == "أ\u{2067}بج\u{2069}د")
    #expect(isolated("في CT\u{202A} ثم -5") == "في \(en("CT")) ثم \(ltr("-5"))")
  }

  @Test func areFoundWithTheirPlace() {
    let text = Array("ab\u{202E}c\u{202C}\u{2066}".utf8)
    let found = text.withUnsafeBufferPointer { BidiControls.all(in: $0) }
    #expect(found.map(\.offset) == [2, 6, 9])
    #expect(found.map(\.isOverride) == [true, false, false])
    #expect(found.map(\.isBalanced) == [true, true, false])
    #expect(found.map(\.scalar) == [0x202E, 0x202C, 0x2066])
  }
}

@Suite struct BidiOnHostileText {
  @Test(arguments: [
    String(repeating: "a (", count: 5_000),
    String(repeating: "ب (", count: 5_000),
    String(repeating: "1-", count: 5_000),
    String(repeating: "+1 22 ", count: 3_000),
    String(repeating: "http://", count: 2_000),
    String(repeating: "aع", count: 5_000),
    String(repeating: "(a) ", count: 5_000),
    String(repeating: "\u{2067}", count: 5_000),
    String(repeating: "a.", count: 5_000),
  ])
  func endsSoonAndLosesNothing(_ text: String) {
    for language in [LanguageCode.arabic, .english] {
      let html = isolated(text, language)
      let plain = html.replacing("&#x61C;", with: "").replacing(#/<[^>]*>/#, with: "")
      #expect(plain == (text.contains("\u{2067}") ? "" : text))
    }
  }

  @Test func invalidBytesDoNotStopIt() {
    for byte in UInt8.min...UInt8.max {
      var html: [UInt8] = []
      let text: [UInt8] = [0x41, byte, 0x31, byte, 0xE2, 0x80, byte]
      BidiIsolation(.arabic).append(text[...], to: &html)
      BidiIsolation(.english).append(text[...], to: &html)
      #expect(!html.isEmpty)
    }
  }
}

@Suite struct BidiByCharacters {
  @Test(arguments: [
    (
      LanguageCode.arabic, "بعثة EUAM Iraq، وCT JUST",
      "بعثة \u{2066}EUAM Iraq\u{2069}، و\u{2066}CT JUST\u{2069}"
    ),
    (.arabic, "كل <شيء> & غيره", "كل &lt;شيء&gt; &amp; غيره"),
    (.english, "The مخيم of today", "The \u{2067}مخيم\u{2069} of today"),
  ])
  func runsAreIsolatedWithoutMarkup(language: LanguageCode, text: String, expected: String) {
    var bytes: [UInt8] = []
    BidiIsolation(language).withCharacters.append(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    (LanguageCode.arabic, "R&D في <مخيم>", "\u{2066}R&D\u{2069} في <مخيم>"),
    (.arabic, "من <a&b> إلى \u{2067}x", "من <\u{2066}a&b\u{2069}> إلى \u{2066}x\u{2069}"),
    (
      .english, "The <مخيم> & more",
      "\u{2066}The <\u{2067}مخيم\u{2069}> & more\u{2069}"
    ),
  ])
  func whatIsNoMarkupIsNotEscaped(language: LanguageCode, text: String, expected: String) {
    let text = LocalizedText(text, in: language)
    #expect(BidiIsolation(.arabic).isolated(text) == expected)
  }

  @Test(arguments: ["حتى 2024-05-01", "من -5 إلى +3", "صفحات 10–12 من C++"])
  func theSameRunsAreIsolatedAsInMarkup(text: String) {
    var bytes: [UInt8] = []
    BidiIsolation(.arabic).withCharacters.append(text, to: &bytes)
    let characters = String(decoding: bytes, as: UTF8.self)
    let markup = isolated(text).replacing(
      /<bdi lang="en" dir="ltr">|<bdi dir="ltr">/, with: "\u{2066}"
    )
    .replacing("<bdi dir=\"rtl\">&#x61C;", with: "\u{2067}\u{61C}")
    .replacing("</bdi>", with: "\u{2069}")
    #expect(characters == markup && characters != text)
  }
}
