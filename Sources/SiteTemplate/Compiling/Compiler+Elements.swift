import SiteDiagnostics

/// Elements must be closed in the part of a template that opens them, and alike in all branches.
/// Each needs its end tag but for those that never have one and those of SVG and MathML that end
/// themselves (`<path/>`). HTML lets some end tags be left out (`</p>`, `</li>`), but then a
/// forgotten one could not be told from those.
extension Compiler {
  mutating func compileText(_ range: Range<Int>) {
    emit(file.bytes[range])
    for index in range {
      if isExhausted { return }
      let byte = file.bytes[index]
      if byte == UInt8(ascii: "<"), place.isBroken(by: file.bytes[index..<range.upperBound]) {
        endBrokenTag(nextAt: index)
      }
      let tag = byte == UInt8(ascii: ">") ? place.tagToEnd : nil
      let (wasGlued, wasLate) = (place.isGlued, place.hasLatePragma)
      place.advance(over: byte)
      if place.isGlued, !wasGlued { report(.gluedName(at: location(index))) }
      if place.hasLatePragma, !wasLate {
        report(.forbiddenPlace(.pragma, tag: nil, at: tagStart.location))
      }
      if byte == UInt8(ascii: "<"), place.mode == .tagOpen {
        tagStart = TagStart(file: file, offset: index)
      }
      if let tag {
        let slash = index > range.lowerBound && file.bytes[index - 1] == UInt8(ascii: "/")
        follow(tag, endsItself: slash && tag.mayEndItself)
      }
    }
  }

  /// Reports a tag or a title in which another tag begins, and goes on as if it had been ended.
  private mutating func endBrokenTag(nextAt index: Int) {
    let (broken, start) = (place, tagStart.location)
    let isTitle = if case .rawText = place.mode { true } else { false }
    for byte in place.missingEnd.dropLast() { place.advance(over: byte) }
    let tag = place.tagToEnd
    place.advance(over: UInt8(ascii: ">"))
    if isTitle {
      report(.unclosedTitle(next: location(index), at: start))
    } else if !isBrokenTagTold {
      report(.tagWithoutEnd(broken, next: location(index), at: start))
    }
    if let tag { follow(tag, endsItself: false) }
  }

  /// Opens or closes an element at the end of its tag.
  private mutating func follow(_ tag: Place.Tag, endsItself: Bool) {
    isBrokenTagTold = false
    guard checksElements else { return }
    if tag.isEnd {
      leave(tag.name)
    } else if !Elements.void.contains(tag.name), !(endsItself && isInForeignElement) {
      guard elements.count < Limits.elements else {
        return report(.elementsTooDeep(at: tagStart.location))
      }
      elements.append(OpenElement(name: tag.name, start: tagStart))
    }
  }

  /// Whether elements here are of SVG or MathML, in which `/>` ends one.
  private var isInForeignElement: Bool {
    let border = elements.last { Elements.foreign[$0.name] != nil }
    return border.flatMap { Elements.foreign[$0.name] } ?? false
  }

  private mutating func leave(_ name: String) {
    let own = elements[firstOwnElement...]
    guard let index = own.lastIndex(where: { $0.name == name }) else {
      if own.last?.isReported != true {
        report(.strayEndTag(name, open: own.last, at: tagStart.location))
      }
      if !own.isEmpty { elements[elements.count - 1].isReported = true }
      return
    }
    for element in own[(index + 1)...] where !element.isReported {
      report(.unclosedElement(element, before: name, at: tagStart.location))
    }
    elements.removeLast(elements.count - index)
  }

  /// Compiles a part and reports elements that it leaves open.
  mutating func closing(_ part: TemplatePart, _ compilePart: (inout Compiler) -> Void) {
    let outer = firstOwnElement
    firstOwnElement = elements.count
    compilePart(&self)
    if checksElements, !isExhausted, place.mode == .content {
      for element in elements[firstOwnElement...] where !element.isReported {
        report(.unclosedElement(element, in: part))
      }
    }
    elements.removeLast(elements.count - firstOwnElement)
    firstOwnElement = outer
  }

  /// Goes on behind branches, which must leave the same elements open.
  mutating func meet(_ ends: [[OpenElement]], at offset: Int) {
    var isTold = false
    for end in ends {
      let shared = zip(elements, end).prefix { $0.name == $1.name }.count
      let (known, other) = (elements[shared...], end[shared...])
      guard checksElements, let first = known.first ?? other.first else { continue }
      let (shorter, longer) = known.count < other.count ? (elements, end) : (end, elements)
      if !isTold, (known + other).contains(where: \.isReported) {
        // A branch closes what others had left open, which has been told.
        elements = shorter
        continue
      }
      if !isTold {
        report(
          .openInSomeBranches(first, known.isEmpty ? nil : other.first, at: location(offset)))
      }
      isTold = true
      elements = longer
      for index in shared..<elements.count { elements[index].isReported = true }
    }
  }
}
