"""That every kind of page can be read: python3 -m sitechecks.pages NAME=FOLDER …

Opens a page of each kind in Chromium, at two widths, light and dark, and asks what axe finds, which
contrast its texts have, whether anything is wider than the screen, loses its focus mark, moves or
disappears; then what articles weigh and whether they jump when their fonts come late. NAME is
`demo` or `edges` (`kinds.py`).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from playwright.sync_api import Browser, Page, Response

from . import kinds
from .browser import chromium
from .served import served

WIDTHS = {390: 844, 1280: 900}
SCHEMES = ("light", "dark")
#: The narrowest is also what 1280 px show at a zoom of 400 %.
OVERFLOW_WIDTHS = (320, 390, 768, 1280)
#: WCAG 2.2 up to AA, and what axe's makers advise beyond it.
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: Where text must reach the contrast of AAA.
STRICT = ".art"
MOST_STYLE_BYTES = 16_384
MOST_ARTICLE_BYTES = 120_000
MOST_SHIFT = 0.01
FONT_DELAY = 2.0
SHIFTING = ("ar-home", "en-home", "ar-article", "en-article", "ar-topics", "en-author")
LIGHT = ("ar-article", "en-article", "ar-two-authors", "en-machine-reviewed")
USED = ("ar-article", "en-article")
WORKERS = 2
#: How many pages wait for their fonts at once.
WAITING = 4

QUESTIONS = (Path(__file__).parent / "page.js").read_text(encoding="utf-8")
AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Place:
    """A page of a kind, and where it is served."""

    kind: str
    url: str


def ask(page: Page, question: str, *arguments: object) -> list[str]:
    call = f"(arguments) => ({QUESTIONS}).{question}(...arguments)"
    return page.evaluate(call, list(arguments))


def axe(page: Page) -> Iterator[str]:
    # Contrast is computed here from the styles: axe gives up on letters that are joined.
    options = {"runOnly": AXE_TAGS, "resultTypes": ["violations"],
               "rules": {"color-contrast": {"enabled": False}}}
    found = page.evaluate("options => axe.run(options)", options)
    for violation in found["violations"]:
        nodes = ", ".join(" ".join(map(str, node["target"])) for node in violation["nodes"][:2])
        yield f"axe: {violation['id']}: {violation['help']}: {nodes}"


def appearance(page: Page, place: Place) -> Iterator[str]:
    """What depends on the width and the colours."""
    page.goto(place.url, wait_until="load")
    page.evaluate(AXE)
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for problem in axe(page):
                yield f"{width} px, {scheme}: {problem}"
            for problem in ask(page, "contrast", STRICT):
                yield f"{width} px, {scheme}: contrast: {problem}"
    page.emulate_media(color_scheme="light", forced_colors="active")
    for problem in ask(page, "contrast", STRICT):
        yield f"forced colours: contrast: {problem}"
    page.emulate_media(forced_colors="none", reduced_motion="reduce")
    yield from (f"moves although motion is reduced: {part}" for part in ask(page, "motion"))


def shape(page: Page, place: Place) -> Iterator[str]:
    """What depends on the width alone, and the keyboard."""
    for width in OVERFLOW_WIDTHS:
        page.set_viewport_size({"width": width, "height": 256 if width == 320 else 900})
        yield from (f"{width} px: overflow: {problem}" for problem in ask(page, "overflow"))
        yield from (f"{width} px: text is cut off: {part}" for part in ask(page, "clipped"))
    page.goto(place.url, wait_until="load")
    page.keyboard.press("Tab")
    skip = page.evaluate("document.activeElement.matches('.skip') && document.activeElement.href")
    if "#" not in place.url and not str(skip).endswith("#main"):
        yield "the first step of the keyboard is not the link to the content"
    yield from (f"no mark of focus: {part}" for part in ask(page, "unfocused"))


def comforts(browser: Browser, places: list[Place]) -> Iterator[str]:
    """What an article's script does: notes beside their marks, and a link that is copied."""
    for place in places:
        for width, height in WIDTHS.items():
            context = browser.new_context(viewport={"width": width, "height": height})
            context.grant_permissions(["clipboard-read", "clipboard-write"])
            page = context.new_page()
            page.goto(place.url, wait_until="load")
            mark, box = page.locator(".body sup.fn a").first, page.locator(".pop")
            note = page.locator(".notes li").first.inner_text()
            mark.focus()
            mark.press("Enter")
            if box.inner_text()[:40] != note[:40]:
                yield f"{place.kind}: {width} px: the note does not open beside its mark"
            edges = box.bounding_box()
            if edges["x"] < 0 or edges["x"] + edges["width"] > width:
                yield f"{place.kind}: {width} px: the note lies outside the window"
            page.keyboard.press("Escape")
            box.wait_for(state="detached", timeout=5000)
            if not mark.evaluate("mark => mark === document.activeElement"):
                yield f"{place.kind}: {width} px: the keyboard does not return to the note's mark"
            last = page.locator(".body > h2").last
            last.evaluate("heading => heading.scrollIntoView()")
            shown = page.locator(".side [aria-current]")
            if width == max(WIDTHS):
                shown.wait_for(timeout=5000)
                if shown.inner_text() != last.inner_text():
                    yield f"{place.kind}: the contents do not follow the reader"
            button = page.locator(".copy")
            button.click()
            page.locator(f'.copy:text-is("{button.get_attribute("data-done")}")').wait_for(timeout=5000)
            if page.evaluate("navigator.clipboard.readText()") != button.get_attribute("data-copy"):
                yield f"{place.kind}: {width} px: the short link is not copied"
            context.close()


