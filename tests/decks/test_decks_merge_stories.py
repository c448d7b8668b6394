"""What happens to a deck when its lesson is built again: one story a test."""

import random
from dataclasses import replace

import pytest
from bakery import BREAD, CRUMB, FOLD, HEADER, PATH, RISE, SALT, Bakery, definition, takeaway

from mediaquiz.decks.load import load
from mediaquiz.decks.lock import Lock
from mediaquiz.decks.merge import merge, with_ids
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Choice, Cloze, Item, ListAll, Recall, Short, Status
from mediaquiz.model.problem import Severity
from mediaquiz.model.views import prompt


@pytest.fixture
def bakery():
    return Bakery()


# Building without a human


def test_the_first_build_writes_all_items_in_rank_order(bakery):
    deck = load(bakery.text, PATH).deck
    assert [item.content for item in deck.items] == [item.content for item in BREAD]
    assert len(set(bakery.ids)) == 4
    assert bakery.done == ["added"] * 4
    assert (deck.lesson, deck.title, deck.number) == (HEADER.lesson, HEADER.title, HEADER.number)
    assert all({"status", "text", "stem"} & item.built.keys() for item in deck.items)


def test_building_again_changes_nothing(bakery):
    text, lock = bakery.text, bakery.lock_text
    bakery.build()
    assert (bakery.text, bakery.lock_text, bakery.told, bakery.done) == (text, lock, [], [])


def test_bullets_reordered(bakery):
    text = bakery.text
    assert bakery.teach(*BREAD[::-1]).text == text


def test_a_typing_slip_corrected_in_the_lesson(bakery):
    salt = bakery.item("salt")
    bakery.teach(RISE, takeaway("Too much {{salt}} slows the dough's rise down."), FOLD, CRUMB)
    assert bakery.item("salt").id == salt.id
    assert prompt(bakery.item("salt").content) == "Too much ____ slows the dough's rise down."
    assert bakery.merged.changes[0].fields == ("text",)


# What the deck holds and what the lesson has room for


STONE = takeaway("A hot {{stone}} browns the crust.")


def test_a_question_of_the_deck_stays_when_a_new_one_ranks_before_it(bakery):
    bakery.room = 4
    before = bakery.text
    bakery.teach(RISE, SALT, FOLD, STONE, CRUMB)
    assert (bakery.text, bakery.done) == (before, [])


def test_a_question_beyond_the_room_follows_its_lesson(bakery):
    bakery.room = 4
    crumb = bakery.item("What is crumb")
    bakery.teach(RISE, SALT, FOLD, STONE, definition("crumb", "the soft and airy inside of a baked loaf"))
    assert (bakery.item("What is crumb").id, bakery.done) == (crumb.id, ["changed"])


def test_a_new_question_of_the_better_half_comes_in_though_the_deck_is_full(bakery):
    bakery.room = 4
    bakery.teach(STONE, RISE, SALT, FOLD, CRUMB)
    assert (bakery.done, bakery.statuses) == (["added"], ["ready"] * 5)


def test_what_the_lesson_has_no_room_for_is_not_added(bakery):
    bakery.room = 4
    bakery.teach(*BREAD, STONE)
    assert bakery.done == []


def test_a_deleted_question_does_not_come_back_from_beyond_the_room(bakery):
    bakery.room = 4
    bakery.delete("What is crumb")
    bakery.teach(RISE, SALT, FOLD, STONE, CRUMB)
    bakery.teach(*BREAD)
    assert len(load(bakery.text, PATH).deck.items) == 4
    assert "What is crumb" not in [prompt(item.content) for item in load(bakery.text, PATH).deck.items]


def test_words_that_vanish_orphan_a_question_and_free_its_room(bakery):
    bakery.room = 4
    bakery.teach(RISE, SALT, FOLD, STONE)
    assert sorted(bakery.done) == ["added", "orphaned"]


def test_a_takeaway_reworded_keeps_its_id(bakery):
    fold = bakery.item("gas")
    bakery.teach(RISE, SALT, takeaway("Folding the dough keeps the {{gas}} in the loaf."), CRUMB)
    assert bakery.item("gas").id == fold.id
    assert (bakery.done, len(bakery.ids)) == (["changed"], 4)


def test_a_definition_reworded_keeps_its_id_by_its_concept(bakery):
    crumb = bakery.item("What is crumb")
    bakery.teach(RISE, SALT, FOLD, definition("crumb", "the soft and airy inside of a baked loaf"))
    assert bakery.item("What is crumb").id == crumb.id
    assert bakery.item("What is crumb").content.answer.startswith("the soft and airy")


