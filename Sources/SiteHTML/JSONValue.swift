/// A JSON value whose members keep their order, so that equal values are equal bytes.
public indirect enum JSONValue: Sendable, Hashable {
  /// A member of an object.
  public struct Member: Sendable, Hashable {
    public let name: String
    public let value: JSONValue

    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  case string(String)
  case number(Int)
  case flag(Bool)
  case array([JSONValue])
  case object([Member])

  /// The value's UTF-8, safe inside a script element.
  public var bytes: [UInt8] {
    var output: [UInt8] = []
    append(to: &output)
    return output
  }

  /// Appends the value's UTF-8, without white space, safe inside a script element.
  public func append(to output: inout [UInt8]) {
    switch self {
    case .string(let string): output.appendJSON(string)
    case .number(let number): output.append(String(number))
    case .flag(let flag): output.append(flag ? "true" : "false")
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

extension JSONValue {
  /// An object of the members that have a value.
  public static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { name, value in value.map { Member(name, $0) } })
  }

  /// An array of strings.
  public static func strings(_ strings: [String]) -> JSONValue {
    .array(strings.map { .string($0) })
  }
}
