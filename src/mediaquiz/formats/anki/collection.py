"""What stands in an Anki collection: notes with their cards, what was answered, what was tuned. Read only, from memory.

Collections are of schema 11 (note types and decks as JSON in ``col``) or 15 and later (tables, with Protocol Buffers
in them). The bytes may come from anywhere: only plain tables are read, every column is cast to what it must be, and
a query that runs away is stopped.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from mediaquiz.formats.anki.archive import Refused
from mediaquiz.formats.anki.presets import Preset, of_json, of_tables
from mediaquiz.formats.anki.wire import MalformedMessage, fields_of, texts

_TABLES = frozenset({"col", "notes", "cards", "revlog"})
_NEWEST_SCHEMA = 18
_MOST_STEPS = 2_000
"""How often SQLite may report 100,000 instructions before a query counts as run away."""
_JOURNAL_MODE = slice(18, 20)
_LONGEST_VALUE = 1 << 26


@dataclass(frozen=True, slots=True)
class Template:
    """One card template: what it shows on each side."""

    front: str
    back: str


@dataclass(frozen=True, slots=True)
class NoteKind:
    """A note type."""

    name: str
    cloze: bool
    fields: tuple[str, ...]
    templates: tuple[Template, ...]


_NO_KIND = NoteKind("", cloze=False, fields=(), templates=())


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of the review history. ``id`` is its time in ms; ``ivl`` is days, or negative seconds.

    ``ease`` is 1-4, or 0 for what was no answer; ``kind`` 0 learning, 1 review, 2 relearning, 3 filtered, 4 and more
    manual.
    """

    id: int
    ease: int
    ivl: int
    factor: int
    ms: int
    kind: int

    @property
    def counts(self) -> bool:
        """Whether it is an answer that the schedule was made of: no manual change, no cramming."""
        return 1 <= self.ease <= 4 and (self.kind < 3 or (self.kind == 3 and self.factor != 0))


@dataclass(frozen=True, slots=True)
class Card:
    """One card. ``due`` is the study day on which a card in review is due, None for all others."""

    ord: int
    deck: str
    due: date | None
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """One note. ``fields`` are HTML in the order of the note type; ``changed_at`` is in whole seconds."""

    guid: str
    kind: NoteKind
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    changed_at: datetime
    cards: tuple[Card, ...]

    def named(self) -> dict[str, str]:
        """The fields by name."""
        return dict(zip(self.kind.fields, self.fields, strict=False))


@dataclass(frozen=True, slots=True)
class Collection:
    """All notes in the order in which they were made, and the options of each deck by its name."""

    notes: tuple[Note, ...]
    presets: Mapping[str, Preset]


def read_collection(database: bytes) -> Collection:
    """What stands in the database. Raises Refused for one that cannot be read."""
    try:
        with closing(_opened(database)) as connection:
            head = _header(connection)
            return Collection(tuple(_notes(connection, head)), _presets(connection, head))
    except (sqlite3.Error, MalformedMessage, OverflowError, MemoryError) as why:
        raise Refused(f"its database is damaged ({why})") from why


