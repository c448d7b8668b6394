"""The thing that a section is about, put in front of a question that does not name it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from mediaquiz.generate.articles import articles
from mediaquiz.generate.asked import Asked
from mediaquiz.generate.english import heading_phrase, is_noun_phrase, lower_first, singular
from mediaquiz.generate.known import is_everyday
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall
from mediaquiz.model.same import Same
from mediaquiz.text import squash

_MEANS = frozenset("how-you if-you".split())
"""What "you" do, of which the section says with what."""
_NAMED = re.compile(r"`|\b[A-Z]{2,}|(?<=[a-z,] )[A-Z]|\$")
_LED = re.compile(r"^(?:In|With|For|On|At|Within|Under|During|After|Before) ")
_MARKS = re.compile(r"^\((?P<inside>[^()]+)\)$")
_BEHIND = re.compile(r" \([^()]*\)$")
_MOST_WORDS, _STEM = 3, 6


def in_its_setting(asked: Asked, found: Statement, extract: Extract) -> Asked:
    """The question with its section's thing in front, where that says with what something is done, or in what.

    Otherwise, and where no heading names a thing, the question as it stands.
    """
    content = asked.content
    if not isinstance(content, Recall) or _LED.match(content.stem) or _NAMED.search(content.stem):
        return asked
    path, title = found.place.block.path[-1:], (extract.lesson.title,)
    if asked.form in _MEANS:
        joint, thing = "With", _thing(path, content.stem, extract)
    elif _is_of_anything(content):
        joint, thing = "With", _thing(path + title, content.stem, extract)
    else:
        joint, thing = "In", _thing(path, content.stem, extract)
        thing = thing if _is_part_of(thing, content) or _is_school(thing, extract) else ""
    if not thing or (joint == "With" and squash(thing) in squash(content.answer)):
        return asked
    stem = lower_first(content.stem, extract.lesson)
    if stem[:1].isupper():
        return asked  # a name, which says enough
    return replace(asked, content=replace(content, stem=f"{joint} {thing}, {stem}"))


_PLAIN_DOER = re.compile(r"^How (?:can|do) (?P<doer>[a-z]+s) [a-z]+")


def _is_of_anything(content: Recall) -> bool:
    """Whether it asks how plain things do something, of which only the lesson says where: "inputs", "results"."""
    doer = _PLAIN_DOER.match(content.stem)
    return doer is not None and is_everyday(doer["doer"])


def _is_part_of(thing: str, content: Recall) -> bool:
    """Whether the answer speaks of "the pump" where the section on pumps says of which."""
    the = f"the {singular(thing)}"
    return bool(thing) and the in content.answer and re.search(rf"\b{re.escape(the)}\b", content.answer) is not None


_SCHOOL = re.compile(r"(?:[a-z]ism|\bsociet(?:y|ies)|\beconom(?:y|ies)|\bcultures?)$", re.IGNORECASE)


def _is_school(thing: str, extract: Extract) -> bool:
    """Whether all that is said below a heading holds in it alone: a school of thought, a kind of society."""
    if not thing or thing.lower() == extract.topic.lower():
        return False
    if _SCHOOL.search(thing):
        return True
    named = re.escape(thing.removeprefix("the "))
    return re.search(rf"\b[Tt]he {named} (?:school|tradition|system|philosophers?)\b", extract.lesson.text) is not None


def _thing(heads: Sequence[str], stem: str, extract: Extract) -> str:
    """The first thing, known to the lesson as a term, that a heading names; empty where the question has its words."""
    for head in heads:
        bare = _BEHIND.sub("", _unmarked(head.strip()))
        phrase = heading_phrase(bare, extract.lesson)
        words = squash(phrase).split()
        if 0 < len(words) <= _MOST_WORDS and is_noun_phrase(bare) and _is_thing(phrase, extract):
            return (
                ""
                if any(word[:_STEM].rstrip("s") in squash(stem) for word in words)
                else _with_article(phrase, extract)
            )
    return ""


def _unmarked(head: str) -> str:
    """A heading without the brackets around it."""
    found = _MARKS.match(head)
    return found["inside"] if found else head


def _with_article(phrase: str, extract: Extract) -> str:
    used = articles(phrase, extract.lesson.text).most_common(1)
    return f"{used[0][0]} {phrase}".strip() if used else phrase


def _is_thing(phrase: str, extract: Extract) -> bool:
    """Whether a heading's words are a term of the lesson, or what the whole lesson is about."""
    return squash(phrase).rstrip("s") in _things(Same(extract))


@lru_cache(maxsize=2)
def _things(of: Same[Extract]) -> frozenset[str]:
    """The title and the terms of a lesson, squashed, in the singular, roughly."""
    names = ((c.kind, name) for c in of.value.concepts for name in (c.term, *c.aliases))
    known = (name for kind, name in names if kind == "term" or " " in name)
    title = _BEHIND.sub("", of.value.lesson.title)
    return frozenset(squash(name).rstrip("s") for name in (title, *known))
