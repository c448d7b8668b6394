"""Form of sentences that say what happens, or what to do, under a condition."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, in_topic, stated, text_of
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import split_bare
from mediaquiz.language.verbs import OTHERS_TOO, VERBS, base_of
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_WHEN = re.compile(
    r"^(?P<join>as|when|if|once|whenever) (?P<cause>[^,;:—]{3,110}), (?P<then>[^;:—]{6,180})(?=;|$)", re.IGNORECASE
)
_PLACE = re.compile(
    r"^(?P<place>(?:at|in|on|during|after|before|for|with|under) [^,]{3,40}), (?P<then>.+)$", re.IGNORECASE
)
_NO_CLAUSE = re.compile(
    r"^(?:(?:of|an?|the|you|we|in|with|for|if|though|yet|shown|mentioned|noted|already|well|long|soon|much|many|not)\b)",
    re.IGNORECASE,
)
"""What makes "as" another word than the one of a condition: as of, as a rule, as for, as if, as well …"""
_PARTICIPLE = re.compile(r"^\w{2,}(?:ing|ed|en|wn)$", re.IGNORECASE)
_OPEN_END = re.compile(r" (?:at|of|in|to|for|with|by|like|as)$")
_SPOKEN_TO = re.compile(
    r"\b(?:you|your) (?:want|would|need|wish|like|are using|operating|computer|have (?:a|an|any|not))\b|\byou(?:'d|’d)"
)
_CUT_LIST = re.compile(
    r"^(?:or|and|but|nor|like|such as|especially|say|so that|despite|although|though|even|because|while|where|which)\b"
    r"|^\w+ing\b[^,]*, (?:it|they|the|an?)\b|^[\w-]+, (?:or|and) |^[\w’' -]{3,40}, (?:and|or) [\w’' -]{3,40}, ",
    re.IGNORECASE,
)
"""A main clause that begins like this is no main clause: the comma before it was one of a list."""
_UNREAL = re.compile(r"\b(?:were|had been|would)\b")
_AUXILIARIES = frozenset("is are was were has have had can will does do did may must".split())
_ORDERED = frozenset(
    "add ask avoid build change check choose compare cut do find fix give keep look make measure move place prefer put"
    " reduce remove replace start stop take test treat try turn use wait write".split()
)


def condition(found: Statement, extract: Extract) -> Asked | None:
    """As X, Y.  →  What happens as X?  —  When X, do Y.  →  What should you do when X?"""
    match = _WHEN.match(re.sub(r"\s\([^()]*\)", "", text_of(found)))
    if not match or not _is_clause(match["join"].lower(), match["cause"]):
        return None
    then = re.sub(r"^then ", "", match["then"])
    if not _is_main_clause(then):
        return None
    when = f"{match['join'].lower()} {match['cause']}"
    if place := _PLACE.match(then):
        when, then = f"{when}, {place['place']}", place["then"]
    return Asked("condition", Recall(f"{_asks(when, then, extract)}?", stated(then)), "effect")


def _is_clause(join: str, cause: str) -> bool:
    """Whether the words after the conjunction are a clause with a subject of its own and a verb."""
    words = cause.split(" ")
    if PRONOUN.match(cause) and not cause.lower().startswith("you "):
        return False
    if _PARTICIPLE.match(words[0]) or _OPEN_END.search(cause) or _SPOKEN_TO.search(cause):
        return False
    if len(set(re.findall(r"\b[B-HJ-Z]\b", cause))) or re.search(r"\bA (?:believes|is|does|has|gets|thinks)\b", cause):
        return False  # people and things named by letters
    if re.search(r"\b(?:is|are|were|was) to\b|^(?:some|many|we|others) (?:have|has)\b", cause):
        return False
    if (join == "as" and _NO_CLAUSE.match(cause) and not _changes(cause)) or cause.startswith("not "):
        return False
    return any(word in _AUXILIARIES or word in VERBS or base_of(word) or word.endswith("ed") for word in words[1:])


_CHANGES = frozenset(
    "rise fall increase decrease grow decline become approach expand shrink slow cool warm age develop accumulate"
    " accelerate spread deepen widen narrow drop climb move change improve worsen".split()
)


def _changes(cause: str) -> bool:
    """Whether "as" is followed by something that changes: "as the price rises", but not "as the name suggests"."""
    clause = split_bare(cause)
    return clause is not None and clause.base in _CHANGES


def _is_main_clause(then: str) -> bool:
    first = then.split(" ")[0].lower()
    third = first.endswith("s") and base_of(first) not in OTHERS_TOO and base_of(first) != ""
    return not (third or PRONOUN.match(then) or _CUT_LIST.match(then) or (first in VERBS and first not in _ORDERED))


def _asks(when: str, then: str, extract: Extract) -> str:
    if then.split(" ")[0].lower() in _ORDERED:
        return f"What should you do {when}"
    unreal = when.startswith("if ") and _UNREAL.search(when) and _UNREAL.search(then)
    asks = f"What {'would happen' if unreal else 'happens'} {when}"
    where = in_topic(extract, asks).strip() if opens_with_unknown(when.partition(" ")[2], extract) else ""
    return f"{where[:1].upper()}{where[1:]}, {asks[:1].lower()}{asks[1:]}" if where else asks
