"""Generator: two commands that stand side by side among the key points are told apart."""

import re
from collections.abc import Iterable
from itertools import pairwise

from mediaquiz.generate.asked import both_of
from mediaquiz.generate.english import strip_stop
from mediaquiz.generate.make import candidate
from mediaquiz.language.common import COMMON
from mediaquiz.language.verbs import base_of
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_DOES = re.compile(r"^(?P<command>`[a-z][\w-]*(?: [a-z][\w-]*)?`) (?P<does>(?P<verb>[a-z]+s) [^;:]{8,140})$")
_WORD = re.compile(r"[a-z]{4,}")
_STEM = 4
_MOST = 2
"""Pairs of one lesson."""


def generate(extract: Extract) -> Iterable[Candidate]:
    """ "`x add` …" above "`x save` …", both of one matter  →  What is the difference between `x add` and `x save`?"""
    statements = [found for found in extract.findings if isinstance(found, Statement) and found.takeaway]
    points = [(found, told) for found in statements if (told := _told(found))]
    asked = 0
    for (one, first), (other, second) in pairwise(points):
        if asked < _MOST and one.place.block is other.place.block and _are_akin(first, second):
            asked += 1
            yield _pair(one, first, other, second)


def _told(found: Statement) -> re.Match[str] | None:
    match = _DOES.match(strip_stop(found.text))
    return match if match and base_of(match["verb"]) else None


def _are_akin(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two commands of one program, or two programs, act on the same things."""
    first, second = (told["command"].strip("`").split(" ") for told in (one, other))
    if len(first) != len(second) or first == second:
        return False
    shared = _stems(one["does"]) & _stems(other["does"])
    return len(shared) > 1 or (len(first) > 1 and first[0] == second[0] and len(shared) == 1)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()) if word not in COMMON)


def _pair(one: Statement, first: re.Match[str], other: Statement, second: re.Match[str]) -> Candidate:
    stem = f"What is the difference between {first['command']} and {second['command']}?"
    answer = f"{first[0]}; {second[0]}."
    return candidate(
        "command-pair",
        Recall(stem, answer),
        other.place,
        quote=f"{one.place.quote}\n{other.place.quote}",
        fact=both_of(first["command"], second["command"]),
        aspect="comparison",
        trust=0.85,
        value=0.8,
    )
