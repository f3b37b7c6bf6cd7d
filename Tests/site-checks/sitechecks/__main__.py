"""Runs all checks, or those that are named: python3 -m sitechecks FOLDER [CHECK …]"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from . import feeds, heads, indexes, links, markup, security
from .finding import run

CHECKS = {
    "markup": markup.check,
    "links": links.check,
    "heads": heads.check,
    "security": security.check,
    "feeds": feeds.check,
    "indexes": indexes.check,
}


def main() -> int:
    if len(sys.argv) < 2 or not set(sys.argv[2:]) <= set(CHECKS):
        print(f"usage: python3 -m sitechecks FOLDER [{' | '.join(CHECKS)}] …", file=sys.stderr)
        return 2
    failed = 0
    for name in sys.argv[2:] or CHECKS:
        start = time.monotonic()
        failed += run(name, CHECKS[name], Path(sys.argv[1])) > 0
        print(f"  ({time.monotonic() - start:.1f} s)")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
