"""The checks in the browser accept a good page and name everything that is wrong with a bad one."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

from sitechecks.bidi import Line, misreading
from sitechecks.browser import chromium
from sitechecks.pages import Place, looks, shift, weight
from sitechecks.served import served

GOOD = """<!DOCTYPE html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="site.css"></head><body>
<header><a class="skip" href="#main">Skip to the content</a>
<nav aria-label="Main"><ul><li><a href="/">Home</a></li><li><a href="/two/">Two</a></li></ul></nav></header>
<main id="main"><article class="art"><h1>A page</h1><p>Some text.</p></article></main>
</body></html>
"""
STYLE = """:root { color-scheme: light dark; --bg: #fff; --ink: #111; --link: #063; }
@media (prefers-color-scheme: dark) { :root { --bg: #111; --ink: #eee; --link: #9dc; } }
body { background: var(--bg); color: var(--ink); font: 18px/1.6 serif; }
a { color: var(--link); display: inline-block; min-height: 24px; }
"""

#: What is put into the page, and what is said of it.
DEFECTS = [
    ('<p style="color: #666">Grey in an article.</p>', "p: 5.74:1 where 7:1 is needed: “Grey in"),
    ('<p style="color: #777; background: #111">Grey on black.</p>', "p: 4.22:1 where 7:1 is needed: “Grey on"),
    ('<p style="width: 700px">Wide.</p>', "320 px: overflow: 708 px wide: main#main > article.art > p"),
    ('<p style="width: 700px">Wide.</p>', "390 px: overflow: 708 px wide"),
    ('<p class="cut" style="width: 40px; overflow: hidden; white-space: nowrap">Cut off here</p>',
     "text is cut off: main#main > article.art > p.cut"),
    ('<p><a class="bare" style="outline: none" href="/three/">Without a mark</a></p>',
     "no mark of focus"),
    ('<p class="moves" style="transition: color 1s">Moves.</p>',
     "moves although motion is reduced: main#main > article.art > p.moves"),
    ('<p><button type="button"></button></p>', "axe: button-name"),
    ('<p><button type="button" class="copy">Copy</button></p>', "a button is shown that does nothing"),
    ("<script>missing()</script>", "script: missing is not defined"),
]


class PageChecks(unittest.TestCase):
    def setUp(self) -> None:
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        self.write("site.css", STYLE)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def test_a_good_page_is_accepted(self) -> None:
        self.write("index.html", GOOD)
        with served(self.folder) as site:
            self.assertEqual(looks([Place("good", site.root)]), [])

    def test_everything_wrong_with_a_page_is_named(self) -> None:
        defects = "\n".join(dict.fromkeys(text for text, _ in DEFECTS))
        self.write("index.html", GOOD.replace("<p>Some", defects + "<p>Some").replace("skip", "x"))
        with served(self.folder) as site:
            found = looks([Place("bad", site.root)])
        for text, message in DEFECTS:
            with self.subTest(text):
                self.assertTrue(any(message in finding for finding in found), "\n".join(found))
        self.assertIn("bad: the first step of the keyboard is not the link to the content", found)

    def test_heavy_pages_are_named(self) -> None:
        self.write("index.html", GOOD + "<!-- " + "x" * 120_000 + " -->")
        self.write("site.css", STYLE + "/* " + "x" * 16_384 + " */")
        with served(self.folder) as site, chromium() as browser:
            found = list(weight(browser, [Place("heavy", site.root)]))
        self.assertRegex(found[0], r"^heavy: \d+,\d+ bytes are loaded, not 120,000 at most$")
        self.assertRegex(found[1], r"^heavy: 16,\d+ bytes of style, not 16,384 at most$")

    def test_pages_that_jump_are_named(self) -> None:
        late = """<script>
            const grow = () => { document.querySelector("h1").style.height = "300px"; };
            requestAnimationFrame(() => setTimeout(grow, 60));
            </script>"""
        self.write("index.html", GOOD.replace("</body>", late + "</body>"))
        with served(self.folder) as site:
            found = shift([Place("jumpy", site.root)])
        self.assertEqual(len(found), 2)
        self.assertRegex(found[0], r"^jumpy: 390 px: jumps by 0\.\d+ with late fonts$")


class Misreadings(unittest.TestCase):
    LINE = Line("", "p", 0, "rtl", ("في", "12-5", ["a", "هو"]))

    def judged(self, text: str, seen: str) -> str | None:
        """A text in the order of its markup, and its letters as they are seen from the left."""
        return misreading(self.LINE, [(letter, float(seen.index(letter))) for letter in text])

    def test_a_line_in_order_is_accepted(self) -> None:
        self.assertIsNone(self.judged("في12-5aهو", "a" "وه" "12-5" "يف"))

    def test_a_line_out_of_order_is_shown(self) -> None:
        self.assertEqual(
            self.judged("في12-5aهو", "a" "وه" "5-12" "يف"),
            "seen from left to right “\u2066aوه5-12يف\u2069”, meant “\u2066aوه12-5يف\u2069”")

    def test_another_text_is_shown(self) -> None:
        self.assertEqual(self.judged("نص", "صن"), "the text is “نص”")


if __name__ == "__main__":
    unittest.main()
