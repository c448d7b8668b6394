"""A kind beside others of the same name, asked for by what only it does: "Formal rules are written down …"."""

import re
from collections import Counter
from functools import lru_cache

from mediaquiz.generate.asked import PRONOUN, Asked, subject_of, text_of
from mediaquiz.generate.english import curly, lower_first, without_article
from mediaquiz.generate.known import is_bare_unknown
from mediaquiz.language.clauses import plural_subject, split
from mediaquiz.language.common import COMMON
from mediaquiz.language.verbs import readings
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Short
from mediaquiz.text import lowered

_KIND = re.compile(r"(?:(?:an?|the) )?(?P<mark>[a-z’'-]+(?: [a-z’'-]+)?) (?P<head>[a-z]{3,})$", re.IGNORECASE)
_NO_MARK = frozenset(
    "other new old many most some several few all each every any no such own same different various certain common good"
    " bad best worst better great large small big young high low higher lower recent modern early late later today"
    " average typical traditional particular specific important major main key first second third last next final"
    " only single two three four five six seven both another more less much early-stage successful effective strong"
    " weak real whole entire general overall local national american european western british english french german"
    " these those this that his her its their our your my one past"
    " future satisfied term managing using making pretrained".split()
)
"""What does not make a kind of its own."""
_NO_HEAD = frozenset(
    "people person men women man woman way ways time times year years day days thing things case cases example examples"
    " study studies result results number numbers part parts world states state country countries century book chapter"
    " section figure table question questions problem problems issue issues idea ideas fact facts reason reasons work"
    " life others one ones word words name names effect effects researcher researchers scholar scholars author authors"
    " student students child children member members change changes level levels axis axes curve curves line"
    " lines science use understanding information play project".split()
)
"""What is not told apart by kinds."""
_POINTS = re.compile(
    r"\b(?:this|these|those|such|he|she|his|her|we|our|us|you|your|another|also|too|here|above|below|both|former|latter"
    r"|there|themselves|(?:its|their) own"
    r"|following|same|similar|different|(?<!each )others?)\b|\b(?:more|less|fewer)\b(?!.* than )|[;:—?]|\d"
    r"|, (?:and|while|but|whereas) (?:\w+ ){1,3}(?:is|are|has|have|can|will|usually|often)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",? (?:while|whereas|and the) [^,]*\b(?:is|are|do|does|have|has|can|[a-z]+s)\b.*$|, (?:because|since) .*$"
)
_LEAST, _MOST = 4, 26
_WORD = re.compile(r"[a-z][a-z’'-]+|[^\sa-z]")


def which_kind(found: Statement, extract: Extract) -> Asked | None:
    """Formal rules are written down by X.  →  Which rules are written down by X?  Where there are informal ones."""
    clause = split(text_of(found))
    kind = _KIND.match(clause.subject) if clause else None
    if not clause or not kind or clause.helper in _PAST or clause.base in _NEEDS:
        return None
    rest = _ASIDE.sub("", f"{clause.adverb} {clause.verb} {clause.rest}".strip())
    if not _LEAST <= len(rest.split()) <= _MOST or _POINTS.search(rest) or _names_it(kind["mark"], rest):
        return None
    if clause.verb in _BE and (readings(clause.rest.split(" ")[0]) == () or clause.rest.startswith("open to")):
        return None  # "is common": what it is like, and not what it does
    if _OF_THE_PAGE.match(found.place.quote) or _is_true_of_all(kind["head"], rest):
        return None
    if _OF_ANY.match(rest) or (plural_subject(kind["head"]) and clause.helper in {"is", "does"}):
        return None
    if not _is_one_of_kinds(kind, extract.lesson.text):
        return None
    stem = f"Which {kind['head'].lower()} {curly(rest)}?"
    term = lower_first(without_article(clause.subject), extract.lesson)
    return Asked("which-kind", Short(stem, term), "relation", 0.8, term)


def _is_true_of_all(head: str, rest: str) -> bool:
    """Whether what a kind does speaks of any such thing: "the distance between the parts of a wave"."""
    one = head.lower().removesuffix("s")
    ends = (found.end() + len(one) for found in _ANY_SUCH.finditer(rest) if rest.startswith(one, found.end()))
    return any(_NOUN_ENDS.match(rest, end) for end in ends)


_ANY_SUCH = re.compile(r"\b(?:an?|any|all|every|each|most|other) ")
_NOUN_ENDS = re.compile(r"s?\b")