def test_another_sentence_is_another_item(bakery):
    before = bakery.ids
    bakery.teach(RISE, SALT, takeaway("A hot {{stone}} gives the crust its colour."), CRUMB)
    assert bakery.item("gas").status is Status.ORPHANED
    assert bakery.item("stone").id not in before
    assert bakery.done == ["orphaned", "added"]


def test_a_new_item_goes_behind_the_one_that_ranks_before_it(bakery):
    rise, salt, fold, crumb = bakery.ids
    bakery.teach(takeaway("{{Steam}} in the oven makes a thin crust."), RISE, SALT, definition("levain", "sour dough"))
    bakery.teach(*bakery.lesson, FOLD, CRUMB)
    order = [bakery.item("Steam").id, rise, salt, bakery.item("levain").id, fold, crumb]
    assert bakery.ids == order


def test_confidence_drops_and_the_status_follows(bakery):
    bakery.teach(replace(RISE, status=Status.DRAFT), SALT, FOLD, CRUMB)
    assert bakery.statuses == ["draft", "ready", "ready", "ready"]
    assert bakery.merged.changes[0].fields == ("status",)


def test_two_old_items_are_as_like_a_new_one(bakery):
    bakery.teach(
        takeaway("A cold night gives the dough {{flavour}}."),
        takeaway("A cold night gives the loaf {{flavour}}."),
    )
    cold = bakery.ids[-2:]
    bakery.teach(takeaway("A cool night gives the bread {{flavour}}."))
    assert bakery.told == ["MQ311"]
    problem = bakery.merged.problems[0]
    assert all(item_id in problem.message for item_id in [*cold, bakery.item("cool").id])
    assert "likeness 0.9" in problem.message
    assert bakery.build().told == []


def test_one_old_item_is_as_like_two_new_ones():
    bakery = Bakery(takeaway("A cool night gives the bread {{flavour}}."))
    bakery.teach(
        takeaway("A cold night gives the dough {{flavour}}."),
        takeaway("A cold night gives the loaf {{flavour}}."),
    )
    assert bakery.told == ["MQ311"]
    assert bakery.done == ["orphaned", "added", "added"]


def test_another_blank_in_the_same_sentence_is_another_item():
    bakery = Bakery(takeaway("{{Yeast}} makes the dough rise overnight."))
    bakery.teach(takeaway("Yeast makes the {{dough}} rise overnight."))
    assert bakery.done == ["orphaned", "added"]


def test_a_generator_that_changes_its_wording_keeps_ids_by_the_source():
    asked = Item("", Short("What rises?", "dough"), source=RISE.source)
    bakery = Bakery(asked)
    before = bakery.ids
    bakery.teach(replace(asked, content=Short("What rises overnight?", "dough")))
    assert bakery.ids == before


def test_another_type_is_another_item_and_retires_the_old_one(bakery):
    asked = Item("", Short("What makes the dough rise overnight?", "Yeast"), source=RISE.source)
    bakery.teach(asked, SALT, FOLD, CRUMB)
    assert bakery.statuses == ["retired", "ready", "ready", "ready", "ready"]
    assert bakery.done == ["retired", "added"]
    bakery.teach(*BREAD)
    assert (bakery.statuses[0], bakery.done) == ("ready", ["returned", "orphaned"])
    assert bakery.build().done == []


def test_another_type_does_not_take_an_approved_items_place(bakery):
    bakery.set_status("dough rise", "approved")
    asked = Item("", Short("What makes the dough rise overnight?", "Yeast"), source=RISE.source)
    bakery.teach(asked, SALT, FOLD, CRUMB)
    assert bakery.statuses == ["approved", "ready", "ready", "ready"]
    assert bakery.done == []


def test_a_generated_item_that_a_deck_cannot_hold_is_left_out(bakery):
    text = bakery.text
    bakery.teach(*BREAD, Item("", Choice("Which?", "a", ("a",)), source=RISE.source))
    assert (bakery.text, bakery.told) == (text, ["MQ307"])
    assert bakery.merged.problems[0].severity is Severity.ERROR


# A human edits


def test_a_typing_slip_corrected_by_a_human_stays(bakery):
    bakery.edit("    text: Too much {{salt}} slows the dough down.", "    text: Too much {{salt}} slows yeast down.")
    text = bakery.text
    assert bakery.build().text == text
    assert bakery.told == []


