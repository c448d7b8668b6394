"""Sentences and lists inside text."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sentencex import segment

from mediaquiz.text import cut_opening

_OPEN = "([{“‘"
_CLOSE = ")]}”’"
_AND = re.compile(r"^(?:and|or|as well as|및|그리고)\s+", re.IGNORECASE)


LONGEST = 600
"""More characters than a sentence has that anybody should be asked about."""


_GLUED = re.compile(
    r"(?<=[가-힣][다요까]\.)(?=[가-힣A-Z`'\"‘“*(]|[a-z]+[A-Z])|(?<=[가-힣][까요]\?)(?=[가-힣A-Z`'\"‘“*(])"
)
"""Where a Korean sentence ends although no space follows: ``…한다.그리고``."""
_KOREAN_ENDS = ("다.", "요.", "까.", "까?")


@lru_cache(maxsize=4096)
def sentences(text: str, lang: str = "en") -> tuple[str, ...]:
    """The sentences of a paragraph, trimmed, without a picture in front; by sentencex, whose rules know abbreviations
    and Korean.

    What is longer than any sentence (text without stops, a dump of data) is left out.
    """
    hidden, spans = _hide_code(text)
    parts = [_show_code(part, spans) for part in segment(lang, hidden)]
    if any(map(hidden.__contains__, _KOREAN_ENDS)):
        parts = [part for whole in _opened(parts) for part in _glued(whole)]
    return tuple(part for part in map(_without_sign, parts) if 0 < len(part) <= LONGEST)


def _without_sign(part: str) -> str:
    part = part.strip()
    found = _SIGN.match(part)
    return part[found.end() :] if found else part


_SIGN = re.compile(
    "^(?:[\u2190-\u21ff\U0001f300-\U0001faff\u2600-\u27bf\u2b50\ufe0f\u200d\U0001f1e6-\U0001f1ff]\\s*)+(?=\\w|[`\"“‘'(])"
)
"""Pictures that open a paragraph, as a warning, a hint or a task does."""


def _glued(text: str) -> list[str]:
    """The sentences of a part, also where no space follows a Korean full stop; inside a code span nothing ends."""
    hidden, spans = _hide_code(text)
    return [_show_code(part, spans) for part in _GLUED.split(hidden)]


_CODE = re.compile(r"`[^`\n]+`|['\"‘“][.?!]['\"’”]")
_QUOTED_STOP = re.compile("[.?!]['\"’”](?<=['\"‘“]..)")
_HIDDEN = re.compile("\ue000(\\d+)\ue001")


def _hide_code(text: str) -> tuple[str, list[str]]:
    """The text with a placeholder for each code span that holds a stop: "`?` matches one character" is one sentence."""
    spans: list[str] = []
    text = text.replace("\ue000", "").replace("\ue001", "")
    if "`" not in text and not _QUOTED_STOP.search(text):
        return text, spans

    def hide(found: re.Match[str]) -> str:
        spans.append(found[0])
        return f"\ue000{len(spans) - 1}\ue001"

    return _CODE.sub(hide, text), spans


def _show_code(text: str, spans: list[str]) -> str:
    return _HIDDEN.sub(lambda found: spans[int(found[1])], text) if spans else text


def _opened(parts: Iterable[str]) -> Iterator[str]:
    """The parts, each with the mark that opens it, which the splitter leaves behind after a Korean full stop."""
    carried = ""
    for part in parts:
        whole = carried + part
        found = _LEFT.search(whole)
        carried = found[0].lstrip() if found else ""
        yield whole[: found.start()] if found else whole
    yield carried


_LEFT = re.compile(r"(?<=[다요]\.)\s+[`'\"“‘(]\s*$")


def joined(one: str, other: str, whole: str) -> str:
    """Two sentences in a row as the text has them: with a space between, or none."""
    return f"{one} {other}" if f"{one} {other}" in whole else f"{one}{other}"


def split_list(text: str) -> list[str]:
    """``a, b (c, d), and e`` as its members: commas and semicolons inside brackets or quotes do not split.

    Without a comma, ``a and b`` is two members.
    """
    parts, depth, quoted, start = [], 0, False, 0
    for at, char in enumerate(text):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif char == '"':
            quoted = not quoted
        elif char in ",;·、" and not depth and not quoted:
            parts.append(text[start:at])
            start = at + 1
    parts.append(text[start:])
    if len(parts) == 1:
        parts = re.split(r"\s+and\s+", text)
    members = [cut_opening(_AND, part.strip()).strip(" .") for part in parts]
    return [member for member in members if member]


_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBER_WORDS = {word: number for number, word in enumerate(_WORDS)}


def number_in(text: str) -> int | None:
    """The first count in a phrase: ``seven key themes`` and ``Theme 7개`` are 7."""
    for word in re.findall(r"[A-Za-z]+|\d+", text):
        if word.isdigit():
            return int(word)
        if word.casefold() in NUMBER_WORDS:
            return NUMBER_WORDS[word.casefold()]
    return None