_OF_ANY = re.compile(
    r"(?:often|frequently|commonly|sometimes|generally|usually)\b|ha(?:ve|s) been of\b|"
    r"(?:(?:is|are) like|can be thought of|do(?:es)? not mean)\b|(?:\w+ly )?can be (?:\w+ ){0,2}\w+$"
    r"|(?:play|serve)s? (?:an?|the) (?:\w+ )?(?:role|function|part)\b"
)
"""What anything may be, or does."""
_OF_THE_PAGE = re.compile(r"(?:our|this|these|those) |.*\b(?:in|of) the (?:figure|picture|table|diagram|graph)\b", re.I)
_PAST = frozenset("did was were had could would might may should will must cannot".split())
_NEEDS = frozenset("need mean show like vary find".split())
_BE = frozenset(("is", "are"))


_IN = re.compile(
    r"^(?P<in>In|During|Under|At|With) (?:the|an?) (?P<mark>[a-z’'-]+) (?P<head>[a-z]{3,}), (?P<then>[^;:—]{20,170})$"
)
_OF_A_ROW = frozenset("stage phase period approach style model level system society economy type setting".split())
"""What a lesson tells one after the other, each perhaps but once."""


def in_which_kind(found: Statement, extract: Extract) -> Asked | None:
    """In the tidal phase, crews do X.  →  In which phase do crews do X?"""
    match = _IN.match(text_of(found))
    clause = split(match["then"]) if match else None
    if not match or not clause or PRONOUN.match(clause.subject) or _POINTS.search(match["then"]):
        return None
    once = match["head"] in _OF_A_ROW
    if not _is_one_of_kinds(match, extract.lesson.text, 1 if once else 2) or _names_it(match["mark"], match["then"]):
        return None
    if len(match["then"].split()) < _LEAST or clause.helper in _PAST or is_bare_unknown(match["then"], extract):
        return None
    told = " ".join(filter(None, (subject_of(clause, extract), clause.adverb, clause.base, clause.rest)))
    stem = f"{match['in']} which {match['head']} {clause.helper} {curly(told)}?"
    term = f"{match['mark']} {match['head']}"
    return Asked("in-which-kind", Short(stem, term), "relation", 0.8, term)


def _is_one_of_kinds(kind: re.Match[str], lesson: str, least: int = 2) -> bool:
    """Whether the lesson speaks of this kind as often, and of another with the same head."""
    mark, head = kind["mark"].lower(), kind["head"].lower()
    if head in _NO_HEAD or mark.split(" ")[0] in _NO_MARK or mark.split(" ")[-1] in _NO_MARK:
        return False
    marks = _marks(head.removesuffix("s"), lowered(lesson))
    last = mark.split(" ")[-1]
    others = [other for other, count in marks.items() if count >= least and other != last]
    return marks[last] >= least and len(others) > 0


_WEAK = COMMON - frozenset(
    "arbitrary complex core digital direct explicit fixed formal free global implicit indirect individual internal"
    " open power private public random scientific simple static traditional virtual independent dependent".split()
)


@lru_cache(maxsize=256)
def _marks(noun: str, lesson: str) -> Counter[str]:
    """The words that stand before a noun of a lesson, counted; small and common words are no kinds."""
    marks: Counter[str] = Counter()
    at = lesson.find(noun)
    while at >= 0:
        end = at + len(noun)
        while lesson[end : end + 1].isalpha() or lesson[end : end + 1] in _INSIDE:
            end += 1
        inside = "a" <= lesson[at - 1 : at] <= "z" or lesson[at:end].removesuffix("s") != noun
        words = [] if inside else _WORD.findall(lesson[max(0, at - _BEFORE) : end])
        mark, head = words[-2:] if len(words) > 1 else ("", "")
        if head.removesuffix("s") == noun and len(mark) > _SHORT and mark not in _NO_MARK and mark not in _WEAK:
            marks[mark] += 1
        at = lesson.find(noun, at + len(noun))
    return marks


_SHORT, _BEFORE = 3, 80
_INSIDE = frozenset("’'-")


def _names_it(mark: str, rest: str) -> bool:
    """Whether what a kind does holds a word of its name."""
    if "-" in mark and not set(re.split(r"[ -]", mark.lower())).isdisjoint(rest.lower().split(" ")):
        return True
    return any(word[:_STEM] in rest.lower() for word in mark.lower().split(" ") if len(word) > _SHORT)


_STEM = 5
