/// An entry between braces, `ar: قال: نعم`, up to the comma or the brace that ends it.
struct FlowEntry {
  private let line: SourceLine
  private let key: Range<Int>
  private let value: Range<Int>
  /// Where YAML could not go on.
  private let fault: Int

  /// - Parameter fault: where YAML could not go on; the entry has its colon before that.
  init?(of line: SourceLine, around fault: Int) {
    let bytes = line.bytes
    guard bytes.indices.contains(fault) else { return nil }
    var starts = [bytes.startIndex]
    var index = bytes.startIndex
    while index < fault {
      if let end = bytes.endOfWhole(at: index) {
        index = end
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): starts.append(index + 1)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): if starts.count > 1 { starts.removeLast() }
      case UInt8(ascii: ","): starts[starts.count - 1] = index + 1
      default: break
      }
      index += 1
    }
    let start = starts[starts.count - 1]
    guard let colon = bytes[start...].firstIndex(of: UInt8(ascii: ":")), colon < fault else {
      return nil
    }
    self.line = line
    self.fault = fault
    key = start..<colon
    value = colon + 1..<bytes.endOfFlowValue(from: colon + 1)
  }

  /// Whether the fault is a colon.
  var hasSecondColon: Bool { line.bytes[fault] == UInt8(ascii: ":") }

  /// The first `{name}` in the value.
  var placeholder: Int? {
    value.first { line.bytes[$0] == UInt8(ascii: "{") && line.bytes.endOfWhole(at: $0) != nil }
  }

  /// The entry with its value in quotes.
  var quoted: String? { line.quoted(key: key, value: value) }

  /// The Arabic comma that was meant to end the value where the next key follows: `ar: نعم، en: yes`.
  var separatorBeforeKey: (scalar: Unicode.Scalar, byte: Int)? {
    let name = line.bytes[..<fault].reversed().prefix {
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || $0 == UInt8(ascii: "_")
    }
    let before = line.bytes[value.lowerBound..<fault - name.count]
    guard !name.isEmpty, before.last == UInt8(ascii: " "),
      let scalar = String(decoding: before, as: UTF8.self).trimmed.unicodeScalars.last,
      scalar == "،" || scalar == "؛",
      let byte = before.lastIndex(of: 0xD8)
    else { return nil }
    return (scalar, byte)
  }
}

extension ArraySlice<UInt8> {
  /// The end of what stands between quotation marks, or of a placeholder such as `{name}`, that
  /// begins at an index; nil where neither does.
  fileprivate func endOfWhole(at index: Int) -> Int? {
    switch self[index] {
    case UInt8(ascii: "{"):
      let name = self[(index + 1)...].prefix {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || $0 == UInt8(ascii: "_")
      }
      guard !name.isEmpty, self[name.endIndex...].first == UInt8(ascii: "}") else { return nil }
      return name.endIndex + 1
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let before = self[..<index].last { $0 != UInt8(ascii: " ") }
      guard before.map({ "{[,:".utf8.contains($0) }) ?? true else { return nil }
      return self[(index + 1)...].firstIndex(of: self[index]).map { $0 + 1 }
    default: return nil
    }
  }

  /// The comma or the bracket that ends a value between brackets, else the end of the line.
  fileprivate func endOfFlowValue(from start: Int) -> Int {
    var depth = 0
    var index = start
    while index < endIndex {
      if let end = endOfWhole(at: index) {
        index = end
        continue
      }
      switch self[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return index }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: return index
      default: break
      }
      index += 1
    }
    return endIndex
  }
}
