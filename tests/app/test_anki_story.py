"""A learner's story with Anki, through the real commands and real Anki: export, study, change lessons, export again."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from shells import Shell

from mediaquiz.schedule.fold import fold
from mediaquiz.store.log import read_all

anki = pytest.importorskip("anki.collection", reason="needs the anki package")

Edit = Callable[[Path, str, str], None]
LESSON = "lessons/01-foundations/02-the-production-pipeline.md"
STUDIED = (
    "SELECT id, type, queue, due, ivl, factor, reps, lapses, left, data, mod FROM cards WHERE reps > 0 ORDER BY id"
)
HISTORY = "SELECT * FROM revlog ORDER BY id"


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    opened = anki.Collection(str(tmp_path / "collection.anki2"))
    opened.set_config("fsrs", True)
    yield opened
    opened.close()


def _take(collection: Any, shell: Shell) -> dict[str, int]:
    assert shell("export", "anki", "-o", "course.apkg").returncode == 0
    return _import(collection, shell)


def _import(collection: Any, shell: Shell) -> dict[str, int]:
    path = str(shell.folder / "course.apkg")
    request = anki.ImportAnkiPackageRequest(package_path=path, options=anki.ImportAnkiPackageOptions())
    log = collection.import_anki_package(request).log
    return {kind: len(getattr(log, kind)) for kind in ("new", "updated", "conflicting")}


NEXT_RELEASE = """
from mediaquiz.formats.anki import package
from mediaquiz.model.looks import LOOKS
css = package.style()
package.style = lambda: css + "/* a new look */"
LOOKS.update(dict.fromkeys(LOOKS, "0" * 12))
from mediaquiz.cli.main import main
main()
"""
"""The program with a changed style sheet."""


def _with_next_release(shell: Shell, *arguments: str) -> None:
    command = [sys.executable, "-c", NEXT_RELEASE, *arguments]
    subprocess.run(command, cwd=shell.folder, env=shell.env, check=True, capture_output=True)


def _age(shell: Shell) -> None:
    """Makes all that the lock dates a day older, for Anki's times are whole seconds."""
    lock = shell.folder / "decks" / "mediaquiz.lock"
    text = lock.read_text(encoding="utf-8")
    today = datetime.now(UTC).date()
    lock.write_text(text.replace(f" {today}T", f" {today - timedelta(days=1)}T"), encoding="utf-8")


def _count(shell: Shell) -> int:
    return len(shell("--json", "items", "list", "--status", "ready").stdout.splitlines())


def test_a_course_lives_in_anki(course: Shell, collection: Any, edit: Edit) -> None:
    _age(course)
    assert _take(collection, course) == {"new": _count(course), "updated": 0, "conflicting": 0}
    assert collection.card_count() == collection.note_count() == _count(course)
    assert collection.fix_integrity()[1]

    deck = next(d.id for d in collection.decks.all_names_and_ids() if "::" in d.name)
    collection.decks.select(deck)
    for turn in range(10):
        card = collection.sched.getCard()
        card.start_timer()
        collection.sched.answerCard(card, turn % 4 + 1)
    studied, history = collection.db.all(STUDIED), collection.db.all(HISTORY)
    assert studied

    course("build")
    assert _take(collection, course) == {"new": 0, "updated": 0, "conflicting": 0}

    edit(course.folder / LESSON, "enlarges faults along with everything else", "makes faults larger too")
    assert course("build").returncode == 0
    again = _take(collection, course)
    assert again["new"] == again["conflicting"] == 0
    assert 1 <= again["updated"] <= 2
    assert collection.db.all(STUDIED) == studied
    assert collection.db.all(HISTORY) == history
    assert collection.find_notes('"makes faults larger too"')


def test_a_retired_item_is_tagged_once_and_keeps_its_history(course: Shell, collection: Any) -> None:
    _age(course)
    _take(collection, course)
    deck = next((course.folder / "decks").rglob("*.yaml"))
    text = deck.read_text(encoding="utf-8")
    deck.write_text(text.replace("status: ready", "status: retired", 1), encoding="utf-8")
    course("build")
    assert _take(collection, course) == {"new": 0, "updated": 1, "conflicting": 0}
    assert len(collection.find_notes("tag:mq::retired")) == 1
    assert _take(collection, course)["updated"] == 0


DECK = "decks/01-foundations/02-the-production-pipeline.yaml"
AS_RECALL = "type: recall\n    stem: Repair comes before upscaling. Why?"


