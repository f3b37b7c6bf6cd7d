import Foundation
import SiteConcurrency
import SiteDiagnostics
import SiteFiles
import SiteTestSupport
import Testing

@testable import SiteBuild

/// Publishing of changes: what is written, what stays, what an interruption leaves.
struct OutputTreeTests {
  private let site: TemporarySite
  /// The first site: 40 files in 10 folders.
  private let first = Dictionary(
    uniqueKeysWithValues: (0..<40).map { ("d\($0 / 4)/f\($0).html", "first \($0)") })

  init() async throws {
    site = try TemporarySite()
    #expect(try await publish(first, over: [:]) == .published(kept: []))
  }

  private func tree(_ output: String = "public") async throws -> OutputTree {
    try await OutputTree(
      folder: site.absolute(output), siteFolder: site.folder, jobs: Jobs(2))
  }

  /// Writes what differs from an earlier site and publishes.
  private func publish(
    _ files: [String: String], over earlier: [String: String], to output: String = "public"
  ) async throws -> OutputTree.Outcome {
    let tree = try await tree(output)
    for (path, text) in files where earlier[path] != text {
      try tree.writeIfChanged(OutputFile(path, text: text))
    }
    return try await tree.publish(Array(files.keys))
  }

  private func published(in output: String = "public") throws -> [String: String] {
    var files = try site.files(below: output)
    let list = files.removeValue(forKey: ".ctsite-files") ?? []
    let own = list.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    #expect(own == files.keys.filter { !$0.hasPrefix("mine") }.sorted())
    return files.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// Changes two files, adds one in a new folder, removes a file and the only files of a folder.
  private var second: [String: String] {
    var files = first
    files["d0/f0.html"] = "second 0"
    files["d9/f36.html"] = "second 36"
    files["new/deep/x.html"] = "new"
    files["d1/f4.html"] = nil
    for number in 8..<12 { files["d2/f\(number).html"] = nil }
    return files
  }

  private func inode(_ path: String) -> UInt64 {
    (try? Folder(RawPath(site.absolute("public"))).inode(of: RawPath(path))) ?? 0
  }

  @Test func aSmallChangeTouchesOnlyWhatChanged() async throws {
    let folder = try site.absolute("public").inode
    let untouched = inode("d5/f20.html")
    let outcome = try await publish(second, over: first)
    #expect(outcome == .published(kept: []))
    #expect(try published() == second)
    #expect(!site.exists("public/d2"))
    #expect(try site.absolute("public").inode == folder)
    #expect(inode("d5/f20.html") == untouched)
    #expect(try siblings() == [".ctsite", "public"])
  }

  @Test func aLargeChangeSwapsTheTreeAndLinksTheRest() async throws {
    let folder = try site.absolute("public").inode
    let untouched = inode("d9/f39.html")
    var files = first
    for number in 0..<20 { files["d\(number / 4)/f\(number).html"] = "second" }
    try site.write("mine", to: "public/mine/x.txt")
    try site.makeFolder("public/mine/empty/deep")
    #expect(try await publish(files, over: first) == .published(kept: ["mine/x.txt"]))
    #expect(try published() == files.merging(["mine/x.txt": "mine"]) { $1 })
    #expect(site.exists("public/mine/empty/deep"))
    #expect(try site.absolute("public").inode != folder)
    #expect(inode("d9/f39.html") == untouched)
    #expect(try siblings() == [".ctsite", "public"])
  }

  @Test func nothingIsTouchedWhenNothingChanged() async throws {
    let list = inode(".ctsite-files")
    #expect(try await publish(first, over: first) == .published(kept: []))
    #expect(inode(".ctsite-files") == list)
    #expect(try published() == first)
  }

  @Test func theListStaysWhenOnlyBytesChanged() async throws {
    let list = inode(".ctsite-files")
    let files = first.merging(["d0/f0.html": "second"]) { $1 }
    #expect(try await publish(files, over: first) == .published(kept: []))
    #expect(inode(".ctsite-files") == list)
    #expect(try published() == files)
  }

  @Test(arguments: [
    ("new/deep/x.html", "new/deep/x.html"), ("new", "new"),
    ("new/deep/x.html/y", "new/deep/x.html/y"),
  ])
  func aSmallChangeDoesNotReplaceWhatCtsiteDidNotMake(path: String, named: String) async throws {
    try site.write("mine", to: "public/" + path)
    #expect(try await publish(second, over: first) == .obstructed(by: [named]))
    #expect(try site.text(of: "public/" + path) == "mine")
    #expect(try site.text(of: "public/d0/f0.html") == "first 0")
    #expect(try siblings() == [".ctsite", "public"])
  }

  @Test func aFolderThatBecameALinkIsNotWrittenThrough() async throws {
    let elsewhere = try TemporarySite(files: ["f0.html": "precious"])
    try site.remove("public/d0")
    try site.link("public/d0", to: elsewhere.folder)
    #expect(try await publish(second, over: first) == .obstructed(by: ["d0"]))
    #expect(try elsewhere.text(of: "f0.html") == "precious")
  }

  @Test func aFileThatBecomesAFolderAndAFolderThatBecomesAFile() async throws {
    var files = first
    files["d0/f0.html"] = nil
    files["d0/f0.html/index.html"] = "below"
    for number in 4..<8 { files["d1/f\(number).html"] = nil }
    files["d1"] = "a file"
    #expect(try await publish(files, over: first) == .published(kept: []))
    #expect(try published() == files)
  }

  @Test func aListOfFilesThatSomebodyMergedIsPutRight() async throws {
    let list = try #require(try site.files(below: "public")[".ctsite-files"]).split(separator: 0)
    try site.write(
      Array((list.reversed() + list.prefix(3)).joined(separator: [0])), to: "public/.ctsite-files")
    var files = first
    files["d0/f1.html"] = nil
    files["d9/new.html"] = "new"
    #expect(try await publish(files, over: first) == .published(kept: []))
    #expect(try published() == files)
  }

  @Test func aFileThatWasNotWrittenAndIsNotThereIsNamed() async throws {
    let tree = try await tree()
    let outcome = try await tree.publish(first.keys + ["missing.html"])
    #expect(outcome == .incomplete(missing: ["missing.html"]))
    #expect(try published() == first)
  }

  /// Stages the second site and its journal as a run would that is killed before it changes
  /// anything.
  private func interrupt(afterPlacing count: Int, damaged: Bool = false) async throws {
    let place = try OutputPlace(RawPath(site.absolute("public")))
    let output = try #require(try place.folder())
    let staging = Staging(for: place, writesTree: false)
    for (path, text) in second where first[path] != text {
      _ = try staging.write(Array(text.utf8), to: RawPath(path))
    }
    let change = TreeChange(
      from: try Manifest(of: output), to: Array(second.keys), staging: staging,
      output: output)
    let manifest = try staging.add(change.new.bytes, for: Manifest.name)
    let trees = [
      try #require(output.inode(of: Manifest.name)),
      try #require(try staging.files().inode(of: manifest.name)),
    ]
    let whole = Journal(
      files: change.files, removed: change.removed, manifest: manifest, trees: trees,
      removesFirst: false)
    let steps = change.files.count + change.removed.count
    let part = Journal(
      files: Array(change.files.prefix(count)),
      removed: Array(change.removed.prefix(max(0, count - change.files.count))),
      manifest: count > steps ? manifest : nil, trees: trees, removesFirst: false)
    let folder = try staging.folder()
    try await JournalRun(journal: part, output: output, staging: folder, jobs: Jobs(1)).run()
    try folder.write(damaged ? whole.bytes.dropLast(9) : whole.bytes, to: Journal.name)
  }

  @Test(arguments: 0...9)
  func aRunThatWasInterruptedAnywhereIsEnded(step: Int) async throws {
    try await interrupt(afterPlacing: step)
    for (path, bytes) in try site.files(below: "public") where path != ".ctsite-files" {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text == first[path] || text == second[path], "\(path) is not whole")
    }
    _ = try await tree()
    #expect(try published() == second)
    #expect(!site.exists("public/d2"))
    #expect(try siblings() == [".ctsite", "public"])
  }