def test_human_and_lesson_both_changed_a_field(bakery):
    bakery.edit("    text: Too much {{salt}} slows the dough down.", "    text: Too much {{salt}} slows yeast down.")
    bakery.teach(RISE, takeaway("Too much {{salt}} slows down the dough."), FOLD, CRUMB)
    assert bakery.item("salt").content.text == "Too much {{salt}} slows yeast down."
    assert bakery.told == ["MQ310"]
    assert "Too much {{salt}} slows down the dough." in bakery.merged.problems[0].hint
    text = bakery.text
    assert (bakery.build().text, bakery.told) == (text, []), "a conflict is told once"


def test_human_and_lesson_made_the_same_change(bakery):
    bakery.edit(
        "    text: Too much {{salt}} slows the dough down.", "    text: Too much {{salt}} slows the yeast down."
    )
    bakery.teach(RISE, takeaway("Too much {{salt}} slows the yeast down."), FOLD, CRUMB)
    assert (bakery.told, bakery.done) == ([], [])
    bakery.teach(RISE, takeaway("Too much {{salt}} slows the yeast's work down."), FOLD, CRUMB)
    assert "yeast's work" in bakery.item("salt").content.text, "the field follows the lesson again"


def test_fields_of_one_item_belong_to_human_and_lesson_apart(bakery):
    bakery.edit("stem: What is crumb?", "stem: What do bakers call crumb?")
    bakery.teach(RISE, SALT, FOLD, replace(CRUMB, content=Short("What is crumb?", "the soft inside of any loaf")))
    crumb = bakery.item("crumb")
    assert (crumb.content.stem, crumb.content.answer) == ("What do bakers call crumb?", "the soft inside of any loaf")


@pytest.mark.parametrize("line", ["explain: Yeast makes gas.", "tags: [week one]", "concept: gas", "notes: for me"])
def test_what_a_human_adds_beside_the_question_stays(bakery, line):
    block = bakery.block("dough rise")
    bakery.edit(block, block.replace("    status:", f"    {line}\n    status:"))
    text = bakery.text
    assert bakery.build().text == text
    bakery.teach(takeaway("{{Yeast}} makes every dough rise overnight."), SALT, FOLD, CRUMB)
    assert line in bakery.block("every dough")


def test_a_field_that_a_human_deleted_stays_away():
    bakery = Bakery(replace(RISE, content=Cloze("{{Yeast}} makes dough rise.", ("Hefe",))))
    bakery.edit("    accept:\n      - Hefe\n", "")
    text = bakery.text
    assert bakery.build().text == text


def test_a_humans_key_is_never_mixed_with_distractors_that_hold_it():
    asked = Item("", Choice("What slows dough down?", "salt", ("sugar", "milk")), source=SALT.source)
    bakery = Bakery(asked)
    bakery.edit("    key: salt", "    key: cold")
    bakery.teach(replace(asked, content=Choice("What slows dough down?", "salt", ("sugar", "cold"))))
    assert bakery.item("slows").content == Choice("What slows dough down?", "cold", ("sugar", "milk"))
    assert bakery.told == ["MQ310"]
    assert bakery.build().told == []


def test_a_humans_members_and_the_lessons_other_wordings_do_not_misalign():
    asked = Item("", ListAll("Name both.", ("flour", "water"), (("meal",), ())), source=SALT.source)
    bakery = Bakery(asked)
    bakery.edit("      - water\n", "      - water\n      - salt\n")
    bakery.edit("      - [meal]\n      - []\n", "      - [meal]\n      - []\n      - []\n")
    bakery.teach(replace(asked, content=ListAll("Name both.", ("flour", "water"), (("meal", "grist"), ()))))
    assert bakery.item("Name both").content.members == ("flour", "water", "salt")


def test_items_in_a_humans_order_stay_there(bakery):
    first, last = bakery.block("dough rise"), bakery.block("crumb")
    bakery.text = bakery.text.replace(first, "@").replace(last, first).replace("@", last)
    before = bakery.ids
    assert bakery.build().ids == before


def test_comments_and_blank_lines_survive_a_change(bakery):
    bakery.edit("  - id: " + bakery.ids[1], "  # the salt question, asked in class\n\n  - id: " + bakery.ids[1])
    bakery.edit("the dough down.\n    status: ready", "the dough down.   # too easy?\n    status: ready")
    bakery.teach(RISE, takeaway("Too much {{salt}} slows every dough down."), FOLD, CRUMB)
    assert "  # the salt question, asked in class\n\n  - id: " in bakery.text
    assert "    text: Too much {{salt}} slows every dough down.   # too easy?\n" in bakery.text


