"""What a sentence counts and then names: "A bridge has three parts: …", "There are two kinds of …, A and B"."""

import re
from collections.abc import Iterator

from mediaquiz.generate.asked import PRONOUN, Asked, stated, text_of
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.verbs import base_of
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import ListAll

_POINTS = re.compile(
    r"\b(?:this|these|those(?! (?:that|who)\b)|such|he|she|his|her|him|we|our|us|you|your|others?|another|too|former"
    r"|latter|above|below|following)\b",
    re.IGNORECASE,
)
_POINTS_IN_HEAD = re.compile(rf"{_POINTS.pattern}|\bboth\b", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|its|they|them|their)\b", re.IGNORECASE)
_COUNTS = {word: n for n, word in enumerate("two three four five six".split(), start=2)}
_COUNT = rf"\b(?P<count>{'|'.join(_COUNTS)})"
_KIND = (
    r"(?:types|kinds|forms|sorts|categories|classes|groups|parts|phases|stages|branches|levels|components|elements"
    r"|schools|methods|ways)"
)
_COUNTED = re.compile(
    rf"^(?:Based on these [a-z]+, )?(?P<head>[^;:—]{{8,150}}?{_COUNT} "
    r"(?:[a-z’'-]+ ){0,2}[a-z’'-]+s\b[^;:—]{0,90})(?:: |—(?:called |namely )?|, (?:namely|called) )"
    r"(?P<members>[^:;—]{8,220})$",
    re.IGNORECASE,
)
_KINDS = re.compile(
    rf"^(?P<head>[^,;:—]{{3,110}}?{_COUNT} (?:[a-z-]+ ){{0,2}}?{_KIND}"
    r"(?: of (?!this|these|those|its|their)[A-Za-z-]+(?: [a-z-]+)?)?)(?: for this purpose)?(?:, | as )"
    r"(?P<members>[^:;—]{6,140})$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"^{_COUNT} (?P<what>(?:[a-z-]+ ){{0,2}}[\w-]+s(?: of [a-z-]+(?: [a-z-]+)?)?) (?:are|include) "
    r"(?P<members>[^:;—]{8,160})$",
    re.IGNORECASE,
)
_OF_A_CASE = re.compile(r"^(?:if|when|participants?|subjects)\b|\bthings\b", re.IGNORECASE)
_BRACKETS = re.compile(r" \([^()]*\)|\(\d\) ")
_LONGEST_MEMBER = 14
_MANY_DOES = re.compile(r"[A-Za-z]+[a-bd-rt-z]s (?P<verb>[a-z]+s)\b")
"""A plural whose verb does not agree with it."""
_THERE = re.compile(
    r"^there (?P<be>are|were) (?:(?:also|just|only|generally|really|actually|basically) )?", re.IGNORECASE
)
_LED_THERE = re.compile(r"^(?:from|in|for|at|on) [^,]{3,40}, (?P<there>there (?:are|were) .*)$", re.IGNORECASE)
_ALSO = re.compile(r" (?:also|itself|further)(?= )")


def told_count(found: Statement, extract: Extract) -> Asked | None:
    """S takes two forms: A or B.  →  S takes two forms. Which?  There are two kinds of S: …  →  What are the two …?"""
    text = _BRACKETS.sub("", _LAST_REMARK.sub("", _list_behind(text_of(found))))
    if named := _NAMED.match(text):
        members = _members(named["members"], _COUNTS[named["count"].lower()])
        fits = members and not _POINTS_IN_HEAD.search(named["what"])
        return _asked(f"Name {named['count'].lower()} {named['what']}.", members) if fits else None
    match = _COUNTED.match(text) or _KINDS.match(text)
    if not match:
        return None
    head = _ALSO.sub("", match["head"])
    led = _LED_THERE.match(head)
    head = f"{led['there'][:1].upper()}{led['there'][1:]}" if led else head
    there, checked = _THERE.match(head), head.removeprefix("You ")
    if (PRONOUN.match(checked) and not there) or _OF_A_CASE.search(head) or opens_with_unknown(head, extract):
        return None
    verb = _MANY_DOES.match(head)
    if _POINTS_IN_HEAD.search(checked) or _IT.search(head) or (verb and base_of(verb["verb"])):
        return None
    members = _members(match["members"], _COUNTS[match["count"].lower()])
    if not members:
        return None
    if there:
        return _asked(f"What {there['be'].lower()} the {head[there.end() :]}?", members)
    head = re.sub(r"\bone of (?=(?:two|three|four|five|six)\b)", "", head)
    return _asked(f"{stated(head)} Which?", members)


