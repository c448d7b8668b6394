"""Pictures in the texts of items: ``![what it shows](media/name.png)``, the path relative to the course folder."""

import re
from collections.abc import Iterator
from typing import Any

from mediaquiz.model.item import Content, Item
from mediaquiz.model.plain import content_from_plain
from mediaquiz.model.views import Plain, plain, prompt
from mediaquiz.text import one_line, slug

PICTURE = re.compile(r"!\[(?P<alt>[^\[\]\n]*)\]\((?P<path>[^()\s]+)\)")
"""A picture in a text."""

FOLDER = "media"
"""Where pictures that come in with an import are put."""

TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
"""The suffixes of pictures, and their media types."""

LARGEST = 16 * 1024 * 1024
"""Bytes of the largest picture that is taken along."""


def paths(item: Item) -> tuple[str, ...]:
    """The paths of the pictures in an item's content and explanation that could be files of its course, each once."""
    texts = [*_texts(list(plain(item.content).values())), item.explain]
    named = [found["path"] for text in texts for found in PICTURE.finditer(text)]
    return tuple(dict.fromkeys(path for path in named if is_inside(path)))


def in_words(content: Content) -> Content:
    """The content with what each picture shows in its place."""
    return content_from_plain(content.TYPE, {name: _in_words(value) for name, value in plain(content).items()})


def question(content: Content) -> str:
    """The question of an item on one line, with what each picture shows in its place."""
    return one_line(prompt(in_words(content) if "![" in prompt(content) else content))


def _in_words(value: Plain) -> Any:
    if isinstance(value, list):
        return [_in_words(part) for part in value]
    return PICTURE.sub(lambda found: found["alt"] or "picture", value) if isinstance(value, str) else value


def is_inside(path: str) -> bool:
    """Whether a path names a picture inside the course: relative, no way out of it, a known suffix."""
    tame = not path.startswith("/") and ".." not in path.split("/") and "\\" not in path and ":" not in path
    return tame and suffix_of(path) in TYPES


def suffix_of(path: str) -> str:
    """The suffix of a file's name in small letters, ``.png``; empty when it has none."""
    stem, dot, suffix = path.rpartition("/")[2].rpartition(".")
    return f"{dot}{suffix}".lower() if stem else ""


def new_path(name: str, data: bytes) -> str | None:
    """Where a picture that comes in is put: a name that tells its content, so that nothing is ever overwritten.

    None for a file that is no picture by its name.
    """
    from hashlib import sha256  # slow to load, and not needed to show a question

    suffix = suffix_of(name)
    stem = slug(name.rpartition("/")[2].removesuffix(suffix), fallback="picture")
    return f"{FOLDER}/{stem}-{sha256(data).hexdigest()[:8]}{suffix}" if suffix in TYPES else None


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
