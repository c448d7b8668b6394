"""The report of an analysis: its text, its safety, and, in a browser, its accessibility."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from accessibility import axe_core, needs_npm, violations
from browser import Learner, chromium, needs_chromium
from lxml import etree

from mediaquiz.cli.strings import Texts
from mediaquiz.formats.report.numbers import decimal, percent, span
from mediaquiz.formats.report.plots import bars, dots, height, r_whisker, share_whisker
from mediaquiz.formats.report.render import page
from mediaquiz.measure.results.analysis import Analysis, Studied, Test
from mediaquiz.measure.results.figures import Figures
from mediaquiz.measure.results.flags import Advice, Flag
from mediaquiz.measure.results.tally import ScoreFigures

HOSTILE = "<script>alert(1)</script> \x1b[31m &amp; \"'"
LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2
SCORES = ScoreFigures(30, 3, 0.6, 0.2, 0.71, True, {0.0: 1, 0.5: 19, 1.0: 10})


def studied(text: str, got: float, r: float | None, *flags: Flag, **more: Any) -> Studied:
    sums = {} if r is None else {"sxx": 1.0, "syy": 1.0, "sxy": r}
    answers = {"fair": (20.0, 8.0, 2.0), HOSTILE: (10.0, 0.0, 6.0), LONG: (9.0, 1.0, 3.0)}
    figures = Figures(30, got, 1, 1, upper_n=8.1, upper=8.0, lower_n=8.1, lower=2.0, answers=answers, **sums)
    return Studied((text[:9], "w"), text, figures, figures, flags=flags, advice=Advice.LOOK, **more)


FOUND = Analysis(
    tests=(Test(("3b.csv", HOSTILE), SCORES), Test(("flat",), ScoreFigures(6, 1, 1.0, 0.0, None, True, {1.0: 6}))),
    items=(
        studied("What does a shutter do?", 20, 0.4),
        studied(HOSTILE, 3, -0.7, Flag.NEGATIVE, Flag.HARD, right=("fair",), wrong=(HOSTILE, LONG, "none")),
        studied("조리개는 무엇을 하나요?", 30, None, Flag.EASY, current=False),
    ),
    learners=36,
    few=2,
    again=1,
    classes=("2025-3a",),
)
EMPTY = Analysis()


def made(lang: str = "en", found: Analysis = FOUND) -> str:
    return page(found, Texts(lang), lang, date(2026, 11, 21))


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("found", [FOUND, EMPTY], ids=["full", "empty"])
def test_the_page_is_whole_and_nothing_in_it_is_live(lang: str, found: Analysis) -> None:
    text = made(lang, found)
    tree = etree.HTML(text)
    assert tree.get("lang") == lang
    assert tree.xpath("//script | //@onclick | //@style | //link | //img") == []
    assert "alert(1)</script>" not in text and "\x1b" not in text
    policy = tree.xpath("//meta[@http-equiv]/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert text.count("<svg") == (2 * 1 + 1 + 5 + 4 * 3 + 3 * 3 if found is FOUND else 0)


def test_every_text_says_its_language() -> None:
    tree = etree.HTML(made("en"))
    assert {node.get("lang") for node in tree.xpath("//span[contains(., '조리개')]")} >= {"ko"}
    assert etree.HTML(made("ko")).xpath("//span[starts-with(., 'What does')]/@lang") == ["en"]


def test_the_page_says_all_that_there_is() -> None:
    text = re.sub(r"\s+", " ", " ".join(etree.HTML(made()).xpath("//body//text()")))
    groups = "2 learners were in groups of fewer than five"
    for part in (
        "0.71",
        "67%",
        "0.40",
        "−0.70",
        "2025-3a",
        groups,
        "an earlier wording",
        "few answers",
        "is the key right?",
    ):
        assert part in text, part


def test_the_same_analysis_gives_the_same_page() -> None:
    assert made() == made()


def test_where_the_marks_stand() -> None:
    assert [bar.count for bar in bars(SCORES.scores)] == [1, 0, 0, 0, 0, 19, 0, 0, 0, 10]
    assert sum(bar.count for bar in bars({n / 10: 1 for n in range(11)})) == 11
    assert [(dot.number, dot.marked) for dot in dots(FOUND.items)] == [(1, False), (2, True)]
    assert height(1.0) == 0 and height(-9) == height(-0.4) == 280
    figures = FOUND.items[0].pooled
    assert share_whisker(figures).at == 66.7
    found = r_whisker(figures)
    assert found and found.low < found.at == 70 < found.high
    assert r_whisker(FOUND.items[2].pooled) is None


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    return axe_core(tmp_path_factory.mktemp("axe"))


@pytest.mark.slow
@needs_chromium
@needs_npm
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_no_rule_is_broken(browser: Any, axe: str, tmp_path: Path, lang: str, scheme: str, width: int) -> None:
    path = tmp_path / "report.html"
    path.write_text(made(lang), encoding="utf-8")
    learner = Learner(browser, path, width=width, color_scheme=scheme)
    assert learner.faults == [] and len(learner.requests) == 1
    assert learner.page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(learner, axe) == []
    learner.close()


@pytest.mark.slow
@needs_chromium
@needs_npm
def test_a_broken_rule_is_found(browser: Any, axe: str, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    text = made().replace("--soft: #59616b", "--soft: #c9c9c9").replace("Content-Security-Policy", "X-None")
    path.write_text(text, encoding="utf-8")
    learner = Learner(browser, path)
    assert [one.split(":")[0] for one in violations(learner, axe)] == ["color-contrast"]
    learner.close()


def test_numbers_read_well() -> None:
    assert [decimal(number) for number in (-0.001, 0.125, -0.5, None)] == ["0.00", "0.12", "−0.50", "–"]
    assert span((-0.004, 1.0)) == "0.00 … 1.00" and span((0.0, 0.333), percent) == "0% … 33%"
