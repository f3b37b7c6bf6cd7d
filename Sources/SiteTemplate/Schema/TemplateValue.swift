import SiteHTML
import SiteText

/// A value handed to a template.
public enum TemplateValue: Sendable {
  case absent
  case text(LocalizedText)
  case html(HTML)
  case url(String)
  case number(Int)
  case flag(Bool)
  indirect case date(Timestamp)
  /// Finished JSON, UTF-8.
  case json([UInt8])
  case list([TemplateValue])
  case record(TemplateRecord)
}

extension TemplateValue {
  /// What `if` takes for yes: anything but absence, emptiness, zero and no.
  var isTrue: Bool {
    switch self {
    case .absent: false
    case .text(let text): !text.text.isEmpty
    case .html(let html): !html.isEmpty
    case .url(let url): !url.isEmpty
    case .number(let number): number != 0
    case .flag(let flag): flag
    case .date, .record: true
    case .json(let json): !json.isEmpty
    case .list(let values): !values.isEmpty
    }
  }
}
