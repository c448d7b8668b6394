"""Forms of sentences that say what moves another thing, and which way: both things stand in the question."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, subject_of, text_of
from mediaquiz.generate.forms_purpose import one_thing, verb_of
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import plural_subject, split
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

MOVING = frozenset(
    "increase decrease reduce raise lower weaken strengthen improve worsen slow limit boost accelerate inhibit"
    " stimulate enhance impair diminish shorten lengthen widen narrow deepen stabilize suppress dampen amplify hinder"
    " restrict undermine erode speed".split()
)
"""Verbs that say which way a thing is moved."""
_MODALS = frozenset("can will".split())
_NO_THING = re.compile(
    r"^(?:it|them|him|her|us|you|by|to|in|at|from|with|as|on|over|when|if|because|how|that|what|whether|not|only"
    r"|\w+ing|\d)\b"
)
_OPEN_END = re.compile(r" (?:of|for|with|to|in|on|at|by|and|or|from|that|which|down|up|off|out|away|over)$")
_ENDS = re.compile(
    rf",| (?:and|or) (?=(?:{'|'.join(sorted(MOVING))})s?\b)"
    r"| (?:by|through|when|if|because|so that|to the point|at every|at any|to (?=[a-z]+ )) "
)
_NOT_MOVED = re.compile(r"\b(?:questions?|issues?|concerns?|awareness|children|money|funds|hands?|doubts?)$")
"""What is raised without going up."""
_ANY_OF = re.compile(r"(?:some|many|most|several|other|certain|various)\b", re.IGNORECASE)
_LONGEST = 9


def affects(found: Statement, extract: Extract) -> Asked | None:
    """S raises (can raise) O.  →  How does (can) S affect O?  →  It raises it."""
    clause = split(text_of(found))
    verb = verb_of(clause) if clause else None
    if not clause or not verb or verb[0] not in MOVING or (clause.base == "" and clause.verb not in _MODALS):
        return None
    if clause.helper == "did" or PRONOUN.match(clause.subject) or opens_with_unknown(clause.subject, extract):
        return None
    thing = _ENDS.split(one_thing(verb[1]))[0]
    known = not (
        _ANY_OF.match(clause.subject)
        or _NOT_MOVED.search(thing)
        or _NO_THING.match(thing)
        or _OPEN_END.search(thing)
        or opens_with_unknown(thing, extract)
        or thing.partition(" ")[0].endswith("ly")
    )
    if (
        not known
        or ":" in thing
        or len(thing.split()) not in range(2, _LONGEST + 1)
        or re.search(r"\b(?:its|their|than)\b", thing)
    ):
        return None
    what = "them" if plural_subject(thing) else "it"
    it = "They" if plural_subject(clause.subject) else "It"
    deed = clause.verb if clause.base else f"{clause.verb} {verb[0]}"
    stem = f"How {clause.helper} {subject_of(clause, extract)} affect {thing}?"
    return Asked("affects", Recall(stem, f"{it} {deed} {what}."), "effect", trust=0.62)
