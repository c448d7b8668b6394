"""Lessons that are split, joined, renamed or swap parts: every item goes with its words and keeps its id."""

from pathlib import Path

import pytest
from classroom import CRUMB, DARK, FOLD, LEVAIN, REST, RYE, SALT, STEAM, STONE, YEAST, Classroom

from mediaquiz.model.item import Status

ALL = (YEAST, SALT, FOLD, STONE, RYE, STEAM, CRUMB, LEVAIN)


@pytest.fixture
def room(tmp_path: Path) -> Classroom:
    room = Classroom(tmp_path)
    room.teach("bread", *ALL)
    room.build()
    return room


def ids(room: Classroom) -> dict[str, str]:
    """Each question of the course and its id."""
    return {str(item.content): item.id for deck in room.decks.values() for item in deck.items}


def test_a_lesson_split_in_two(room: Classroom) -> None:
    before = ids(room)
    room.teach("bread", *ALL[:4])
    room.teach("flour", *ALL[4:])
    room.build()
    assert ids(room) == before
    assert len(room.ids("bread")) == len(room.ids("flour")) == 4


def test_a_lesson_split_in_two_with_new_names(room: Classroom) -> None:
    before = ids(room)
    room.drop("bread")
    room.teach("one", *ALL[:4])
    room.teach("two", *ALL[4:])
    room.build()
    assert ids(room) == before
    assert sorted(room.decks) == ["decks/one.yaml", "decks/two.yaml"]


def test_two_lessons_joined(room: Classroom) -> None:
    room.teach("flour", DARK, REST)
    room.build()
    before = ids(room)
    room.drop("flour")
    room.teach("bread", *ALL, DARK, REST)
    report = room.build()
    assert ids(room) == before
    assert list(room.decks) == ["decks/bread.yaml"]
    assert report.problems == ()


def test_a_passage_that_goes_to_another_lesson(room: Classroom) -> None:
    room.teach("flour", DARK, REST)
    room.build()
    before = ids(room)
    room.teach("bread", *(line for line in ALL if line != RYE))
    room.teach("flour", DARK, RYE, REST)
    room.build()
    assert ids(room) == before
    assert before[str(room.item("Rye bread").content)] in room.ids("flour")


def test_lessons_that_swap_their_passages(room: Classroom) -> None:
    room.teach("flour", DARK, REST)
    room.build()
    before = ids(room)
    room.teach("bread", DARK, REST)
    room.teach("flour", *ALL)
    room.build()
    assert ids(room) == before


def test_what_a_human_wrote_goes_along(room: Classroom) -> None:
    block = room.block("bread", "Rye bread")
    mine = block.replace("stays moist. Why?", "stays moist. Say why!  # asked in class")
    room.edit(
        "bread",
        block,
        "  # the rye question\n" + mine.replace("    status: ready", "    status: approved\n    notes: mine"),
    )
    room.teach("bread", *(line for line in ALL if line != RYE))
    room.teach("flour", RYE, DARK)
    room.build()
    moved = room.block("flour", "Say why!")
    assert "# asked in class" in moved and "notes: mine" in moved
    assert "  # the rye question\n  - id:" in room.text("flour")
    assert "the rye question" not in room.text("bread")
    assert room.item("Say why!").status is Status.APPROVED


def test_an_item_that_a_human_rewrote_altogether(room: Classroom) -> None:
    rye = room.item("Rye bread").id
    room.edit("bread", "stem: Rye bread stays moist. Why?", "stem: What does rye do?")
    room.edit("bread", "answer: Because rye flour holds more water.", "answer: It drinks.")
    room.teach("bread", *(line for line in ALL if line != RYE))
    room.teach("flour", RYE, DARK)
    room.build()
    assert room.item("What does rye do?").id == rye
    assert rye in room.ids("flour") and len(room.ids("flour")) == 2


def test_a_deck_with_windows_line_ends_gains_items(room: Classroom) -> None:
    room.teach("flour", DARK, REST)
    room.build()
    room.deck("flour").write_bytes(b"\xef\xbb\xbf" + room.text("flour").replace("\n", "\r\n").encode())
    room.teach("bread", *(line for line in ALL if line != RYE))
    room.teach("flour", DARK, RYE, REST)
    room.build()
    text = room.text("flour")
    assert text.startswith("\ufeff#") and "Rye bread" in text
    assert text.count("\n") == text.count("\r\n")


