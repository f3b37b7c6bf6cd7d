"""What every page says about itself: language, heading, address, versions, structured data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import urljoin

from .finding import Finding, main
from .site import Page, Site

# Languages written from right to left that a site may have.
RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")


def check(site: Site) -> Iterator[Finding]:
    for page in site.pages:
        yield from (Finding(page.path, message) for message in _problems(page))


def _problems(page: Page) -> Iterator[str]:
    yield from _language(page)
    if page.is_redirect:
        yield from _redirect(page)
        return
    yield from _heading(page)
    yield from _images(page)
    yield from _dead_links(page)
    yield from _leftovers(page)
    yield from _structured_data(page)
    if page.is_not_found_page:
        if "noindex" not in (page.meta("robots") or ""):
            yield "the page of wrong addresses lets search engines list it"
        return
    yield from _canonical(page)
    yield from _alternates(page)
    yield from _switcher(page)


def _language(page: Page) -> Iterator[str]:
    language, direction = page.html.get("lang"), page.html.get("dir")
    if not LANGUAGE_TAG.fullmatch(language):
        yield f"<html lang> is ‘{language}’, not a language tag"
    expected = "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"
    if direction != expected:
        yield f"<html dir> is ‘{direction}’ where the language ‘{language}’ needs ‘{expected}’"


def _redirect(page: Page) -> Iterator[str]:
    target = urljoin(page.url, page.refresh_target)
    if page.site.is_own(target) and page.site.file_at(target) is None:
        yield f"redirects to {target}, which does not exist"
    if [link.get("href") for link in page.links("canonical")] != [target]:
        yield f"redirects to {target}, which is not its canonical address"
    if not any(urljoin(page.url, link.get("href")) == target for link in page.all("a")):
        yield f"has no link to {target} for a reader whose browser does not redirect"


def _heading(page: Page) -> Iterator[str]:
    headings = page.all("h1")
    if len(headings) != 1:
        yield f"has {len(headings)} <h1> elements, not one"
    elif not headings[0].text.strip():
        yield "its <h1> is empty"
    titles = [title.text for title in page.all("title")]
    if not titles or not titles[0].strip():
        yield "has no <title>"
    levels = [int(e.tag[1]) for e in page.elements if re.fullmatch("h[1-6]", e.tag)]
    for previous, level in zip(levels, levels[1:]):
        if level > previous + 1:
            yield f"an <h{level}> follows an <h{previous}>: a level is skipped"


def _images(page: Page) -> Iterator[str]:
    for image in page.all("img"):
        name = image.get("src") or f"line {image.line}"
        if not image.has("alt"):
            yield f"the image {name} has no alt attribute"
        for size in ("width", "height"):
            if not re.fullmatch("[1-9][0-9]*", image.get(size)):
                yield f"the image {name} has no {size}"


def _dead_links(page: Page) -> Iterator[str]:
    for link in page.all("a"):
        target = link.get("href").strip()
        if not link.has("href") and not link.has("id"):
            yield f"line {link.line}: a link without an address"
        elif link.has("href") and (target in ("", "#") or target.lower().startswith("javascript:")):
            yield f"line {link.line}: a link that leads nowhere: href=\"{target}\""


def _leftovers(page: Page) -> Iterator[str]:
    """What a template leaves behind when it does not ask whether there is anything to show."""
    for element in page.elements:
        is_empty = element.tag in ("dl", "ol", "ul") and not element.text.strip()
        if is_empty and not element.is_hidden:
            yield f"line {element.line}: an empty <{element.tag}>"
        parent = element.parent
        if parent and element.tag == parent.tag == "bdi" and parent.text == element.text:
            yield f"line {element.line}: a <bdi> around nothing but another"


def _structured_data(page: Page) -> Iterator[str]:
    blocks = [s for s in page.all("script") if s.get("type") == "application/ld+json"]
    for block in blocks:
        try:
            data = json.loads(block.text)
        except ValueError as error:
            yield f"line {block.line}: its JSON-LD does not parse: {error}"
            continue
        for item in data if isinstance(data, list) else [data]:
            if not isinstance(item, dict) or item.get("@context") != "https://schema.org":
                yield f"line {block.line}: its JSON-LD states no schema.org context"
            elif "@type" not in item and "@graph" not in item:
                yield f"line {block.line}: its JSON-LD states no @type"


def _canonical(page: Page) -> Iterator[str]:
    addresses = [link.get("href") for link in page.links("canonical")]
    if not addresses and not page.is_indexed:
        return
    if len(addresses) != 1:
        yield f"has {len(addresses)} canonical addresses, not one"
    elif page.site.is_own(addresses[0]) and addresses[0] != page.url:
        yield f"its canonical address is {addresses[0]}, not its own, {page.url}"
    elif not re.match("https?://", addresses[0]):
        yield f"its canonical address is not absolute: {addresses[0]}"


def _alternates(page: Page) -> Iterator[str]:
    links, versions = page.version_links, page.versions
    if not page.is_indexed:
        return
    if len(links) != len(versions):
        yield "states two versions in one language"
    if versions.get(page.html.get("lang")) != page.url:
        yield "does not list itself among its versions (hreflang)"
    if "x-default" not in versions:
        yield "states no x-default version"
    elif versions["x-default"] not in [v for k, v in versions.items() if k != "x-default"]:
        yield f"its x-default version, {versions['x-default']}, is none of its versions"
    for language, url in versions.items():
        path = page.site.file_at(url)
        if path is None:
            yield f"its version in ‘{language}’, {url}, does not exist"
            continue
        other = page.site.page(path)
        if language != "x-default" and other.html.get("lang") != language:
            yield f"its version in ‘{language}’, {url}, is in ‘{other.html.get('lang')}’"
        if other.versions != versions:
            yield f"its version {url} lists other versions (hreflang is not reciprocal)"


def _switcher(page: Page) -> Iterator[str]:
    for link in page.all("a"):
        if not link.has("hreflang"):
            continue
        target = urljoin(page.url, link.get("href"))
        if not page.site.is_own(target):
            continue
        path = page.site.file_at(target)
        if path is None:
            yield f"line {link.line}: the link to another language leads nowhere: {target}"
        elif page.site.page(path).html.get("lang") != link.get("hreflang"):
            yield f"line {link.line}: {target} is not in ‘{link.get('hreflang')}’"


if __name__ == "__main__":
    main("heads", check)
