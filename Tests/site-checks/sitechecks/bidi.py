"""That mixed text reads in order: python3 -m sitechecks.bidi CTSITE

Builds a site from `bidi-cases.json`, each text in a paragraph, a list, a table, a heading, a title
and a summary, opens it in Chromium and Firefox, and compares the place of every letter on the
screen with the order in which the text is read.
"""

from __future__ import annotations

import html
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .browser import chromium
from .firefox import firefox
from .served import served

FOLDER = Path(__file__).resolve().parent.parent
CASES = json.loads((FOLDER / "bidi-cases.json").read_text(encoding="utf-8"))
READ = (FOLDER / "sitechecks/visual.js").read_text(encoding="utf-8")
HOMES = {"ar": "", "en": "en/"}
DIRECTIONS = {"ar": "rtl", "en": "ltr"}
#: How far letters may stand on each other, in CSS pixels: they are joined.
TOLERANCE = 1.0

#: Letters in the order of the markup, and where each is drawn.
Letters = list[tuple[str, float]]
#: Opens an address and reads every element that a selector finds.
Read = Callable[[str, str], list[Letters]]


@dataclass(frozen=True)
class Line:
    """A line of text, what it must read as, and where it stands."""

    url: str
    selector: str
    index: int
    direction: str
    reads: tuple

    @property
    def name(self) -> str:
        return f"{self.selector} {self.index + 1}"


def is_right_to_left(piece: str) -> bool:
    return any("\u0620" <= letter <= "\u064a" for letter in piece)


def letters_of(piece: str) -> list[str]:
    return [letter for letter in piece if not letter.isspace() and not "\u064b" <= letter <= "\u0652"]


def visual_order(pieces: list, direction: str, first: int = 0) -> tuple[list[int], int]:
    """The numbers of the letters from left to right, and the number after the last."""
    runs, number = [], first
    for piece in pieces:
        if isinstance(piece, list):
            run, number = visual_order(piece, "ltr", number)
        else:
            run = list(range(number, number + len(letters_of(piece))))
            number += len(run)
            if is_right_to_left(piece):
                run.reverse()
        runs.append(run)
    if direction == "rtl":
        runs.reverse()
    return [letter for run in runs for letter in run], number


def flat(pieces: list) -> str:
    return "".join(flat(piece) if isinstance(piece, list) else piece for piece in pieces)


def misreading(line: Line, letters: Letters) -> str | None:
    """What is wrong with a line, from left to right as it is seen; None when all is well."""
    expected = letters_of(flat(list(line.reads)))
    if [letter for letter, _ in letters] != expected:
        return f"the text is “{''.join(letter for letter, _ in letters)}”"
    order, _ = visual_order(list(line.reads), line.direction)
    places = [letters[number][1] for number in order]
    if all(left <= right + TOLERANCE for left, right in zip(places, places[1:])):
        return None
    seen = "".join(letter for letter, _ in sorted(letters, key=lambda letter: letter[1]))
    meant = "".join(letters[number][0] for number in order)
    return f"seen from left to right “\u2066{seen}\u2069”, meant “\u2066{meant}\u2069”"


# MARK: the site

SITE = """\
title: {ar: مرصد, en: Observatory}
description: {ar: وصف, en: Description}
url: https://bidi.example/
timezone: Asia/Baghdad
page_size: 200
languages:
  - {code: ar, name: العربية, locale: ar-IQ, path: /}
  - {code: en, name: English, locale: en-GB, path: /en/}
"""


def write_site(folder: Path) -> None:
    write(folder / "content/site.yaml", SITE)
    for language in HOMES:
        cases = CASES[language]
        write(folder / f"content/articles/all-{language}/{language}.md", all_in_one(cases))
        for index, case in enumerate(plain(cases)):
            text = json.dumps(case["text"], ensure_ascii=False)
            write(folder / f"content/articles/case-{language}-{index}/{language}.md",
                  f"---\ntitle: {text}\nsummary: {text}\ndate: {date(index)}\n---\n.\n")


def plain(cases: list[dict]) -> list[dict]:
    return [case for case in cases if not case.get("marked")]


def date(index: int) -> str:
    """Later for the first, since lists begin with the newest."""
    return f"2024-{12 - index // 28:02}-{28 - index % 28:02}"


