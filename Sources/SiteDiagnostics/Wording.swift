/// A sentence in each language that the tool speaks to editors.
///
/// Every message and every remedy is written in both, so that neither language can lag behind.
public struct Wording: Sendable, Hashable {
  /// The languages in which messages exist.
  public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case arabic = "ar"
  }

  /// In English.
  public let english: String
  /// In Arabic.
  public let arabic: String

  /// A sentence in both languages.
  public init(en english: String, ar arabic: String) {
    self.english = english
    self.arabic = arabic
  }

  /// The sentence in the given language.
  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .arabic: arabic
    }
  }
}

extension Wording {
  /// Names one after the other, with the comma of each language between them.
  ///
  /// - Parameter limit: how many are shown; of more, the others are counted.
  public static func list(_ names: some Collection<String>, limit: Int = .max) -> Wording {
    let shown = names.prefix(limit)
    let others = names.count - shown.count
    return Wording(
      en: shown.joined(separator: ", ") + (others > 0 ? " and \(others) more" : ""),
      ar: shown.joined(separator: "، ") + (others > 0 ? " وغيرها (\(others))" : ""))
  }

  /// “Write one of …”, for names of which none is near.
  ///
  /// - Parameter limit: how many are shown; of more, the others are counted.
  public static func oneOf(_ names: some Collection<String>, limit: Int = .max) -> Wording {
    let list = list(names, limit: limit)
    return Wording(
      en: "write one of: \(list.english)", ar: "اكتب واحدًا مما يلي: \(list.arabic)")
  }
}
