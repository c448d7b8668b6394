"""Rule: a comparison that names its counterparts: "like a kitchen: the cook (the model), the recipe (the prompt) …"."""

import re
from collections.abc import Iterable

from mediaquiz.extract.sentences import sentences
from mediaquiz.extract.topic import topic
from mediaquiz.model.concept import Analogy, Finding, Place
from mediaquiz.model.lesson import Lesson, Role

_CUE = re.compile(r"\b(?:like|analogy|compare|as if|think of|picture|imagine)\b", re.IGNORECASE)
_IMAGE = re.compile(r"\b(?:like|as)\s+(?P<image>(?:an?\s+|the\s+)?[A-Za-z][\w' -]{2,40}?)\s*[:,—(–]", re.IGNORECASE)
_PAIR = re.compile(r"(?:^|[,:;)—–])\s*(?P<left>[^,:;()—–]{2,70}?)\s\((?P<right>[^()]{3,40})\)(?=$|[,:;.!?)\s])")
_JOINT = re.compile(r"^(?:(?:and|but|or|so|then|also|plus|is|are)\s+)+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?|its|your)\s+", re.IGNORECASE)
_MOST_WORDS = 6
_SUBJECT = re.compile(r"^(?P<subject>[A-Z][^,;:—]{3,60}?)\s+(?:is|are|was)\b")
_WHEN = re.compile(r"\s+(?:in|since|by|as of)\s+(?:early |mid |late )?\d{4}(?:\s*[-–]\s*\d{4})?$", re.IGNORECASE)


def find(lesson: Lesson) -> Iterable[Finding]:
    """Comparisons with at least three pairs whose image and subject are both named."""
    for block in lesson.blocks:
        if block.role is not Role.PROSE:
            continue
        parts = sentences(block.text, lesson.language)
        for at, part in enumerate(parts):
            image = _IMAGE.search(part)
            if not image or not _CUE.search(part):
                continue
            pairs = tuple(dict(_pair(m) for m in _PAIR.finditer(part)).items())
            subject = _subject(parts[: at + 1]) or topic(lesson)
            if len(pairs) >= 3 and subject and all(len(left.split()) <= _MOST_WORDS for left, _ in pairs):
                yield Analogy(subject, image["image"], pairs, Place(block, block.span.start, part))


def _pair(found: re.Match[str]) -> tuple[str, str]:
    """The two sides without the words that join them to the pair before, and without articles."""
    left = _ARTICLE.sub("", _JOINT.sub("", found["left"].strip()))
    return left, _ARTICLE.sub("", found["right"].strip())


def _subject(parts: tuple[str, ...]) -> str:
    """What the paragraph speaks of: the subject of its first plain sentence."""
    for part in parts:
        if found := _SUBJECT.match(part):
            subject = _WHEN.sub("", found["subject"])
            if not re.match(r"(?:it|this|that|they|these|there|think|here|what)\b", subject, re.IGNORECASE):
                return subject
    return ""
