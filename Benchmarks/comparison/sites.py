"""Writes a corpus as a site of ctsite, and as one of Hugo."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from .articles import Article, Corpus, Edition

ROOT = Path(__file__).resolve().parents[2]
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


def write_sites(folder: Path, count: int) -> Size:
    """Writes `ctsite/` and `hugo/` unless they are there.

    What is there is taken to be the same, since the same count gives the same articles.
    """
    record = folder / "size.json"
    if record.exists():
        return Size(**json.loads(record.read_text()))
    shutil.rmtree(folder, ignore_errors=True)
    corpus, size = Corpus(count), Size()
    shutil.copytree(ROOT / "templates", folder / "ctsite/templates")
    shutil.copytree(ROOT / "Benchmarks/hugo-site", folder / "hugo")
    write_registries(folder / "ctsite/content", corpus)
    for article in corpus.articles():
        size.arabic += 1
        size.english += "en" in article.editions
        for language, edition in article.editions.items():
            size.bytes += write_for_ctsite(folder / "ctsite", corpus, article, language, edition)
            write_for_hugo(folder / "hugo", corpus, article, language, edition)
    record.write_text(json.dumps(asdict(size)))
    return size


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