def test_a_deck_with_crlf_and_byte_order_mark_keeps_them(bakery):
    bakery.text = "\ufeff" + bakery.text.replace("\n", "\r\n")
    bakery.teach(*BREAD, definition("levain", "a dough that is fed and kept"))
    assert bakery.text.startswith("\ufeff# ")
    assert bakery.text.count("\r\n") == bakery.text.count("\n")


def test_a_humans_own_item_gets_an_id_and_is_never_touched(bakery):
    own = "\n  # mine\n  - type: recall\n    stem: Which bread do you like?\n    answer: Any\n"
    bakery.edit(bakery.block("crumb"), bakery.block("crumb") + own)
    bakery.build()
    assert (bakery.done, bakery.merged.changes[0].id) == (["named"], bakery.ids[-1])
    mine = bakery.item("Which bread")
    assert f"  # mine\n  - id: {mine.id}\n    type: recall\n    stem: Which bread" in bakery.text
    assert bakery.teach().item("Which bread") == mine


def test_a_generated_item_that_a_human_wrote_already_is_not_added(bakery):
    own = "  - type: short\n    stem: What is crust?\n    answer: the outside of a loaf\n"
    bakery.edit("items:\n", f"items:\n{own}\n")
    bakery.teach(*BREAD, definition("crust", "the outside of a loaf"))
    assert len(bakery.ids) == 5
    assert bakery.item("What is crust").source is None
    text = bakery.text
    assert bakery.build().text == text


# A human takes things away


def test_an_item_deleted_by_hand_does_not_come_back(bakery):
    salt = bakery.item("salt")
    bakery.delete("{{salt}}")
    bakery.build()
    assert salt.id not in bakery.ids
    assert bakery.done == ["removed"]
    assert f"removed:\n  - id: {salt.id}\n" in bakery.text
    text = bakery.text
    assert bakery.build().text == text
    bakery.teach(RISE, takeaway("TOO MUCH  {{salt}} slows the dough down."), FOLD, CRUMB)
    assert len(bakery.ids) == 3, "another spacing is no other sentence"


def test_the_stem_of_a_deleted_item_is_not_asked_again(bakery):
    bakery.delete("crumb")
    bakery.build()
    bakery.teach(RISE, SALT, FOLD, definition("crumb", "what is left when the crust is cut away"))
    assert len(bakery.ids) == 3


def test_an_item_that_was_edited_and_then_deleted_does_not_come_back(bakery):
    bakery.edit("slows the dough down.\n    status", "slows all down.\n    status")
    bakery.build()
    bakery.delete("{{salt}}")
    bakery.build()
    assert bakery.done == ["removed"]


def test_an_item_that_human_and_lesson_changed_and_that_was_then_deleted_does_not_come_back(bakery):
    bakery.edit("slows the dough down.\n    status", "slows all down.\n    status")
    bakery.teach(RISE, takeaway("Too much {{salt}} slows every dough down."), FOLD, CRUMB)
    bakery.delete("{{salt}}")
    bakery.build()
    assert bakery.done == ["removed"]


def test_a_deleted_item_does_not_keep_another_recipe_from_asking(bakery):
    bakery.delete("{{salt}}")
    bakery.build()
    bakery.teach(*BREAD, definition("salt", "what slows the dough down"))
    assert bakery.done == ["added"]


def test_taking_the_removed_entry_away_brings_the_item_back(bakery):
    before = bakery.ids
    bakery.delete("{{salt}}")
    bakery.build()
    bakery.text = bakery.text.split("\nremoved:")[0]
    bakery.build()
    assert bakery.done == ["added"]
    assert bakery.ids == before, "with its id, and so with its history"
    bakery.delete("{{salt}}")
    assert bakery.build().done == ["removed"]


def test_an_item_that_stands_in_the_deck_again_is_not_removed(bakery):
    block = bakery.block("{{salt}}")
    bakery.delete("{{salt}}")
    bakery.build()
    bakery.edit("items:\n", f"items:\n{block}\n")
    bakery.build()
    assert "removed" not in load(bakery.text, PATH).text
    assert bakery.done == []


