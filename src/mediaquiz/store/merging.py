"""Text that only grows, brought together: no line is lost, and none stands twice."""

from collections import deque
from collections.abc import Iterable
from datetime import datetime

from mediaquiz.store.records import decode, lines

_Place = tuple[datetime, int, str]


def merged_log(here: bytes | None, came: Iterable[bytes]) -> bytes:
    """A log file with more lines, each before the first record that is later.

    So the last line stays the device's last record, whose number decides the next one. Lines that are damaged keep
    their neighbours.
    """
    waiting = deque((_place(line), line) for line in came)
    found: list[bytes] = []
    for _, line in lines(here or b""):
        place = _place(line)
        while place and waiting and (waiting[0][0] or place) <= place:
            found.append(waiting.popleft()[1])
        found.append(line)
    return b"".join(line + b"\n" for line in [*found, *(line for _, line in waiting)])


def _place(line: bytes) -> _Place | None:
    """When a record of the log was written; None for a damaged line, which has its neighbours' place."""
    record = decode(line)
    if record is None:
        return None
    device, _, number = record.id.rpartition("-")
    return record.at, int(number) if number.isdecimal() else 0, device


def merged_text(here: bytes, other: bytes) -> bytes:
    """All lines of ``here``, then those of ``other`` that it does not have."""
    known = set(here.splitlines())
    came = [line for line in other.splitlines() if line not in known]
    joint = b"" if here.endswith(b"\n") or not here else b"\n"
    return here + joint + b"".join(line + b"\n" for line in came) if came else here
