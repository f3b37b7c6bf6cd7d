"""Every link and fragment inside the site, with lychee, offline."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from .finding import Finding, main
from .site import Site


def check(site: Site) -> Iterator[Finding]:
    with tempfile.TemporaryDirectory() as scratch:
        # Addresses that begin with a slash start from the host's root; a site that lies deeper
        # (https://example.org/portal/) is put at that depth.
        root = Path(scratch).resolve() / "root"
        place = root / site.base_path.strip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(site.folder, target_is_directory=True)
        pages = Path(scratch) / "pages"
        pages.write_text("".join(f"{place / path}\n" for path in site.files("*.html")))
        report = _lychee(site, root, place, pages)
        for file, problems in report["error_map"].items():
            path = Path(file).relative_to(place).as_posix()
            for problem in problems:
                address = unquote(problem["url"]).replace(f"file://{place}/", "/")
                yield Finding(path, f"broken link: {address} ({problem['status']['text']})")
        if report["total"] == 0:
            yield Finding("index.html", "lychee found no link at all")


def _lychee(site: Site, root: Path, place: Path, pages: Path) -> dict:
    lychee = Path(sys.executable).parent / "lychee"
    result = subprocess.run(
        [
            lychee, "--offline", "--no-progress", "--format", "json", "--include-fragments",
            "--no-ignore", "--hidden", "--config", "/dev/null",
            "--index-files", "index.html", "--root-dir", root,
            "--remap", f"^{site.base_url} file://{place}/",
            "--files-from", pages,
        ],
        capture_output=True,
        text=True,
    )  # fmt: skip
    try:
        return json.loads(result.stdout)
    except ValueError:
        raise RuntimeError(f"lychee failed: {result.stderr or result.stdout}") from None


if __name__ == "__main__":
    main("links", check)
