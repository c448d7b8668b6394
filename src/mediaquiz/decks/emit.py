"""Values → YAML that a teacher likes to read and that every YAML 1.1 and 1.2 tool reads as the same text.

PyYAML's dumpers fold lines, escape emoji or quote by other rules, so these few functions write deck text themselves.
"""

import re
from collections.abc import Mapping, Sequence

from mediaquiz.text import clean

Emitted = str | bool | int | Sequence[str] | Sequence[Sequence[str]] | Mapping[str, str]
"""What a field of a deck can hold."""

STEP = 2
"""Spaces that one level is indented by."""

FLOW = frozenset({"tags", "built"})
"""Fields written on one line, ``[a, b]`` or ``{a: b}``: short, and not what a teacher comes to read."""

# Read as null, a truth value, a number, a merge key or a default value by one YAML version or another.
_WORDS = frozenset(("~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<"))
_NOT_FINITE = frozenset((".inf", "-.inf", "+.inf", ".nan"))
_NUMBER_LIKE = re.compile(r"[-+.]*\d[\deEtTzZ_:.,+\-\s]*|[-+]?0[xX][\da-fA-F_]+|[-+]?0[bBoO][\d_]+")
_SIGN_FIRST = tuple("-?:,[]{}#&*!|>'\"%@`")
_SIGN_INSIDE = re.compile(r":(?:\s|$)|\s#|[\n\t]")
_FLOW_SIGN = re.compile(r"[,\[\]{}:?#\"']")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def scalar(raw: str, *, flow: bool = False) -> str:
    """A text on one line: plain when every tool would read it as this text, else in quotes. It is cleaned first."""
    text = clean(raw)
    if _plain(text) and not (flow and _FLOW_SIGN.search(text)):
        return text
    if '"' in text and not re.search(r"[\n\t]", text):
        return "'" + text.replace("'", "''") + "'"
    return f'"{text.translate(_ESCAPES)}"'


def _plain(text: str) -> bool:
    return (
        bool(text)
        and text == text.strip()
        and not text.startswith(_SIGN_FIRST)
        and not _SIGN_INSIDE.search(text)
        and text.casefold() not in _WORDS | _NOT_FINITE
        and not _NUMBER_LIKE.fullmatch(text)
    )


def _literal(raw: str, indent: int) -> str | None:
    """A text of several lines as a ``|`` block; None when the block would not show it truly."""
    text = clean(raw)
    lines = text.removesuffix("\n").split("\n")
    if "\n" not in text or not lines[0] or lines[0][0].isspace() or not lines[-1]:
        return None
    if any(line != line.rstrip() for line in lines):
        return None
    pad = " " * indent
    chomp = "" if text.endswith("\n") else "-"
    return f"|{chomp}\n" + "\n".join(pad + line if line else "" for line in lines)


def block(raw: str, indent: int) -> str:
    """A text in the form that reads best; further lines are indented by ``indent``."""
    return _literal(raw, indent) or scalar(raw)


def flow_list(texts: Sequence[str]) -> str:
    """``[a, b]``."""
    return f"[{', '.join(scalar(text, flow=True) for text in texts)}]"


def flow_map(fields: Mapping[str, str]) -> str:
    """``{a: b}``."""
    inner = ", ".join(f"{scalar(name, flow=True)}: {scalar(value, flow=True)}" for name, value in fields.items())
    return f"{{{inner}}}"


def value(name: str, content: Emitted, indent: int, *, one_line: bool = False) -> str:
    """What stands after ``name:``, its leading space or newline included, for a field indented by ``indent``.

    ``one_line`` keeps texts out of blocks, for a place with a comment behind it.
    """
    pad = "\n" + " " * (indent + STEP)
    write = _scalar_at if one_line else block
    match content:
        case bool():
            return " true" if content else " false"
        case int():
            return f" {content}"
        case str():
            return " " + write(content, indent + STEP)
        case Mapping():
            if name in FLOW:
                return " " + flow_map(content)
            return "".join(
                f"{pad}{key}:{value(key, text, indent + STEP, one_line=one_line)}" for key, text in content.items()
            )
        case _:
            if name in FLOW or not content:
                return " " + flow_list([text for text in content if isinstance(text, str)])
            entries = (write(e, indent + 2 * STEP) if isinstance(e, str) else flow_list(e) for e in content)
            return "".join(f"{pad}- {entry}" for entry in entries)


def _scalar_at(raw: str, _indent: int) -> str:
    return scalar(raw)


def entry(name: str, content: Emitted, indent: int, *, one_line: bool = False) -> str:
    """``name: value`` without indentation before the first line and without a newline at the end."""
    return f"{name}:{value(name, content, indent, one_line=one_line)}"
