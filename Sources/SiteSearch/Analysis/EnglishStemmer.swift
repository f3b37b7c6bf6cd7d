/// The Porter2 stemmer for English as of Snowball 3.1
/// (https://snowballstem.org/algorithms/english/stemmer.html).
struct EnglishStemmer {
  /// - Parameter word: lower-case ASCII letters, digits and apostrophes.
  static func stem(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 2 else { return word }
    if let stem = EnglishEndings.whole[word] { return stem }
    var stemmer = EnglishStemmer(word)
    stemmer.removePossessive()
    stemmer.removePlural()
    stemmer.removeTense()
    stemmer.replaceFinalY()
    stemmer.shortenDerivation()
    stemmer.shortenAdjective()
    stemmer.removeSuffix()
    stemmer.removeFinalLetter()
    return stemmer.word.map { $0 == consonantY ? UInt8(ascii: "y") : $0 }
  }

  private static let consonantY = UInt8(ascii: "Y")

  private var word: [UInt8]
  /// Where the region after the first consonant that follows a vowel begins.
  private var first = 0
  /// The same within that region.
  private var second = 0

  private init(_ bytes: [UInt8]) {
    word = bytes
    if word.first == UInt8(ascii: "'") { word.removeFirst() }
    for index in word.indices where word[index] == UInt8(ascii: "y") {
      if index == 0 || word[index - 1].isVowel { word[index] = Self.consonantY }
    }
    first =
      EnglishEndings.prefixes.first { word.starts(with: $0) }?.count ?? region(after: 0)
    second = region(after: first)
  }

  private func region(after start: Int) -> Int {
    guard let vowel = word[min(start, word.count)...].firstIndex(where: \.isVowel),
      let consonant = word[vowel...].firstIndex(where: { !$0.isVowel })
    else { return word.count }
    return consonant + 1
  }

  // MARK: Steps

  private mutating func removePossessive() {
    for ending in EnglishEndings.possessive where word.ends(with: ending) {
      return word.removeLast(ending.count)
    }
  }

  private mutating func removePlural() {
    if word.ends(with: "sses") {
      word.removeLast(2)
    } else if word.ends(with: "ied") || word.ends(with: "ies") {
      word.removeLast(word.count > 4 ? 2 : 1)
    } else if word.last == UInt8(ascii: "s"), !word.ends(with: "ss"), !word.ends(with: "us"),
      word.dropLast(2).contains(where: \.isVowel)
    {
      word.removeLast()
    }
  }

  private mutating func removeTense() {
    if let ending = word.ending(among: EnglishEndings.eed) {
      let stem = Array(word.dropLast(ending.count))
      if stem.count >= first, !EnglishEndings.beforeEed.contains(stem) {
        word = stem + "ee".utf8
      }
      return
    }
    guard let ending = word.ending(among: EnglishEndings.tense) else { return }
    let stem = Array(word.dropLast(ending.count))
    if ending == EnglishEndings.ing {
      if stem.count == 2, !stem[0].isVowel, stem[1] == UInt8(ascii: "y") {
        word = [stem[0]] + "ie".utf8
        return
      }
      if EnglishEndings.beforeIng.contains(stem) { return }
    }
    guard stem.contains(where: \.isVowel) else { return }
    word = restored(stem)
  }

  /// What stands before `ed` or `ing`, with the `e` that it lost, or without its doubled letter.
  private func restored(_ stem: [UInt8]) -> [UInt8] {
    if EnglishEndings.losingE.contains(where: { stem.ends(with: $0) }) { return stem + "e".utf8 }
    if stem.endsDoubled {
      return stem.count == 3 && EnglishEndings.keepingDouble.contains(stem[0])
        ? stem : Array(stem.dropLast())
    }
    return stem.count == first && stem.endsShort ? stem + "e".utf8 : stem
  }

  private mutating func replaceFinalY() {
    guard word.count > 2, let last = word.last, last | 0x20 == UInt8(ascii: "y"),
      !word[word.count - 2].isVowel
    else { return }
    word[word.count - 1] = UInt8(ascii: "i")
  }

  private mutating func shortenDerivation() {
    guard let (ending, put) = word.longestEnding(of: EnglishEndings.derivations) else { return }
    let stem = Array(word.dropLast(ending.count))
    guard stem.count >= first else { return }
    switch ending {
    case EnglishEndings.ogi where stem.last != UInt8(ascii: "l"): return
    case EnglishEndings.li where !EnglishEndings.beforeLi.contains(stem.last ?? 0): return
    default: word = stem + put
    }
  }

  private mutating func shortenAdjective() {
    guard let (ending, put) = word.longestEnding(of: EnglishEndings.adjectives) else { return }
    let stem = Array(word.dropLast(ending.count))
    if stem.count >= (ending == EnglishEndings.ative ? second : first) { word = stem + put }
  }

  private mutating func removeSuffix() {
    guard let (ending, _) = word.longestEnding(of: EnglishEndings.suffixes) else { return }
    let stem = Array(word.dropLast(ending.count))
    guard stem.count >= second else { return }
    if ending == EnglishEndings.ion, stem.last != UInt8(ascii: "s"),
      stem.last != UInt8(ascii: "t")
    {
      return
    }
    word = stem
  }

  private mutating func removeFinalLetter() {
    let stem = Array(word.dropLast())
    if word.last == UInt8(ascii: "e") {
      if stem.count >= second || stem.count >= first && !stem.endsShort { word = stem }
    } else if word.ends(with: "ll"), stem.count >= second {
      word = stem
    }
  }
}

extension UInt8 {
  fileprivate var isVowel: Bool {
    switch self {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}

extension [UInt8] {
  fileprivate func ends(with ending: String) -> Bool { ends(with: Array(ending.utf8)) }

  fileprivate func ends(with ending: [UInt8]) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }

  fileprivate func ending(among endings: [[UInt8]]) -> [UInt8]? {
    endings.first { ends(with: $0) }
  }

  fileprivate func longestEnding(of table: [[UInt8]: [UInt8]]) -> (ending: [UInt8], put: [UInt8])? {
    for length in stride(from: Swift.min(count, 7), to: 0, by: -1) {
      let ending = Array(suffix(length))
      if let put = table[ending] { return (ending, put) }
    }
    return nil
  }

  /// Whether the word ends in one of the letters that English doubles, twice.
  fileprivate var endsDoubled: Bool {
    count > 1 && self[count - 1] == self[count - 2]
      && "bdfgmnprt".utf8.contains(self[count - 1])
  }

  /// Whether the word ends in a short syllable.
  fileprivate var endsShort: Bool {
    if ends(with: "past") { return true }
    guard count > 1, self[count - 2].isVowel, !self[count - 1].isVowel else { return false }
    if count == 2 { return true }
    return !self[count - 3].isVowel && !"wxY".utf8.contains(self[count - 1])
  }
}
