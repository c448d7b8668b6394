"""What models replied, kept as soon as it came: one JSON line a reply, appended and fsynced.

A question is known by the hash of the model's name and all that was sent. Deleting the file loses nothing but money:
the same is asked again.
"""

import json
import os
from pathlib import Path
from typing import NamedTuple

from mediaquiz.store.files import make_folder, storage_error
from mediaquiz.text import content_hash

REPLY_FILE = Path(".mediaquiz") / "replies.jsonl"


class Reply(NamedTuple):
    """What came back, and how many tokens were counted each way (0 where the model does not say)."""

    text: str
    sent: int = 0
    received: int = 0


class Replies:
    """The replies of one course. A line that was cut off, or is damaged, is no reply; the next one begins anew."""

    def __init__(self, root: Path) -> None:
        self._path = root / REPLY_FILE
        self._known: dict[str, Reply] = {}
        for line in self._lines():
            try:
                row = json.loads(line)
                self._known[row["key"]] = Reply(row["text"], row["sent"], row["received"])
            except (ValueError, KeyError, TypeError):
                continue

    def get(self, key: str) -> Reply | None:
        """The reply to what was sent under this key; None when there is none."""
        return self._known.get(key)

    def prepare(self) -> None:
        """Make sure that a reply could be kept, before anything is paid for. Raises StorageError."""
        self._append(b"")

    def keep(self, key: str, reply: Reply) -> None:
        """Keep a reply for good. Raises StorageError."""
        row = {"key": key, **reply._asdict()}
        self._append(b"\n" + json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
        self._known[key] = reply

    def _lines(self) -> list[bytes]:
        try:
            return self._path.read_bytes().splitlines()
        except OSError:
            return []

    def _append(self, data: bytes) -> None:
        try:
            make_folder(self._path.parent)
            with self._path.open("ab") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as why:
            raise storage_error("Cannot write", self._path, why) from why


def key_of(model: str, prompt: str) -> str:
    """What a reply is known by."""
    return content_hash([model, prompt])
