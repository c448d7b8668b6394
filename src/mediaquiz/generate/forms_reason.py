"""Forms of sentences that give a reason, a condition or a means."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, in_topic, stated, term_in, text_of
from mediaquiz.generate.clauses import base_of, split
from mediaquiz.generate.english import curly, full_stop, lower_first, strip_stop
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.generate.verbs import VERBS
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_NEGATED = re.compile(r"\b(?:not|never|no longer|cannot)\b|n['’]t\b", re.IGNORECASE)


def because(found: Statement, extract: Extract) -> Asked | None:
    """X because Y.  Because Y, X.  →  X. Why?

    "X has not failed because Y" may deny the reason rather than the fact, so a negated X before "because" is left.
    """
    text = text_of(found)
    match = re.match(r"^(?P<what>[^;:—]{8,140}?)(?P<comma>,?) because (?P<why>[^;:—]{6,180})$", text)
    if match and not match["comma"] and _NEGATED.search(match["what"]):
        return None
    if not match:
        match = re.match(r"^because (?P<why>[^,;:—]{6,120}), (?P<what>[^;:—]{8,140})$", text, re.IGNORECASE)
    if not match or match["why"].startswith("of "):
        return None
    what = re.sub(r",? (?:in part|partly|mainly|largely|primarily|mostly|chiefly|simply)$", "", match["what"])
    if _dangles(what, extract) or _NOT_ENDING.search(what):
        return None
    stem = f"{stated(what)} Why?"
    return Asked("because", Recall(stem, full_stop(f"Because {lower_first(match['why'], extract.lesson)}")), "reason")


_NOT_ENDING = re.compile(
    r"\b(?:and|or|but|just|only|perhaps|maybe|probably|especially|particularly|not|is|are|caused|occurs?)$"
    r"|\bthat(?: \w+)?$"
)


def _dangles(clause: str, extract: Extract) -> bool:
    """Whether a clause speaks of something that only the sentences around it name."""
    if re.match(r"(?:for (?:example|instance)|say)\b", clause, re.IGNORECASE):
        return True
    return PRONOUN.match(clause) is not None or opens_with_unknown(clause, extract)


_THAT_IS_WHY = re.compile(
    r"^(?P<why>[^.;:—]{12,170})\. (?:(?:that|this)(?:['’]s| is) why|(?:therefore|hence|so),) (?P<what>[^;:—]{8,140})$",
    re.IGNORECASE,
)


def that_is_why(found: Statement, extract: Extract) -> Asked | None:
    """X. That's why Y.  →  Y. Why?"""
    match = _THAT_IS_WHY.match(curly(strip_stop(found.text)))
    if not match or _dangles(match["what"], extract) or _dangles(match["why"], extract):
        return None
    return Asked("that-is-why", Recall(f"{stated(match['what'])} Why?", stated(match["why"])), "reason", 0.8)


_WHICH_IS_WHY = re.compile(r"^(?P<why>[^;:—]{12,160}?), which is why (?P<what>[^;:—]{8,160})$")
_SO = re.compile(
    r"^(?P<why>[^,;:—]{12,120}), (?:so|therefore|hence|thus) (?!that\b)(?P<what>[^;:—]{8,140})$", re.IGNORECASE
)


def consequence(found: Statement, extract: Extract) -> Asked | None:
    """X, so Y.  →  X. What follows?"""
    match = _SO.match(text_of(found)) or _WHICH_IS_WHY.match(text_of(found))
    if not match or _dangles(match["why"], extract) or re.search(r"\b(?:you|we|let's|I)\b", match["what"]):
        return None
    if base_of(match["what"].split(" ")[0]):
        return None  # the subject of "…, so needs a copy" is the other clause's
    if re.match(r"(?:if|when|as|while|because|since|and|but)\b", match["why"], re.IGNORECASE):
        return None
    return Asked("consequence", Recall(f"{stated(match['why'])} What follows?", stated(match["what"])), "effect", 0.8)


