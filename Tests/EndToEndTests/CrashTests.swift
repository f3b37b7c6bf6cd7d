import Foundation
import SiteTestSupport
import Testing

/// What a kill, a signal, a full disk or a disk that cannot be written leaves of a site.
@Suite(.serialized) struct CrashTests {
  /// How often the program is killed: `CTSITE_KILLS=500 swift test --filter CrashTests`.
  private static let kills =
    ProcessInfo.processInfo.environment["CTSITE_KILLS"].flatMap { Int($0) } ?? 100

  @Test(.timeLimit(.minutes(60))) func killsAtRandomMomentsLeaveWholeFilesAndNothingToMend()
    throws
  {
    let site = try EditedSite()
    let expected = try site.versions.map { version in
      try site.write(version)
      return try site.cleanBuild()
    }
    var generator = SplitMix64(seed: UInt64(Self.kills))
    try site.write(0)
    let duration = try site.timeOfBuild()
    var current = 0
    for round in 1...Self.kills {
      let next =
        (current + 1 + Int.random(in: 0..<(expected.count - 1), using: &generator))
        % expected.count
      try site.write(next)
      let latest = round.isMultiple(of: 2) ? duration * 1.1 : 0.03
      try site.killBuild(
        after: Double.random(in: 0...latest, using: &generator),
        ofItsStaging: !round.isMultiple(of: 2))
      try site.checkWholeFiles(of: [expected[current], expected[next]], round: round)
      let build = try site.folder.build("--quiet")
      #expect(build.status == 0, "round \(round): \(build.error)")
      #expect(try site.published() == expected[next], "round \(round)")
      #expect(try site.leftovers() == [], "round \(round)")
      current = next
    }
  }

  @Test func aChangeOfAFileLeavesTheFolderAndAChangeOfEveryPageReplacesIt() throws {
    let site = try EditedSite()
    var inodes: [UInt64] = []
    for version in [0, 1, 2, 4] {
      try site.write(version)
      #expect(try site.folder.build("--quiet").status == 0)
      #expect(try site.published() == site.cleanBuild())
      let attributes = try FileManager.default.attributesOfItem(
        atPath: site.folder.absolute("public"))
      inodes.append(try #require(attributes[.systemFileNumber] as? UInt64))
    }
    #expect(Set(inodes[..<3]).count == 1)
    #expect(inodes[3] != inodes[2])
  }

  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func aSignalEndsABuildAtOnce(signal: Int32, status: Int32) throws {
    let site = try EditedSite()
    let expected = try [0, 1].map { version in
      try site.write(version)
      return try site.cleanBuild()
    }
    try site.write(0)
    #expect(try site.folder.build("--quiet").status == 0)
    try site.write(1)
    for delay in [0, 0.1, 0.3] {
      let process = try site.startBuild()
      while process.isRunning, try !process.catches(signal) { usleep(1000) }
      Thread.sleep(forTimeInterval: delay)
      kill(process.processIdentifier, signal)
      let start = Date()
      process.waitUntilExit()
      // Before the program can look out for signals, the system ends it by them.
      let isEndedBySystem = process.terminationReason == .uncaughtSignal
      #expect(
        (isEndedBySystem ? [signal] : [0, status]).contains(process.terminationStatus))
      #expect(Date().timeIntervalSince(start) < 5)
      let published = try site.published()
      #expect(published == expected[0] || published == expected[1])
    }
    #expect(try site.folder.build("--quiet").status == 0)
    #expect(try site.published() == expected[1])
    #expect(try site.leftovers() == [])
  }

  @Test func aSignalEndsAWaitForAnotherBuild() throws {
    let site = try EditedSite()
    try site.write(0)
    try site.folder.build("--quiet")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: site.folder.absolute(".ctsite"))
        .first { $0.hasPrefix("output-") })
    let lock = open(site.folder.absolute(".ctsite/" + name), O_RDWR | O_CLOEXEC)
    #expect(flock(lock, LOCK_EX) == 0)
    let process = try site.startBuild()
    while process.isRunning, try !process.catches(SIGTERM) { usleep(1000) }
    Thread.sleep(forTimeInterval: 0.5)
    #expect(process.isRunning)
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationStatus == 143)
    close(lock)
  }
}

