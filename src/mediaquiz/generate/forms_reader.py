"""Forms of sentences that tell anybody what can be done, by what means, and what it takes."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, text_of
from mediaquiz.generate.english import lower_first
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.verbs import VERBS, is_gerund, readings
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_POINTS = re.compile(
    r"\b(?:it|them|they|its|their|this|these|those|such|here|there|another|others?|also|instead|again|something|that"
    r" (?=\w+$))\b",
    re.IGNORECASE,
)
_LEANS = re.compile(r"\b(?:this|these|those|such|here|there|another|others?|also|again)\b", re.IGNORECASE)
_OFTEN = r"(?P<how>(?:also |often |easily |usually |sometimes )?)"
_CAN_BY = re.compile(
    rf"^(?P<who>[^,;:—]{{2,40}}?) can {_OFTEN}(?P<do>(?P<verb>[a-z]+) [^,;:—]{{6,90}}?),? "
    r"(?P<means>(?:by|through) (?P<doing>[a-z]+ing) [^;:—]{4,150}|using [^;:—]{4,120})$",
    re.IGNORECASE,
)
_BY_CAN = re.compile(
    rf"^(?P<means>(?:by |using )(?P<doing>[a-z]+)? ?[^,;:—]{{6,110}}), (?P<who>[^,;:—]{{2,40}}?) (?P<can>can|is able"
    rf" to|are able to) "
    rf"{_OFTEN}(?P<do>(?P<verb>[a-z]+) [^;:—]{{8,110}})$",
    re.IGNORECASE,
)
_RATHER = re.compile(
    r",? (?:rather than|instead of|such as|like|for example|for instance)\b.*$|, (?:and|so|which|but|as|allowing"
    r"|making|meaning)\b.*$"
)


def means_of(found: Statement, extract: Extract) -> Asked | None:
    """S can do A by doing B. By doing B, S can do A.  →  How can S do A?"""
    text = text_of(found)
    match = _CAN_BY.match(text) or _BY_CAN.match(text)
    if not match or not _is_deed(match["verb"]) or not _is_known(match["who"], extract):
        return None
    do = _RATHER.sub("", match["do"])
    if "," in do or _TWO_MEANS.search(match["means"]) or _MANY.search(do):
        return None
    if _POINTS.search(do) or _LEANS.search(match["means"].split(",")[0]) or len(do.split()) < _LEAST:
        return None
    if re.search(r"\b(?:using|by \w+ing)\b", do) or (
        match["doing"] and match["means"].startswith("by") and not is_gerund(match["doing"])
    ):
        return None
    who = lower_first(match["who"], extract.lesson)
    means = re.sub(r"^using", "by using", match["means"], flags=re.IGNORECASE)
    return Asked("means-of", Recall(f"How can {who} {do}?", stated(means)), "means", 0.75)


_LEAST = 3
_TWO_MEANS = re.compile(r"\b(?:or|and) [^,]*\b(?:by|using|with) |\band to\b")
_MANY = re.compile(r"\b(?:different|various|many|several|multiple)\b")


def _is_deed(verb: str) -> bool:
    return verb in VERBS and any(reading.form == "base" for reading in readings(verb))


def _is_known(who: str, extract: Extract) -> bool:
    """Whether a doer is named."""
    return not (
        PRONOUN.match(who) or opens_with_unknown(who, extract) or re.search(r"\b(?:your|that|which|not)\b", who)
    )


_NEEDED = re.compile(
    r"^(?:in order )?to (?P<do>(?P<verb>[a-z]+) [^,;:—]{8,90}?),? (?:you|one) (?:do |first )?(?:need|have to have"
    r"|must have) "
    r"(?P<what>(?!to\b|not\b|more\b|only\b|two more\b)[a-z]+ [^;:—]{6,150})$",
    re.IGNORECASE,
)


def needed(found: Statement, extract: Extract) -> Asked | None:
    """To do A, you need an X.  →  What do you need to do A?"""
    match = _NEEDED.match(text_of(found))
    if (
        not match
        or not _is_deed(match["verb"])
        or _POINTS.search(match["do"])
        or _POINTS.search(match["what"].split(",")[0])
    ):
        return None
    if opens_with_unknown(match["what"], extract):
        return None
    return Asked("needed", Recall(f"What do you need to {match['do']}?", stated(match["what"])), "means", 0.7)
