/// A field of a record as designers know it.
public struct FieldSchema: Sendable, Hashable {
  /// The name that templates write.
  public let name: String
  /// What kind of value it holds.
  public let type: TemplateType
  /// A sentence for designers.
  public let documentation: String

  /// A field as it is declared.
  public init(name: String, type: TemplateType, documentation: String) {
    self.name = name
    self.type = type
    self.documentation = documentation
  }
}

/// A record as designers know it.
public struct RecordSchema: Sendable, Hashable {
  /// The name that templates write.
  public let name: String
  /// A sentence for designers.
  public let documentation: String
  /// In the order of declaration, which is the order of their slots.
  public let fields: [FieldSchema]

  /// A record as it is declared.
  public init(name: String, documentation: String, fields: [FieldSchema]) {
    self.name = name
    self.documentation = documentation
    self.fields = fields
  }
}

/// A name that a template can use from its first line.
public struct TemplateGlobal: Sendable, Hashable {
  /// The name that templates write.
  public let name: String
  /// What kind of value it holds.
  public let type: TemplateType
  /// Whether it is the same on every page of a language.
  public let isConstant: Bool

  /// A name and the type of its value.
  public init(_ name: String, _ type: TemplateType, isConstant: Bool = false) {
    self.name = name
    self.type = type
    self.isConstant = isConstant
  }
}

/// Everything that templates can name: the records, and what each template is given.
public struct TemplateSchema: Sendable {
  /// Every record that a template can meet.
  public let records: [RecordSchema]
  /// By the path of the template in the folder of templates (`article.html`); the globals in the
  /// order in which `render` takes their values.
  public let entryPoints: [String: [TemplateGlobal]]
  private let positions: [String: Int]
  private let slots: [String: [String: Int]]

  /// - Precondition: every record that a type names is among `records`, and no name is given twice.
  public init(records: [RecordSchema], entryPoints: [String: [TemplateGlobal]]) {
    self.records = records
    self.entryPoints = entryPoints
    positions = Dictionary(
      uniqueKeysWithValues: records.enumerated().map { ($0.element.name, $0.offset) })
    slots = Dictionary(
      uniqueKeysWithValues: records.map { record in
        let slots = record.fields.enumerated().map { ($0.element.name, $0.offset) }
        return (record.name, Dictionary(uniqueKeysWithValues: slots))
      })
    let types =
      records.flatMap { $0.fields.map(\.type) } + entryPoints.values.flatMap { $0.map(\.type) }
    for name in types.compactMap(\.recordName) {
      precondition(positions[name] != nil, "no record ‘\(name)’ in the schema")
    }
  }

  func record(_ name: String) -> RecordSchema? {
    positions[name].map { records[$0] }
  }

  /// The slot and the type of a record's field.
  func field(_ name: String, of record: String) -> (slot: Int, type: TemplateType)? {
    guard let schema = self.record(record), let slot = slots[record]?[name] else { return nil }
    return (slot, schema.fields[slot].type)
  }
}

extension TemplateType {
  /// The record that the type names, however deep.
  fileprivate var recordName: String? {
    switch self {
    case .record(let name): name
    case .list(let type), .optional(let type): type.recordName
    default: nil
    }
  }
}
