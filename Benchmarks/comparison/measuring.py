"""Runs programs and says what they took."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


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
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        start = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if status:
            errors.seek(0)
            sys.exit(f"{command[0]} failed ({process.returncode}):\n{errors.read()[-2000:]}")
        output.seek(0)
        cost = Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)
        return cost, output.read()


def contents(folder: Path) -> tuple[int, int]:
    """How many files a folder holds, and how many bytes they have."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
