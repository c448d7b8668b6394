"""Opening files of results, which programs and spreadsheets of any country may have saved, line by line."""

import codecs
import sys
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from mediaquiz.errors import NotFound
from mediaquiz.formats.results import Found, read
from mediaquiz.model.problem import Span, error
from mediaquiz.store.files import storage_error

_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_GUESSES = ("utf-8", "cp949")
"""What text without a byte-order mark is tried as: everybody's encoding, then that of Korean spreadsheets."""
_CHUNK = 1 << 20


def sheets(path: Path) -> Iterator[Found]:
    """The sheets of a file, ``-`` for standard input, and what is wrong with it; one sheet at a time.

    Raises NotFound for a file that is not there or cannot be read.
    """
    if str(path) == "-":
        yield from _sheets(BytesIO(sys.stdin.buffer.read()), "standard input")
        return
    try:
        with path.open("rb") as file:
            yield from _sheets(file, str(path))
    except FileNotFoundError:
        raise NotFound(f"{path} does not exist", hint="Check the name.") from None
    except OSError as why:
        told = storage_error("Cannot read", path, why)
        raise NotFound(str(told), hint=told.hint) from why


def _sheets(file: BinaryIO, name: str) -> Iterator[Found]:
    encoding = _encoding(file)
    if not encoding:
        yield error("MQ711", "the file is no text", Span(name), "Download it as CSV, or save it as UTF-8.")
        return
    with TextIOWrapper(file, encoding=encoding, newline="") as lines:
        try:
            yield from read(lines, name)
        except UnicodeDecodeError:
            yield error("MQ711", "the text is damaged; the rest was left out", Span(name), "Download it again.")


def _encoding(file: BinaryIO) -> str:
    """The encoding of the whole file, which is rewound; empty for no text."""
    start = file.read(4)
    told = next((encoding for mark, encoding in _BOMS.items() if start.startswith(mark)), "")
    found = next((encoding for encoding in ([told] if told else _GUESSES) if _decodes(file, encoding)), "")
    file.seek(0)
    return found


def _decodes(file: BinaryIO, encoding: str) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while chunk := file.read(_CHUNK):
            if "\0" in decoder.decode(chunk):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
