"""A snapshot of the folded log in one SQLite file, which may be deleted at any time.

The file is written beside the old one and put in its place, so whoever reads the old one goes on reading it, nobody
waits for a lock, and a killed writer harms nothing. Every row carries a CRC-32 over its name and body, for SQLite
notices no flipped bits. Whatever is wrong with the file, it is as if there were none.
"""

import json
import weakref
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mediaquiz.schedule.events import event_from_plain, event_to_plain
from mediaquiz.schedule.layers import Archive, Events
from mediaquiz.store.files import make_folder, sweep_temp, temp_file

if TYPE_CHECKING:
    import sqlite3

_HEAD = "\0head"
"""The name of the row that holds what is needed at once; no item is called so."""
_ID = 0x4D51465A
_CRC = 4
_SCHEMA = f"""
    PRAGMA application_id = {_ID};
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE snapshot (name BLOB PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
"""


class DamagedRow(Exception):
    """A row is missing or is not what was written."""


class SavedEvents(Archive):
    """The events in a snapshot, read when they are looked at.

    Should the file turn out to be damaged, ``recover`` brings all events from the log itself.
    """

    def __init__(
        self, db: "sqlite3.Connection", names: Collection[str], recover: Callable[[], Mapping[str, Events]]
    ) -> None:
        self._db = db
        self._names = names
        self._recover = recover
        self._whole: Mapping[str, Events] | None = None
        weakref.finalize(self, db.close)

    def __getitem__(self, name: str) -> Events:
        if name not in self._names:
            raise KeyError(name)
        if self._whole is None:
            try:
                return _events(_row(self._db, name))
            except DamagedRow:
                self._whole = self._recover()
        return self._whole.get(name, ())

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def holding(self, ids: Set[str]) -> set[str]:
        """The names under which there is an event with one of the ids."""
        wanted = [json.dumps(name).encode() for name in ids]
        near = {name for name, body in self.rows() if any(text in body for text in wanted)}
        return {name for name in near if any(event.id in ids for event in self[name])}

    def rows(self) -> Iterator[tuple[str, bytes]]:
        """Every name with its events as the snapshot keeps them."""
        if self._whole is None:
            try:
                yield from _all_rows(self._db, self._names)
                return
            except DamagedRow:
                self._whole = self._recover()
        yield from ((name, encoded(self[name])) for name in self._names)


def encoded(events: Events) -> bytes:
    """Events as a snapshot keeps them."""
    return json.dumps([event_to_plain(event) for event in events], separators=(",", ":")).encode()


def _events(body: bytes) -> Events:
    try:
        return tuple(map(event_from_plain, json.loads(body)))
    except (ValueError, TypeError, IndexError) as why:
        raise DamagedRow from why


def load(path: Path) -> "tuple[dict[str, Any], sqlite3.Connection] | None":
    """The head of the snapshot and its open file; None when there is none that can be used."""
    if not path.is_file():
        return None
    import sqlite3

    db = None
    try:
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        head = json.loads(_row(db, _HEAD))
    except (sqlite3.Error, DamagedRow, ValueError, RecursionError):
        if db:
            db.close()
        return None
    return head, db


def row_names(head: Mapping[str, Any]) -> Set[str]:
    """The names of the rows of events: the cards', but for those that only took over the history of others."""
    names = {*head["cards"], *head["others"]}
    return names.difference(head["rowless"]) if head["rowless"] else names


def is_whole(path: Path) -> bool:
    """Whether the snapshot in the file can be read to its end and all of it is as it was written."""
    found = load(path)
    if found is None:
        return False
    head, db = found
    try:
        _all_rows(db, row_names(head))
        return True
    except DamagedRow:
        return False
    finally:
        db.close()


def save(path: Path, head: Mapping[str, object], rows: Iterable[tuple[str, bytes]]) -> None:
    """Put a snapshot in place. Where that is not possible, nothing happens."""
    import sqlite3

    with suppress(OSError, sqlite3.Error):
        make_folder(path.parent)
        sweep_temp(path.parent)
        temp = temp_file(path.parent)
        try:
            with closing(sqlite3.connect(temp, isolation_level=None)) as db:
                db.executescript(_SCHEMA)
                db.execute("BEGIN")
                kept = [(_HEAD, json.dumps(head, separators=(",", ":")).encode()), *rows]
                db.executemany("INSERT INTO snapshot VALUES (?, ?)", (_sealed(*row) for row in sorted(kept)))
                db.execute("COMMIT")
            temp.replace(path)
        finally:
            temp.unlink(missing_ok=True)


def _sealed(name: str, body: bytes) -> tuple[bytes, bytes]:
    key = name.encode("utf-8", "surrogatepass")
    return key, _checksum(key, body) + body


def _row(db: "sqlite3.Connection", name: str) -> bytes:
    key = name.encode("utf-8", "surrogatepass")
    for _, body in _select(db, "SELECT name, body FROM snapshot WHERE name = ?", key):
        return _unsealed(key, body)
    raise DamagedRow


def _all_rows(db: "sqlite3.Connection", names: Collection[str]) -> list[tuple[str, bytes]]:
    found = dict(_select(db, "SELECT name, body FROM snapshot"))
    keys = [(name, name.encode("utf-8", "surrogatepass")) for name in names]
    return [(name, _unsealed(key, found.get(key))) for name, key in keys]


def _select(db: "sqlite3.Connection", query: str, *values: bytes) -> list[tuple[Any, Any]]:
    import sqlite3

    try:
        return db.execute(query, values).fetchall()
    except (sqlite3.Error, OverflowError, MemoryError) as why:
        raise DamagedRow from why


def _unsealed(key: bytes, sealed: object) -> bytes:
    if not isinstance(sealed, bytes):
        raise DamagedRow
    body = sealed[_CRC:]
    if sealed[:_CRC] != _checksum(key, body):
        raise DamagedRow
    return body


def _checksum(key: bytes, body: bytes) -> bytes:
    return zlib.crc32(body, zlib.crc32(key)).to_bytes(_CRC, "big")