_BETWEEN = re.compile(
    rf"^(?P<head>.{{3,120}}?{_COUNT} (?:[a-z’'-]+ ){{0,3}}[a-z’'-]+s)(?: \((?P<bracketed>[^()]{{6,150}})\)"
    r"| — (?P<dashed>[^()—]{6,150}) —)(?P<rest>(?: [^()—:;]{3,100})?)$",
    re.IGNORECASE,
)
"""Members that stand behind what is counted, before the sentence goes on."""
_DASHED = re.compile(
    rf"^(?P<head>[^;:—]{{8,150}}?{_COUNT} (?:[a-z’'-]+ ){{0,3}}[a-z’'-]+s) — (?P<members>[^;:—]+)$", re.I
)
_LAST_REMARK = re.compile(r", (?:which|(?:each|both|all) of which) [^;:—]*$")
"""What is said of all members behind the last one."""


def _list_behind(text: str) -> str:
    """The sentence with its list behind a colon: "five parts (a, b, …) to it" as "five parts to it: a, b, …"."""
    if found := _DASHED.match(text):
        return f"{found['head']}: {found['members']}"
    found = _BETWEEN.match(text)
    members = (found["bracketed"] or found["dashed"]) if found else ""
    return f"{found['head']}{found['rest']}: {members}" if found and "," in members else text


def _asked(stem: str, members: tuple[str, ...]) -> Asked:
    return Asked("told-count", ListAll(stem, members, tuple(() for _ in members)), "parts", 0.8)


_SPLITS = (
    re.compile(r",(?: and/or| and| or)? | (?:and/or|and|or) (?=[^,]*$)"),
    re.compile(r",(?: and| or)? | and (?=[^,]*$)"),
    re.compile(r",(?: and| or)? "),
)


def _members(text: str, count: int) -> tuple[str, ...]:
    """As many members as the sentence counts; none where one is a sentence or points elsewhere."""
    for parts in _split(re.sub(r"^(?:as|by|either) ", "", text)):
        members = tuple(re.sub(r"^(?:as|also) ", "", part.strip()) for part in parts)
        if len(members) == count and all(map(_fits, members)) and not re.match(r"(?:first|that|one)\b", text):
            return _with_their_noun(members)
    return ()


def _split(text: str) -> Iterator[list[str]]:
    for pattern in _SPLITS:
        yield pattern.split(text)


def _fits(member: str) -> bool:
    return 0 < len(member.split()) <= _LONGEST_MEMBER and not (_POINTS.search(member) or _CLAUSE.match(member))


_CLAUSE = re.compile(r"(?:what|when|if|because)\b")


_LAST = re.compile(r"(?P<own>[\w-]+) (?P<noun>[a-z]+s)")
_ALONE = re.compile(r"(?:the )?[\w-]+(?<!s)")


def _with_their_noun(members: tuple[str, ...]) -> tuple[str, ...]:
    """ "utility" and "design patents" as two sorts of patents."""
    last = _LAST.fullmatch(members[-1])
    if last is None or not all(_ALONE.fullmatch(member) for member in members[:-1]):
        return members
    return (*(f"{member} {last['noun']}" for member in members[:-1]), members[-1])
