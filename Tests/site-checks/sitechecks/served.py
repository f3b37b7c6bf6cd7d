"""A built site on a loopback address, as a browser needs it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _QuietHandler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, delays: dict[str, float], **options: object) -> None:
        self.delays = delays
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        time.sleep(next((d for end, d in self.delays.items() if self.path.endswith(end)), 0))
        try:
            super().do_GET()
        except ConnectionError:
            pass  # The browser went on to another page.

    def log_message(self, *_: object) -> None:
        """Says nothing."""


class _Server(ThreadingHTTPServer):
    # Threads that answer a browser which has gone are not waited for.
    daemon_threads = True
    block_on_close = False


@contextmanager
def served(folder: Path, delays: dict[str, float] | None = None) -> Iterator[str]:
    """Serves a folder while the block runs; gives the address of its root.

    `delays` keeps files waiting, in seconds, by the end of their names.
    """
    handler = partial(_QuietHandler, directory=str(folder), delays=delays or {})
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
