"""Rule: a comparison that names its counterparts: "like a kitchen: the cook (the model), the recipe (the prompt) …".

In prose a part of the image stands first and what it stands for in brackets; in a list it is the other way round.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from mediaquiz.extract.sentences import sentences
from mediaquiz.extract.topic import topic
from mediaquiz.model.concept import Analogy, Finding, Place
from mediaquiz.model.lesson import Block, Lesson, Role
from mediaquiz.text import cut_opening

_CUE = re.compile(r"\b(?:like|analogy|compare|as if|think of|picture|imagine)\b", re.IGNORECASE)
_IMAGE = re.compile(r"\b(?:like|as)\s+(?P<image>(?:an?\s+|the\s+)?[A-Za-z][\w' -]{2,40}?)\s*[:,—(–]", re.IGNORECASE)
_PAIR = re.compile(r"(?:^|[,:;)—–])\s*(?P<left>[^,:;()—–]{2,70}?)\s\((?P<right>[^()]{3,40})\)(?=$|[,:;.!?)\s])")
_JOINT = re.compile(r"^(?:(?:and|but|or|so|then|also|plus|is|are)\s+)+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?|its|your)\s+", re.IGNORECASE)
_MOST_WORDS = 6
_FEWEST_PAIRS = 3
_SUBJECT = re.compile(r"^(?P<subject>[A-Z][^,;:—]{3,60}?)\s+(?:is|are|was)\b")
_WHEN = re.compile(r"\s+(?:in|since|by|as of)\s+(?:early |mid |late )?\d{4}(?:\s*[-–]\s*\d{4})?$", re.IGNORECASE)


def find(lesson: Lesson) -> Iterable[Finding]:
    """Comparisons with at least three pairs whose image and subject are both named."""
    for at, block in enumerate(lesson.blocks):
        if block.role in _LISTS:
            yield from _in_list(block, lesson.blocks[:at], lesson)
        if block.role is not Role.PROSE:
            continue
        parts = sentences(block.text, lesson.language)
        for at, part in enumerate(parts):
            if part.count("(") < _FEWEST_PAIRS:
                continue
            image = _IMAGE.search(part)
            if not image or not _CUE.search(part):
                continue
            pairs = tuple(dict(_pair(m) for m in _PAIR.finditer(part)).items())
            subject = _subject(parts[: at + 1]) or topic(lesson)
            if len(pairs) >= _FEWEST_PAIRS and subject and all(len(left.split()) <= _MOST_WORDS for left, _ in pairs):
                yield Analogy(subject, image["image"], pairs, Place(block, block.span.start, part))


_LISTS = frozenset({Role.LIST, Role.DEFINITION})
_COUNTERPART = re.compile(r"^\W*\((?P<part>(?:(?:the|an?|its|your) )?[a-z][^()]{2,38})\)")
_A_THING = r"(?:an?|the) [\w' -]{2,40}?"
_IMAGE_END = r"(?P<image>an? [\w' -]{2,40}?)(?=[,.:;]|$)"
_LIKENED = (
    re.compile(
        rf"\b(?:think of|imagine|picture|see|treat|regard) (?P<subject>{_A_THING}) as {_IMAGE_END}", re.IGNORECASE
    ),
    re.compile(
        rf"(?:^|[.!?] )(?P<subject>{_A_THING}) (?:is|works|runs|behaves|looks) (?:(?:much|rather|just|a lot|a bit) )?"
        rf"like {_IMAGE_END}",
        re.IGNORECASE,
    ),
    re.compile(rf"\bcompare (?P<subject>{_A_THING}) (?:to|with) {_IMAGE_END}", re.IGNORECASE),
    re.compile(rf"^(?P<subject>{_A_THING}) as {_IMAGE_END}$", re.IGNORECASE),
)
"""Think of a computer as a kitchen.  A computer is like a kitchen.  A computer as a kitchen."""


def _in_list(block: Block, before: Sequence[Block], lesson: Lesson) -> Iterator[Finding]:
    """A list of parts, each with its counterpart in brackets, under words that say what is likened to what."""
    pairs = []
    for entry in block.entries:
        found = _COUNTERPART.match(entry.text.removeprefix(entry.label)) if entry.label else None
        if found:
            pairs.append((cut_opening(_ARTICLE, found["part"]), entry.label))
    if len(pairs) < _FEWEST or len(pairs) * 3 < 2 * len(block.entries):
        return
    above = [b.text for b in before if b.role is Role.PROSE and b.path == block.path]
    heads = (block.lead, *above[-1:], *reversed(block.path), lesson.title)
    likened = next((m for head in heads for pattern in _LIKENED if (m := pattern.search(head))), None)
    if likened:
        quote = "\n".join(entry.text for entry in block.entries)
        subject = re.sub(r"^(?:A|An|The)\b", lambda m: m[0].lower(), likened["subject"])
        yield Analogy(subject, likened["image"].lower(), tuple(pairs), Place(block, block.span.start, quote))


_FEWEST = 3


def _pair(found: re.Match[str]) -> tuple[str, str]:
    """The two sides without the words that join them to the pair before, and without articles."""
    left = cut_opening(_ARTICLE, cut_opening(_JOINT, found["left"].strip()))
    return left, cut_opening(_ARTICLE, found["right"].strip())


def _subject(parts: tuple[str, ...]) -> str:
    """What the paragraph speaks of: the subject of its first plain sentence."""
    for part in parts:
        if found := _SUBJECT.match(part):
            subject = _WHEN.sub("", found["subject"])
            if not re.match(r"(?:it|this|that|they|these|there|think|here|what)\b", subject, re.IGNORECASE):
                return subject
    return ""