def test_an_item_whose_type_a_human_changed_is_a_new_note(course: Shell, collection: Any, edit: Edit) -> None:
    _age(course)
    _take(collection, course)
    edit(course.folder / DECK, AS_RECALL, AS_RECALL.replace("recall", "short"))
    assert "MQ315" in course("build").stderr
    assert course("build", "--check").returncode == 0
    assert _take(collection, course) == {"new": 1, "updated": 1, "conflicting": 0}
    old, new = (
        collection.find_notes("tag:mq::retired"),
        collection.find_notes('"Repair comes before" tag:mq::type::short'),
    )
    assert (len(old), len(new)) == (1, 1)
    assert collection.get_note(old[0]).note_type()["name"] == "mediaquiz Basic"
    assert collection.get_note(new[0]).note_type()["name"] == "mediaquiz Type-in"


def test_a_tag_alone_reaches_anki(course: Shell, collection: Any, edit: Edit) -> None:
    _age(course)
    _take(collection, course)
    edit(course.folder / DECK, "    stem: Repair comes", "    tags: [order, repair]\n    stem: Repair comes")
    course("build")
    assert _take(collection, course) == {"new": 0, "updated": 1, "conflicting": 0}
    assert len(collection.find_notes("tag:repair")) == 1


def test_a_new_title_of_the_lesson_reaches_all_its_notes(course: Shell, collection: Any, edit: Edit) -> None:
    _age(course)
    _take(collection, course)
    notes = len(collection.find_notes('"2. The Production Pipeline"'))
    edit(course.folder / LESSON, "title: The Production Pipeline", "title: The Pipeline")
    course("build")
    assert _take(collection, course) == {"new": 0, "updated": notes, "conflicting": 0}
    assert len(collection.find_notes('"2. The Pipeline"')) == notes > 0


OTHER = "lessons/01-foundations/01-what-generative-means.md"


def _study(collection: Any, count: int) -> None:
    deck = next(d.id for d in collection.decks.all_names_and_ids() if "::" in d.name)
    collection.decks.select(deck)
    for turn in range(count):
        card = collection.sched.getCard()
        card.start_timer()
        collection.sched.answerCard(card, 4 if turn % 2 else 3)


def _personalise(collection: Any) -> tuple[Any, Any]:
    """A tag of the learner's on one note, an edit on another; neither is of the items that change."""
    tagged, edited = (collection.get_note(note) for note in collection.find_notes("-is:new -faults -collage")[:2])
    tagged.add_tag("mine")
    edited["Why"] = "In my own words."
    collection.update_notes([tagged, edited])
    return tagged, edited


def test_the_whole_way_round(course: Shell, collection: Any, edit: Edit) -> None:
    """Out, twenty answers in Anki, two lessons edited and a new look, out again, reviews home, and the quiz goes on."""
    _age(course)
    assert _take(collection, course)["new"] == _count(course)
    _study(collection, 20)
    tagged, edited = _personalise(collection)
    studied, history = collection.db.all(STUDIED), collection.db.all(HISTORY)
    kinds = len(collection.models.all_names())

    edit(course.folder / LESSON, "enlarges faults along with everything else", "makes faults larger too")
    edit(course.folder / OTHER, "glue them together", "paste them together")
    _with_next_release(course, "build")
    _with_next_release(course, "export", "anki", "-o", "course.apkg")
    assert _import(collection, course) == {"new": 0, "updated": 2, "conflicting": 0}
    assert (collection.db.all(STUDIED), collection.db.all(HISTORY)) == (studied, history)
    assert collection.find_notes("tag:mine") == [tagged.id]
    assert collection.get_note(edited.id)["Why"] == "In my own words."
    assert len(collection.find_notes('"makes faults larger too" or "paste them together"')) == 2
    assert len(collection.models.all_names()) == kinds
    assert all("a new look" in collection.get_card(card).question() for card in collection.find_cards("deck:*::*"))

    package = str(course.folder / "home.apkg")
    options = anki.ExportAnkiPackageOptions(with_scheduling=True, with_media=True, legacy=False)
    collection.export_anki_package(out_path=package, options=options, limit=None)
    assert course("import", "anki", package).stdout == "20 new reviews; 0 were here already.\n"
    state = fold(read_all(course.folder / "reviews")[0])
    created = datetime.fromtimestamp(collection.crt).date()
    for note_id, kind, due in collection.db.all("SELECT nid, type, due FROM cards WHERE reps > 0"):
        ours = state.card(collection.get_note(note_id)["ID"]).due
        assert ours == created + timedelta(days=due) if kind == 2 else isinstance(ours, datetime)


def test_what_a_course_puts_on_every_card_reaches_every_note(course: Shell, collection: Any) -> None:
    _age(course)
    notes = _take(collection, course)["new"]
    with (course.folder / "mediaquiz.yaml").open("a", encoding="utf-8") as file:
        file.write("\nsite: https://example.org/lessons\nspeech: on\n")
    assert course("build").returncode == 0
    assert _take(collection, course) == {"new": 0, "updated": notes, "conflicting": 0}
    for note in map(collection.get_note, collection.find_notes("")):
        assert 'href="https://example.org/lessons/01-foundations/' in note["Lesson"]
        assert note["Extra1"]
