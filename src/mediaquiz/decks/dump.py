"""A deck as the text of a new file, and the pieces that writing into an old one shares with it."""

from collections.abc import Mapping
from dataclasses import asdict

from mediaquiz.decks.emit import STEP, Emitted, entry
from mediaquiz.model.deck import Deck, Removed
from mediaquiz.model.item import COMMON, Item
from mediaquiz.model.views import plain

HEADER = """\
# Questions that mediaquiz asks. Change, add and delete what you like, here or in any editor: what you change stays.
# Keep each id: it ties a question to its learning history. Questions of your own need none; a build writes one.
# Only the lines before the questions always follow the lesson.
"""

Fields = dict[str, Emitted]
"""Names and values in the order in which a deck shows them."""


def dump(deck: Deck) -> str:
    """The text of a new deck file, ending in a newline. Loading it gives the same deck, its texts cleaned."""
    head = "".join(f"{entry(name, value, 0)}\n" for name, value in deck_fields(deck).items())
    return f"{HEADER}{head}\n{items_section(deck)}" + (f"\n{removed_section(deck)}" if deck.removed else "")


def items_section(deck: Deck) -> str:
    """``items:`` and all items, one block each, an empty line between."""
    bodies = [entries_block(item_fields(item), STEP) for item in deck.items]
    return "items:\n" + "\n".join(bodies) if bodies else "items: []\n"


def removed_section(deck: Deck) -> str:
    """``removed:`` and its entries; nothing when there are none."""
    bodies = [entries_block(removed_fields(one), STEP) for one in deck.removed]
    return "removed:\n" + "".join(bodies) if bodies else ""


def entries_block(fields: Mapping[str, Emitted], dash: int) -> str:
    """A list's entry with fields: lines that end in newlines, the hyphen in column ``dash``."""
    indent = dash + STEP
    lines = [entry(name, value, indent) for name, value in fields.items()]
    return " " * dash + "- " + ("\n" + " " * indent).join(lines) + "\n"


def deck_fields(deck: Deck) -> Fields:
    """The fields of a deck that have a value, but for its lists."""
    values: dict[str, Emitted | None] = {
        "version": deck.version,
        "lesson": deck.lesson or None,
        "title": deck.title or None,
        "track": deck.track or None,
        "number": deck.number,
        "lang": deck.lang,
    }
    return {name: value for name, value in values.items() if value is not None}


def item_fields(item: Item) -> Fields:
    """The fields of an item that have a value, its content after the type; the status always shows."""
    fields: Fields = {}
    for name in COMMON:
        value = _common_value(item, name)
        if value:
            fields[name] = value
        if name == "type":
            fields.update(plain(item.content))
    return fields


def _common_value(item: Item, name: str) -> Emitted:
    if name == "source":
        return {key: text for key, text in asdict(item.source).items() if text or key != "quote"} if item.source else {}
    value: Emitted = getattr(item, name)
    return str(value) if isinstance(value, str) else value


def removed_fields(removed: Removed) -> Fields:
    """The fields of a ``removed`` entry."""
    return asdict(removed)
