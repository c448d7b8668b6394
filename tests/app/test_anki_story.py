"""A learner's story with Anki, through the real commands and real Anki: export, study, change lessons, export again."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from shells import Shell

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
    path = str(shell.folder / "course.apkg")
    request = anki.ImportAnkiPackageRequest(package_path=path, options=anki.ImportAnkiPackageOptions())
    log = collection.import_anki_package(request).log
    return {kind: len(getattr(log, kind)) for kind in ("new", "updated", "conflicting")}


def _count(shell: Shell) -> int:
    return len(shell("--json", "items", "list", "--status", "ready").stdout.splitlines())


def test_a_course_lives_in_anki(course: Shell, collection: Any, edit: Edit) -> None:
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

    time.sleep(1.1)  # Anki's times are whole seconds
    edit(course.folder / LESSON, "enlarges faults along with everything else", "makes faults larger too")
    assert course("build").returncode == 0
    again = _take(collection, course)
    assert again["new"] == again["conflicting"] == 0
    assert 1 <= again["updated"] <= 2
    assert collection.db.all(STUDIED) == studied
    assert collection.db.all(HISTORY) == history
    assert collection.find_notes('"makes faults larger too"')


def test_a_retired_item_is_tagged_once_and_keeps_its_history(course: Shell, collection: Any) -> None:
    _take(collection, course)
    deck = next((course.folder / "decks").rglob("*.yaml"))
    text = deck.read_text(encoding="utf-8")
    time.sleep(1.1)
    deck.write_text(text.replace("status: ready", "status: retired", 1), encoding="utf-8")
    course("build")
    assert _take(collection, course) == {"new": 0, "updated": 1, "conflicting": 0}
    assert len(collection.find_notes("tag:mq::retired")) == 1
    assert _take(collection, course)["updated"] == 0
