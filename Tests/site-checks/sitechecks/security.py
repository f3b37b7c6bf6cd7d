"""That the strict Content-Security-Policy holds, and that assets are what the pages say."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from urllib.parse import urljoin

from .finding import Finding, main
from .site import Element, Page, Site

# Script types that hold data and never run: a policy does not concern them.
DATA_TYPES = {"application/ld+json", "application/json"}
LOOSE_SOURCES = {"*", "'unsafe-inline'", "'unsafe-eval'", "data:", "http:", "https:"}


def check(site: Site) -> Iterator[Finding]:
    for page in site.pages:
        for message in _problems(page):
            yield Finding(page.path, message)
    yield from _headers(site)


def _problems(page: Page) -> Iterator[str]:
    for element in page.elements:
        place = f"line {element.line}: "
        if element.tag == "style":
            yield place + "a style element"
        if element.tag == "script" and not element.has("src"):
            if element.get("type") not in DATA_TYPES:
                yield place + "a script written into the page"
        if element.has("style"):
            yield place + f"a style attribute on <{element.tag}>"
        for name in element.attributes:
            if re.fullmatch("on[a-z]+", name):
                yield place + f"an event handler, {name}, on <{element.tag}>"
        if element.get("http-equiv").lower() == "content-security-policy":
            yield from (place + problem for problem in policy_problems(element.get("content")))
        if not page.is_redirect:
            yield from (place + problem for problem in _integrity(page, element))


def _integrity(page: Page, element: Element) -> Iterator[str]:
    source = element.get("src") if element.tag == "script" else element.get("href")
    is_asset = (element.tag == "script" and element.has("src")) or (
        element.tag == "link" and "stylesheet" in element.rel
    )
    if not is_asset and not element.has("integrity"):
        return
    path = page.site.file_at(urljoin(page.url, source))
    if path is None:
        yield f"{source} is not a file of the site"
    elif not element.has("integrity"):
        yield f"{source} has no integrity attribute"
    else:
        content = (page.site.folder / path).read_bytes()
        if element.get("integrity") not in {
            f"{name}-{base64.b64encode(hashlib.new(name, content).digest()).decode()}"
            for name in ("sha256", "sha384", "sha512")
        }:
            yield f"the integrity of {source} is not that of the file"


def policy_problems(policy: str) -> Iterator[str]:
    """What makes a Content-Security-Policy less than strict."""
    directives = {
        words[0].lower(): words[1:]
        for words in (part.split() for part in policy.split(";"))
        if words
    }
    if "default-src" not in directives:
        yield "the policy states no default-src"
    for name in ("script-src", "style-src", "object-src", "base-uri"):
        inherited = None if name == "base-uri" else directives.get("default-src")
        sources = directives.get(name, inherited)
        if sources is None:
            yield f"the policy states no {name}"
        for source in LOOSE_SOURCES.intersection(sources or []):
            yield f"the policy allows {source} in {name}"


def _headers(site: Site) -> Iterator[Finding]:
    if not (site.folder / "_headers").is_file():
        yield Finding("_headers", "does not exist")
        return
    policies: dict[str, str] = {}
    place = None
    for number, line in enumerate(site.text("_headers").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if not line[0].isspace():
            place = line.strip()
            continue
        name, colon, value = line.strip().partition(":")
        if place is None or not colon or not value.strip():
            yield Finding("_headers", f"line {number} is neither a path nor a header of one")
        elif name.lower() == "content-security-policy":
            policies[place] = value.strip()
    if site.base_path + "*" not in policies:
        yield Finding("_headers", "gives no Content-Security-Policy to every page")
    for policy in policies.values():
        yield from (Finding("_headers", problem) for problem in policy_problems(policy))


if __name__ == "__main__":
    main("security", check)