def all_in_one(cases: list[dict]) -> str:
    texts = [case["text"] for case in cases]
    return "\n".join([
        "---", "title: All", "date: 2020-01-01", "---",
        *(f"{text}\n" for text in texts),
        *(f"- {text}" for text in texts), "",
        "| . |", "|---|", *(f"| {text} |" for text in texts), "",
        *(f"## {case['text']}\n" for case in plain(cases)),
        "[^1]: .", ""])


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def build(ctsite: str, site: Path, output: Path) -> None:
    command = [ctsite, "build", "--site", site, "--output", output, "--quiet"]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"bidi: the site was not built\n{result.stderr}")


def write_control(folder: Path) -> None:
    """The same texts with nothing around their parts, to see that the check can fail."""
    paragraphs = "".join(
        f"<p lang={language} dir={DIRECTIONS[language]}>{html.escape(case['text'])}</p>\n"
        for language in HOMES for case in plain(CASES[language]))
    write(folder / "index.html", f"<!DOCTYPE html><meta charset=utf-8><title>.</title>{paragraphs}")


def lines_of_control(root: str) -> list[Line]:
    cases = [(language, case) for language in HOMES for case in plain(CASES[language])]
    return [Line(root, "p", index, DIRECTIONS[language], tuple(case["reads"]))
            for index, (language, case) in enumerate(cases)]


# MARK: the lines

def lines_of_cases(root: str) -> Iterator[Line]:
    for language, home in HOMES.items():
        cases, direction = CASES[language], DIRECTIONS[language]
        article, articles = f"{root}{home}articles/all-{language}/", f"{root}{home}articles/"
        for url, selector, chosen in (
            (article, ".body > p", cases), (article, ".body > ul > li", cases),
            (article, ".body td", cases), (article, ".body > h2", plain(cases)),
            (articles, ".card h2", plain(cases)), (articles, ".card .x", plain(cases)),
        ):
            for index, case in enumerate(chosen):
                yield Line(url, selector, index, direction, tuple(case["reads"]))


def lines_of_pages(root: str) -> Iterator[Line]:
    for case in CASES["pages"]:
        yield Line(root + case["path"], case["select"], 0, case["direction"], tuple(case["reads"]))


def misreadings(read: Read, lines: list[Line]) -> Iterator[str]:
    known: dict[tuple[str, str], list[Letters]] = {}
    for line in lines:
        key = (line.url, line.selector)
        if key not in known:
            known[key] = read(*key)
        if line.index >= len(known[key]):
            yield f"{line.name}: not found at {line.url}"
        elif problem := misreading(line, known[key][line.index]):
            yield f"{line.name}: {problem}"


def read_in_chromium(lines: list[Line]) -> list[str]:
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 2400, "height": 1000})

        def read(url: str, selector: str) -> list[Letters]:
            page.goto(url, wait_until="load")
            page.evaluate("document.fonts.ready")
            return json.loads(page.evaluate(READ, selector))

        return list(misreadings(read, lines))


def read_in_firefox(lines: list[Line]) -> list[str] | None:
    with firefox() as window:
        if window is None:
            return None

        def read(url: str, selector: str) -> list[Letters]:
            window.open(url)
            return json.loads(window.evaluate(
                f"document.fonts.ready.then(() => ({READ})({json.dumps(selector)}))"))

        return list(misreadings(read, lines))


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: python3 -m sitechecks.bidi CTSITE", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_site(folder / "site")
        build(sys.argv[1], folder / "site", folder / "cases")
        build(sys.argv[1], FOLDER / "sites/edges", folder / "edges")
        write_control(folder / "control")
        with (served(folder / "cases") as cases, served(folder / "edges") as edges,
              served(folder / "control") as bare):
            control = lines_of_control(bare.root)
            misread = len(read_in_chromium(control))
            print(f"bidi: without isolation {misread} of {len(control)} texts are misread")
            lines = [*lines_of_cases(cases.root), *lines_of_pages(edges.root)]
            answers = {"Chromium": read_in_chromium(lines), "Firefox": read_in_firefox(lines)}
    count = sum(len(CASES[part]) for part in ("ar", "en", "pages"))
    for name, found in answers.items():
        if found is None:
            print(f"bidi: {name} is not installed, so nothing was read in it")
            continue
        for problem in found:
            print(f"{name}: {problem}")
        result = f"{len(found)} misread" if found else "ok"
        print(f"bidi: {name}: {count} cases in {len(lines)} places: {result}")
    return 1 if any(answers.values()) or misread == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
