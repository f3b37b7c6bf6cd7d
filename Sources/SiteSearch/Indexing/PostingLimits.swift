/// How many documents of a common term are kept: those that it says most about.
///
/// A query for common words must not cost more with every document of the site, and the tail of
/// such a list only has documents that say the word in passing.
struct PostingLimits: Sendable {
  /// Queries that have other words do not ask for stop words.
  static let stopWords = PostingLimits(all: 128, most: 128)
  /// Collections below this many postings are small enough for all of them.
  private static let manyPostings = 2_000_000

  /// As many are kept as they are, and one in eight of the others.
  private let all: Int
  private let most: Int

  private init(all: Int, most: Int) {
    self.all = all
    self.most = most
  }

  init(postings: Int) {
    self = postings > Self.manyPostings ? Self(all: 112, most: 1024) : Self(all: 4096, most: 4096)
  }

  func kept(of documents: Int) -> Int {
    documents > all ? min(most, all + (documents - all) / 8) : documents
  }
}
