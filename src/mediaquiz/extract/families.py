"""Rule: things of one kind that a lesson sets side by side: stages of a stack, numbered headings, named lists."""

import re
from collections.abc import Iterable, Iterator, Sequence

from mediaquiz.extract.enumerations import read_enumeration
from mediaquiz.extract.orders import orders
from mediaquiz.extract.sentences import number_in, sentences, split_list
from mediaquiz.extract.workflows import workflows
from mediaquiz.model.concept import Family, Finding, Member, Place
from mediaquiz.model.frozen import replace
from mediaquiz.model.lesson import Block, Lesson, Role

_SERIES = re.compile(r"^\W*(?P<noun>[A-Za-z가-힣]{3,})\s*#?0*(?P<number>\d{1,2})\s*[:.)–—-]+\s*(?P<name>\S.*)$")
_SIGNS = re.compile(
    r"\b(?:watch|look|listen|check)(?:\s+out)? for(?::|\s+are)?\s+(?P<signs>[^.!?]+(?:\.(?=\S)[^.!?]+)*)", re.IGNORECASE
)
_GIST_LIST = re.compile(r"(?P<count>[^()]{0,40})\((?P<members>[^()]+·[^()]+)\)")
_ORDERED_NOUNS = {"step", "stage", "phase", "단계"}
_OF_THE_PAGE = frozenset(
    "exercise activity challenge task quiz question problem example discussion assignment homework practice lab"
    " project demo section part chapter lesson unit module week day session lecture episode topic page slide figure"
    " table appendix note tip option case scenario".split()
)
"""What a page numbers for its reader; the names behind the numbers are no kinds of one thing."""


def find(lesson: Lesson) -> Iterable[Finding]:
    """Every family, with names from the takeaways and the gist as aliases of its members."""
    families = [*orders(lesson), *workflows(lesson), *_series(lesson), *_counted(lesson)]
    families = [_named_by_enumeration(family, lesson) for family in families]
    families = [_named_by_gist(family, lesson) for family in families]
    return [*families, *_enumerations(lesson, families)]


def _series(lesson: Lesson) -> Iterator[Family]:
    """Headings "Theme 1: …", "Theme 2: …", at least three in counting order."""
    runs: dict[str, list[tuple[str, list[Block]]]] = {}
    for block in lesson.blocks:
        found = _SERIES.match(block.path[-1]) if block.path else None
        if not found or block.role in {Role.OUTLINE, Role.TAKEAWAYS, Role.EXERCISE}:
            continue
        if found["noun"].lower() in _OF_THE_PAGE:
            continue
        members = runs.setdefault(found["noun"].casefold(), [])
        if members and members[-1][0] == found["name"]:
            members[-1][1].append(block)
        elif int(found["number"]) == len(members) + 1:
            members.append((found["name"], [block]))
    for noun, members in runs.items():
        if len(members) >= 3:
            first = members[0][1][0]
            place = Place(first, first.span.start, first.path[-1])
            name = _family_name(noun, lesson)
            yield Family(name, noun, tuple(_member(*m) for m in members), place, noun in _ORDERED_NOUNS)


_COUNTED = re.compile(r"\b(?P<count>[A-Za-z]+|\d{1,2}) (?:[\w-]+ ){0,2}?(?P<noun>[a-z]{3,}s)\b")


def _counted(lesson: Lesson) -> Iterator[Family]:
    """A heading "Seven themes and their signs" with exactly seven headings below it."""
    below: dict[str, dict[str, list[Block]]] = {}
    for block in lesson.blocks:
        if len(block.path) >= 2:
            below.setdefault(block.path[-2], {}).setdefault(block.path[-1], []).append(block)
    for heading, members in below.items():
        found = _COUNTED.search(heading)
        if found and len(members) >= 3 and number_in(found["count"]) == len(members):
            first = next(iter(members.values()))[0]
            name = heading[found.start() : found.end()]
            noun = found["noun"].removesuffix("s")
            parts = tuple(_member(member, blocks) for member, blocks in members.items())
            yield Family(name, noun, parts, Place(first, first.span.start, first.path[-1]))


def _family_name(noun: str, lesson: Lesson) -> str:
    """The title when it names the family in the plural, else the plural."""
    named = re.search(rf"^(?!.*\b(?:in|by|with) [\w-]+ {noun}s$).*\b{noun}s\b", lesson.title, re.IGNORECASE)
    return lesson.title if named else f"{noun}s"


def _member(name: str, blocks: Sequence[Block]) -> Member:
    text = " ".join(block.text for block in blocks if block.role is Role.PROSE)
    signs: list[str] = []
    for sentence in sentences(text):
        if found := _SIGNS.search(sentence):
            signs += split_list(found["signs"])
    return Member(name, text, signs=tuple(signs), line=blocks[0].span.start)


def _named_by_enumeration(family: Family, lesson: Lesson) -> Family:
    for block in lesson.blocks:
        for entry in block.entries if block.role is Role.TAKEAWAYS else ():
            told = read_enumeration(entry.text)
            if told and told[1].startswith(family.noun[:4]) and len(told[2]) == len(family.members):
                return replace(_with_aliases(family, told[2]), name=told[0], listed=entry.text)
    return family


def _named_by_gist(family: Family, lesson: Lesson) -> Family:
    for block in lesson.blocks:
        if block.role is Role.GIST and (found := _GIST_LIST.search(block.text)):
            names = split_list(found["members"])
            if len(names) == len(family.members) == number_in(found["count"]):
                return _with_aliases(family, names)
    return family


def _with_aliases(family: Family, names: Sequence[str]) -> Family:
    """Other names in the same order, when at least two of them begin like the member they stand for."""
    alike = sum(1 for member, name in zip(family.members, names, strict=True) if _begin_alike(member.name, name))
    if alike < 2:
        return family
    members = tuple(
        m if name.casefold() in _names(m) else replace(m, aliases=(*m.aliases, name))
        for m, name in zip(family.members, names, strict=True)
    )
    return replace(family, members=members)


def _names(member: Member) -> set[str]:
    return {name.casefold() for name in (member.name, *member.aliases)}


def _begin_alike(one: str, other: str) -> bool:
    starts = {word[:4].casefold() for word in re.findall(r"\w{3,}", one)}
    return any(word[:4].casefold() in starts for word in re.findall(r"\w{3,}", other))


def _enumerations(lesson: Lesson, known: Sequence[Family]) -> Iterator[Family]:
    """Lists inside a takeaway ("The three parts: a, b, and c") that no other family holds."""
    for block in lesson.blocks:
        for entry in block.entries if block.role is Role.TAKEAWAYS else ():
            told = read_enumeration(entry.text)
            if told and not any(told[1].startswith(family.noun[:4]) for family in known):
                name, noun, members = told
                place = Place(block, entry.line, entry.text)
                parts = tuple(Member(member, line=entry.line) for member in members)
                yield Family(name, noun.removesuffix("s"), parts, place, listed=entry.text)
