/// What a value in a template is, known when the templates load.
public indirect enum TemplateType: Sendable, Hashable {
  /// A text with the language it is in.
  case text
  /// Trusted markup.
  case html
  /// An address.
  case url
  /// A whole number.
  case number
  /// Yes or no.
  case flag
  /// A moment, printed with a style.
  case date
  /// Finished JSON for a script element that holds data.
  case json
  /// Several values of one type.
  case list(TemplateType)
  /// A record of the schema, by its name.
  case record(String)
  /// A value that may be absent.
  case optional(TemplateType)
}

extension TemplateType {
  /// The type of the value when there is one.
  var wrapped: TemplateType {
    if case .optional(let type) = self { type.wrapped } else { self }
  }

  var isOptional: Bool {
    if case .optional = self { true } else { false }
  }

  /// The same type, possibly absent.
  var asOptional: TemplateType { .optional(wrapped) }

  /// Whether a value is of this type.
  @usableFromInline func admits(_ value: TemplateValue) -> Bool {
    switch (self, value) {
    case (.optional, .absent): true
    case (.optional(let type), _): type.admits(value)
    case (.text, .text), (.html, .html), (.url, .url), (.number, .number), (.flag, .flag),
      (.date, .date), (.json, .json), (.record, .record):
      true
    case (.list(let type), .list(let values)): values.allSatisfy(type.admits)
    default: false
    }
  }
}

extension TemplateType: CustomStringConvertible {
  /// The type as designers are told it: `list of Card, or absent`.
  public var description: String {
    switch self {
    case .text: "text"
    case .html: "html"
    case .url: "url"
    case .number: "number"
    case .flag: "flag"
    case .date: "date"
    case .json: "json"
    case .list(let type): "list of \(type)"
    case .record(let name): name
    case .optional(let type): "\(type), or absent"
    }
  }

  /// The type in an English sentence: ‘a list of text, or absent’.
  var phrase: String {
    switch self {
    case .text: "a text"
    case .html: "markup"
    case .url: "an address"
    case .number: "a number"
    case .flag: "a flag"
    case .date: "a date"
    case .json: "JSON"
    case .list: "a \(self)"
    case .record(let name): "the record ‘\(name)’"
    case .optional(let type): "\(type.phrase), or absent"
    }
  }

  /// The type in Arabic, for messages.
  var arabicDescription: String {
    switch self {
    case .text: "نص"
    case .html: "وسوم HTML"
    case .url: "عنوان URL"
    case .number: "عدد"
    case .flag: "قيمة منطقية"
    case .date: "تاريخ"
    case .json: "بيانات JSON"
    case .list: "قائمة"
    case .record(let name): "سجل «\(name)»"
    case .optional(let type): type.arabicDescription
    }
  }
}
