"""Bodies of articles: paragraphs, headings, lists, quotations, tables, links and footnotes."""

from __future__ import annotations

from collections.abc import Callable

from .names import PUBLISHERS
from .texts import PUNCTUATION, Texts

#: Stands in the text where a link to an article is, until it is known how that is written.
LINK = "\ue000"
ACRONYMS = (
    "OSINT HUMINT SIGINT EUAM Europol INTERPOL UNODC NATO FATF AML/CFT UNSC GDPR UNITAD Frontex "
    "eu-LISA PNR UAV CBRN OHCHR IOM UNHCR SIPRI EEAS MENA TE-SAT"
).split()


class Body:
    """A text of 600 to 1,500 words."""

    def __init__(self, texts: Texts, targets: list[int], people: list[str]) -> None:
        self.texts, self.chance = texts, texts.chance
        self.is_arabic = texts.is_arabic
        self.targets = targets
        self.people = people
        self.links = [LINK] * len(targets) + [
            f"https://www.example.org/report/{self.chance.randrange(9999)}?page=1"
            for _ in range(self.chance.randrange(3))
        ]
        self.notes_to_come = self.chance.randint(2, 8)
        self.note_count = 0
        self.word_count = 0
        self.blocks = self.written()

    def markdown(self, link: Callable[[int], str]) -> str:
        """The text, with the addresses of articles as a generator wants them."""
        parts = "\n\n".join(self.blocks).split(LINK)
        found = parts[0]
        for target, part in zip(self.targets, parts[1:]):
            found += link(target) + part
        return found + "\n"

    def written(self) -> list[str]:
        length = int(self.chance.triangular(600, 1500, 950))
        has_table = self.chance.random() < 0.25
        blocks = [self.paragraph()]
        while self.word_count < length:
            blocks += ["## " + self.texts.phrase(4, 9), self.paragraph()]
            for _ in range(self.chance.randint(1, 3)):
                if self.word_count >= length:
                    break
                blocks += self.block()
            if has_table:
                blocks.append(self.table())
                has_table = False
        while self.links or not self.note_count:
            blocks.append(self.paragraph())
        return blocks + [self.note(number + 1) for number in range(self.note_count)]

    def block(self) -> list[str]:
        kind = self.chance.random()
        if kind < 0.6:
            return [self.paragraph()]
        if kind < 0.75:
            return [self.list()]
        if kind < 0.87:
            return ["> " + " ".join(self.words())]
        return ["### " + self.texts.phrase(3, 7), self.paragraph()]

    def words(self) -> list[str]:
        words = self.texts.paragraph()
        self.word_count += len(words)
        return words

    def paragraph(self) -> str:
        """A paragraph with acronyms, emphasis, a note and a link here and there."""
        words = self.words()
        if self.is_arabic and self.chance.random() < len(words) / 70:
            words.insert(self.chance.randrange(len(words)), f"({self.chance.choice(ACRONYMS)})")
        half = len(words) // 2
        if self.chance.random() < 0.25:
            self.enclose(words, self.chance.randrange(1, half - 2), 2, "**", "**")
        if self.links and self.chance.random() < 0.5:
            self.enclose(words, half, 3, "[", f"]({self.links.pop()})")
        if self.notes_to_come and self.chance.random() < 0.35:
            self.notes_to_come -= 1
            self.note_count += 1
            words[-1] += f"[^{self.note_count}]"
        return " ".join(words)

    @staticmethod
    def enclose(words: list[str], start: int, count: int, before: str, after: str) -> None:
        """Marks words that follow one another, without the signs around them."""
        last = start + count - 1
        words[start] = before + (words[start].lstrip(PUNCTUATION) or "1")
        words[last] = (words[last].rstrip(PUNCTUATION) or "1") + after

    def list(self) -> str:
        words = self.words()
        count = max(3, min(6, len(words) // 8))
        size = max(1, len(words) // count)
        sign = "1. " if self.chance.random() < 0.4 else "- "
        items = [words[start : start + size] for start in range(0, count * size, size)]
        return "\n".join(sign + " ".join(item) for item in items if item)

    def table(self) -> str:
        columns = self.chance.randint(3, 4)
        rows = [[self.texts.phrase(1, 3) for _ in range(columns)], ["---"] * columns]
        for _ in range(self.chance.randint(3, 7)):
            figures = [str(self.chance.randrange(9999)) for _ in range(columns - 1)]
            rows.append([self.texts.phrase(1, 4), *figures])
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def note(self, number: int) -> str:
        title = self.texts.phrase(4, 9)
        publisher = self.chance.choice(PUBLISHERS)
        person, year = self.chance.choice(self.people), self.chance.randint(2005, 2026)
        url = f"https://www.example.org/doc/{self.chance.randrange(99999)}"
        if self.is_arabic:
            return f"[^{number}]: {person}، «{title}»، {publisher.arabic}، {year}، {url}."
        return f"[^{number}]: {person}, “{title}”, {publisher.english}, {year}, {url}."
