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
public final class RecordType<Root: Sendable>: Sendable {
  /// The name that templates write.
  public let name: String
  /// A sentence for designers.
  public let documentation: String
  /// In the order of their slots.
  public let fields: [Field<Root>]
  @usableFromInline let entity: @Sendable (Root) -> Int?

  /// A record with its fields, each name once.
  ///
  /// - Parameter entity: the number of the thing of the site that a record is about; nil for
  ///   what belongs to one page.
  public init(
    _ name: String, _ documentation: String,
    entity: @escaping @Sendable (Root) -> Int? = { _ in nil }, fields: [Field<Root>]
  ) {
    self.name = name
    self.documentation = documentation
    self.entity = entity
    self.fields = fields
  }

  /// A value as a record; a field is read only when a template asks for it.
  @inlinable
  public func record(_ root: Root) -> TemplateRecord {
    TemplateRecord(entity: entity(root)) { [self] slot in
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
  /// Which thing of the site it is about, among those of its type and in its language; nil for
  /// what belongs to one page.
  public let entity: Int?
  @usableFromInline let get: @Sendable (Int) -> TemplateValue

  /// - Parameter get: the value of the field at a place from 0, in the order of declaration.
  @inlinable
  public init(entity: Int? = nil, _ get: @escaping @Sendable (_ slot: Int) -> TemplateValue) {
    self.entity = entity
    self.get = get
  }

  /// The value of the field at a place from 0, in the order of declaration.
  @inlinable
  public func value(at slot: Int) -> TemplateValue { get(slot) }
}