def paper(browser: Browser, places: list[Place]) -> Iterator[str]:
    """What an article says on paper alone."""
    page = browser.new_page()
    page.emulate_media(media="print")
    for place in places:
        page.goto(place.url, wait_until="load")
        for link in ask(page, "unprinted"):
            yield f"{place.kind}: on paper the address of a link is wrong: {link}"
    page.close()


def complaints(page: Page) -> list[str]:
    """Collects what the browser's console complains of from now on."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(f"script: {error}"))
    page.on("console", lambda message: found.append(f"console: {message.text}")
            if message.type == "error" else None)
    page.on("requestfailed", lambda request: found.append(f"not loaded: {request.url}")
            if request.failure != "net::ERR_ABORTED" else None)
    return found


def looks(places: list[Place]) -> list[str]:
    """The findings about the looks of some pages, in a browser of their own."""
    found = []
    with chromium() as browser:
        page = browser.new_page()
        console = complaints(page)
        for place in places:
            problems = [*appearance(page, place), *shape(page, place), *console]
            found += [f"{place.kind}: {problem}" for problem in dict.fromkeys(problems)]
            console.clear()
        found += without_script(browser, places)
    return found


def without_script(browser: Browser, places: list[Place]) -> Iterator[str]:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for place in places:
        page.goto(place.url, wait_until="domcontentloaded")
        if not page.locator("main h1").first.is_visible() and "home" not in place.kind:
            yield f"{place.kind}: without JavaScript its heading is not seen"
        if page.locator("nav a:visible").count() < 2:
            yield f"{place.kind}: without JavaScript there is no way on"
        if page.locator("button.copy:visible").count():
            yield f"{place.kind}: without JavaScript a button is shown that does nothing"
    context.close()


def weight(browser: Browser, places: list[Place]) -> Iterator[str]:
    """What a first visit to an article loads, uncompressed and without images."""
    for place in places:
        context = browser.new_context(viewport={"width": 390, "height": 844})
        page, sizes = context.new_page(), {}

        def note(response: Response, sizes: dict[str, int] = sizes) -> None:
            if response.request.resource_type != "image":
                sizes[response.url] = len(response.body())

        page.on("response", note)
        page.goto(place.url, wait_until="networkidle")
        total = sum(sizes.values())
        style = sum(size for url, size in sizes.items() if url.endswith(".css"))
        print(f"  {place.kind}: {total:,} bytes, {style:,} of them style")
        if total > MOST_ARTICLE_BYTES:
            yield f"{place.kind}: {total:,} bytes are loaded, not {MOST_ARTICLE_BYTES:,} at most"
        if style > MOST_STYLE_BYTES:
            yield f"{place.kind}: {style:,} bytes of style, not {MOST_STYLE_BYTES:,} at most"
        context.close()


OBSERVER = """
window.shift = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


def shift(places: list[Place]) -> list[str]:
    """How far pages jump when their fonts come two seconds late."""
    found = []
    with chromium() as browser:
        for place in places:
            for width, height in WIDTHS.items():
                context = browser.new_context(viewport={"width": width, "height": height})
                page = context.new_page()
                page.add_init_script(OBSERVER)
                page.goto(place.url, wait_until="load")
                page.evaluate("document.fonts.ready")
                page.wait_for_timeout(200)
                value = page.evaluate("window.shift")
                print(f"  {place.kind}, {width} px: layout shift {value:.4f}")
                if value > MOST_SHIFT:
                    found.append(f"{place.kind}: {width} px: jumps by {value:.4f} with late fonts")
                context.close()
    return found


def all_places(sites: dict[str, str], names: tuple[str, ...] = ()) -> list[Place]:
    tables = {"demo": kinds.DEMO, "edges": kinds.EDGES}
    return [
        Place(kind, root + path)
        for site, root in sites.items()
        for kind, path in tables[site].items()
        if not names or kind in names
    ]


def timed(name: str, start: float, found: list[str]) -> list[str]:
    print(f"pages: {name}: {len(found)} problems ({time.monotonic() - start:.0f} s)")
    return found


def shared_out(task: Callable[[list[Place]], list[str]], places: list[Place], workers: int
               ) -> list[str]:
    """Runs a task on parts of the places, each in a browser of its own."""
    with ProcessPoolExecutor(workers) as pool:
        parts = pool.map(task, [places[index::workers] for index in range(workers)])
        return [finding for part in parts for finding in part]


def problems(folders: dict[str, Path]) -> Iterator[str]:
    with ExitStack() as stack:
        sites = {name: stack.enter_context(served(path)).root for name, path in folders.items()}
        late = stack.enter_context(served(folders["demo"], {".woff2": FONT_DELAY})).root
        start = time.monotonic()
        places = all_places(sites)
        yield from timed(f"{len(places)} looked at", start, shared_out(looks, places, WORKERS))
        start = time.monotonic()
        with chromium() as browser:
            yield from timed("weighed", start, list(weight(browser, all_places(sites, LIGHT))))
            start = time.monotonic()
            used = all_places(sites, USED)
            yield from timed(
                "used", start, [*comforts(browser, used), *paper(browser, used)])
        start = time.monotonic()
        places = all_places({"demo": late}, SHIFTING)
        yield from timed("with late fonts", start, shared_out(shift, places, WAITING))


def main() -> int:
    folders = dict(argument.split("=", 1) for argument in sys.argv[1:] if "=" in argument)
    if not folders or not set(folders) <= {"demo", "edges"}:
        print("usage: python3 -m sitechecks.pages demo=FOLDER [edges=FOLDER]", file=sys.stderr)
        return 2
    found = list(problems({name: Path(folder) for name, folder in folders.items()}))
    for problem in found:
        print(problem)
    print(f"pages: {len(found)} problems" if found else "pages: ok")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
