"""Parameters for one learner: what they bring on a real log, when they are taken, and what moving due days does."""

import csv
import io
import json
import lzma
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from learners import START, months, save
from screens import compare, context, desk
from wcwidth import wcswidth

from mediaquiz.app import fitting
from mediaquiz.app.optimize import adopt, moves, outcome_of, reschedule
from mediaquiz.app.quiz import Desk, open_desk
from mediaquiz.cli.optimize import report, show_moves
from mediaquiz.errors import MediaquizError
from mediaquiz.measure.fit import fit
from mediaquiz.measure.optimize import Case, Parameters, cases_of, drawn_back, optimize
from mediaquiz.measure.recalls import Recall, recalls_of
from mediaquiz.model.review import Kind, Record
from mediaquiz.schedule.card import CardState
from mediaquiz.schedule.day import study_day
from mediaquiz.schedule.fold import fold
from mediaquiz.schedule.settings import DEFAULT_PARAMETERS, HIGHEST, LOWEST, Settings

LOG = Path(__file__).parents[1] / "fixtures" / "reviews" / "learner.csv.xz"
HOME = timezone(timedelta(hours=-7))
DAY = timedelta(days=1)
pytest.importorskip("fsrs_rs_python")


@pytest.fixture(scope="module")
def cards() -> Mapping[str, CardState]:
    """The cards of a real learner: 12,580 answers, of which 6,372 came after a day or more."""
    records = []
    for number, row in enumerate(csv.DictReader(io.StringIO(lzma.decompress(LOG.read_bytes()).decode()))):
        at = datetime.fromisoformat(row["review_time"]).astimezone(HOME)
        data = {"rating": int(row["review_rating"]), "due": "2030-01-01", "ivl": 1}
        records.append(
            Record(f"a-{number}", Kind.REVIEW, at.astimezone(UTC), study_day(at), -420, row["card_id"], data)
        )
    state = fold(records)
    return {name: state.card(name) for name in state.cards}


@pytest.fixture(scope="module")
def cases(cards: Mapping[str, CardState]) -> list[Case]:
    return sorted(cases_of(cards.values()))


def judged(cards: Mapping[str, CardState], parameters: Parameters) -> list[Recall]:
    return recalls_of(cards.items(), replace(Settings(), parameters=parameters))


def loss(recalls: list[Recall]) -> float:
    found = fit(recalls)
    assert found
    return found.log_loss


def taken(cards: Mapping[str, CardState], cases: list[Case], n: int) -> Parameters:
    """The parameters that a learner has who knows the first n recalls."""
    found = optimize(cases[:n], DEFAULT_PARAMETERS, fitting.fitted, lambda told: judged(cards, told)[:n])
    return found.parameters if found.better else DEFAULT_PARAMETERS


def test_cases_and_recalls_are_the_same_answers_in_the_same_order(
    cards: Mapping[str, CardState], cases: list[Case]
) -> None:
    recalls = judged(cards, DEFAULT_PARAMETERS)
    assert len(cases) == len(recalls) == 6372
    assert [case.reviews[-1] for case in cases] == [(int(one.rating), one.waited) for one in recalls]
    assert loss(recalls) == pytest.approx(0.4652, abs=5e-5)  # as measured elsewhere for this log


def test_held_out_loss_on_a_real_log(cards: Mapping[str, CardState], cases: list[Case]) -> None:
    """Five splits by time, each foretold from all before it: at most .4388 + .002, and no worse than the default."""
    size = len(cases) // 6
    standard, ours = 0.0, 0.0
    for fold_number in range(5):
        start = len(cases) - (5 - fold_number) * size
        parameters = taken(cards, cases, start)
        standard += loss(judged(cards, DEFAULT_PARAMETERS)[start : start + size]) / 5
        ours += loss(judged(cards, parameters)[start : start + size]) / 5
    assert ours <= 0.4388 + 0.002
    assert ours <= standard


@pytest.mark.parametrize("n", [50, 110, 170, 230, 290, 350, 399])
def test_few_answers_never_make_it_worse(cards: Mapping[str, CardState], cases: list[Case], n: int) -> None:
    parameters = taken(cards, cases, n)
    following = slice(n, n + 1000)
    standard = loss(judged(cards, DEFAULT_PARAMETERS)[following])
    assert loss(judged(cards, parameters)[following]) <= standard + 0.001


def test_cases_out_of_order_are_refused(cases: list[Case]) -> None:
    """The library takes the last ones for the newest, and says nothing when they are not."""
    with pytest.raises(ValueError, match="order of time"):
        fitting.fitted(cases[::-1])


def test_the_order_in_which_cases_come_makes_no_difference(cards: Mapping[str, CardState], cases: list[Case]) -> None:
    seen: list[list[float]] = []

    def fitter(told: object) -> Parameters:
        seen.append([case.at for case in told])  # type: ignore[attr-defined]
        return DEFAULT_PARAMETERS

    optimize(cases[::-1], DEFAULT_PARAMETERS, fitter, lambda told: judged(cards, told))
    assert all(times == sorted(times) for times in seen)