  @Test func aJournalThatWasCutShortIsIgnored() async throws {
    try await interrupt(afterPlacing: 0, damaged: true)
    _ = try await tree()
    #expect(try published() == first)
    #expect(try siblings() == [".ctsite", "public"])
  }

  @Test func aJournalOfAFolderThatWasEmptiedSinceIsIgnored() async throws {
    try await interrupt(afterPlacing: 2)
    try site.remove("public")
    try site.write("*", to: "public/mine.gitignore")
    _ = try await tree()
    #expect(try site.files(below: "public").keys.sorted() == ["mine.gitignore"])
    #expect(try await publish(first, over: [:]) == .published(kept: ["mine.gitignore"]))
  }

  @Test func aJournalReadsBackAsItWasWritten() throws {
    let journal = Journal(
      files: [.init(number: 7, path: RawPath("a\nb/ü.html"))], removed: [RawPath([0xE9, 0x31])],
      manifest: .init(number: 8, path: Manifest.name), trees: [1, UInt64.max],
      removesFirst: true)
    #expect(Journal(journal.bytes) == journal)
    for index in journal.bytes.indices {
      var damaged = journal.bytes
      damaged[index] ^= 1
      #expect(Journal(damaged) == nil)
      #expect(Journal(Array(journal.bytes.prefix(index))) == nil)
    }
  }

  @Test func clearingRemovesTheSiteAndNothingElse() async throws {
    try site.write("mine", to: "public/d3/mine.txt")
    #expect(try await tree().clear() == 40)
    #expect(try site.files(below: "public").keys.sorted() == ["d3/mine.txt"])
    #expect(!site.exists("public/d4"))
    #expect(try siblings() == [".ctsite", "public"])
  }

  private func siblings() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: site.folder).sorted()
  }
}

extension String {
  fileprivate var inode: UInt64 {
    get throws {
      let attributes = try FileManager.default.attributesOfItem(atPath: self)
      return try #require(attributes[.systemFileNumber] as? UInt64)
    }
  }
}
