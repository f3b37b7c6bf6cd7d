/// One field of a record: its name, type, documentation and how it is read, declared together.
public struct Field<Root: Sendable>: Sendable {
  /// The name that templates write.
  public let name: String
  /// What kind of value it holds.
  public let type: TemplateType
  /// A sentence for designers.
  public let documentation: String
  @usableFromInline let get: @Sendable (Root) -> TemplateValue

  /// - Parameter get: reads the value, which is of the type declared, from what is behind a record.
  public init(
    _ name: String, _ type: TemplateType, _ documentation: String,
    _ get: @escaping @Sendable (Root) -> TemplateValue
  ) {
    self.name = name
    self.type = type
    self.documentation = documentation
    self.get = get
  }
}

/// A record as templates see it, declared once for the Swift type behind it.
public struct RecordType<Root: Sendable>: Sendable {
  /// The name that templates write.
  public let name: String
  /// A sentence for designers.
  public let documentation: String
  /// In the order of their slots.
  public let fields: [Field<Root>]

  /// A record with its fields, each name once.
  public init(_ name: String, _ documentation: String, fields: [Field<Root>]) {
    self.name = name
    self.documentation = documentation
    self.fields = fields
  }

  /// A value as a record; a field is read only when a template asks for it.
  @inlinable
  public func record(_ root: Root) -> TemplateRecord {
    TemplateRecord { [fields] slot in
      let value = fields[slot].get(root)
      assert(
        fields[slot].type.admits(value),
        "‘\(fields[slot].name)’ is declared as \(fields[slot].type) and is \(value)")
      return value
    }
  }

  /// The type without the Swift type behind it, for a schema.
  public var schema: RecordSchema {
    RecordSchema(
      name: name, documentation: documentation,
      fields: fields.map {
        FieldSchema(name: $0.name, type: $0.type, documentation: $0.documentation)
      })
  }
}

/// A record whose fields are read by their place in the type's declaration.
public struct TemplateRecord: Sendable {
  @usableFromInline let get: @Sendable (Int) -> TemplateValue

  /// - Parameter get: the value of the field at a place from 0, in the order of declaration.
  @inlinable
  public init(_ get: @escaping @Sendable (_ slot: Int) -> TemplateValue) {
    self.get = get
  }

  /// The value of the field at a place from 0, in the order of declaration.
  @inlinable
  public func value(at slot: Int) -> TemplateValue { get(slot) }
}
