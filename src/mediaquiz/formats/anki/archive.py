"""An Anki package as it comes from anywhere: the collection and the media in it, or why it cannot be read.

Anki writes three forms: the collection as ``collection.anki2``, as ``collection.anki21``, or compressed with zstd as
``collection.anki21b`` (then each medium and the list of media are compressed as well). The newer forms carry an older
one beside them that only asks to update Anki, so the newest is taken. Nothing is unpacked to the disk, and no name in
the archive is ever used as a path.
"""

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mediaquiz.formats.anki.wire import MalformedMessage, fields_of, texts

LARGEST_COLLECTION = 1 << 29
"""Bytes of the largest collection that is read: half a gibibyte, far more than any learner has."""
LARGEST_MEDIUM = 1 << 26
"""Bytes of the largest image or sound that is taken."""
_LARGEST_LIST = 1 << 26
_MOST_MEMBERS = 1 << 18
_FORMS = ("collection.anki21b", "collection.anki21", "collection.anki2")
_ZSTD_WINDOW = 1 << 27
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class Refused(Exception):
    """The bytes are no package that can be read; the text says why."""


@dataclass(frozen=True)
class Archive:
    """An opened package. ``collection`` is an SQLite database; ``members`` says where each medium stands."""

    collection: bytes
    members: Mapping[str, str] = field(default_factory=dict)
    unsafe: tuple[str, ...] = ()
    """Media whose names could be paths or devices. They are never read."""
    _zip: zipfile.ZipFile | None = None
    _compressed: bool = False

    def medium(self, name: str) -> bytes | None:
        """The bytes of an image or sound; None when the package lacks it. Raises Refused when it cannot be read."""
        member = self.members.get(name)
        if member is None or self._zip is None or member not in self._zip.namelist():
            return None
        return _read(self._zip, member, LARGEST_MEDIUM, self._compressed)


def open_archive(data: bytes) -> Archive:
    """The package in the bytes. Raises Refused."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as why:
        raise Refused("it is no Anki package (no zip archive)") from why
    names = archive.namelist()
    if len(names) > _MOST_MEMBERS:
        raise Refused(f"it has {len(names)} members")
    form = next((name for name in _FORMS if name in names), None)
    if form is None:
        raise Refused("it holds no collection of Anki")
    compressed = form == _FORMS[0]
    collection = _read(archive, form, LARGEST_COLLECTION, compressed)
    listed = dict(_media(_read(archive, "media", _LARGEST_LIST, compressed))) if "media" in names else {}
    safe = {name: member for name, member in listed.items() if is_plain_name(name)}
    return Archive(collection, safe, tuple(sorted(listed.keys() - safe.keys())), archive, compressed)


def is_plain_name(name: str) -> bool:
    """Whether a medium's name is the name of a file and nothing else on every system."""
    odd = any(char in '/\\:*?"<>|' or not char.isprintable() for char in name)
    return bool(name) and not odd and name[0] != "." and name[-1] not in ". " and not _DEVICES.fullmatch(name)


def _read(archive: zipfile.ZipFile, member: str, limit: int, compressed: bool) -> bytes:
    """A member's bytes, never more than ``limit`` of them, whatever the archive says of its size."""
    try:
        with archive.open(member) as file:
            data = file.read(limit + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError, zlib.error) as why:
        raise Refused(f"{member} in it is damaged or encrypted") from why
    if compressed and len(data) <= limit:
        data = _decompressed(data, member, limit)
    if len(data) > limit:
        raise Refused(f"{member} in it is larger than {limit >> 20} MiB")
    return data


def _decompressed(data: bytes, member: str, limit: int) -> bytes:
    import zstandard

    try:
        with zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).stream_reader(data) as stream:
            return stream.read(limit + 1)
    except zstandard.ZstdError as why:
        raise Refused(f"{member} in it is damaged") from why


def _media(listing: bytes) -> Iterator[tuple[str, str]]:
    """Each medium's name and the member that holds it: a JSON object, or in the newest form a list of messages."""
    if listing.lstrip()[:1] in (b"{", b""):
        yield from _media_of_json(listing)
        return
    try:
        for place, entry in enumerate(texts(fields_of(listing), 1)):
            for name in texts(fields_of(entry), 1):
                yield name.decode("utf-8", "replace"), str(place)
    except MalformedMessage as why:
        raise Refused("its list of media is damaged") from why


def _media_of_json(listing: bytes) -> Iterator[tuple[str, str]]:
    try:
        listed = json.loads(listing or b"{}")
    except (ValueError, RecursionError) as why:
        raise Refused("its list of media is damaged") from why
    for member, name in listed.items() if isinstance(listed, dict) else ():
        if isinstance(name, str):
            yield name, member
