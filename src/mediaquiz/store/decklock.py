"""The lock file ``decks/mediaquiz.lock`` on disk; see ``decks.lock`` for what it says."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from mediaquiz.decks import lock as locks
from mediaquiz.model.deck import Deck
from mediaquiz.model.looks import LOOKS, ON_CARDS, REVISED
from mediaquiz.model.pictures import paths
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
    told = {**locks.surroundings(decks, _picture_hashes(root, decks)), **LOOKS, **(named or {})}
    lines = locks.new_lines(lock, decks, now, told, dict.fromkeys([*LOOKS, ON_CARDS], REVISED))
    if not lines:
        return
    path = root / locks.PATH
    old = path.read_bytes() if path.exists() else _HEAD
    joint = b"" if old.endswith(b"\n") else b"\n"
    write_atomic(path, old + joint + "".join(f"{line}\n" for line in lines).encode())


def picture_hash(data: bytes) -> str:
    """The hash of a picture's bytes, as the lock tells pictures apart."""
    return sha256(data).hexdigest()[:12]


def _picture_hashes(root: Path, decks: Sequence[Deck]) -> dict[str, str]:
    """The hash of each picture that the items name and the course has."""
    hashes: dict[str, str] = {}
    for path in {path for deck in decks for item in deck.items for path in paths(item)}:
        with suppress(OSError):
            hashes[path] = picture_hash((root / path).read_bytes())
    return hashes
