"""A quiz page in a real browser: answered like a learner does, by keyboard or by mouse."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from mediaquiz.formats import writer
from mediaquiz.model.form import Form, Question
from mediaquiz.model.item import Choice, Cloze, Content, ListAll, Match, Multi, Order, Short, TrueFalse
from mediaquiz.model.stages import Shipment
from mediaquiz.model.views import answer_text

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser without a window."""
    sync = pytest.importorskip("playwright.sync_api")
    with sync.sync_playwright() as playwright:
        # In a container Chromium has no sandbox of its own; nothing but our pages is opened.
        sandbox = os.geteuid() != 0 if hasattr(os, "geteuid") else True
        browser = playwright.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=sandbox)
        yield browser
        browser.close()


def write_page(folder: Path, shipment: Shipment, name: str = "quiz.html") -> Path:
    """The page as a file."""
    data, problems = writer("html")(shipment)
    assert not problems
    path = folder / name
    path.write_bytes(data)
    return path


class Learner:
    """Somebody in front of a quiz page. What goes wrong on the page is collected in ``faults``."""

    def __init__(self, browser: Any, path: Path, *, width: int = 1280, **context: Any) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce", **context)
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.page.on("console", lambda told: self.faults.append(told.text))
        self.page.on("dialog", lambda dialog: (self.faults.append("dialog"), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri())

    def close(self) -> None:
        self.context.close()

    # By keyboard only

    def tab_to(self, selector: str) -> None:
        """Presses Tab until the focus is there; it must be seen there, and not be covered."""
        for _ in range(400):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                assert self.page.evaluate(_FOCUS_IS_SEEN), f"the focus on {selector} is not seen"
                return
        raise AssertionError(f"Tab never comes to {selector}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def answer_by_keyboard(self, number: int, question: Question) -> None:
        """The right answer to a question, then its Check button."""
        box = f"#q{number}"
        match question.item.content:
            case Choice(key=key):
                self.tab_to(f"{box} .options input")
                self.press("Space", *["ArrowDown"] * question.options.index(key))
            case TrueFalse(answer=answer):
                self.tab_to(f"{box} .options input")
                self.press("Space", *["ArrowDown"] * (not answer))
            case Multi(key=keys):
                for key in sorted(question.options.index(key) for key in keys):
                    self.tab_to(f"{box} .option:nth-of-type({key + 1}) input")
                    self.press("Space")
            case Order(sequence=sequence):
                self._arrange(box, question.options, sequence)
            case Match(pairs=pairs):
                for row, (_, side) in enumerate(pairs, start=1):
                    self.tab_to(f"{box} .lefts li:nth-child({row}) select")
                    self.press(*["ArrowDown"] * (question.options.index(side) + 1))
            case ListAll(members=members):
                for row, member in enumerate(reversed(members), start=1):
                    self.tab_to(f"{box} .members li:nth-child({row}) input")
                    self.page.keyboard.type(member)
            case content:
                self.tab_to(f"{box} :is(.blank, .typed input, .typed textarea)")
                self.page.keyboard.type(answer_text(content))
        self.tab_to(f"{box} .check")
        self.press("Enter")
        if self.page.locator(f"{box} .judge").count():
            self.tab_to(f"{box} [data-share='1']")
            self.press("Enter")

    def _arrange(self, box: str, shown: Sequence[str], sequence: Sequence[str]) -> None:
        order = list(shown)
        for place, wanted in enumerate(sequence):
            while order.index(wanted) > place:
                at = order.index(wanted)
                self.tab_to(f"{box} li:nth-child({at + 1}) [data-by='-1']")
                self.press("Enter")
                order[at - 1], order[at] = order[at], order[at - 1]

    # By mouse, and by what a test likes to choose

    def fill(self, number: int, question: Question, wanted: Content) -> None:
        """An answer to a question: the one that is right for ``wanted``, a content of the same type."""
        box = self.page.locator(f"#q{number}")
        match wanted:
            case Choice(key=key):
                box.locator(".option").nth(question.options.index(key)).click()
            case TrueFalse(answer=answer):
                box.locator(".option").nth(0 if answer else 1).click()
            case Multi(key=keys):
                for key in keys:
                    box.locator(".option").nth(question.options.index(key)).click()
            case Order(sequence=sequence):
                for place, part in enumerate(sequence):
                    while (at := self._texts(number).index(part)) > place:
                        box.locator("li").nth(at).locator("[data-by='-1']").click()
            case Match(pairs=pairs):
                for row, (_, side) in enumerate(pairs):
                    box.locator("select").nth(row).select_option(str(question.options.index(side)))
            case ListAll(members=members):
                for row, member in enumerate(members):
                    box.locator(".members input").nth(row).fill(member)
            case Short() | Cloze():
                box.locator(".blank, .typed input").fill(answer_text(wanted))
            case _:
                box.locator("textarea").fill(answer_text(wanted))

    def _texts(self, number: int) -> list[str]:
        return [text.strip() for text in self.page.locator(f"#q{number} .order .text").all_text_contents()]

    def check(self, number: int) -> str:
        """Presses Check and gives the verdict."""
        self.page.locator(f"#q{number} .check").click()
        return self.verdict(number)

    def verdict(self, number: int) -> str:
        return str(self.page.locator(f"#q{number} .verdict").text_content())

    def points(self, number: int) -> float:
        """The points of a checked question."""
        return float(self.verdict(number).split("·")[1].split("/")[0])

    def score(self) -> str:
        return str(self.page.locator(".total-score").text_content())


def answer_all(learner: Learner, form: Form) -> None:
    """Everything answered right, by mouse."""
    for number, question in enumerate(form.questions, start=1):
        learner.fill(number, question, question.item.content)
        learner.check(number)
        judge = learner.page.locator(f"#q{number} .judge [data-share='1']")
        if judge.count():
            judge.click()
    learner.page.locator("#finish").click()


_FOCUS_IS_SEEN = """() => {
  const node = document.activeElement, box = node.getBoundingClientRect();
  const shown = node.closest(".option") ?? node;
  const ringed = getComputedStyle(shown).outlineStyle !== "none";
  const bar = document.querySelector(".bar").getBoundingClientRect();
  return ringed && box.height > 0 && box.top >= bar.bottom && box.bottom <= innerHeight;
}"""
