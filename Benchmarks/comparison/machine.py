"""What a measurement ran on."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from .builders import CTSITE, installed
from .sites import ROOT


def description(folder: Path, ctsite: Path, *, has_peers: bool) -> str:
    """The machine, the system and the versions of what was measured, in one sentence each."""
    memory = int(field("/proc/meminfo", "MemTotal").split()[0]) / 1024**2
    machine = [
        f"{os.cpu_count()} cores of {field('/proc/cpuinfo', 'model name')}", f"{memory:.0f} GiB",
        file_system(folder),
        first(r'^PRETTY_NAME="?([^"\n]*)', Path("/etc/os-release").read_text()),
        f"Linux {os.uname().release.split('-')[0]}",
    ]
    number = r"([0-9][0-9.]+)"
    versions = [
        f"Swift {printed(['swift', '--version'], 'Swift version ' + number)}",
        f"ctsite {revision() if ctsite == CTSITE else printed([ctsite, '--version'], number)}",
    ]
    if has_peers:
        hugo, pagefind = installed("hugo/binaries/hugo*"), installed("pagefind_bin/pagefind*")
        versions.append(f"Hugo {printed([hugo, 'version'], number)}")
        versions.append(f"Pagefind {printed([pagefind, '--version'], number)}")
    return f"{', '.join(machine)}. {', '.join(versions)}."


def load() -> str:
    """How busy the machine is: the average number of processes that run, of the last minute."""
    return f"{os.getloadavg()[0]:.1f}"


def field(file: str, name: str) -> str:
    """The first value of a field in a file of `/proc`."""
    return first(rf"^{name}\s*:\s*(.*)$", Path(file).read_text())


def first(pattern: str, text: str) -> str:
    """What the first group of a pattern finds in a text of several lines."""
    found = re.search(pattern, text, re.MULTILINE)
    return found[1] if found else "unknown"


def file_system(folder: Path) -> str:
    """The type of the file system that a folder lies on: that of the longest mount above it."""
    mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text().splitlines()]
    above = [(path, kind) for path, kind in mounts if folder.resolve().is_relative_to(path)]
    return max(above, key=lambda mount: len(mount[0]))[1]


def revision() -> str:
    """The commit that was measured, marked where files differ from it."""
    command = ["git", "describe", "--always", "--dirty", "--abbrev=9"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    return result.stdout.strip() or "of no commit"


def printed(command: list[str | Path], pattern: str) -> str:
    """What the first group of a pattern finds in what a command prints."""
    return first(pattern, subprocess.run(command, capture_output=True, text=True).stdout)
