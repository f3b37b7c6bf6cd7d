"""That readers can search: python3 -m sitechecks.search FOLDER PICTURES [BROWSER …]

Drives the search page of the demo site in Chromium, Firefox and WebKit, as Debian has them: in both
languages, on a phone and on a desk.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Error, Page, sync_playwright

from ..served import Server, served
from . import webkit
from .reader import EDITIONS, WAIT, WIDTHS, Edition, Reader
from .scenes import NOISY, SCENES

#: What the page's policy forbids goes to the console in each browser.
REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", ({violatedDirective, blockedURI}) =>
  console.error(`the policy forbids ${blockedURI}: ${violatedDirective}`))
"""


#: Languages and widths.
WINDOWS = list(product(EDITIONS, WIDTHS))
#: In Firefox a scene takes three times as long as in Chromium: each language and width is seen once.
FEWER_WINDOWS = list(zip(EDITIONS, WIDTHS, strict=True))


def problems(
    browser: Browser, server: Server, pictures: Path | None, windows: list[tuple[Edition, int]]
) -> Iterator[str]:
    for (edition, width), scene in product(windows, SCENES):
        place = f"{edition.code}, {width} px, {scene.__name__.replace('_', ' ')}"
        with reading(browser, width, WIDTHS[width]) as (page, complaints):
            try:
                scene(Reader(page, server, edition, width, pictures))
            except (AssertionError, Error) as problem:
                server.held.clear()
                yield f"{place}: {str(problem).split('Call log:')[0].strip()}"
        if scene not in NOISY:
            yield from (f"{place}: {complaint}" for complaint in complaints)


@contextmanager
def reading(browser: Browser, width: int, height: int) -> Iterator[tuple[Page, list[str]]]:
    """A fresh browser window, and what its console complains of."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce"
    )
    context.set_default_timeout(WAIT)
    context.add_init_script(REPORT_VIOLATIONS)
    page, complaints = context.new_page(), []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text)
            if message.type == "error" else None)
    yield page, complaints
    context.close()


def without_script(browser: Browser, server: Server, edition: Edition) -> Iterator[str]:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.root}{edition.home}search/?q={quote(edition.query)}")
    if not page.locator("noscript .notice").is_visible():
        yield f"{edition.code}, without JavaScript: nothing says what to do instead"
    if page.locator("#_browse a:visible").count() < 2:
        yield f"{edition.code}, without JavaScript: there is nothing to browse"
    context.close()


def in_chromium(server: Server, pictures: Path) -> Iterator[str]:
    with sync_playwright() as playwright:
        # Chromium's own sandbox does not start for root, as in containers.
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for edition in EDITIONS:
            yield from without_script(browser, server, edition)
        yield from problems(browser, server, pictures, WINDOWS)
        browser.close()


def in_firefox(server: Server, _: Path) -> Iterator[str]:
    with sync_playwright() as playwright:
        # The channel is that of an unchanged Firefox, driven through WebDriver BiDi. On the way
        # back it shows pages as it kept them, which Playwright then cannot see; without that it
        # loads them again, which asks more of the page.
        browser = playwright.firefox.launch(
            channel="moz-firefox", executable_path=shutil.which("firefox-esr"),
            firefox_user_prefs={"browser.sessionhistory.max_total_viewers": 0})
        yield from problems(browser, server, None, FEWER_WINDOWS)
        browser.close()


def in_webkit(server: Server, _: Path) -> Iterator[str]:
    yield from webkit.problems(server)


BROWSERS = {"chromium": in_chromium, "firefox": in_firefox, "webkit": in_webkit}


def check(browser: str, folder: Path, pictures: Path) -> list[str]:
    with served(folder) as server:
        return list(BROWSERS[browser](server, pictures))


def main() -> int:
    folder, pictures, *browsers = sys.argv[1:] if len(sys.argv) > 2 else ("", "", "?")
    if unknown := set(browsers) - set(BROWSERS):
        print(f"usage: python3 -m sitechecks.search FOLDER PICTURES [{' | '.join(BROWSERS)}]",
              f"(not {', '.join(unknown)})", file=sys.stderr)
        return 2
    for command in ("chromium", "firefox-esr", "WebKitWebDriver", "Xvfb"):
        if shutil.which(command) is None:
            print(f"error: {command} is missing; run `make setup` first", file=sys.stderr)
            return 3
    shutil.rmtree(pictures, ignore_errors=True)
    Path(pictures).mkdir(parents=True)
    with ThreadPoolExecutor() as pool:
        names = browsers or list(BROWSERS)
        checked = pool.map(lambda name: check(name, Path(folder), Path(pictures)), names)
        found = dict(zip(names, checked, strict=True))
    for name, problems_of_browser in found.items():
        for problem in problems_of_browser:
            print(f"{name}: {problem}")
        count = len(problems_of_browser)
        print(f"search in {name}: {f'{count} problems' if count else 'ok'}")
    return 1 if any(found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
