"""Reading text that anybody may have saved, and writing files so that they are never half written."""

import errno
import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from mediaquiz.errors import StorageError
from mediaquiz.model.problem import Problem, Span, error, warning

LARGEST = 16 * 1024 * 1024
"""Bytes of the largest file that is read as text."""

_TEMP_PREFIX, _TEMP_SUFFIX = ".mediaquiz-", ".tmp"
_STALE_AFTER_S = 3600

_HINTS = {
    errno.ENOSPC: "Free some space on the disk, then try again.",
    errno.EDQUOT: "Your disk quota is used up; free some space, then try again.",
    errno.EFBIG: "The system does not allow a file of this size (see `ulimit -f`).",
    errno.EROFS: "The disk is read-only; use another folder.",
    errno.EACCES: "Check who may write there, or use another folder.",
    errno.EPERM: "Check who may write there, or use another folder.",
    errno.EIO: "The disk reports a fault; save your work elsewhere and check the disk.",
    errno.ENOTDIR: "A file stands where a folder is needed; move it away.",
    errno.EEXIST: "A file stands where a folder is needed; move it away.",
    errno.EISDIR: "A folder stands where a file is needed; move it away.",
}


def storage_error(what: str, path: Path, why: OSError) -> StorageError:
    """``what`` could not be done with ``path``: the system's reason, and what the user can do."""
    reason = why.strerror or str(why)
    return StorageError(f"{what} {path}: {reason}", hint=_HINTS.get(why.errno or 0, "Check the disk and the folder."))


def write_atomic(path: Path, data: bytes) -> None:
    """Put ``data`` into the file, whole or not at all, and durably: after a crash the old or the new file is there.

    Keeps the file's permissions, writes through a symbolic link to the file it points to, makes missing folders.
    Raises StorageError; then the old file is there, or the new one if only its name could not be made durable, and
    nothing else is left behind.
    """
    target = Path(os.path.realpath(path))
    try:
        make_folder(target.parent)
        sweep_temp(target.parent)
        _replace(target, data)
        sync_folder(target.parent)
    except OSError as why:
        raise storage_error("Cannot write", path, why) from why


def _replace(target: Path, data: bytes) -> None:
    temp = temp_file(target.parent)
    try:
        with temp.open("xb") as file:
            with suppress(FileNotFoundError):
                temp.chmod(stat.S_IMODE(target.stat().st_mode))
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temp.replace(target)
    except BaseException:
        with suppress(OSError):
            temp.unlink()
        raise


def files_below(folder: Path) -> list[str]:
    """The files in the folder and its folders, links to folders not followed, as paths from it with ``/``."""
    found = []
    for place, _, names in os.walk(folder):
        inside = Path(place).relative_to(folder).as_posix()
        found += [name if inside == "." else f"{inside}/{name}" for name in names]
    return found


SETTLED_NS = 2_000_000_000
"""A file touched more recently than this may be touched again without its times showing it."""


def touched(path: Path) -> list[int]:
    """A file's size, times and number: a settled file that has the same as before was not written since."""
    found = path.stat()
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def is_settled(touched: list[int]) -> bool:
    """Whether ``touched`` proves anything: whether the file was last written a while ago."""
    return time.time_ns() - max(touched[1:3]) > SETTLED_NS


def make_folder(folder: Path) -> None:
    """Make the folder and those above it, durably; nothing when it is there. Raises OSError."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def temp_file(folder: Path) -> Path:
    """A name for a file that ``sweep_temp`` deletes should its writer be killed."""
    return folder / f"{_TEMP_PREFIX}{os.urandom(8).hex()}{_TEMP_SUFFIX}"


def sync_folder(folder: Path) -> None:
    """Make a new or renamed file in the folder durable, where the system has a way to. Raises OSError."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as why:
        # Some network and FUSE file systems cannot sync a folder; the file itself was synced.
        if why.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)


def sweep_temp(folder: Path) -> int:
    """Delete what killed writers left in the folder more than an hour ago; returns how many files."""
    swept = 0
    for temp in folder.glob(f"{_TEMP_PREFIX}*{_TEMP_SUFFIX}"):
        with suppress(OSError):
            if time.time() - temp.stat().st_mtime > _STALE_AFTER_S:
                temp.unlink()
                swept += 1
    return swept


def read_text(path: Path, *, limit: int = LARGEST, code: str = "") -> tuple[str, tuple[Problem, ...]]:
    """The text of a UTF-8 file, without a byte-order mark, and what is wrong with it.

    Never raises for the file's sake: a file that cannot be read gives an empty text and one error. Line ends and
    control characters stay as they are (readers clean). ``code`` is the problem code to use; without it, the codes of
    lessons (MQ101-MQ105).
    """
    span = Span(str(path))
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        return "", (error(code or "MQ101", "The file does not exist.", span, "Check the name."),)
    except OSError as why:
        return "", (error(code or "MQ101", f"The file cannot be read: {why.strerror or why}.", span, _read_hint(why)),)
    if len(data) > limit:
        size = f"The file is larger than {limit // 1024} KiB."
        return "", (error(code or "MQ105", size, span, "Split it, or name a smaller file."),)
    return decode_text(data, str(path), code=code)


def _read_hint(why: OSError) -> str:
    return "Name a file in it." if why.errno == errno.EISDIR else "Check who may read it."


def decode_text(data: bytes, name: str, *, code: str = "") -> tuple[str, tuple[Problem, ...]]:
    """The text of bytes from a file or a pipe, as ``read_text`` gives it. ``name`` is for the problems."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as why:
        good = why.object[: why.start]  # without a byte-order mark, as the offset is
        return "", (_not_utf8(data, good.count(b"\n") + 1, name, code),)
    if "\0" in text:
        return "", (error(code or "MQ103", "The file is not text.", Span(name), "Name a text file."),)
    if not text.strip() and not code:
        return text, (warning("MQ102", "The file is empty.", Span(name)),)
    return text, ()


def _not_utf8(data: bytes, line: int, name: str, code: str) -> Problem:
    encoding = _guess(data)
    if not encoding:
        return error(code or "MQ103", "The file is not text.", Span(name), "Name a text file.")
    where = Span(name) if encoding == "utf-16" else Span(name, line, line)
    if encoding == "unknown":
        return error(code or "MQ104", "The text is not UTF-8.", where, "Save it as UTF-8 in your editor.")
    hint = f"Save it as UTF-8, for example: iconv -f {encoding} -t utf-8 OLD > NEW"
    return error(code or "MQ104", f"The text is not UTF-8; it looks like {encoding.upper()}.", where, hint)


def _guess(data: bytes) -> str:
    """What bytes that are not UTF-8 may be: ``utf-16``, ``cp949``, ``unknown`` text, or empty for no text at all."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if any(byte < 32 and byte not in b"\t\n\x0b\x0c\r\x1b" for byte in data[:8192]):
        return ""
    try:
        return "cp949" if _mostly_hangul(data.decode("cp949")) else "unknown"
    except UnicodeDecodeError:
        return "unknown"


def _mostly_hangul(text: str) -> bool:
    foreign = [char for char in text if char > "\x7f"]
    return sum("\uac00" <= char <= "\ud7a3" for char in foreign) * 2 >= len(foreign)
