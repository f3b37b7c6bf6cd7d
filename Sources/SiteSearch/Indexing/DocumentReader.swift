/// Reads documents once, each text only while it is looked at: what the index needs of them is
/// kept, and the fragments that results show are written.
struct DocumentReader<Failure: Error>: ~Copyable {
  /// What a worker found in consecutive documents.
  struct Part: Sendable {
    fileprivate(set) var documents: [AnalysedDocument] = []
    fileprivate(set) var vocabulary = SearchVocabulary()
    /// The files' paths.
    fileprivate(set) var paths: [String] = []
    /// The names of the folders, one for each chunk.
    fileprivate(set) var folders: [String] = []
  }

  private let write: @Sendable (SearchFile) throws(Failure) -> Void
  private var analyzer = DocumentAnalyzer()
  private let fragments = FragmentWriter()
  private var part = Part()

  init(write: @escaping @Sendable (SearchFile) throws(Failure) -> Void) {
    self.write = write
  }

  /// Reads documents whose fragments share a folder.
  mutating func read(_ chunk: ArraySlice<SearchDocument>) throws(Failure) {
    var all: [FragmentWriter.Fragment] = []
    for (number, document) in zip(0..., chunk) {
      let text = document.text()
      part.documents.append(analyzer.analyse(document, text: text))
      all += fragments.fragments(of: document, text: text, number: number)
    }
    let folder = FragmentWriter.folder(of: all)
    for fragment in all {
      let path = "\(SearchIndexWriter.folder)texts/\(folder)/\(fragment.name)"
      try write(SearchFile(path: path, bytes: fragments.compressed(fragment)))
      part.paths.append(path)
    }
    part.folders.append(folder)
  }

  /// All that was found.
  consuming func finish() -> Part {
    part.vocabulary = analyzer.vocabulary
    return part
  }
}
