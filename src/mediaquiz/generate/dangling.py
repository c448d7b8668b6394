"""Whether a clause says by itself what it speaks of, and says enough to be asked alone."""

import re

from mediaquiz.generate.asked import PRONOUN
from mediaquiz.generate.known import is_bare_unknown, opens_with_unknown
from mediaquiz.language.verbs import base_of
from mediaquiz.model.concept import Extract, Statement

NEGATED = re.compile(r"\b(?:not|never|no longer|cannot)\b|n['’]t\b", re.IGNORECASE)
NOT_ENDING = re.compile(
    r"\b(?:there|here|instead|and|or|but|just|only|simply|merely|solely|perhaps|maybe|probably|especially|particularly|not|is|are|caused"
    r"|occurs?)$"
    r"|\bthat(?: \w+)?$"
)
"""Ends of a clause that goes on behind them."""


def dangles(clause: str, found: Statement, extract: Extract) -> bool:
    """Whether a clause speaks of something that only the sentences around it name; a takeaway has none around it."""
    if re.match(r"(?:for (?:example|instance)|say)\b", clause, re.IGNORECASE):
        return True
    if re.match(r"\w+s (?:an?|the|any|all|each|every|one)\b", clause) and base_of(clause.split(" ")[0].lower()):
        return True  # its subject was a link or a number that the page's text has lost
    unknown = is_bare_unknown if found.takeaway else opens_with_unknown
    return PRONOUN.match(clause) is not None or unknown(clause, extract)


_LITTLE = re.compile(
    r"^(?:an?|the|is|are|was|were|has|have|be|been|do|does|did|can|may|will|would|could|should|might|must|very|so|more"
    r"|most|used)$"
)
_FEWEST_SAID = 3


def is_bare(what: str) -> bool:
    """Whether a clause says too little to be asked alone: "Tin is used", "Roads were straight"."""
    return sum(not _LITTLE.match(word.lower()) for word in what.split(" ")) < _FEWEST_SAID
