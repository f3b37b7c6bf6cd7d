"""What is measured: ctsite in three situations, the floor, and Hugo with Pagefind."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from .aside import Aside
from .measuring import Cost, contents, run
from .sites import ROOT

CTSITE = ROOT / ".build/release/ctsite"
FLOOR = ROOT / "Benchmarks/.build/release/build-floor"
TOOLS = ROOT / ".tools/benchmarks"


def make_programs(*, with_ctsite: bool) -> None:
    """Builds what is measured from the sources as they are."""
    build = ["swift", "build", "--configuration", "release", "--product"]
    if with_ctsite:
        subprocess.run([*build, "ctsite"], cwd=ROOT, check=True)
    subprocess.run([*build, "build-floor"], cwd=ROOT / "Benchmarks", check=True)


def installed(pattern: str) -> Path:
    """A program that a Python package carries."""
    found = next(TOOLS.glob(f"lib/python3*/site-packages/{pattern}"), None)
    return found or sys.exit(f"there is no {pattern} in {TOOLS}")


@dataclass
class Series:
    """The runs of one thing."""

    costs: list[Cost] = field(default_factory=list)
    #: Files and bytes in the output folder.
    output: tuple[int, int] = (0, 0)


class Site:
    """A folder that is built from nothing many times."""

    def __init__(self, folder: Path, aside: Aside) -> None:
        self.folder, self.aside = folder, aside
        self.output = folder / "public"

    def empty(self) -> None:
        for name in ("public", ".ctsite"):
            self.aside.take(self.folder / name)


class Comparison:
    """Builds of the same articles, one program after the other, several times."""

    def __init__(self, ctsite: Site, hugo: Site | None, program: Path = CTSITE) -> None:
        """`hugo` is None where the peers are left out."""
        self.ctsite, self.hugo, self.program = ctsite, hugo, program
        articles = ctsite.folder / "content/articles"
        texts = sorted(articles.rglob("ar.md")) or sorted(articles.rglob("*.md"))
        self.edited = texts[len(texts) // 2]
        self.series: dict[str, Series] = {}

    def run(self, times: int) -> dict[str, Series]:
        for number in range(times):
            self.build_with_ctsite(number)
            self.build_floor()
            if self.hugo:
                self.build_with_peers(self.hugo)
        for site in filter(None, (self.ctsite, self.hugo)):
            site.empty()
        return self.series

    def build_with_ctsite(self, number: int) -> None:
        self.ctsite.empty()
        build = [self.program, "build", "--messages", "en"]
        cost, printed = run([*build, "--timings"], self.ctsite.folder)
        search = self.add_stages("everything", printed)["index"]
        self.add("everything", cost, self.ctsite)
        self.add("without the search", Cost(cost.cpu - search.cpu, cost.wall - search.wall, 0))
        self.add("nothing changed", run(build, self.ctsite.folder)[0])
        before = self.edited.read_bytes()
        try:
            self.edited.write_bytes(before + f"\nجملة مضافة {number}.\n".encode())
            # What was written a moment ago may change again unseen.
            time.sleep(0.1)
            cost, printed = run([*build, "--timings"], self.ctsite.folder)
            self.add_stages("one edit", printed)
            self.add("one edit", cost)
        finally:
            self.edited.write_bytes(before)

    def add_stages(self, build: str, printed: str) -> dict[str, Cost]:
        costs = stage_costs(printed)
        for name, cost in costs.items():
            self.series.setdefault(stage(build, name), Series()).costs.append(cost)
        return costs

    def build_floor(self) -> None:
        self.ctsite.empty()
        cost, _ = run([FLOOR, "content/articles", "public"], self.ctsite.folder)
        self.add("floor", cost, self.ctsite)

    def build_with_peers(self, hugo: Site) -> None:
        hugo.empty()
        cost, _ = run([installed("hugo/binaries/hugo*"), "--quiet"], hugo.folder)
        self.add("hugo", cost, hugo)
        program = installed("pagefind_bin/pagefind*")
        pagefind, _ = run([program, "--site", hugo.output], hugo.folder)
        self.add("pagefind", pagefind, hugo)
        self.add("peers", cost + pagefind)

    def add(self, name: str, cost: Cost, site: Site | None = None) -> None:
        """Takes a run, and with it what it left in the output folder of a site."""
        series = self.series.setdefault(name, Series())
        series.costs.append(cost)
        if site:
            series.output = contents(site.output)
        print(f"  {name:18} {cost.cpu:8.2f} CPU-s {cost.wall:8.2f} s {cost.memory:6.0f} MiB",
              file=sys.stderr)


def stage(build: str, name: str) -> str:
    """The name of the series of a stage."""
    return f"{build}: {name}"


def stage_costs(printed: str) -> dict[str, Cost]:
    """What each stage of a build took, from the table that `ctsite build --timings` prints."""
    rows = re.findall(r"^ +(\S.*?) +([\d.]+) +([\d.]+)(?: +\d+)? *$", printed, re.MULTILINE)
    found = {name: Cost(cpu=float(cpu), wall=float(wall), memory=0) for name, wall, cpu in rows}
    return found if "index" in found else sys.exit(f"ctsite's timings lack ‘index’:\n{printed}")
