"""What a check finds, and the command that every check shares."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from .site import BrokenSite, Site


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is wrong in one file of the site."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


Check = Callable[[Site], Iterable[Finding]]


def run(name: str, check: Check, folder: Path) -> int:
    """Runs one check, prints what it finds and returns the number of findings."""
    try:
        findings = sorted(set(check(Site.load(folder))))
    except BrokenSite as problem:
        findings = [Finding(str(folder), str(problem))]
    for finding in findings:
        print(finding)
    print(f"{name}: {len(findings)} problems" if findings else f"{name}: ok")
    return len(findings)


def main(name: str, check: Check) -> None:
    if len(sys.argv) != 2:
        print(f"usage: python3 -m sitechecks.{name} FOLDER", file=sys.stderr)
        sys.exit(2)
    sys.exit(1 if run(name, check, Path(sys.argv[1])) else 0)
