import SiteText

/// The filters; the raw value is the name in templates.
enum Filter: String, CaseIterable, Sendable {
  /// The URL with the site's address before it.
  case absolute
  /// A text without the mark-up that isolates it.
  case bare
  /// A date in a style.
  case date
  /// Another value where there is none.
  case `default`
  /// The date as machines read it.
  case iso
  /// The texts of a list with a text between them.
  case join
  /// The value as JSON.
  case json
  /// How many values a list holds, or characters a text.
  case length
  /// The number in the page's digits, grouped.
  case number

  /// How many arguments the filter takes.
  var arguments: ClosedRange<Int> {
    switch self {
    case .date, .default: 1...1
    case .join: 0...1
    case .absolute, .bare, .iso, .json, .length, .number: 0...0
    }
  }
}

/// The functions; the raw value is the name in templates.
enum Function: String, CaseIterable, Sendable {
  /// A text of the interface.
  case t
  /// The address of a file of the theme.
  case asset
  /// The integrity value of a file of the theme.
  case integrity
  /// The block of the template that this one extends.
  case `super`
}

/// What `loop` offers inside `for`.
enum LoopField: String, CaseIterable, Sendable {
  /// From 1.
  case index
  case first
  case last
  /// How many times the loop runs.
  case count
}

/// What every text offers beside itself.
enum TextField: String, CaseIterable, Sendable {
  /// The tag of its language, for `lang`.
  case language
  /// `rtl` or `ltr`, for `dir`.
  case dir
}
