"""The lock file ``decks/mediaquiz.lock`` on disk; see ``decks.lock`` for what it says."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from mediaquiz.decks import lock as locks
from mediaquiz.model.deck import Deck
from mediaquiz.model.problem import Problem
from mediaquiz.store.files import read_text, write_atomic

_HEAD = b"# When the content of each item last changed. Written by mediaquiz; keep it with the decks.\n"


def read_lock(root: Path) -> tuple[locks.Lock, tuple[Problem, ...]]:
    """The lock of the course in ``root``, empty when there is no file, and its damaged lines."""
    path = root / locks.PATH
    text, unread = read_text(path, code="MQ401") if path.exists() else ("", ())
    lock, problems = locks.parse(text)
    return lock, (*unread, *problems)


def append_lock(
    root: Path, lock: locks.Lock, decks: Sequence[Deck], now: datetime, named: Mapping[str, str] | None = None
) -> None:
    """Write into the lock file of the course in ``root`` what the decks hold now and ``lock`` does not say yet.

    ``named`` holds further names and their hashes. Raises StorageError.
    """
    lines = locks.new_lines(lock, decks, now, named)
    if not lines:
        return
    path = root / locks.PATH
    old = path.read_bytes() if path.exists() else _HEAD
    joint = b"" if old.endswith(b"\n") else b"\n"
    write_atomic(path, old + joint + "".join(f"{line}\n" for line in lines).encode())
