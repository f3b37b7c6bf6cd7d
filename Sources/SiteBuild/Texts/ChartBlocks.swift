import SiteCharts
import SiteContent
import SiteDiagnostics
import SiteHTML
import SiteMarkdown

/// Draws the fenced blocks `chart` and `poll` of the texts in one folder.
struct ChartBlocks: FencedBlockRenderer {
  let writer: ChartWriter
  let content: LoadedContent
  let addresses: AddressBook
  /// The work's folder, relative to the site's.
  let folder: String
  /// What stands before a path of the site.
  let root: String
  /// Whether the text is read where nothing can be drawn.
  let isForFeed: Bool

  private static let dataTypes = [".csv", ".tsv", ".txt"]

  func render(info: String, content: [UInt8], file: SourceFile, offset: Int) -> FencedBlock? {
    guard ChartReader.reads(info) else { return nil }
    let reader = ChartReader(
      info: info, content: content, file: file, offset: offset, dataFile: dataFile)
    guard let chart = reader.chart else {
      return FencedBlock(html: HTML(), diagnostics: reader.diagnostics)
    }
    guard !isForFeed else { return FencedBlock(html: writer.plainFigure(chart)) }
    let download = reader.fileName.flatMap(download)
    return FencedBlock(
      html: writer.figure(chart, id: "_c\(reader.line)", download: download),
      text: writer.text(of: chart),
      links: download.map {
        [OutgoingLink(destination: $0.name, url: $0.url, leadsIntoSite: true, offset: offset)]
      } ?? [],
      diagnostics: reader.diagnostics)
  }

  private var attachments: [Attachment] { content.attachments[folder] ?? [] }

  private func dataFile(_ name: String) -> DataFile {
    guard let file = attachments.first(where: { $0.name == name }) else {
      let others = attachments.map(\.name).filter(Self.isData)
      return .refused(.dataFileNotFound(name), fix: .nearestDataFile(to: name, among: others))
    }
    guard Self.isData(name) else { return .refused(.notData(name), fix: .saveAsCSV) }
    do throws(EnvironmentFailure) {
      let text = try content.text(of: file)
      return text.file.map(DataFile.found) ?? .unreadable(text.diagnostics)
    } catch {
      return .refused(error.message, fix: error.fix)
    }
  }

  private static func isData(_ name: String) -> Bool {
    dataTypes.contains { name.lowercased().hasSuffix($0) }
  }

  private func download(_ name: String) -> ChartWriter.Download? {
    addresses.file("\(folder)/\(name)").map {
      ChartWriter.Download(name: name, url: (root + $0.path).percentEncoded)
    }
  }
}
