"""What a sentence gives a name to: a whole clause, a thing by its owner, some of a kind."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, text_of
from mediaquiz.generate.english import lower_first
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import split
from mediaquiz.language.verbs import base_of
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Short

_CALLED = (
    r"(?:(?:often|also|commonly|sometimes|usually|typically|generally|thus|therefore|then) )?"
    r"(?:called|known as|termed|referred to as|dubbed)"
)
_TERM = r"(?:an? |the )?[“\"]?(?P<term>[\w’'-]+(?: [\w’'-]+){0,3}?)[”\"]?"
_SUMS_UP = (
    r"(?:result|process|practice|phenomenon|effect|technique|method|approach|condition|situation|strategy|procedure"
    r"|behavior|behaviour|tendency|reaction|event|problem|error|mistake)"
)
_WHEN = re.compile(
    rf"^(?:when|whenever|if) (?P<clause>[^;:—]{{12,150}}), (?:this(?: {_SUMS_UP})?|the {_SUMS_UP}) is {_CALLED} {_TERM}"
    r"(?: of [^,;:—]{3,40})?$",
    re.IGNORECASE,
)
_AND_THIS = re.compile(
    rf"^(?P<clause>[^;:—]{{20,190}})(?:; (?:this(?: {_SUMS_UP})?|the {_SUMS_UP}) is|, an? (?:[a-z-]+ )?{_SUMS_UP}) "
    rf"{_CALLED} {_TERM}$",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:this|these|those(?! (?:that|who)\b)|such|he|she|his|her|here|the above|another|others|former|latter)\b",
    re.IGNORECASE,
)
_NO_CASE = re.compile(
    r"^(?:if|when|although|while|because|since|as|in|many|some|most|several|second|first)\b|\bwhich\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_LONGEST = 32


def called_when(found: Statement, extract: Extract) -> Asked | None:
    """When C, this is called T.  C, a practice known as T.  →  What do you call it when C?"""
    text = text_of(found)
    match = _WHEN.match(text)
    told = match or _AND_THIS.match(text)
    if not told or (not match and (_NO_CASE.search(told["clause"]) or not split(told["clause"]))):
        return None
    clause = lower_first(told["clause"], extract.lesson)
    if _POINTS.search(clause) or (PRONOUN.match(clause) and not clause.startswith("you ")):
        return None
    if opens_with_unknown(clause, extract) or len(clause.split()) > _LONGEST:
        return None
    return _named(f"What do you call it when {clause}?", told["term"])


_ITS = re.compile(
    rf"^(?P<thing>[^,;:—]{{12,150}}?) is {_CALLED} (?:its|their|your|an? [a-z]+[’']s) {_TERM}"
    r"(?:,? and (?:is|are|can|has|have|may|it|will) [^;:—]*)?$",
    re.IGNORECASE,
)


def called_its(found: Statement, extract: Extract) -> Asked | None:
    """The way a set is ordered is called its T.  →  What do you call the way a set is ordered?"""
    match = _ITS.match(text_of(found))
    if not match or _POINTS.search(match["thing"]) or PRONOUN.match(match["thing"]):
        return None
    return _named(f"What do you call {lower_first(match['thing'], extract.lesson)}?", match["term"])


_SOME = re.compile(
    r"^(?:some|certain) (?P<kind>(?:[a-z-]+ )?[a-z-]+s)(?:, [^,;:—]{3,50},)? (?P<does>[^,;:—]{8,100}?),? and "
    rf"(?:are|is) (?:thus |therefore |hence )?{_CALLED} {_TERM}$",
    re.IGNORECASE,
)


def some_called(found: Statement, extract: Extract) -> Asked | None:
    """Some Ns do A and are called T.  →  What are Ns called that do A?"""
    match = _SOME.match(text_of(found))
    if not match or _POINTS.search(match["does"]):
        return None
    verb = match["does"].split(" ")[0]
    if verb not in {"have", "are", "can"} and base_of(verb) != verb:
        return None
    return _named(f"What are {match['kind'].lower()} called that {match['does']}?", match["term"])


_CUT = re.compile(r"\b(?:and|or|because|when|if|that|which|by|after|in|for|to|as|from|with)\b|^(?:one|it|such|so)\b")
_SHORT = 3


def _named(stem: str, term: str) -> Asked | None:
    """The question, where what answers it is a name and no word of it stands in the question."""
    words = [word.lower()[:5] for word in term.split(" ") if len(word) > _SHORT]
    own = words[:-1] or words  # "polar" of "polar molecules"
    if _CUT.search(term) or not own or any(word in stem.lower() for word in own):
        return None
    return Asked("what-called", Short(stem, term), "definition", 0.85, term)


NAMING = frozenset((called_its, called_when, some_called))
"""What they are called is all that their sentences are about, however these open."""
