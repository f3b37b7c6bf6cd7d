import SiteCache
import SiteConcurrency
import SiteDigest
import Synchronization
import Testing

@testable import SiteSearch

/// The files of an index, in memory.
private final class Files: Sendable {
  private let files = Mutex<[String: [UInt8]]>([:])

  func add(_ file: SearchFile) { files.withLock { $0[file.path] = file.bytes } }
  func all() -> [String: [UInt8]] { files.withLock { $0 } }
  func removeAll() { files.withLock { $0 = [:] } }

  func index() throws -> SearchIndex {
    let files = all()
    return try SearchIndex { files["search/" + $0] }
  }
}

private func document(
  _ name: String, _ title: String, _ text: String, language: String = "ar", year: Int = 2024,
  author: String = "a"
) -> SearchDocument {
  SearchDocument(
    url: "/\(name)/", title: title, language: language, date: "\(year)-01-01", year: year,
    authors: [SearchDocument.Facet(key: author, name: author)], text: { Array(text.utf8) })
}

private func build(_ documents: [SearchDocument], glossary: [[String]] = [], jobs: Int = 2) async
  -> Files
{
  let files = Files()
  let writer = SearchIndexWriter(
    documents: documents, languages: ["ar", "en"], glossary: glossary, jobs: Jobs(jobs))
  _ = await writer.write { (file) throws(Never) in files.add(file) }
  return files
}

extension SearchMemory {
  /// As it comes back from a cache.
  fileprivate func storedAndRead() throws -> SearchMemory {
    var words = SearchVocabulary()
    try words.add(piece: vocabulary.piece()[...])
    var sums = CacheReader(self.sums.cached)
    var documents: [String: KeptDocument] = [:]
    for (url, document) in self.documents {
      var kept = CacheReader(document.cached)
      documents[url] = try KeptDocument(from: &kept)
    }
    return SearchMemory(
      documents: documents, vocabulary: words, shards: shards,
      sums: try IndexSums?(from: &sums))
  }
}

@Suite("Searching")
struct SearchTests {
  private let documents = [
    document("families", "عودة العائلات إلى العراق", "وَصَلَت العائلاتُ في أيار إلى الأوروبي."),
    document(
      "prison", "السجون", "تقرير عن العائلات والسجون <b>& شيء</b>.", year: 2020, author: "b"),
    document("law", "قانون مكافحة الإرهاب", "نص القانون رقم ٢٠٢٥ لمكافحة الإرهاب."),
    document("osint", "Open sources", "OSINT helps investigators.", language: "en"),
    document("empty", "", ""),
  ]

  private func urls(
    _ query: String, _ filter: SearchFilter = SearchFilter(), glossary: [[String]] = []
  ) async throws -> [String] {
    try await build(documents, glossary: glossary).index().search(query, filter).results.map(\.url)
  }

  @Test func titlesComeFirst() async throws {
    #expect(try await urls("عائلات العراق") == ["/families/", "/prison/"])
  }

  @Test func quotedPhrases() async throws {
    #expect(try await urls("\"عودة العائلات\"") == ["/families/"])
    #expect(try await urls("«العائلات عودة»") == [])
  }

  @Test func filters() async throws {
    #expect(try await urls("العائلات", SearchFilter(year: 2020)) == ["/prison/"])
    #expect(try await urls("العائلات", SearchFilter(author: "b")) == ["/prison/"])
    #expect(try await urls("العائلات", SearchFilter(author: "nobody")) == [])
    #expect(try await urls("العائلات", SearchFilter(language: "en")) == [])
  }

  @Test func synonyms() async throws {
    #expect(try await urls("الأوربي", glossary: [["الأوروبي", "الأوربي"]]) == [])
    let known = documents + [document("may", "مايو", "في مايو كان الأوربي.")]
    let index = try await build(known, glossary: [["الأوروبي", "الأوربي"]]).index()
    #expect(Set(try index.search("مايو").results.map(\.url)) == ["/may/", "/families/"])
    #expect(Set(try index.search("الأوربي").results.map(\.url)) == ["/may/", "/families/"])
  }

  @Test func onlyStopWords() async throws {
    #expect(Set(try await urls("في")) == ["/families/"])
  }

