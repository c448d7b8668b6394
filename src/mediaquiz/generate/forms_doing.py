"""Forms of sentences that tell how something is done: with which command or key, in which notation, and why so."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, both_of, stated, text_of
from mediaquiz.generate.english import lower_first
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.verbs import VERBS
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall, Short

_POINTS = re.compile(
    r"\b(?:it|them|they|its|their|this|these|those|such|here|now|again|above|below|following|previous|something"
    r"|everything|so|my|one|ones)\b|\bthat(?= (?:\w+)?$)|\b(?:your|the) (?:example|output|result|data)\b",
    re.IGNORECASE,
)


_ONE = re.compile(r"\bone (?=[a-z]+)")
_BETTER = re.compile(
    r"^(?:note that |in practice, |as a rule, )?it(?:['’]s| is) "
    r"(?P<how>(?:almost always |always |usually |often |generally |much )?(?:better|best|safer|easier|faster"
    r"|good practice|good|important|wise|useful|helpful|recommended"
    r"|a good (?:idea|practice|habit)|bad practice|a bad idea|dangerous)) "
    r"(?P<to>(?:not )?to (?P<verb>[a-z]+) [^;:—]{6,140}?)"
    r"(?:, (?:because|since|as)|(?<=\w) (?:because|since)|:) (?P<why>[^;:—]{10,170})$",
    re.IGNORECASE,
)


def better_why(found: Statement, extract: Extract) -> Asked | None:
    """It is better to do X than Y, because Z.  →  Why is it better to do X than Y?"""
    match = _BETTER.match(text_of(found))
    if not match or (PRONOUN.match(match["why"]) and not re.match(r"(?:it|you|they)\b", match["why"], re.IGNORECASE)):
        return None
    if _POINTS.search(_ONE.sub("", match["to"])) or match["why"].startswith("of "):
        return None
    why = f"Because {lower_first(match['why'], extract.lesson)}"
    return Asked("better-why", Recall(f"Why is it {match['how']} {match['to']}?", stated(why)), "reason", 0.85)


_DIFFERENCE = re.compile(
    r"^(?:the|there is (?:one|an?)) (?P<which>(?:main|key|only|important|big|major|essential|crucial) )?difference "
    r"(?P<of>between (?P<one>[^,;:—]{1,50}?) and (?P<other>[^,;:—]{1,50}?))"
    r"(?: is (?P<what>(?:that|in|how|whether|where|when) [^;:—]{10,170})|: (?P<told>[^;:—]{10,170}))$",
    re.IGNORECASE,
)


def difference(found: Statement, extract: Extract) -> Asked | None:
    """The difference between A and B is that Z.  →  What is the difference between A and B?"""
    match = _DIFFERENCE.match(text_of(found))
    if not match or re.search(r"\b(?:these|this|those|both|two|them)\b", match["of"]):
        return None
    stem = f"What is the {match['which'] or ''}difference {match['of']}?"
    what = match["told"] or match["what"].removeprefix("that ")
    return Asked(
        "difference", Recall(stem, stated(what)), "comparison", 0.9, fact=both_of(match["one"], match["other"])
    )


_TO_ORDER = re.compile(
    r"^(?:in order )?to (?P<why>(?P<verb>[a-z]+) [^,;:—]{6,90}), "
    r"(?P<do>(?:first )?(?P<deed>[a-z]+) (?:an?|the|all|your|each|every|out|up|with|it|them)\b[^;:—]{4,140})$",
    re.IGNORECASE,
)


def to_order(found: Statement, extract: Extract) -> Asked | None:
    """To do X, do Y.  →  How do you do X?"""
    match = _TO_ORDER.match(text_of(found))
    if not match or match["verb"] not in VERBS or match["deed"].lower() not in VERBS | _OWN:
        return None
    do = re.sub(r"\b(?:it|them)\b", "", match["do"]) if _BRINGS.search(match["why"]) else match["do"]
    vague = match["verb"] in _VAGUE_ENDS and not _VAGUE_NO_MORE.match(match["why"])
    if _POINTS.search(match["why"]) or _POINTS.search(do.split(",")[0]) or vague:
        return None
    return Asked("to-order", Recall(f"How do you {match['why']}?", stated(match["do"])), "means", 0.75)


_BRINGS = re.compile(r"\b(?:an?|every|each|any) \w+")
"""An end that brings in the thing that is then "it"."""
_VAGUE_NO_MORE = re.compile(r"(?:make (?:an?|the) \w+ \w+|use [^,]+ for \w+)")
_OWN = frozenset(("leave", "put", "set", "click", "type"))
_VAGUE_ENDS = frozenset("do get see use begin start learn find make try help".split())
_WRITTEN = re.compile(
    r"^(?P<lead>(?:on|in|with|at) [^,;:—]{3,40}, )?(?P<what>[^,;:—]{3,60}?) (?P<be>is|are) "
    r"(?P<how>written|typed|spelled|abbreviated|denoted|expressed)(?: as| like| by)? (?P<code>`[^`]{2,40}`)"
    r"(?P<where>, where .{4,160})?$",
    re.IGNORECASE,
)


def written_as(found: Statement, extract: Extract) -> Asked | None:
    """X is written as `Y`, where …  →  How is X written?"""
    match = _WRITTEN.match(text_of(found))
    if not match or PRONOUN.match(match["what"]):
        return None
    lead = match["lead"] or ""
    what = match["what"] if lead else lower_first(match["what"], extract.lesson)
    word = "how" if lead else "How"
    stem = f"{lead}{word} {match['be']} {what} {match['how']}?"
    answer = f"{match['code']}{match['where'] or ''}"
    content = Recall(stem, stated(f"As {answer}")) if match["where"] else Short(stem, match["code"])
    return Asked("written-as", content, "relation", 0.85)


_CALLED = re.compile(
    r"^(?P<lead>[Bb]y default, )?(?P<who>[^,;:—]{2,50}?) (?P<will>will )?"
    r"(?P<verb>creates?|makes?|uses?|opens?|provides?|gives?|names?) (?P<what>an? (?:[\w-]+ ){1,3}?)"
    r"(?:called|named) (?P<code>`[^`]+`)"
    r"(?P<tail> (?:when|if|for|in|inside|within) [^,;:—()]{4,80})?(?: \([^()]*\))?$"
)


def called_code(found: Statement, extract: Extract) -> Asked | None:
    """S creates an X called `Y` when Z.  →  What is the X called that S creates when Z?"""
    match = _CALLED.match(text_of(found))
    if not match or PRONOUN.match(match["who"]) or opens_with_unknown(match["who"], extract):
        return None
    if _POINTS.search(match["tail"] or "") or "." in match["code"][2:]:
        return None
    what = match["what"].strip().partition(" ")[2]
    who = lower_first(match["who"], extract.lesson) if not match["lead"] else match["who"]
    verb = f"{match['will'] or ''}{match['verb']}"
    asks = f"What is the {what} called that {who} {verb}{match['tail'] or ''}?"
    stem = f"By default, {asks[:1].lower()}{asks[1:]}" if match["lead"] else asks
    return Asked("called-code", Short(stem, match["code"]), "term", 0.8, match["code"].strip("`"))


_PRESS = re.compile(
    r"^(?:in order )?to (?P<why>(?P<verb>[a-z]+) [^,;:—]{6,90}), (?:you (?:can |must |need to )?)?(?:just )?"
    r"(?P<press>press|hit|click|type|enter) (?P<what>[^;:—]{1,90})$",
    re.IGNORECASE,
)


def press(found: Statement, extract: Extract) -> Asked | None:
    """To do X, press Y.  →  What do you press to do X?"""
    match = _PRESS.match(text_of(found))
    if not match or match["verb"] not in VERBS or _POINTS.search(match["why"]) or _POINTS.search(match["what"]):
        return None
    if " and type " in match["what"]:
        return None
    stem = f"What do you {match['press'].lower()} to {match['why']}?"
    return Asked("press", Recall(stem, stated(match["what"])), "means", 0.7)


_WHERE_CAN = re.compile(
    r"^(?P<subject>[A-Z][^,;:—]{2,50}?) (?P<can>can|may|must|should) be (?P<done>[a-z]+(?:ed|t|n|d)) "
    r"(?P<where>(?P<prep>on|in|at|from|to|through|by|with|as) [^,;:—]{3,60}"
    r"(?:, (?:or )?(?:on|in|at|from|to|through|by|with|as) [^,;:—]{3,60}){1,4},? or (?P=prep) [^,;:—]{3,60})$"
)
_ASKS = {"on": "Where", "in": "Where", "at": "Where", "by": "How", "with": "How", "through": "How"}


def either_place(found: Statement, extract: Extract) -> Asked | None:
    """S can be done on A, on B, or on C.  →  Where can S be done?"""
    match = _WHERE_CAN.match(text_of(found))
    if not match or match["prep"] not in _ASKS or PRONOUN.match(match["subject"]):
        return None
    subject = lower_first(match["subject"], extract.lesson)
    stem = f"{_ASKS[match['prep']]} {match['can']} {subject} be {match['done']}?"
    return Asked("either-place", Recall(stem, stated(match["where"])), "parts", 0.8)
