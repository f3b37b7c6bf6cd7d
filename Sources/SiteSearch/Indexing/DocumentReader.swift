import SiteDigest

/// What was found in documents, with the words that they have.
struct ReadDocuments: Sendable {
  struct Document: Sendable {
    fileprivate(set) var analysis: AnalysedDocument
    let fragments: FragmentWriter.Written
  }

  /// In the order of the collection.
  fileprivate(set) var documents: [Document] = []
  fileprivate(set) var vocabulary = SearchVocabulary()

  /// Adds what was found in later documents.
  mutating func append(_ others: consuming ReadDocuments) {
    guard !documents.isEmpty else {
      self = others
      return
    }
    let numbers = vocabulary.merge(others.vocabulary)
    for var document in others.documents {
      document.analysis = document.analysis.renumbered(numbers)
      documents.append(document)
    }
  }
}

/// Reads documents once, each text only while it is looked at: what the index needs of them is
/// kept, and the fragments that results show are written.
struct DocumentReader<Failure: Error>: ~Copyable {
  private let collection: SearchCollection
  private let write: @Sendable (SearchFile) throws(Failure) -> Void
  private var analyzer = DocumentAnalyzer()
  private let fragments = FragmentWriter()
  private var read = ReadDocuments()

  init(
    _ collection: SearchCollection, write: @escaping @Sendable (SearchFile) throws(Failure) -> Void
  ) {
    self.collection = collection
    self.write = write
  }

  mutating func read(_ position: Int) throws(Failure) {
    let document = collection.documents[position]
    let text = document.text()
    let all = fragments.fragments(
      of: document, text: text, number: collection.numbers[position])
    for fragment in all {
      try write(SearchFile(path: fragment.path, bytes: fragments.compressed(fragment)))
    }
    read.documents.append(
      ReadDocuments.Document(
        analysis: analyzer.analyse(document, text: text), fragments: FragmentWriter.Written(all)))
  }

  /// All that was found.
  consuming func finish() -> ReadDocuments {
    read.vocabulary = analyzer.vocabulary
    return read
  }
}
