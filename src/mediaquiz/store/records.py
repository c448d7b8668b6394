"""A record of the review log as one line of sealed JSON (one line, here broken in two):

    {"v":1,"id":"k3m9xq2a-17","t":"review","at":"2026-11-21T01:02:03.123Z","day":"2026-11-21","tz":540,
     "item":"…", …,"c":"5e0b91aa"}

Fields and kinds that are not known here are kept as they are.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from mediaquiz.errors import MediaquizError
from mediaquiz.model.problem import Problem, Span, error, warning
from mediaquiz.model.review import RECORD_VERSION, Kind, Record
from mediaquiz.store.sealed import seal, unseal

LONGEST = 4096
"""Bytes of the longest line that is written."""

_OWN = frozenset({"v", "id", "t", "at", "day", "tz", "item", "c"})
"""Names that ``Record.data`` cannot take."""
_KINDS = {kind.value: kind for kind in Kind}
_ADDED = b"\r \xef\xbb\xbf"
"""What editors and copying add to lines: carriage returns, spaces, a byte-order mark."""


def encode(record: Record) -> bytes:
    """The record's line, without its newline. Raises MediaquizError for one longer than ``LONGEST`` bytes."""
    fields: dict[str, object] = {"v": record.version, "id": record.id, "t": str(record.kind), "at": instant(record.at)}
    fields |= {"day": record.day.isoformat(), "tz": record.tz}
    if record.item:
        fields["item"] = record.item
    data = record.data
    if not _OWN.isdisjoint(data):
        data = {name: value for name, value in data.items() if name not in _OWN}
    fields |= data
    line = seal(fields)
    if len(line) > LONGEST:
        raise MediaquizError("the note is too long to be kept", hint=f"Keep it under {LONGEST // 4} characters.")
    return line


def instant(at: datetime) -> str:
    """A moment in UTC with milliseconds: ``2026-11-21T01:02:03.123Z``."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The lines of a log file that are not blank, each with its number, without what editors add to them."""
    for number, line in enumerate(data.split(b"\n"), start=1):
        if bare := line.strip(_ADDED):
            yield number, bare


def decode(line: bytes) -> Record | None:
    """The record of one of ``lines``; None when it is damaged, or of a newer version in another form."""
    fields = unseal(line)
    try:
        return _record(fields) if fields else None
    except (ValueError, KeyError, TypeError, OverflowError):
        return None


def _record(fields: dict[str, Any]) -> Record:
    take = fields.pop
    kind = str(take("t"))
    at = datetime.fromisoformat(take("at"))
    if at.tzinfo is None:
        raise ValueError("a time without a zone means another moment on every machine")
    return Record(
        str(take("id")),
        _KINDS.get(kind, kind),
        at if at.tzinfo is UTC else at.astimezone(UTC),
        date.fromisoformat(take("day")),
        int(take("tz")),
        str(take("item", "")),
        fields,
        int(take("v")),
    )


def version(line: bytes) -> int:
    """The version that one of ``lines`` says; 0 when it is damaged."""
    told = (unseal(line) or {}).get("v")
    return told if isinstance(told, int) else 0


def newer(first: int, last: int, count: int, told: int, file: str) -> Problem:
    """MQ410: so many lines between these are of a version, ``told`` at most, that is not known here."""
    records = "a record has" if count == 1 else f"{count} records have"
    message = f"{records} version {told}, this mediaquiz knows {RECORD_VERSION}; nothing was changed, nothing used"
    hint = "Update mediaquiz; until then it writes no answers here."
    return error("MQ410", message, Span(file, first, last), hint)


def fault(line: bytes, span: Span) -> Problem:
    """What is wrong with a line that ``decode`` refused: MQ402 when it was cut off, else MQ401."""
    if line.startswith(b"{") and not line.endswith(b"}"):
        hint = "Nothing is lost if mediaquiz was stopped while it saved; else bring the file back from a backup."
        return warning("MQ402", "the record was cut off and was left out", span, hint)
    return error("MQ401", "the record is damaged and was left out", span, "Bring the file back from a backup.")
