"""The random name of this device."""

from pathlib import Path

from mediaquiz.store.files import storage_error, write_atomic
from mediaquiz.store.places import state_folder

_ALPHABET = "bcdfghjkmnpqrstvwxz23456789"
_LENGTH = 8


def device_id() -> str:
    """Eight random characters that name this device in the log: made once, never the host's name.

    Raises StorageError when there is none yet and the state folder cannot be written.
    """
    path = state_folder() / "device"
    known = _read(path)
    if known:
        return known
    import secrets

    write_atomic(path, ("".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH)) + "\n").encode())
    return _read(path)


def _read(path: Path) -> str:
    try:
        text = path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as why:
        system = why if isinstance(why, OSError) else OSError(0, "it is damaged")
        raise storage_error("Cannot read", path, system) from why
    return text if len(text) == _LENGTH and set(text) <= set(_ALPHABET) else ""