_WHEN = re.compile(r"^(?P<when>(?:as|when|if|once|whenever)\s[^,;:—]{5,110}), (?P<then>[^;:—]{6,180})", re.IGNORECASE)
_PLACE = re.compile(
    r"^(?P<place>(?:at|in|on|during|after|before|for|with|under) [^,]{3,40}), (?P<then>.+)$", re.IGNORECASE
)
_NOT_A_CONDITION = (
    "as of",
    "as a ",
    "as an ",
    "as the ",
    "as you",
    "as we",
    "as in",
    "as with",
    "as for",
    "if not",
    "as if",
    "as though",
    "as yet",
    "as shown",
    "as well",
    "as long",
    "as soon",
    "as much",
    "as many",
)
_FINITE = re.compile(
    r"^(?:when|if|once|whenever) (?!\w+(?:ing|ed|en|wn)\b|asked\b).*(?:\b(?:is|are|was|were|has|have|had|can"
    r"|will|does|do|did"
    r"|becomes?|goes|go|gets?|stands?|rises?|falls?|grows?)\b|[\w'-]+ \w{3,}(?:s|ed)\b)|^as (?=.*\b(?:is|are"
    r"|becomes?|goes?|gets?"
    r"|grows?|rises?|falls?|increases?|decreases?|moves?|drops?|improves?|turns?)\b)",
    re.IGNORECASE,
)
_SPOKEN_TO = re.compile(
    r"\b(?:you|your) (?:want|would|need|wish|like|are using|operating|computer|have (?:a|an|any|not))\b|\byou(?:'d|’d)"
)
_CUT_LIST = re.compile(r"^(?:or|and|but|nor)\b|^(?:like|such as|especially|say)\b|^[\w-]+, (?:or|and) ", re.IGNORECASE)
_UNREAL = re.compile(r"\b(?:were|had been|would)\b")
_ORDERED = frozenset(
    "add ask avoid build change check choose compare cut do find fix give keep look make measure move place prefer put"
    " reduce remove replace start stop take test treat try turn use wait write".split()
)


def condition(found: Statement, extract: Extract) -> Asked | None:
    """As X, Y.  →  What happens as X?  —  When X, do Y.  →  What should you do when X?"""
    text = re.sub(r"\s\([^()]*\)", "", text_of(found))
    match = _WHEN.match(text)
    if not match or match["when"].lower().startswith(_NOT_A_CONDITION) or text[match.end() :].startswith((":", "—")):
        return None
    when, then = match["when"][:1].lower() + match["when"][1:], match["then"]
    if not (found.takeaway or _FINITE.match(when)) or _SPOKEN_TO.search(when) or _CUT_LIST.match(then):
        return None
    then = re.sub(r"^then ", "", then)
    first = then.split(" ")[0].lower()
    if re.search(r" (?:at|of|in|to|for|with|by|like|as)$", when) or (first in VERBS and first not in _ORDERED):
        return None
    if re.search(r"\b(?:this|these|those|it|they)\b", when.split(" ", 2)[1]) or PRONOUN.match(then):
        return None
    if place := _PLACE.match(then):
        when, then = f"{when}, {place['place']}", place["then"]
    return Asked("condition", Recall(f"{_asks(when, then, extract)}?", stated(then)), "effect")


def _asks(when: str, then: str, extract: Extract) -> str:
    if then.split(" ")[0].lower() in _ORDERED:
        return f"What should you do {when}"
    unreal = when.startswith("if ") and _UNREAL.search(when) and _UNREAL.search(then)
    asks = f"What {'would happen' if unreal else 'happens'} {when}"
    named = opens_with_unknown(when.partition(" ")[2], extract)
    where = in_topic(extract, asks) if named else ""
    return f"{where.strip()[:1].upper()}{where.strip()[1:]}, {asks[:1].lower()}{asks[1:]}" if where else asks


def by_means(found: Statement, extract: Extract) -> Asked | None:
    """S does X by doing Y.  →  How does S do X?"""
    match = re.match(r"^(?P<what>[^;:—]{8,120}?) (?P<by>by \w+ing\b[^;:—]{4,140})$", text_of(found))
    clause = split(match["what"]) if match else None
    if not match or not clause or not clause.base or PRONOUN.match(clause.subject):
        return None
    stem = f"How {clause.helper} {lower_first(clause.subject, extract.lesson)} {clause.base} {clause.rest}?"
    return Asked("by-means", Recall(stem, stated(match["by"])), "means")


def is_when(found: Statement, extract: Extract) -> Asked | None:
    """S is plausible when Y.  →  When is S plausible?"""
    match = re.match(
        r"^(?P<subject>[^,;:—]{3,60}?) (?P<be>is|are) (?P<what>[\w-]+(?: [\w-]+){0,3}?) "
        r"(?P<when>(?:only )?when [^,;:—]{5,120})"
        r"(?:, (?:which|so|but) .*)?$",
        text_of(found),
    )
    if not match or PRONOUN.match(match["subject"]):
        return None
    stem = f"When {match['be']} {lower_first(match['subject'], extract.lesson)} {match['what']}?"
    return Asked("is-when", Recall(stem, stated(match["when"])), "condition", concept=term_in(match["what"]))
