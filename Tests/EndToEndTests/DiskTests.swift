import Foundation
import SiteTestSupport
import Testing

/// Disks that are full, cannot be written or are not the site's own. Where mounting is refused the
/// tests are skipped, and the run says so.
@Suite(
  .serialized, .enabled(if: MountedDisk.isAllowed, "mounting a file system is not allowed here"))
struct DiskTests {
  private let site: EditedSite

  init() throws {
    site = try EditedSite()
    try site.write(0)
  }

  @Test(arguments: ["disk/public", "disk"])
  func theOutputMayLieOnAnotherFileSystemOrBeOne(output: String) throws {
    let disk = try MountedDisk(site.folder.absolute("disk"), kilobytes: 16_000)
    for version in [0, 1, 2, 4] {
      try site.write(version)
      let build = try site.folder.build("--quiet", "--output", output)
      #expect(build.status == 0, "\(build.error)")
      #expect(try site.folder.files(below: output) == site.cleanBuild())
    }
    try site.folder.write("mine", to: output + "/b1")
    #expect(try site.folder.build("--quiet", "--output", output).status == 0)
    #expect(try site.folder.text(of: output + "/b1") == "mine")
    #expect(try disk.entries() == (output == "disk" ? disk.entries() : ["public"]))
    #expect(!site.folder.exists("disk/.ctsite-new"))
  }

  @Test func aFileInTheWayOfAMountedOutputIsNotReplaced() throws {
    let disk = try MountedDisk(site.folder.absolute("disk"), kilobytes: 16_000)
    try site.folder.write("mine", to: "disk/robots.txt")
    let build = try site.folder.build("--quiet", "--output", "disk", "--messages", "en")
    #expect(build.status == 1)
    #expect(build.error.contains("disk/robots.txt: error: ctsite did not make this"))
    #expect(try disk.entries() == ["robots.txt"])
  }

  @Test(arguments: ["disk/public", "disk"])
  func aFullDiskLeavesTheEarlierSite(output: String) throws {
    let disk = try MountedDisk(site.folder.absolute("disk"), kilobytes: 16_000)
    #expect(try site.folder.build("--quiet", "--output", output).status == 0)
    let before = try site.folder.files(below: output)
    try disk.fill(leaving: 40)
    try site.write(4)
    let build = try site.folder.build("--quiet", "--output", output, "--messages", "en")
    #expect(build.status == 3)
    #expect(build.error.contains("No space left on device\n    fix: free some disk space\n"))
    #expect(try site.folder.files(below: output).filter { $0.key != "ballast" } == before)
    try disk.empty()
    #expect(try site.folder.build("--quiet", "--output", output).status == 0)
    #expect(try site.folder.files(below: output) == site.cleanBuild())
  }

  @Test(arguments: ["disk/public", "disk"])
  func aDiskThatCannotBeWrittenLeavesTheEarlierSite(output: String) throws {
    let disk = try MountedDisk(site.folder.absolute("disk"), kilobytes: 16_000)
    #expect(try site.folder.build("--quiet", "--output", output).status == 0)
    let before = try site.folder.files(below: output)
    try disk.makeReadOnly()
    try site.write(4)
    let build = try site.folder.build("--quiet", "--output", output, "--messages", "en")
    #expect(build.status == 3)
    #expect(
      build.error == """
        ctsite: error: cannot write ‘\(site.folder.absolute(output))’: Read-only file system
            fix: give yourself the right to write there, or choose another folder with --output

        """)
    #expect(try site.folder.files(below: output) == before)
  }
}

/// A small file system in memory, which is unmounted with the last reference.
final class MountedDisk: Sendable {
  private let folder: String

  static let isAllowed: Bool = {
    guard let site = try? TemporarySite(), let disk = try? MountedDisk(site.folder, kilobytes: 64)
    else { return false }
    return (try? disk.entries()) == []
  }()

  init(_ folder: String, kilobytes: Int) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    self.folder = folder
    guard mount("tmpfs", folder, "tmpfs", 0, "size=\(kilobytes)k") == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EPERM)
    }
  }

  deinit { umount2(folder, 2) }

  func makeReadOnly() throws {
    let flags = UInt(32 | 1)
    guard mount("tmpfs", folder, "tmpfs", flags, nil) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EPERM)
    }
  }

  func entries() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// Takes all but some kilobytes of the room.
  func fill(leaving kilobytes: Int) throws {
    let file = open(folder + "/ballast", O_WRONLY | O_CREAT, 0o666)
    defer { close(file) }
    let block = [UInt8](repeating: 0, count: 4096)
    var count = 0
    while write(file, block, block.count) == block.count { count += block.count }
    guard ftruncate(file, off_t(count - kilobytes * 1024)) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }

  /// Gives the room back.
  func empty() throws { try FileManager.default.removeItem(atPath: folder + "/ballast") }
}