/// A small site that is edited between builds.
struct EditedSite {
  let folder: TemporarySite
  /// How many versions there are, the first and the last with much between them that differs.
  let versions = 0..<5

  init() throws {
    folder = try TemporarySite(
      """
      -- content/site.yaml --
      title: {ar: مرصد, en: Observatory}
      description: {ar: وصف, en: Description}
      url: https://example.org/
      languages:
        - {code: ar, name: العربية, locale: ar-IQ, path: /}
        - {code: en, name: English, locale: en-GB, path: /en/}
      """)
    for number in 1...8 { try article("a\(number)", "النص الأول.") }
  }

  private func article(_ name: String, _ text: String) throws {
    try folder.write(
      "---\ntitle: \(name)\ndate: 2024-05-01\n---\n\(text)\n",
      to: "content/articles/\(name)/ar.md")
  }

  /// Brings the content to a version, whatever it was before. The first three differ in papers
  /// alone, which is little enough for a journal, the others in pages.
  func write(_ version: Int) throws {
    try folder.write("%PDF-1.4 \(version < 3 ? version : 0)", to: "content/articles/a1/paper.pdf")
    for path in ["a2/new.pdf", "b1"] where folder.exists("content/articles/" + path) {
      try folder.remove("content/articles/" + path)
    }
    if version == 2 { try folder.write("%PDF-1.4 new", to: "content/articles/a2/new.pdf") }
    try article("a1", version == 3 ? "نص آخر." : "النص الأول.")
    if version == 4 { try article("b1", "مقال جديد.") }
    let title = version == 4 ? "مرصد آخر" : "مرصد"
    let old = try folder.text(of: "content/site.yaml")
    let lines = old.split(separator: "\n").map { line in
      line.hasPrefix("title:") ? "title: {ar: \(title), en: Observatory}" : String(line)
    }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "content/site.yaml")
  }

  /// The site as it is without an earlier one.
  func cleanBuild() throws -> [String: [UInt8]] {
    defer { try? folder.remove("clean") }
    let build = try folder.build("--quiet", "--output", "clean")
    #expect(build.status == 0, "\(build.error)")
    return try folder.files(below: "clean")
  }

  func published() throws -> [String: [UInt8]] { try folder.files(below: "public") }

  /// What lies in the site's folder and should not.
  func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.folder).sorted()
      .filter { ![".ctsite", "content", "public"].contains($0) }
  }

  func timeOfBuild() throws -> Double {
    let start = Date()
    try folder.build("--quiet")
    return Date().timeIntervalSince(start)
  }

  func startBuild() throws -> Process {
    let process = Process()
    process.executableURL = Ctsite.program
    process.arguments = ["build", "--site", folder.folder, "--quiet"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Starts a build and kills it.
  ///
  /// - Parameter ofItsStaging: whether the time counts from the moment at which the build begins to
  ///   write; from its start without this.
  func killBuild(after delay: Double, ofItsStaging: Bool) throws {
    let process = try startBuild()
    let staging = folder.absolute(".public.ctsite-new")
    while ofItsStaging, process.isRunning, access(staging, F_OK) != 0 { usleep(200) }
    Thread.sleep(forTimeInterval: delay)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Checks that every file of the output is one of those that a version has there.
  func checkWholeFiles(of versions: [[String: [UInt8]]], round: Int) throws {
    for (path, bytes) in try published() {
      #expect(
        versions.contains { $0[path] == bytes }, "round \(round): \(path) is not whole")
    }
  }
}

extension Process {
  /// Whether the program has begun to handle a signal.
  fileprivate func catches(_ signal: Int32) throws -> Bool {
    let status = try String(contentsOfFile: "/proc/\(processIdentifier)/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") })
    let mask = try #require(UInt64(line.dropFirst("SigCgt:".count).trimmingPrefix("\t"), radix: 16))
    return mask & 1 << UInt64(signal - 1) != 0
  }
}
