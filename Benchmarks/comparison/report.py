"""Says in tables of Markdown what was measured."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .builders import Series, stage
from .measuring import Cost
from .sites import Size

#: What is measured, in the order of the tables, and what people call it.
NAMES = {
    "everything": "ctsite, everything",
    "nothing changed": "ctsite, nothing changed",
    "one edit": "ctsite, one edited article",
    "without the search": "ctsite without its search",
    "floor": "floor: read, cmark, write",
    "hugo": "Hugo",
    "pagefind": "Pagefind, on top of Hugo",
}
#: What is divided by what, and in which respect.
RATIOS: list[tuple[str, str, str, Callable[[Cost], float]]] = [
    ("Hugo and Pagefind ÷ ctsite, CPU", "peers", "everything", lambda cost: cost.cpu),
    ("Hugo and Pagefind ÷ ctsite, by the clock", "peers", "everything", lambda cost: cost.wall),
    ("Hugo and Pagefind ÷ ctsite, memory", "peers", "everything", lambda cost: cost.memory),
    ("one edit ÷ everything, by the clock", "one edit", "everything", lambda cost: cost.wall),
    ("nothing changed ÷ everything, by the clock", "nothing changed", "everything",
     lambda cost: cost.wall),
    ("without the search ÷ floor, CPU", "without the search", "floor", lambda cost: cost.cpu),
]


#: The builds of which the stages are stated.
STAGED = {"everything": "a full build", "one edit": "an edit"}


@dataclass
class Result:
    """What was measured of one corpus."""

    title: str
    size: Size
    series: dict[str, Series]

    def median(self, name: str, value: Callable[[Cost], float]) -> float:
        return statistics.median(value(cost) for cost in self.series[name].costs)


def sections(results: Sequence[Result]) -> str:
    """A section for each corpus, and those that compare them."""
    parts = [section(result) for result in results]
    for build, name in STAGED.items():
        parts.append(f"### Where the time of {name} goes\n\n{stages(results, build)}")
    if len(results) > 1:
        parts.append(f"### Cost of an article\n\n{scaling(results)}")
    return "\n\n".join(parts)


def section(result: Result) -> str:
    size = result.size
    runs = len(result.series["everything"].costs)
    return (
        f"### {result.title}\n\n"
        f"{size.arabic:,} in Arabic and {size.english:,} in English, {size.bytes / 1e6:.1f} MB of "
        f"Markdown. {'Hugo and Pagefind were left out. ' if 'peers' not in result.series else ''}"
        f"{f'Medians of {runs} runs' if runs > 1 else 'One run'}:\n\n"
        f"{costs(result)}\n\n{ratios(result)}"
    )


def costs(result: Result) -> str:
    rows = []
    for key, name in NAMES.items():
        if key not in result.series:
            continue
        memory = result.median(key, lambda cost: cost.memory)
        files, size = result.series[key].output
        rows.append([
            name,
            f"{result.median(key, lambda cost: cost.cpu):.2f}",
            f"{result.median(key, lambda cost: cost.wall):.2f}",
            f"{memory:.0f}" if memory else "",
            f"{files:,}" if files else "",
            f"{size / 1e6:.0f}" if files else "",
        ])
    head = ["", "CPU-seconds", "Seconds by the clock", "MiB at the peak", "Files", "MB"]
    return table(head, rows)


def ratios(result: Result) -> str:
    rows = []
    for name, above, below, value in RATIOS:
        if above not in result.series:
            continue
        pairs = zip(result.series[above].costs, result.series[below].costs, strict=True)
        quotients = [value(upper) / value(lower) for upper, lower in pairs]
        rows.append([
            name, figure(statistics.median(quotients)), "  ".join(map(figure, quotients)),
        ])
    return table(["Ratio", "Median", "Run by run"], rows)


def scaling(results: Sequence[Result]) -> str:
    """What one article takes in sites of several sizes, and of the smallest site's how much."""
    rows = []
    first = per_article(results[0], "everything")
    for result in results:
        cpu = per_article(result, "everything")
        rows.append([
            f"{result.size.arabic:,}", f"{cpu:.2f}", f"{100 * cpu / first:.0f} %",
            f"{per_article(result, 'floor'):.2f}",
            f"{per_article(result, 'peers'):.2f}" if "peers" in result.series else "",
        ])
    return table(
        ["Articles", "ctsite, CPU-ms an article", "of the first", "floor", "Hugo and Pagefind"],
        rows)


def stages(results: Sequence[Result], build: str) -> str:
    """CPU-seconds of each stage as `--timings` states them, and what is outside of all."""
    prefix = stage(build, "")
    names = [key for result in results for key in result.series if key.startswith(prefix)]
    return table(
        ["CPU-seconds of ctsite", *(result.title for result in results)],
        [
            [name.removeprefix(prefix), *(
                f"{result.median(name, lambda cost: cost.cpu):.2f}"
                if name in result.series else "" for result in results
            )]
            for name in dict.fromkeys(names)
        ],
    )


def per_article(result: Result, name: str) -> float:
    """CPU-milliseconds for each article, translations counted with their originals."""
    return 1000 * result.median(name, lambda cost: cost.cpu) / result.size.arabic


def figure(number: float) -> str:
    return f"{number:.1f}" if number >= 1 else f"{number:.3f}"


def table(head: list[str], rows: list[list[str]]) -> str:
    """Columns of figures are aligned to the right."""
    lines = [head, ["---"] + ["--:"] * (len(head) - 1), *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "| " + " | ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ) + " |"
        for line in lines
    )
