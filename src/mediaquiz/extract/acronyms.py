"""Rule: short forms of capitals, and the words that they stand for: "Low Tide Mark (LTM)", "LTM stands for …".

Only where each letter begins one of the words, and where the lesson goes on using the short form.
"""

import re
from collections.abc import Iterable, Iterator

from mediaquiz.extract.sentences import sentences
from mediaquiz.language.cues import cues
from mediaquiz.model.concept import Definition, Finding, Place
from mediaquiz.model.lesson import Lesson, Role

_SHORT = r"(?P<short>[A-Z](?:[A-Z]|[a-z](?=[A-Z])){1,5})(?P<many>s?)"
_WORDS = r"(?P<long>[A-Za-z][\w’'-]*(?: [A-Za-z][\w’'-]*){0,9})"
_BEHIND = re.compile(rf"(?<![\w-]){_WORDS} ?\((?:or )?{_SHORT}\)")
_IN_FRONT = re.compile(
    rf"(?<![\w-]){_SHORT}(?: (?:stands|is short) for| is an? (?:acronym|abbreviation) (?:for|of)|,? ?[-–—]? ?short for"
    rf"| ?\((?:short for )?) ?(?:the )?[\"“'‘]?{_WORDS}"
)
_BRACKETED = re.compile(r"\((?:or )?[A-Z][A-Za-z]{1,6}\)")
_SAID = frozenset("stands short acronym abbreviation".split())
_BODIES = frozenset(
    "commission association organization organisation bureau corporation department administration agency institute"
    " group"
    " company committee council union board office service academy foundation party bank college university"
    " laboratory".split()
)
"""What bodies are called: their names are no terms of the field."""
_OWNED = re.compile(r"^[A-Z]\w+['’]s ")
"""The name of a firm."""
_PASSED_OVER = frozenset("of and for the in to on a an by with or".split())
_AGAIN, _MOST = 3, 2


def find(lesson: Lesson) -> Iterable[Finding]:
    """The short forms that the lesson uses most, each with its words; they are few."""
    if lesson.language == "ko":
        return []
    told: dict[str, Definition] = {}
    for block in lesson.blocks:
        if block.role is Role.PROSE and (_BRACKETED.search(block.text) or any(word in block.text for word in _SAID)):
            for short, long, quote in (found for part in sentences(block.text, lesson.language) for found in _in(part)):
                if _BODIES.isdisjoint(long.lower().split(" ")) and not _OWNED.search(long):
                    place = Place(block, block.span.start, quote)
                    told.setdefault(short, Definition(short, long, place, verb="abbreviates"))
    used = {short: sum(1 for _ in _uses(short, lesson.text)) for short in told}
    often = sorted((short for short in told if used[short] >= _AGAIN), key=lambda short: -used[short])
    return [told[short] for short in often[:_MOST]]


def _uses(short: str, text: str) -> Iterator[int]:
    """Where a short form stands as a word of its own, be it in the plural."""
    at = text.find(short)
    while at >= 0:
        before, behind = text[max(0, at - 1) : at], text[at + len(short) : at + len(short) + 2].removeprefix("s")[:1]
        if not (_IN_WORD.match(before) or _IN_WORD.match(behind)):
            yield at
        at = text.find(short, at + len(short))


_IN_WORD = re.compile(r"\w")


def _in(sentence: str) -> Iterator[tuple[str, str, str]]:
    """Each short form of a sentence with its words and the lesson's words that join the two."""
    for found in _BEHIND.finditer(sentence) if _BRACKETED.search(sentence) else ():
        if long := _spelled(found["short"], found["long"].split(" "), backwards=True):
            quote = sentence[found.start("long") + len(found["long"]) - len(long) : found.end()]
            yield found["short"], _one(long) if found["many"] else long, quote
    for found in () if _SAID.isdisjoint(cues(sentence)) else _IN_FRONT.finditer(sentence):
        if long := _spelled(found["short"], found["long"].split(" ")):
            yield found["short"], long, sentence[found.start() : found.start("long") + len(long)]


def _one(words: str) -> str:
    """Words in the plural, in the singular: "tide marks", "local authorities"."""
    return f"{words[:-3]}y" if words.endswith("ies") else words.removesuffix("s")


def _spelled(short: str, words: list[str], *, backwards: bool = False) -> str:
    """The fewest of the words, from one end, whose first letters spell the short form; empty where they do not."""
    letters = short.lower()
    for count in range(1, len(words) + 1):
        part = words[-count:] if backwards else words[:count]
        parts = [piece for word in part for piece in word.lower().split("-") if piece]
        telling = "".join(piece[0] for piece in parts if piece not in _PASSED_OVER)
        every = "".join(piece[0] for piece in parts)
        if letters in (telling, every) and part[0].lower() not in _PASSED_OVER and len(parts) > 1:
            return " ".join(part)
    return ""
