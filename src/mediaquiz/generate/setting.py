"""The thing that a section is about, put in front of a question that does not name it."""

import re
from dataclasses import replace

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.english import heading_phrase, is_noun_phrase, lower_first
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall
from mediaquiz.text import squash

_MEANS = frozenset("how-you how-can if-you".split())
"""What "you" do, of which the section says with what."""
_NAMED = re.compile(r"`|\b[A-Z]{2,}|(?<=[a-z,] )[A-Z]|\$")
_LED = re.compile(r"^(?:In|With|For|On|At|Within|Under|During|After|Before) ")
_MARKS = re.compile(r"^\((?P<inside>[^()]+)\)$")
_BEHIND = re.compile(r" \([^()]*\)$")
_PLAIN = frozenset(
    "summary introduction overview background motivation exercises discussion conclusion example examples basics"
    " implementation training model data dataset algorithm algorithms method methods results setup usage more details"
    " notes recap review preview prerequisites resources".split()
)
_MOST_WORDS = 3


def in_its_setting(asked: Asked, found: Statement, extract: Extract) -> Asked | None:
    """The question with its section's thing in front, where it asks what "you" do and names no thing of its own.

    None where no heading tells the thing and no term of the lesson stands in the question.
    """
    content = asked.content
    if asked.form not in _MEANS or not isinstance(content, Recall) or _LED.match(content.stem):
        return asked
    if _NAMED.search(content.stem):
        return asked
    if thing := _thing(found, content.stem, extract):
        stem = f"With {thing}, {lower_first(content.stem, extract.lesson)}"
        return replace(asked, content=replace(content, stem=stem))
    return asked if _holds_term(content.stem, extract) else None


def _thing(found: Statement, stem: str, extract: Extract) -> str:
    """The thing that the nearest heading, else the title, names; empty where it is none, or the question has it."""
    for head in (*found.place.block.path[-1:], extract.lesson.title):
        bare = _BEHIND.sub("", _MARKS.sub(r"\g<inside>", head.strip()))
        phrase = heading_phrase(bare, extract.lesson)
        words = squash(phrase).split()
        if not 0 < len(words) <= _MOST_WORDS or not is_noun_phrase(bare) or not _PLAIN.isdisjoint(words):
            continue
        return "" if any(word.rstrip("s") in squash(stem) for word in words) else phrase
    return ""


def _holds_term(stem: str, extract: Extract) -> bool:
    """Whether a term of two words or more stands in the question."""
    asked = squash(stem)
    return any(" " in concept.term and squash(concept.term) in asked for concept in extract.concepts)
