"""Forms of sentences that explain a thing in passing, that name somebody's idea, or what cannot be done in a case."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, text_of
from mediaquiz.generate.english import lower_first
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import plural_subject, split_bare
from mediaquiz.language.common import COMMON
from mediaquiz.language.verbs import VERBS, is_gerund, readings
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_POINTS = re.compile(
    r"\b(?:this|these|those|such|he|she|his|her|we|our|us|you|your|others?|another|both|also|too|here|above|below"
    r"|following|it|its|they|them|their)\b",
    re.IGNORECASE,
)
_GLOSS = re.compile(
    r"(?P<before>^|^.*[ “])(?P<term>[a-z][a-z-]+(?: [a-z][a-z-]+){0,2})”?"
    r"(?:, which (?P<be>is|are) |—|; (?:that is, )?)"
    r"(?P<gloss>(?:an?|the|[a-z]+) (?:[a-z’-]+,? ){0,6}?(?:of|that|which|in which|between|on|for|who|whereby|from)"
    r" [^,;:—]{10,130})"
    r"(?P<end>$|[,—;])"
)
_JOINTS = ("—", "; ", ", which ")
_STARTS_GLOSS = re.compile(r"(?:an?|the) |(?:[a-z]+ )?[a-z]+s (?:that|which|of|on|for|in) ")
_SAYS_MORE = re.compile(r"\b(?:is|are|was|were|does|do|did|has|have|can|will)\b")
_EDGE = frozenset(
    "a an the of in on at by for with from into through toward towards to is are was be and or as called about against"
    " under include includes between including via use uses experience hold holds covers than".split()
)


def gloss(found: Statement, extract: Extract) -> Asked | None:
    """… T, which is a G that … T—the G of ….  →  What is T?  T reaches back to the word that opens its phrase."""
    text = text_of(found)
    if not any(map(text.__contains__, _JOINTS)):
        return None
    match = _GLOSS.match(re.sub(r" \([^()]*\)", "", text))
    if not match or _POINTS.search(match["gloss"]) or not _STARTS_GLOSS.match(match["gloss"]):
        return None
    if _SAYS_MORE.search(re.split(r" (?:that|which|who) ", match["gloss"])[0]):
        return None
    words = f"{match['before']}{match['term']}".split()
    if (match["be"] is None and match["end"] == ",") or re.match(r"[a-z]+ing\b", match["gloss"]):
        return None
    term = _phrase(words)
    if not term or all(word in COMMON or word.removesuffix("s") in COMMON for word in term.split(" ")):
        return None
    if term.split(" ")[0] in VERBS and words[: -len(term.split(" "))][-1:] == ["to"]:
        return None  # "… does not mean to cause pain; a … who …"
    plural = plural_subject(term)
    if match["be"] and plural != (match["be"] == "are"):
        return None
    known = any(term.rstrip("s") == concept.term.lower().rstrip("s") for concept in extract.concepts)
    if match["be"] is None and (not known or split_bare(match["gloss"])):
        return None
    be = "are" if plural else "is"
    return Asked("gloss", Recall(f"What {be} {term}?", stated(match["gloss"])), "definition", 0.8, term)


def _phrase(words: list[str]) -> str:
    """The last words of a sentence's part up to the one that opens their phrase; none where that is not sure."""
    for at in range(1, min(_LONGEST, len(words)) + 1):
        if at == len(words) or words[-at - 1].lower() in _EDGE:
            term = words[-at:]
            return " ".join(term) if all(word.islower() and word not in _EDGE for word in term) else ""
    return ""


_LONGEST = 3


_IDEA = re.compile(
    r"^(?P<whose>(?:The )?[A-Z][\w’'-]*?(?: [\w’'-]+){0,3}?(?:[’']s|s[’'])) (?P<idea>(?:(?:main|key|central|basic"
    r"|primary|original|new|great) )?(?:idea|goal|aim|purpose|task|insight|view|theory|hypothesis|proposal|solution"
    r"|answer|conclusion|claim|argument|discovery)) (?P<be>is|was) (?P<what>(?:to|that) [^;:—]{12,180})$"
)
CUES_IDEA = (
    "idea goal aim purpose task insight view theory hypothesis proposal solution answer conclusion claim argument"
    " discovery"
)


def whose_idea(found: Statement, extract: Extract) -> Asked | None:
    """N's idea was to do X.  →  What was N's idea?"""
    match = _IDEA.match(re.sub(r"—[^—]*—", " ", text_of(found)))
    if not match or PRONOUN.match(match["whose"]) or opens_with_unknown(match["whose"], extract):
        return None
    if _POINTS.search(match["whose"]) or PRONOUN.match(match["what"].partition(" ")[2]):
        return None
    stem = f"What {match['be']} {lower_first(match['whose'], extract.lesson)} {match['idea']}?"
    return Asked("whose-idea", Recall(stem, stated(match["what"])), "relation", 0.8)


_CANNOT = re.compile(
    r"^(?P<when>(?:if|when|unless|without) [^,;:—]{8,110}), (?:then )?(?P<subject>[^,;:—]{3,60}?) cannot "
    r"(?P<do>[a-z]+ [^;:—]{6,120})$",
    re.IGNORECASE,
)


def cannot_when(found: Statement, extract: Extract) -> Asked | None:
    """If C, S cannot do X.  →  What can S not do if C?"""
    match = _CANNOT.match(text_of(found))
    if not match or _POINTS.search(f"{match['when']} {match['subject']}") or is_gerund(match["do"].split()[0]):
        return None
    condition = match["when"].partition(" ")[2]
    verb = match["do"].split(" ")[0]
    if opens_with_unknown(condition, extract) or not any(reading.form == "base" for reading in readings(verb)):
        return None
    when = match["when"][:1].lower() + match["when"][1:]
    stem = f"What can {lower_first(match['subject'], extract.lesson)} not do {when}?"
    return Asked("cannot-when", Recall(stem, stated(match["do"])), "effect", 0.75)
