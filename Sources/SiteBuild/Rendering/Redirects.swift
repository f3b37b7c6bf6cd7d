import SiteHTML
import SiteModel
import SiteText

/// Old and short addresses of works and where they lead.
///
/// Each is a small page, which any static host can serve, and a line in the redirect tables that
/// Netlify, Cloudflare and nginx read.
struct Redirects: Sendable {
  /// An address and where it leads, both from the site's root.
  struct Redirect: Sendable {
    let from: String
    let to: String
    let language: Int
  }

  let site: Site
  let all: [Redirect]

  init(site: Site) {
    self.site = site
    all = Self.shortLinks(of: site) + Self.aliases(of: site)
  }

  /// `/p/104689/` for each edition; where a language lacks the work, it leads to the original.
  private static func shortLinks(of site: Site) -> [Redirect] {
    site.works.flatMap { work -> [Redirect] in
      guard let id = work.work.id, let fallback = work.editions.first else { return [] }
      let original =
        work.editions.first { site.editions[$0].edition.translation == nil } ?? fallback
      let own = work.editions.map { edition in
        let language = site.editions[edition].language
        return Redirect(
          from: "\(site.languages[language].language.path)p/\(id)/",
          to: site.editions[edition].path, language: language)
      }
      let root = "\(site.languages[0].language.path)p/\(id)/"
      guard !own.contains(where: { $0.from == root }) else { return own }
      let target = site.editions[original]
      return own + [Redirect(from: root, to: target.path, language: target.language)]
    }
  }

  private static func aliases(of site: Site) -> [Redirect] {
    site.editions.flatMap { edition in
      edition.edition.aliases.map {
        Redirect(from: $0, to: edition.path, language: edition.language)
      }
    }
  }

  /// The redirect pages and tables.
  var files: [OutputFile] {
    all.map(page) + [table, nginxMap]
  }

  private func page(_ redirect: Redirect) -> OutputFile {
    let language = site.languages[redirect.language].language
    let target = site.absoluteURL(redirect.to)
    let text = site.strings.text(.redirectText, in: language.code).text
    var html: [UInt8] = []
    html.append("<!DOCTYPE html>\n<html lang=\"\(language.code.tag)\" ")
    html.append("dir=\"\(language.direction.rawValue)\">\n<meta charset=\"utf-8\">\n<title>")
    html.appendEscaped(text)
    html.append("</title>\n<meta name=\"robots\" content=\"noindex\">\n")
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.append("<link rel=\"canonical\" href=\"")
    html.appendEscaped(attribute: target)
    html.append("\">\n<meta http-equiv=\"refresh\" content=\"0; url=")
    html.appendEscaped(attribute: target)
    html.append("\">\n<h1>")
    html.appendEscaped(text)
    html.append("</h1>\n<p><a href=\"")
    html.appendEscaped(attribute: site.url(redirect.to))
    html.append("\"><bdi dir=\"ltr\">")
    html.appendEscaped(target)
    html.append("</bdi></a></p>\n</html>\n")
    return OutputFile(path: filePath(redirect.from), content: .bytes(html))
  }

  private func filePath(_ address: String) -> String {
    let relative = String(address.dropFirst())
    let isFile = relative.split(separator: "/").last?.contains(".") ?? false
    if isFile, !relative.hasSuffix("/") { return relative }
    return relative.hasSuffix("/") || relative.isEmpty
      ? relative + "index.html" : relative + "/index.html"
  }

  /// `_redirects`, as Netlify and Cloudflare Pages read it.
  private var table: OutputFile {
    var lines = site.works.compactMap(\.work.id).map {
      "\(site.url("/")) p=\($0) \(site.url("\(site.languages[0].language.path)p/\($0)/")) 301"
    }
    lines += all.map { "\(site.url($0.from)) \(site.url($0.to)) 301" }
    return OutputFile("_redirects", text: lines.map { $0 + "\n" }.joined())
  }

  /// The body of an nginx `map $request_uri $redirect { include redirects.map; }`.
  private var nginxMap: OutputFile {
    var lines = site.works.compactMap(\.work.id).map {
      "\(site.url("/"))?p=\($0) \(site.url("\(site.languages[0].language.path)p/\($0)/"));"
    }
    lines += all.map { "\(site.url($0.from)) \(site.url($0.to));" }
    return OutputFile("redirects.map", text: lines.map { $0 + "\n" }.joined())
  }
}
