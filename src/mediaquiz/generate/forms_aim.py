"""Forms of sentences that say what a thing is there for, what has to be done for an end, and what many things are."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, term_in, text_of
from mediaquiz.generate.english import lower_first
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import plural_subject
from mediaquiz.language.verbs import OTHERS_TOO, VERBS, base_of, is_infinitive
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall
from mediaquiz.text import squash

_POINTS = re.compile(
    r"\b(?:this|these|those|such|it|them|they|our|we|us|you|your|here|above|following|both|other|another)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\b(?:that|which|who|whose|is|are|was|were|has|have|can|will)\b")
_AIM = re.compile(
    r"^the (?P<which>(?:sole|only|primary|main|chief|central|key|overall|ultimate|basic|major) )?"
    r"(?P<noun>goal|aim|purpose|function|role|job|task|objective|point) of (?P<of>[^,;:—]{3,70}?) (?P<be>is|was) "
    r"(?:(?:mainly|primarily|simply|usually|generally) )?(?P<what>to (?P<verb>[a-z]+) [^;:—]{4,140})$",
    re.IGNORECASE,
)


_TAKES_UP = re.compile(r"(?P<noun>\b(?:an?|the) \w+ (?:\w+ ){0,3}?so that (?:\w+ ){1,3}?)(?:it|them)\b")
"""A pronoun whose noun stands right before it: "fill a folder so that Git adds it"."""


def aim(found: Statement, extract: Extract) -> Asked | None:
    """The goal of X is to do Y.  →  What is the goal of X?"""
    match = _AIM.match(text_of(found))
    if not match or not is_infinitive(match["verb"]) or _POINTS.search(match["of"]) or _CLAUSE.search(match["of"]):
        return None
    what = _TAKES_UP.sub(r"\g<noun>", match["what"].split(",")[0])
    if opens_with_unknown(match["of"], extract) or _POINTS.search(what):
        return None
    stem = f"What {match['be']} the {match['which'] or ''}{match['noun'].lower()} of {match['of']}?"
    return Asked("aim", Recall(stem, stated(match["what"])), "purpose", 0.85, term_in(match["of"]))


_WHO_MUST = re.compile(
    r"^(?:in order )?to (?P<verb>[a-z]+) (?P<why>[^,;:—]{6,90}), (?P<who>[^,;:—]{3,40}?) "
    r"(?P<must>can|could|must|should|needs? to|ha(?:s|ve) to) (?P<do>(?P<deed>[a-z]+) [^;:—]{6,140})$",
    re.IGNORECASE,
)


def who_must(found: Statement, extract: Extract) -> Asked | None:
    """To do X, S can (must) do Y.  →  What can (must) S do to do X?"""
    match = _WHO_MUST.match(text_of(found))
    if not match or match["verb"] not in VERBS or not is_infinitive(match["deed"]) or match["deed"] in _BE:
        return None
    if PRONOUN.match(match["who"]) or opens_with_unknown(match["who"], extract) or _CLAUSE.search(match["who"]):
        return None
    if _POINTS.search(f"{match['who']} {match['why']}") or base_of(match["who"].split(" ")[-1]) in VERBS - OTHERS_TOO:
        return None
    must = "must" if match["must"].endswith(" to") else match["must"].lower().replace("could", "can")
    who = lower_first(match["who"], extract.lesson)
    stem = f"What {must} {who} do to {match['verb']} {match['why']}?"
    return Asked("who-must", Recall(stem, stated(match["do"])), "means", 0.75)


_BE = frozenset(("be", "also", "have"))
_SAID = re.compile(
    r"^the (?P<noun>(?:[a-z]+ ){0,2}?(?:assumption|problem|idea|lesson|claim|argument|principle|implication|criticism"
    r"|rationale|reasoning|thinking|premise|logic|finding|insight|conclusion|concern|(?:dis)?advantage|drawback"
    r"|downside|key|secret|trick))"
    r" (?P<of>(?:of|behind|with|to|in|from|about|against) [^,;:—]{3,60}?) (?P<be>is|was) "
    r"(?P<what>(?:that|to) [^;:—]{12,200})$",
    re.IGNORECASE,
)
CUES_SAID = (
    "assumption problem idea lesson claim argument principle implication criticism rationale reasoning thinking premise"
    " logic finding insight conclusion concern advantage disadvantage drawback downside key secret trick"
)


def said(found: Statement, extract: Extract) -> Asked | None:
    """The assumption behind X is that Y.  →  What is the assumption behind X?"""
    match = _SAID.match(text_of(found))
    if not match or _POINTS.search(f"{match['noun']} {match['of']}") or _CLAUSE.search(match["of"]):
        return None
    if opens_with_unknown(match["of"].partition(" ")[2], extract) or PRONOUN.match(match["what"].partition(" ")[2]):
        return None
    stem = f"What {match['be']} the {match['noun']} {match['of']}?"
    return Asked("said", Recall(stem, stated(match["what"])), "relation", 0.8)


_ARE = re.compile(
    r"^(?P<subject>[A-Z][\w’'-]*(?:\.\d+)?(?: [a-z][\w’'-]+){0,2}) are (?P<what>(?:[A-Za-z/-]+ ){0,7}?"
    r"(?P<genus>[a-z]+s) "
    r"(?:that|which|who|for|to|by which|in which|minus|whose"
    r"|sent|[a-z]{3,}ed|written|kept|held|built|made|given|responsible) [^;:—]{12,150})$"
)
_VAGUE = frozenset(
    "things ways examples reasons issues parts ones factors problems others types kinds forms areas times is as was"
    " methods tools techniques lots has its always sometimes perhaps".split()
)


def are_a(found: Statement, extract: Extract) -> Asked | None:
    """Xs are Ys that do Z.  →  What are Xs?  Only of a term of the lesson, and where Y says what kind it is."""
    match = _ARE.match(text_of(found))
    if not match or match["genus"] in _VAGUE or not plural_subject(match["subject"]):
        return None
    if _IS_DONE.search(match["what"][: match.start("genus") - match.start("what")]) or _FOR_THAT.search(match["what"]):
        return None  # "are granted only for inventions that …": said of them
    if _ARTICLE.match(match["subject"]) or PRONOUN.match(match["subject"]) or _POINTS.search(match["what"]):
        return None
    name = squash(match["subject"]).removesuffix("s")
    if not any(squash(concept.term).removesuffix("s") == name for concept in extract.concepts):
        return None
    stem = f"What are {lower_first(match['subject'], extract.lesson)}?"
    return Asked("are-a", Recall(stem, stated(match["what"])), "definition", 0.8, match["subject"])


_IS_DONE = re.compile(r"\b(?:for|to|in|by|with|from|on|as|at) |ed \w+ly and ", re.IGNORECASE)
"""What stands in front of a noun that is not what they are."""
_FOR_THAT = re.compile(r"\b(?:for|of|to|in|with|by) that [a-z]+ (?:that|which)\b")


_ARTICLE = re.compile(r"(?:the|some|many|most|all|few|several|certain|various)\b", re.IGNORECASE)
