"""A shipment as an Anki package: decks, tags, times, and which items cannot go."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from html import unescape
from pathlib import PurePosixPath

from mediaquiz.formats.anki.notes import fields, flaw, note_type
from mediaquiz.formats.anki.notetypes import NOTE_TYPES
from mediaquiz.formats.anki.package import Note, pack
from mediaquiz.formats.anki.progress import origin_of
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, ItemType
from mediaquiz.model.looks import REVISED
from mediaquiz.model.pictures import suffix_of
from mediaquiz.model.problem import Problem, Span, error, warning
from mediaquiz.model.stages import Shipment
from mediaquiz.text import clean, one_line, slug

UNCHANGED = datetime(2026, 1, 1, tzinfo=UTC)
"""When an item changed of which nobody knows. Never the time of the export: that would overwrite a learner's edits."""

LEVELS = {"course": 1, "track": 2, "lesson": 3}
"""Values of the option ``decks``: how deep the decks go below the course. ``track`` unless told."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item on its way: the deck it comes from, and whether it is kept only to mark it as gone."""

    item: Item
    deck: Deck
    retired: bool


def write(shipment: Shipment) -> tuple[bytes, tuple[Problem, ...]]:
    """An .apkg whose notes keep their identity: importing a later one updates what changed and adds what is new.

    A note's guid is ``mq-`` and the item's id. Its time is ``changed_at[item.id]``, so the caller moves that time when
    the item's content, tags or retirement change; a note type's is ``changed_at["notetype:basic"]`` and so on, else
    the time at which mediaquiz last changed its look. The same shipment gives the same bytes at any ``now``.
    """
    level, problems = level_of(shipment)
    going, refused = entries(shipment)
    names = deck_names(shipment, going, level)
    media = _Media(shipment.media)
    notes = (
        _note(shipment, entry, name, place, media)
        for place, (entry, name) in enumerate(zip(going, names, strict=True), 1)
    )
    revised = {kind: shipment.changed_at.get(kind.key, REVISED) for kind in NOTE_TYPES}
    if not going:
        refused += (error("MQ503", "no item can go into an Anki package"),)
    ids = [entry.item.id for entry in going]
    created_at = max((shipment.changed_at.get(name, UNCHANGED) for name in ids), default=UNCHANGED)
    origin = origin_of(shipment.progress[name] for name in ids if name in shipment.progress)
    return pack(notes, revised, created_at, origin, media.used), problems + refused


def picture_name(path: str, data: bytes) -> str:
    """A picture's name in Anki. It tells its content, so that no picture ever takes another's place."""
    return f"mq-{sha256(data).hexdigest()[:16]}{suffix_of(path)}"


_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)">')


class _Media:
    """The pictures that go along."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self.used: dict[str, bytes] = {}

    def named(self, fields: tuple[str, ...]) -> tuple[str, ...]:
        """The fields with their pictures under their names in Anki; one that is missing is told by its words."""
        if "<img" not in "".join(fields):
            return fields
        return tuple(_IMAGE.sub(self._image, html) for html in fields)

    def _image(self, found: re.Match[str]) -> str:
        path = unescape(found[1])
        data = self._files.get(path)
        if data is None:
            return found[2]
        name = picture_name(path, data)
        self.used[name] = data
        return f'<img src="{name}" alt="{found[2]}">'


def level_of(shipment: Shipment) -> tuple[int, tuple[Problem, ...]]:
    """How deep the decks go: a value of ``LEVELS``."""
    wanted = shipment.options.get("decks", "track")
    if wanted in LEVELS:
        return LEVELS[wanted], ()
    hint = f"Use one of: {', '.join(LEVELS)}."
    return LEVELS["track"], (warning("MQ603", f"decks per {wanted!r} is not known; decks are per track", hint=hint),)


def _all_entries(shipment: Shipment) -> Iterator[Entry]:
    for decks, retired in ((shipment.decks, False), (shipment.retired, True)):
        for deck in decks:
            for item in deck.items:
                yield Entry(item, deck, retired)


def entries(shipment: Shipment) -> tuple[list[Entry], tuple[Problem, ...]]:
    """The items that can go, and why the others cannot."""
    going: dict[str, Entry] = {}
    refused: list[Problem] = []
    for entry in _all_entries(shipment):
        if problem := _refusal(entry, entry.item.id in going):
            refused.append(problem)
        else:
            going[entry.item.id] = entry
    return list(going.values()), tuple(refused)


def _refusal(entry: Entry, taken: bool) -> Problem | None:
    item, where = entry.item, Span(entry.deck.path)
    if not item.id:
        return error("MQ312", "an item without an id was left out", where, "Run build, which gives it one.")
    if taken:
        return error("MQ308", f"item {item.id} stands twice; the first went out", where, "Delete one of them.")
    if reason := flaw(item.content):
        return error("MQ501", f"item {item.id} was left out: {reason}", where, "Edit the item.")
    return None


def _note(shipment: Shipment, entry: Entry, deck_name: str, place: int, media: _Media) -> Note:
    site, speech = shipment.options.get("site", ""), shipment.options.get("speech") == "on"
    return Note(
        guid=f"mq-{entry.item.id}",
        note_type=note_type(entry.item),
        fields=media.named(fields(entry.item, entry.deck, site, speech)),
        tags=tags(shipment, entry),
        deck=deck_name,
        due=place,
        changed_at=shipment.changed_at.get(entry.item.id, UNCHANGED),
        progress=shipment.progress.get(entry.item.id),
    )


def deck_names(shipment: Shipment, going: list[Entry], level: int) -> list[str]:
    """The Anki deck of each item. Anki ignores letter case, so the first spelling of a name stands for all.

    Retired items stand apart: for those who have them nothing moves, those who are new do not study them.
    """
    course = _part(shipment.course_title) or _part(shipment.course_id) or "mediaquiz"
    spelling: dict[str, str] = {}
    names = []
    for entry in going:
        parts = (
            course,
            _part(entry.deck.track),
            _part(entry.deck.title) or _stem(entry.deck),
        )
        name = f"{course} (retired)" if entry.retired else "::".join(part for part in parts[:level] if part)
        names.append(spelling.setdefault(name.casefold(), name))
    return names


@lru_cache(maxsize=4096)
def _part(text: str) -> str:
    """A text as one level of a deck's name."""
    return re.sub(r":{2,}", ":", one_line(clean(text))).strip(": ")


def _stem(deck: Deck) -> str:
    return _file_stem(deck.lesson or deck.path)


@lru_cache(maxsize=4096)
def _file_stem(path: str) -> str:
    return PurePosixPath(path).stem


def tags(shipment: Shipment, entry: Entry) -> tuple[str, ...]:
    """The tags of a note: where it comes from, its own, its type, and whether it is gone."""
    course = shipment.course_id or shipment.course_title
    return _tags(
        course,
        entry.deck.track,
        _stem(entry.deck),
        entry.item.tags,
        entry.item.type,
        entry.retired,
    )


@lru_cache(maxsize=1024)
def _tags(course: str, track: str, lesson: str, own: tuple[str, ...], kind: ItemType, retired: bool) -> tuple[str, ...]:
    found = [
        _tag(course, track, lesson),
        *(_tag(*tag.split("::")) for tag in own),
        f"mq::type::{kind.value}",
        *(["mq::retired"] if retired else []),
    ]
    return tuple(dict.fromkeys(tag for tag in found if tag))


def _tag(*parts: str) -> str:
    """A tag of Anki: slugs joined by ``::``; empty when no letter or digit is in any part."""
    return "::".join(filter(None, (slug(part, fallback="") for part in parts)))
