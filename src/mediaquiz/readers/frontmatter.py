"""Front matter: the ``key: value`` lines between two ``---`` at the head of a file, or TOML between two ``+++``.

Of YAML, only what lessons need is read: scalars, quoted scalars, ``[a, b]``, ``- item`` lists, ``|`` and ``>`` blocks.
It is not a YAML parser on purpose: lessons are untrusted, and a value that is not understood is left out.
"""

import re

from mediaquiz.model.lesson import Source
from mediaquiz.model.problem import Problem, Span, warning

_KEY = re.compile(r"^([A-Za-z][\w-]*)\s*:(?:\s+(.*))?$")

Value = str | list[str]


def split(source: Source) -> tuple[dict[str, Value], int, tuple[Problem, ...]]:
    """The values, the number of lines that the front matter takes (0 when there is none), and what is wrong with it."""
    lines = source.text.split("\n", _LONGEST)
    mark = lines[0].strip()
    if mark not in _MARKS:
        return {}, 0, ()
    end = next((n for n in range(1, len(lines)) if lines[n].rstrip() == mark), 0)
    if not end:
        return {}, 0, ()
    values, problems = _MARKS[mark](lines[1:end], source.path)
    return values, end + 1, problems


def _toml(lines: list[str], path: str) -> tuple[dict[str, Value], tuple[Problem, ...]]:
    import tomllib

    try:
        told = tomllib.loads("\n".join(lines))
    except (tomllib.TOMLDecodeError, RecursionError) as why:
        hint = 'Write lines such as `title = "My lesson"`.'
        return {}, (warning("MQ107", f"the front matter is not TOML: {why}", Span(path, 1, len(lines) + 2), hint),)
    return {key.lower(): _plain(value) for key, value in told.items()}, ()


def _plain(value: object) -> Value:
    return [str(part) for part in value] if isinstance(value, list) else str(value)


def _yaml(lines: list[str], path: str) -> tuple[dict[str, Value], tuple[Problem, ...]]:
    return _values(lines), ()


_LONGEST = 400
_MARKS = {"---": _yaml, "+++": _toml}


def _values(lines: list[str]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    at = 0
    while at < len(lines):
        found = _KEY.match(lines[at])
        at += 1
        if not found:
            continue
        below = at
        while below < len(lines) and (not lines[below].strip() or lines[below][0] in " \t-"):
            below += 1
        values[found[1].lower()] = _value((found[2] or "").strip(), lines[at:below])
        at = below
    return values


def _value(inline: str, below: list[str]) -> Value:
    if inline[:1] in "|>" and inline[:1]:
        joint = "\n" if inline[0] == "|" else " "
        return joint.join(line.strip() for line in below).strip()
    if inline.startswith("[") and inline.endswith("]"):
        return [_scalar(part) for part in inline[1:-1].split(",") if part.strip()]
    if inline:
        return _scalar(inline)
    return [_scalar(line.strip()[1:]) for line in below if line.strip().startswith("-")]


def _scalar(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return text[1:-1].replace('\\"', '"').replace("''", "'")
    return re.sub(r"\s+#.*$", "", text)


def text_of(values: dict[str, Value], *names: str) -> str:
    """The first of the named values that is a text, else empty."""
    for name in names:
        value = values.get(name)
        if isinstance(value, str) and value:
            return value
    return ""


def list_of(values: dict[str, Value], name: str) -> tuple[str, ...]:
    """The named value as a list; a text is split at commas."""
    value = values.get(name, [])
    parts = value if isinstance(value, list) else value.split(",")
    return tuple(part.strip() for part in parts if part.strip())


def number_of(values: dict[str, Value], name: str) -> int | None:
    """The first whole number in the named value."""
    found = re.search(r"\d{1,6}", text_of(values, name))
    return int(found[0]) if found else None
