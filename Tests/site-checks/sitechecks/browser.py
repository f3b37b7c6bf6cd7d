"""The browser that the checks drive."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    program = shutil.which("chromium")
    if program is None:
        print("error: chromium is missing; run `make setup` first", file=sys.stderr)
        raise SystemExit(3)
    with sync_playwright() as playwright:
        # Chromium's own sandbox does not start for root, as in containers.
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()
