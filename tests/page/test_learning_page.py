"""The page of a learner's statistics: its text, its safety, and, in a browser, its accessibility."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from accessibility import axe_core, needs_npm, violations
from browser import Learner, chromium, needs_chromium
from lxml import etree

from mediaquiz.cli.strings import Texts
from mediaquiz.formats.report.learning import bars, calibrated, drawn, months, page, year
from mediaquiz.measure.curves import chance, curves
from mediaquiz.measure.fit import calibration, fit
from mediaquiz.measure.forecast import Forecast
from mediaquiz.measure.recalls import Recall
from mediaquiz.measure.statistics import Cards, Leech, Statistics
from mediaquiz.measure.stats import Coverage, Hard, Retentions, Time, retentions
from mediaquiz.measure.streak import Streak
from mediaquiz.model.review import Rating

HOSTILE = "<script>alert(1)</script> \x1b[31m {{ 7 * 7 }} &amp; \"'"
LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2
TODAY = date(2026, 11, 21)
DECAY = -0.1542


def recalls(n: int) -> list[Recall]:
    """Memories of all strengths, recalled as often as the curve says."""
    rng, found = Random(4), []
    for place in range(n):
        stability = 2 ** rng.uniform(0, 8)
        waited = max(1, round(stability * rng.uniform(0.5, 2)))
        expected = chance(waited, stability, DECAY)
        rating = Rating.GOOD if rng.random() < expected else Rating.AGAIN
        day = TODAY - timedelta(days=n - place)
        found.append(Recall(f"item{place % 9}", day, rating, waited, stability, expected, 3, place % 4, waited))
    return found


TESTED = recalls(400)
FOUND = Statistics(
    title=HOSTILE,
    today=TODAY,
    cards=Cards(3, 1, 12, 40, 2),
    streak=Streak(12, 31, True, 1),
    retention=retentions(TESTED, TODAY),
    desired=0.9,
    fit=fit(TESTED),
    calibration=calibration(TESTED),
    forecast=Forecast(4, tuple(place % 7 for place in range(30))),
    year_from=TODAY - timedelta(days=364 + TODAY.weekday()),
    year=tuple(place % 11 for place in range(365 + TODAY.weekday())),
    time=Time(3_600_000, 60_000, 8_000, 400, 900, 200),
    concepts=(Hard(LONG, 9, 5), Hard("음색", 12, 4)),
    lessons=(Hard(HOSTILE, 20, 9),),
    leeches=(Leech("item1", HOSTILE, "Light", 11),),
    coverage=(("소리의 세 가지 성질", Coverage(6, 5, 4, 2)), (LONG, Coverage(3, 1, 0, 0))),
    curves=curves(TESTED),
)
NOBODY = Statistics(
    "Bread", TODAY, Cards(), Streak(), Retentions(*[retentions([], TODAY).ever] * 4), 0.9, None, (),
    Forecast(0, (0,) * 30), FOUND.year_from, (0,) * len(FOUND.year), Time(), (), (), (), (),
)  # fmt: skip


def made(lang: str = "en", found: Statistics = FOUND) -> str:
    return page(found, Texts(lang), lang)


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("found", [FOUND, NOBODY], ids=["full", "nobody"])
def test_the_page_is_whole_and_nothing_in_it_is_live(lang: str, found: Statistics) -> None:
    text = made(lang, found)
    tree = etree.HTML(text)
    assert tree.get("lang") == lang
    assert tree.xpath("//script | //@onclick | //@style | //link | //img | //a") == []
    assert "alert(1)</script>" not in text and "\x1b" not in text and "{{ 7 * 7 }}" in made("en")
    assert tree.xpath("//meta[@http-equiv]/@content")[0].startswith("default-src 'none'; style-src 'sha256-")
    assert len(tree.xpath("//svg")) == (len(FOUND.curves) + 3 if found is FOUND else 2)
    assert all(tree.xpath("//svg/@aria-label"))


def test_it_says_what_it_shows() -> None:
    text = re.sub(r"\s+", " ", " ".join(etree.HTML(made()).xpath("//body//text()")))
    for part in ("Before you share this page", "900", "longest 31", "1 h 0 min", "forgotten 11 times", "9 takeaways"):
        assert part in text, part
    assert "item1" not in text


def test_the_same_statistics_give_the_same_page() -> None:
    assert made() == made()


def test_texts_say_their_language() -> None:
    assert etree.HTML(made()).xpath("//span[starts-with(., '음색')]/@lang") == ["ko"]


def test_curves_hold_every_recall_once() -> None:
    assert sum(curve.n for curve in FOUND.curves) == len(TESTED)
    assert all(sum(point.n for point in curve.points) == curve.n for curve in FOUND.curves)
    assert all(curve.low <= curve.stability < curve.high for curve in FOUND.curves)
    assert [len(curve.points) <= 7 for curve in FOUND.curves] == [True] * 4


def test_where_the_marks_stand() -> None:
    curve = drawn(FOUND.curves[1], DECAY)
    first, *_, last = (tuple(map(float, pair.split(","))) for pair in curve.line.split())
    assert first == (0.0, 0.0) and last[0] == 300 and 0 < last[1] < 180
    assert all(0 < point.x < 300 and point.high <= point.y <= point.low for point in curve.points)
    assert [x for x, _ in curve.ticks] == sorted(x for x, _ in curve.ticks)
    assert max(point.radius for point in calibrated(FOUND.calibration)) == 10
    assert bars((0, 2, 1)) == ((0.0, 0.0, 0), (200.0, 110.0, 2), (400.0, 55.0, 1))
    assert bars((0, 0))[0] == (0.0, 0.0, 0)
    cells = year(FOUND)
    assert len(cells) == len(FOUND.year) and {cell.shade for cell in cells} == {0, 1, 2, 3, 4}
    assert (cells[0].n, cells[-1].day) == (0, TODAY.isoformat())
    assert sum(n for _, n, _ in months(FOUND)) == sum(FOUND.year)


def test_after_the_stability_nine_of_ten_are_recalled() -> None:
    assert chance(7, 7, DECAY) == pytest.approx(0.9)
    assert chance(0, 7, DECAY) == 1


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
@pytest.mark.parametrize("found", [FOUND, NOBODY], ids=["full", "nobody"])
def test_no_rule_is_broken(
    browser: Any, axe: str, tmp_path: Path, found: Statistics, lang: str, scheme: str, width: int
) -> None:
    path = tmp_path / "report.html"
    path.write_text(made(lang, found), encoding="utf-8")
    learner = Learner(browser, path, width=width, color_scheme=scheme)
    assert learner.faults == [] and len(learner.requests) == 1
    assert learner.page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(learner, axe) == []
    learner.close()
