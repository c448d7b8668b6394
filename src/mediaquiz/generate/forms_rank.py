"""What stands first or alone: "Glutamate is the primary transmitter of …" is asked for by its rank."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, text_of
from mediaquiz.generate.english import lower_first
from mediaquiz.generate.oneclause import one_clause
from mediaquiz.language.clauses import plural_subject, split
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall, Short

_MOST = (
    r"(?:only|sole|primary|main|chief|principal|leading|first-line|number-one|key|(?:second )?most [a-z-]+"
    r"|(?:second[- ])?(?:large|small|bigg|great|high|low|long|short|strong|weak|fast|slow|simpl|heavi|light|hard|soft"
    r"|dens|old|easi|common)est|best)"
)
_RANKED = re.compile(
    rf"^(?P<one>[^,;:—]{{2,60}}?) (?P<be>is|are) (?:(?:by far|generally|usually|typically|also) )?"
    rf"(?P<what>the {_MOST} [^;:—]{{8,120}})$"
)
CUES_RANKED = (
    "only sole primary main chief principal leading first number key most largest smallest biggest greatest highest"
    " lowest longest shortest strongest weakest fastest slowest simplest heaviest lightest hardest softest densest"
    " oldest easiest commonest best"
)
_TAIL = re.compile(
    r",? (?:because|since|although|while|whereas|as it|as they|so that|so)\b.*$|, (?:which|who|and|but|so|with|as)\b.*$"
    r"|,? and (?:is|are|was|can|may|will|has|have|it|they)\b.*$"
)
_TOLD = re.compile(
    rf"^the {_MOST} (?:(?:[\w’-]+ ){{1,4}}(?:of|in|for|to|that|which|who|among|between|within|used|known|by|from) \S"
    r"|(?:[\w’-]+ ){2}[\w’-]+$)"
)
"""A rank says something where it is told among what, or of what."""
_POINTS = re.compile(
    r"\b(?:this|these|those(?! (?:that|who)\b)|such|he|she|his|her|we|our|us|your?|its?|they|them|their|here|above"
    r"|below|other|another|former|latter|following|not|today|now|current(?:ly)?|recent(?:ly)?)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    rf"^the {_MOST} (?:[a-z-]+ )?(?:thing|one|part|step|point|idea|example|reason|difference|question|problem|issue"
    r"|concern|exception|aspect|case|fact|matter|topic|subject|focus|difficulty)s?\b"
)
"""What so many things may be that the rank asks for an opinion."""
_MOST_WORDS, _TYPED = 7, 3


def ranked(found: Statement, extract: Extract) -> Asked | None:
    """X is the only (primary, strongest) N of Z.  →  What is the only N of Z?"""
    text = text_of(found)
    match, clause = _RANKED.match(text), split(text)
    if not match or not clause or clause.subject != match["one"] or PRONOUN.match(match["one"]):
        return None
    one, what = match["one"], one_clause(_TAIL.sub("", match["what"]))
    if not _TOLD.match(what) or _NOTHING.match(what) or _POINTS.search(f"{one} {what}"):
        return None
    if _OF_THE_PAGE.match(one) or len(one.split()) > _MOST_WORDS:
        return None
    if plural_subject(one) != (match["be"] == "are") and " and " not in one:
        return None
    answer = lower_first(one, extract.lesson)
    stem = f"What {'is' if _ONE_WAY.match(what) else match['be']} {what}?"
    short = len(one.split()) <= _TYPED and " and " not in one
    return Asked("ranked", Short(stem, answer) if short else Recall(stem, stated(one)), "relation", 0.8)


_ONE_WAY = re.compile(rf"^the {_MOST} (?:[a-z-]+ )?[a-rt-z-]*[a-rt-z] (?:to|of|for|in|that|people|you)\b")
"""Many things may be one: "the best way to …"."""
_OF_THE_PAGE = re.compile(r"^(?:the|an?|some|many|one|each|every|all|both|any)\b", re.IGNORECASE)
"""One that the sentences before it name, or any of many: a definition tells of those."""
