"""A built site as the checks see it: files, and pages as lists of elements."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit


class BrokenSite(Exception):
    """The folder is not a site that can be checked at all."""


@dataclass
class Element:
    """An element's start tag, and all the text below it."""

    tag: str
    attributes: dict[str, str | None]
    line: int
    text: str = ""
    parent: Element | None = field(default=None, repr=False)

    def get(self, name: str) -> str:
        """The attribute's value; empty when it is absent or has none."""
        return self.attributes.get(name) or ""

    def has(self, name: str) -> bool:
        return name in self.attributes

    @property
    def is_hidden(self) -> bool:
        """Whether it waits for a script, itself or with what it is in."""
        return self.has("hidden") or self.parent is not None and self.parent.is_hidden

    @property
    def rel(self) -> set[str]:
        return set(self.get("rel").lower().split())


class _ElementReader(HTMLParser):
    # Elements without an end tag: HTML Standard, 13.1.2 “void elements”.
    VOID = set("area base br col embed hr img input link meta source track wbr".split())

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self._add(tag, attrs)
        if tag not in self.VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(tag, attrs)

    def _add(self, tag: str, attrs: list[tuple[str, str | None]]) -> Element:
        parent = self._open[-1] if self._open else None
        element = Element(tag, dict(attrs), self.getpos()[0], parent=parent)
        self.elements.append(element)
        return element

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                return

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data


@dataclass
class Page:
    """An HTML file."""

    site: Site
    #: Relative to the site's folder: `en/index.html`.
    path: str
    elements: list[Element] = field(repr=False)

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    def links(self, rel: str) -> list[Element]:
        """`<link>` elements of a relation."""
        return [element for element in self.all("link") if rel in element.rel]

    def meta(self, name: str) -> str | None:
        """The content of `<meta name>`."""
        for element in self.all("meta"):
            if element.get("name").lower() == name:
                return element.get("content")
        return None

    @property
    def html(self) -> Element:
        return next(iter(self.all("html")), Element("html", {}, 1))

    @property
    def url(self) -> str:
        """The page's own absolute address."""
        return self.site.url_of(self.path)

    @cached_property
    def refresh_target(self) -> str | None:
        """Where the page sends its reader, when it is a redirect."""
        for element in self.all("meta"):
            if element.get("http-equiv").lower() == "refresh":
                return element.get("content").partition("=")[2].strip().strip("'\"")
        return None

    @property
    def is_redirect(self) -> bool:
        return self.refresh_target is not None

    @property
    def is_not_found_page(self) -> bool:
        return Path(self.path).name == "404.html"

    @property
    def is_indexed(self) -> bool:
        """Whether search engines may list it."""
        hidden = "noindex" in (self.meta("robots") or "").lower()
        return not (hidden or self.is_redirect or self.is_not_found_page)

    @property
    def is_syndicated(self) -> bool:
        """Whether it says that its text belongs to another site."""
        return any(not self.site.is_own(link.get("href")) for link in self.links("canonical"))

    @property
    def version_links(self) -> list[Element]:
        """The links to the page in each language, itself included."""
        return [link for link in self.links("alternate") if link.has("hreflang")]

    @property
    def versions(self) -> dict[str, str]:
        """The absolute addresses of the page by language, and of its default under `x-default`."""
        return {link.get("hreflang"): link.get("href") for link in self.version_links}


class Site:
    """A folder with a built site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self._pages: dict[str, Page] = {}

    @classmethod
    def load(cls, folder: Path) -> Site:
        site = cls(folder)
        if not (site.folder / "index.html").is_file():
            raise BrokenSite("there is no index.html: build the site first")
        return site

    def files(self, pattern: str) -> list[str]:
        """Files that match a glob, relative to the folder, sorted."""
        return sorted(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob(pattern)
            if path.is_file()
        )

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def page(self, path: str) -> Page:
        if path not in self._pages:
            reader = _ElementReader()
            reader.feed(self.text(path))
            reader.close()
            self._pages[path] = Page(self, path, reader.elements)
        return self._pages[path]

    @cached_property
    def pages(self) -> list[Page]:
        return [self.page(path) for path in self.files("*.html")]

    @cached_property
    def base_url(self) -> str:
        """The absolute address of the site's root, as the front page states it."""
        canonical = [link.get("href") for link in self.page("index.html").links("canonical")]
        if len(canonical) != 1 or not canonical[0].endswith("/"):
            raise BrokenSite("index.html states no canonical address that ends in a slash")
        return canonical[0]

    @property
    def base_path(self) -> str:
        return urlsplit(self.base_url).path

    def url_of(self, path: str) -> str:
        """The absolute address of a file, percent-encoded; a folder's for its index.html."""
        return self.base_url + quote(path.removesuffix("index.html"), safe="/!$&'()*+,;=:@")

    def is_own(self, url: str) -> bool:
        """Whether an absolute address belongs to this site."""
        return url.startswith(self.base_url)

    def file_at(self, url: str) -> str | None:
        """The file that answers an absolute address of this site, if there is one."""
        if not self.is_own(url):
            return None
        path = unquote(urlsplit(url).path.removeprefix(self.base_path))
        if path == "" or path.endswith("/"):
            path += "index.html"
        return path if (self.folder / path).is_file() else None
