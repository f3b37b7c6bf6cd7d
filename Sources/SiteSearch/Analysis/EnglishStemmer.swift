/// The Porter2 stemmer for English as of Snowball 3.1
/// (https://snowballstem.org/algorithms/english/stemmer.html).
struct EnglishStemmer {
  /// - Parameter word: lower-case ASCII letters, digits and apostrophes.
  static func stem(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 2 else { return word }
    if let stem = EnglishEndings.whole[Letters(word)] { return stem.bytes }
    var stemmer = EnglishStemmer(word)
    stemmer.removePossessive()
    stemmer.removePlural()
    stemmer.removeTense()
    stemmer.replaceFinalY()
    stemmer.shortenDerivation()
    stemmer.shortenAdjective()
    stemmer.removeSuffix()
    stemmer.removeFinalLetter()
    stemmer.restoreY()
    return stemmer.word
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
    let head = Letters(word.prefix(Letters.most))
    first = EnglishEndings.prefixes.first { $0.begin(head) }?.count ?? region(after: 0)
    second = region(after: first)
  }

  private func region(after start: Int) -> Int {
    guard let vowel = word[min(start, word.count)...].firstIndex(where: \.isVowel),
      let consonant = word[vowel...].firstIndex(where: { !$0.isVowel })
    else { return word.count }
    return consonant + 1
  }

  // MARK: Parts of the word

  private var tail: Letters { Letters(word.suffix(Letters.most)) }

  private func ends(with ending: Letters) -> Bool { ending.end(tail) }

  private func ending(among endings: [Letters]) -> Letters? {
    let tail = tail
    return endings.first { $0.end(tail) }
  }

  private func ending(among endings: [EnglishEndings.Replacement]) -> EnglishEndings.Replacement? {
    let tail = tail
    return endings.first { $0.ending.end(tail) }
  }

  private func hasVowel(upTo end: Int) -> Bool { word[..<end].contains(where: \.isVowel) }

  private mutating func replaceEnding(of count: Int, by letters: Letters) {
    word.removeLast(count)
    word.append(contentsOf: letters.bytes)
  }

  // MARK: Steps

  private mutating func removePossessive() {
    if let ending = ending(among: EnglishEndings.possessive) { word.removeLast(ending.count) }
  }

  private mutating func removePlural() {
    guard let ending = ending(among: EnglishEndings.plural) else { return }
    switch ending {
    case EnglishEndings.sses: word.removeLast(2)
    case EnglishEndings.ied, EnglishEndings.ies: word.removeLast(word.count > 4 ? 2 : 1)
    case EnglishEndings.s where word.count > 2 && hasVowel(upTo: word.count - 2): word.removeLast()
    default: return
    }
  }

  private mutating func removeTense() {
    if let ending = ending(among: EnglishEndings.eed) {
      let end = word.count - ending.count
      if end >= first, !EnglishEndings.beforeEed.contains(Letters(word[..<end])) {
        word.removeLast(ending.count - 2)
      }
      return
    }
    guard let ending = ending(among: EnglishEndings.tense) else { return }
    let end = word.count - ending.count
    if ending == EnglishEndings.ing {
      if end == 2, !word[0].isVowel, word[1] == UInt8(ascii: "y") {
        word = [word[0]] + "ie".utf8
        return
      }
      if EnglishEndings.beforeIng.contains(Letters(word[..<end])) { return }
    }
    guard hasVowel(upTo: end) else { return }
    word.removeLast(ending.count)
    restoreVerb()
  }

  /// Gives what stood before `ed` or `ing` the `e` that it lost, or takes its doubled letter.
  private mutating func restoreVerb() {
    let e = UInt8(ascii: "e")
    if ending(among: EnglishEndings.losingE) != nil {
      word.append(e)
    } else if word.endsDoubled {
      let isKept = word.count == 3 && EnglishEndings.keepingDouble.contains(word[0])
      if !isKept { word.removeLast() }
    } else if word.count == first, word[...].endsShort {
      word.append(e)
    }
  }

  private mutating func replaceFinalY() {
    guard word.count > 2, let last = word.last, last | 0x20 == UInt8(ascii: "y"),
      !word[word.count - 2].isVowel
    else { return }
    word[word.count - 1] = UInt8(ascii: "i")
  }

  private mutating func shortenDerivation() {
    guard let found = ending(among: EnglishEndings.derivations) else { return }
    let end = word.count - found.ending.count
    guard end >= first else { return }
    let before = end > 0 ? word[end - 1] : 0
    switch found.ending {
    case EnglishEndings.ogi where before != UInt8(ascii: "l"): return
    case EnglishEndings.li where !EnglishEndings.beforeLi.contains(before): return
    default: replaceEnding(of: found.ending.count, by: found.put)
    }
  }

  private mutating func shortenAdjective() {
    guard let found = ending(among: EnglishEndings.adjectives) else { return }
    let start = found.ending == EnglishEndings.ative ? second : first
    if word.count - found.ending.count >= start {
      replaceEnding(of: found.ending.count, by: found.put)
    }
  }

  private mutating func removeSuffix() {
    guard let ending = ending(among: EnglishEndings.suffixes) else { return }
    let end = word.count - ending.count
    guard end >= second else { return }
    if ending == EnglishEndings.ion, end == 0 || !"st".utf8.contains(word[end - 1]) { return }
    word.removeLast(ending.count)
  }

  private mutating func removeFinalLetter() {
    let end = word.count - 1
    if word.last == UInt8(ascii: "e") {
      if end >= second || end >= first && !word[..<end].endsShort { word.removeLast() }
    } else if ends(with: EnglishEndings.ll), end >= second {
      word.removeLast()
    }
  }

  private mutating func restoreY() {
    for index in word.indices where word[index] == Self.consonantY {
      word[index] = UInt8(ascii: "y")
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
  /// Whether the word ends in one of the letters that English doubles, twice.
  fileprivate var endsDoubled: Bool {
    count > 1 && self[count - 1] == self[count - 2]
      && "bdfgmnprt".utf8.contains(self[count - 1])
  }
}

extension ArraySlice<UInt8> {
  /// Whether the word ends in a short syllable.
  fileprivate var endsShort: Bool {
    if EnglishEndings.past.end(Letters(suffix(Letters.most))) { return true }
    guard count > 1, self[endIndex - 2].isVowel, !self[endIndex - 1].isVowel else { return false }
    if count == 2 { return true }
    return !self[endIndex - 3].isVowel && !"wxY".utf8.contains(self[endIndex - 1])
  }
}
