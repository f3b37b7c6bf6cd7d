"""The search page in WebKit, the engine of Safari."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, quote, urlsplit

from ..served import Server
from .reader import COUNTING_MODULE, EDITIONS, WIDTHS, Edition
from .webdriver import ENTER, TAB, WebDriver, webkit

TITLES = "#_found h2"


class Visit:
    """A window at the search page of a language."""

    def __init__(self, window: WebDriver, server: Server, edition: Edition) -> None:
        self.window, self.server, self.edition = window, server, edition

    def open(self, query: str = "") -> None:
        page = f"{self.server.root}{self.edition.home}search/"
        self.window.open(page + (f"?q={quote(query)}" if query else ""))
        self.window.run("window.violations = []; addEventListener('securitypolicyviolation',"
                        " ({blockedURI}) => violations.push(blockedURI))")

    def has_results(self) -> bool:
        return bool(self.titles()) and not self.window.texts("#_found[aria-busy]")

    def wait_for_results(self) -> None:
        self.window.until(self.has_results, "results")

    def wait_for_topics(self) -> None:
        self.window.until(
            lambda: self.window.run("return document.querySelector('#_topic').length > 1"),
            "topics")

    def titles(self) -> list[str]:
        return self.window.texts(TITLES)

    def status(self) -> str:
        return "".join(self.window.texts("#_status"))

    def address(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.window.run("return location.href")).query)

    def press_until(self, selector: str) -> None:
        for _ in range(60):
            self.window.press(TAB)
            if self.window.run("return document.activeElement.matches(arguments[0])", selector):
                return
        raise AssertionError(f"the tabulator does not reach {selector}")


def results_are_filtered_shared_and_left(visit: Visit) -> None:
    window, query = visit.window, visit.edition.query
    visit.open()
    window.type("#_q", query)
    visit.wait_for_results()
    assert re.fullmatch(visit.edition.counted, visit.status()), visit.status()
    assert any(visit.edition.marked in text for text in window.texts("#_found mark"))
    wide = window.run("return document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, f"the page is {wide} px wider than the screen"
    before = visit.titles()
    if not window.run("return document.querySelector('#_narrow').open"):
        window.click("#_narrow summary")
    visit.wait_for_topics()
    label = window.run("return document.querySelector('#_topic').options[1].text")
    promised = int(re.search(r"\((\d+)\)$", label)[1])
    window.click("#_topic option:nth-of-type(2)")
    window.until(lambda: "topic" in visit.address(), "the topic in the address")
    window.until(lambda: len(visit.titles()) == min(promised, 10), f"{promised} results")
    narrowed, shared = visit.titles(), window.run("return location.href")
    assert window.run("return violations") == []

    window.back()
    window.until(lambda: visit.titles() == before, "the results before the filter")
    window.open(shared)
    window.until(lambda: visit.titles() == narrowed, "the results of the shared address")


def failures_are_said_and_mended(visit: Visit) -> None:
    for prefix in ("/search/ctsite-search.js", "/search/index.bin", "/search/terms/",
                   "/search/texts/"):
        visit.server.failing.add(prefix)
        visit.open(visit.edition.query)
        visit.window.until(lambda: visit.edition.error in visit.status(), f"an error of {prefix}")
        assert not visit.titles() and not visit.window.texts("#_help")
        visit.server.failing.clear()
        visit.window.click("#_retry button")
        visit.wait_for_results()


def the_count_has_the_right_plural(visit: Visit) -> None:
    visit.server.scripts["/search/ctsite-search.js"] = COUNTING_MODULE
    for count, text in visit.edition.counts.items():
        visit.open(str(count))
        visit.window.until(lambda: visit.status() == text, f"‘{text}’, not ‘{visit.status()}’")


def vocalised_words_are_marked_whole(visit: Visit) -> None:
    visit.open("المهرب القاضي")
    visit.wait_for_results()
    assert visit.window.texts("#_found li:first-child h2 mark") == ["المهرّبُ", "القاضيَ"]


def the_keyboard_is_enough(visit: Visit) -> None:
    visit.open(visit.edition.query)
    visit.wait_for_results()
    if not visit.window.run("return document.querySelector('#_narrow').open"):
        visit.press_until("#_narrow summary")
        visit.window.press(ENTER)
    visit.wait_for_topics()
    visit.press_until("#_found h2 a")
    visit.window.press(ENTER)
    visit.window.until(lambda: "/search/" not in visit.window.run("return location.href"), "a page")


SCENES: list[Callable[[Visit], None]] = [
    results_are_filtered_shared_and_left,
    failures_are_said_and_mended,
    the_count_has_the_right_plural,
    vocalised_words_are_marked_whole,
    the_keyboard_is_enough,
]


def problems(server: Server) -> list[str]:
    found = []
    for width, height in WIDTHS.items():
        for edition in EDITIONS:
            for scene in SCENES:
                with webkit(width, height) as window:
                    try:
                        scene(Visit(window, server, edition))
                    except AssertionError as problem:
                        found.append(f"{edition.code}, {width} px, "
                                     f"{scene.__name__.replace('_', ' ')}: {problem}")
                server.failing.clear()
                server.scripts.clear()
    return found