def _opened(database: bytes) -> sqlite3.Connection:
    """The database in memory, trusted with nothing."""
    connection = sqlite3.connect(":memory:")
    image = bytearray(database)
    image[_JOURNAL_MODE] = b"\1\1"  # a database in memory has no write-ahead log
    connection.deserialize(bytes(image))
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    connection.create_collation("unicase", _unicase)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    steps = iter(range(_MOST_STEPS))
    connection.set_progress_handler(lambda: next(steps, None) is None, 100_000)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    plain = {
        name
        for name, kind, sql in connection.execute("SELECT name, type, sql FROM sqlite_master")
        if kind == "table" and str(sql).upper().startswith("CREATE TABLE")
    }
    if not plain >= _TABLES:
        raise Refused("its database is not Anki's")
    (state,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if state != "ok":
        raise Refused("its database is damaged")
    return connection


def _unicase(one: str, other: str) -> int:
    left, right = one.casefold(), other.casefold()
    return (left > right) - (left < right)


def _notes(connection: sqlite3.Connection, head: "_Header") -> Iterator[Note]:
    kinds = _kinds_of_json(head.models) if head.in_json else _kinds_of_tables(connection)
    names = _decks_of_json(head.decks) if head.in_json else _decks_of_tables(connection)
    first_day = _first_day(head.created, head.config if head.in_json else _config(connection))
    cards = _cards(connection, names, first_day)
    columns = "id guid mid mod tags flds"
    for note_id, guid, kind_id, changed, tags, fields in _rows(connection, "notes", "ntnntt", columns, "id"):
        kind, own = kinds.get(kind_id, _NO_KIND), tuple(cards.get(note_id, ()))
        yield Note(guid, kind, tuple(fields.split("\x1f")), tuple(tags.split()), _instant(changed), own)


_CASTS = {
    "n": "ifnull(CAST({} AS INTEGER), 0)",
    "t": "ifnull(CAST({} AS TEXT), '')",
    "b": "ifnull(CAST({} AS BLOB), x'')",
}


def _rows(
    connection: sqlite3.Connection, table: str, forms: str, columns: str, order: str = ""
) -> Iterator[tuple[Any, ...]]:
    """The columns of a table, each as what it must be: ``n`` a whole number, ``t`` a text, ``b`` bytes."""
    casts = ", ".join(_CASTS[form].format(column) for form, column in zip(forms, columns.split(), strict=True))
    yield from connection.execute(f"SELECT {casts} FROM {table}{f' ORDER BY {order}' if order else ''}")


@dataclass(frozen=True, slots=True)
class _Header:
    """The one row of ``col``. Up to schema 14 its JSON holds what newer collections have tables for."""

    version: int
    created: int
    config: Mapping[str, Any]
    models: Mapping[str, Any]
    decks: Mapping[str, Any]
    options: Mapping[str, Any]

    @property
    def in_json(self) -> bool:
        return self.version < 15


def _header(connection: sqlite3.Connection) -> _Header:
    row = next(_rows(connection, "col", "nntttt", "ver crt conf models decks dconf"), None)
    if row is None:
        raise Refused("its database is not Anki's")
    version, created, *texts_of_json = row
    if not 11 <= version <= _NEWEST_SCHEMA:
        raise Refused(f"its collection is of version {version}, which is not known here")
    return _Header(version, created, *map(_object, texts_of_json))


def _presets(connection: sqlite3.Connection, head: _Header) -> dict[str, Preset]:
    if head.in_json:
        return of_json(head.decks, head.options)
    decks = ((name.replace("\x1f", "::"), kind) for name, kind in _rows(connection, "decks", "tb", "name kind"))
    try:
        return of_tables(decks, _rows(connection, "deck_config", "ntb", "id name config"))
    except sqlite3.OperationalError:
        return {}  # no table or column of that name


def _object(text: str | bytes | None) -> dict[str, Any]:
    """A JSON object; an empty one for anything else."""
    try:
        value = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _kinds_of_json(models: Mapping[str, Any]) -> dict[int, NoteKind]:
    kinds = {}
    for key, model in models.items():
        if key.lstrip("-").isdecimal() and isinstance(model, dict):
            fields = tuple(str(field.get("name")) for field in _objects(model.get("flds")))
            templates = tuple(
                Template(str(one.get("qfmt", "")), str(one.get("afmt", ""))) for one in _objects(model.get("tmpls"))
            )
            kinds[int(key)] = NoteKind(str(model.get("name", "")), model.get("type") == 1, fields, templates)
    return kinds


def _objects(value: object) -> Iterator[dict[str, Any]]:
    return (one for one in value if isinstance(one, dict)) if isinstance(value, list) else iter(())


def _kinds_of_tables(connection: sqlite3.Connection) -> dict[int, NoteKind]:
    fields = _grouped(_rows(connection, "fields", "nt", "ntid name", "ntid, ord"))
    templates = _grouped(_rows(connection, "templates", "nb", "ntid config", "ntid, ord"))
    rows = _rows(connection, "notetypes", "ntb", "id name config")
    return {
        kind: NoteKind(
            name,
            (1, 1) in fields_of(config),
            tuple(fields.get(kind, ())),
            tuple(_template(one) for one in templates.get(kind, ())),
        )
        for kind, name, config in rows
    }


def _template(config: bytes) -> Template:
    front, back = (b"".join(texts(fields_of(config), number)).decode("utf-8", "replace") for number in (1, 2))
    return Template(front, back)


def _grouped(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[Any]]:
    groups: dict[int, list[Any]] = defaultdict(list)
    for key, value in rows:
        groups[key].append(value)
    return groups


def _decks_of_json(decks: Mapping[str, Any]) -> dict[int, str]:
    return {
        int(key): str(deck.get("name", ""))
        for key, deck in decks.items()
        if key.lstrip("-").isdecimal() and isinstance(deck, dict)
    }


def _decks_of_tables(connection: sqlite3.Connection) -> dict[int, str]:
    rows = _rows(connection, "decks", "nt", "id name")
    return {key: name.replace("\x1f", "::") for key, name in rows}


def _config(connection: sqlite3.Connection) -> dict[str, Any]:
    rows = connection.execute("SELECT val FROM config WHERE key = 'creationOffset'").fetchall()
    return {"creationOffset": json.loads(rows[0][0])} if rows and str(rows[0][0], "ascii").lstrip("-").isdigit() else {}


def _first_day(created: int, config: Mapping[str, Any]) -> date:
    """The day from which Anki counts: that of the collection's making, in the zone in which it was made."""
    west = config.get("creationOffset")
    at = _instant(created)
    if isinstance(west, int) and abs(west) < 24 * 60:
        return (at - timedelta(minutes=west)).date()
    return at.astimezone().date()


def _cards(connection: sqlite3.Connection, decks: Mapping[int, str], first_day: date) -> dict[int, list[Card]]:
    answers = _answers(connection)
    cards: dict[int, list[Card]] = defaultdict(list)
    columns = "id nid ord iif(odid,odid,did) type iif(odid<>0,odue,due)"  # a filtered deck keeps the home of its cards
    for card_id, note_id, place, deck, kind, due in _rows(connection, "cards", "nnnnnn", columns, "nid, ord"):
        day = _day(first_day, due) if kind == 2 else None
        cards[note_id].append(Card(place, decks.get(deck, ""), day, tuple(answers.get(card_id, ()))))
    return cards


def _answers(connection: sqlite3.Connection) -> dict[int, list[Answer]]:
    answers: dict[int, list[Answer]] = defaultdict(list)
    columns = "id cid ease ivl factor time type"
    for row_id, card, *values in _rows(connection, "revlog", "nnnnnnn", columns, "id"):
        answers[card].append(Answer(row_id, *values))
    return answers


def _day(first: date, days: int) -> date | None:
    try:
        return first + timedelta(days=days)
    except OverflowError:
        return None


def _instant(seconds: int) -> datetime:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0, UTC)
