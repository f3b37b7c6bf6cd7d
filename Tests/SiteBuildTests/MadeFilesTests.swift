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

  private func sweep() {
    MadeFiles<MadeFile>.sweep(
      ofSite: RawPath(site.folder), "made", suffix: ".png", keptForDays: 30)
  }

  /// Makes all files some days older, and two hours.
  private func age(days: Double) throws {
    for name in try names() { try setAge(of: name, days: days) }
  }

  private func setAge(of name: String, days: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -7200 - days * 86_400)],
      ofItemAtPath: site.absolute(".ctsite/made/" + name))
  }

  private func isOld(_ name: String) throws -> Bool {
    let attributes = try FileManager.default.attributesOfItem(
      atPath: site.absolute(".ctsite/made/" + name))
    return try #require(attributes[.modificationDate] as? Date).timeIntervalSinceNow < -86_400
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
    sweep()
    #expect(try names().count == 8)
    try age(days: 2)
    sweep()
    #expect(try names() == whole.union(["swept"]))
    #expect(try made().known("a") != nil)
  }

  /// A preview, a draft that is hidden for some days: what they show stays.
  @Test func whatIsOutOfUseStaysForItsTime() throws {
    let used = (0..<10).map { "used\($0)" }
    let unused = (0..<110).map { "unused\($0)" }
    try keep(used + unused, in: made())
    try age(days: 29)
    sweep()
    #expect(try names().count == 241)
    let second = try made()
    for key in used { #expect(second.known(key) != nil) }
    for name in try names() where try isOld(name) {
      try setAge(of: name, days: 31)
    }
    try setAge(of: "swept", days: 1)
    sweep()
    #expect(try names().count == 21)
    #expect(try made().known("used0") != nil && made().known("unused0") == nil)
  }

  @Test func oneSweepADayIsEnough() throws {
    sweep()
    #expect(try names() == [])
    try keep(["a"], in: made())
    sweep()
    _ = try made().store(Array("no record".utf8))
    for name in try names() where name != "swept" { try setAge(of: name, days: 1) }
    sweep()
    #expect(try names().count == 4)
    try setAge(of: "swept", days: 2)
    sweep()
    #expect(try names().count == 3)
  }

  @Test func whatIsYoungMayBeOfABuildThatRuns() throws {
    for number in 0..<200 { _ = try made().store(Array("\(number)".utf8)) }
    sweep()
    #expect(try names().count == 201)
  }
}
