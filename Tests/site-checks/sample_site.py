"""A small correct site, written for the tests of the checks."""

from __future__ import annotations

import base64
import hashlib
import json
import struct
import zlib
from pathlib import Path
from urllib.parse import quote

BASE = "https://site.example/"
STYLE = "body { margin: 0; }\n"
SCRIPT = "document.title;\n"


def _integrity(text: str) -> str:
    return "sha384-" + base64.b64encode(hashlib.sha384(text.encode()).digest()).decode()


def _png() -> bytes:
    """One grey pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(b"\0\x80"))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + pixels + chunk(b"IEND", b"")


def _page(base: str, language: str, path: str, title: str, body: str) -> str:
    """A page that exists in both languages; `path` is that of the Arabic one."""
    addresses = {"ar": base + path, "en": f"{base}en/{path}"}
    other = "en" if language == "ar" else "ar"
    direction = "rtl" if language == "ar" else "ltr"
    root = "/" + base.split("/", 3)[3]
    return f"""<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{addresses[language]}">
<link rel="alternate" hreflang="ar" href="{addresses['ar']}">
<link rel="alternate" hreflang="en" href="{addresses['en']}">
<link rel="alternate" hreflang="x-default" href="{addresses['ar']}">
<link rel="alternate" type="application/atom+xml" title="Feed" href="{root}feed.xml">
<link rel="stylesheet" href="{root}assets/site.css" integrity="{_integrity(STYLE)}">
<script src="{root}assets/site.js" integrity="{_integrity(SCRIPT)}" defer></script>
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"WebPage"}}</script>
</head>
<body>
<nav><a href="{root}">Home</a> <a hreflang="{other}" href="{addresses[other]}">Other</a></nav>
<main><h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def _redirect_page(target: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head><meta charset="utf-8"><title>انتقال</title>
<meta http-equiv="refresh" content="0; url={target}">
<meta name="robots" content="noindex">
<link rel="canonical" href="{target}"></head>
<body><p><a href="{target}">انتقال</a></p></body>
</html>
"""


NOT_FOUND = """<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head><meta charset="utf-8"><title>غير موجود</title><meta name="robots" content="noindex"></head>
<body><h1>الصفحة غير موجودة</h1></body>
</html>
"""


def _atom(base: str) -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar">
<id>{base}</id><title>موقع</title><updated>2025-05-25T09:30:00+03:00</updated>
<link rel="self" type="application/atom+xml" href="{base}feed.xml"/>
<link rel="alternate" type="text/html" href="{base}"/>
<author><name>هيئة التحرير</name></author>
<entry><id>{base}a/</id><title>مقال</title><updated>2025-05-25T09:30:00+03:00</updated>
<link rel="alternate" href="{base}a/"/>
<content type="html">&lt;p&gt;&lt;a href="{base}a/"&gt;نص&lt;/a&gt;&lt;/p&gt;</content></entry>
</feed>
"""


def _json_feed(base: str) -> str:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "موقع",
        "language": "ar",
        "home_page_url": base,
        "feed_url": base + "feed.json",
        "items": [
            {
                "id": base + "a/",
                "url": base + "a/",
                "content_html": "<p>نص</p>",
                "date_published": "2025-05-25T09:30:00+03:00",
                "authors": [{"name": "هيئة التحرير"}],
            }
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1)


def _sitemap(base: str) -> str:
    entries = []
    for path in ("", "a/", quote("وسم/")):
        versions = {"ar": base + path, "en": f"{base}en/{path}", "x-default": base + path}
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" href="{url}"/>'
            for language, url in versions.items()
        )
        for language in ("ar", "en"):
            entries.append(
                f"<url><loc>{versions[language]}</loc><lastmod>2025-05-25</lastmod>{links}</url>\n"
            )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' + "".join(entries) + "</urlset>\n"
    )


def write_sample_site(folder: Path, base: str = BASE) -> None:
    root = "/" + base.split("/", 3)[3]
    article = (
        f'<h2 id="s">Part</h2><p><a href="#s">Part</a> <a href="{root}en/a/#s">English</a></p>\n'
        f'<p><img src="{root}assets/dot.png" alt="A grey dot" width="1" height="1"></p>'
    )
    home = f'<p><a href="{root}a/#s">Article</a></p>'
    files = {
        "index.html": _page(base, "ar", "", "موقع", home),
        "en/index.html": _page(base, "en", "", "Site", home),
        "a/index.html": _page(base, "ar", "a/", "مقال", article),
        "وسم/index.html": _page(base, "ar", quote("وسم/"), "وسم", home),
        "en/وسم/index.html": _page(base, "en", quote("وسم/"), "Tag", home),
        "en/a/index.html": _page(base, "en", "a/", "Article", article),
        "p/1/index.html": _redirect_page(base + "a/"),
        "404.html": NOT_FOUND,
        "assets/site.css": STYLE,
        "assets/site.js": SCRIPT,
        "feed.xml": _atom(base),
        "feed.json": _json_feed(base),
        "sitemap.xml": _sitemap(base),
        "robots.txt": f"User-agent: *\nDisallow:\n\nSitemap: {base}sitemap.xml\n",
        "llms.txt": f"# Site\n\n> A site.\n\n## Articles\n\n- [مقال]({base}a/): what it says\n",
        "_redirects": f"{root}old/ {root}a/ 301\n",
        "_headers": (
            f"{root}*\n  Content-Security-Policy: default-src 'none'; script-src 'self'; "
            "style-src 'self'; base-uri 'none'\n  X-Content-Type-Options: nosniff\n"
        ),
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "assets/dot.png").write_bytes(_png())