  @Test func theLastWordMayBeUnfinished() async throws {
    #expect(try await urls("investig") == ["/osint/"])
  }

  @Test func misspeltWords() async throws {
    let answer = try await build(documents + [document("more", "العائلات", "العائلات")]).index()
      .search("العايلات العائلت")
    #expect(!answer.results.isEmpty)
  }

  @Test(arguments: [
    ("مكافحه ارهااب", "مكافحة الإرهاب"), ("«المكافحة» ارهااب!", "«المكافحة» الإرهاب!"),
    ("مكافحه الارهاب", nil),
  ])
  func suggestionsMendWhatIsMisspelt(query: String, suggestion: String?) async throws {
    let others = (0..<3).map { document("more\($0)", "مكافحة الإرهاب", "الإرهاب") }
    let answer = try await build(documents + others).index().search(query)
    #expect(answer.suggestion == suggestion)
  }

  @Test func totalsAreLowerBoundsWhereListsAreCut() async throws {
    let many = (0..<200).map { document("\($0)", "عنوان", "في كل بيت من البيوت") }
    let index = try await build(many).index()
    #expect(try index.search("في").total == 200)
    #expect(try index.search("في").isAtLeast == false)
    let answer = try index.search("في من")
    #expect(answer.isAtLeast)
    #expect(answer.total == 128)
    #expect(try index.search("البيوت عنوان").isAtLeast == false)
  }

  @Test func numbersOfALanguageBeginAFolder() async throws {
    let collection = SearchCollection(documents, languages: ["en", "ar"])
    #expect(collection.languages.map(\.numbers) == [0..<1, 256..<260])
    #expect(collection.documents.map(\.url).last == "/law/")
  }

