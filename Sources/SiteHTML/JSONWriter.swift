/// Appends a JSON text (RFC 8259) to a buffer, without white space and without building it in
/// memory first; safe inside a script element.
///
/// Names of members are literals that need no escapes. A member without a value is left out.
public struct JSONWriter: Sendable {
  /// The text's UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// Whether the object or array being written has a member already.
  private var isInside = false

  /// Begins an empty text.
  public init() {}

  /// Appends an object, as the whole text or as an element of an array.
  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    separate()
    enclose("{", "}", members)
  }

  /// Appends a member that is an object.
  public mutating func object(_ name: StaticString, _ members: (inout JSONWriter) -> Void) {
    append(name)
    enclose("{", "}", members)
  }

  /// Appends a member that is an array.
  public mutating func array(_ name: StaticString, _ elements: (inout JSONWriter) -> Void) {
    append(name)
    enclose("[", "]", elements)
  }

  /// Appends a member that is an array of strings.
  public mutating func strings(_ name: StaticString, _ strings: [String]) {
    array(name) { json in
      for string in strings { json.string(string) }
    }
  }

  /// Appends an element that is a string.
  public mutating func string(_ string: String) {
    separate()
    bytes.appendJSON(string)
  }

  /// Appends a member that is a string.
  public mutating func string(_ name: StaticString, _ string: String?) {
    guard let string else { return }
    append(name)
    bytes.appendJSON(string)
  }

  /// Appends a member that is a number.
  public mutating func number(_ name: StaticString, _ number: Int) {
    append(name)
    bytes.append(String(number))
  }

  /// Appends a member that is true or false.
  public mutating func flag(_ name: StaticString, _ flag: Bool) {
    append(name)
    bytes.append(flag ? "true" : "false" as StaticString)
  }

  /// Appends elements of an array that are written already, separated.
  public mutating func elements(_ elements: [UInt8]) {
    guard !elements.isEmpty else { return }
    separate()
    bytes += elements
  }

  private mutating func append(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(name)
    bytes.append("\":")
  }

  private mutating func separate() {
    if isInside { bytes.append(UInt8(ascii: ",")) }
    isInside = true
  }

  private mutating func enclose(
    _ start: StaticString, _ end: StaticString, _ content: (inout JSONWriter) -> Void
  ) {
    bytes.append(start)
    isInside = false
    content(&self)
    bytes.append(end)
    isInside = true
  }
}
