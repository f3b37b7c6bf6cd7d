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

    /// The file that answers at the old address, relative to the output folder.
    var filePath: String {
      let relative = String(from.dropFirst())
      let isFile = relative.hasSuffix(".html") || relative.hasSuffix(".htm")
      if relative.isEmpty || relative.hasSuffix("/") { return relative + "index.html" }
      return isFile ? relative : relative + "/index.html"
    }
  }

  let site: Site
  let all: [Redirect]

  init(site: Site) {
    self.site = site
    all = Self.shortLinks(of: site) + Self.aliases(of: site)
  }

  /// `/p/104689/` for each edition; where a language lacks the work, it leads to the original.
  static func shortLinks(of site: Site) -> [Redirect] {
    site.whole.works.flatMap { work -> [Redirect] in
      guard let id = work.work.id, let fallback = work.editions.first else { return [] }
      let original =
        work.editions.first { site.whole.editions[$0].edition.translation == nil } ?? fallback
      let own = work.editions.map { edition in
        let language = site.whole.editions[edition].language
        return Redirect(
          from: "\(site.languages[language].language.path)p/\(id)/",
          to: site.whole.editions[edition].path, language: language)
      }
      let root = "\(site.languages[0].language.path)p/\(id)/"
      guard !own.contains(where: { $0.from == root }) else { return own }
      let target = site.whole.editions[original]
      return own + [Redirect(from: root, to: target.path, language: target.language)]
    }
  }

  private static func aliases(of site: Site) -> [Redirect] {
    site.whole.editions.flatMap { edition in
      edition.edition.aliases.map { redirect(from: $0.path, to: edition) }
    }
  }

  /// The redirect from an alias.
  static func redirect(from alias: String, to edition: SiteEdition) -> Redirect {
    Redirect(from: decoded(alias), to: edition.path, language: edition.language)
  }

  /// An alias without percent escapes, as servers look for its file; as it is where the escapes
  /// hide a delimiter or a step out of the folder.
  private static func decoded(_ alias: String) -> String {
    let plain = alias.percentDecoded
    let isPath =
      !plain.hasPrefix("/_") && !plain.split(separator: "/").contains { $0.hasPrefix(".") }
      && plain.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !"?#%\\".unicodeScalars.contains($0)
      }
    return isPath ? plain : alias
  }

  /// The redirect pages and tables.
  var files: [OutputFile] {
    let sentences = site.languages.map { Sentence(site.whole.strings, in: $0.code) }
    return all.map { page($0, sentences[$0.language]) } + [table, nginxMap]
  }

  private func page(_ redirect: Redirect, _ sentence: Sentence) -> OutputFile {
    let language = site.languages[redirect.language].language
    let target = site.absoluteURL(redirect.to)
    let readable = site.url(redirect.to).percentDecoded
    var html: [UInt8] = []
    html.append("<!DOCTYPE html>\n<html lang=\"\(language.code.tag)\" ")
    html.append("dir=\"\(language.direction.rawValue)\">\n<meta charset=\"utf-8\">\n<title>")
    html.appendEscaped("\(sentence.before)\u{2068}\(readable)\u{2069}\(sentence.after)")
    html.append("</title>\n<meta name=\"robots\" content=\"noindex\">\n")
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.append("<link rel=\"canonical\" href=\"")
    html.appendEscaped(attribute: target)
    html.append("\">\n<meta http-equiv=\"refresh\" content=\"0; url=")
    html.appendEscaped(attribute: target)
    html.append("\">\n<h1>")
    html.appendEscaped(sentence.before)
    html.append("<a href=\"")
    html.appendEscaped(attribute: site.url(redirect.to))
    html.append("\"><bdi dir=\"ltr\">")
    html.appendEscaped(readable)
    html.append("</bdi></a>")
    html.appendEscaped(sentence.after)
    html.append("</h1>\n</html>\n")
    return OutputFile(path: redirect.filePath, content: .bytes(html))
  }

  /// The text of a redirect page, around the new address.
  private struct Sentence {
    let before: String
    let after: String

    init(_ strings: InterfaceTexts, in language: LanguageCode) {
      let mark = "\u{FFFC}"
      let text = strings.text(.redirectText, in: language, ["url": mark]).text
      let place = text.firstRange(of: mark)
      before = place.map { String(text[..<$0.lowerBound]) } ?? text + " "
      after = place.map { String(text[$0.upperBound...]) } ?? ""
    }
  }

  /// `_redirects`, as Netlify and Cloudflare Pages read it.
  private var table: OutputFile {
    var lines = site.whole.works.compactMap(\.work.id).map {
      "\(site.url("/")) p=\($0) \(site.url("\(site.languages[0].language.path)p/\($0)/")) 301"
    }
    lines += all.map { redirect in
      // `*` and `:name` would be patterns.
      let from = site.url(redirect.from).replacing("*", with: "%2A").replacing(":", with: "%3A")
      return "\(from) \(site.url(redirect.to)) 301"
    }
    return OutputFile("_redirects", text: lines.map { $0 + "\n" }.joined())
  }

  /// The body of an nginx `map $request_uri $redirect { include redirects.map; }`.
  private var nginxMap: OutputFile {
    var lines = site.whole.works.compactMap(\.work.id).map {
      "\"\(site.url("/"))?p=\($0)\" \(site.url("\(site.languages[0].language.path)p/\($0)/"));"
    }
    lines += all.map { "\"\(site.url($0.from))\" \(site.url($0.to));" }
    return OutputFile("redirects.map", text: lines.map { $0 + "\n" }.joined())
  }
}
