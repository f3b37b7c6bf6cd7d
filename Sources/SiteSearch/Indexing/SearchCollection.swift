/// The documents in the order of the index: by language, the oldest first, so that a language and
/// a year are each a few ranges of documents and a new article comes last.
struct SearchCollection: Sendable {
  struct Language: Sendable {
    let tag: String
    let documents: Range<Int>
    /// How many documents each year has, in their order.
    let years: [(year: Int, count: Int)]
  }

  let documents: [SearchDocument]
  let languages: [Language]

  init(_ documents: [SearchDocument], languages tags: [String]) {
    let byLanguage = Dictionary(grouping: documents, by: \.language)
    let others = byLanguage.keys.filter { !tags.contains($0) }.sorted()
    var ordered: [SearchDocument] = []
    languages = (tags + others).compactMap { tag in
      guard let own = byLanguage[tag] else { return nil }
      let sorted = own.sorted { ($0.year, $0.date, $0.url) < ($1.year, $1.date, $1.url) }
      let start = ordered.count
      ordered += sorted
      return Language(tag: tag, documents: start..<ordered.count, years: Self.years(of: sorted))
    }
    self.documents = ordered
  }

  /// Consecutive documents of one language whose fragments share a folder.
  var chunks: [Range<Int>] {
    languages.flatMap { language in
      stride(from: 0, to: language.documents.count, by: FragmentWriter.chunk).map { start in
        let first = language.documents.lowerBound + start
        return first..<min(first + FragmentWriter.chunk, language.documents.upperBound)
      }
    }
  }

  private static func years(of documents: [SearchDocument]) -> [(year: Int, count: Int)] {
    var years: [(year: Int, count: Int)] = []
    for document in documents {
      if years.last?.year == document.year {
        years[years.count - 1].count += 1
      } else {
        years.append((document.year, 1))
      }
    }
    return years
  }
}
