/// Licences that are known by a short name.
enum License {
  /// The address of a Creative Commons licence's text, from its name as people write it:
  /// `CC BY-SA 4.0` (creativecommons.org/licenses; public domain: publicdomain/zero).
  static func url(of name: String) -> String? {
    let parts = name.lowercased().split { $0 == " " || $0 == "-" }.map(String.init)
    guard parts.count >= 3, parts[0] == "cc", let version = parts.last, versions.contains(version)
    else {
      return parts.first == "cc0" ? "https://creativecommons.org/publicdomain/zero/1.0/" : nil
    }
    let conditions = parts[1..<(parts.count - 1)].joined(separator: "-")
    guard knownConditions.contains(conditions) else { return nil }
    return "https://creativecommons.org/licenses/\(conditions)/\(version)/"
  }

  private static let versions: Set<String> = ["4.0", "3.0", "2.5", "2.0", "1.0"]

  private static let knownConditions: Set<String> = [
    "by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd",
  ]
}
