"""Writes what was measured into Documentation/."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from . import chart
from .report import Result, per_article
from .sites import ROOT

PAGE = ROOT / "Documentation/Performance.md"
CHART = ROOT / "Documentation/images/cost-of-an-article.svg"
BEGIN = "<!-- Benchmarks/compare --record writes what follows. -->\n"
END = "<!-- End of what it writes. -->\n"
LINES = {"everything": "ctsite", "peers": "Hugo and Pagefind", "floor": "floor"}


def record(found: str, results: Sequence[Result]) -> None:
    """Puts the figures in the place of earlier ones, and draws the chart anew."""
    before, begin, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        sys.exit(f"{PAGE} has no place for figures, between two comments:\n{BEGIN}{END}")
    if len(results) > 1:
        CHART.write_text(drawn(results), encoding="utf-8")
        found += (
            "\n![What ctsite, Hugo and Pagefind, and the floor take for each article, in sites of "
            f"different sizes](images/{CHART.name})\n"
        )
    PAGE.write_text(f"{before}{begin}\n{found}\n{end}{after}", encoding="utf-8")


def drawn(results: Sequence[Result]) -> str:
    lines = [
        chart.Line(label, [
            (result.size.arabic, per_article(result, name))
            for result in results if name in result.series
        ])
        for name, label in LINES.items()
    ]
    return chart.svg([line for line in lines if line.points])
