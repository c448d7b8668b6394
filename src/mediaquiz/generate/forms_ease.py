"""Forms of sentences that say what something makes easy or hard, and what it must not be used for."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, subject_of, text_of
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import Clause, plural_subject, split, split_bare
from mediaquiz.language.verbs import is_participle, readings
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_POINTS = re.compile(
    r"\b(?:this|these|those|such(?! as\b)|it|them|they|its|our|we|us|he|she|here|above|below|another|others?|also"
    r"|both|following|same)\b",
    re.IGNORECASE,
)
_ANYBODY = re.compile(r"(?:some|many|most|several|few|one|all|every|no|any|people|you|not|there|what)\b", re.IGNORECASE)
_EASE = re.compile(
    r"^(?P<subject>[^,;:—]{3,80}?) (?:(?P<modal>can|will) make|makes?) it "
    r"(?P<how>(?:(?:very|much|far|so|quite|also|even) )*(?:(?:more |less )?(?:easy|easier|hard|harder|possible"
    r"|impossible|difficult|simple|simpler|likely|unlikely|clear|clearer|cheap|cheaper)))"
    r"(?P<whom> for (?!(?:you|us|me|others|people|everyone|one)\b)[^,;:—]{3,40}?)?(?: for [a-z]+)?"
    r" (?P<what>(?:to (?P<verb>[a-z]+)|that) [^;:—]{6,140})$"
)
_BEHIND = re.compile(r", (?:which|who|because|since|so|and|but|as|for example|for instance)\b.*$|\. [A-Z`].*$")


def eases(found: Statement, extract: Extract) -> Asked | None:
    """S makes it easier to do Y (that Y).  →  What does S make easier?  →  To do Y."""
    match = _EASE.match(text_of(found))
    if not match or not _is_named(match["subject"], extract) or _POINTS.search(_BEHIND.sub("", match["what"])):
        return None
    if match["verb"] and not _is_infinitive(match["what"]):
        return None
    helper = match["modal"] or ("do" if plural_subject(match["subject"]) else "does")
    how = re.sub(r"^(?:(?:also|even|so) )+", "", match["how"])
    stem = f"What {helper} {_inside(match['subject'], extract)} make {how}{match['whom'] or ''}?"
    return Asked("eases", Recall(stem, stated(_BEHIND.sub("", match["what"]))), "effect", 0.75)


def _is_infinitive(words: str) -> bool:
    """Whether "to" is followed by a verb, perhaps behind an adverb."""
    verb = re.sub(r"^to (?:\w+ly )?", "", words).split(" ")[0]
    return any(reading.form == "base" for reading in readings(verb))


_NOT_USED = re.compile(
    r"^(?P<subject>[^,;:—]{3,80}?) (?P<must>should|must|cannot|can)(?: not| never)? be "
    r"(?P<done>[a-z]+) (?P<prep>for|in|into|to|with|on|by|as) (?P<what>[^;:—]{4,140})$"
)
_DENIED = re.compile(r"\b(?:(?:should|must|can) (?:not|never)|cannot) be\b")
_NO_OBJECT = re.compile(r"(?:order|general|mind|terms|case|any case|the same|this|these|a way|the way|least)\b")
_TAIL = re.compile(r",? (?:due to|because|since|as it|as they|unless|so|when|if)\b.*$")


def not_used(found: Statement, extract: Extract) -> Asked | None:
    """S must not be used for X.  →  What must S not be used for?"""
    text = text_of(found)
    match = _NOT_USED.match(text) if _DENIED.search(text) else None
    if not match or not is_participle(match["done"]) or not _is_named(match["subject"], extract):
        return None
    what = _TAIL.sub("", match["what"])
    if _POINTS.search(what) or _NO_OBJECT.match(what) or split_bare(what) or not 1 < len(what.split()) <= _MOST:
        return None
    must = "can" if match["must"] == "cannot" else match["must"]
    subject, done, prep = _inside(match["subject"], extract), match["done"], match["prep"]
    if prep in {"in", "with", "on"} and _WHO.match(what):
        stem = f"{prep.capitalize()} whom {must} {subject} not be {done}?"
    else:
        stem = f"What {must} {subject} not be {done} {prep}?"
    return Asked("not-used", Recall(stem, stated(what)), "advice", 0.75)


_WHO = re.compile(
    r"(?:[a-z]+ ){0,2}(?:clients?|patients?|people|persons?|children|infants?|women|men|adults?|individuals)\b"
)


_MOST = 18


def _is_named(subject: str, extract: Extract) -> bool:
    """Whether words are a subject that needs nothing of the page."""
    return not (
        PRONOUN.match(subject)
        or _ANYBODY.match(subject)
        or _POINTS.search(subject)
        or opens_with_unknown(subject, extract)
        or split(subject)
    )


def _inside(subject: str, extract: Extract) -> str:
    """A subject inside a question."""
    helper = "do" if plural_subject(subject) else "does"
    return subject_of(Clause(subject, helper, "", helper, ""), extract)