  /// Only the edited document's fragments, the shards of the words that it gained or lost, and the
  /// root change; a later document takes the last number, and its author one more document.
  @Test func anEditChangesFewFiles() async throws {
    let words = (0..<4000).map { "w\($0 * 7919 % 100_003)x" }
    let texts = (0..<300).map { number in
      (0..<60).map { words[(number * 37 + $0 * $0 * 11) % words.count] }.joined(separator: " ")
    }
    let documents = texts.enumerated().map { document("\($0)", "", $1, language: "en") }
    let before = await build(documents).all()
    var edited = documents
    edited[100] = document("100", "", texts[100] + " edited", language: "en")
    let after = await build(edited).all()
    let changed = after.filter { before[$0.key] != $0.value }.keys.sorted()
    let number = try #require(
      SearchCollection(documents, languages: []).documents.firstIndex { $0.url == "/100/" })
    #expect(changed.count == 3)
    #expect(
      changed.filter { !$0.contains("terms") } == [
        "search/index.bin", "search/texts/\(number / 256)/\(number % 256).bin",
      ])
    let longer = await build(documents + [document("new", "", "w0x", language: "en", year: 2025)])
      .all()
    #expect(longer.filter { before[$0.key] != $0.value }.count == 5)
  }

  /// What is kept of the documents before an edit gives the index after it: only the root, a text,
  /// two shards and the facets are made.
  @Test func whatIsKeptIsNotDoneAgain() async throws {
    func documents(_ edit: String) -> [SearchDocument] {
      (0..<300).map { number in
        let text =
          (0..<60).map { "w\((number * 37 + $0 * $0 * 11) % 4000 * 7919)x" }
          .joined(separator: " ") + (number == 100 ? edit : "")
        return SearchDocument(
          url: "/\(number)/", title: "عنوان counter-\(number)", language: "en",
          textFingerprint: Fingerprint(of: Array(text.utf8)), text: { Array(text.utf8) })
      }
    }
    let files = Files()
    func write(_ edit: String, known: SearchMemory) async -> (paths: [String], memory: SearchMemory)
    {
      await SearchIndexWriter(
        documents: documents(edit), languages: ["en"], glossary: [], jobs: Jobs(2)
      ).write(known: known) { (file) throws(Never) in files.add(file) }
    }
    let first = await write("", known: SearchMemory()).memory
    let before = files.all()
    files.removeAll()
    let second = await write(" edited w7919x", known: try first.storedAndRead())
    #expect(files.all().count == 5)
    let paths = Set(second.paths)
    let after = before.merging(files.all()) { $1 }.filter { paths.contains($0.key) }
    #expect(after == (await build(documents(" edited w7919x"))).all())
    files.removeAll()
    let third = await write("", known: second.memory)
    #expect(Set(third.paths) == Set(before.keys))
    #expect(before.merging(files.all()) { $1 }.filter { before[$0.key] != nil } == before)
  }

  @Test func averagesAreCoarse() {
    let lengths = (0..<100).map { 500 + $0 * 7 }
    let one = LengthClasses(lengths: lengths, groups: [0..<100])
    let other = LengthClasses(lengths: [9] + lengths.dropFirst(), groups: [0..<100])
    for document in 1..<100 { #expect(one[document] == other[document]) }
    #expect(one[0] != other[0])
  }

  @Test func filesOfOneDigestHaveTwoNames() {
    let shard = ShardEncoder.Shard(compressed: [], digest: "0123456789abcdef")
    #expect(shard.name(besides: []) == "01234567")
    #expect(shard.name(besides: ["01234567"]) == "89abcdef")
  }

  @Test func termsAreInTheOrderOfTheirUTF16() {
    let terms = ["\u{1}في", "ab", "b", "عراق", "\u{1D400}", "\u{E000}", "\u{FB1D}"].map {
      Array($0.utf8)
    }
    for (one, other) in zip(terms, terms.dropFirst()) {
      #expect(TermOrder.precedes(one, other))
      #expect(!TermOrder.precedes(other, one))
    }
  }

  /// A kept document gives the same index with a vocabulary that has other words too.
  @Test func analysedDocumentsCanBeKept() {
    var analyzer = DocumentAnalyzer()
    _ = analyzer.analyse(documents[0])
    var later = DocumentAnalyzer(vocabulary: analyzer.vocabulary)
    let kept = later.analyse(documents[1])
    #expect(kept == later.analyse(documents[1]))
    var words: [String: Int] = [:]
    kept.forEachWord { word in
      words[String(decoding: later.vocabulary.words[word.number], as: UTF8.self)] = word.weight
    }
    #expect(kept.length == 7)
    #expect(words["السجون"] == 3)
    #expect(words["العائلات"] == 1)
  }

  @Test func excerptsAreEscapedAndMarkVocalisedWords() async throws {
    let index = try await build(documents).index()
    #expect(
      try index.search("وصلت عائلات").results[0].excerpt
        == "<mark>وَصَلَت</mark> <mark>العائلاتُ</mark> في أيار إلى الأوروبي.")
    #expect(
      try index.search("السجون").results[0].excerpt
        == "تقرير عن العائلات <mark>والسجون</mark> &#60;b&#62;&#38; شيء&#60;/b&#62;.")
  }

  @Test(arguments: [
    "", " ", "😀", "\u{0}\u{1}", "<img onerror=alert(1)>", "\"", "«»",
    String(repeating: "كلمة طويلة ", count: 2000), String(repeating: "ا", count: 10_000),
  ])
  func strangeQueries(query: String) async throws {
    #expect(try await urls(query) == [])
  }

  @Test func theFilesDoNotDependOnTheWorkers() async {
    let one = await build(documents, jobs: 1).all()
    let other = await build(documents.reversed(), jobs: 3).all()
    #expect(one == other)
  }

  @Test func anEmptySite() async throws {
    #expect(try await build([]).index().search("نص").total == 0)
  }

  @Test func damagedAndForeignIndexes() async throws {
    let files = await build(documents).all()
    let root = try #require(files["search/index.bin"])
    #expect(throws: SearchIndexError.missing("index.bin")) { try SearchIndex { _ in nil } }
    #expect(throws: SearchIndexError.damaged("index.bin")) {
      try SearchIndex { _ in Array(root.dropLast(9)) }
    }
    let newer = Deflate(level: 1).compress(Array(#"{"version":9}"#.utf8))
    #expect(throws: SearchIndexError.otherVersion(9)) { try SearchIndex { _ in newer } }
    let index = try SearchIndex { $0 == "index.bin" ? root : nil }
    #expect(throws: SearchIndexError.self) { try index.search("العراق") }
  }
}
