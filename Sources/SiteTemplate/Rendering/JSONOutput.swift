import SiteHTML
import SiteText

extension [UInt8] {
  /// Appends a value as JSON that is safe inside a script element.
  mutating func appendJSON(_ value: TemplateValue) {
    switch value {
    case .text(let text): appendJSON(text.text)
    case .url(let url): appendJSON(url)
    case .number(let number): append(String(number))
    case .flag(let flag): append(flag ? "true" : "false")
    case .json(let json): appendJSON(finished: json)
    case .list(let values):
      append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { append(UInt8(ascii: ",")) }
        appendJSON(value)
      }
      append(UInt8(ascii: "]"))
    case .absent, .html, .date, .record: append("null")
    }
  }

  /// Appends JSON as it is, but for the signs that could end the script element; in JSON they occur
  /// in texts alone, where an escape means the same.
  private mutating func appendJSON(finished json: [UInt8]) {
    guard json.containsMarkup else { return append(contentsOf: json) }
    var copied = 0
    for index in json.indices {
      let escape: StaticString
      switch json[index] {
      case UInt8(ascii: "<"): escape = "\\u003c"
      case UInt8(ascii: ">"): escape = "\\u003e"
      case UInt8(ascii: "&"): escape = "\\u0026"
      default: continue
      }
      append(contentsOf: json[copied..<index])
      append(escape)
      copied = index + 1
    }
    append(contentsOf: json[copied...])
  }

  /// Whether one of `<`, `>` and `&` occurs; without a branch for each byte.
  private var containsMarkup: Bool {
    withUnsafeBufferPointer { bytes in
      var found = false
      for byte in bytes { found = found || byte & 0xFD == 0x3C || byte == UInt8(ascii: "&") }
      return found
    }
  }
}
