"""The random name of this device."""

from pathlib import Path

from mediaquiz.store.files import make_folder, storage_error, write_atomic
from mediaquiz.store.lock import locked
from mediaquiz.store.places import state_folder

_ALPHABET = "bcdfghjkmnpqrstvwxz23456789"
_LENGTH = 8


def device_id() -> str:
    """Eight random characters that name this device in the log: made once, never the host's name.

    Raises StorageError when there is none yet and the state folder cannot be written.
    """
    path = state_folder() / "device"
    try:
        return _read(path) or _make(path)
    except OSError as why:
        raise storage_error("Cannot keep this device's name in", path, why) from why


def _read(path: Path) -> str:
    """The name in the file; empty when there is none, or it is damaged."""
    try:
        text = path.read_text(encoding="ascii", errors="replace").strip()
    except FileNotFoundError:
        return ""
    return text if len(text) == _LENGTH and set(text) <= set(_ALPHABET) else ""


def _make(path: Path) -> str:
    """A new name, kept in the file. Of two programs that start at once, one takes the other's name."""
    import secrets

    make_folder(path.parent)
    with locked(path.with_suffix(".lock")):
        name = _read(path)
        if not name:
            name = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
            write_atomic(path, f"{name}\n".encode("ascii"))
    return name
