"""The programs that read what we write: node packages installed for the test, a QTI player in a browser."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_node = pytest.mark.skipif(shutil.which("npm") is None, reason="needs node and npm")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")

PLAYER = """(xml) => new Promise((done, fail) => {
  document.addEventListener("qti-assessment-item-connected", (event) => {
    window.item = event.detail;
    setTimeout(() => done([...window.item.querySelectorAll("qti-simple-choice, qti-simple-associable-choice")]
      .map((choice) => [choice.getAttribute("identifier"), choice.innerHTML])));
  }, { once: true });
  setTimeout(() => fail(new Error("the player shows no item")), 10000);
  const container = document.createElement("item-container");
  container.itemXML = xml;
  const host = document.createElement("qti-item");
  host.append(container);
  document.body.replaceChildren(host);
})"""
ANSWER = """(value) => {
  window.item.resetResponses();
  window.item.updateResponseVariable("RESPONSE", value);
  window.item.processResponse();
  return Number(window.item.getOutcome("SCORE").value);
}"""


def npm_install(folder: Path, package: str) -> Path:
    """The folder of a package, installed for this test alone."""
    subprocess.run(["npm", "install", "--silent", "--ignore-scripts", package], cwd=folder, check=True, timeout=300)
    return folder / "node_modules" / package.rpartition("@")[0]


class Player:
    """``@citolab/qti-components``, a QTI 3 player, with one item at a time."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def open(self, xml: str) -> dict[str, str]:
        """Shows an item. Returns the HTML of its choices by their identifiers."""
        return dict(self.page.evaluate(PLAYER, xml))

    def score(self, answer: str | list[str]) -> float:
        """What the item gives for an answer."""
        return float(self.page.evaluate(ANSWER, answer))


@contextmanager
def qti_player(package: Path) -> Iterator[Player]:
    """A player in a browser without a window."""
    sync = pytest.importorskip("playwright.sync_api")
    with sync.sync_playwright() as playwright:
        # In a container Chromium has no sandbox of its own; nothing but our items is opened.
        sandbox = os.geteuid() != 0 if hasattr(os, "geteuid") else True
        browser = playwright.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=sandbox)
        page = browser.new_page()
        page.set_content("<!doctype html><title>player</title><body></body>")
        page.add_script_tag(path=str(package / "cdn" / "index.global.js"))
        yield Player(page)
        browser.close()
