"""Articles as a research portal has them, made up; the same count gives the same articles."""

from __future__ import annotations

import bisect
import datetime
import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .bodies import Body
from .names import AUTHORS, TOPICS, Name
from .texts import Texts

FIRST_DAY = datetime.date(2014, 1, 1)
LAST_DAY = datetime.date(2026, 10, 31)
#: The share of articles that are in English too.
TRANSLATED = 0.3


@dataclass(frozen=True)
class Edition:
    """An article in one language. `body` makes its Markdown, given what links to articles are."""

    title: str
    summary: str
    body: Callable[[Callable[[int], str]], str]


@dataclass(frozen=True)
class Article:
    number: int
    date: datetime.datetime
    #: Indices into the corpus's lists.
    topics: list[int]
    tags: list[int]
    authors: list[int]
    #: By language.
    editions: dict[str, Edition]


class Choice:
    """Picks numbers below a count, the lower the more often."""

    def __init__(self, count: int, exponent: float, offset: int) -> None:
        weights = (1 / (number + 1 + offset) ** exponent for number in range(count))
        self.sums = list(itertools.accumulate(weights))

    def pick(self, count: int, chance: random.Random) -> list[int]:
        found: list[int] = []
        while len(found) < min(count, len(self.sums)):
            number = bisect.bisect_left(self.sums, chance.random() * self.sums[-1])
            if number not in found:
                found.append(min(number, len(self.sums) - 1))
        return found


class Corpus:
    """So many articles, with their topics, tags and authors, which grow in number too."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.chance = random.Random(count)
        self.texts = {language: Texts(language, self.chance) for language in ("ar", "en")}
        self.topics = TOPICS
        self.authors = AUTHORS[: round(6 * count**0.45)]
        names = [self.texts[language].names(round(40 * count**0.4)) for language in ("ar", "en")]
        self.tags = [Name(arabic, english) for arabic, english in zip(*names, strict=True)]
        span = (LAST_DAY - FIRST_DAY).days
        days = sorted(int(span * self.chance.random() ** 0.6) for _ in range(count))
        self.dates = [FIRST_DAY + datetime.timedelta(days=day) for day in days]
        self.translated = [
            number for number in range(count) if self.chance.random() < TRANSLATED
        ]

    def articles(self) -> Iterator[Article]:
        """The articles, the oldest first. To be asked for once."""
        topics, tags = Choice(len(self.topics), 0.5, 2), Choice(len(self.tags), 0.85, 8)
        authors = Choice(len(self.authors), 0.7, 4)
        translated = set(self.translated)
        for number, day in enumerate(self.dates):
            time = datetime.time(6 + number % 14, number * 7 % 60, tzinfo=datetime.timezone.utc)
            yield Article(
                number=number,
                date=datetime.datetime.combine(day, time),
                topics=topics.pick(self.chance.choice([1, 1, 2, 2, 3]), self.chance),
                tags=tags.pick(self.chance.randint(3, 7), self.chance),
                authors=authors.pick(self.chance.choice([1, 1, 1, 2, 3]), self.chance),
                editions={
                    language: self.edition(number, language)
                    for language in (["ar", "en"] if number in translated else ["ar"])
                },
            )

    def edition(self, number: int, language: str) -> Edition:
        texts = self.texts[language]
        there = range(self.count) if language == "ar" else self.translated
        targets = [self.chance.choice(there) for _ in range(self.chance.randint(1, 4))]
        people = [author.text(language) for author in self.authors]
        body = Body(texts, [target for target in targets if target != number], people)
        return Edition(
            title=texts.phrase(4, 12), summary=texts.phrase(24, 38) + ".", body=body.markdown
        )
