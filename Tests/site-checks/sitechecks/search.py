"""That readers can search: python3 -m sitechecks.search FOLDER PICTURES

Drives the search page of the demo site in Chromium, in both languages, on a phone and on a desk.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

from playwright.sync_api import Browser, Error, Page, expect, sync_playwright

from .served import served

WIDTHS = {390: 844, 1280: 900}
WAIT = 10_000


@dataclass(frozen=True)
class Edition:
    """A language of the demo site and what a reader of it looks for."""

    code: str
    home: str
    query: str
    #: A word with more than ten results, and how it is marked in one of them.
    marked: str
    #: A word with one letter wrong, and the word.
    misspelt: str
    meant: str
    counted: str
    error: str


EDITIONS = [
    Edition("ar", "", "عراق", "العراق", "الارهلب", "الإرهاب", r"\d+ (نتائج|نتيجة)",
            "تعذّر تحميل البحث"),
    Edition("en", "en/", "security", "security", "terorism", "terrorism", r"\d+ results",
            "The search could not be loaded"),
]


@dataclass
class Reader:
    """A browser at the search page, and the addresses and pictures around it."""

    page: Page
    root: str
    edition: Edition
    width: int
    pictures: Path
    problems: list[str] = field(default_factory=list)

    def open(self, query: str = "", **filters: str) -> None:
        parameters = {"q": query, **filters} if query else filters
        pairs = "&".join(f"{name}={quote(value)}" for name, value in parameters.items())
        self.page.goto(f"{self.root}{self.edition.home}search/" + (f"?{pairs}" if pairs else ""))

    def address(self) -> dict[str, str]:
        parameters = parse_qs(urlsplit(self.page.url).query)
        return {name: values[0] for name, values in parameters.items()}

    @property
    def titles(self) -> list[str]:
        return self.page.locator("#_found h2").all_inner_texts()

    def box(self):
        return self.page.locator("#_q")

    def status(self):
        return self.page.locator("#_status")

    def results(self):
        """The links of the results, once they are all there."""
        links = self.page.locator("#_found h2 a")
        expect(links.first).to_be_visible(timeout=WAIT)
        expect(self.page.locator("#_found")).not_to_have_attribute("aria-busy", "true")
        return links

    def type(self, text: str) -> None:
        self.box().press_sequentially(text, delay=20)

    def open_filters(self) -> None:
        if not self.page.locator("#_narrow").evaluate("details => details.open"):
            self.page.locator("#_narrow summary").click()
        expect(self.page.locator("#_topic option").nth(1)).to_be_attached(timeout=WAIT)

    def photograph(self, name: str) -> None:
        self.page.evaluate("document.fonts.ready")
        name = f"{self.edition.code}-{name}-{self.width}"
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            self.page.screenshot(path=self.pictures / f"{name}-{scheme}.png", full_page=True)
        self.page.emulate_media(color_scheme="light")


def results_appear_while_typing(reader: Reader) -> None:
    reader.open()
    expect(reader.page.locator("#_browse")).to_be_visible()
    reader.photograph("start")
    reader.box().click()
    reader.type(reader.edition.query)
    reader.results()
    expect(reader.box()).to_be_focused()
    expect(reader.status()).to_have_text(re.compile(f"^{reader.edition.counted}$"))
    expect(reader.status()).to_have_attribute("role", "status")
    expect(reader.page.locator("#_found mark").filter(has_text=reader.edition.marked).first
           ).to_be_visible()
    assert reader.address() == {"q": reader.edition.query}, reader.page.url
    # English from the Arabic page is marked as such, and the reverse.
    for article in reader.page.locator("#_found article").all():
        language, direction = article.get_attribute("lang"), article.get_attribute("dir")
        assert (language, direction) in {("ar", "rtl"), ("en", "ltr")}, (language, direction)
    reader.photograph("results")


def enter_searches_from_every_page(reader: Reader) -> None:
    reader.page.goto(reader.root + reader.edition.home)
    if reader.width < 960:
        reader.page.locator("header .lens").click()
        reader.box().fill(reader.edition.query)
        reader.box().press("Enter")
    else:
        reader.page.locator("#_box").fill(reader.edition.query)
        reader.page.locator("#_box").press("Enter")
    reader.results()
    assert reader.address() == {"q": reader.edition.query}, reader.page.url


def filters_narrow_and_can_be_shared(reader: Reader) -> None:
    reader.open(reader.edition.query)
    reader.results()
    before = reader.titles
    reader.open_filters()
    option = reader.page.locator("#_topic option").nth(1)
    key, label = option.get_attribute("value"), option.inner_text()
    promised = int(re.search(r"\((\d+)\)$", label)[1])
    reader.page.locator("#_topic").select_option(key)
    expect(reader.page.locator("#_found h2")).to_have_count(min(promised, 10), timeout=WAIT)
    narrowed = reader.titles
    assert reader.address() == {"q": reader.edition.query, "topic": key}, reader.page.url
    reader.photograph("filtered")

    other = reader.page.context.new_page()
    other.goto(reader.page.url)
    expect(other.locator("#_found h2")).to_have_text(narrowed, timeout=WAIT)
    expect(other.locator("#_topic")).to_have_value(key)
    expect(other.locator("#_q")).to_have_value(reader.edition.query)
    other.close()

    reader.page.go_back()
    expect(reader.page.locator("#_found h2")).to_have_text(before, timeout=WAIT)
    expect(reader.page.locator("#_topic")).to_have_value("")
    reader.page.go_forward()
    expect(reader.page.locator("#_found h2")).to_have_text(narrowed, timeout=WAIT)
    reader.page.locator("#_clear").click()
    expect(reader.page.locator("#_found h2")).to_have_text(before, timeout=WAIT)


def each_filter_leaves_what_it_promises(reader: Reader) -> None:
    for name in ("lang", "year", "author"):
        reader.open(reader.edition.query)
        reader.results()
        reader.open_filters()
        option = reader.page.locator(f"#_{name} option").last
        key, label = option.get_attribute("value"), option.inner_text()
        promised = int(re.search(r"\((\d+)\)$", label)[1])
        reader.page.locator(f"#_{name}").select_option(key)
        expect(reader.page.locator("#_found h2")).to_have_count(min(promised, 10), timeout=WAIT)
        assert reader.address()[name] == key, reader.page.url


def more_results_stay_on_the_way_back(reader: Reader) -> None:
    reader.open(reader.edition.query)
    reader.results()
    first = reader.titles
    reader.page.locator("#_found .pages button").click()
    eleventh = reader.page.locator("#_found h2 a").nth(10)
    expect(eleventh).to_be_focused(timeout=WAIT)
    longer = reader.titles
    assert longer[:10] == first and len(set(longer)) == len(longer), longer
    eleventh.click()
    reader.page.wait_for_url(lambda url: "search" not in url)
    reader.page.go_back()
    expect(reader.page.locator("#_found h2")).to_have_text(longer, timeout=WAIT)


def misspelt_words_are_mended(reader: Reader) -> None:
    reader.open(reader.edition.misspelt)
    link = reader.page.locator("#_meant a")
    expect(link).to_have_text(reader.edition.meant, timeout=WAIT)
    reader.photograph("misspelt")
    link.click()
    reader.results()
    expect(reader.box()).to_have_value(reader.edition.meant)
    expect(reader.page.locator("#_meant")).to_be_hidden()


def words_that_are_nowhere_are_said_so(reader: Reader) -> None:
    reader.open("qqzzxxvv")
    expect(reader.page.locator("#_help")).to_be_visible(timeout=WAIT)
    expect(reader.page.locator("#_found")).to_be_hidden()
    expect(reader.status()).not_to_be_empty()
    reader.photograph("none")


def hostile_words_stay_words(reader: Reader) -> None:
    hostile = '"><img src=x onerror="window.broken = true">'
    for query in (hostile, f"{reader.edition.query} {hostile}"):
        reader.open(query, topic=hostile, year=hostile)
        expect(reader.status()).not_to_be_empty(timeout=WAIT)
        expect(reader.box()).to_have_value(query)
        assert reader.page.locator("main img").count() == 0, "an element came out of the query"
        assert reader.page.evaluate("window.broken") is None, "a script came out of the query"


def failures_are_said_and_mended(reader: Reader) -> None:
    for pattern in ("**/ctsite-search.js*", "**/search/index.bin", "**/search/terms/*",
                    "**/search/texts/**"):
        reader.page.route(pattern, lambda route: route.abort())
        reader.open(reader.edition.query)
        expect(reader.status()).to_contain_text(reader.edition.error, timeout=WAIT)
        expect(reader.page.locator("#_help")).to_be_hidden()
        expect(reader.page.locator("#_found")).to_be_hidden()
        reader.page.unroute(pattern)
        if "terms" in pattern:
            reader.photograph("error")
        reader.page.locator("#_retry button").click()
        reader.results()
        expect(reader.page.locator("#_retry")).to_be_hidden()


def nothing_is_wider_than_the_screen(reader: Reader) -> None:
    for width in (320, reader.width):
        reader.page.set_viewport_size({"width": width, "height": WIDTHS[reader.width]})
        reader.open(f"{reader.edition.query} {'ط' * 400}")
        reader.results()
        reader.open_filters()
        wide = reader.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"the page is {wide} px wide on a screen of {width} px"


SCENES: list[Callable[[Reader], None]] = [
    results_appear_while_typing,
    enter_searches_from_every_page,
    filters_narrow_and_can_be_shared,
    each_filter_leaves_what_it_promises,
    more_results_stay_on_the_way_back,
    misspelt_words_are_mended,
    words_that_are_nowhere_are_said_so,
    hostile_words_stay_words,
    failures_are_said_and_mended,
    nothing_is_wider_than_the_screen,
]
#: Scenes in which requests fail on purpose, which the browser's console reports.
NOISY = {failures_are_said_and_mended}


def problems(browser: Browser, root: str, pictures: Path) -> Iterator[str]:
    for edition in EDITIONS:
        yield from without_script(browser, root, edition)
        for width, height in WIDTHS.items():
            for scene in SCENES:
                place = f"{edition.code}, {width} px, {scene.__name__.replace('_', ' ')}"
                with reading(browser, width, height) as (page, complaints):
                    try:
                        scene(Reader(page, root, edition, width, pictures))
                    except (AssertionError, Error) as problem:
                        page.screenshot(path=pictures / f"failed-{scene.__name__}.png")
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
    page, complaints = context.new_page(), []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text)
            if message.type == "error" else None)
    yield page, complaints
    context.close()


def without_script(browser: Browser, root: str, edition: Edition) -> Iterator[str]:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}{edition.home}search/?q={quote(edition.query)}")
    if not page.locator("noscript .notice").is_visible():
        yield f"{edition.code}, without JavaScript: nothing says what to do instead"
    if page.locator("#_browse a:visible").count() < 2:
        yield f"{edition.code}, without JavaScript: there is nothing to browse"
    context.close()


def main() -> int:
    if len(sys.argv) != 3:
        print("usage: python3 -m sitechecks.search FOLDER PICTURES", file=sys.stderr)
        return 2
    folder, pictures = Path(sys.argv[1]), Path(sys.argv[2])
    chromium = shutil.which("chromium")
    if chromium is None:
        print("error: chromium is missing; run `make setup` first", file=sys.stderr)
        return 3
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    with served(folder) as root, sync_playwright() as playwright:
        # Chromium's own sandbox does not start for root, as in containers.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        found = list(problems(browser, root, pictures))
        browser.close()
    for problem in found:
        print(problem)
    print(f"search: {len(found)} problems" if found else "search: ok")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
