import SiteText

/// An entry of a controlled vocabulary: a topic, a region, a series, or a tag with names.
public struct RegistryEntry: Sendable, Hashable {
  /// What front matter names it by; it never changes.
  public let key: String
  /// Its name as pages show it.
  public let name: Localized
  /// A sentence or two for its index page.
  public let description: Localized
  /// The slug in each language that sets one; elsewhere the key is the slug.
  public let slug: Localized
  /// The key of the entry above this one.
  public let parent: String?
  /// Other spellings that mean this entry; only tags have them.
  public let aliases: [String]

  /// Makes a term of its key and its names.
  public init(
    key: String, name: Localized, description: Localized = Localized([]),
    slug: Localized = Localized([]), parent: String? = nil, aliases: [String] = []
  ) {
    self.key = key
    self.name = name
    self.description = description
    self.slug = slug
    self.parent = parent
    self.aliases = aliases
  }
}

/// A person of `authors.yaml`, or a body that signs works.
public struct Person: Sendable, Hashable {
  /// What front matter names it by; it never changes.
  public let key: String
  /// Its name as pages show it.
  public let name: Localized
  /// The given name, for citations that order names by family.
  public let given: Localized
  /// The family name, for such citations.
  public let family: Localized
  /// A title that is shown before the name and never taken into citations: الباحثة، Dr.
  public let honorific: Localized
  /// What they do at the centre.
  public let role: Localized
  /// Sixteen digits in four groups, checked.
  public let orcid: String?
  /// Where they work.
  public let affiliation: Localized
  /// A few sentences about them.
  public let bio: Localized
  /// Their photograph.
  public let photo: Asset?
  /// The slug in each language that sets one; elsewhere the key is the slug.
  public let slug: Localized

  /// Makes a person of their key and their names.
  public init(
    key: String, name: Localized, given: Localized = Localized([]),
    family: Localized = Localized([]), honorific: Localized = Localized([]),
    role: Localized = Localized([]), orcid: String? = nil,
    affiliation: Localized = Localized([]), bio: Localized = Localized([]), photo: Asset? = nil,
    slug: Localized = Localized([])
  ) {
    self.key = key
    self.name = name
    self.given = given
    self.family = family
    self.honorific = honorific
    self.role = role
    self.orcid = orcid
    self.affiliation = affiliation
    self.bio = bio
    self.photo = photo
    self.slug = slug
  }
}

/// A file of the content folder that is published as it is.
public struct Asset: Sendable, Hashable {
  /// Relative to the site's folder: `content/articles/iraq-families/camp.jpg`.
  public let path: String

  /// Names a file.
  public init(path: String) {
    self.path = path
  }
}

/// A term of `glossary.yaml`.
public struct GlossaryEntry: Sendable, Hashable {
  /// What front matter names it by; it never changes.
  public let key: String
  /// The spelling that the house prefers.
  public let preferred: Localized
  /// Other spellings, which search treats as the same word.
  public let variants: [String]
  /// Whether the term must come through a translation letter by letter.
  public let isProtected: Bool

  /// Makes an entry of its spellings.
  public init(key: String, preferred: Localized, variants: [String], isProtected: Bool) {
    self.key = key
    self.preferred = preferred
    self.variants = variants
    self.isProtected = isProtected
  }
}

/// The controlled vocabularies of a site, each in the order of its file.
public struct Registries: Sendable, Hashable {
  /// `topics.yaml`; entries may have parents.
  public let topics: [RegistryEntry]
  /// `regions.yaml`; entries may have parents.
  public let regions: [RegistryEntry]
  /// `series.yaml`.
  public let series: [RegistryEntry]
  /// `tags.yaml`: tags with names in several languages or several spellings.
  public let tags: [RegistryEntry]
  /// `authors.yaml`.
  public let authors: [Person]
  /// `glossary.yaml`.
  public let glossary: [GlossaryEntry]

  /// Makes the registries of a site.
  public init(
    topics: [RegistryEntry] = [], regions: [RegistryEntry] = [], series: [RegistryEntry] = [],
    tags: [RegistryEntry] = [], authors: [Person] = [], glossary: [GlossaryEntry] = []
  ) {
    self.topics = topics
    self.regions = regions
    self.series = series
    self.tags = tags
    self.authors = authors
    self.glossary = glossary
  }
}
