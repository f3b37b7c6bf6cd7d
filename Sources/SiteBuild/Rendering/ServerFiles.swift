import SiteModel
import SiteText

/// Files for crawlers and for the server: `robots.txt`, `llms.txt`, `_headers`.
enum ServerFiles {
  /// The names of all files that lie at the site's root beside its pages.
  static let names = [
    "robots.txt", "llms.txt", "_headers", "_redirects", "redirects.map", "sitemap.xml",
  ]

  static func files(for site: Site) -> [OutputFile] {
    [robots(site), llms(site), headers(site)]
  }

  private static func robots(_ site: Site) -> OutputFile {
    let search = site.languages.map { "Disallow: \(site.url($0.language.path + "search/"))?\n" }
    return OutputFile(
      "robots.txt",
      text: "User-agent: *\n\(search.joined())\nSitemap: \(site.absoluteURL("/sitemap.xml"))\n")
  }

  /// The site for language models, in the form that llmstxt.org describes.
  private static func llms(_ site: Site) -> OutputFile {
    let root = SiteRoot(site: site, language: 0)
    var text = "# \(root.title.text.asMarkdown)\n\n> \(root.description.text.asMarkdown)\n"
    for (index, language) in site.languages.enumerated() {
      text += "\n## \(language.language.name)\n\n"
      text += "- [\(SiteRoot(site: site, language: index).title.text.asMarkdown)]"
      text += "(\(site.absoluteURL(language.language.path)))\n"
      for edition in site.articles(in: index).prefix(Feed.length) {
        let value = site[edition: edition]
        let summary = value.summary.map { ": " + $0.asMarkdown } ?? ""
        text += "- [\(value.edition.title.asMarkdown)]"
        text += "(\(site.absoluteURL(value.path)))\(summary)\n"
      }
      for topic in site.terms(of: .topics, in: index) {
        text += "- [\(site[term: topic].name.text.asMarkdown)]"
        text += "(\(site.absoluteURL(site[term: topic].path)))\n"
      }
    }
    return OutputFile("llms.txt", text: text)
  }

  /// `_headers`, as Netlify and Cloudflare Pages read it. Files whose addresses change with
  /// their content may be kept for ever.
  private static func headers(_ site: Site) -> OutputFile {
    let policy = ContentSecurityPolicy.header(for: site.configuration)
    let base = site.url("/")
    return OutputFile(
      "_headers",
      text: """
        \(base)*
          Content-Security-Policy: \(policy)
          X-Content-Type-Options: nosniff
          Referrer-Policy: strict-origin-when-cross-origin
          Permissions-Policy: camera=(), geolocation=(), microphone=()
        \(base)assets/*
          Cache-Control: public, max-age=31536000, immutable
        \(base)media/*
          Cache-Control: public, max-age=31536000, immutable
        \(base)search/terms/*
          Cache-Control: public, max-age=31536000, immutable
        \(base)search/texts/*
          Cache-Control: public, max-age=31536000, immutable
        \(base)search/facets/*
          Cache-Control: public, max-age=31536000, immutable

        """)
  }
}

/// The policy that every page keeps: nothing inline, nothing from elsewhere (CSP Level 3).
enum ContentSecurityPolicy {
  /// For the HTTP header.
  static func header(for configuration: SiteConfiguration) -> String {
    meta(for: configuration) + "; frame-ancestors 'none'"
  }

  /// For a `meta` element, where `frame-ancestors` may not stand.
  static func meta(for configuration: SiteConfiguration) -> String {
    let forms = [configuration.services.newsletter, configuration.services.polls]
      .compactMap { $0.flatMap(origin(of:)) }
    let connections = configuration.services.comments.flatMap(origin(of:)).map { [$0] } ?? []
    return [
      "default-src 'none'", "style-src 'self'", "font-src 'self'", "img-src 'self'",
      "media-src 'self'", "script-src 'self'",
      (["connect-src 'self'"] + connections).joined(separator: " "),
      (["form-action 'self'"] + forms).joined(separator: " "), "base-uri 'none'",
    ].joined(separator: "; ")
  }

  private static func origin(of url: String) -> String? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return String(url[..<scheme.upperBound] + host)
  }
}

extension String {
  /// The text on one line, without what Markdown would take for markup.
  fileprivate var asMarkdown: String {
    var text = ""
    for word in split(whereSeparator: \.isWhitespace) {
      if !text.isEmpty { text += " " }
      for character in word {
        if "\\[]`*_<".contains(character) { text += "\\" }
        text.append(character)
      }
    }
    return text
  }
}
