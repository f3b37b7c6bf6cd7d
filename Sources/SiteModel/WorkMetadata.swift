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
    /// The file of the picture.
    public let asset: Asset
    /// What it shows, for those who cannot see it.
    public let alt: String
    /// What stands below it.
    public let caption: String?
    /// Who made it.
    public let credit: String?
    /// The language of the alternative text, the caption and the credit.
    public let language: LanguageCode

    /// Makes a picture of its file and the words about it.
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
    /// The publisher or the journal.
    public let name: String
    /// The address of the text there.
    public let url: String?

    /// Makes a source of its name and address.
    public init(name: String, url: String?) {
      self.name = name
      self.url = url
    }
  }

  /// Its kind; `study` where nothing is said.
  public var type: WorkType
  /// Where it stands on its way to readers.
  public var status: WorkStatus
  /// Absent only on pages.
  public var date: Timestamp?
  /// When it was last changed; never before `date`.
  public var updated: Timestamp?
  /// From when on it is no longer shown; always after `date`.
  public var expires: Timestamp?
  /// Keys of the registry of authors, in the order of the byline.
  public var authors: [String]
  /// Keys of the registry of authors.
  public var translators: [String]
  /// Keys of the registry of authors.
  public var editors: [String]
  /// Keys of the registry of authors.
  public var reviewers: [String]
  /// Keys of the registries of the same names.
  public var topics: [String]
  /// Keys of `regions.yaml`.
  public var regions: [String]
  /// A key of `series.yaml`.
  public var series: String?
  /// The DOI without an address: `10.1234/border.2024`.
  public var doi: String?
  /// The ISSN with its hyphen; its check digit is right.
  public var issn: String?
  /// The ISBN as it was written; its check digit is right.
  public var isbn: String?
  /// The volume of the journal it appeared in.
  public var volume: String?
  /// The issue of that volume.
  public var issue: String?
  /// The pages it appeared on: `11-29`.
  public var pages: String?
  /// Its number in a numbered series of publications.
  public var number: String?
  /// The same text as a PDF file.
  public var pdf: Asset?
  /// The picture that stands for it.
  public var image: Image?
  /// Folders of the works that the editor named as related.
  public var related: [String]
  /// Where it was published first, when that was elsewhere.
  public var source: Source?
  /// Its licence: `CC BY 4.0`; nil means the site's.
  public var license: String?

  /// Makes the metadata of an edition.
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
