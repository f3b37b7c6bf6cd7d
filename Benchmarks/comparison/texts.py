"""Texts without end, in words that grow in number as those of real texts do.

Sentences come from XQuAD (Tests/Fixtures/xquad), in another order each time. They hold some 12,000
words in each language, where a portal of ten thousand articles has hundreds of thousands. So a part
of the words makes room for invented ones: the front of one word and the back of another. How often
each is taken follows Zipf and Mandelbrot, with numbers that bring the count of different words near
to that of real texts (laws, manuals and an encyclopedia were counted):

    words of text      100,000   1,000,000   3,000,000
    Arabic, real        29,000     129,000     249,000
    Arabic, here        31,000     111,000     211,000
    English, real       12,000      40,000
    English, here       14,000      34,000
"""

from __future__ import annotations

import random
import re
from pathlib import Path

PARAGRAPHS = Path(__file__).resolve().parents[2] / "Tests/Fixtures/xquad/paragraphs.tsv"
#: What Markdown or front matter would read as something else, and marks that nobody sees.
REMOVED = str.maketrans("", "", "\\`*_[]{}<>|~$#\u200e\u200f\u200b\ufeff")
PUNCTUATION = " .,;:!?()\"'«»“”،؛؟…–-"
SENTENCE_END = re.compile(r"(?<=[.!?؟])\s+")


def sentences(language: str) -> list[list[str]]:
    """The sentences of XQuAD that are neither headings nor endless, as words."""
    column = {"ar": 0, "en": 1}[language]
    paragraphs = [
        line.split("\t")[column].translate(REMOVED)
        for line in PARAGRAPHS.read_text(encoding="utf-8").splitlines()
    ]
    found = [
        part.split() for paragraph in paragraphs for part in SENTENCE_END.split(paragraph)
    ]
    return [words for words in found if 8 <= len(words) <= 60]


class Vocabulary:
    """Invented words by their rank, the commonest first; each is made when first asked for."""

    #: The exponent of Zipf's law less one: different words grow with the 1/1.6th power of all.
    EXPONENT = 0.6

    def __init__(self, words: list[str], offset: int) -> None:
        #: Mandelbrot's offset: how many words are about equally common.
        self.offset = offset
        self.parts = sorted({word for word in words if len(word) >= 5 and word.isalpha()})
        self.words: dict[int, str] = {}

    def word(self, chance: random.Random) -> str:
        rank = int(self.offset * ((1 - chance.random()) ** (-1 / self.EXPONENT) - 1))
        if rank not in self.words:
            own = random.Random(rank)
            front, back = own.choice(self.parts), own.choice(self.parts)
            self.words[rank] = front[: (len(front) + 1) // 2] + back[len(back) // 2 :]
        return self.words[rank]


class Texts:
    """Paragraphs, titles and phrases of one language."""

    #: The share of invented words, and the offset of their ranks.
    INVENTED = {"ar": (0.3, 6500), "en": (0.12, 600)}

    def __init__(self, language: str, chance: random.Random) -> None:
        self.chance = chance
        self.is_arabic = language == "ar"
        self.sentences = sentences(language)
        self.share, offset = self.INVENTED[language]
        self.vocabulary = Vocabulary([word for words in self.sentences for word in words], offset)
        self.order: list[int] = []

    def sentence(self) -> list[str]:
        if not self.order:
            self.order = list(range(len(self.sentences)))
            self.chance.shuffle(self.order)
        return [
            self.vocabulary.word(self.chance)
            if self.chance.random() < self.share and word.isalpha()
            else word
            for word in self.sentences[self.order.pop()]
        ]

    def paragraph(self) -> list[str]:
        """One to three sentences."""
        words = self.sentence()
        for _ in range(self.chance.randrange(3)):
            words += self.sentence()
        return words

    def phrase(self, least: int, most: int) -> str:
        """So many words that follow one another, without marks at their ends."""
        words = self.sentence()
        length = self.chance.randint(least, most)
        while len(words) < length:
            words += self.sentence()
        start = self.chance.randint(0, len(words) - length)
        return " ".join(words[start : start + length]).strip(PUNCTUATION) or words[start]

    def names(self, count: int) -> list[str]:
        """Different names of two words each, in letters alone."""
        found: dict[str, str] = {}
        parts = self.vocabulary.parts
        while len(found) < count:
            name = f"{self.chance.choice(parts)} {self.chance.choice(parts)}"
            found.setdefault(folded(name), name)
        return list(found.values())


def folded(name: str) -> str:
    """A name without what spellings of the same name may differ in."""
    return re.sub("[^\\w ]", "", name.casefold().translate(str.maketrans("أإآىة", "ااايه")))
