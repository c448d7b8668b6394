"""Forms of plain clauses: how something should be done, and why, what it tells whom, what it is good for."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, subject_of, text_of
from mediaquiz.generate.english import lower_first
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import Clause, plural_subject, split
from mediaquiz.language.verbs import is_infinitive, is_participle
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_POINTS = re.compile(
    r"\b(?:this|these|those|such(?! as)|it|them|they|their|its|our|we|us|he|she|here|above|below|another|other|others"
    r"|also|both|each|following|first|second|next|last|latter|former)\b",
    re.IGNORECASE,
)
_ANYBODY = re.compile(r"(?:some|many|most|several|few|one|all|every|no|any|people|you|not)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:that|which|who|whose|is|are|was|were|has|have|can|will|if|when|because|but|so|although)\b")
_MUST = re.compile(r"^(?P<who>[^,;:—]{3,60}?) (?P<must>must|should) (?P<do>[^;:—]{8,170})$", re.IGNORECASE)
_BE = re.compile(
    r"^be (?:\w+ly )?(?P<done>[a-z]+(?: out| up| down)?) (?P<how>(?P<prep>as|with|using|by|in|into|at|on|inside|within"
    r"|before|after|when|whenever|once|until|only if|if) [^;:—]{4,150})$"
)
_ASKS = {
    **dict.fromkeys("as with using by".split(), "How"),
    **dict.fromkeys("in into at on inside within".split(), "Where"),
    **dict.fromkeys(("before", "after", "when", "whenever", "once", "until", "if", "only if"), "When"),
}
_NO_PLACE = re.compile(
    r"(?:in|on|at) (?:order|terms|case|general|mind|the (?:same|end|form|way|following)|an?\b.* way\b)"
)
_SOMEBODY = re.compile(
    r"in (?:[a-z-]+ ){0,2}(?:clients|patients|people|persons|individuals|children|adults|infants|women|men)\b"
)
_BEHIND = re.compile(r", (?:so|and|but|which|because|since|as|otherwise|or|if|when|unless|preferably|even)\b.*$")


def _is_named(who: str, extract: Extract) -> bool:
    """Whether words are a subject that needs nothing of the page."""
    return not (
        PRONOUN.match(who)
        or _ANYBODY.match(who)
        or _POINTS.search(who)
        or _CLAUSE.search(who)
        or opens_with_unknown(who, extract)
    )


def _subject(who: str, extract: Extract) -> str:
    """A subject inside a question."""
    helper = "are" if plural_subject(who) else "is"
    return subject_of(Clause(who, helper, "", helper, ""), extract)


def should_be(found: Statement, extract: Extract) -> Asked | None:
    """S should be kept in Y.  →  Where should S be kept?"""
    match = _MUST.match(text_of(found))
    passive = _BE.match(_BEHIND.sub("", match["do"])) if match else None
    if not match or not passive or not _is_named(match["who"], extract):
        return None
    if not is_participle(passive["done"].split(" ")[0]) or _NO_PLACE.match(passive["how"]):
        return None
    if _POINTS.search(passive["how"].split(",")[0]):
        return None
    asks = "In whom" if _SOMEBODY.match(passive["how"]) else _ASKS[passive["prep"]]
    stem = f"{asks} {match['must']} {_subject(match['who'], extract)} be {passive['done']}?"
    return Asked("should-be", Recall(stem, stated(passive["how"])), "advice", 0.75)


TELLING_TO = frozenset("tell instruct force remind warn inform teach prompt tempt persuade encourage urge".split())
_WHOM = re.compile(
    r"^(?P<whom>[^,;:—]{2,40}?) (?P<what>(?P<not>not )?to (?P<do>[a-z]+ [^;:—]{6,140})"
    r"|(?:that|how|where|which|whether|what) [^;:—]{8,140})$"
)


def tells_to(found: Statement, extract: Extract) -> Asked | None:
    """S tells P (not) to do X. S tells P that Y.  →  What does S tell P (not) to do? What does S tell P?"""
    clause = split(text_of(found))
    match = _WHOM.match(clause.rest) if clause and clause.base in TELLING_TO and clause.helper != "did" else None
    if not clause or not match or PRONOUN.match(clause.subject) or _POINTS.search(f"{clause.subject} {match['whom']}"):
        return None
    if opens_with_unknown(clause.subject, extract) or _ANYBODY.match(clause.subject) or _CLAUSE.search(match["whom"]):
        return None
    asks = f"What {clause.helper} {subject_of(clause, extract)} {clause.base} {match['whom']}"
    if not match["do"]:
        return Asked("tells-to", Recall(f"{asks}?", stated(match["what"])), "effect", 0.8)
    if not is_infinitive(match["do"].split(" ")[0]):
        return None
    return Asked("tells-to", Recall(f"{asks} {match['not'] or ''}to do?", stated(match["do"])), "effect", 0.8)


_WAY = re.compile(
    r"^(?P<lead>in [^,;:—]{2,30}, )?(?P<what>[^,;:—]{3,60}?) (?P<be>is|are) (?:an?|one) "
    r"(?:(?:simple|common|convenient|good|useful|quick|handy|easy|compact|general|standard|popular) )?ways? "
    r"(?P<way>to (?P<verb>[a-z]+) [^;:—]{6,140}|of (?P<ing>[a-z]+ing) [^;:—]{6,140})$",
    re.IGNORECASE,
)


def way_to(found: Statement, extract: Extract) -> Asked | None:
    """T is a way to do X.  →  What is T used for?"""
    match = _WAY.match(text_of(found))
    if not match or not _is_named(match["what"], extract) or re.search(r"\b\w+ing\b", match["what"]):
        return None
    if _POINTS.search(match["way"].split(",")[0]) or len(match["what"].split()) > _LONGEST_TERM:
        return None
    what = match["what"] if match["lead"] else lower_first(match["what"], extract.lesson)
    lead = match["lead"] or ""
    stem = f"{lead}{'what' if lead else 'What'} {match['be']} {what} used for?"
    answer = match["way"] if match["verb"] else match["way"].removeprefix("of ")
    return Asked("way-to", Recall(stem, stated(answer)), "purpose", 0.75)


_LONGEST_TERM = 5


_WHICH_WILL = re.compile(
    r"^(?:(?:in|for|with|when) [^,;:—]{4,60}, )?(?P<do>(?P<verb>[a-z]+) [^;:—]{8,120}?), which "
    r"(?P<will>will [a-z]+|can [a-z]+|makes|helps|allows|lets|avoids|prevents|reduces|keeps|saves|eliminates|ensures"
    r"|means that) (?P<rest>[^;:—]{6,120})$",
    re.IGNORECASE,
)


def order_which(found: Statement, extract: Extract) -> Asked | None:
    """Do X, which will do Y.  →  Why should you do X?"""
    match = _WHICH_WILL.match(text_of(found))
    if not match or _POINTS.search(f"{match['do']} {match['rest']}") or split(match["do"]):
        return None
    if not is_infinitive(match["verb"]):
        return None
    do = match["do"][:1].lower() + match["do"][1:]
    told = stated(f"it {match['will']} {match['rest']}")
    return Asked("order-which", Recall(f"Why should you {do}?", told), "reason", 0.75)
