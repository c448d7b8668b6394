"""Forms of sentences that say how things differ, in which notation a thing is written, and which key to press."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, both_of, stated, text_of
from mediaquiz.generate.english import lower_first
from mediaquiz.language.verbs import VERBS
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall, Short

_POINTS = re.compile(
    r"\b(?:it|them|they|its|their|this|these|those|such|here|now|again|above|below|following|previous|something"
    r"|everything|so|my|one|ones)\b|\bthat(?= (?:\w+)?$)|\b(?:your|the) (?:example|output|result|data)\b",
    re.IGNORECASE,
)


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
