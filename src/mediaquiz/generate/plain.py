"""The clause of a sentence that says one thing, in general, of something that has a name."""

import re
from functools import lru_cache

from mediaquiz.generate.asked import PRONOUN, text_of
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import Clause, split
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.same import Same

_POINTS = re.compile(
    r"\b(?:it|they|them|this|these|those|such(?! as\b)|here|above|below|following|others?|another|both|same|former"
    r"|latter|he|she|him|his|her|we|us|our|you|your|my|I|one|ones|itself|themselves|certain|various|also"
    r"|too)\b"
)
_NO_THING = re.compile(
    r"(?:some|many|most|several|few|a few|all|any|each|every|no|none|neither|either|other|more|less|much|enough|certain"
    r"|various|different|what|who|how|why|where|when|if|as|because|since|although|though|while|unless|once|even|only"
    r"|just|perhaps|not|an? (?:number|variety|range|lot|set|few|couple|example|simple|common|typical|more|better"
    r"|good|great) |examples?\b|example\b|the (?:figure|table|diagram|picture|code|example|question|answer|point|idea"
    r"|issue|problem|rest|above|following|next|previous|first|second|third|last)\b)\b",
    re.IGNORECASE,
)
"""What a sentence may begin with that does not say by itself which thing it is."""
_MARKS = re.compile(r"[;:—?!]")
_LONGEST_SUBJECT = 9


def plain_clause(found: Statement, extract: Extract) -> Clause | None:
    """The clause of a sentence whose subject says by itself what it is, and whose words point nowhere; else None."""
    return _plain_clause(text_of(found), Same(extract))


@lru_cache(maxsize=64)
def _plain_clause(text: str, of: Same[Extract]) -> Clause | None:
    """What many forms ask of one sentence, one after the other."""
    clause = None if _MARKS.search(text) else split(text)
    if clause is None or not says_which(clause.subject, of.value) or _POINTS.search(clause.rest):
        return None
    return clause


def says_which(subject: str, extract: Extract) -> bool:
    """Whether a subject says by itself what it is: no pronoun, no unknown "the thing", none of many."""
    if PRONOUN.match(subject) or _NO_THING.match(subject) or _POINTS.search(subject):
        return False
    return len(subject.split(" ")) <= _LONGEST_SUBJECT and not opens_with_unknown(subject, extract)
