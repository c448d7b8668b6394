"""Forms of sentences that say what moves another thing, and which way: both things stand in the question."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, subject_of, text_of
from mediaquiz.generate.forms_purpose import one_thing, verb_of
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.generate.results import named_result
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


_RESULT_OF = re.compile(
    r"^(?:as a (?:result|consequence) of|because of|due to|following|owing to|thanks to) (?P<cause>[^,;:—]{6,90}), "
    r"(?P<then>[^;:—]{10,170})$",
    re.IGNORECASE,
)


def result_of(found: Statement, extract: Extract) -> Asked | None:
    """As a result of X, S falls.  →  What happens to S as a result of X?"""
    match = _RESULT_OF.match(text_of(found))
    if not match or PRONOUN.match(match["cause"]) or opens_with_unknown(match["cause"], extract):
        return None
    if re.search(r"\b(?:this|these|those|such|its|their|all|both|each)\b", match["cause"]):
        return None
    named = named_result(match["then"], f"as a result of {match['cause']}", extract)
    return Asked("result-of", Recall(f"{named[0]}?", named[1]), "effect", trust=0.75) if named else None


_ONLY = re.compile(
    r"^(?P<what>[^,;:—]{8,110}?) (?P<when>only (?:after|when|if|once|until|during|at|in|for|with|by) [^;:—]{6,120})$"
)


def only_when(found: Statement, extract: Extract) -> Asked | None:
    """S does X only after Y.  →  When does S do X?"""
    match = _ONLY.match(text_of(found))
    clause = split(match["what"]) if match else None
    if not match or not clause or PRONOUN.match(clause.subject) or opens_with_unknown(clause.subject, extract):
        return None
    word = {"with": "How", "by": "How", "for": "For whom or what"}.get(match["when"].split(" ")[1], "When")
    if word.startswith("For") or re.search(r"\b(?:that|which|who|not|but)\b", clause.rest):
        return None
    verb = f"{clause.base} " if clause.base else ""
    adverb = f"{clause.adverb} " if clause.adverb else ""
    stem = f"{word} {clause.helper} {subject_of(clause, extract)} {adverb}{verb}{clause.rest}?"
    return Asked("only-when", Recall(stem, stated(match["when"])), "condition", trust=0.8)
