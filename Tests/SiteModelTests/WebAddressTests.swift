import SiteModel
import Testing

/// Addresses that editors and the command line give.
struct WebAddressTests {
  @Test(arguments: [
    "https://example.org", "HTTP://example.org:8080/a/", "https://مثال.إختبار/مسار/",
    "http://[::1]:80/", "https://example.org/a?b=c#d",
  ])
  func anAddressNamesAHost(address: String) {
    #expect(address.isWebAddress)
  }

  @Test(arguments: [
    "", "example.org", "http://", "https:///x", "https://:80/", "https://.org/", "ftp://x.org/",
    "https://a b.org/", "https://user:p@x.org/", "https://x.org:http/", "https://x.org:99999/",
    "https://x.org/\n", "https://x.org/\u{0}", "https://x.org/\u{7F}", "https://x.org/\u{202E}a",
    "https://x.org/\u{A0}", "https://x.org/\"", "https://x.org\\y/",
  ])
  func whatIsNoAddressIsRefused(address: String) {
    #expect(!address.isWebAddress)
    #expect(address.siteAddress == nil)
  }

  @Test func theAddressOfASiteEndsInASlashAndHasNoQuery() {
    #expect("https://example.org/a".siteAddress == "https://example.org/a/")
    #expect("https://example.org/".siteAddress == "https://example.org/")
    #expect("https://example.org/?a".siteAddress == nil)
    #expect("https://example.org/#a".siteAddress == nil)
  }
}
