"""A sentence that goes on about the subject of the one before: "It …", "They …", where that can only be meant."""

import re
from collections.abc import Iterable

from mediaquiz.language.clauses import halves, plural_subject, split
from mediaquiz.text import cut_opening, squash

_GOES_ON = re.compile(
    r"^(?:(?:however|moreover|furthermore|in addition|therefore|thus|in practice|typically|usually), )?"
    r"(?P<pronoun>it|they) (?P<rest>.+)$",
    re.IGNORECASE,
)
_JUDGED = (
    "easy|easier|hard|harder|difficult|possible|impossible|important|useful|necessary|common|good|best|better|worth"
    "|clear"
    "|likely|unlikely|tempting|natural|reasonable|enough|sufficient|customary|helpful|wise|convenient|desirable"
    "|imperative|essential|crucial|vital|known|said|thought|believed|true|obvious|safe|cheaper|time|up"
)
_EMPTY = re.compile(
    rf"(?:is|was|would be|will be|may be|might be|can be|becomes?) (?:\w+ly |not |also |so |very |often |sometimes )*"
    rf"(?:{_JUDGED})\b|(?:takes|turns out|seems|follows|appears|happens|helps|pays|costs|makes sense|comes|goes|remains"
    r"|depends)\b|is (?:because|what|when|why|how)\b",
    re.IGNORECASE,
)
"""What follows an "it" that stands for a clause."""
_ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
_POINTS = re.compile(r"\b(?:this|these|those|such|above|below|we|our|us)\b", re.IGNORECASE)
_IS_ALSO = re.compile(r"(?:is|are) (?:an?|the) ")
_LONGEST = 5
_LEAD = re.compile(
    r"^(?:in|for|on|with|at|during|under|within|unlike|like|by default|however|typically)\b[^,;:]{0,60}, (?P<next>\w)",
    re.I,
)
_NAMES = re.compile(
    r"(?:the |an? )?`[^`]+`(?: [a-z]+)?$|(?:the )?(?:[A-Z]{2,}|[A-Z]?[a-z]+[A-Z]\w*|\w+-\d+)(?: [a-z]+)?$"
    r"|(?!(?:the|this|these|some|many|most|all|several|other|such|both|each|every|no|our|your|his|her|its|their|another"
    r"|more|fewer|one|two|three|few|any|only|being|having)\b)(?:an? )?[\w-]+ [\w-]+$",
    re.IGNORECASE,
)
"""Subjects that name a thing by themselves: a piece of code, a short form, a noun with what tells it apart."""


def _upper(found: re.Match[str]) -> str:
    return found["next"].upper()


def continued(before: str, sentence: str, names: Iterable[str]) -> str:
    """The sentence with the subject of the one before for its pronoun; empty where another thing could be meant.

    The subject has to be one of ``names`` (what the section is about, or a term that its author set off), or to name
    a thing by itself.
    """
    found = _GOES_ON.match(sentence)
    clause = split(_LEAD.sub(_upper, before)) if found else None
    if not found or not clause or _EMPTY.match(found["rest"]) or halves(before):
        return ""
    if clause.helper in {"is", "are"} and _IS_ALSO.match(found["rest"]):
        return ""  # what it is was said; this is what it is likened to
    subject, plural = clause.subject, plural_subject(clause.subject)
    if (
        plural != (found["pronoun"].lower() == "they")
        or len(subject.split()) > _LONGEST
        or _POINTS.search(found["rest"])
    ):
        return ""
    name = squash(cut_opening(_ARTICLE, subject)).removesuffix("s")
    known = any(squash(cut_opening(_ARTICLE, other)).removesuffix("s") == name for other in names)
    if not name or not (known or _NAMES.match(subject)):
        return ""
    return f"{subject[:1].upper()}{subject[1:]} {found['rest']}"
