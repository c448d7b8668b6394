"""Forms of sentences that tell a result behind its reason: "X, so Y"; and of those whose second clause takes up the
subject of the first: "Because S is X, it does Y", "S is X, so it does Y".
"""

import re

from mediaquiz.generate.asked import Asked, stated, subject_of, text_of
from mediaquiz.generate.dangling import NEGATED, NOT_ENDING, dangles, is_bare
from mediaquiz.generate.english import full_stop, lower_first
from mediaquiz.language.clauses import plural_subject, split_bare
from mediaquiz.language.verbs import base_of
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_IN_FRONT = re.compile(
    r"^(?P<join>because|since) (?P<why>[^,;:—]{6,120}), (?P<it>it|they) (?:also )?(?P<does>[^;:—]{8,140})$",
    re.IGNORECASE,
)
_LEAD = r"(?P<lead>(?:in|under|at|for|on|within|with|by) [^,;:—]{3,40}, )?"
_SO_IT = re.compile(
    rf"^{_LEAD}(?P<why>[^,;:—]{{10,140}}?)(?:,? and|,) (?:so|therefore|hence|thus) (?P<it>it|they) (?:also )?"
    r"(?P<does>[^,;:—]{8,140})(?:, (?:and|but|which) [^;:—]+)?$",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\b(?:this|these|those|such|it|its|they|their|them|his|her)\b", re.IGNORECASE)
_POINTS_AWAY = re.compile(r"\b(?:this|these|those|such|his|her|you|we|our)\b", re.IGNORECASE)
_OF_NOTHING = re.compile(
    r"(?:(?:is|was|becomes?|seems|may be|can be|might be) (?:\w+ly )?[a-z]+ (?:to|that|for|how)\b"
    r"|(?:makes sense|follows|seems|takes|helps|pays)\b)"
)
"""What "it" does where it stands for no thing: "it is hard to tell"."""
_PERFECT = re.compile(r"\b(?:has|have|had|was|were|did)\b|\b(?:since|ever|already)\b")
_OTHER_THING = re.compile(r"\b(?:an?|the|one|each|every|any|another)\b")


def named_in_front(text: str, found: Statement, extract: Extract) -> Asked | None:
    """Because S is X, it does Y.  →  S does Y. Why?  Only where "it" can be nothing but S.

    "Since" tells a reason where the second clause is of the present: of a time it would say "has done".
    """
    match = None if text[:11].lower() == "because of " else _IN_FRONT.match(text)
    if not match or (match["join"].lower() == "since" and _PERFECT.search(match["does"])):
        return None
    return _named(match, found, extract)


def _named(match: re.Match[str], found: Statement, extract: Extract) -> Asked | None:
    """The question for the second clause, with the subject of the first for its pronoun."""
    clause = split_bare(match["why"])
    if not clause or dangles(clause.subject, found, extract) or _POINTS_AWAY.search(match["why"]):
        return None
    it = match["it"].lower()
    if plural_subject(clause.subject) != (it == "they") or _POINTS.search(match["does"]):
        return None
    if clause.helper == "did":
        return None  # "hops added at the end keep their oils": added is no verb there
    if _OF_NOTHING.match(match["does"]) or NOT_ENDING.search(match["does"]):
        return None
    said = match["why"][len(clause.subject) :]
    inner = re.sub(r"^ (?:is|are) (?:an?|the)\b", "", said)
    if it == "it" and _OTHER_THING.search(inner):
        return None  # another thing stands nearer
    what = " ".join((clause.subject, match["does"]))
    return Asked("because", Recall(f"{stated(what)} Why?", full_stop(f"Because {it}{said}")), "reason")


_NO_SUBJECT = re.compile(
    r"[<>=≤≥+]|(?:\w+ing|is|are|was|were|can|could|will|would|may|must|should|has|have)\b", re.IGNORECASE
)
_WHICH_IS_WHY = re.compile(r"^(?P<why>[^;:—]{12,160}?), which is why (?P<what>[^;:—]{8,160})$")
_SO = re.compile(
    rf"^(?P<why>{_LEAD}[^,;:—]{{12,120}}),(?: and)? (?:so|therefore|hence|thus) (?!that\b)(?P<what>[^;:—]{{8,140}})$",
    re.IGNORECASE,
)
_SO_MUST = re.compile(
    r"^(?P<why>[^,;:—]{12,120}) so (?P<what>(?!that\b|far\b)[^,;:—]{3,60} (?:should|must|cannot) [^,;:—]{5,120})"
    r"(?:, and (?:it|they) [^;:—]+)?$"
)


def consequence(found: Statement, extract: Extract) -> Asked | None:
    """X, so Y.  →  Why Y?  →  Because X.  Only where Y stands alone: "What follows?" would have many answers."""
    text = text_of(found)
    if taken_up := _SO_IT.match(text):
        return _named_behind(taken_up, found, extract)
    match = _SO.match(text) or _SO_MUST.match(text) or _WHICH_IS_WHY.match(text)
    if not match or dangles(match["why"], found, extract) or re.search(r"\b(?:you|we|let's|I)\b", match["what"]):
        return None
    if _NO_SUBJECT.match(match["what"]) or base_of(match["what"].split(" ")[0]) or NOT_ENDING.search(match["what"]):
        return None  # the subject of "…, so needs a copy" is the other clause's
    if _NO_REASON.match(match["why"]):
        return None
    if dangles(match["what"], found, extract) or _LEANS_BACK.search(match["what"]) or is_bare(match["what"]):
        return None
    answer = full_stop(f"Because {lower_first(match['why'], extract.lesson)}")
    return Asked("because", Recall(_why(match["what"], extract), answer), "reason", 0.75)


def _named_behind(match: re.Match[str], found: Statement, extract: Extract) -> Asked | None:
    """S is X, so it does Y.  →  Why does S do Y?"""
    asked = None if _NO_REASON.match(match["why"]) else _named(match, found, extract)
    if not asked or not isinstance(asked.content, Recall):
        return None
    what = asked.content.stem.removesuffix(". Why?")
    why = asked.content.answer.removeprefix("Because ")
    lead = match["lead"][:1].lower() + match["lead"][1:] if match["lead"] else ""
    answer = full_stop(f"Because {lead}{why}")
    return Asked("because", Recall(_why(what, extract), answer), "reason", 0.75)


_NO_REASON = re.compile(
    r"(?:at least|if|when|as|while|because|since|and|but)\b|.*\bwhich (?:is|are|was)\b|.*\bespecially as\b",
    re.IGNORECASE,
)
_LEANS_BACK = re.compile(
    r"^(?:only|nothing|everything|nobody|the (?:rest|others?))\b"
    r"|\b(?:it|its|them|they|their|this|these|those|such|too(?! [a-z]+ (?:to|for)\b)|also|then|instead|both|another"
    r"|others?)\b"
    r"|, (?:and|but|so|which|whereas|while) ",
    re.IGNORECASE,
)
"""What a result takes up from its cause, or a second result behind the first."""


def _why(what: str, extract: Extract) -> str:
    """The question for the reason of a fact: "Why can S do X?"; the fact itself where its verb is in doubt."""
    clause = split_bare(what)
    if not clause or clause.adverb or NEGATED.search(what):
        return f"{stated(what)} Why?"
    verb = f"{clause.base} " if clause.base else ""
    return f"Why {clause.helper} {subject_of(clause, extract)} {verb}{clause.rest}".rstrip() + "?"
