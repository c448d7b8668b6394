"""Progress goes out once: real Anki takes over due days, memory and history, in every time zone."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from anki_apps import HISTORY, AnkiApp, export
from shells import ROOT, Shell

from mediaquiz.model.review import Answered, Kind, Rating, Stage
from mediaquiz.schedule.day import study_day
from mediaquiz.schedule.fold import State, fold
from mediaquiz.schedule.memory import replay, schedule
from mediaquiz.schedule.settings import Settings
from mediaquiz.store.log import Entry, append_all, read_all

SCHEDULING = {"with_scheduling": True}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[AnkiApp]:
    running = AnkiApp(tmp_path / "anki")
    yield running
    running.collection.close()


def live_items(shell: Shell) -> list[str]:
    return [
        line.split('"id": "')[1][:12]
        for line in shell("--json", "items", "list", "--status", "ready").stdout.splitlines()
    ]


def study(shell: Shell, items: list[str], seed: int = 3) -> State:
    """Months of answers at all hours in the log, each with the promise that follows."""
    settings, entries = Settings(), []
    start = datetime.now().astimezone() - timedelta(days=200)
    for number, item in enumerate(items):
        rng, history = random.Random(seed + number), list[Answered]()
        at = start + timedelta(days=rng.randrange(100), hours=rng.randrange(24), milliseconds=number)
        for _ in range(rng.randint(1, 7)):
            day, rating, ms = study_day(at), Rating(rng.choice([1, 2, 3, 3, 3, 4])), rng.randint(900, 60_000)
            found = schedule(replay(history, settings), rating, at, day, item, settings)
            history.append(Answered(at, day, rating, found.due, found.ivl))
            data = {"rating": int(rating), "ms": ms, "due": found.due, "ivl": found.ivl}
            entries.append(Entry(Kind.REVIEW, at, day, item, data))
            at += timedelta(days=rng.choice([0, 1, 1, 3, 10, 14]), minutes=rng.randrange(5, 900))
    append_all(shell.folder / "reviews", "abcdefgh", sorted(entries, key=lambda entry: entry.at))
    return fold(read_all(shell.folder / "reviews")[0])


def many_items(shell: Shell, count: int) -> list[str]:
    """A deck of that many items."""
    names = [f"bcdfghjkm{number:03}" for number in range(count)]
    rows = (f"  - id: {name}\n    type: recall\n    stem: What is {name}?\n    answer: It is.\n" for name in names)
    deck = shell.folder / "decks" / "own" / "many.yaml"
    deck.parent.mkdir(exist_ok=True)
    deck.write_text(f"title: Many\nitems:\n{''.join(rows)}", encoding="utf-8")
    return names


def test_anki_goes_on_where_the_terminal_stopped(course: Shell, app: AnkiApp) -> None:
    items = many_items(course, 200)
    state = study(course, items)
    app.take(export(course, "--with-progress"), **SCHEDULING)
    stages = set()
    for item in items:
        memory, theirs = replay(state.card(item).history, state.settings), app.card_of(item)
        stages.add(memory.stage)
        assert theirs.memory_state.stability == pytest.approx(memory.stability, rel=1e-3)
        assert theirs.memory_state.difficulty == pytest.approx(memory.difficulty, abs=1e-2)
        assert app.stability(item) == pytest.approx(memory.stability, rel=0.005)
        assert (theirs.reps, theirs.lapses) == (memory.reps, memory.lapses)
        if memory.stage is Stage.REVIEW:
            assert date.fromtimestamp(app.collection.crt) + timedelta(days=theirs.due) == memory.due_day
            assert theirs.ivl == memory.ivl
        else:
            assert memory.due_at is not None
            assert theirs.due == int(memory.due_at.timestamp())
    assert {Stage.REVIEW, Stage.RELEARNING} <= stages
    assert app.collection.db.scalar("SELECT count() FROM revlog") == sum(len(state.card(i).answers) for i in items)
    assert app.collection.fix_integrity()[1]


def test_what_went_out_does_not_come_home_twice_and_what_was_done_since_does(course: Shell, app: AnkiApp) -> None:
    items = live_items(course)[:20]
    state = study(course, items)
    app.take(export(course, "--with-progress"), **SCHEDULING)
    count = sum(len(state.card(item).answers) for item in items)
    assert course("import", "anki", str(app.give("new"))).stdout == f"0 new reviews; {count} were here already.\n"
    app.study(6)
    assert course("import", "anki", str(app.give("colpkg"))).stdout == f"6 new reviews; {count} were here already.\n"
    after = fold(read_all(course.folder / "reviews")[0])
    assert not any(card.redone for card in after.cards.values())
    for item in after.cards:
        assert replay(after.card(item).history, after.settings).stability == pytest.approx(
            app.stability(item), rel=0.005
        )


def test_without_the_option_every_card_is_new(course: Shell, app: AnkiApp) -> None:
    study(course, live_items(course)[:5])
    app.take(export(course), **SCHEDULING)
    assert app.collection.db.scalar("SELECT count() FROM revlog") == 0
    assert app.collection.db.scalar("SELECT count() FROM cards WHERE type > 0 OR reps > 0") == 0


def test_without_anki_asking_for_progress_nothing_is_handed_over(course: Shell, app: AnkiApp) -> None:
    study(course, live_items(course)[:5])
    app.take(export(course, "--with-progress"))
    assert app.collection.db.all(HISTORY) == []


def test_the_same_progress_is_the_same_bytes(course: Shell) -> None:
    study(course, live_items(course)[:30])
    assert export(course, "--with-progress").read_bytes() == export(course, "--with-progress").read_bytes()


def test_suspended_and_reset_cards_stay_so(course: Shell, app: AnkiApp) -> None:
    suspended, reset, both = live_items(course)[:3]
    study(course, [suspended, reset, both])
    now = datetime.now().astimezone()
    kinds = [(Kind.SUSPEND, suspended), (Kind.RESET, reset), (Kind.RESET, both), (Kind.SUSPEND, both)]
    append_all(course.folder / "reviews", "abcdefgh", [Entry(kind, now, now.date(), item) for kind, item in kinds])
    app.take(export(course, "--with-progress"), **SCHEDULING)
    assert app.card_of(suspended).queue == -1
    assert (app.card_of(reset).type, app.card_of(reset).queue) == (0, 0)
    assert (app.card_of(both).type, app.card_of(both).queue) == (0, -1)
    assert app.collection.db.scalar("SELECT count() FROM revlog WHERE ease = 0 AND type = 4") == 2


READ_THERE = """
import sys, datetime, anki.collection as a
collection = a.Collection(sys.argv[1] + ".anki2")
options = a.ImportAnkiPackageOptions(with_scheduling=True)
collection.import_anki_package(a.ImportAnkiPackageRequest(package_path=sys.argv[2], options=options))
today = collection._backend.sched_timing_today().days_elapsed
now = datetime.datetime.now().astimezone() - datetime.timedelta(hours=4)
for due in collection.db.list("SELECT due FROM cards WHERE type = 2 ORDER BY id"):
    print(now.date() + datetime.timedelta(days=due - today))
"""


@pytest.mark.parametrize("written_in", ["Asia/Seoul", "America/Los_Angeles", "UTC"])
def test_a_due_day_is_a_day_of_the_calendar_in_every_zone(course: Shell, tmp_path: Path, written_in: str) -> None:
    study(course, live_items(course)[:8])
    there = Shell(course.folder, {**course.env, "TZ": written_in})
    package = export(there, "--with-progress")
    days = set()
    for zone in ("Asia/Seoul", "America/Los_Angeles", "Pacific/Kiritimati", "UTC"):
        name = str(tmp_path / zone.replace("/", "-"))
        command = [sys.executable, "-c", READ_THERE, name, str(package)]
        env = {**os.environ, "TZ": zone}
        days.add(subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    assert len(days) == 1
    assert days.pop().strip()
