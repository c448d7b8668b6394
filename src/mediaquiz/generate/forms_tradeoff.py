"""Forms of sentences that tell what one of some parts does, why a thing is called so, and when alone it is used."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, text_of
from mediaquiz.generate.english import lower_first
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import plural_subject
from mediaquiz.language.verbs import base_of
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall
from mediaquiz.text import squash

_POINTS = re.compile(r"\b(?:this|these|those|such|here|both|another|others?|above|below)\b", re.IGNORECASE)


_PART_IS = re.compile(
    r"^the (?:first|second|third|fourth|fifth|last|other) [a-z]+ is (?:called )?(?P<article>the "
    r"|an? )?(?P<term>[a-z][\w-]*(?:"
    r" [a-z][\w-]*){0,4}),? "
    r"(?:that|which) (?P<deed>(?P<verb>[a-z]+s) [^;:—]{10,140})$",
    re.IGNORECASE,
)


def part_is(found: Statement, extract: Extract) -> Asked | None:
    """The second row is the T that does X.  →  What does T do?"""
    match = _PART_IS.match(text_of(found))
    if not match or not base_of(match["verb"]) or _POINTS.search(match["deed"]) or plural_subject(match["term"]):
        return None
    if squash(match["term"]) not in squash(found.place.block.text) or match["verb"] in {"is", "has", "does"}:
        return None
    return Asked(
        "part-is",
        Recall(f"What does {match['article'] or ''}{match['term']} do?", stated(f"it {match['deed']}")),
        "effect",
        0.75,
    )


_NAMED_FOR = re.compile(
    r"^(?:the|this) (?:method|technique|algorithm|model|approach|process|effect|rule|test|law|trick|structure|layer"
    r"|operation) is "
    r"(?:called|known as|named|termed) (?:an? |the )?(?P<term>[^,;:—]{3,40}?) (?P<why>because [^;:—]{10,160})$",
    re.IGNORECASE,
)


def named_for(found: Statement, extract: Extract) -> Asked | None:
    """The method is called T because R.  →  Why is T called so?"""
    match = _NAMED_FOR.match(text_of(found))
    if not match or _POINTS.search(match["why"]):
        return None
    return Asked("named-for", Recall(f"Why is {match['term']} called so?", stated(match["why"])), "reason", 0.8)


_ONLY_DURING = re.compile(
    r"^(?P<subject>[^,;:—]{3,60}?) (?P<be>is|are) (?P<done>used|applied|active|needed|done|performed|open|closed"
    r"|valid) "
    r"(?P<when>only (?:during|while|after|before|at) [^;:—]{4,100})$"
)


def only_during(found: Statement, extract: Extract) -> Asked | None:
    """S is used only during Y.  →  When is S used?"""
    match = _ONLY_DURING.match(text_of(found))
    if not match or PRONOUN.match(match["subject"]) or _POINTS.search(f"{match['subject']} {match['when']}"):
        return None
    if opens_with_unknown(match["subject"], extract):
        return None
    stem = f"When {match['be']} {lower_first(match['subject'], extract.lesson)} {match['done']}?"
    return Asked("only-during", Recall(stem, stated(match["when"])), "condition", 0.8)