def test_an_item_moved_to_another_deck_was_not_deleted(bakery):
    salt = bakery.item("salt").id
    bakery.delete("{{salt}}")
    bakery.elsewhere = frozenset({salt})
    bakery.build()
    assert bakery.done == ["added"]
    assert salt not in bakery.ids


def test_an_id_that_was_deleted_is_found_in_the_lock(bakery):
    before = bakery.ids
    bakery.edit(f"  - id: {before[1]}\n    type", "  - type")
    bakery.build()
    assert (bakery.ids, bakery.done) == (before, ["named"])


def test_a_copy_without_its_id_is_the_humans_own(bakery):
    copy = bakery.block("{{salt}}").replace(f"id: {bakery.ids[1]}\n    ", "").replace("Too much", "Far too much")
    bakery.edit("items:\n", f"items:\n{copy}\n")
    bakery.build()
    assert len(set(bakery.ids)) == 5
    assert (bakery.item("Far too").source, bakery.item("Far too").built) == (None, {})
    bakery.teach()
    assert bakery.item("Far too").status is Status.READY


def test_a_deck_that_was_deleted_comes_back_with_its_ids(bakery):
    before = bakery.text
    bakery.text = ""
    assert bakery.build().text == before


# A teacher approves and retires


def test_an_approved_item_is_not_regenerated(bakery):
    bakery.set_status("{{salt}}", "approved")
    bakery.teach(RISE, takeaway("Too much {{salt}} slows every dough down."), FOLD, CRUMB)
    salt = bakery.item("{{salt}}")
    assert (salt.content, salt.status) == (SALT.content, Status.APPROVED)
    assert bakery.told == ["MQ310"]
    assert bakery.build().told == []


def test_a_retired_item_stays_retired_in_silence(bakery):
    bakery.set_status("{{salt}}", "retired")
    bakery.teach(RISE, takeaway("Too much {{salt}} slows every dough down."), FOLD, CRUMB)
    salt = bakery.item("{{salt}}")
    assert (salt.content, salt.status, bakery.told) == (SALT.content, Status.RETIRED, [])
    assert bakery.teach(RISE).item("{{salt}}").status is Status.RETIRED


def test_a_draft_that_a_human_made_ready_stays_ready():
    draft = replace(RISE, status=Status.DRAFT)
    bakery = Bakery(draft)
    bakery.set_status("dough rise", "ready")
    assert bakery.build().statuses == ["ready"]


def test_a_lesson_emptied_and_restored(bakery):
    bakery.set_status("dough rise", "approved")
    bakery.set_status("{{salt}}", "draft")
    bakery.set_status("{{gas}}", "retired")
    ids, text = bakery.ids, bakery.build().text
    bakery.teach()
    assert bakery.statuses == ["orphaned", "orphaned", "retired", "orphaned"]
    assert bakery.build().done == []
    bakery.teach(*BREAD)
    assert bakery.statuses == ["approved", "draft", "retired", "ready"]
    assert (bakery.ids, bakery.text) == (ids, text)
    assert bakery.done == ["returned"] * 3


def test_an_orphan_that_a_human_takes_back_stays(bakery):
    bakery.teach(RISE, SALT)
    bakery.set_status("crumb", "approved")
    bakery.set_status("{{gas}}", "ready")
    assert bakery.build().statuses == ["ready", "ready", "ready", "approved"]
    assert bakery.teach(*BREAD).statuses == ["ready", "ready", "ready", "approved"]


def test_an_orphan_comes_back_with_other_words(bakery):
    salt = bakery.item("{{salt}}").id
    bakery.teach(RISE, FOLD, CRUMB)
    bakery.teach(RISE, takeaway("Too much {{salt}} slows every dough down."), FOLD, CRUMB)
    assert bakery.item("every dough").id == salt
    assert bakery.item("every dough").status is Status.READY


# Decks without a lesson


def test_own_decks_get_ids_only():
    deck = Deck("decks/own/mine.yaml", items=(Item("", Recall("a", "b")), Item("cdfghjkm2345", Recall("c", "d"))))
    named = with_ids(deck, Lock(), random.Random(1))
    assert [item.content for item in named.items] == [item.content for item in deck.items]
    assert len({item.id for item in named.items}) == 2
    assert named.items[1] == deck.items[1]


def test_a_merge_from_values_alone():
    merged = merge(None, BREAD, HEADER, Lock(), random.Random(1))
    assert [item.status for item in merged.deck.items] == [Status.READY] * 4
    assert merge(merged.deck, BREAD, HEADER, Lock(), random.Random(2)).deck == merged.deck
