extension Unicode.Scalar {
  /// Characters that HTML or XML may not hold: controls but tabs and line ends, U+FFFE, U+FFFF
  /// (HTML Living Standard, 13.2.3.5; XML 1.0, section 2.2).
  public var isForbiddenInPages: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
