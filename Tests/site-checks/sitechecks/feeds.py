"""Atom feeds against RFC 4287 and JSON feeds against JSON Feed 1.1."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from .finding import Finding, main
from .site import Site

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
JSON_FEED = "https://jsonfeed.org/version/1.1"
RFC_3339 = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})", re.ASCII
)
RELATIVE_ADDRESS = re.compile(r"""\b(?:href|src)=["'](?!https?:|mailto:|tel:|\#)([^"']*)""")


def check(site: Site) -> Iterator[Finding]:
    atom, jsons = site.files("feed.xml"), site.files("feed.json")
    for kind, found in (("Atom", atom), ("JSON", jsons)):
        if not found:
            yield Finding("index.html", f"the site has no {kind} feed")
    for path in atom:
        yield from (Finding(path, message) for message in _atom(site, path))
    for path in jsons:
        yield from (Finding(path, message) for message in _json(site, path))
    for page in site.pages:
        for link in page.links("alternate"):
            if link.get("type") in ("application/atom+xml", "application/feed+json"):
                address = urljoin(page.url, link.get("href"))
                if site.file_at(address) not in (*atom, *jsons):
                    yield Finding(page.path, f"names a feed that does not exist: {address}")


def is_rfc_3339(text: str) -> bool:
    if not RFC_3339.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_absolute(address: str) -> bool:
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*:.", address) is not None


def _repeated(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def _atom(site: Site, path: str) -> Iterator[str]:
    text = site.text(path)
    if "<!DOCTYPE" in text:
        yield "holds a document type declaration"
    try:
        feed = ElementTree.fromstring(text.encode())
    except ElementTree.ParseError as error:
        yield f"is not well-formed XML: {error}"
        return
    if feed.tag != ATOM + "feed":
        yield f"its root is {feed.tag}, not an Atom feed"
        return
    if not feed.get(XML_LANG):
        yield "states no language (xml:lang)"
    yield from _common_constructs(feed, "the feed")
    links = {link.get("rel", "alternate"): link.get("href", "") for link in feed.iter(ATOM + "link")
             if link in list(feed)}
    if links.get("self") != site.url_of(path):
        yield f"its self link is {links.get('self')}, not {site.url_of(path)}"
    if site.file_at(links.get("alternate", "")) is None:
        yield f"its alternate link leads to no page: {links.get('alternate')}"

    entries = feed.findall(ATOM + "entry")
    for number, entry in enumerate(entries, 1):
        yield from _entry(site, feed, entry, f"entry {number}")
    for value in _repeated([entry.findtext(ATOM + "id", "") for entry in entries]):
        yield f"two entries have the id {value}"
    stamps = [entry.findtext(ATOM + "updated", "") for entry in entries]
    own = feed.findtext(ATOM + "updated", "")
    if is_rfc_3339(own) and any(
        is_rfc_3339(stamp) and datetime.fromisoformat(stamp) > datetime.fromisoformat(own)
        for stamp in stamps
    ):
        yield "is older (updated) than one of its entries"


def _common_constructs(element: ElementTree.Element, name: str) -> Iterator[str]:
    for child in ("id", "title", "updated"):
        found = element.findall(ATOM + child)
        if len(found) != 1:
            yield f"{name} has {len(found)} <{child}> elements, not one"
        elif not "".join(found[0].itertext()).strip():
            yield f"the <{child}> of {name} is empty"
    identifier = element.findtext(ATOM + "id", "")
    if identifier and not _is_absolute(identifier):
        yield f"the id of {name} is not an absolute IRI: {identifier}"
    for child in ("updated", "published"):
        stamp = element.findtext(ATOM + child)
        if stamp is not None and not is_rfc_3339(stamp):
            yield f"the <{child}> of {name} is not a date of RFC 3339: {stamp}"
    for author in element.findall(ATOM + "author"):
        if not author.findtext(ATOM + "name", "").strip():
            yield f"an author of {name} has no name"


def _entry(
    site: Site, feed: ElementTree.Element, entry: ElementTree.Element, name: str
) -> Iterator[str]:
    yield from _common_constructs(entry, name)
    if not entry.findall(ATOM + "author") and not feed.findall(ATOM + "author"):
        yield f"{name} has no author, nor has the feed"
    alternates = [
        link.get("href", "")
        for link in entry.findall(ATOM + "link")
        if link.get("rel", "alternate") == "alternate"
    ]
    content = entry.find(ATOM + "content")
    if not alternates and content is None:
        yield f"{name} has neither content nor a link to its page"
    for address in alternates:
        if site.is_own(address) and site.file_at(address) is None:
            yield f"{name} leads to a page that does not exist: {address}"
        elif not re.match("https?://", address):
            yield f"{name} has a link that is not absolute: {address}"
    for child in (content, entry.find(ATOM + "summary")):
        if child is not None and child.get("type") == "html" and not child.get(XML_BASE):
            for address in RELATIVE_ADDRESS.findall(child.text or ""):
                yield f"{name} holds a relative address, which feed readers cannot follow: {address}"


def _json(site: Site, path: str) -> Iterator[str]:
    try:
        feed = json.loads(site.text(path))
    except ValueError as error:
        yield f"is not JSON: {error}"
        return
    if feed.get("version") != JSON_FEED:
        yield f"its version is {feed.get('version')}, not {JSON_FEED}"
    if not feed.get("title"):
        yield "has no title"
    if not feed.get("language"):
        yield "states no language"
    if feed.get("feed_url") != site.url_of(path):
        yield f"its feed_url is {feed.get('feed_url')}, not {site.url_of(path)}"
    if site.file_at(str(feed.get("home_page_url", ""))) is None:
        yield f"its home_page_url leads to no page: {feed.get('home_page_url')}"
    items = feed.get("items")
    if not isinstance(items, list):
        yield "has no list of items"
        return
    for number, item in enumerate(items, 1):
        yield from _item(site, item, f"item {number}")
    for value in _repeated([str(item.get("id")) for item in items]):
        yield f"two items have the id {value}"


def _item(site: Site, item: dict, name: str) -> Iterator[str]:
    if not isinstance(item.get("id"), str) or not item["id"]:
        yield f"{name} has no id that is a string"
    if not isinstance(item.get("content_html", item.get("content_text")), str):
        yield f"{name} has neither content_html nor content_text"
    for address in RELATIVE_ADDRESS.findall(item.get("content_html", "")):
        yield f"{name} holds a relative address, which feed readers cannot follow: {address}"
    url = str(item.get("url", ""))
    if not urlsplit(url).scheme or (site.is_own(url) and site.file_at(url) is None):
        yield f"{name} leads to no page: {url}"
    for key in ("date_published", "date_modified"):
        if key in item and not is_rfc_3339(str(item[key])):
            yield f"the {key} of {name} is not a date of RFC 3339: {item[key]}"
    for author in item.get("authors", []):
        if not {"name", "url", "avatar"}.intersection(author):
            yield f"an author of {name} has no name"


if __name__ == "__main__":
    main("feeds", check)
