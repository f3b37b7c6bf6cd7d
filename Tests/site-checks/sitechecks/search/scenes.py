"""What a reader does on the search page, and what must come of it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from urllib.parse import quote

from playwright.sync_api import expect

from .reader import COUNTING_MODULE, WAIT, WIDTHS, Reader


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
    reader.page.goto(reader.server.root + reader.edition.home)
    if reader.width < 960:
        reader.page.locator("header .lens").click()
        reader.box().fill(reader.edition.query)
        reader.box().press("Enter")
    else:
        reader.page.locator("#_box").fill(reader.edition.query)
        reader.page.locator("#_box").press("Enter")
    reader.results()
    assert reader.address() == {"q": reader.edition.query}, reader.page.url


def words_typed_before_the_script_are_kept(reader: Reader) -> None:
    script = "**/search-page.*.js"
    held = []
    reader.page.route(script, lambda route: held.append(route))
    reader.page.goto(f"{reader.server.root}{reader.edition.home}search/", wait_until="commit")
    reader.box().fill(reader.edition.query)
    while not held:
        reader.page.wait_for_timeout(10)
    held[0].continue_()
    reader.results()
    reader.page.unroute(script)
    assert reader.address() == {"q": reader.edition.query}, reader.page.url


def filters_narrow_and_can_be_shared(reader: Reader) -> None:
    reader.open()
    reader.type(reader.edition.query)
    reader.results()
    expect(reader.page).to_have_url(re.compile(r"\?q="))
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

    reader.go_back()
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
    reader.go_back()
    expect(reader.page.locator("#_found h2")).to_have_text(longer, timeout=WAIT)


def the_way_back_leads_over_what_was_asked_for(reader: Reader) -> None:
    reader.open(reader.edition.query)
    reader.results()
    for words in (reader.edition.meant, reader.edition.query[:3]):
        reader.box().fill(words)
        reader.page.wait_for_url(f"**q={quote(words)}")
    reader.box().press("Enter")
    reader.results()
    reader.go_back()
    expect(reader.box()).to_have_value(reader.edition.query)
    assert reader.address() == {"q": reader.edition.query}, reader.page.url


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


def an_index_of_another_version_is_said_so(reader: Reader) -> None:
    foreign = zlib.compress(b'{"version": 99}')
    reader.page.route("**/search/index.bin", lambda route: route.fulfill(body=foreign))
    reader.open(reader.edition.query)
    expect(reader.status()).to_have_text(reader.edition.outdated, timeout=WAIT)
    reader.page.unroute("**/search/index.bin")
    reader.page.locator("#_retry button").click()
    reader.results()


def nothing_is_wider_than_the_screen(reader: Reader) -> None:
    for width in (320, reader.width):
        reader.page.set_viewport_size({"width": width, "height": WIDTHS[reader.width]})
        reader.open(f"{reader.edition.query} {'ط' * 400}")
        reader.results()
        reader.open_filters()
        wide = reader.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"the page is {wide} px wide on a screen of {width} px"


def the_count_has_the_right_plural(reader: Reader) -> None:
    reader.page.route("**/ctsite-search.js*", lambda route: route.fulfill(
        content_type="text/javascript", body=COUNTING_MODULE))
    reader.open()
    for count, text in reader.edition.counts.items():
        reader.box().fill(str(count))
        expect(reader.status()).to_have_text(text, timeout=WAIT)


def vocalised_words_are_marked_whole(reader: Reader) -> None:
    reader.open("المهرب القاضي")
    reader.results()
    marks = reader.page.locator("#_found li").first.locator("h2 mark")
    expect(marks).to_have_text(["المهرّبُ", "القاضيَ"])


def retracted_works_are_marked(reader: Reader) -> None:
    query, badge = reader.edition.retracted
    reader.open(query)
    reader.results()
    work = reader.page.locator("a[href*='returnee-estimates']")
    results = reader.page.locator("#_found li")
    expect(results.filter(has=work).locator(".badge").first).to_have_text(badge)
    expect(results.filter(has_not=work).locator(".badge")).to_have_count(0)


def superseded_queries_are_given_up(reader: Reader) -> None:
    asked: list[str] = []
    failed: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.page.on("requestfailed", lambda request: failed.append(request.url))
    reader.server.held.add("/search/terms/")
    reader.open()
    reader.box().fill(reader.edition.query)
    expect(reader.status()).to_have_text(reader.edition.busy, timeout=WAIT)
    held = {url for url in asked if "/search/terms/" in url}
    reader.box().fill(reader.edition.meant)
    reader.page.wait_for_url(f"**q={quote(reader.edition.meant)}")
    reader.server.held.clear()
    reader.results()
    expect(reader.page.locator("#_found mark").first).to_contain_text(
        reader.edition.meant, ignore_case=True)
    assert held and held <= set(failed), f"went on: {held - set(failed)}"


def press_until(reader: Reader, selector: str) -> None:
    """Presses the tabulator until the focus is on an element."""
    for _ in range(60):
        reader.page.keyboard.press("Tab")
        if reader.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            outline = reader.page.evaluate(
                "getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", f"nothing shows that the focus is on {selector}"
            return
    raise AssertionError(f"the tabulator does not reach {selector}")


def the_keyboard_is_enough(reader: Reader) -> None:
    reader.open()
    press_until(reader, "#_q")
    reader.page.keyboard.type(reader.edition.query)
    reader.results()
    if not reader.page.locator("#_narrow").evaluate("details => details.open"):
        press_until(reader, "#_narrow summary")
        reader.page.keyboard.press("Enter")
    expect(reader.page.locator("#_topic option").nth(1)).to_be_attached(timeout=WAIT)
    press_until(reader, "#_topic")
    reader.page.keyboard.press("ArrowDown")
    reader.page.wait_for_url("**topic=**")
    reader.results()
    press_until(reader, "#_found h2 a")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(lambda url: "/search/" not in url)


SCENES: list[Callable[[Reader], None]] = [
    results_appear_while_typing,
    enter_searches_from_every_page,
    words_typed_before_the_script_are_kept,
    filters_narrow_and_can_be_shared,
    each_filter_leaves_what_it_promises,
    more_results_stay_on_the_way_back,
    the_way_back_leads_over_what_was_asked_for,
    misspelt_words_are_mended,
    words_that_are_nowhere_are_said_so,
    hostile_words_stay_words,
    failures_are_said_and_mended,
    an_index_of_another_version_is_said_so,
    nothing_is_wider_than_the_screen,
    the_count_has_the_right_plural,
    vocalised_words_are_marked_whole,
    retracted_works_are_marked,
    superseded_queries_are_given_up,
    the_keyboard_is_enough,
]
#: Scenes in which requests fail on purpose, which the browser's console reports.
NOISY = {failures_are_said_and_mended, an_index_of_another_version_is_said_so}
