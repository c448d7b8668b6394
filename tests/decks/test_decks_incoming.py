"""Items of another program's file in their deck: imported once, again, changed there, changed here, deleted here."""

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediaquiz.decks.identity import ID
from mediaquiz.decks.incoming import Brought, bring_in, id_for
from mediaquiz.decks.lock import Lock, new_lines, parse
from mediaquiz.model.arrival import Incoming
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Choice, Content, Item, ItemType, Match, Recall, Short, Status
from mediaquiz.model.problem import Span

HEADER = Deck("decks/imported/tea.yaml", title="Tea")
GREEN = Recall("How hot is water for green tea?", "80 degrees")
BLACK = Recall("How hot is water for black tea?", "95 degrees")
STEEP = Short("What is leaving leaves in water called?", "steeping", ("infusing",))


def one(content: Content, line: int = 1, key: str = "", name: str = "", **more: object) -> Incoming:
    return Incoming(replace(Item(name, content), **more), Span("tea.txt", line, line), key)


def bring(
    old: Deck | None,
    *incoming: Incoming,
    lock: Lock | None = None,
    others: Mapping[str, tuple[Deck, Item]] | None = None,
) -> Brought:
    return bring_in(old, incoming, HEADER, "gift", lock or Lock(), random.Random(7), others or {})


def counts(brought: Brought) -> tuple[int, int, int]:
    return brought.added, brought.changed, brought.same


def codes(brought: Brought) -> list[str]:
    return [problem.code for problem in brought.problems]


def locked(deck: Deck) -> Lock:
    lines = new_lines(Lock(), [deck], datetime(2026, 3, 1, tzinfo=UTC))
    return parse("\n".join(lines))[0]


def test_a_first_import_gives_every_item_an_id_and_remembers_what_came() -> None:
    brought = bring(None, one(GREEN), one(STEEP, 2))
    assert counts(brought) == (2, 0, 0)
    assert [item.content for item in brought.deck.items] == [GREEN, STEEP]
    assert all(ID.fullmatch(item.id) and item.built.keys() > {"stem", "answer"} for item in brought.deck.items)


def test_the_same_file_again_changes_nothing() -> None:
    first = bring(None, one(GREEN), one(BLACK), one(STEEP))
    again = bring(first.deck, one(GREEN), one(BLACK), one(STEEP))
    assert again.deck == first.deck
    assert counts(again) == (0, 0, 3)
    assert again.problems == ()


@pytest.mark.parametrize(
    "changed",
    [
        replace(GREEN, answer="75 degrees"),
        replace(GREEN, stem="How hot should water for green tea be?"),
    ],
    ids=["another answer", "other words"],
)
def test_an_item_without_a_name_is_found_by_its_question_or_its_answer(changed: Recall) -> None:
    first = bring(None, one(GREEN), one(BLACK))
    again = bring(first.deck, one(changed), one(BLACK))
    assert counts(again) == (0, 1, 1)
    assert again.deck.items[0].id == first.deck.items[0].id
    assert again.deck.items[0].content == changed


def test_an_item_that_is_all_new_is_new_and_the_one_that_left_the_file_stays() -> None:
    first = bring(None, one(GREEN), one(BLACK))
    again = bring(first.deck, one(GREEN), one(STEEP))
    assert counts(again) == (1, 0, 1)
    assert [item.content for item in again.deck.items] == [GREEN, BLACK, STEEP]


def test_two_questions_that_only_share_the_answer_are_not_guessed() -> None:
    first = bring(None, one(Recall("Which tea is steeped short?", "green")), one(Recall("Which is grassy?", "green")))
    again = bring(first.deck, one(Recall("Which tea is steeped briefly?", "green")))
    assert counts(again) == (1, 0, 0)


def test_an_item_with_a_name_keeps_its_id_under_any_wording_and_on_any_machine() -> None:
    first = bring(None, one(GREEN, key="t1"))
    again = bring(first.deck, one(STEEP.__class__("Nothing alike", "at all"), key="t2"), one(BLACK, key="t1"))
    assert first.deck.items[0].id == id_for("gift", "t1", ItemType.RECALL) == again.deck.items[0].id
    assert [item.content for item in again.deck.items] == [BLACK, Short("Nothing alike", "at all")]


def test_what_a_human_changed_here_stays_and_is_told_once() -> None:
    first = bring(None, one(GREEN), one(BLACK))
    mine = replace(first.deck.items[0], content=replace(GREEN, answer="80 °C, not hotter"))
    edited = replace(first.deck, items=(mine, first.deck.items[1]))
    same = bring(edited, one(GREEN), one(BLACK))
    assert (same.deck, same.problems) == (edited, ())
    news = one(replace(GREEN, answer="78 degrees"))
    later = bring(edited, news, one(BLACK))
    assert later.deck.items[0].content == mine.content
    assert codes(later) == ["MQ707"]
    assert codes(bring(later.deck, news, one(BLACK))) == []


