import SiteDiagnostics
import SiteText

/// What `site.yaml` says about the whole site.
public struct SiteConfiguration: Sendable, Hashable {
  /// An entry of a menu.
  public struct MenuItem: Sendable, Hashable {
    /// An absolute URL, or a path of the site in its first language: `/about/`.
    public let url: String
    /// What the entry says.
    public let label: Localized
    /// Where the address is stated.
    public let location: SourceLocation

    /// Makes an entry of a menu.
    public init(url: String, label: Localized, location: SourceLocation) {
      self.url = url
      self.label = label
      self.location = location
    }
  }

  /// Outside services that receive plain forms or links; a service that is not set up is left out
  /// of the pages.
  public struct Services: Sendable, Hashable {
    /// Where the newsletter's sign-up form is sent.
    public let newsletter: String?
    /// The base URL of an Isso server for comments.
    public let comments: String?
    /// Where votes are sent.
    public let polls: String?

    /// Names the services that there are.
    public init(newsletter: String? = nil, comments: String? = nil, polls: String? = nil) {
      self.newsletter = newsletter
      self.comments = comments
      self.polls = polls
    }
  }

  /// The name of the site.
  public let title: Localized
  /// What the site is, for search engines and feeds.
  public let description: Localized
  /// The address of the site's root, absolute, with a slash at its end.
  public var url: String
  /// Where the clocks are that dates are read from and shown by.
  public let timeZone: SiteTimeZone
  /// At least one; the first is the language of `x-default` and of addresses without a language.
  public let languages: [Language]
  /// Menus by name: `main`, `footer`.
  public let menus: [String: [MenuItem]]
  /// Entries on one page of an index.
  public let pageSize: Int
  /// Whether texts may hold HTML.
  public let allowsRawHTML: Bool
  /// How slugs may be written.
  public let slugPolicy: Slug.Policy
  /// The licence of works that state none: `CC BY 4.0`.
  public let license: String?
  /// Outside services that pages link to.
  public let services: Services
  /// Whether each article gets a picture of its title, for where its address is shared.
  public let drawsSocialCards: Bool

  /// Makes the configuration of a site.
  public init(
    title: Localized, description: Localized, url: String, timeZone: SiteTimeZone,
    languages: [Language], menus: [String: [MenuItem]] = [:], pageSize: Int = 20,
    allowsRawHTML: Bool = false, slugPolicy: Slug.Policy = .unicode, license: String? = nil,
    services: Services = Services(), drawsSocialCards: Bool = false
  ) {
    self.title = title
    self.description = description
    self.url = url
    self.timeZone = timeZone
    self.languages = languages
    self.menus = menus
    self.pageSize = pageSize
    self.allowsRawHTML = allowsRawHTML
    self.slugPolicy = slugPolicy
    self.license = license
    self.services = services
    self.drawsSocialCards = drawsSocialCards
  }

  /// The path under which the site lies on its host, with a slash at both ends: `/`, `/portal/`.
  public var basePath: String {
    guard let host = url.range(afterFirst: "://"), let slash = host.firstIndex(of: "/") else {
      return "/"
    }
    return String(host[slash...])
  }

  /// The language that `code` names, if the site has it.
  public func language(_ code: LanguageCode) -> Language? {
    languages.first { $0.code == code }
  }
}

extension String {
  fileprivate func range(afterFirst separator: String) -> Substring? {
    firstRange(of: separator).map { self[$0.upperBound...] }
  }
}
