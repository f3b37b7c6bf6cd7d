import SiteDiagnostics

/// A file that a chart takes its values from.
public enum DataFile: Sendable {
  /// Its text, UTF-8.
  case found(SourceFile)
  /// None that may be used.
  case refused(Wording, fix: Wording?)
  /// One that is no text, and why.
  case unreadable([Diagnostic])
}

/// Reads the fenced blocks `chart` and `poll`.
public struct ChartReader {
  /// The most columns of values that can be told apart.
  static let mostSeries = 5
  /// The most rows that a chart has room for.
  static let mostRows = 30
  /// The most rows that lines have room for.
  static let mostRowsOfLines = 200
  /// The longest text that is read for values.
  static let mostBytes = 100_000

  /// What is wrong with the block, in its order.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The chart, when nothing is wrong with it.
  public private(set) var chart: Chart?
  /// The file that the values come from, as the block names it.
  public private(set) var fileName: String?
  /// The line on which the block begins.
  public let line: Int

  private let block: ChartText

  /// Whether a block is read by this type: one that is a chart or a poll, or was meant as one.
  ///
  /// - Parameter info: the words behind the fence.
  public static func reads(_ info: String) -> Bool {
    let words = Self.words(of: info)
    return names(words) || meant(by: words) != nil
  }

  private static func words(of info: String) -> [String] {
    info.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func names(_ words: [String]) -> Bool {
    ["chart", "poll"].contains(words.first)
  }

  /// The right words for those that are in another order or have capital letters.
  private static func meant(by written: [String]) -> [String]? {
    let words = written.map { $0.lowercased() }
    if names(words) { return words }
    let kinds = Chart.Kind.named.map(\.rawValue)
    guard words.count == 2, words[1] == "chart", kinds.contains(words[0]) else { return nil }
    return words.reversed()
  }

  /// Reads a block.
  ///
  /// - Parameters:
  ///   - info: the words behind the fence: `chart bar`.
  ///   - content: the lines of the block, UTF-8.
  ///   - file: the file that holds the block.
  ///   - offset: the byte of the file at which the first line of content begins.
  ///   - dataFile: finds a file of the work by its name.
  public init(
    info: String, content: [UInt8], file: SourceFile, offset: Int,
    dataFile: (String) -> DataFile
  ) {
    block = ChartText(block: content, of: file, at: offset)
    let fence = block.locationOfFence()
    line = fence.line ?? 1
    let head = ChartHead(of: block)
    diagnostics += head.diagnostics
    let kind = kind(Self.words(of: info))
    if head[.title] == nil { diagnostics.append(.missingTitle(at: fence)) }
    fileName = head[.file]?.text
    guard let data = data(head, dataFile), let kind else { return }
    var table = ChartTable(data.text, from: data.start, kind: kind)
    table.read(orReportAt: head[.file].map { block.location(at: $0.offset) } ?? fence)
    diagnostics += table.diagnostics
    guard !diagnostics.containError, let title = head[.title]?.text else { return }
    chart = Chart(
      kind: kind, title: title, unit: head[.unit]?.text ?? (kind == .poll ? "%" : nil),
      source: head[.source]?.text, heading: table.heading, categories: table.categories,
      series: table.series)
  }

  private mutating func kind(_ words: [String]) -> Chart.Kind? {
    if !Self.names(words), let right = Self.meant(by: words) {
      let written = words.joined(separator: " ")
      diagnostics.append(
        .misnamed(
          written, right.joined(separator: " "), at: block.locationOfFence(words.first)))
      return nil
    }
    var rest = words[...]
    var kind = rest.popFirst() == "poll" ? Chart.Kind.poll : .bar
    if kind != .poll, let word = rest.popFirst() {
      guard let named = Chart.Kind.named.first(where: { $0.rawValue == word }) else {
        diagnostics.append(.unknownKind(word, at: block.locationOfFence(word)))
        return nil
      }
      kind = named
    }
    guard let extra = rest.first else { return kind }
    diagnostics.append(.extraWord(extra, at: block.locationOfFence(extra)))
    return nil
  }

  /// Where the values stand.
  private mutating func data(
    _ head: ChartHead, _ dataFile: (String) -> DataFile
  ) -> (text: ChartText, start: Int)? {
    guard let entry = head[.file] else { return (block, head.end) }
    let place = block.location(at: entry.offset)
    if let extra = block.bytes[head.end...].firstIndex(where: { $0 > 0x20 }) {
      diagnostics.append(.fileAndData(at: block.location(at: extra)))
      return nil
    }
    switch dataFile(entry.text) {
    case .found(let file): return (ChartText(file), 0)
    case .refused(let message, let fix):
      diagnostics.append(.refusedFile(message, fix: fix, at: place))
    case .unreadable(let found): diagnostics += found
    }
    return nil
  }
}
