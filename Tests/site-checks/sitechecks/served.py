"""A built site on a loopback address, as a browser needs it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass
class Server:
    """A served folder. What is changed here holds for the next requests."""

    #: The address of the site's first page.
    root: str
    #: Paths that begin so are answered with an error.
    failing: set[str] = field(default_factory=set)
    #: Paths that begin so are answered when they no longer stand here.
    held: set[str] = field(default_factory=set)
    #: Seconds for which paths that end so are kept waiting.
    delays: dict[str, float] = field(default_factory=dict)
    #: Texts of JavaScript in the place of files, by path.
    scripts: dict[str, str] = field(default_factory=dict)


class _Server(ThreadingHTTPServer):
    # Threads that answer a browser which has gone are not waited for.
    daemon_threads = True
    block_on_close = False


@contextmanager
def served(folder: Path, delays: dict[str, float] | None = None) -> Iterator[Server]:
    """Serves a folder while the block runs."""

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments, directory=str(folder))

        def log_message(self, *_: object) -> None:
            """Says nothing."""

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            time.sleep(next((wait for end, wait in site.delays.items() if path.endswith(end)), 0))
            while any(path.startswith(prefix) for prefix in site.held):
                time.sleep(0.05)
            with suppress(ConnectionError):  # The browser may have given up by then.
                self.answer(path)

        def answer(self, path: str) -> None:
            if any(path.startswith(prefix) for prefix in site.failing):
                self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
            elif path in site.scripts:
                self.send_response(HTTPStatus.OK)
                self.send_header("Content-Type", "text/javascript")
                self.end_headers()
                self.wfile.write(site.scripts[path].encode())
            else:
                super().do_GET()

    with _Server(("127.0.0.1", 0), Handler) as server:
        site = Server(f"http://127.0.0.1:{server.server_port}/", delays=delays or {})
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield site
        finally:
            server.shutdown()
