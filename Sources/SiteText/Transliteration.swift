import Foundation

/// Writes Arabic in Latin letters, for addresses and keys that must be ASCII.
///
/// A simplification of the ALA-LC romanization of Arabic (Library of Congress, 2012) without
/// diacritics: ث th, خ kh, ذ dh, ش sh, غ gh, ق q; the emphatic letters as their plain partners;
/// hamza not written and ʿayn as `a` (سعد, sad; علي, ali); ة as `a`; the article as `al-`, never
/// assimilated. و and ي are `w` and `y` at the start of a word and before ا, else `u` and `i`.
/// Short vowels are written where the text has them and are not guessed. Latin letters lose their
/// diacritics; letters of other scripts are left out.
public enum Transliteration {
  /// The text in ASCII, in the letters' own case; characters that are not letters or digits stay
  /// if they are ASCII and become spaces if they are not.
  public static func latin(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for word in words(of: text) {
      if let first = word.first, isArabicLetter(first) {
        append(arabic: word, to: &output)
      } else {
        append(other: word, to: &output)
      }
    }
    return String(output)
  }

  /// Runs of Arabic letters and marks, and the runs between them.
  private static func words(of text: String) -> [[Unicode.Scalar]] {
    var words: [[Unicode.Scalar]] = []
    var isInArabic: Bool?
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      let isMark = FoldTable.isRemoved(scalar)
      let isArabic = isMark ? isInArabic ?? false : isArabicLetter(scalar)
      if isArabic != isInArabic {
        words.append([])
        isInArabic = isArabic
      }
      words[words.count - 1].append(scalar)
    }
    return words
  }

  private static func isArabicLetter(_ scalar: Unicode.Scalar) -> Bool {
    consonants[scalar] != nil
      || "\u{648}\u{64A}\u{6CC}\u{649}\u{624}\u{626}".unicodeScalars.contains(scalar)
  }

  private static func append(
    arabic word: [Unicode.Scalar], to output: inout String.UnicodeScalarView
  ) {
    var rest = word.filter { $0 != "\u{640}" }[...]
    if let withoutArticle = ArabicArticle.dropped(from: rest) {
      output.append(contentsOf: "al-".unicodeScalars)
      rest = withoutArticle
    }
    rest = shaddaFirst(rest)
    var latin = ""
    for index in rest.indices {
      let scalar = rest[index]
      switch scalar {
      case "\u{651}": latin += latin.last.map { "aiu".contains($0) ? "" : String($0) } ?? ""
      case "\u{648}", "\u{624}": latin += isConsonant(at: index, in: rest) ? "w" : "u"
      case "\u{64A}", "\u{6CC}", "\u{626}": latin += isConsonant(at: index, in: rest) ? "y" : "i"
      case "\u{649}": latin += "a"
      default: latin += vowels[scalar] ?? consonants[scalar] ?? ""
      }
    }
    output.append(contentsOf: collapsingVowels(latin).unicodeScalars)
  }

  /// The word with every shadda right after its letter: the normal form puts vowel signs between.
  private static func shaddaFirst(_ word: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>
  {
    var word = word
    for index in word.indices.dropFirst() where word[index] == "\u{651}" {
      if vowels[word[index - 1]] != nil { word.swapAt(index - 1, index) }
    }
    return word
  }

  /// Whether a و or ي at an index is a consonant: at the start, or before an alif, a vowel sign or
  /// a shadda.
  private static func isConsonant(at index: Int, in word: ArraySlice<Unicode.Scalar>) -> Bool {
    if index == word.startIndex { return true }
    guard index + 1 < word.endIndex else { return false }
    let next = word[index + 1]
    return "\u{627}\u{629}\u{649}\u{651}".unicodeScalars.contains(next) || vowels[next] != nil
  }

  /// Makes of a vowel written twice, as by a short vowel's sign before its letter, a single one.
  private static func collapsingVowels(_ latin: String) -> String {
    var collapsed = ""
    for letter in latin where !("aiu".contains(letter) && collapsed.last == letter) {
      collapsed.append(letter)
    }
    return collapsed
  }

  private static func append(
    other word: [Unicode.Scalar], to output: inout String.UnicodeScalarView
  ) {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: word)
    for scalar in String(text).decomposedStringWithCompatibilityMapping.unicodeScalars {
      if scalar.isASCII {
        output.append(scalar)
      } else if let digit = FoldTable.fold(scalar), digit.isASCII {
        output.append(digit)
      } else if let letters = latinLetters[scalar] {
        output.append(contentsOf: letters.unicodeScalars)
      } else if !scalar.properties.isAlphabetic, !FoldTable.isRemoved(scalar),
        !scalar.properties.isDiacritic
      {
        output.append(" ")
      }
    }
  }

  /// ALA-LC's table without diacritics, and the letters of Persian, Urdu and Kurdish.
  private static let consonants: [Unicode.Scalar: String] = [
    "ء": "", "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "ت": "t", "ث": "th",
    "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh",
    "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "a", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g",
    "ک": "k", "ڤ": "v", "ہ": "h", "ھ": "h", "ە": "a", "ۆ": "o", "ێ": "e", "ے": "e", "ڕ": "r",
    "ڵ": "l", "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n",
  ]

  private static let vowels: [Unicode.Scalar: String] = [
    "\u{64B}": "an", "\u{64C}": "un", "\u{64D}": "in", "\u{64E}": "a", "\u{64F}": "u",
    "\u{650}": "i", "\u{670}": "a",
  ]

  /// Latin letters that have no decomposition (Unicode CLDR, transforms/Latin-ASCII.xml).
  private static let latinLetters: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D",
    "ł": "l", "Ł": "L", "ı": "i", "þ": "th", "Þ": "TH", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H",
  ]
}

/// The Arabic article at the start of a word.
enum ArabicArticle {
  /// The word without its ال; nil where it has none, where fewer than two letters would be left,
  /// and for الله, of which it is a part.
  static func dropped(from word: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
    guard let first = word.first, first == "\u{627}" || first == "\u{671}" else { return nil }
    let afterAlif = word.dropFirst().drop { FoldTable.isRemoved($0) }
    guard afterAlif.first == "\u{644}" else { return nil }
    let rest = afterAlif.dropFirst().drop { FoldTable.isRemoved($0) }
    let letters = rest.prefix { $0.properties.isAlphabetic || FoldTable.isRemoved($0) }
      .filter { !FoldTable.isRemoved($0) }
    return letters.count < 2 || letters == ["\u{644}", "\u{647}"] ? nil : rest
  }
}
