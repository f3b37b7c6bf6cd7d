import SiteCache
import SiteDigest
import Testing

@Suite struct CacheLogTests {
  private static let writer = Fingerprint(of: Array("writer".utf8))
  private static let works = CacheLog.Kind(rawValue: 1)
  private static let pages = CacheLog.Kind(rawValue: 2)

  /// A file as `CacheLog` wants it written.
  private struct File {
    var bytes: [UInt8] = []

    mutating func apply(_ changes: [CacheLog.Change]) {
      let log = log
      let target = log.target(of: changes)
      if case .append(let end) = target { bytes.removeSubrange(end...) } else { bytes = [] }
      log.write(changes, to: target) { bytes += $0 }
    }

    var log: CacheLog { CacheLog(bytes, writer: CacheLogTests.writer) }
  }

  private func text(_ log: CacheLog, _ kind: CacheLog.Kind, _ name: String) -> String? {
    log.value(kind, name).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func keepsValuesByKindAndName() {
    var file = File()
    #expect(file.log.condition == .empty)
    file.apply([
      .keep(Self.works, "أ", Array("one".utf8)), .keep(Self.pages, "أ", Array("two".utf8)),
      .keep(Self.works, "b", []),
    ])
    let log = file.log
    #expect(text(log, Self.works, "أ") == "one")
    #expect(text(log, Self.pages, "أ") == "two")
    #expect(text(log, Self.works, "b") == "")
    #expect(text(log, Self.works, "c") == nil)
    #expect(log.names(Self.works).sorted() == ["b", "أ"])
    #expect(file.log.condition == .restored)
  }

  @Test func laterChangesReplaceEarlierOnes() {
    var file = File()
    file.apply([.keep(Self.works, "a", [1]), .keep(Self.works, "b", [2])])
    file.apply([.keep(Self.works, "a", [3]), .forget(Self.works, "b")])
    let log = file.log
    #expect(log.value(Self.works, "a").map(Array.init) == [3])
    #expect(log.value(Self.works, "b") == nil)
    #expect(Array(log.names(Self.works)) == ["a"])
  }

  @Test func aBuildThatDidNotFinishLeavesNothing() {
    var file = File()
    file.apply([.keep(Self.works, "a", [1])])
    let finished = file.bytes.count
    file.apply([.keep(Self.works, "a", [2]), .keep(Self.works, "b", [2])])
    for length in finished..<file.bytes.count {
      let cut = CacheLog(Array(file.bytes[..<length]), writer: Self.writer)
      #expect(cut.value(Self.works, "a").map(Array.init) == [1])
      #expect(cut.value(Self.works, "b") == nil)
      #expect(cut.condition == .restored)
    }
    var cut = File(bytes: Array(file.bytes[..<(file.bytes.count - 1)]))
    cut.apply([.keep(Self.works, "c", [3])])
    #expect(cut.log.names(Self.works).sorted() == ["a", "c"])
  }

  @Test func damageIsNoticedWhereverItIs() {
    var file = File()
    file.apply([.keep(Self.works, "a", Array("some value".utf8)), .keep(Self.works, "b", [2])])
    for index in file.bytes.indices {
      var bytes = file.bytes
      bytes[index] ^= 0x40
      let damaged = CacheLog(bytes, writer: Self.writer)
      #expect(damaged.value(Self.works, "a") == nil, "byte \(index)")
      #expect(damaged.value(Self.works, "b") == nil, "byte \(index)")
    }
  }

  @Test func theCacheOfAnotherWriterIsLeftOut() {
    var file = File()
    file.apply([.keep(Self.works, "a", [1])])
    let other = CacheLog(file.bytes, writer: Fingerprint(of: [1]))
    #expect(other.condition == .foreign)
    #expect(other.value(Self.works, "a") == nil)
    #expect(CacheLog(Array("something else".utf8), writer: Self.writer).condition == .foreign)
  }

  @Test func theFileDoesNotGrowForEver() {
    var file = File()
    let value = [UInt8](repeating: 7, count: 400_000)
    for round in 0..<20 {
      file.apply([.keep(Self.works, "a", value), .keep(Self.works, "b", [UInt8(round)])])
      #expect(file.bytes.count < 2_500_000)
      #expect(file.log.value(Self.works, "b").map(Array.init) == [UInt8(round)])
      #expect(file.log.value(Self.works, "a")?.count == value.count)
    }
  }
}
