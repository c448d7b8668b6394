"""Writing into decks that a human has edited: only what changed is touched, and the result says what was meant."""

import difflib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_decks import decks, items

from mediaquiz.decks.dump import HEADER, dump
from mediaquiz.decks.load import load
from mediaquiz.decks.splice import splice
from mediaquiz.errors import MediaquizError, NewerVersion
from mediaquiz.model.deck import Removed
from mediaquiz.model.item import Choice, Item, Recall

STYLES = sorted((Path(__file__).parent / "styles").glob("*.yaml"))
BY_HAND = (Path(__file__).parent / "styles" / "by-hand.yaml").read_text(encoding="utf-8")
YEAST, SALT, FOLD, REST = range(4)


def diff(before: str, after: str) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))


def with_item(deck, place, **changes):
    changed = list(deck.items)
    changed[place] = replace(changed[place], **changes)
    return replace(deck, items=tuple(changed))


def with_content(deck, place, **changes):
    return with_item(deck, place, content=replace(deck.items[place].content, **changes))


def without(deck, place):
    return replace(deck, items=deck.items[:place] + deck.items[place + 1 :])


def with_new(deck, place, item):
    return replace(deck, items=(*deck.items[:place], item, *deck.items[place:]))


NEW = Item("gcfghjkm2345", Recall("What is a levain?", "A sour starter"))
NEW_LINES = """\
+  - id: gcfghjkm2345
+    type: recall
+    stem: What is a levain?
+    answer: A sour starter
+    status: ready"""

