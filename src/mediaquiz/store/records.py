"""A record of the review log as one line of JSON, with a checksum as its last field.

    {"v":1,"id":"k3m9xq2a-17","t":"review","at":"2026-11-21T01:02:03.123Z","day":"2026-11-21","tz":540,
     "item":"…", …,"c":"5e0b91aa"}                                                             (one line)

``c`` is CRC-32 (eight hexadecimal digits) over the line's bytes before ``,"c":``. CRC-32 finds every single flipped bit
and every burst of up to 32 bits. Fields and kinds that are not known here are kept as they are.
"""

import json
import re
import zlib
from datetime import UTC, date, datetime
from typing import Any

from mediaquiz.errors import MediaquizError
from mediaquiz.model.problem import Problem, Span, error, warning
from mediaquiz.model.review import Kind, Record

LONGEST = 4096
"""Bytes of the longest line that is written: what one ``write`` puts down whole."""

_TAIL = re.compile(rb'^(?P<body>\{.*),"c":"(?P<sum>[0-9a-f]{8})"\}$', re.DOTALL)
_KNOWN = ("v", "id", "t", "at", "day", "tz", "item")
_KINDS = {kind.value: kind for kind in Kind}


def encode(record: Record) -> bytes:
    """The record's line, without its newline. Raises MediaquizError for one longer than ``LONGEST`` bytes."""
    fields: dict[str, Any] = {"v": record.version, "id": record.id, "t": str(record.kind), "at": instant(record.at)}
    fields |= {"day": record.day.isoformat(), "tz": record.tz}
    if record.item:
        fields["item"] = record.item
    fields |= {name: value for name, value in record.data.items() if name not in _KNOWN and name != "c"}
    body = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8")[:-1]
    line = b'%s,"c":"%08x"}' % (body, zlib.crc32(body))
    if len(line) > LONGEST:
        raise MediaquizError("the note is too long to be kept", hint=f"Keep it under {LONGEST // 4} characters.")
    return line


def instant(at: datetime) -> str:
    """A moment in UTC with milliseconds: ``2026-11-21T01:02:03.123Z``."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def decode(line: bytes, span: Span) -> Record | Problem:
    """The record of one line, or what is wrong with it: MQ402 for a line that was cut off, MQ401 for a damaged one."""
    line = line.strip(b"\r\n \xef\xbb\xbf")
    found = _TAIL.match(line)
    if not found:
        cut = line.startswith(b"{") and not line.endswith(b"}")
        return _cut(span) if cut else _damaged(span)
    if zlib.crc32(found["body"]) != int(found["sum"], 16):
        return _damaged(span)
    try:
        return _record(json.loads(found["body"] + b"}"))
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return _damaged(span)


def _record(fields: dict[str, Any]) -> Record:
    kind = str(fields["t"])
    return Record(
        id=str(fields["id"]),
        kind=_KINDS.get(kind, kind),
        at=datetime.fromisoformat(fields["at"]).astimezone(UTC),
        day=date.fromisoformat(fields["day"]),
        tz=int(fields["tz"]),
        item=str(fields.get("item", "")),
        data={name: value for name, value in fields.items() if name not in _KNOWN},
        version=int(fields["v"]),
    )


def _damaged(span: Span) -> Problem:
    return error("MQ401", "the record is damaged and was left out", span, "Bring the file back from a backup.")


def _cut(span: Span) -> Problem:
    return warning(
        "MQ402", "the record was cut off and was left out", span, "It was never shown as saved; all is well."
    )
