import SiteDigest

/// What was found in documents, with the words that they have.
struct ReadDocuments: Sendable {
  private(set) var documents: [KeptDocument]
  private(set) var vocabulary: SearchVocabulary

  init(_ documents: [KeptDocument] = [], vocabulary: SearchVocabulary) {
    self.documents = documents
    self.vocabulary = vocabulary
  }

  /// Adds what was found in other documents.
  mutating func append(_ others: consuming ReadDocuments) {
    guard vocabulary.words.count > 0 else {
      self = others
      return
    }
    let numbers = vocabulary.merge(others.vocabulary)
    for document in others.documents {
      documents.append(
        KeptDocument(
          source: document.source, number: document.number,
          analysis: document.analysis.renumbered(numbers), fragments: document.fragments))
    }
  }

  mutating func sort() { documents.sort { $0.number < $1.number } }
}

/// Reads documents once, each text only while it is looked at: what the index needs of them is
/// kept, and the fragments that results show are written.
struct DocumentReader<Failure: Error>: ~Copyable {
  private let collection: SearchCollection
  private let write: @Sendable (SearchFile) throws(Failure) -> Void
  private var analyzer = DocumentAnalyzer()
  private let fragments = FragmentWriter()
  private var documents: [KeptDocument] = []

  init(
    _ collection: SearchCollection, write: @escaping @Sendable (SearchFile) throws(Failure) -> Void
  ) {
    self.collection = collection
    self.write = write
  }

  mutating func read(_ position: Int) throws(Failure) {
    let document = collection.documents[position]
    let text = document.text()
    let number = collection.numbers[position]
    let all = fragments.fragments(of: document, text: text, number: number)
    for fragment in all {
      try write(SearchFile(path: fragment.path, bytes: fragments.compressed(fragment)))
    }
    documents.append(
      KeptDocument(
        source: document.fingerprint, number: number,
        analysis: analyzer.analyse(document, text: text), fragments: FragmentWriter.Written(all)))
  }

  /// All that was found.
  consuming func finish() -> ReadDocuments {
    ReadDocuments(documents, vocabulary: analyzer.vocabulary)
  }
}
