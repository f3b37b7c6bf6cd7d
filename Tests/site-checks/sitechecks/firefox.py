"""Firefox, driven through the protocol that it speaks itself (W3C WebDriver BiDi)."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from websockets.sync.client import ClientConnection, connect


class Firefox:
    """A window of Firefox."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._last = 0
        self._send("session.new", {"capabilities": {}})
        tree = self._send("browsingContext.getTree", {})
        self._window = tree["contexts"][0]["context"]

    def open(self, url: str) -> None:
        self._send("browsingContext.navigate",
                   {"context": self._window, "url": url, "wait": "complete"})

    def evaluate(self, expression: str) -> str:
        """The text that an expression gives, or that its promise brings."""
        answer = self._send("script.evaluate", {
            "expression": expression, "target": {"context": self._window}, "awaitPromise": True})
        if answer["type"] != "success":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return answer["result"].get("value", "")

    def _send(self, method: str, parameters: dict[str, Any]) -> dict[str, Any]:
        self._last += 1
        self._socket.send(json.dumps({"id": self._last, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv(timeout=60))
            if message.get("id") != self._last:
                continue
            if message["type"] == "error":
                raise RuntimeError(f"{method}: {message['message']}")
            return message["result"]


@contextmanager
def firefox() -> Iterator[Firefox | None]:
    """A fresh Firefox without a window on the screen; None where there is no Firefox."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        yield None
        return
    with tempfile.TemporaryDirectory() as profile:
        process = subprocess.Popen(
            [program, "--headless", "--no-remote", "--profile", profile,
             "--remote-debugging-port", "0"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        try:
            for line in process.stderr or ():
                if match := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
                    with connect(match[1] + "/session", max_size=None) as socket:
                        yield Firefox(socket)
                    break
            else:
                raise RuntimeError("Firefox did not start")
        finally:
            process.terminate()
            process.wait()
