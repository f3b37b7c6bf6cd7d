/// A JSON text (RFC 8259), built in memory and written without white space.
public indirect enum JSONValue: Sendable {
  case null
  case flag(Bool)
  case number(Int)
  case string(String)
  case array([JSONValue])
  /// The members in the order in which they are written.
  case object([(name: String, value: JSONValue)])

  /// An object of those members that have a value.
  public static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { name, value in value.map { (name: name, value: $0) } })
  }

  /// An array of strings.
  public static func strings(_ strings: [String]) -> JSONValue {
    .array(strings.map { .string($0) })
  }

  /// A number, or `null`.
  public static func optional(_ number: Int?) -> JSONValue { number.map { .number($0) } ?? .null }

  /// A string, or `null`.
  public static func optional(_ string: String?) -> JSONValue {
    string.map { .string($0) } ?? .null
  }

  /// The text's UTF-8, safe inside a script element.
  public var bytes: [UInt8] {
    var output: [UInt8] = []
    append(to: &output)
    return output
  }

  /// Appends the text's UTF-8, safe inside a script element.
  public func append(to output: inout [UInt8]) {
    switch self {
    case .null: output.append("null" as StaticString)
    case .flag(let flag): output.append(flag ? "true" : "false" as StaticString)
    case .number(let number): output.append(String(number))
    case .string(let string): output.appendJSON(string)
    case .array(let values):
      Self.append(values, between: "[", and: "]", to: &output) { $0.append(to: &$1) }
    case .object(let members):
      Self.append(members, between: "{", and: "}", to: &output) { member, output in
        output.appendJSON(member.name)
        output.append(UInt8(ascii: ":"))
        member.value.append(to: &output)
      }
    }
  }

  private static func append<Element>(
    _ elements: [Element], between start: StaticString, and end: StaticString,
    to output: inout [UInt8], _ append: (Element, inout [UInt8]) -> Void
  ) {
    output.append(start)
    for (position, element) in elements.enumerated() {
      if position > 0 { output.append(UInt8(ascii: ",")) }
      append(element, &output)
    }
    output.append(end)
  }
}

extension JSONValue: CustomStringConvertible {
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}
