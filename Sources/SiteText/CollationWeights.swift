/// The weights of characters in one language.
struct CollationWeights: Sendable {
  let ignoresArticle: Bool
  private let arabic: UInt8
  private let latin: UInt8
  private let others: UInt8
  /// The positions of U+0600–U+06FF in the alphabet, from 1; 0 for what is no letter of it.
  private let arabicAlphabet: [UInt8]

  init(for language: LanguageCode) {
    let usesArabicScript = Self.arabicScript.contains(language.base)
    let usesOtherScript = Self.otherScripts.contains(language.base)
    arabic = usesArabicScript ? 0x20 : 0x50
    latin = usesOtherScript ? 0x40 : 0x30
    others = usesOtherScript ? 0x30 : 0x40
    ignoresArticle = !usesArabicScript || language.base == "ar"
    arabicAlphabet = Self.positions(
      in: language.base == "ar" ? Self.alphabet : Self.persianAlphabet)
  }

  /// Appends the primary weight of a decomposed character, which marks do not have.
  func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    if FoldTable.isRemoved(scalar) { return }
    if Self.isSeparator(scalar) {
      if bytes.last != Self.separator { bytes.append(Self.separator) }
    } else if let digit = FoldTable.fold(scalar), digit.isASCII {
      append(ascii: UInt8(truncatingIfNeeded: digit.value), to: &bytes)
    } else {
      append(letter: Self.baseLetter(scalar), to: &bytes)
    }
  }

  private func append(ascii: UInt8, to bytes: inout [UInt8]) {
    if ascii.isDigit {
      bytes.append(0x10)
      bytes.append(ascii)
    } else {
      bytes.append(latin)
      bytes.append(ascii | 0x20)
    }
  }

  private func append(letter: Unicode.Scalar, to bytes: inout [UInt8]) {
    if 0x600...0x6FF ~= letter.value, arabicAlphabet[Int(letter.value & 0xFF)] > 0 {
      bytes.append(arabic)
      bytes.append(arabicAlphabet[Int(letter.value & 0xFF)])
    } else if let letters = Self.latinLetters[letter] {
      for ascii in letters { append(ascii: ascii, to: &bytes) }
    } else if letter.properties.generalCategory != .nonspacingMark {
      let lower = letter.properties.lowercaseMapping.unicodeScalars.first ?? letter
      bytes.append((0x600...0x6FF).contains(lower.value) ? arabic : others)
      bytes.append(0xFF)
      for shift in [16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: lower.value >> shift)) }
    }
  }

  /// Below every weight but the end of the name, so that a shorter word comes first.
  private static let separator: UInt8 = 2

  /// White space, punctuation and symbols.
  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let value = UInt8(truncatingIfNeeded: scalar.value)
      return !value.isDigit && !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= value | 0x20)
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .dashPunctuation,
      .openPunctuation, .closePunctuation, .connectorPunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol,
      .otherSymbol:
      return true
    default: return false
    }
  }

  /// The letter of which another is a form: ا of أ, ت of ة.
  private static func baseLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x622, 0x623, 0x625, 0x671: "\u{627}"
    case 0x624: "\u{648}"
    case 0x626, 0x649, 0x6CC, 0x6D0: "\u{64A}"
    case 0x629: "\u{62A}"
    case 0x6A9, 0x6AA: "\u{643}"
    case 0x6C0, 0x6C1, 0x6C2, 0x6BE: "\u{647}"
    default: scalar
    }
  }

  /// Whether the text is its own compatibility decomposition as far as the weights go: ASCII and
  /// the basic Arabic letters, whose forms `baseLetter` knows.
  static func isDecomposed(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.isASCII || 0x600...0x674 ~= $0.value }
  }

  private static func positions(in alphabet: String) -> [UInt8] {
    var positions = [UInt8](repeating: 0, count: 0x100)
    for (index, scalar) in alphabet.unicodeScalars.enumerated() {
      positions[Int(scalar.value & 0xFF)] = UInt8(index + 1)
    }
    return positions
  }

  /// The letters in the order of the root collation.
  private static let alphabet = "ءابپتٹثجچحخدڈذرڑڕزژسشصضطظعغفڤقكگلڵمنںهەوۆيێے"
  /// In Persian و comes before ه (common/collation/fa.xml), and Urdu and Kurdish are close to it.
  private static let persianAlphabet = "ءابپتٹثجچحخدڈذرڑڕزژسشصضطظعغفڤقكگلڵمنںوۆهەيێے"

  private static let arabicScript: Set<String> = [
    "ar", "azb", "ckb", "fa", "ks", "lrc", "mzn", "ps", "sd", "ug", "ur",
  ]
  private static let otherScripts: Set<String> = [
    "be", "bg", "el", "he", "hy", "iw", "ka", "kk", "mk", "ru", "sr", "uk", "yi",
  ]

  /// Letters without a decomposition, as the root collation places them or nearest to it.
  private static let latinLetters: [Unicode.Scalar: [UInt8]] = [
    "ß": Array("ss".utf8), "æ": Array("ae".utf8), "Æ": Array("ae".utf8), "œ": Array("oe".utf8),
    "Œ": Array("oe".utf8), "ø": Array("o".utf8), "Ø": Array("o".utf8), "đ": Array("d".utf8),
    "Đ": Array("d".utf8), "ł": Array("l".utf8), "Ł": Array("l".utf8), "ı": Array("i".utf8),
    "þ": Array("th".utf8), "Þ": Array("th".utf8), "ð": Array("d".utf8), "Ð": Array("d".utf8),
    "ħ": Array("h".utf8), "Ħ": Array("h".utf8),
  ]
}
