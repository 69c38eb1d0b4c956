"""Loads pages in headless Chromium, wide and narrow, light and dark, with and without scripts, and says what is wrong.

usage: check_pages.py [--axe FILE] [--screenshots FOLDER] PAGE.html...

Asserts: no console message, no request leaves the page, nothing is wider than the window, contrast of 4.5:1 for all text, names for
all that can be used, no text over text in a drawing (audit.js); what axe-core finds, where a wheel with it is given; a search
finds, and the marks of a review survive a reload and are saved as review.jsonl.
"""

import argparse
import base64
import json
import os
import pathlib
import sys
import tempfile
import time
import zipfile

from chromium import Browser, Page

HERE = pathlib.Path(__file__).parent
AUDIT = (HERE / "audit.js").read_text()
WIDTHS = (1440, 390)
# Said by axe of pages in general, not of this one: drawings and rows in a page of their own are no landmarks.
AXE = """axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})
.then(({violations}) => violations.map(({id, help, nodes}) => `axe ${id}: ${help} (${nodes.length}): ${nodes[0].html.slice(0, 160)}`))"""


def noise(page, url):
    """What the page said or asked for by itself."""
    found = []
    for event in page.browser.take_events(page.session):
        method, params = event["method"], event["params"]
        if method == "Runtime.consoleAPICalled":
            found.append(f"console: {params['args']}")
        elif method == "Runtime.exceptionThrown":
            found.append(f"exception: {params['exceptionDetails']}")
        elif method == "Log.entryAdded":
            found.append(f"log: {params['entry']['text']}")
        elif method == "Page.javascriptDialogOpening":
            found.append(f"dialog: {params['message']}")
        elif method == "Network.requestWillBeSent":
            address = params["request"]["url"]
            if address != url and not address.startswith(("data:", "blob:")):
                found.append(f"request: {address}")
    return found


def check(browser, path, width, dark, axe, pictures):
    """The faults of a page at one width and in one scheme, and its least contrast."""
    url = path.resolve().as_uri()
    page = Page(browser, width, dark)
    page.open(url)
    report = page.evaluate(AUDIT)
    faults = report["faults"]
    if axe:
        page.evaluate(axe)
        faults += page.evaluate(AXE)
    faults += noise(page, url)
    if pictures:
        name = f"{path.stem}-{width}-{'dark' if dark else 'light'}"
        for kind, whole in (("", True), ("-first", False)):
            (pictures / f"{name}{kind}.png").write_bytes(base64.b64decode(page.screenshot(whole)))
    page.close()
    return faults, report["leastContrast"]


def check_without_scripts(browser, path, pictures):
    """Without scripts all is there to read, and nothing that would do nothing."""
    page = Page(browser, 390, False, scripted=False)
    page.open(path.resolve().as_uri())
    page.call("DOM.enable")
    root = page.call("DOM.getDocument")["root"]["nodeId"]
    faults = []
    for selector in (".tools", ".marks"):
        for node in page.call("DOM.querySelectorAll", nodeId=root, selector=selector)["nodeIds"]:
            try:
                page.call("DOM.getBoxModel", nodeId=node)
                faults.append(f"without scripts {selector} is shown")
            except RuntimeError:
                pass  # Not drawn.
    if pictures:
        (pictures / f"{path.stem}-plain.png").write_bytes(base64.b64decode(page.screenshot()))
    page.close()
    return faults


def check_review(browser, path):
    """Marks a row, reloads, and saves the review."""
    url = path.resolve().as_uri()
    page = Page(browser, 1440, False)
    page.open(url)
    if not page.evaluate("document.querySelector('.row') !== null"):
        page.close()
        return []
    faults = []

    def expect(holds, said):
        if not holds:
            faults.append(said)

    count = page.evaluate("document.querySelectorAll('.row').length")
    page.evaluate("""(() => {
      const search = document.querySelector('#row-search');
      search.value = 'no row has this text';
      search.dispatchEvent(new Event('input'));
    })()""")
    expect(page.evaluate("document.querySelectorAll('.row:not([hidden])').length") == 0, "a search without a hit shows rows")
    page.evaluate("""(() => {
      const search = document.querySelector('#row-search');
      search.value = '';
      search.dispatchEvent(new Event('input'));
      document.querySelector('.row input[value=drop]').click();
      const note = document.querySelector('.row .note-text');
      note.value = 'seen "twice"';
      note.dispatchEvent(new Event('input'));
    })()""")
    expect(page.evaluate("document.querySelectorAll('.row:not([hidden])').length") == count, "an empty search hides rows")
    page.call("Page.reload")
    browser.wait_for("Page.loadEventFired", page.session)
    expect(page.evaluate("document.querySelector('.row').dataset.mark") == "drop", "a mark does not survive a reload")
    with tempfile.TemporaryDirectory() as folder:
        browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=folder)
        page.evaluate("document.querySelector('#review-download').click()")
        saved = pathlib.Path(folder) / "review.jsonl"
        deadline = time.monotonic() + 10
        # The file is there before its content is: the review ends with a line end.
        while not (saved.exists() and saved.read_text().endswith("\n")) and time.monotonic() < deadline:
            page.evaluate("1")
            time.sleep(0.05)
        lines = [json.loads(line) for line in saved.read_text().split("\n") if line] if saved.exists() else []
        if lines:
            expect(len(lines) == 1, f"the review has {len(lines)} lines, expected 1")
            expect(set(lines[0]) == {"id", "file", "line", "side", "mark", "note"}, f"the review's keys are {list(lines[0])}")
            expect(lines[0]["mark"] == "drop" and lines[0]["note"] == 'seen "twice"', f"the review says {lines[0]}")
        else:
            faults.append("no review.jsonl with a line was saved")
    page.evaluate("localStorage.clear()")
    faults += noise(page, url)
    page.close()
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--axe", type=pathlib.Path, help="a wheel that has axe.min.js in it, or that file")
    parser.add_argument("--screenshots", type=pathlib.Path, help="where to put pictures of the pages")
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    axe = None
    if arguments.axe and arguments.axe.suffix == ".whl":
        with zipfile.ZipFile(arguments.axe) as wheel:
            name = next(name for name in wheel.namelist() if name.endswith("/axe.min.js"))
            axe = wheel.read(name).decode()
    elif arguments.axe:
        axe = arguments.axe.read_text()
    if arguments.screenshots:
        arguments.screenshots.mkdir(parents=True, exist_ok=True)

    passed = failed = 0
    browser = Browser(os.environ.get("CHROMIUM", "chromium"))
    try:
        for path in arguments.pages:
            runs = [(f"{width} px, {'dark' if dark else 'light'}", lambda width=width, dark=dark: check(
                browser, path, width, dark, axe, arguments.screenshots)) for width in WIDTHS for dark in (False, True)]
            runs.append(("without scripts", lambda: (check_without_scripts(browser, path, arguments.screenshots), None)))
            runs.append(("review", lambda: (check_review(browser, path), None)))
            for name, run in runs:
                faults, contrast = run()
                said = f", least contrast {contrast:.2f}" if contrast else ""
                print(f"{'FAILED' if faults else 'passed'}  {path.stem}, {name}{said}")
                for fault in faults[:12]:
                    print(f"        {fault}")
                if len(faults) > 12:
                    print(f"        and {len(faults) - 12} more")
                passed, failed = passed + (not faults), failed + bool(faults)
    finally:
        browser.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
