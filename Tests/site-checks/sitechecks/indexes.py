"""The files for machines: sitemap.xml, robots.txt, llms.txt and _redirects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin
from xml.etree import ElementTree

from .finding import Finding, main
from .site import Page, Site

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML_LINK = "{http://www.w3.org/1999/xhtml}link"
W3C_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?")
ROBOTS_FIELDS = {"user-agent", "allow", "disallow", "sitemap"}
# The limits of the sitemap protocol.
MOST_ADDRESSES, MOST_BYTES = 50_000, 50 * 1024 * 1024


def check(site: Site) -> Iterator[Finding]:
    for path, problems in (
        ("sitemap.xml", _sitemap),
        ("robots.txt", _robots),
        ("llms.txt", _llms),
        ("_redirects", _redirects),
    ):
        if (site.folder / path).is_file():
            yield from (Finding(path, message) for message in problems(site))
        else:
            yield Finding(path, "does not exist")


def _sitemap(site: Site) -> Iterator[str]:
    listed: set[str] = set()
    pending = ["sitemap.xml"]
    for path in pending:
        if (site.folder / path).stat().st_size > MOST_BYTES:
            yield f"{path} is larger than 50 MB"
        try:
            root = ElementTree.fromstring(site.text(path).encode())
        except ElementTree.ParseError as error:
            yield f"{path} is not well-formed XML: {error}"
            return
        if root.tag == SITEMAP + "sitemapindex":
            for part in root.iter(SITEMAP + "loc"):
                found = site.file_at((part.text or "").strip())
                if found is None:
                    yield f"names a sitemap that does not exist: {part.text}"
                elif found not in pending:
                    pending.append(found)
            continue
        if root.tag != SITEMAP + "urlset":
            yield f"the root of {path} is {root.tag}, not a sitemap"
            return
        entries = root.findall(SITEMAP + "url")
        if len(entries) > MOST_ADDRESSES:
            yield f"{path} holds more than 50,000 addresses"
        for entry in entries:
            yield from _sitemap_entry(site, entry, listed)
    files = {site.file_at(address) for address in listed}
    for page in site.pages:
        if page.is_indexed and not page.is_syndicated and page.path not in files:
            yield f"does not list {page.url}"


def _sitemap_entry(site: Site, entry: ElementTree.Element, listed: set[str]) -> Iterator[str]:
    address = entry.findtext(SITEMAP + "loc", "").strip()
    path = site.file_at(address)
    if address in listed:
        yield f"lists {address} twice"
    if path is None:
        yield f"lists an address that does not exist: {address}"
    else:
        yield from _sitemap_versions(site.page(path), entry, address)
    modified = entry.findtext(SITEMAP + "lastmod")
    if modified is not None and not W3C_DATE.fullmatch(modified.strip()):
        yield f"the lastmod of {address} is no date: {modified}"
    listed.add(address)


def _sitemap_versions(page: Page, entry: ElementTree.Element, address: str) -> Iterator[str]:
    """A page's versions are held against those in its head, which are known to be reciprocal."""
    if not page.is_indexed or page.is_syndicated:
        yield f"lists a page that search engines may not list: {address}"
    versions = {link.get("hreflang", ""): link.get("href", "") for link in entry.findall(XHTML_LINK)}
    is_alone = set(page.versions) <= {page.html.get("lang"), "x-default"}
    if versions != page.versions and not (is_alone and not versions):
        yield f"the versions of {address} are not those that the page states"


def _robots(site: Site) -> Iterator[str]:
    agent, sitemaps = None, 0
    for number, line in enumerate(site.text("robots.txt").splitlines(), 1):
        line = line.partition("#")[0].strip()
        if not line:
            continue
        name, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or name.lower() not in ROBOTS_FIELDS:
            yield f"line {number} is no rule: {line}"
        elif name.lower() == "user-agent":
            agent = value
        elif name.lower() == "sitemap":
            sitemaps += 1
            if site.file_at(value) is None:
                yield f"names a sitemap that does not exist: {value}"
        elif agent is None:
            yield f"line {number} stands before any User-agent"
        elif agent == "*" and name.lower() == "disallow" and value == "/":
            yield "closes the whole site to every robot"
    if agent is None:
        yield "has no User-agent"
    if not sitemaps:
        yield "names no sitemap"


def _llms(site: Site) -> Iterator[str]:
    lines = site.text("llms.txt").splitlines()
    if not lines or not re.match(r"# \S", lines[0]):
        yield "does not begin with a heading (# …)"
    if sum(line.startswith("# ") for line in lines) > 1:
        yield "has more than one heading of level 1"
    if not any(line.startswith("> ") for line in lines):
        yield "has no summary (> …)"
    if not any(line.startswith("## ") for line in lines):
        yield "has no section (## …)"
    in_section = False
    for number, line in enumerate(lines, 1):
        if line.startswith("## "):
            in_section = True
        elif in_section and line.strip():
            link = re.match(r"- \[.+\]\(([^()\s]+)\)(: .+)?$", line)
            if not link:
                yield f"line {number} of a section is no link: {line}"
            elif site.is_own(link.group(1)) and site.file_at(link.group(1)) is None:
                yield f"line {number} leads to nothing: {link.group(1)}"
            elif not re.match("https?://", link.group(1)):
                yield f"line {number} has an address that is not absolute: {link.group(1)}"


def _redirects(site: Site) -> Iterator[str]:
    seen: set[str] = set()
    for number, line in enumerate(site.text("_redirects").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        words = line.split()
        status = words.pop() if re.fullmatch(r"\d{3}!?", words[-1]) else "301"
        if len(words) < 2 or status.rstrip("!") not in {"301", "302", "307", "308", "200", "404"}:
            yield f"line {number} is no redirect: {line}"
            continue
        source, target = words[0] + " ".join(words[1:-1]), words[-1]
        if source in seen:
            yield f"line {number} redirects {source} a second time"
        seen.add(source)
        absolute = urljoin(site.base_url, target)
        if ":" not in target.partition("/")[0] and site.file_at(absolute) is None:
            yield f"line {number} leads to nothing: {target}"


if __name__ == "__main__":
    main("indexes", check)
