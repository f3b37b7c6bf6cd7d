/// What a template may not exceed, so that no file can exhaust time or memory.
enum Limits {
  /// Tags within tags, expressions within expressions.
  static let nesting = 100
  /// Elements within elements; browsers give up at 512.
  static let elements = 500
  /// Bytes of one template file.
  static let fileSize = 1_000_000
  /// Instructions of one page's template with everything that it includes.
  static let instructions = 200_000
  /// Errors of one file that are reported in one run.
  static let errors = 100
}
