extension TemplateSchema {
  /// The reference of everything that templates can print, in Markdown: what each template is
  /// given, then every record with its fields.
  public func documentation() -> String {
    var lines = ["### What each template is given", "", "| Template | Names |", "|---|---|"]
    for (template, globals) in entryPoints.sorted(by: { $0.key < $1.key }) {
      let names = globals.map { "`\($0.name)`: \($0.type.link)" }.joined(separator: "; ")
      lines.append("| `\(template)` | \(names) |")
    }
    for record in records {
      lines += ["", "### \(record.name)", "", record.documentation, ""]
      lines += ["| Field | Type | What it is |", "|---|---|---|"]
      lines += record.fields.map { "| `\($0.name)` | \($0.type.link) | \($0.documentation) |" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension TemplateType {
  /// The type with records as links to their sections.
  fileprivate var link: String {
    switch self {
    case .record(let name): "[\(name)](#\(name))"
    case .list(let type): "list of \(type.link)"
    case .optional(let type): "\(type.link), or absent"
    case .text, .html, .url, .number, .flag, .date, .json: description
    }
  }
}