def test_a_retired_item_stays_retired() -> None:
    first = bring(None, one(GREEN))
    retired = replace(first.deck, items=(replace(first.deck.items[0], status=Status.RETIRED),))
    assert bring(retired, one(GREEN)).deck == retired


@pytest.mark.parametrize("key", ["", "t1"])
def test_an_item_that_was_deleted_here_is_not_brought_back_and_said(key: str) -> None:
    first = bring(None, one(GREEN, key=key), one(BLACK))
    without = replace(first.deck, items=first.deck.items[1:])
    again = bring(without, one(GREEN, key=key), one(BLACK), lock=locked(first.deck))
    assert again.deck == without
    assert codes(again) == ["MQ704"]


def test_without_its_deck_everything_comes_back_with_its_old_id() -> None:
    first = bring(None, one(GREEN), one(BLACK))
    assert bring(None, one(GREEN), one(BLACK), lock=locked(first.deck)).deck == first.deck


def test_a_question_that_the_file_holds_twice_comes_in_once_however_often() -> None:
    first = bring(None, one(GREEN, 1), one(GREEN, 9))
    assert (counts(first), codes(first)) == ((1, 0, 0), ["MQ706"])
    assert first.problems[0].span == Span("tea.txt", 9, 9)
    again = bring(first.deck, one(GREEN, 1), one(GREEN, 9))
    assert (again.deck, counts(again)) == (first.deck, (0, 0, 1))


def test_an_item_of_another_deck_is_left_there() -> None:
    lesson = Deck("decks/tea.yaml", lesson="lessons/tea.md")
    others = {"t2a3b4c5d6e7": (lesson, Item("t2a3b4c5d6e7", GREEN))}
    same = bring(None, one(GREEN, name="t2a3b4c5d6e7"), one(replace(GREEN)), others=others)
    assert (counts(same), same.problems, same.deck.items) == ((0, 0, 2), (), ())
    other = bring(None, one(replace(GREEN, answer="75"), name="t2a3b4c5d6e7"), others=others)
    assert (other.deck.items, codes(other)) == ((), ["MQ705"])
    assert "decks/tea.yaml" in other.problems[0].message


def test_an_id_that_mediaquiz_gave_is_kept_in_another_course() -> None:
    assert bring(None, one(GREEN, name="t2a3b4c5d6e7")).deck.items[0].id == "t2a3b4c5d6e7"


def test_an_item_that_comes_back_as_another_type_is_left_as_it_is() -> None:
    first = bring(None, one(GREEN, name="t2a3b4c5d6e7"))
    again = bring(first.deck, one(Short(GREEN.stem, GREEN.answer), name="t2a3b4c5d6e7"), lock=locked(first.deck))
    assert (again.deck, codes(again)) == (first.deck, ["MQ705"])


@pytest.mark.parametrize(
    "broken",
    [Recall("", "x"), Choice("Which?", "a", ("a", "b")), Match("Join", (("a", "b"), ("c", "d")))],
    ids=["no question", "a key that is wrong as well", "two pairs"],
)
def test_what_no_deck_can_hold_is_left_out_with_the_reason(broken: Content) -> None:
    brought = bring(None, one(broken, 4), one(GREEN, 5))
    assert [item.content for item in brought.deck.items] == [GREEN]
    assert set(codes(brought)) == {"MQ702"}
    assert brought.problems[0].span == Span("tea.txt", 4, 4)


def test_names_and_ids_lead_to_the_ids_in_the_deck() -> None:
    brought = bring(None, one(GREEN, key="t1"), one(BLACK, name="t2a3b4c5d6e7"))
    green, black = brought.deck.items
    assert brought.ids == {"t1": green.id, green.id: green.id, black.id: black.id}


_words = st.sampled_from(["heat", "pour", "wait", "leaf", "cup"])
_files = st.lists(st.builds(Recall, _words.map("What is {}?".format), _words), max_size=6)


@settings(max_examples=300, deadline=None)
@given(st.lists(_files, min_size=1, max_size=4), st.booleans())
def test_however_a_file_changes_nothing_is_lost_or_doubled(files: list[list[Recall]], named: bool) -> None:
    """After each import: no id twice, no content of the file missing, no id gone, and once more changes nothing."""
    deck: Deck | None = None
    for contents in files:
        incoming = [one(c, n, key=f"k{n}" if named else "") for n, c in enumerate(contents, start=1)]
        before = {item.id for item in deck.items} if deck else set()
        brought = bring(deck, *incoming)
        ids = [item.id for item in brought.deck.items]
        assert len(ids) == len(set(ids)) and before <= set(ids)
        assert set(contents) <= {item.content for item in brought.deck.items}
        deck = brought.deck if brought.deck.items else None
        assert bring(deck, *incoming).deck.items == brought.deck.items
