"""Forms of sentences that say for what end something is done, in front of the clause, behind it, or in its subject."""

import re
from dataclasses import replace

from mediaquiz.generate.asked import Asked, stated, text_of
from mediaquiz.generate.english import full_stop
from mediaquiz.generate.forms_purpose import ask
from mediaquiz.generate.plain import plain_clause
from mediaquiz.language.clauses import split_bare
from mediaquiz.language.verbs import is_participle, readings
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_FOR_END = re.compile(
    r"^(?P<what>[a-z]+(?:ed|en|t) [^,;:—]{6,100}?) for "
    r"(?P<why>(?:[a-z-]+ ){0,2}[a-z]+(?:tion|ing|ment|sion|ance|ency))$"
)


def for_end(found: Statement, extract: Extract) -> Asked | None:
    """S is applied to Y for regularization.  →  Why is S applied to Y?"""
    clause = plain_clause(found, extract)
    match = _FOR_END.match(clause.rest) if clause and clause.helper in {"is", "are"} else None
    if not clause or not match or not is_participle(match["what"].split(" ")[0]):
        return None
    if re.match(r"(?:used|needed|required|known|named|responsible|suited|intended|designed)\b", match["what"]):
        return None
    stem = f"{ask('Why', replace(clause, rest=match['what']), extract)}?"
    return Asked("for-end", Recall(stem, stated(f"for {match['why']}")), "purpose", 0.65)


_GOOD = frozenset(
    "avoid prevent enable ensure simplify reduce improve save protect help allow let eliminate facilitate guarantee"
    " preserve minimize speed lower strengthen".split()
)
_EASIER = re.compile(
    r"^(?:it |[^,;:—]{3,60} )(?:(?:much|far|very|so) )?"
    r"(?:easy|easier|possible|simple|simpler|clearer|safer|faster|cheaper|more [a-z]+)\b"
)
_EXAMPLE = re.compile(r", (?:for (?:example|instance)|such as|e\.g\.) [^;:]*$")
_IT = re.compile(r"^it (?=.* (?:to|that) )")
"""What stands for the words behind it: "makes it easier to …"."""


def doing_helps(found: Statement, extract: Extract) -> Asked | None:
    """Doing X prevents Y.  →  Why should you do X?  →  It prevents Y."""
    text = text_of(replace(found, text=_EXAMPLE.sub(".", found.text)))
    first = text.partition(" ")[0].lower()
    if not first.endswith("ing"):
        return None
    found_as = readings(first)
    base = next((reading.base for reading in found_as if reading.form == "ing"), "")
    clause = split_bare(text) if base else None
    if not clause or clause.helper not in {"does", "can"} or len(clause.subject.split()) < _TOLD:
        return None
    verb, rest = (clause.base, clause.rest) if clause.base else clause.rest.partition(" ")[::2]
    good = verb in _GOOD or (verb == "make" and _EASIER.match(rest))
    if not good or _OTHERS.search(f"{clause.subject} {_IT.sub('', rest)}") or len(rest.split()) < _SAID:
        return None
    deed = clause.subject.partition(" ")[2]
    answer = full_stop(f"It {clause.verb} {clause.rest}")
    return Asked("doing-helps", Recall(f"Why should you {base} {deed}?", answer), "reason", 0.75)


_OTHERS = re.compile(r"\b(?:it|they|them|this|these|those|such|we|us|our|one|I|my)\b", re.IGNORECASE)
_TOLD, _SAID = 3, 2
