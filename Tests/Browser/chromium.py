"""Chromium, headless, spoken to over its DevTools pipe. Standard library only."""

import fcntl
import json
import os
import shutil
import subprocess
import tempfile
import time


class Browser:
    """A browser of its own, with a profile that goes away with it."""

    def __init__(self, program="chromium"):
        self.profile = tempfile.mkdtemp(prefix="textshift-browser-")
        to_child, self._out = os.pipe()
        self._in, from_child = os.pipe()
        # Chromium reads from descriptor 3 and writes to 4; moved away first, so that neither lands on the other.
        reader, writer = (fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (to_child, from_child))

        def connect():
            os.dup2(reader, 3)
            os.dup2(writer, 4)

        self._process = subprocess.Popen(
            [program, "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run",
             "--disable-dev-shm-usage", "--disable-extensions", "--hide-scrollbars", f"--user-data-dir={self.profile}"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            pass_fds=(3, 4), preexec_fn=connect)
        for end in (to_child, from_child, reader, writer):
            os.close(end)
        self._number = 0
        self._buffer = b""
        self._events = []

    def close(self):
        try:
            self.call("Browser.close")
            self._process.wait(10)
        except (OSError, EOFError, RuntimeError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method, session=None, **params):
        """Calls a method and returns its result; events that come meanwhile are kept."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read(60)
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self._events.append(answer)

    def wait_for(self, method, session, seconds=30):
        """Waits for an event that has not been taken yet."""
        deadline = time.monotonic() + seconds
        while True:
            for position, event in enumerate(self._events):
                if event.get("method") == method and event.get("sessionId") == session:
                    return self._events.pop(position)["params"]
            if time.monotonic() > deadline:
                raise RuntimeError(f"{method} did not come")
            self._events.append(self._read(seconds))

    def take_events(self, session):
        """All events of a session that were kept."""
        own = [event for event in self._events if event.get("sessionId") == session]
        self._events = [event for event in self._events if event.get("sessionId") != session]
        return own

    def _read(self, seconds):
        while b"\0" not in self._buffer:
            part = os.read(self._in, 1 << 20)
            if not part:
                raise EOFError("the browser has gone")
            self._buffer += part
        message, self._buffer = self._buffer.split(b"\0", 1)
        return json.loads(message)


class Page:
    """One tab."""

    def __init__(self, browser, width, dark, scripted=True):
        self.browser = browser
        self.width = width
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.target = target
        self.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600)
        self.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"}])
        if not scripted:
            self.call("Emulation.setScriptExecutionDisabled", value=True)

    def call(self, method, **params):
        return self.browser.call(method, self.session, **params)

    def open(self, url):
        self.call("Page.navigate", url=url)
        self.browser.wait_for("Page.loadEventFired", self.session)

    def evaluate(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description") or details["text"])
        return answer["result"].get("value")

    def screenshot(self, whole=False):
        """The picture as PNG in Base64: the first screen, or all of the page."""
        if not whole:
            return self.call("Page.captureScreenshot", format="png")["data"]
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": self.width, "height": min(size["height"], 16000), "scale": 1}
        return self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)["data"]

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self.target)
