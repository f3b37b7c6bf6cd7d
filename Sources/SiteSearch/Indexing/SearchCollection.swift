/// The documents in the order of the index: by language, the oldest first, so that a language and
/// a year are each a few ranges of documents and a new article comes last.
struct SearchCollection: Sendable {
  struct Language: Sendable {
    let tag: String
    /// Positions in `documents`.
    let positions: Range<Int>
    /// The number of the first document, which begins a folder of fragments: a new document leaves
    /// the folders and the numbers of later languages alone.
    let firstNumber: Int

    var numbers: Range<Int> { firstNumber..<firstNumber + positions.count }
  }

  let documents: [SearchDocument]
  /// The number of each document in the index. They rise, and not every number is taken.
  let numbers: [Int]
  let languages: [Language]

  init(_ documents: [SearchDocument], languages tags: [String]) {
    let byLanguage = Dictionary(grouping: documents, by: \.language)
    let others = byLanguage.keys.filter { !tags.contains($0) }.sorted()
    var ordered: [SearchDocument] = []
    var numbers: [Int] = []
    var languages: [Language] = []
    for tag in tags + others {
      guard let own = byLanguage[tag] else { continue }
      let chunk = FragmentWriter.chunk
      let first = ((numbers.last ?? -1) + chunk) / chunk * chunk
      let start = ordered.count
      ordered += own.sorted { ($0.year, $0.date, $0.url) < ($1.year, $1.date, $1.url) }
      numbers += first..<first + own.count
      languages.append(Language(tag: tag, positions: start..<ordered.count, firstNumber: first))
    }
    self.documents = ordered
    self.numbers = numbers
    self.languages = languages
  }
}
