import SiteModel
import SiteTemplate
import SiteText

/// Records about the site as a whole.
enum SiteRecords {
  static let language: RecordType<Language> = RecordType(
    "language", "One of the site's languages.",
    fields: [
      Field("code", .text, "Its BCP 47 tag: `ar`.") { .text($0.code.tag, in: .english) },
      Field("name", .text, "Its own name for itself: العربية.") { .text($0.name, in: $0.code) },
      Field("dir", .text, "`rtl` or `ltr`.") { .text($0.direction.rawValue, in: .english) },
      Field("locale", .text, "Its locale as OpenGraph writes it: `ar_IQ`.") {
        let underscored = $0.locale.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
        return .text(String(decoding: underscored, as: UTF8.self), in: .english)
      },
      Field("digits", .text, "The digits of its numbers: `latn` or `arab`.") {
        .text($0.digits.rawValue, in: .english)
      },
    ])

  static let menuItem: RecordType<MenuItemRoot> = RecordType(
    "menu_item", "An entry of a menu of `site.yaml`.",
    fields: [
      Field("label", .text, "Its text.") { .text($0.label) },
      Field("url", .url, "Where it leads, in the page's language where that exists.") {
        .url($0.url)
      },
      Field("path", .text, "Its address from the site's root, to compare with `page.path`.") {
        .text($0.path, in: .english)
      },
    ])

  static let site: RecordType<SiteRoot> = RecordType(
    "site", "The site, as a page in one language sees it.",
    fields: [
      Field("title", .text, "From `site.yaml`.") { .text($0.title) },
      Field("description", .text, "From `site.yaml`.") { .text($0.description) },
      Field("language", .record("language"), "The page's language.") {
        .record(language.record($0.siteLanguage.language))
      },
      Field("languages", .list(.record("language")), "Every language of the site.") {
        .list($0.site.languages.map { .record(language.record($0.language)) })
      },
      Field("home_url", .url, "The front page in this language.") { .url($0.url("")) },
      Field("origin", .url, "The scheme and host of the site's addresses, without a slash.") {
        .url(String($0.site.configuration.url.dropLast($0.site.configuration.basePath.count)))
      },
      Field("search_url", .url, "The search page in this language.") { .url($0.url("search/")) },
      Field("search_module_url", .url, "The script that searches the site's index.") {
        .url($0.site.url("/search/ctsite-search.js"))
      },
      Field(
        "month_names", .list(.text),
        "The names of the months in dates, where the language's settings choose them."
      ) { root in
        let names = root.siteLanguage.formatter.monthNames ?? []
        return .list(names.map { .text($0, in: root.siteLanguage.code) })
      },
      Field("articles_url", .url, "The index of all articles.") { .url($0.url("articles/")) },
      Field("topics_url", .url, "The index of topics.") { .url($0.url("topics/")) },
      Field("feed_url", .url, "The Atom feed of this language.") { .url($0.url("feed.xml")) },
      Field("json_feed_url", .url, "The JSON Feed of this language.") { .url($0.url("feed.json")) },
      Field("main_menu", .list(.record("menu_item")), "The menu `main` of `site.yaml`.") {
        .list($0.menu("main"))
      },
      Field("footer_menu", .list(.record("menu_item")), "The menu `footer` of `site.yaml`.") {
        .list($0.menu("footer"))
      },
      Field("topics", .list(.record("term")), "The topics that have works in this language.") {
        TermRecords.list($0.site, $0.site.terms(of: .topics, in: $0.language))
      },
      Field("series", .list(.record("term")), "The series that have works in this language.") {
        TermRecords.list($0.site, $0.site.terms(of: .series, in: $0.language))
      },
      Field("types", .list(.record("term")), "The types that have works in this language.") {
        TermRecords.list($0.site, $0.site.terms(of: .types, in: $0.language))
      },
      Field(
        "years", .list(.record("term")), "The years that have works in this language, newest first."
      ) {
        TermRecords.list($0.site, $0.site.terms(of: .years, in: $0.language))
      },
      Field("year", .number, "The year that counts as the present one, for the copyright line.") {
        .number($0.site.clock.year)
      },
      Field("license", .optional(.text), "The licence of `site.yaml`.") {
        $0.site.configuration.license.map { .text($0, in: .english) } ?? .absent
      },
      Field("license_url", .optional(.url), "The text of a Creative Commons licence.") {
        $0.site.configuration.license.flatMap(License.url(of:)).map { .url($0) } ?? .absent
      },
      Field(
        "content_security_policy", .text, "What pages may load, for a `meta` element."
      ) {
        .text(ContentSecurityPolicy.meta(for: $0.site.configuration), in: .english)
      },
      Field("newsletter_url", .optional(.url), "Where a newsletter's form is sent.") {
        $0.site.configuration.services.newsletter.map { .url($0) } ?? .absent
      },
      Field("comments_url", .optional(.url), "The server of comments, for a script.") {
        $0.site.configuration.services.comments.map { .url($0) } ?? .absent
      },
      Field("polls_url", .optional(.url), "Where a poll's form is sent.") {
        $0.site.configuration.services.polls.map { .url($0) } ?? .absent
      },
    ])
}

/// An entry of a menu in one language.
struct MenuItemRoot: Sendable {
  fileprivate let root: SiteRoot
  fileprivate let item: SiteConfiguration.MenuItem

  var label: LocalizedText { root.localized(item.label) }
  var url: String { root.site.url(path) }
  var path: String { root.site.counterpart(ofPath: item.url, in: root.language) }

  /// Whether there is no page to lead to, since it is held back.
  fileprivate var isHeld: Bool {
    root.site.isHeld(menuEntry: item.url)
      && root.site.subject(atPath: Destination(path).path) == nil
  }
}

extension SiteRoot {
  var title: LocalizedText { localized(site.configuration.title) }
  var description: LocalizedText { localized(site.configuration.description) }

  /// The URL of a path below the language's own folder, from the host's root.
  func url(_ path: String) -> String {
    site.url(siteLanguage.language.path + path)
  }

  fileprivate func localized(_ text: Localized) -> LocalizedText {
    text.best(for: siteLanguage.code) ?? LocalizedText("", in: siteLanguage.code)
  }

  fileprivate func menu(_ name: String) -> [TemplateValue] {
    (site.configuration.menus[name] ?? []).map { MenuItemRoot(root: self, item: $0) }
      .filter { !$0.isHeld }.map { .record(SiteRecords.menuItem.record($0)) }
  }
}

extension TemplateValue {
  /// A text and its language.
  static func text(_ text: String, in language: LanguageCode) -> TemplateValue {
    .text(LocalizedText(text, in: language))
  }

  /// A text in a language, or nothing.
  static func text(_ text: String?, in language: LanguageCode) -> TemplateValue {
    text.map { .text(LocalizedText($0, in: language)) } ?? .absent
  }

  /// A text, or nothing.
  static func text(_ text: LocalizedText?) -> TemplateValue {
    text.map { .text($0) } ?? .absent
  }

  /// A date, or nothing.
  static func date(_ date: Timestamp?) -> TemplateValue {
    date.map { .date($0) } ?? .absent
  }
}
