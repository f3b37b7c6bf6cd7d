import Foundation
import Glibc
import SiteBuild
import SiteDiagnostics
import SiteTestSupport
import Testing

/// What builds keep for the next one.
struct CacheTests {
  @Test func theCacheIsNoPartOfTheSite() async throws {
    let first = try await SmallSite.make().build()
    let files = try first.files()
    #expect(first.site.exists(".ctsite/cache"))
    let second = try await first.site.build()
    #expect(try second.files() == files)
    #expect(second.findings == first.findings)
    try first.site.remove(".ctsite")
    #expect(try await first.site.build().files() == files)
  }

  @Test func aDamagedCacheIsLeftOutWithAWarning() async throws {
    let site = try SmallSite.make()
    let first = try await site.build()
    let files = try first.files()
    let bytes = try Data(contentsOf: URL(filePath: site.absolute(".ctsite/cache")))
    for place in stride(from: 32, to: bytes.count, by: bytes.count / 7) {
      var damaged = [UInt8](bytes)
      damaged[place] ^= 0xFF
      try site.write(damaged, to: ".ctsite/cache")
      let next = try await site.build()
      #expect(try next.files() == files)
    }
    var damaged = [UInt8](bytes)
    damaged[200] ^= 0xFF
    try site.write(damaged, to: ".ctsite/cache")
    #expect(
      try await site.build().findings
        == """
        .ctsite/cache: warning: the cache is damaged, so everything was built anew [damaged-cache]
            fix: nothing, if it happens once; else check the disk

        """ + first.findings)
    #expect(try await site.build().findings == first.findings)
  }

  @Test func theCacheOfAnotherVersionIsLeftOutWithANote() async throws {
    let site = try SmallSite.make()
    let first = try await site.build()
    let files = try first.files()
    try site.write("ctsite cache 0\n", to: ".ctsite/cache")
    let next = try await site.build()
    #expect(
      next.report.diagnostics.map(\.id).filter { $0.contains("cache") }
        == ["cache-of-another-version"])
    #expect(try next.files() == files)
  }

  @Test func aCacheThatAnotherBuildUsesIsLeftAloneWithANote() async throws {
    let site = try SmallSite.make()
    let files = try await site.build().files()
    let cache = URL(filePath: site.absolute(".ctsite/cache"))
    let kept = try Data(contentsOf: cache)
    let lock = open(site.absolute(".ctsite/cache.lock"), O_RDWR)
    defer { close(lock) }
    try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let page = "content/pages/about/en.md"
    try site.write(try site.text(of: page) + "\nAnother paragraph.\n", to: page)
    let next = try await site.build()
    #expect(next.report.diagnostics.map(\.id).filter { $0.contains("cache") } == ["cache-in-use"])
    #expect(try next.files() != files)
    #expect(try Data(contentsOf: cache) == kept)
  }

  @Test func aSiteThatMayNotBeWrittenToIsBuiltAllTheSame() async throws {
    let site = try SmallSite.make()
    try site.write("", to: ".ctsite")
    let built = try await site.build()
    #expect(
      built.report.diagnostics.map(\.id).filter { $0.contains("cache") } == ["cache-not-kept"])
    #expect(built.exists("index.html"))
  }
}
