import SiteText

/// The kind of a work, which decides its metadata and its place in the indexes.
public enum WorkType: String, Sendable, Hashable, CaseIterable {
  case study
  case paper
  case report
  case brief
  case commentary
  case news
  case interview
  case review
  case dossier
  case poll
  case appearance
}

/// Where a work stands on its way to readers.
public enum WorkStatus: String, Sendable, Hashable, CaseIterable {
  case draft
  case review
  case approved
  case published
  /// Withdrawn: the page stays, with a notice.
  case retracted
}

/// The fields of the front matter that do not depend on the language.
public struct WorkMetadata: Sendable, Hashable {
  /// An image that stands for the work.
  public struct Image: Sendable, Hashable {
    public let asset: Asset
    public let alt: String
    public let caption: String?
    public let credit: String?
    /// The language of the alternative text, the caption and the credit.
    public let language: LanguageCode

    public init(
      asset: Asset, alt: String, caption: String?, credit: String?, language: LanguageCode
    ) {
      self.asset = asset
      self.alt = alt
      self.caption = caption
      self.credit = credit
      self.language = language
    }
  }

  /// Where a syndicated text was first published.
  public struct Source: Sendable, Hashable {
    public let name: String
    public let url: String?

    public init(name: String, url: String?) {
      self.name = name
      self.url = url
    }
  }

  public var type: WorkType
  public var status: WorkStatus
  /// Absent only on pages.
  public var date: Timestamp?
  public var updated: Timestamp?
  public var expires: Timestamp?
  /// Keys of the registry of authors, in the order of the byline.
  public var authors: [String]
  public var translators: [String]
  public var editors: [String]
  public var reviewers: [String]
  /// Keys of the registries of the same names.
  public var topics: [String]
  public var regions: [String]
  public var series: String?
  public var doi: String?
  public var issn: String?
  public var isbn: String?
  public var volume: String?
  public var issue: String?
  public var pages: String?
  public var number: String?
  public var pdf: Asset?
  public var image: Image?
  /// Folders of the works that the editor named as related.
  public var related: [String]
  public var source: Source?
  public var license: String?

  public init(
    type: WorkType = .study, status: WorkStatus = .published, date: Timestamp? = nil,
    updated: Timestamp? = nil, expires: Timestamp? = nil, authors: [String] = [],
    translators: [String] = [], editors: [String] = [], reviewers: [String] = [],
    topics: [String] = [], regions: [String] = [], series: String? = nil, doi: String? = nil,
    issn: String? = nil, isbn: String? = nil, volume: String? = nil, issue: String? = nil,
    pages: String? = nil, number: String? = nil, pdf: Asset? = nil, image: Image? = nil,
    related: [String] = [], source: Source? = nil, license: String? = nil
  ) {
    self.type = type
    self.status = status
    self.date = date
    self.updated = updated
    self.expires = expires
    self.authors = authors
    self.translators = translators
    self.editors = editors
    self.reviewers = reviewers
    self.topics = topics
    self.regions = regions
    self.series = series
    self.doi = doi
    self.issn = issn
    self.isbn = isbn
    self.volume = volume
    self.issue = issue
    self.pages = pages
    self.number = number
    self.pdf = pdf
    self.image = image
    self.related = related
    self.source = source
    self.license = license
  }
}
