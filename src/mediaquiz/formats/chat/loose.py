"""JSON as chatbots write it: fenced or in the middle of a letter, with comments, trailing commas, any quotation marks,
line breaks within texts, cut off at the end.

What is JSON is read as JSON means it. Whatever else is whole is read too; what is not is named, never guessed. The time
that it takes grows with the length of the text alone.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

DEEPEST = 40
"""Levels of nesting that are read."""

_SPACE = re.compile(r"(?:[\s\u00a0]+|//[^\n]*|#[^\n]*|/\*.*?(?:\*/|\Z))*", re.DOTALL)
_NUMBER = re.compile(r"-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_WORD = re.compile(r"[^\W\d][\w-]*")
_START = re.compile(r"[{\[]")
_HEX = re.compile(r"[0-9a-fA-F]{4}")
_AFTER_TEXT = re.compile(r"(?:[\s\u00a0]++|//[^\n]{0,200}\n|/\*[^*]{0,200}\*/)*+(?:[,:}\]]|\Z)")
"""What follows a closing quotation mark; one that stands within a text has words behind it. It never goes back: a run
of spaces can be cut in too many ways."""

_CLOSING = {'"': '"', "'": "'", "“": '”“„"', "„": '“”"', "”": '”"', "‘": "’'", "’": "’'", "`": "`'"}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_LITERALS = {"true": True, "false": False, "null": None, "none": None}


@dataclass(slots=True)
class Thing:
    """An object and its lines, from 1. ``whole`` is false where the text ended, or could not be read on, inside it."""

    values: dict[str, object] = field(default_factory=dict)
    line: int = 0
    end: int = 0
    whole: bool = True


class _Nothing:
    """Stands for a value that is not there."""


_NOTHING = _Nothing()


def objects(text: str, keys: Container[str]) -> tuple[Thing, ...]:
    """All objects of the text that have one of the keys, in its order, however they are wrapped.

    Objects that could not be read to their end come too, with what was read, unless all that is missing is the end of
    what wraps others. What such an object holds in turn stays with it.
    """
    return tuple(thing for value in _Reading(text).run() for thing in _things(value, keys))


def _things(value: object, keys: Container[str]) -> Iterator[Thing]:
    if isinstance(value, list):
        for one in value:
            yield from _things(one, keys)
    elif isinstance(value, Thing):
        inner = () if any(key in keys for key in value.values) else value.values.values()
        found = [thing for member in inner for thing in _things(member, keys)]
        yield from found or [value]


class _Reading:
    """One text being read: ``at`` is the place of the next character; ``lost`` once it cannot be read on from there."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0
        self.lost = False
        self.counted = (0, 1)

    def run(self) -> Iterator[object]:
        """The outermost values. Where one cannot be read on, the next that begins there."""
        while (found := _START.search(self.text, self.at)) is not None:
            self.at, self.depth, self.lost = found.start(), 0, False
            yield self.value()

    def line(self) -> int:
        place, line = self.counted
        self.counted = (self.at, line + self.text.count("\n", place, self.at))
        return self.counted[1]

    def peek(self) -> str:
        """The next character that means something; empty at the end."""
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.text[self.at : self.at + 1]

    def give_up(self) -> _Nothing:
        self.lost = True
        return _NOTHING

    def value(self) -> object:
        sign = self.peek()
        if sign in ("{", "["):
            return self.nested(sign)
        if sign in _CLOSING:
            return self.quoted(sign)
        if found := _NUMBER.match(self.text, self.at):
            self.at = found.end()
            return float(found[0])
        return self.word(_LITERALS)

    def nested(self, sign: str) -> object:
        self.depth += 1
        self.at += 1
        if self.depth > DEEPEST:
            return self.give_up()
        value = self.thing() if sign == "{" else self.many()
        self.depth -= 1
        return value

    def word(self, known: dict[str, bool | None]) -> object:
        found = _WORD.match(self.text, self.at)
        if found is None or found[0].casefold() not in known:
            return self.give_up()
        self.at = found.end()
        return known[found[0].casefold()]

    def thing(self) -> Thing:
        made = Thing(line=self.line())
        while not self.lost and (sign := self.peek()) != "}":
            if sign == ",":
                self.at += 1
            else:
                self.pair(made)
        made.whole = not self.lost
        self.at += made.whole
        made.end = self.line()
        return made

    def pair(self, made: Thing) -> None:
        name = self.name()
        if isinstance(name, str) and self.peek() == ":":
            self.at += 1
            value = self.value()
            if value is not _NOTHING:
                made.values[name] = value
        else:
            self.give_up()

    def name(self) -> object:
        if (sign := self.peek()) in _CLOSING:
            return self.quoted(sign)
        found = _WORD.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return found[0] if found else _NOTHING

    def many(self) -> list[object]:
        found: list[object] = []
        while not self.lost and (sign := self.peek()) != "]":
            if sign == ",":
                self.at += 1
            elif (value := self.value()) is not _NOTHING:
                found.append(value)
        self.at += not self.lost
        return found

    def quoted(self, opening: str) -> object:
        """A text in quotation marks; those within it that no comma, colon or bracket follows belong to it."""
        parts: list[str] = []
        self.at += 1
        while self.at < len(self.text):
            sign = self.text[self.at]
            if sign == "\\":
                parts.append(self.escaped())
                continue
            self.at += 1
            if sign in _CLOSING[opening] and _AFTER_TEXT.match(self.text, self.at):
                return _paired("".join(parts))
            parts.append(sign)
        return self.give_up()

    def escaped(self) -> str:
        sign = self.text[self.at + 1 : self.at + 2]
        digits = _HEX.match(self.text, self.at + 2) if sign == "u" else None
        self.at += 6 if digits else 2
        return chr(int(digits[0], 16)) if digits else _ESCAPES.get(sign, sign)


def _paired(text: str) -> str:
    """The text with both halves of a character joined that was written as two escapes."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
