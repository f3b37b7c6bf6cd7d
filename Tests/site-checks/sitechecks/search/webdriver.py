"""Drives the WebKit of Debian through WebDriver (https://www.w3.org/TR/webdriver2/).

Playwright has a WebKit of its own, which no package brings.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server
from urllib.error import HTTPError, URLError

WAIT = 20
#: The member under which WebDriver hands out an element.
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
TAB, ENTER = "\ue004", "\ue007"


class WebDriver:
    """A window of the browser."""

    def __init__(self, address: str, capabilities: dict) -> None:
        self.address = f"{address}/session"
        session = self.send("POST", "", {"capabilities": {"alwaysMatch": capabilities}})
        self.address += f"/{session['sessionId']}"

    def send(self, method: str, command: str, body: dict | None = None) -> object:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + command, data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=WAIT * 3) as response:
                return json.load(response)["value"]
        except HTTPError as error:
            raise AssertionError(json.load(error)["value"]["message"]) from error

    def resize(self, width: int, height: int) -> None:
        self.send("POST", "/window/rect", {"width": width, "height": height})
        self.until(lambda: self.run("return innerWidth") == width, f"{width} px")

    def open(self, url: str) -> None:
        self.send("POST", "/url", {"url": url})

    def back(self) -> None:
        self.send("POST", "/back", {})

    def run(self, script: str, *arguments: object) -> object:
        return self.send("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def _element(self, selector: str) -> str:
        found = self.send("POST", "/element", {"using": "css selector", "value": selector})
        return f"/element/{found[ELEMENT]}"

    def click(self, selector: str) -> None:
        self.send("POST", self._element(selector) + "/click", {})

    def type(self, selector: str, text: str) -> None:
        self.send("POST", self._element(selector) + "/value", {"text": text})

    def press(self, key: str) -> None:
        strokes = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self.send("POST", "/actions",
                  {"actions": [{"type": "key", "id": "keyboard", "actions": strokes}]})

    def texts(self, selector: str) -> list[str]:
        return self.run("return [...document.querySelectorAll(arguments[0])]"
                        ".filter((element) => element.checkVisibility())"
                        ".map((element) => element.textContent)", selector)

    def until(self, holds: Callable[[], object], what: str) -> None:
        """Waits until something holds."""
        end = time.monotonic() + WAIT
        while not holds():
            assert time.monotonic() < end, f"waited in vain for {what}"
            time.sleep(0.05)


@contextmanager
def webkit(width: int, height: int) -> Iterator[WebDriver]:
    """A window of WebKitGTK's small browser on a screen that is not shown."""
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    driver = subprocess.Popen(
        ["WebKitWebDriver", f"--port={port}"], stderr=subprocess.DEVNULL,
        env={**os.environ, "DISPLAY": f":{screen.stdout.readline().strip()}"})
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address)
        program = next(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"))
        # With its bars the browser is not narrower than 447 px.
        options = {"binary": str(program), "args": ["--automation", "--full-screen"]}
        window = WebDriver(address, {"webkitgtk:browserOptions": options})
        window.resize(width, height)
        yield window
        window.send("DELETE", "")
    finally:
        for process in (driver, screen):
            process.terminate()
            process.wait()


def _wait_for(address: str) -> None:
    end = time.monotonic() + WAIT
    while True:
        try:
            urllib.request.urlopen(f"{address}/status", timeout=WAIT).close()
            return
        except URLError:
            assert time.monotonic() < end, "WebKitWebDriver does not start"
            time.sleep(0.05)