def test_absurd_fits_become_sane() -> None:
    absurd = (0.0, 0.01, 0.01, 0.04, *DEFAULT_PARAMETERS[4:])
    for n in (64, 5_000, 10**9):
        found = drawn_back(absurd, n)
        assert found[2] >= 0.1
        assert all(low <= one <= high for one, low, high in zip(found, LOWEST, HIGHEST, strict=True))
        assert all(before <= after for before, after in pairwise(found[:4]))
    assert drawn_back(DEFAULT_PARAMETERS, 77) == DEFAULT_PARAMETERS


def test_what_is_no_better_is_not_taken(cards: Mapping[str, CardState], cases: list[Case]) -> None:
    wrong = (*DEFAULT_PARAMETERS[:20], 0.8)
    found = optimize(cases, DEFAULT_PARAMETERS, lambda _: wrong, lambda told: judged(cards, told))
    assert found.before and found.after and found.after.log_loss > found.before.log_loss
    assert not found.better


def test_too_few() -> None:
    found = optimize([], DEFAULT_PARAMETERS, fitting.fitted, lambda _: [])
    assert (found.recalls, found.better, found.before) == (0, False, None)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "fsrs_rs_python", None)
    with pytest.raises(MediaquizError, match="extra package"):
        fitting.fitted([])


# In a course

WEAK = (0.1, 0.5, 1.0, 3.0, *DEFAULT_PARAMETERS[4:])
"""Parameters of somebody who forgets faster."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A course on the disk, after four months."""
    monkeypatch.setenv("MEDIAQUIZ_STATE", str(tmp_path / "state"))
    save(months(), tmp_path)
    return desk(root=tmp_path)


def again(place: Desk) -> Desk:
    """The course, read anew."""
    found = open_desk(place.course, lambda: place.now().at)
    found.decks = place.decks
    return found


def test_due_days_stay_when_parameters_change(place: Desk) -> None:
    due = {name: known.due for name, known in place.state.standings.items()}
    adopt(place, WEAK)
    assert again(place).state.settings.parameters == WEAK
    assert {name: known.due for name, known in again(place).state.standings.items()} == due


def test_moving_due_days_does_what_the_preview_says(place: Desk) -> None:
    adopt(place, WEAK)
    coming = moves(place, WEAK)
    assert coming.cards and coming.due_after > coming.due_before
    reschedule(place, coming)
    read = again(place)
    for move in coming.cards:
        known = read.state.standing(move.item)
        assert (known.due, known.ivl) == (move.new_due, move.ivl) == (read.state.card(move.item).due, move.ivl)
    assert moves(read, WEAK).cards == ()
    assert moves(read, WEAK).due_before == coming.due_after
    assert not read.problems


def test_a_moved_due_day_gives_way_to_an_answer_and_comes_back_when_it_is_undone(place: Desk) -> None:
    coming = moves(place, WEAK)
    reschedule(place, coming)
    name = coming.cards[0].item
    moved, past = place.state.card(name).due, place.state.card(name).past
    told = {"rating": 3, "due": "2026-08-01", "ivl": 30, "past": past}
    (review,) = place.record([(Kind.REVIEW, name, told)])
    assert place.state.card(name).due == (START + DAY * 152).date()
    place.record([(Kind.VOID, name, {"target": review.id})])
    assert place.state.card(name).due == moved


def test_a_promise_that_did_not_know_the_last_answer_does_not_hold() -> None:
    log = [record for record in months() if record.kind == Kind.REVIEW]
    card, at = log[0].item, log[-1].at + DAY
    before = fold(log).card(card)
    for data in (
        {"due": "2026-12-01", "ivl": 9, "past": "00000000"},
        {"due": "soon", "ivl": 9, "past": before.past},
        {"due": "2026-12-01", "ivl": 0, "past": before.past},
    ):
        late = Record("cccc-1", Kind.RESCHEDULE, at, study_day(at), 0, card, data)
        assert fold([*log, late]).card(card).due == before.due
    good = Record("cccc-1", Kind.RESCHEDULE, at, study_day(at), 0, card, {**data, "ivl": 9})
    assert str(fold([*log, good]).card(card).due) == "2026-12-01"
    new = replace(good, item="never answered", data={**good.data, "past": "00000000"})
    assert fold([*log, new]).card("never answered").due is None


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_screen(columns: int, language: str) -> None:
    told, screen = context(columns, language)
    place = desk()
    found = outcome_of(place)
    report(told, found, taken=True)
    report(told, replace(found, better=True), taken=False)
    report(told, replace(found, better=False), taken=False)
    report(told, replace(found, before=None), taken=False)
    show_moves(told, moves(place, WEAK), done=False)
    show_moves(told, moves(place, WEAK), done=True)
    assert all(wcswidth(line) <= columns for line in screen.getvalue().splitlines())
    compare(f"optimize-{language}-{columns}", screen.getvalue())


def test_the_command(place: Desk) -> None:
    from click.testing import CliRunner

    from mediaquiz.cli.main import cli

    (place.course.root / "lessons").mkdir()
    base = ["--json", "--course", str(place.course.root), "optimize"]
    looked = json.loads(CliRunner().invoke(cli, [*base, "--check"]).output)
    assert not looked["taken"] and again(place).state.settings.parameters == DEFAULT_PARAMETERS
    done = json.loads(CliRunner().invoke(cli, base).output)
    assert done["taken"] == done["better"]
    assert (again(place).state.settings.parameters == tuple(done["parameters"])) == done["taken"]
