"""Each check accepts a correct site and names the one thing that was broken in it."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

from sample_site import BASE, write_sample_site
from sitechecks import feeds, heads, indexes, links, markup, security
from sitechecks.site import BrokenSite, Site

CHECKS = {
    "markup": markup.check,
    "links": links.check,
    "heads": heads.check,
    "security": security.check,
    "feeds": feeds.check,
    "indexes": indexes.check,
}

ARTICLE, HOME, ENGLISH = "a/index.html", "index.html", "en/a/index.html"

#: Check, file, what is replaced, by what, and what the check then says of which file.
DEFECTS = [
    ("markup", ARTICLE, "<h2 ", "<h2 bogus ", "Attribute “bogus” not allowed"),
    ("markup", ARTICLE, "</main>", "", "Unclosed element “main”"),
    ("markup", ARTICLE, '<a href="#s">', '<i id="s"></i><a href="#s">', "Duplicate ID “s”"),
    ("markup", "assets/site.css", "margin", "margn", "Property “margn” doesn't exist"),
    ("links", HOME, "/a/#s", "/b/", "broken link: /b (File not found"),
    ("links", HOME, "/a/#s", "/a/#t", "broken link: /a#t (Cannot find fragment)"),
    ("links", ARTICLE, 'href="#s"', 'href="#t"', "broken link: /a/index.html#t"),
    ("links", ARTICLE, "/assets/dot.png", "/assets/none.png", "broken link: /assets/none.png"),
    ("links", HOME, 'hreflang="en" href="https://site.example/en/"',
     'hreflang="en" href="https://site.example/eng/"', "broken link: /eng/"),
    ("heads", ARTICLE, 'lang="ar" dir', 'lang="arabic" dir', "not a language tag"),
    ("heads", ARTICLE, 'dir="rtl"', 'dir="ltr"', "needs ‘rtl’"),
    ("heads", ENGLISH, 'dir="ltr"', "", "needs ‘ltr’"),
    ("heads", ARTICLE, "<h1>", "<h1>x</h1><h1>", "has 2 <h1> elements"),
    ("heads", ARTICLE, "<h1>مقال</h1>", "", "has 0 <h1> elements"),
    ("heads", ARTICLE, "<h1>مقال</h1>", "<h1> </h1>", "its <h1> is empty"),
    ("heads", ARTICLE, "h2", "h3", "an <h3> follows an <h1>"),
    ("heads", ARTICLE, "<title>مقال</title>", "<title></title>", "has no <title>"),
    ("heads", ARTICLE, ' alt="A grey dot"', "", "has no alt attribute"),
    ("heads", ARTICLE, ' width="1"', "", "has no width"),
    ("heads", ARTICLE, ' height="1"', ' height="auto"', "has no height"),
    ("heads", ARTICLE, 'href="#s"', 'href="#"', "a link that leads nowhere"),
    ("heads", ARTICLE, 'href="#s"', 'href=""', "a link that leads nowhere"),
    ("heads", ARTICLE, 'href="#s"', 'href="javascript:x()"', "a link that leads nowhere"),
    ("heads", ARTICLE, 'href="#s"', "", "a link without an address"),
    ("heads", ARTICLE, "<h1>", "<dl class=\"x\"></dl><h1>", "an empty <dl>"),
    ("heads", ARTICLE, "<h1>", "<p><bdi dir=\"ltr\"><bdi>x</bdi></bdi></p><h1>",
     "a <bdi> around nothing but another"),
    ("heads", ARTICLE, '"@type":', '"@type"', "its JSON-LD does not parse"),
    ("heads", ARTICLE, '"@type":"WebPage"', '"name":"x"', "states no @type"),
    ("heads", ARTICLE, "https://schema.org", "schema", "states no schema.org context"),
    ("heads", ARTICLE, '"canonical" href="https://site.example/a/"',
     '"canonical" href="https://site.example/"', "not its own, https://site.example/a/"),
    ("heads", ARTICLE, '"canonical" href="https://site.example/a/"',
     '"canonical" href="/a/"', "is not absolute"),
    ("heads", ARTICLE, 'rel="canonical"', 'rel="author"', "has 0 canonical addresses"),
    ("heads", ARTICLE, 'hreflang="en" href="https://site.example/en/a/">\n<link',
     'hreflang="en" href="https://site.example/en/">\n<link', "hreflang is not reciprocal"),
    ("heads", ARTICLE, 'hreflang="en" href="https://site.example/en/a/">\n<link',
     'hreflang="en" href="https://site.example/en/b/">\n<link', "does not exist"),
    ("heads", ARTICLE, 'rel="alternate" hreflang="ar"', 'rel="author" hreflang="ar"',
     "does not list itself"),
    ("heads", ARTICLE, "x-default", "fr", "states no x-default"),
    ("heads", ARTICLE, 'x-default" href="https://site.example/a/"',
     'x-default" href="https://site.example/"', "is none of its versions"),
    ("heads", ENGLISH, 'lang="en" dir="ltr"', 'lang="fr" dir="ltr"', "does not list itself"),
    ("heads", ARTICLE, '<a hreflang="en" href="https://site.example/en/a/"',
     '<a hreflang="en" href="https://site.example/en/b/"', "leads nowhere"),
    ("heads", ARTICLE, '<a hreflang="en" href="https://site.example/en/a/"',
     '<a hreflang="en" href="https://site.example/"', "is not in ‘en’"),
    ("heads", "p/1/index.html", "url=https://site.example/a/", "url=https://site.example/b/",
     "redirects to https://site.example/b/, which does not exist"),
    ("heads", "p/1/index.html", 'href="https://site.example/a/"', 'href="https://site.example/"',
     "which is not its canonical address"),
    ("heads", "p/1/index.html", "<a href", "<a data-href", "for a reader whose browser"),
    ("heads", "404.html", "noindex", "index", "lets search engines list it"),
    ("security", ARTICLE, "<h2 ", '<h2 style="color: red" ', "a style attribute on <h2>"),
    ("security", ARTICLE, "<h2 ", '<h2 onclick="x()" ', "an event handler, onclick"),
    ("security", ARTICLE, "</head>", "<script>x()</script></head>", "a script written into"),
    ("security", ARTICLE, "</head>", "<style>a{}</style></head>", "a style element"),
    ("security", "assets/site.css", "0", "1", "the integrity of /assets/site.css"),
    ("security", "assets/site.js", "title", "head", "the integrity of /assets/site.js"),
    ("security", ARTICLE, "integrity", "data-integrity", "has no integrity attribute"),
    ("security", ARTICLE, "/assets/site.js", "https://cdn.example/x.js", "is not a file of the"),
    ("security", "_headers", "script-src 'self'", "script-src 'unsafe-inline'",
     "allows 'unsafe-inline' in script-src"),
    ("security", "_headers", "default-src 'none'; ", "", "states no default-src"),
    ("security", "_headers", "base-uri 'none'", "", "states no base-uri"),
    ("security", "_headers", "style-src 'self'", "style-src *", "allows * in style-src"),
    ("security", "_headers", "/*", "/a/*", "to every page"),
    ("security", "_headers", "nosniff", "", "is neither a path nor a header"),
    ("feeds", "feed.xml", "</feed>", "", "is not well-formed XML"),
    ("feeds", "feed.xml", "<feed", "<!DOCTYPE feed><feed", "document type declaration"),
    ("feeds", "feed.xml", "2005/Atom", "2005/Otam", "not an Atom feed"),
    ("feeds", "feed.xml", ' xml:lang="ar"', "", "states no language"),
    ("feeds", "feed.xml", "<title>موقع</title>", "", "the feed has 0 <title>"),
    ("feeds", "feed.xml", "<title>مقال</title>", "<title/>", "the <title> of entry 1 is empty"),
    ("feeds", "feed.xml", "<id>https://site.example/a/", "<id>a/", "not an absolute IRI"),
    ("feeds", "feed.xml", "<updated>2025-05-25T", "<updated>2025-02-30T", "not a date of RFC"),
    ("feeds", "feed.xml", "موقع</title><updated>2025", "موقع</title><updated>2024", "is older"),
    ("feeds", "feed.xml", "feed.xml", "feed.atom", "its self link"),
    ("feeds", "feed.xml", 'text/html" href="https://site.example/"',
     'text/html" href="https://site.example/b/"', "its alternate link"),
    ("feeds", "feed.xml", "<author><name>هيئة التحرير</name></author>", "", "has no author"),
    ("feeds", "feed.xml", "<name>هيئة التحرير</name>", "", "an author of the feed has no name"),
    ("feeds", "feed.xml", '<link rel="alternate" href="https://site.example/a/"/>',
     '<link rel="alternate" href="https://site.example/b/"/>', "a page that does not exist"),
    ("feeds", "feed.xml", 'lt;a href="https://site.example/a/"', 'lt;a href="/a/"',
     "a relative address"),
    ("feeds", "feed.xml", "</feed>",
     "<entry><id>https://site.example/a/</id></entry></feed>", "two entries have the id"),
    ("feeds", "feed.json", '"version"', "version", "is not JSON"),
    ("feeds", "feed.json", "version/1.1", "version/1", "its version is"),
    ("feeds", "feed.json", '"title": "موقع"', '"title": ""', "has no title"),
    ("feeds", "feed.json", '"language"', '"lang"', "states no language"),
    ("feeds", "feed.json", "feed.json", "feed.jsn", "its feed_url"),
    ("feeds", "feed.json", '"home_page_url"', '"home"', "its home_page_url"),
    ("feeds", "feed.json", '"items"', '"item"', "has no list of items"),
    ("feeds", "feed.json", '"id": "https://site.example/a/"', '"id": 7', "no id that is a string"),
    ("feeds", "feed.json", '"url": "https://site.example/a/"',
     '"url": "https://site.example/b/"', "leads to no page"),
    ("feeds", "feed.json", "content_html", "content", "neither content_html"),
    ("feeds", "feed.json", "<p>نص</p>", "<img src='x.png'>", "cannot follow: x.png"),
    ("feeds", "feed.json", "2025-05-25T09:30:00+03:00", "2025-05-25", "not a date of RFC 3339"),
    ("feeds", "feed.json", '"name"', '"nom"', "an author of item 1 has no name"),
    ("feeds", HOME, "/feed.xml", "/news.xml", "names a feed that does not exist"),
    ("indexes", "sitemap.xml", "</urlset>", "", "is not well-formed XML"),
    ("indexes", "sitemap.xml", "urlset", "urls", "not a sitemap"),
    ("indexes", "sitemap.xml", "<loc>https://site.example/a/", "<loc>https://site.example/b/",
     "does not exist: https://site.example/b/"),
    ("indexes", "sitemap.xml", "<loc>https://site.example/a/", "<loc>https://site.example/p/1/",
     "may not list: https://site.example/p/1/"),
    ("indexes", "sitemap.xml", "<loc>https://site.example/a/", "<loc>https://site.example/",
     "lists https://site.example/ twice"),
    ("indexes", "sitemap.xml", "<loc>https://site.example/a/", "<loc>https://site.example/b/",
     "does not list https://site.example/a/"),
    ("indexes", "sitemap.xml", "2025-05-25", "25/05/2025", "is no date"),
    ("indexes", "sitemap.xml", "x-default", "fr", "are not those that the page states"),
    ("indexes", "sitemap.xml", "xhtml:link rel", "xhtml:lynk rel", "are not those that the page"),
    ("indexes", ARTICLE, 'canonical" href="https://site.example', 'canonical" href="https://x.org',
     "may not list: https://site.example/a/"),
    ("indexes", "robots.txt", "Disallow:", "Disallow: /", "closes the whole site"),
    ("indexes", "robots.txt", "User-agent: *\n", "", "before any User-agent"),
    ("indexes", "robots.txt", "sitemap.xml", "map.xml", "names a sitemap that does not exist"),
    ("indexes", "robots.txt", "Sitemap", "Sightmap", "is no rule"),
    ("indexes", "llms.txt", "# Site", "Site", "does not begin with a heading"),
    ("indexes", "llms.txt", "> ", "", "has no summary"),
    ("indexes", "llms.txt", "## ", "", "has no section"),
    ("indexes", "llms.txt", "example/a/", "example/b/", "leads to nothing"),
    ("indexes", "llms.txt", "- [", "[", "is no link"),
    ("indexes", "_redirects", " /a/", " /b/", "leads to nothing: /b/"),
    ("indexes", "_redirects", "301", "999", "is no redirect"),
    ("indexes", "_redirects", "/old/", "/old/ /a/\n/old/", "a second time"),
]  # fmt: skip

#: Files without which the site is not complete, and the check that misses them.
NEEDED = [
    ("security", "_headers", "does not exist"),
    ("feeds", "feed.xml", "has no Atom feed"),
    ("feeds", "feed.json", "has no JSON feed"),
    ("indexes", "sitemap.xml", "does not exist"),
    ("indexes", "robots.txt", "does not exist"),
    ("indexes", "llms.txt", "does not exist"),
    ("indexes", "_redirects", "does not exist"),
]


class SiteChecks(unittest.TestCase):
    def setUp(self) -> None:
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)

    def findings(self, check: str) -> list[str]:
        return [str(finding) for finding in CHECKS[check](Site.load(self.folder))]

    def test_a_correct_site_passes(self) -> None:
        for base in (BASE, "https://host.example/deep/portal/"):
            write_sample_site(self.folder, base)
            for check in CHECKS:
                with self.subTest(base=base, check=check):
                    self.assertEqual(self.findings(check), [])

    def test_a_defect_is_found(self) -> None:
        for check, path, old, new, expected in DEFECTS:
            with self.subTest(check=check, path=path, old=old, new=new):
                write_sample_site(self.folder)
                text = (self.folder / path).read_text(encoding="utf-8")
                self.assertIn(old, text)
                (self.folder / path).write_text(text.replace(old, new), encoding="utf-8")
                self.assertIn(expected, "\n".join(self.findings(check)))

    def test_a_missing_file_is_found(self) -> None:
        for check, path, expected in NEEDED:
            with self.subTest(check=check, path=path):
                write_sample_site(self.folder)
                (self.folder / path).unlink()
                self.assertIn(expected, "\n".join(self.findings(check)))

    def test_an_empty_folder_is_no_site(self) -> None:
        with self.assertRaises(BrokenSite):
            Site.load(self.folder)


if __name__ == "__main__":
    unittest.main()
