"""Forms of sentences that say for what end something is done, in front of the clause, behind it, or in its subject."""

import re
from dataclasses import replace

from mediaquiz.generate.asked import Asked, stated, text_of
from mediaquiz.generate.english import full_stop
from mediaquiz.generate.forms_clause import TO_NOUN
from mediaquiz.generate.forms_purpose import ask, one_thing
from mediaquiz.generate.plain import plain_clause
from mediaquiz.language.clauses import split, split_bare
from mediaquiz.language.verbs import VERBS, is_participle, readings
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_DEEDS = frozenset(
    "add adopt aggregate apply arrange assume average batch build cache calculate cast check choose collect combine"
    " compare compute convert copy discard divide drop duplicate employ encode encrypt evaluate fit flatten freeze"
    " gather group initialize insert introduce invert mask mix multiply normalize pad place pretrain project randomize"
    " record remove repeat replace reshape restrict reuse sample scale shift shuffle sort split store subtract sum test"
    " train transform transpose update wrap heat cool dry soak wash boil grind press rotate label mark store exclude"
    " simulate separate isolate".split()
)
"""What is done to a thing for an end, so that an infinitive behind it tells that end."""
_TO_END = re.compile(r"^(?P<what>[^,;:—]{4,100}?),? to (?P<verb>[a-z]+) (?P<why>[^;:—]{8,140})$")


def to_end(found: Statement, extract: Extract) -> Asked | None:
    """S does Y to do X.  →  Why does S do Y?  Where the infinitive belongs to nothing else in the sentence."""
    clause = split(text_of(found))
    if not clause or clause.helper not in {"is", "are", "does", "do"} or (clause.base and clause.base not in _DEEDS):
        return None
    match = _TO_END.match(clause.rest)
    if not match or match["verb"] not in VERBS or not plain_clause(found, extract):
        return None
    first = match["what"].split(" ")[0]
    done = clause.base or next((reading.base for reading in readings(first) if reading.form == "participle"), "")
    if (
        TO_NOUN.search(match["what"])
        or done not in _DEEDS
        or _CLAUSE.search(match["why"] if done == "assume" else f"{match['what']} {match['why']}")
    ):
        return None
    if one_thing(match["what"]) != match["what"]:
        return None
    main = replace(clause, rest=match["what"])
    stem = f"{ask('Why', main, extract)}?"
    return Asked("to-end", Recall(stem, stated(f"to {match['verb']} {match['why']}")), "purpose", 0.65)


_CLAUSE = re.compile(r"\b(?:that|which|who|is|are|was|were|has|have|can|will)\b")


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
