"""Writes a corpus as a site of ctsite, and as one of Hugo."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from .articles import Article, Corpus, Edition
from .aside import Aside
from .texts import PARAGRAPHS

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
HUGO_SITE = ROOT / "Benchmarks/hugo-site"
SITE = """\
title: {ar: بوابة الدراسات, en: Research Portal}
description: {ar: دراسات في الأمن والسياسات, en: Studies in security and policy}
url: https://portal.example.org/
timezone: Asia/Baghdad
page_size: 20
languages:
  - {code: ar, name: العربية, locale: ar-IQ, path: /}
  - {code: en, name: English, locale: en-GB, path: /en/}
"""


@dataclass
class Size:
    """What a corpus holds."""

    arabic: int = 0
    english: int = 0
    bytes: int = 0


def write_sites(folder: Path, count: int, aside: Aside) -> Size:
    """Writes `ctsite/` and `hugo/` unless they are there, made of the same sources."""
    record, made_of = folder / "size.json", digest_of_sources()
    if record.exists():
        known = json.loads(record.read_text())
        if known.pop("made_of", None) == made_of:
            return Size(**known)
    aside.take(folder)
    corpus, size = Corpus(count), Size()
    shutil.copytree(TEMPLATES, folder / "ctsite/templates")
    shutil.copytree(HUGO_SITE, folder / "hugo")
    write_registries(folder / "ctsite/content", corpus)
    for article in corpus.articles():
        size.arabic += 1
        size.english += "en" in article.editions
        for language, edition in article.editions.items():
            size.bytes += write_for_ctsite(folder / "ctsite", corpus, article, language, edition)
            write_for_hugo(folder / "hugo", corpus, article, language, edition)
    record.write_text(json.dumps(asdict(size) | {"made_of": made_of}))
    return size


def digest_of_sources() -> str:
    """Changes with everything that decides about the bytes of a site."""
    digest = hashlib.sha256()
    for folder in (Path(__file__).parent, PARAGRAPHS.parent, TEMPLATES, HUGO_SITE):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                data = path.read_bytes()
                digest.update(f"{path.relative_to(ROOT)}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def write_registries(content: Path, corpus: Corpus) -> None:
    write(content / "site.yaml", SITE)
    for name, entries in (("topics", corpus.topics), ("authors", corpus.authors)):
        lines = [
            f"{entry.key}: {{name: {{ar: {quoted(entry.arabic)}, en: {quoted(entry.english)}}}}}\n"
            for entry in entries
        ]
        write(content / f"{name}.yaml", "".join(lines))


def write_for_ctsite(
    site: Path, corpus: Corpus, article: Article, language: str, edition: Edition
) -> int:
    """One folder a work; the translation inherits what it does not state."""
    tags = [corpus.tags[tag].text(language) for tag in article.tags]
    fields: dict[str, object] = {"title": edition.title, "summary": edition.summary, "tags": tags}
    if language == "ar":
        fields |= {
            "date": article.date.isoformat(),
            "id": 100_000 + article.number,
            "type": "study",
            "authors": [corpus.authors[author].key for author in article.authors],
            "topics": [corpus.topics[topic].key for topic in article.topics],
        }
    else:
        fields["translation"] = {"of": "ar", "method": "human"}
    body = edition.body(lambda target: f"../../{corpus.dates[target].year}/{key(target)}/")
    folder = f"content/articles/{article.date.year}/{key(article.number)}"
    return write(site / f"{folder}/{language}.md", front_matter(fields) + body)


def write_for_hugo(
    site: Path, corpus: Corpus, article: Article, language: str, edition: Edition
) -> int:
    """One file an edition; taxonomies by their names, and the month as one more of them."""
    fields = {
        "title": edition.title,
        "date": article.date.isoformat(),
        "authors": [corpus.authors[author].text(language) for author in article.authors],
        "topics": [corpus.topics[topic].text(language) for topic in article.topics],
        "tags": [corpus.tags[tag].text(language) for tag in article.tags],
        "summary": edition.summary,
        "slug": key(article.number),
        "archives": [article.date.strftime("%Y-%m")],
        "translationKey": key(article.number),
    }
    body = edition.body(lambda target: f"{key(target)}.md")
    path = site / f"content/articles/{key(article.number)}.{language}.md"
    return write(path, front_matter(fields) + body)


def key(number: int) -> str:
    return f"a{number:06d}"


def front_matter(fields: dict[str, object]) -> str:
    """Values in the notation of JSON are YAML too; dates must not be texts."""
    lines = [
        f"{name}: {value if name == 'date' else quoted(value)}\n" for name, value in fields.items()
    ]
    return f"---\n{''.join(lines)}---\n\n"


def quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def write(path: Path, text: str) -> int:
    """How many bytes were written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.write_bytes(text.encode())
