"""The only door to genanki: notes in, the bytes of an .apkg out.

genanki gives every note and note type one time, writes decks in quadratic time, leaves a temporary file behind and
makes another archive each time. So its parts are driven one by one here, on a database in memory: each note and note
type gets its own time, nothing touches the disk, and the same notes give the same bytes.
"""

import hashlib
import io
import itertools
import json
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import genanki

from mediaquiz.formats.anki.notetypes import TEMPLATE, NoteType, style
from mediaquiz.formats.anki.progress import (
    CARD_COLUMNS,
    ROLLOVER_HOUR,
    Origin,
    card_row,
    log_rows,
    origin_of,
)
from mediaquiz.model.review import Progress

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


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
    notes: Sequence[Note],
    revised: Mapping[NoteType, datetime],
    created_at: datetime,
    media: Mapping[str, bytes] | None = None,
) -> bytes:
    """The .apkg of the notes, which must have different guids. ``revised`` holds the time of each note type.

    ``created_at`` is the day on which Anki's statistics count the cards as added; ``media`` are files by name.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        _fill(database, notes, revised, itertools.count(int(created_at.timestamp()) * 1000))
        database.commit()
        collection = database.serialize()
    files = {str(number): (name, data) for number, (name, data) in enumerate((media or {}).items())}
    listing = json.dumps({number: name for number, (name, _) in files.items()}).encode()
    members = {"collection.anki2": collection, "media": listing}
    return _archive(members | {number: data for number, (_, data) in files.items()})


def _fill(
    database: sqlite3.Connection, notes: Sequence[Note], revised: Mapping[NoteType, datetime], ids: Iterator[int]
) -> None:
    cursor = database.cursor()
    genanki.Package([]).write_to_db(cursor, 0, ids)
    decks = {name: deck_id(name) for name in dict.fromkeys(note.deck for note in notes)}
    models = {kind: _model(kind) for kind in dict.fromkeys(note.note_type for note in notes)}
    home = next(iter(decks.values()), 1)
    _store(cursor, "decks", {str(key): genanki.Deck(key, name).to_json() for name, key in decks.items()})
    _store(
        cursor,
        "models",
        {str(kind.id): model.to_json(revised[kind].timestamp(), home) for kind, model in models.items()},
    )
    origin = origin_of(note.progress for note in notes if note.progress)
    if origin:
        _count_from(cursor, origin)
    taken: set[int] = set()
    for note in notes:
        writer = genanki.Note(
            models[note.note_type], list(note.fields), tags=list(note.tags), guid=note.guid, due=note.due
        )
        writer.write_to_db(cursor, note.changed_at.timestamp(), decks[note.deck], ids)
        if note.progress and origin:
            _store_progress(cursor, note.progress, note.due, origin, taken)


def _count_from(cursor: sqlite3.Cursor, origin: Origin) -> None:
    """Makes the collection one that was begun on that day in this zone."""
    (stored,) = cursor.execute("SELECT conf FROM col").fetchone()
    config = json.loads(stored) | {"creationOffset": origin.minutes_west, "schedVer": 2, "rollover": ROLLOVER_HOUR}
    cursor.execute("UPDATE col SET crt = ?, conf = ?", (int(origin.at.timestamp()), json.dumps(config)))


def _store_progress(cursor: sqlite3.Cursor, progress: Progress, place: int, origin: Origin, taken: set[int]) -> None:
    """Puts progress into the card that was written last."""
    card = cursor.lastrowid
    columns = ", ".join(f"{name} = ?" for name in CARD_COLUMNS)
    cursor.execute(f"UPDATE cards SET {columns} WHERE id = ?", (*card_row(progress, place, origin), card))
    cursor.executemany(
        "INSERT INTO revlog (cid, usn, id, ease, ivl, lastIvl, factor, time, type) VALUES (?, -1, ?, ?, ?, ?, ?, ?, ?)",
        [(card, *row) for row in log_rows(progress, taken)],
    )


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
            archive.writestr(entry, data)
    return buffer.getvalue()