CHANGES = {
    "an item gets its id": (
        lambda deck: with_item(deck, YEAST, id="gcfghjkm2345"),
        "-  - type: short      # no id yet\n+  - id: gcfghjkm2345\n+    type: short      # no id yet",
    ),
    "one word, comment behind it": (
        lambda deck: with_content(deck, YEAST, stem="What makes bread rise?"),
        '-    stem: "What makes dough rise?"   # easy\n+    stem: What makes bread rise?   # easy',
    ),
    "two lines, comment behind them": (
        lambda deck: with_content(deck, YEAST, stem="What makes\nbread rise?"),
        '-    stem: "What makes dough rise?"   # easy\n+    stem: "What makes\\nbread rise?"   # easy',
    ),
    "a list in brackets": (
        lambda deck: with_content(deck, YEAST, accept=("levain",)),
        "-    accept: [baker's yeast,\n-             wild yeast]  # both\n+    accept:\n+      - levain  # both",
    ),
    "a field taken away": (
        lambda deck: with_content(deck, YEAST, accept=()),
        "-    accept: [baker's yeast,\n-             wild yeast]  # both",
    ),
    "a folded text": (
        lambda deck: with_content(deck, SALT, stem="What slows yeast down?"),
        "-    stem: >-\n-      Which of these\n-      slows yeast down?\n+    stem: What slows yeast down?",
    ),
    "a short text becomes lines": (
        lambda deck: with_content(deck, REST, answer="An hour,\nor a night"),
        "-    answer: An hour\n+    answer: |-\n+      An hour,\n+      or a night",
    ),
    "a text with empty lines at its end": (
        lambda deck: with_item(deck, SALT, notes="short"),
        "-    notes: |+\n-      keep the empty line\n+    notes: short",
    ),
    "a new field goes to its place": (
        lambda deck: with_item(deck, SALT, explain="It draws water out."),
        "+    explain: It draws water out.",
    ),
    "an item in braces": (
        lambda deck: with_item(deck, FOLD, explain="Kneading presses it out."),
        """\
-  - {id: dcfghjkm2345, type: recall, stem: "Why fold, not knead?", answer: It keeps the gas in.}  # one line
+  - id: dcfghjkm2345
+    type: recall
+    stem: Why fold, not knead?
+    answer: It keeps the gas in.
+    status: ready
+    explain: Kneading presses it out.""",
    ),
    "an item deleted": (
        lambda deck: without(deck, REST),
        "-\n-  - id: fcfghjkm2345\n-    type: recall\n-    stem: How long does dough rest?\n-    answer: An hour",
    ),
    "the first item deleted": (
        lambda deck: without(deck, YEAST),
        """\
-  # yeast first
-  - type: short      # no id yet
-    stem: "What makes dough rise?"   # easy
-    answer: yeast
-    accept: [baker's yeast,
-             wild yeast]  # both
-""",
    ),
    "a new item at the end": (lambda deck: with_new(deck, 4, NEW), f"+\n{NEW_LINES}"),
    "a new item in the middle": (lambda deck: with_new(deck, 1, NEW), f"+\n{NEW_LINES}"),
    "a new item at the start": (lambda deck: with_new(deck, 0, NEW), f"{NEW_LINES}\n+"),
    "fields of the deck": (
        lambda deck: replace(deck, title="Breads", lesson="lessons/bread.md", number=3),
        "-title: Bread   # a working title\n+lesson: lessons/bread.md\n+title: Breads   # a working title\n+number: 3",
    ),
    "the first removed item": (
        lambda deck: replace(deck, removed=(Removed("hcfghjkm2345", "0a1b2c3d4e5f", "statement", "Dough"),)),
        "+\n+removed:\n+  - id: hcfghjkm2345\n+    fingerprint: 0a1b2c3d4e5f\n+    recipe: statement\n+    stem: Dough",
    ),
    "another type under the same id": (
        lambda deck: with_item(deck, REST, content=Choice("How long does dough rest?", "An hour", ("A day",))),
        """\
-    type: recall
+    type: choice
-    answer: An hour
+    key: An hour
+    distractors:
+      - A day
+    explain""".removesuffix("\n+    explain"),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["", "BOM"])
def test_a_change_is_a_small_diff(name, newline, start):
    change, expected = CHANGES[name]
    loaded = load(start + BY_HAND.replace("\n", newline), "decks/bread.yaml")
    after = splice(loaded, change(loaded.deck))
    assert load(after, "decks/bread.yaml").deck == change(loaded.deck)
    assert diff(BY_HAND, after.removeprefix("\ufeff").replace(newline, "\n")) == expected
    assert after.startswith(start or "#")
    assert after.count("\n") == after.count(newline)


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_without_a_change_the_very_same_text(path):
    text = path.read_text(encoding="utf-8")
    loaded = load(text, "d.yaml")
    assert loaded.writable
    assert splice(loaded, loaded.deck) == text


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
@settings(max_examples=40)
@given(data=st.data())
def test_any_layout_takes_any_change(path, data):
    loaded = load(path.read_text(encoding="utf-8"), "d.yaml")
    check_any_change(loaded, data)


def test_items_move_with_their_comments():
    loaded = load(BY_HAND, "d.yaml")
    turned = replace(loaded.deck, items=loaded.deck.items[::-1])
    after = splice(loaded, turned)
    assert load(after, "d.yaml").deck == turned
    assert sorted(line for line in after.splitlines() if line) == sorted(line for line in BY_HAND.splitlines() if line)
    assert "  # yeast first\n  - type: short" in after


@given(deck=decks(), data=st.data())
def test_any_deck_takes_any_change(deck, data):
    newline = data.draw(st.sampled_from(("\n", "\r\n")))
    check_any_change(load(dump(deck).replace("\n", newline), deck.path), data)


def check_any_change(loaded, data):
    """Change, add, move and take away items at random; what comes out must say what was meant."""
    pool = [*loaded.deck.items, *data.draw(st.lists(items(), max_size=2))]
    known = {item.id or id(item): item for item in pool}
    order = data.draw(st.permutations(sorted(known.values(), key=lambda item: item.id)))
    chosen = order[: data.draw(st.integers(0, len(order)))]
    others = data.draw(st.lists(items(), min_size=len(chosen), max_size=len(chosen)))
    flips = data.draw(st.lists(st.booleans(), min_size=len(chosen), max_size=len(chosen)))
    mixed = [
        replace(other, id=item.id) if flip else item for item, other, flip in zip(chosen, others, flips, strict=True)
    ]
    other = data.draw(decks(path=loaded.deck.path))
    deck = replace(other, items=tuple(mixed), removed=loaded.deck.removed + other.removed)
    assert load(splice(loaded, deck), deck.path).deck == deck


@given(deck=decks(), data=st.data())
def test_comments_of_what_is_not_touched_survive(deck, data):
    lines = []
    for line in dump(deck).removeprefix(HEADER).splitlines():
        if line.startswith("  - id: "):
            lines += [f"  # above {line[8:]}", f"{line}  # beside {line[8:]}"]
        else:
            lines.append(line)
    loaded = load("\n".join(lines) + "\n", deck.path)
    assert loaded.deck == deck
    chosen = data.draw(st.permutations(deck.items)) if deck.items else []
    kept = [replace(item, explain=data.draw(st.sampled_from(("", "new", "two\nlines")))) for item in chosen]
    after = splice(loaded, replace(deck, items=tuple(kept)))
    for item in kept:
        if item.id:
            assert f"  # above {item.id}\n  - id: {item.id}  # beside {item.id}\n" in after


def test_a_deck_with_errors_is_never_written():
    broken = load("items:\n  - type: recal\n", "d.yaml")
    with pytest.raises(MediaquizError, match=r"d\.yaml has errors"):
        splice(broken, broken.deck)
    newer = load("version: 99\nitems: []\n", "d.yaml")
    with pytest.raises(NewerVersion):
        splice(newer, newer.deck)


def test_a_one_field_edit_of_a_machine_made_deck_is_a_one_line_diff():
    deck = replace(load(BY_HAND, "d.yaml").deck)
    text = dump(deck)
    after = splice(load(text, "d.yaml"), with_content(deck, SALT, key="cold"))
    assert diff(text, after) == "-    key: salt\n+    key: cold"
