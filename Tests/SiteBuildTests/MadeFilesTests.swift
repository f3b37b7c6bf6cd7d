import Foundation
import SiteFiles
import SiteTestSupport
import Testing

@testable import SiteBuild

/// What stays of files that cost much to make.
struct MadeFilesTests {
  private let site: TemporarySite

  init() throws { site = try TemporarySite() }

  private func made() throws -> MadeFiles<MadeFile> {
    try MadeFiles(ofSite: RawPath(site.folder), "made", suffix: ".png")
  }

  private func names() throws -> Set<String> { Set(try site.files(below: ".ctsite/made").keys) }

  /// Makes all files as old as those of an earlier day.
  private func age() throws {
    for name in try names() {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -7200)],
        ofItemAtPath: site.absolute(".ctsite/made/" + name))
    }
  }

  private func keep(_ keys: [String], in made: MadeFiles<MadeFile>) throws {
    for key in keys { try made.keep(made.store(Array("of \(key)".utf8)), as: key) }
  }

  @Test func whatAnInterruptedBuildLeftIsRemovedOnceItIsOld() throws {
    let first = try made()
    try keep(["a"], in: first)
    let whole = try names()
    #expect(whole.count == 2)
    _ = try first.store(Array("no record".utf8))
    for name in ["new-1-1", "x.otf", "x.otf-abcdef", "damaged.made"] {
      try site.write("left", to: ".ctsite/made/" + name)
    }
    try made().sweep()
    #expect(try names().count == 7)
    try age()
    try made().sweep()
    #expect(try names() == whole)
    #expect(try made().known("a") != nil)
  }

  @Test func whatIsOutOfUseStaysUntilItIsMuch() throws {
    let used = (0..<10).map { "used\($0)" }
    let unused = (0..<110).map { "unused\($0)" }
    try keep(used + unused, in: made())
    try age()
    let second = try made()
    for key in used { #expect(second.known(key) != nil) }
    second.sweep()
    #expect(try names().count == 240)
    let third = try made()
    for key in used.dropLast() { #expect(third.known(key) != nil) }
    third.sweep()
    #expect(try names().count == 18)
    #expect(try made().known("used0") != nil && made().known("unused0") == nil)
  }

  @Test func whatIsYoungMayBeOfABuildThatRuns() throws {
    try keep((0..<200).map(String.init), in: made())
    try made().sweep()
    #expect(try names().count == 400)
  }
}
