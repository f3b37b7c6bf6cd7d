import ArgumentParser
import Glibc
import SiteDiagnostics
import SiteHTML
import SiteSearch

/// `ctsite search`
struct SearchCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Searches the built site, as its search page does.")

  @Argument(
    help: "Words, and phrases between quotation marks; ‘-’ reads queries from standard input.")
  var query: String

  @Option(help: ArgumentHelp("The site's folder, which holds ‘content’.", valueName: "folder"))
  var site = "."

  @Option(
    help: ArgumentHelp(
      "Where the site was written (default: ‘public’ in the site's folder).",
      valueName: "folder"))
  var output: String?

  @Option(help: ArgumentHelp("Only works in this language.", valueName: "code"))
  var lang: String?

  @Option(help: ArgumentHelp("Only works on this topic.", valueName: "key"))
  var topic: String?

  @Option(help: "Only works of this year.")
  var year: Int?

  @Option(help: ArgumentHelp("Only works by this author.", valueName: "key"))
  var author: String?

  @Option(help: ArgumentHelp("How many results, from 1 to 100.", valueName: "n"))
  var limit = 10

  @Flag(help: "Print what each word is looked for by, and search nothing.")
  var terms = false

  @Option(help: "The form of results; json has a line for each query.")
  var format: Format = .text

  @Option(help: "The language of messages (default: that of LANG).")
  var messages: Wording.Language?

  func validate() throws {
    guard 1...100 ~= limit else {
      throw ValidationError("‘--limit \(limit)’: give a number from 1 to 100.")
    }
  }

  func run() throws {
    if terms {
      forEachQuery { Console.write($0.terms, to: .output) }
      return
    }
    let filter = SearchFilter(language: lang, topic: topic, year: year, author: author)
    do throws(SearchIndexError) {
      let folder = (output ?? "\(site)/public") + "/" + SearchIndexWriter.folder
      let index = try SearchIndex { path in Self.read(folder + path) }
      if let unknown = try index.unknownKey(in: filter) {
        Console.write(Self.wording(unknown), in: messages ?? .ofEnvironment, to: .error)
      }
      try forEachQuery { (query) throws(SearchIndexError) in
        write(try index.search(query, filter, limit: limit))
      }
    } catch {
      Console.writeFailure(
        error.message, fix: error.fix, in: messages ?? .ofEnvironment)
      throw ExitStatus.environmentFailure
    }
  }

  private func write(_ answer: SearchAnswer) {
    let isOneOfMany = query == Self.standardInput
    switch format {
    case .json: Console.write(answer.json, to: .output)
    case .text where answer.results.isEmpty && !isOneOfMany:
      Console.write(answer.lines, to: .output)
      Console.write(Self.nothingFound, in: messages ?? .ofEnvironment, to: .error)
    case .text: Console.write(answer.lines + (isOneOfMany ? "\n" : ""), to: .output)
    }
  }

  /// What is said of a filter that no work passes.
  private static func wording(_ unknown: (facet: String, key: String, known: [String])) -> Wording {
    let near = NearMiss(unknown.known).suggestions(for: unknown.key)
    let others = near.isEmpty ? Array(unknown.known.sorted().prefix(Self.mostListed)) : near
    let list = others.joined(separator: ", ")
    let option = "--\(unknown.facet) \(unknown.key)"
    guard !others.isEmpty else {
      return Wording(en: "\(option): no work has it", ar: "\(option): لا عمل بهذه القيمة")
    }
    if !near.isEmpty || others.count == unknown.known.count {
      return Wording(
        en: "\(option): no work has it; known here: \(list)",
        ar: "\(option): لا عمل بهذه القيمة، والمعروف هنا: \(list)")
    }
    return Wording(
      en: "\(option): no work has it; known here, among \(unknown.known.count): \(list)",
      ar: "\(option): لا عمل بهذه القيمة، ومن المعروف هنا (\(unknown.known.count)): \(list)")
  }

  private static let mostListed = 20

  private static let standardInput = "-"

  private static let nothingFound = Wording(en: "nothing was found", ar: "لا نتائج")

  private func forEachQuery<E>(_ body: (String) throws(E) -> Void) throws(E) {
    guard query == Self.standardInput else { return try body(query) }
    while let line = readLine() { try body(line) }
  }

  private static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    let size = Int(status.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let part = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if part <= 0 { break }
        count += part
      }
    }
  }
}

extension String {
  /// A line for each word: the word and its terms.
  fileprivate var terms: String {
    WordTerms.words(of: self)
      .map { "\($0.word)\t\($0.terms.joined(separator: " "))\n" }.joined()
  }
}

extension SearchAnswer {
  /// A line for each result: address, date, title, and whether it was retracted.
  fileprivate var lines: String {
    var text = results.map { result in
      "\(result.url)\t\(result.date)\t\(result.title)"
        + (result.isRetracted ? "\tretracted\n" : "\n")
    }.joined()
    if let suggestion { text += "? \(suggestion)\n" }
    return text
  }

  fileprivate var json: String {
    let value = JSONValue.object([
      "total": .number(total), "atLeast": .flag(isAtLeast), "terms": .strings(terms),
      "suggestion": .optional(suggestion),
      "results": .array(results.map(\.json)),
    ])
    return "\(value)\n"
  }
}

extension SearchResult {
  fileprivate var json: JSONValue {
    .object([
      "url": .string(url), "title": .string(title), "lang": .string(language),
      "date": .string(date), "authors": .strings(authors), "topics": .strings(topics),
      "excerpt": .string(excerpt), "score": .number(score),
      "retracted": isRetracted ? .flag(true) : nil,
    ])
  }
}
