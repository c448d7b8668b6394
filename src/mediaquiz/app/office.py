"""Word files, slides and PDF become Markdown, through markitdown; what comes out is read as a Markdown lesson.

An extra (``mediaquiz[office]``): loaded for such a file only, and a file without it gets a hint and no traceback.
"""

import re
from io import BytesIO

from mediaquiz.model.problem import Problem, Span, error

KINDS = {".pdf": "a PDF", ".docx": "a Word file", ".pptx": "slides"}
LARGEST = 200 * 1024 * 1024
"""Bytes that a packed file may unpack to."""
_INSTALL = 'Install the reader: pip install "mediaquiz[office]"; or save the file as text, HTML or Markdown.'
_SLIDE = re.compile(r"^<!-- Slide number: \d+ -->$", re.MULTILINE)
_PICTURE = re.compile(r"^!\[[^\]\n]*\]\([^)\n]*\)$", re.MULTILINE)


def to_markdown(data: bytes, suffix: str, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The Markdown text of an office file with this suffix (a key of ``KINDS``); on failure an empty text and why."""
    try:
        from markitdown import MarkItDown, StreamInfo
    except ImportError:
        return "", (error("MQ106", f"{KINDS[suffix]} needs a reader that is not installed", Span(name), _INSTALL),)
    if not (data.startswith(b"%PDF") if suffix == ".pdf" else is_sound(data)):
        return _unread(suffix, name)
    try:
        told = MarkItDown(enable_plugins=False).convert_stream(BytesIO(data), stream_info=StreamInfo(extension=suffix))
    except Exception:  # the libraries below it raise whatever they like for a broken file
        return _unread(suffix, name)
    return _PICTURE.sub("", _SLIDE.sub("", told.markdown)).strip(), ()


def is_sound(data: bytes) -> bool:
    """Whether a packed file can be opened and does not unpack to more than anybody writes."""
    import zipfile

    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            return sum(part.file_size for part in packed.infolist()) <= LARGEST
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def _unread(suffix: str, name: str) -> tuple[str, tuple[Problem, ...]]:
    hint = "Open it in its own program and save it again, or save it as text."
    return "", (error("MQ103", f"{KINDS[suffix]} cannot be read: the file is broken", Span(name), hint),)
