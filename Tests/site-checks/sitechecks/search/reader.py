"""A reader of the demo site: what is looked for in each language, and the page it is looked for on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

from playwright.sync_api import Page, expect

from ..served import Server

WIDTHS = {390: 844, 1280: 900}
WAIT = 15_000


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
    #: A query that finds a retracted work, and its badge.
    retracted: tuple[str, str]
    busy: str
    error: str
    outdated: str
    #: What is said of so many results.
    counts: dict[int, str]


EDITIONS = [
    Edition("ar", "", "عراق", "العراق", "الارهلب", "الإرهاب", r"\d+ (نتائج|نتيجة)",
            ("كم عاد من المقاتلين", "مسحوب"),
            "جارٍ البحث…", "تعذّر تحميل البحث",
            "حُدِّث الموقع بعد فتح هذه الصفحة. حاول مرة أخرى.",
            {0: "لا نتائج لهذا البحث", 1: "نتيجة واحدة", 2: "نتيجتان", 3: "3 نتائج",
             10: "10 نتائج", 11: "11 نتيجة", 99: "99 نتيجة", 100: "100 نتيجة", 102: "102 نتيجة",
             103: "103 نتائج", 1011: "1,011 نتيجة"}),
    Edition("en", "en/", "security", "security", "terorism", "terrorism", r"\d+ results",
            ("how many foreign fighters", "Retracted"),
            "Searching…", "The search could not be loaded",
            "The site was updated after this page was opened. Try again.",
            {0: "No results for this search", 1: "1 result", 2: "2 results", 11: "11 results",
             1011: "1,011 results"}),
]

#: A module that finds as many results as the query says.
COUNTING_MODULE = """
const result = {url: "/", title: "x", lang: "en", date: "", authors: [], topics: [], excerpt: ""}
const search = async (query) => ({
  total: Number(query), results: Number(query) ? [result] : [], terms: [],
  facets: {lang: [], year: [], topic: [], author: []},
})
export const open = async () => ({search, mark: (text) => text})
"""


@dataclass
class Reader:
    """A browser at the search page, and the addresses and pictures around it."""

    page: Page
    server: Server
    edition: Edition
    width: int
    #: Where pictures go; none are taken without it. Playwright takes them with a style of its own,
    #: which the policy of the page forbids in Firefox.
    pictures: Path | None

    def open(self, query: str = "", **filters: str) -> None:
        parameters = {"q": query, **filters} if query else filters
        pairs = "&".join(f"{name}={quote(value)}" for name, value in parameters.items())
        self.page.goto(f"{self.server.root}{self.edition.home}search/" + (f"?{pairs}" if pairs else ""))

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

    def go_back(self) -> None:
        """As the button does; Playwright's own waits for a load, which a kept page does not have."""
        self.page.evaluate("setTimeout(() => history.back())")

    def photograph(self, name: str) -> None:
        if self.pictures is None:
            return
        self.page.evaluate("document.fonts.ready")
        name = f"{self.edition.code}-{name}-{self.width}"
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            self.page.screenshot(path=self.pictures / f"{name}-{scheme}.png", full_page=True)
        self.page.emulate_media(color_scheme="light")
