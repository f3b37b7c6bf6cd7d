"""Draws what an article costs against how many there are, as SVG for light and dark pages."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 64, 180, 28, 52

STYLE = """\
  text { font: 13px system-ui, sans-serif; fill: #333 }
  .grid { stroke: #ddd } .line { fill: none; stroke-width: 2.5 }
  .a { stroke: #0a6b63 } .b { stroke: #b4460f } .c { stroke: #777 }
  .dot.a { fill: #0a6b63 } .dot.b { fill: #b4460f } .dot.c { fill: #777 }
  .line.b { stroke-dasharray: 8 4 } .line.c { stroke-dasharray: 2 4 }
  @media (prefers-color-scheme: dark) {
    text { fill: #ddd } .grid { stroke: #444 }
    .a { stroke: #5cc8bd } .b { stroke: #f09a6b } .c { stroke: #aaa }
    .dot.a { fill: #5cc8bd } .dot.b { fill: #f09a6b } .dot.c { fill: #aaa }
  }
"""


@dataclass(frozen=True)
class Line:
    label: str
    #: Numbers of articles, and milliseconds for each of them.
    points: list[tuple[int, float]]


@dataclass(frozen=True)
class Scale:
    """A logarithmic scale between two numbers and two places."""

    low: float
    high: float
    start: float
    end: float

    def place(self, value: float) -> float:
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return self.start + share * (self.end - self.start)


def svg(lines: list[Line]) -> str:
    """A chart with both scales logarithmic, so that what is proportional is level."""
    counts = sorted({count for line in lines for count, _ in line.points})
    costs = [cost for line in lines for _, cost in line.points]
    across = Scale(counts[0], max(counts[-1], counts[0] * 2), LEFT + 12, WIDTH - RIGHT)
    powers = range(math.floor(math.log10(min(costs))), math.ceil(math.log10(max(costs))) + 1)
    down = Scale(10.0 ** powers[0], 10.0 ** (powers[0] + max(1, len(powers) - 1)),
                 HEIGHT - BOTTOM, TOP)
    parts = [row(10.0**power, down) for power in powers]
    parts += [
        text(across.place(count), HEIGHT - BOTTOM + 22, f"{count:,}", "middle") for count in counts
    ]
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "articles", "middle"))
    parts.append(text(LEFT, TOP - 12, "CPU-milliseconds an article", "start"))
    for line, name in zip(lines, "abc", strict=False):
        parts += drawing(line, name, across, down)
    summary = "; ".join(
        f"{line.label}: "
        + ", ".join(f"{cost:.2f} ms at {count:,} articles" for count, cost in line.points)
        for line in lines
    )
    body = "\n".join(f"  {part}" for part in parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'aria-labelledby="title description">\n'
        '  <title id="title">Cost of an article against the number of articles</title>\n'
        f'  <desc id="description">{escape(summary)}</desc>\n'
        f"  <style>\n{STYLE}  </style>\n{body}\n</svg>\n"
    )


def row(value: float, down: Scale) -> str:
    """A line of the grid with its figure."""
    y = down.place(value)
    return (
        f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        + text(LEFT - 8, y + 4, f"{value:g}", "end")
    )


def drawing(line: Line, name: str, across: Scale, down: Scale) -> list[str]:
    """A line with its points and, at its end, what it is called."""
    places = [(across.place(count), down.place(cost)) for count, cost in line.points]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dots = [f'<circle class="dot {name}" cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in places]
    x, y = places[-1]
    return [
        f'<polyline class="line {name}" points="{path}"/>', *dots,
        text(x + 12, y + 4, line.label, "start"),
    ]


def text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'
