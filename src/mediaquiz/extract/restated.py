"""Sentences said in a plainer form, which more of the forms of questions know: what is recommended, what happens
otherwise, which command is the way to an end."""

import re
from collections.abc import Callable

from mediaquiz.language.clauses import split_bare
from mediaquiz.language.common import COMMON
from mediaquiz.language.cues import cues
from mediaquiz.language.verbs import is_infinitive, readings

_CODE = r"`[^`\s][^`]*`"
_KIND = (
    r"(?: (?:command|option|flag|function|method|keyword|operator|argument|parameter|shortcut|tool|program|macro"
    r"|statement|clause|syntax|button|key|menu))?"
)
_THING = rf"(?:the |an? )?(?P<code>{_CODE}{_KIND})"
_WAY = re.compile(
    r"^(?:(?:one|an?|another|the) )(?:[a-z-]+ ){0,2}?(?:way|option|method|approach|command|function|tool|keyword"
    r"|operator|shortcut) "
    r"(?:to (?P<do>[a-z]+)|(?:for|of) (?P<doing>[a-z]+ing)) (?P<what>[^,;:—`]{3,90}?) (?:is|are) "
    rf"(?:to (?:use|run|type|call|press) |(?:by )?(?:using|with) |via )?{_THING}$",
    re.IGNORECASE,
)
_THERE_IS = re.compile(
    rf"^to (?P<do>[a-z]+) (?P<what>[^,;:—`]{{3,90}}?), there(?:['’]s| is) (?:also )?{_THING}$", re.IGNORECASE
)
_RECOMMENDED = re.compile(
    r"^(?:we|I) (?:therefore |also |strongly |highly |generally |usually )*recommend "
    r"(?:that you |you )?(?P<always>always |never )?(?P<verb>[a-z]+) (?P<rest>\S.*)$",
    re.IGNORECASE,
)
_ARROW = re.compile(r"^(?P<join>if|when) (?P<cause>[^,;:→⇒]{6,100}?) (?:→|⇒|-+>|=+>) (?P<then>[^→⇒>]{6,140})$", re.I)
_OTHERWISE = re.compile(
    r"^(?:you|we) (?:will |should )?(?:always )?(?:need to|must|have to|should|want to) (?P<do>[^;:—]{6,110}?)"
    r"(?:[,;]? (?:or else|otherwise),?|,? or) (?P<then>[^;:—]{8,140})$",
    re.IGNORECASE,
)
_MUST_BE = re.compile(
    r"^(?P<subject>[^,;:—]{3,70}?) must be (?P<what>[^,;:—]{3,60}?)[,;] (?:or else|otherwise),? "
    r"(?P<then>[^;:—]{8,140})$",
    re.IGNORECASE,
)
_SO_MUST = re.compile(
    r"^(?P<why>(?!it\b|they\b|this\b|that\b|these\b|those\b|there\b|if\b|when\b)[^,;:—]{10,110}?),? so "
    r"(?:we|you) (?:need to|have to|must) (?P<do>[^,;:—]{4,90})$",
    re.IGNORECASE,
)
_ARTICLES = frozenset(("a", "an", "the"))


def restated(sentence: str) -> str:
    """The sentence in a plainer form; empty where it has none of the forms that this module knows."""
    found = cues(sentence)
    text = sentence.strip().removesuffix(".").removesuffix(":")
    return next((said for cue, form in _FORMS if not cue.isdisjoint(found) and (said := form(text))), "")


def _by_way(text: str) -> str:
    """ "The way to sort lines is `sort`" as "Use `sort` to sort lines."."""
    match = _WAY.match(text) or _THERE_IS.match(text)
    told = match.groupdict() if match else {}
    verb = told.get("do") or _base(told.get("doing") or "", "ing")
    if not match or not verb or not is_infinitive(verb):
        return ""
    code = match["code"] if match["code"].endswith("`") else f"the {match['code']}"
    return f"Use {code} to {verb} {match['what']}."


def _recommended(text: str) -> str:
    """ "We recommend putting each on a line" as "You should put each on a line."."""
    match = _RECOMMENDED.match(text)
    verb = (_base(match["verb"], "ing") or _base(match["verb"], "base")) if match else ""
    return f"You should {match['always'] or ''}{verb} {match['rest']}." if match and verb else ""


def _if_then(text: str) -> str:
    """ "If the fuse blows → the lamp goes out" with a comma."""
    match = _ARROW.match(text)
    return f"{match['join']} {match['cause'].rstrip(',')}, {match['then']}." if match else ""


def _otherwise(text: str) -> str:
    """ "You need to dry it, otherwise it cracks" as what happens if you do not."""
    if match := _MUST_BE.match(text):
        return f"If {_small(match['subject'])} is not {match['what']}, {match['then']}."
    match = _OTHERWISE.match(text)
    if not match or not split_bare(match["then"]) or _base(match["do"].split(" ")[0], "base") == "":
        return ""
    return f"If you do not {match['do']}, {match['then']}."


def _must_because(text: str) -> str:
    """ "The image has no editor, so you need to install one" as what must be done, and why."""
    match = _SO_MUST.match(text)
    if not match or not split_bare(match["why"]) or _base(match["do"].split(" ")[0], "base") == "":
        return ""
    return f"You must {match['do']} because {_small(match['why'])}."


def _base(word: str, form: str) -> str:
    return next((reading.base for reading in readings(word) if reading.form == form), "")


def _small(text: str) -> str:
    """The text with a small letter at its head, but for a name."""
    first = text.split(" ", 1)[0].lower()
    return f"{text[:1].lower()}{text[1:]}" if first in _ARTICLES or first in COMMON else text


_FORMS: tuple[tuple[frozenset[str], Callable[[str], str]], ...] = (
    (frozenset("way option method approach command function tool keyword operator shortcut there".split()), _by_way),
    (frozenset(("recommend",)), _recommended),
    (frozenset(("if", "when")), _if_then),
    (frozenset(("otherwise", "or")), _otherwise),
    (frozenset(("so",)), _must_because),
)
"""Words of which one stands in every sentence of a form, and the form."""
