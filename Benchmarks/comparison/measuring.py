"""Runs programs and says what they took."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

STARTER = Path(__file__).with_name("starter.py")


@dataclass(frozen=True)
class Cost:
    """What one run of a program took."""

    #: Seconds of all its threads, in the program and in the system.
    cpu: float
    #: Seconds by the clock.
    wall: float
    #: The peak, in MiB.
    memory: float

    def __add__(self, other: Cost) -> Cost:
        """What two programs take that run one after the other."""
        return Cost(
            self.cpu + other.cpu, self.wall + other.wall, max(self.memory, other.memory)
        )


def run(command: list[str | Path], folder: Path) -> tuple[Cost, str]:
    """What a program took, and what it printed. Nothing of earlier work waits for the disk."""
    os.sync()
    with tempfile.NamedTemporaryFile("r") as figures:
        starter = [sys.executable, "-I", "-S", STARTER, figures.name]
        done = subprocess.run(
            [*starter, *command], cwd=folder, capture_output=True, text=True, errors="replace"
        )
        found = json.loads(figures.read() or '{"status": "not started"}')
    status = found.pop("status")
    if status:
        sys.exit(f"{command[0]} failed ({status}):\n{done.stderr[-2000:]}")
    return Cost(**found), done.stdout


def contents(folder: Path) -> tuple[int, int]:
    """How many files a folder holds, and how many bytes they have."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
