"""Quiz pages against axe-core, by day and by night, on a phone and on a desk. Needs Chromium and npm."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import papers
import pytest
from accessibility import axe_core, needs_npm, violations
from browser import Learner, chromium, needs_chromium, write_page

from mediaquiz.model.item import Choice, Cloze, Match, Order, Recall
from mediaquiz.model.stages import Shipment

pytestmark = [pytest.mark.slow, needs_chromium, needs_npm]

SCHOOL = {"theme_school": "Mill Lane School", "theme_accent": "#7a1f3d", "theme_accent_dark": "#ee98b8"}
PAGES: dict[str, Shipment] = {
    "practice": papers.every_type(lang="en"),
    "in Korean": papers.every_type(lang="ko"),
    "a test": papers.shipment(papers.deck(papers.CONTENTS), forms=["A"], key="none"),
    "the keys": papers.shipment(papers.deck(papers.CONTENTS), forms=["A", "B"], key="only"),
    "a school's": papers.shipment(papers.deck(papers.CONTENTS), **SCHOOL),
}


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    return axe_core(tmp_path_factory.mktemp("axe"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_no_rule_is_broken(browser: Any, axe: str, tmp_path: Path, name: str, scheme: str, width: int) -> None:
    learner = Learner(browser, write_page(tmp_path, PAGES[name]), width=width, color_scheme=scheme)
    assert violations(learner, axe) == []
    assert learner.page.evaluate("document.documentElement.scrollWidth") <= width
    if learner.page.locator("#finish").count():
        for option in learner.page.locator(".option:first-child").all():
            option.click()
        for typed in learner.page.locator("input[type=text]:visible, textarea").all():
            typed.fill("water")
        learner.page.locator("#finish").click()
        assert violations(learner, axe) == []
    learner.close()


@pytest.mark.parametrize(
    "old, new, rule",
    [
        ("--soft: #59616b", "--soft: #b9b9b9", "color-contrast"),
        (' aria-labelledby="p2" autocomplete', " autocomplete", "label"),
        ('<html lang="en">', "<html>", "html-has-lang"),
    ],
)
def test_a_broken_rule_is_found(browser: Any, axe: str, tmp_path: Path, old: str, new: str, rule: str) -> None:
    path = write_page(tmp_path, PAGES["practice"])
    page = path.read_text(encoding="utf-8")
    assert old in page
    # The policy would refuse a changed style.
    page = page.replace(old, new).replace("Content-Security-Policy", "X-None")
    path.write_text(page, encoding="utf-8")
    learner = Learner(browser, path)
    assert [one.split(":")[0] for one in violations(learner, axe)] == [rule]
    learner.close()


LONG = "a text that goes on for longer than any phone is wide, because lessons are written by people"
WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2
WIDE = {
    "match": Match("Which?", ((LONG, f"r {LONG}"), (WORD, f"r {WORD}"), ("c", "d"))),
    "choice": Choice(f"What is {WORD}?", LONG, (WORD, "short")),
    "order": Order(LONG, (f"1 {WORD}", f"2 {LONG}", "3")),
    "cloze": Cloze(f"{LONG} {{{{{WORD}}}}} {WORD}"),
    "drawing": Recall("Where to?\n\n" + "  a ──▶ b " * 20, "b"),
    "code": Recall(f"What is `{WORD}`?", WORD),
}


@pytest.mark.parametrize("key", ["inside", "only"])
def test_at_four_hundred_percent_nothing_runs_out_of_the_page(browser: Any, axe: str, tmp_path: Path, key: str) -> None:
    learner = Learner(browser, write_page(tmp_path, papers.shipment(papers.deck(WIDE), key=key)), width=320)
    assert learner.page.evaluate("document.documentElement.scrollWidth") == 320
    if key == "inside":
        learner.page.locator("#finish").click()
    assert learner.page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(learner, axe) == []
    learner.close()


def test_forced_colours_leave_state_visible_without_colour(browser: Any, tmp_path: Path) -> None:
    learner = Learner(browser, write_page(tmp_path, PAGES["practice"]), forced_colors="active")
    learner.page.locator(".option").first.click()
    learner.page.locator("#finish").click()
    marks = learner.page.locator(".type-choice .is-right .verdict-mark")
    assert marks.first.text_content().startswith("✓")
    width = "node => getComputedStyle(node).borderTopWidth"
    assert learner.page.locator(".type-choice .is-right").first.evaluate(width) == "3px"
    learner.close()
