import SiteDiagnostics
import SiteDigest
import SiteModel
import SiteText
import Synchronization

extension BuildReport {
  /// Why a file of the site was made anew, or was not.
  public struct Explanation: Sendable, Hashable {
    public let verdict: Wording
    /// What changed, one thing a line.
    public let changes: [Wording]
  }
}

/// Finds out about one file why it is made anew.
final class Explainer: Sendable {
  private let path: String
  private let found = Mutex<BuildReport.Explanation?>(nil)

  /// - Parameter name: the address of a page, with the site's or without; a file's path in the
  ///   output folder; or the text that a page is made of.
  init(_ name: String, in site: WholeSite) {
    let page = site.editions.first { $0.edition.path == name }?.path
    let address = page ?? OwnAddress(site.configuration.url).path(of: name) ?? name
    let relative = address.drop { $0 == "/" }
    path = relative.isEmpty || relative.hasSuffix("/") ? relative + "index.html" : String(relative)
  }

  /// Takes note of a file that is made only when something it depends on changed.
  ///
  /// - Parameter known: what the last build knew of it, where it stands as that build left it.
  func note(
    _ path: String, _ known: OutputRecord?, recipe: Fingerprint?,
    _ dependencies: PageDependencies, _ site: WholeSite
  ) {
    guard path == self.path else { return }
    let explanation = explanation(known?.origin, recipe, dependencies, site)
    found.withLock { $0 = explanation }
  }

  /// What was found out, when all files are there.
  ///
  /// - Parameters:
  ///   - paths: the files of the site.
  func explanation(paths: [String]) -> BuildReport.Explanation {
    if let found = found.withLock({ $0 }) { return found }
    guard paths.contains(path) else {
      return .init(
        verdict: Wording(
          en: "‘\(path)’ is not a file of the site: name the address of a page, its file in the "
            + "output folder or a published text, such as content/articles/iraq-families/en.md",
          ar: "«\(path)» ليس من ملفات الموقع: اذكر عنوان صفحة أو ملفها في مجلد الإخراج أو نصًّا "
            + "منشورًا، مثل content/articles/iraq-families/ar.md"),
        changes: [])
    }
    return .init(
      verdict: Wording(
        en: "‘\(path)’ is made in every build, and written where it differs",
        ar: "«\(path)» يُنشأ في كل بناء ويُكتب إن اختلف"),
      changes: [])
  }

  private func explanation(
    _ origin: FileOrigin?, _ recipe: Fingerprint?, _ dependencies: PageDependencies,
    _ site: WholeSite
  ) -> BuildReport.Explanation {
    guard let origin else {
      return anew([
        Wording(
          en:
            "it is new, or is not as the last build left it, which may have been one into another "
            + "folder",
          ar: "هو جديد، أو ليس كما تركه البناء السابق، وقد يكون بناءً في مجلد آخر")
      ])
    }
    guard let changed = dependencies.changed else {
      return anew([
        Wording(
          en: "‘site.yaml’ or the site's address changed, or there was no earlier site",
          ar: "تغيّر site.yaml أو عنوان الموقع، أو لم يكن هناك موقع سابق")
      ])
    }
    var changes = origin.reads.filter(changed.contains).map { SiteKeys.wording(of: $0, in: site) }
    if origin.recipe != recipe {
      changes.insert(
        Wording(
          en: "its template, or what the template shows of the whole site",
          ar: "قالبه، أو ما يعرضه القالب من الموقع كله"), at: 0)
    }
    guard !changes.isEmpty else {
      return .init(
        verdict: Wording(
          en: "‘\(path)’ stays as it was: nothing that it shows changed",
          ar: "بقي «\(path)» كما كان: لم يتغير شيء مما يعرضه"),
        changes: [])
    }
    return anew(changes)
  }

  private func anew(_ changes: [Wording]) -> BuildReport.Explanation {
    .init(
      verdict: Wording(
        en: "‘\(path)’ was made anew, since these changed:",
        ar: "أُنشئ «\(path)» من جديد، إذ تغيّر:"),
      changes: changes)
  }
}

extension SiteKeys {
  /// What a number stands for, for people.
  fileprivate static func wording(of key: UInt64, in site: WholeSite) -> Wording {
    names(in: site)[key]
      ?? Wording(
        en: "something that is no longer there, or was not there before",
        ar: "شيء لم يعد موجودًا، أو لم يكن موجودًا")
  }

  private static func names(in site: WholeSite) -> [UInt64: Wording] {
    var names: [UInt64: Wording] = [
      clock: Wording(en: "the moment that counts as now", ar: "الوقت المعتمد"),
      heldMenuEntries: Wording(
        en: "the entries of menus whose pages are not published",
        ar: "بنود القوائم التي لم تُنشر صفحاتها"),
    ]
    for (key, work) in zip(site.keys.works, site.works) {
      let folder = work.work.folder
      names[key] = Wording(en: "the languages of \(folder)", ar: "لغات \(folder)")
    }
    for (key, edition) in zip(site.keys.editions, site.editions) {
      let file = edition.edition.path
      names[key] = Wording(
        en: "the front matter or the summary of \(file)", ar: "البيانات الوصفية أو ملخص \(file)")
      names[key | text] = Wording(en: "the text of \(file)", ar: "نص \(file)")
      names[key | card] = Wording(en: "the social card of \(file)", ar: "بطاقة مشاركة \(file)")
      names[key | relations] = Wording(
        en: "the related works or the neighbours of \(file)",
        ar: "الأعمال ذات الصلة بـ\(file) أو ما قبله وما بعده")
    }
    for (key, term) in zip(site.keys.terms, site.terms) {
      names[key] = Wording(
        en: "the name or description of \(term.path)", ar: "اسم \(term.path) أو وصفه")
      names[key | members] = Wording(en: "the works of \(term.path)", ar: "أعمال \(term.path)")
      names[key | memberCount] = Wording(
        en: "the number of works of \(term.path)", ar: "عدد أعمال \(term.path)")
    }
    for person in site.people.keys {
      names[self.person(person)] = Wording(
        en: "‘\(person)’ in authors.yaml", ar: "«\(person)» في authors.yaml")
    }
    for (index, language) in site.languages.enumerated() {
      let tag = language.code.tag
      names[articles(in: index)] = Wording(
        en: "the list of articles (\(tag))", ar: "قائمة المقالات (\(tag))")
      for taxonomy in Taxonomy.allCases {
        names[terms(of: taxonomy, in: index)] = Wording(
          en: "the list of \(taxonomy.rawValue) (\(tag))",
          ar: "قائمة \(taxonomy.rawValue) (\(tag))")
      }
      for text in InterfaceText.all {
        names[string(text, in: language.code)] = Wording(
          en: "‘\(text.key)’ in strings.yaml", ar: "«\(text.key)» في strings.yaml")
      }
    }
    return names
  }
}
