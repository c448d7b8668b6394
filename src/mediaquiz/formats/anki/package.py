"""The only door to genanki: notes in, the bytes of an .apkg out.

genanki gives every note and note type one time, writes decks in quadratic time, leaves a temporary file behind and
makes another archive each time. So its parts are driven one by one here, on a database in memory: schema, note types
and decks are genanki's; the rows of notes and cards are those that it would write, each with a time of its own.
Notes are taken one by one and are gone once their rows stand, so a large course is never in memory as notes: the work
grows as the notes do. Nothing touches the disk, and the same notes give the same bytes.
"""

import hashlib
import io
import itertools
import json
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import genanki

from mediaquiz.formats.anki.notetypes import TEMPLATE, NoteType, style
from mediaquiz.formats.anki.progress import (
    ROLLOVER_HOUR,
    Origin,
    card_row,
    log_rows,
    new_card_row,
)
from mediaquiz.model.review import Progress

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_DEFLATE = 3
"""Half the time of zlib's own choice for a package that is a fifth larger."""
_AT_ONCE = 500
"""Notes whose rows are written in one go: more are no faster, and all of them wait in memory."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note with one card. ``fields`` are HTML in the order of the note type; ``due`` is the place among new cards.

    ``changed_at`` is what Anki compares: it updates a note that it has when this is later.
    """

    guid: str
    note_type: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    deck: str
    due: int
    changed_at: datetime
    progress: Progress | None = None


def pack(
    notes: Iterable[Note],
    revised: Mapping[NoteType, datetime],
    created_at: datetime,
    origin: Origin | None = None,
    media: Mapping[str, bytes] | None = None,
) -> bytes:
    """The .apkg of the notes, which must have different guids. ``revised`` holds the time of each note type.

    ``created_at`` is the day on which Anki's statistics count the cards as added, ``origin`` the day from which it
    counts due days, without which no progress goes along. ``media`` are files by name; they are looked at after the
    last note was taken, so that who makes the notes may fill it.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        _fill(database.cursor(), notes, revised, origin, itertools.count(int(created_at.timestamp()) * 1000))
        database.commit()
        collection = database.serialize()
    files = {str(number): (name, data) for number, (name, data) in enumerate((media or {}).items())}
    listing = json.dumps({number: name for number, (name, _) in files.items()}).encode()
    members = {"collection.anki2": collection, "media": listing}
    return _archive(members | {number: data for number, (_, data) in files.items()})


def _fill(
    cursor: sqlite3.Cursor,
    notes: Iterable[Note],
    revised: Mapping[NoteType, datetime],
    origin: Origin | None,
    ids: Iterator[int],
) -> None:
    genanki.Package([]).write_to_db(cursor, 0, ids)
    decks: dict[str, int] = {}
    kinds: dict[NoteType, None] = {}
    taken: set[int] = set()
    waiting = iter(notes)
    while some := list(itertools.islice(waiting, _AT_ONCE)):
        decks |= {note.deck: deck_id(note.deck) for note in some if note.deck not in decks}
        kinds |= dict.fromkeys(note.note_type for note in some)
        _add_rows(cursor, [(next(ids), next(ids), note) for note in some], decks, origin, taken)
    home = next(iter(decks.values()), 1)
    _store(cursor, "decks", {str(key): genanki.Deck(key, name).to_json() for name, key in decks.items()})
    _store(cursor, "models", {str(kind.id): _model(kind).to_json(revised[kind].timestamp(), home) for kind in kinds})
    if origin:
        _count_from(cursor, origin)


def _add_rows(
    cursor: sqlite3.Cursor,
    numbered: Sequence[tuple[int, int, Note]],
    decks: Mapping[str, int],
    origin: Origin | None,
    taken: set[int],
) -> None:
    """The rows of notes, each with the number of its own and of its card."""
    cursor.executemany(_INSERT_NOTE, (_note_row(key, note) for key, _, note in numbered))
    cursor.executemany(
        _INSERT_CARD, (_card_row(card, key, note, decks[note.deck], origin) for key, card, note in numbered)
    )
    cursor.executemany(
        _INSERT_REVIEW,
        ((card, *row) for _, card, note in numbered if note.progress for row in log_rows(note.progress, taken)),
    )


_INSERT_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"
_INSERT_CARD = (
    "INSERT INTO cards (id, nid, did, ord, mod, usn, odue, odid, flags, type, queue, due, ivl, factor, reps, lapses,"
    " left, data) VALUES (?, ?, ?, 0, ?, -1, 0, 0, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_REVIEW = (
    "INSERT INTO revlog (cid, usn, id, ease, ivl, lastIvl, factor, time, type) VALUES (?, -1, ?, ?, ?, ?, ?, ?, ?)"
)


def _note_row(key: int, note: Note) -> tuple[object, ...]:
    changed = int(note.changed_at.timestamp())
    tags = f" {' '.join(note.tags)} "
    return key, note.guid, note.note_type.id, changed, tags, "\x1f".join(note.fields), note.fields[0]


def _card_row(key: int, note_key: int, note: Note, deck: int, origin: Origin | None) -> tuple[object, ...]:
    changed = int(note.changed_at.timestamp())
    columns = card_row(note.progress, note.due, origin) if note.progress and origin else new_card_row(note.due)
    return key, note_key, deck, changed, *columns


def _count_from(cursor: sqlite3.Cursor, origin: Origin) -> None:
    """Makes the collection one that was begun on that day in this zone."""
    (stored,) = cursor.execute("SELECT conf FROM col").fetchone()
    config = json.loads(stored) | {"creationOffset": origin.minutes_west, "schedVer": 2, "rollover": ROLLOVER_HOUR}
    cursor.execute("UPDATE col SET crt = ?, conf = ?", (int(origin.at.timestamp()), json.dumps(config)))


def _store(cursor: sqlite3.Cursor, column: str, entries: dict[str, Any]) -> None:
    """Adds entries to a JSON column of the collection's one row."""
    (stored,) = cursor.execute(f"SELECT {column} FROM col").fetchone()
    cursor.execute(f"UPDATE col SET {column} = ?", (json.dumps({**json.loads(stored), **entries}),))


def _model(kind: NoteType) -> Any:
    return genanki.Model(
        kind.id,
        kind.name,
        fields=[{"name": name, "id": field_id, "font": "Arial"} for name, field_id in kind.fields],
        templates=[{"name": TEMPLATE, "id": kind.template_id, "qfmt": kind.front, "afmt": kind.back}],
        css=style(),
        model_type=genanki.Model.CLOZE if kind.cloze else genanki.Model.FRONT_BACK,
    )


def deck_id(name: str) -> int:
    """A number that depends on the deck's name alone, below every id that Anki makes from the time."""
    digest = hashlib.sha256(name.casefold().encode()).digest()
    return (1 << 39) + int.from_bytes(digest[:8], "big") % (1 << 39)


def _archive(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, compresslevel=_DEFLATE)
    return buffer.getvalue()
