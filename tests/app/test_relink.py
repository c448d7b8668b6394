"""An item that takes over the history of an older one."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from classroom import CRUMB, FOLD, SALT, STONE, YEAST, Classroom

from mediaquiz.app.course import read
from mediaquiz.app.relink import Relinked, relink
from mediaquiz.errors import MediaquizError, NotFound
from mediaquiz.model.item import Status
from mediaquiz.model.review import Kind
from mediaquiz.store import log

REWRITTEN = "A batter stands taller because living cells breathe in it."
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def room(tmp_path: Path) -> Classroom:
    """A lesson whose first takeaway was rewritten beyond recognition."""
    room = Classroom(tmp_path)
    room.teach("bread", YEAST, SALT, CRUMB)
    room.build()
    room.teach("bread", REWRITTEN, SALT, CRUMB)
    room.build()
    return room


def joined(room: Classroom, old: str = "Yeast makes", new: str = "stands taller") -> Relinked:
    return relink(read(room.root), room.item(old).id, room.item(new).id, now=NOW)


def test_the_new_item_has_the_old_ones_id_and_the_old_one_is_gone(room: Classroom) -> None:
    old, count = room.item("Yeast makes"), len(room.ids("bread"))
    assert old.status is Status.ORPHANED
    done = joined(room)
    assert done.item == room.item("stands taller")
    assert (done.item.id, done.item.status, done.decks) == (old.id, Status.READY, ("decks/bread.yaml",))
    assert len(room.ids("bread")) == count - 1


def test_a_build_afterwards_changes_nothing(room: Classroom) -> None:
    joined(room)
    files = room.files()
    report = room.build()
    assert (report.written, report.problems) == (0, ())
    assert room.files() == files


def test_what_a_human_wrote_into_the_old_item_goes_along(room: Classroom) -> None:
    block = room.block("bread", "Yeast makes")
    human = block.replace("Because it turns sugar into gas.", "It makes gas.")
    room.edit("bread", block, human.replace("    status:", "    explain: Watch it for an hour.\n    status:"))
    item = joined(room).item
    assert item.content.answer == "It makes gas."
    assert item.explain == "Watch it for an hour."


def test_where_both_are_a_humans_the_older_words_go_into_the_notes(room: Classroom) -> None:
    room.edit("bread", "Because it turns sugar into gas.", "It makes gas.")
    room.edit("bread", "Because living cells breathe in it.", "Cells breathe.")
    item = joined(room).item
    assert item.content.answer == "Cells breathe."
    assert item.notes == "answer: It makes gas."


def test_reviews_of_the_new_item_count_for_it(room: Classroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDIAQUIZ_STATE", str(room.root / "state"))
    old, new = room.item("Yeast makes").id, room.item("stands taller").id
    log.append(room.root / "reviews", "bcdfghjk", Kind.REVIEW, NOW, NOW.date(), new, {"rating": 3})
    joined(room)
    links = [one for one in log.read_all(room.root / "reviews")[0] if one.kind is Kind.RELINK]
    assert [(link.item, link.data["to"]) for link in links] == [(new, old)]


def test_an_item_of_another_deck(room: Classroom) -> None:
    room.teach("oven", FOLD, STONE)
    room.build()
    room.teach("oven", FOLD)
    room.build()
    old = room.item("hot stone").id
    done = joined(room, "hot stone")
    assert done.decks == ("decks/bread.yaml", "decks/oven.yaml")
    assert old in room.ids("bread") and old not in room.ids("oven")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("salt slows", "stands taller", "still asked"),
        ("Yeast makes", "Yeast makes", "already"),
        ("Yeast makes", "Crumb", "type"),
    ],
)
def test_what_cannot_be_one_item_is_refused(room: Classroom, old: str, new: str, message: str) -> None:
    files = room.files()
    with pytest.raises(MediaquizError, match=message):
        joined(room, old, new)
    assert room.files() == files


def test_an_unknown_id(room: Classroom) -> None:
    with pytest.raises(NotFound, match="cdfghjkm2345"):
        relink(read(room.root), "cdfghjkm2345", room.item("stands taller").id, now=NOW)
