"""Progress comes home: what was reviewed in real Anki, from each of its forms, each review once."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from anki_apps import FORMS, AnkiApp, export
from shells import Shell

from mediaquiz.model.review import Kind
from mediaquiz.schedule.fold import State, fold
from mediaquiz.schedule.memory import replay
from mediaquiz.store.log import read_all


@pytest.fixture
def app(tmp_path: Path) -> Iterator[AnkiApp]:
    running = AnkiApp(tmp_path / "anki")
    yield running
    running.collection.close()


def state_of(shell: Shell) -> State:
    return fold(read_all(shell.folder / "reviews")[0])


def bring(shell: Shell, package: Path, *options: str) -> dict[str, object]:
    done = shell("--json", "import", "anki", str(package), *options)
    assert done.returncode == 0, done.stderr
    told: dict[str, object] = json.loads(done.stdout)
    return told


def test_every_form_brings_the_same_reviews_and_twice_brings_none(course: Shell, app: AnkiApp) -> None:
    app.take(export(course))
    app.study(16)
    app.collection.sched.set_due_date([app.collection.find_cards("is:review or is:learn")[0]], "5")
    answers = app.collection.db.scalar("SELECT count() FROM revlog WHERE ease > 0")
    manual = app.collection.db.scalar("SELECT count() FROM revlog WHERE ease = 0")
    assert (answers, manual > 0) == (16, True)
    seen = set()
    for form in FORMS:
        told = bring(course, app.give(form), "--check")
        seen.add((told["reviews"], told["known_reviews"]))
    assert seen == {(16, 0)}
    assert bring(course, app.give("new"))["reviews"] == 16
    for form in FORMS:
        told = bring(course, app.give(form))
        assert (told["reviews"], told["known_reviews"]) == (0, 16)
    app.study(2)
    assert bring(course, app.give("legacy"))["reviews"] == 2


def test_both_agree_on_stability_and_due_days(course: Shell, app: AnkiApp) -> None:
    app.take(export(course))
    app.live_through(seed=5, cards=40)
    bring(course, app.give("new"))
    state = state_of(course)
    assert len(state.cards) == 40
    today = datetime.now().astimezone()
    for item, card in state.cards.items():
        ours = replay(card.history, state.settings).stability
        assert ours == pytest.approx(app.stability(item), rel=0.005), item
        assert card.due == (today - timedelta(hours=4)).date() + timedelta(days=40 - app.collection.sched.today)
        assert not card.redone


def test_the_quiz_goes_on_where_anki_was_left(course: Shell, app: AnkiApp) -> None:
    app.take(export(course))
    app.study(12)
    bring(course, app.give("colpkg"))
    answered = state_of(course).cards
    created = date.fromtimestamp(app.collection.crt)
    for item, card in answered.items():
        theirs = app.card_of(item)
        if theirs.type == 2:
            assert card.due == created + timedelta(days=theirs.due)
        else:
            assert isinstance(card.due, datetime)
            assert abs(card.due.timestamp() - theirs.due) < 330  # Anki spreads learning steps by up to five minutes


def test_reviews_of_another_course_stay_out(course: Shell, app: AnkiApp) -> None:
    app.take(export(course))
    app.study(3)
    package = app.give("new")
    for deck in (course.folder / "decks").rglob("*.yaml"):
        deck.unlink()
    told = bring(course, package)
    assert (told["reviews"], told["known_reviews"]) == (0, 0)
    assert not (course.folder / "reviews").exists()


def test_what_was_imported_can_be_taken_back(course: Shell, app: AnkiApp) -> None:
    app.take(export(course))
    app.study(1)
    package = app.give("new")
    bring(course, package)
    assert course("undo").returncode == 0
    assert not any(card.answers for card in state_of(course).cards.values())
    assert bring(course, package)["reviews"] == 0


def test_the_log_holds_what_was_done_in_anki(course: Shell, app: AnkiApp) -> None:
    app.take(export(course))
    app.study(1)
    bring(course, app.give("new"))
    (record,) = read_all(course.folder / "reviews")[0]
    (row,) = app.collection.db.all("SELECT id, ease, ivl, time FROM revlog")
    assert record.kind is Kind.IMPORT
    assert record.data["key"] == f"mq-{record.item}/0/{row[0]}"
    assert [record.data[name] for name in ("origin", "rating", "ivl", "ms")] == ["anki", *row[1:]]


def test_a_terminal_says_what_came(course: Shell, app: AnkiApp) -> None:
    app.take(export(course))
    app.study(2)
    package = str(app.give("new"))
    assert course("import", "anki", package).stdout == "2 new reviews; 0 were here already.\n"
    assert (
        course("--lang", "ko", "import", "anki", package).stdout == "복습 기록 0개를 가져왔어요. 2개는 이미 있었어요.\n"
    )


def test_a_card_that_was_reset_in_anki_is_told(course: Shell, app: AnkiApp) -> None:
    app.take(export(course))
    app.study(1)
    app.collection.sched.schedule_cards_as_new(app.collection.find_cards("rated:1"))
    done = course("import", "anki", str(app.give("new")))
    assert done.returncode == 0
    assert "reset in Anki" in done.stderr


def test_a_package_of_an_old_anki_is_read(course: Shell, app: AnkiApp) -> None:
    package = export(course)
    told = bring(course, package, "--check")
    assert told["problems"] == []
    assert "reviews" not in told
