"""Learners without their names: a keyed hash of what a file calls them, with a key that stays on this machine.

Nobody can try names against it without the key, as with a plain hash; the same learner has the same pseudonym on this
machine, and another one elsewhere. Deleting the key cuts the tie for good.
"""

import hashlib
import hmac
from base64 import b32encode
from pathlib import Path

from mediaquiz.store.files import make_folder, storage_error, write_atomic
from mediaquiz.store.lock import locked
from mediaquiz.store.places import state_folder
from mediaquiz.text import squash

_BYTES = 32
_LETTERS = 10


def key_file() -> Path:
    """Where the key is, or would be."""
    return state_folder() / "learners.key"


def pseudonym(learner: str, key: bytes) -> str:
    """Ten letters and digits for a learner; spacing and letter case of the name make no difference."""
    digest = hmac.digest(key, squash(learner).encode("utf-8"), hashlib.sha256)
    return b32encode(digest).decode("ascii")[:_LETTERS].lower()


def learners_key() -> bytes:
    """The key of this machine: random, made once, readable by its user only. Raises StorageError."""
    path = key_file()
    try:
        make_folder(path.parent)
        with locked(path.with_suffix(".lock")):
            return _read(path) or _make(path)
    except OSError as why:
        raise storage_error("Cannot keep the key of the pseudonyms in", path, why) from why


def _read(path: Path) -> bytes:
    """The key in the file; empty when there is none, or it is damaged."""
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii", errors="replace"))
    except (FileNotFoundError, ValueError):
        return b""
    return key if len(key) == _BYTES else b""


def _make(path: Path) -> bytes:
    import secrets

    key = secrets.token_bytes(_BYTES)
    path.touch(mode=0o600)
    write_atomic(path, f"{key.hex()}\n".encode("ascii"))
    return key
