import Foundation
import SiteTestSupport

/// A whole small site: a study in both languages, an Arabic commentary, an English brief, a news
/// item that was withdrawn, a draft and a page, with a topic below another, tags of two spellings,
/// a series, ids, an alias, a picture and a PDF.
enum SmallSite {
  static func make() throws -> TemporarySite {
    let site = try TemporarySite(text)
    try site.write(Self.picture, to: "content/articles/2024/border-study/map.png")
    return site
  }

  /// A PNG of one pixel.
  static let picture = [UInt8](
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
    ) ?? Data())

  private static let text = """
    -- content/site.yaml --
    title: {ar: مرصد الحدود, en: Border & Policy Observatory}
    description: {ar: "أبحاث عن الحدود", en: "Research on <borders>"}
    url: https://example.org/
    timezone: Asia/Baghdad
    page_size: 2
    license: CC BY 4.0
    languages:
      - {code: ar, name: العربية, locale: ar-IQ, path: /, months: dual, digits: latn}
      - {code: en, name: English, locale: en-GB, path: /en/}
    menus:
      main:
        - {url: /, label: {ar: الرئيسية, en: Home}}
        - {url: /topics/, label: {ar: الموضوعات, en: Topics}}
        - {url: /about/, label: {ar: عنّا, en: About}}
      footer:
        - {url: "https://example.net/?a=1&b=2", label: {ar: شركاؤنا, en: Partners}}
    services: {newsletter: "https://mail.example.net/subscribe"}
    -- content/topics.yaml --
    security:
      name: {ar: الأمن, en: Security}
      description: {ar: السياسات الأمنية., en: Security policy.}
    borders:
      name: {ar: الحدود, en: Borders}
      parent: security
      slug: {en: border-management}
    unused:
      name: {ar: بلا أعمال, en: Without works}
    -- content/series.yaml --
    frontiers:
      name: {ar: سلسلة الحدود, en: Frontiers}
    -- content/tags.yaml --
    european-union:
      name: {ar: الاتحاد الأوروبي, en: European Union}
      aliases: [EU]
    -- content/authors.yaml --
    layla:
      name: {ar: ليلى حسن, en: Layla Hassan}
      honorific: {ar: الدكتورة, en: Dr}
      orcid: 0000-0002-1825-0097
      bio: {ar: تبحث في الحدود., en: Studies borders.}
    omar:
      name: {ar: عمر سعيد, en: Omar Said}
    -- content/articles/2024/border-study/ar.md --
    ---
    id: 104
    title: إدارة الحدود في العراق
    summary: دراسة في المنافذ ورمزها ISO 3166-1 و"اقتباس".
    date: 2024-05-25
    updated: 2024-06-01T09:30
    type: study
    authors: [omar, layla]
    topics: [borders]
    tags: [العراق, EU]
    series: frontiers
    doi: 10.1234/border.2024
    pages: 11-29
    pdf: study.pdf
    image: {src: map.png, alt: خريطة المنافذ, caption: المنافذ, credit: المرصد}
    aliases: [/2019/05/old-border/]
    ---
    تتناول الدراسة المنافذ[^1] كما في [الأصل](../../2023/smuggling-note/).

    ## النتائج

    ![خريطة](map.png)

    - راجع [الملف](study.pdf) أو [صفحتنا](../../../pages/about/).

    [^1]: تاريخ الزيارة 2024-05-01.
    -- content/articles/2024/border-study/en.md --
    ---
    title: "Border management in Iraq: <a study>"
    translation: {of: ar, method: human}
    translators: [layla]
    slug: border-management-in-iraq
    tags: [EU, Iraq]
    ---
    The study looks at crossings[^1] & their [findings](#findings).

    ## Findings

    See [the Arabic section](ar.md#النتائج).

    [^1]: Visited on 1 May 2024.
    -- content/articles/2024/border-study/study.pdf --
    %PDF-1.4
    %%EOF
    -- content/articles/2023/smuggling-note/ar.md --
    ---
    id: 103
    title: ملاحظة عن التهريب
    date: 2023-11-03
    type: commentary
    authors: [layla]
    topics: [security]
    tags: [الحدود, عراق]
    series: frontiers
    ---
    نص قصير عن `التهريب` بين 10 و12.
    -- content/articles/2023/visa-brief/en.md --
    ---
    title: Visa brief
    summary: What changed.
    date: 2023-02-10
    type: brief
    number: "7"
    authors: [omar]
    topics: [borders, security]
    tags: [Iraq]
    aliases: [/en/visa.html]
    ---
    One paragraph, with a link to [the Arabic note](../smuggling-note/).
    -- content/articles/2022/withdrawn/ar.md --
    ---
    id: 99
    title: خبر مسحوب
    date: 2022-01-01
    type: news
    status: retracted
    corrections: [{date: 2022-02-01, text: سُحب الخبر.}]
    ---
    نص الخبر.
    -- content/articles/2024/draft/ar.md --
    ---
    title: مسودة
    date: 2024-05-30
    status: draft
    ---
    لم تكتمل.
    -- content/pages/about/ar.md --
    ---
    title: عنّا
    ---
    من نحن.
    -- content/pages/about/en.md --
    ---
    title: About
    translation: {of: ar, method: human}
    ---
    Who we are.

    """
}
