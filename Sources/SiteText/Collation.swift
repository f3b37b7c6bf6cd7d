import Foundation

/// The order of names in one language.
///
/// Foundation gives no sort keys on Linux, so that the keys are made here, which also makes the
/// order the same on every machine. They follow the CLDR root collation (separators, digits,
/// letters; case and marks ignored at first) with what its tailorings for Arabic-script languages
/// add (common/collation/ar.xml, fa.xml): the page's own script comes first, ة stands with ت and ى
/// with ي. The article ال at the start of a name is ignored. Names that are equal so far are
/// ordered by code points. Letters of scripts other than Latin and Arabic are in the order of
/// their code points without marks; national orders of accented Latin letters (å after z) are not
/// followed.
public struct Collation: Sendable {
  /// What a name is ordered by: made once for each name.
  public struct Key: Sendable, Hashable, Comparable {
    fileprivate let bytes: [UInt8]

    /// Whether a name comes before another.
    public static func < (first: Self, second: Self) -> Bool {
      first.bytes.lexicographicallyPrecedes(second.bytes)
    }
  }

  private let weights: CollationWeights

  /// The order of names on pages of a language.
  public init(for language: LanguageCode) {
    weights = CollationWeights(for: language)
  }

  /// The sort key of a name.
  public func key(for name: String) -> Key {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count * 3 + 1)
    for scalar in letters(of: name) { weights.append(scalar, to: &bytes) }
    bytes.append(0)
    bytes.append(contentsOf: name.utf8)
    return Key(bytes: bytes)
  }

  /// The elements in the order of their names; equal names keep their order.
  public func sorted<Element>(
    _ elements: some Sequence<Element>, by name: (Element) -> String
  ) -> [Element] {
    elements.map { (key: key(for: name($0)), element: $0) }
      .enumerated()
      .sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }
      .map(\.element.element)
  }

  /// The characters that count, decomposed, without the article.
  private func letters(of name: String) -> ArraySlice<Unicode.Scalar> {
    let scalars =
      CollationWeights.isDecomposed(name)
      ? Array(name.unicodeScalars)
      : Array(name.decomposedStringWithCompatibilityMapping.unicodeScalars)
    let start = scalars.drop { FoldTable.isRemoved($0) || CollationWeights.isSeparator($0) }
    guard weights.ignoresArticle, !isHamzaAlif(start) else { return start }
    return ArabicArticle.dropped(from: start) ?? start
  }

  /// Whether the name starts with a decomposed أ, إ or آ, which begins no article.
  private func isHamzaAlif(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let second = scalars.dropFirst().first else { return false }
    return 0x653...0x655 ~= second.value
  }
}
