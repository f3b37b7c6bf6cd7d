/// What stands between the parentheses of a link, as it is written.
extension ArraySlice<UInt8> {
  var lengthBeforeClosingParenthesis: Int? {
    var depth = 0
    for index in indices {
      switch self[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")") where depth == 0: return index - startIndex
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
    }
    return nil
  }

  /// Whether this is an address without spaces, with or without a title.
  var beginsWithWholeAddress: Bool {
    let destination = destination
    return destination.isAddress && !destination.contains { $0 <= 0x20 }
  }

  /// Why this makes no link, with the byte to blame; nil where it is likely to be text, and where
  /// nothing is wrong with it.
  func linkSlip(isPicture: Bool) -> (cause: LinkSlip.Cause, offset: Int)? {
    var content = drop { $0 <= 0x20 }
    if content.first == UInt8(ascii: "<") {
      content = content.dropFirst()
      if let end = content.firstIndex(of: UInt8(ascii: ">")) {
        let address = content[..<end]
        guard isPicture || address.isAddress else { return nil }
        return address.slipInEnclosedAddress ?? content[(end + 1)...].slipBehindEnclosedAddress
      }
    }
    let destination = content.destination
    let word = destination.prefix { $0 > 0x20 }
    guard !word.isEmpty, isPicture || destination.isAddress || word.isWholePath else { return nil }
    guard let next = destination[word.endIndex...].firstIndex(where: { $0 > 0x20 }) else {
      return content[destination.endIndex...].slipInTitle
    }
    return destination.slip(between: word, and: next)
  }

  // MARK: - Addresses

  /// - Parameters:
  ///   - word: what stands before the first space in this address.
  ///   - next: where what follows that space begins.
  private func slip(between word: Self, and next: Int) -> (cause: LinkSlip.Cause, offset: Int) {
    let isBroken = contains(where: \.isLineEnd)
    if word.isAbsolute {
      let isLastWord = self[next...].allSatisfy { $0 > 0x20 }
      return isBroken && isLastWord ? (.severalLines, startIndex) : (.wordsBehind, next)
    }
    if word.isWholePath, !hasPathEnding { return (.title, next) }
    if isBroken { return (.severalLines, startIndex) }
    return (.spaces(destination: String(decoding: self, as: UTF8.self)), startIndex)
  }

  private var slipInEnclosedAddress: (cause: LinkSlip.Cause, offset: Int)? {
    contains(where: \.isLineEnd) ? (.severalLines, startIndex) : nil
  }

  /// What stands before a title, whatever marks that is enclosed in.
  private var destination: Self {
    let start = firstIndex { $0 > 0x20 } ?? endIndex
    var end = start
    for index in indices where index >= start {
      if self[index] > 0x20 {
        end = index + 1
      } else if index + 1 < endIndex, self[(index + 1)...].beginsWithQuotationMark {
        break
      }
    }
    return self[start..<end]
  }

  /// Whether this looks like an address or a file's name; `#12` does not.
  var isAddress: Bool { beginsAsAddress || hasPathEnding }

  /// Whether this is likely to be the whole of an address within the site.
  private var isWholePath: Bool {
    hasFileEnding || beginsAsAddress && (first == UInt8(ascii: "#") || hasPathEnding)
  }

  private var beginsAsAddress: Bool {
    if first == UInt8(ascii: "#") {
      return count > 1 && !(0x30...0x39).contains(self[startIndex + 1])
    }
    return isAbsolute || begins(withOneOf: ["../", "./", "/"])
  }

  private var isAbsolute: Bool { begins(withOneOf: ["http://", "https://", "mailto:", "www."]) }

  private var hasPathEnding: Bool { last == UInt8(ascii: "/") || hasFileEnding }

  /// Whether this ends as names of files do, with three to seven Latin letters and digits behind a
  /// dot, of which a letter is the first; numbers (`v2.10`), names (`Mr.Smith`) and hosts do not,
  /// those of countries being of two letters.
  private var hasFileEnding: Bool {
    guard let dot = lastIndex(of: UInt8(ascii: ".")), dot > startIndex, self[dot - 1] > 0x20 else {
      return false
    }
    let ending = self[(dot + 1)...]
    let name = String(decoding: ending.prefix(8), as: UTF8.self)
    guard let first = name.utf8.first, first.isLatinLetter,
      name.utf8.allSatisfy({ $0.isLatinLetter || (0x30...0x39).contains($0) }),
      name == name.lowercased() || name == name.uppercased()
    else { return false }
    let hosts = ["com", "edu", "gov", "info", "int", "net", "org"]
    return name.lowercased() == "md"
      || (3...7).contains(name.count) && !hosts.contains(name.lowercased())
  }

  private func begins(withOneOf starts: [StaticString]) -> Bool {
    starts.contains { start in start.withUTF8Buffer { self.starts(with: $0) } }
  }

  // MARK: - Titles

  private var slipBehindEnclosedAddress: (cause: LinkSlip.Cause, offset: Int)? {
    guard let first, first > 0x20 else { return slipInTitle }
    return (beginsWithQuotationMark ? .titleWithoutSpace : .title, startIndex)
  }

  private var slipInTitle: (cause: LinkSlip.Cause, offset: Int)? {
    let title = drop { $0 <= 0x20 }
    return title.isEmpty || title.isTitle ? nil : (.title, title.startIndex)
  }

  private var beginsWithQuotationMark: Bool {
    begins(withOneOf: ["\"", "'", "“", "”", "„", "‘", "’", "«", "»"])
  }

  /// Whether this is enclosed in one pair of straight quotation marks.
  private var isTitle: Bool {
    guard let mark = first, mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else {
      return false
    }
    return dropFirst().firstIndex(of: mark) == lastIndex { $0 > 0x20 }
  }
}

extension UInt8 {
  fileprivate var isLatinLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  fileprivate var isLineEnd: Bool { self == 0x0A || self == 0x0D }
}