def test_a_retired_item_stays_retired_in_its_new_lesson(room: Classroom) -> None:
    block = room.block("bread", "Rye bread")
    room.edit("bread", block, block.replace("    status: ready", "    status: retired"))
    room.teach("bread", *(line for line in ALL if line != RYE))
    room.teach("flour", RYE, DARK)
    room.build()
    assert room.item("Rye bread").status is Status.RETIRED


def test_a_deleted_item_stays_deleted_in_its_new_lesson(room: Classroom) -> None:
    room.cut("bread", "Rye bread")
    room.build()
    room.teach("bread", *(line for line in ALL if line != RYE))
    room.teach("flour", RYE, DARK)
    room.build()
    assert "Rye bread" not in room.text("flour").split("removed:")[0]
    assert [one.stem for one in room.decks["decks/flour.yaml"].removed] == ["Rye bread stays moist. Why?"]
    assert room.decks["decks/bread.yaml"].removed == ()


def test_an_orphan_returns_in_another_lesson(room: Classroom) -> None:
    rye = room.item("Rye bread").id
    room.teach("bread", *(line for line in ALL if line != RYE))
    room.build()
    assert room.item("Rye bread").status is Status.ORPHANED
    room.teach("flour", RYE, DARK)
    room.build()
    assert (room.item("Rye bread").id, room.item("Rye bread").status) == (rye, Status.READY)


def test_the_same_words_in_two_lessons_are_two_items(room: Classroom) -> None:
    room.teach("flour", RYE, DARK)
    report = room.build()
    assert len(set(ids(room).values())) == len(ids(room)) == len(ALL) + 1
    assert [problem.code for problem in report.problems] == ["MQ319"]
    files = room.files()
    room.build()
    assert room.files() == files


@pytest.mark.parametrize("gone", [("bread",), ("flour",), ("bread", "flour")])
def test_twins_keep_their_own_ids_when_decks_are_deleted(room: Classroom, gone: tuple[str, ...]) -> None:
    room.teach("flour", RYE, DARK)
    room.build()
    before = {path: {item.id for item in deck.items} for path, deck in room.decks.items()}
    for name in gone:
        room.deck(name).unlink()
    room.build()
    assert {path: {item.id for item in deck.items} for path, deck in room.decks.items()} == before


def test_a_twin_whose_sibling_was_deleted_does_not_take_its_id(room: Classroom) -> None:
    room.teach("flour", RYE, DARK)
    room.build()
    own = [one.id for one in room.decks["decks/bread.yaml"].items if "Rye" in str(one.content)]
    room.cut("flour", "Rye bread")
    room.build()
    room.deck("bread").unlink()
    room.build()
    assert [one.id for one in room.decks["decks/bread.yaml"].items if "Rye" in str(one.content)] == own


def test_a_build_that_was_killed_between_two_files_goes_on(room: Classroom) -> None:
    before, both = ids(room), room.text("bread")
    room.teach("bread", *ALL[:4])
    room.teach("flour", *ALL[4:])
    room.build()
    files = room.files()
    room.deck("bread").write_bytes(both.encode())  # as if only the deck that gains was written
    assert room.build().problems == ()
    assert (ids(room), room.files()) == (before, files)


def test_copies_that_several_killed_builds_left_come_together(room: Classroom) -> None:
    before = ids(room)
    texts = {"bread": room.text("bread")}
    for name in ("flour", "oven"):
        room.drop("bread" if name == "flour" else "flour")
        room.teach(name, *ALL)
        room.build()
        texts[name] = room.text(name)
    for name, text in texts.items():
        room.deck(name).write_bytes(text.encode())
    room.teach("bread", SALT)
    room.teach("flour", FOLD)
    room.teach("oven", *(line for line in ALL if line not in (SALT, FOLD, RYE)))
    assert [problem.code for problem in room.build().problems if problem.code == "MQ308"] == []
    assert {content: one for content, one in ids(room).items() if content in before} == before


def test_a_lesson_that_cannot_be_read_gives_nothing_away(room: Classroom) -> None:
    (room.root / "lessons/bread.md").write_bytes(b"\xff\xfe no lesson")
    room.teach("flour", RYE, DARK)
    before = room.text("bread")
    room.build()
    assert room.text("bread") == before


def test_a_deck_with_a_comment_of_a_humans_is_not_deleted(room: Classroom) -> None:
    room.teach("flour", DARK, REST)
    room.build()
    room.edit("flour", "version: 1", "# for the second year\nversion: 1")
    room.drop("flour")
    room.teach("bread", *ALL, DARK, REST)
    assert [problem.code for problem in room.build().problems] == ["MQ313"]
    assert "# for the second year" in room.text("flour")
    assert room.ids("flour") == []
