"""What a learner changed in Anki in the words of our notes, as items to propose to the deck.

A field counts as edited when it shows other words than the item gives it; markup alone, which Anki's editor changes as
it likes, is no edit. Only notes that were changed in Anki after the item was changed here are looked at.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from mediaquiz.decks.check import faults
from mediaquiz.formats.anki.collection import Note
from mediaquiz.formats.anki.notes import fields, note_type, shuffled
from mediaquiz.formats.anki.plain import Media, list_entries, plain
from mediaquiz.formats.anki.reading import item_of
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Content, Item, ItemType
from mediaquiz.model.problem import Problem, Span, warning
from mediaquiz.model.views import options
from mediaquiz.text import one_line

_UNTOUCHED = frozenset({"Lang", "ID", "Extra1", "Extra2", "Task"})
_DELETION = re.compile(r"\{\{c1::(?P<text>.*?)(?:::(?P<hint>[^{}]*?))?\}\}", re.DOTALL)
_CONTEXT = re.compile(r'\s*<p class="context">(?P<words>.*?)</p>', re.DOTALL)
_CELLS = re.compile(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An item of a deck, and as it would be with what was edited in Anki."""

    deck: Deck
    before: Item
    after: Item


Take = Callable[[Item, str, Media], dict[str, Any] | None]
"""The content fields that a note's field gives; None when it cannot be understood."""


def _text(name: str) -> Take:
    return lambda _, html, media: {name: plain(html, media)}


def _cloze(_: Item, html: str, media: Media) -> dict[str, Any] | None:
    found = list(_DELETION.finditer(plain(html, media)))
    if len(found) != 1:
        return None
    (one,) = found
    text = f"{one.string[: one.start()]}{{{{{one['text']}}}}}{one.string[one.end() :]}"
    return {"text": text, "hint": one_line(one["hint"] or "")}


def _options(item: Item, html: str, media: Media) -> dict[str, Any] | None:
    """Each option by its place: the order of a note is that of the item's old options."""
    before, now = shuffled(item.id, options(item.content)), list_entries(html, media)
    if len(before) != len(now):
        return None
    names = dict(zip(before, now, strict=True))
    old: Any = item.content
    key = names[old.key] if isinstance(old.key, str) else tuple(names[text] for text in old.key)
    return {"key": key, "distractors": tuple(names[text] for text in old.distractors)}


def _entries(name: str) -> Take:
    def take(item: Item, html: str, media: Media) -> dict[str, Any] | None:
        found = tuple(list_entries(html, media))
        return {name: found} if found and not getattr(item.content, "accept", ()) else None

    return take


def _pairs(_: Item, html: str, media: Media) -> dict[str, Any] | None:
    cells = [plain(cell, media) for cell in _CELLS.findall(html)]
    return {"pairs": tuple(zip(cells[::2], cells[1::2], strict=True))} if cells and len(cells) % 2 == 0 else None


_STEM = {"Front": _text("stem")}
_TAKES: dict[ItemType, dict[str, Take]] = {
    ItemType.RECALL: {**_STEM, "Back": _text("answer")},
    ItemType.SHORT: {**_STEM, "Answer": _text("answer")},
    ItemType.CLOZE: {"Text": _cloze},
    ItemType.CHOICE: {**_STEM, "Options": _options, "Answer": _options},
    ItemType.MULTI: {**_STEM, "Options": _options, "Answer": _options},
    ItemType.TRUEFALSE: _STEM,
    ItemType.ORDER: {"Back": _entries("sequence")},
    ItemType.LIST: {"Back": _entries("members"), **_STEM},
    ItemType.MATCH: {"Back": _pairs},
    ItemType.PRACTICE: {**_STEM, "Back": _text("check")},
}
"""What each field of a note gives back, by the item's type."""


def proposals(
    notes: Iterable[Note],
    decks: Sequence[Deck],
    changed_at: Mapping[str, datetime],
    pictures: Mapping[str, str],
    on_cards: Mapping[str, str],
) -> tuple[tuple[Proposal, ...], tuple[Problem, ...]]:
    """What was edited in the notes of the decks' items, in the order of the decks, and edits that cannot be taken.

    ``changed_at`` is when each item changed here, ``pictures`` the path of each picture by its name in Anki,
    ``on_cards`` what the course puts on every card (see ``export``).
    """
    by_item = {item_of(note): note for note in notes}
    found: list[Proposal] = []
    problems: list[Problem] = []
    for deck in decks:
        for item in deck.items:
            note = by_item.get(item.id) if item.id else None
            if note is None or not _is_newer(note, item, changed_at):
                continue
            was = dict(zip(_names(item), fields(item, deck, on_cards.get("site", "")), strict=True))
            after, lost = _taken(item, was, note.named(), lambda name: pictures.get(name, name))
            problems += [_lost(deck, item, name) for name in lost]
            if after != item:
                found.append(Proposal(deck, item, after))
    return tuple(found), tuple(problems)


def _is_newer(note: Note, item: Item, changed_at: Mapping[str, datetime]) -> bool:
    ours = note.kind.name.startswith(note_type(item).name)
    return ours and item.id in changed_at and note.changed_at > changed_at[item.id]


def _names(item: Item) -> list[str]:
    return [name for name, _ in note_type(item).fields]


def _taken(item: Item, was: Mapping[str, str], now: Mapping[str, str], media: Media) -> tuple[Item, list[str]]:
    """The item with every edit that can be taken, and the names of the fields whose edits cannot."""
    after, lost = item, []
    was, now = _with_context(was), _with_context(now)
    for name in _edited(was, now, media):
        if name == "Why":
            after = replace(after, explain=plain(now[name], media))
            continue
        if name == "Context":
            after = replace(after, context=plain(now[name], media))
            continue
        take = _TAKES[item.type].get(name)
        given = take(item, now[name], media) if take else None
        content = _with(after.content, given) if given else None
        if content is None:
            lost.append(name)
        else:
            after = replace(after, content=content)
    return after, lost


def _with_context(named: Mapping[str, str]) -> dict[str, str]:
    """The fields of a note, the context above the question apart from it."""
    side = "Text" if "Text" in named else "Front"
    found = _CONTEXT.match(named.get(side, ""))
    apart = {"Context": found["words"], side: named[side][found.end() :]} if found else {"Context": ""}
    return {**named, **apart}


def _edited(was: Mapping[str, str], now: Mapping[str, str], media: Media) -> Iterator[str]:
    for name, html in was.items():
        shown = now.get(name, html)
        if name not in _UNTOUCHED and shown != html and plain(shown, media) != plain(html, media):
            yield name


def _with(content: Content, given: Mapping[str, Any]) -> Content | None:
    changed: Content = replace(content, **given)
    return None if any(faults(changed)) else changed


def _lost(deck: Deck, item: Item, name: str) -> Problem:
    message = f"the edit of {name} in the note of {item.id} cannot be taken over"
    return warning("MQ702", message, Span(deck.path), f"Edit the item: mediaquiz items edit {item.id}")
