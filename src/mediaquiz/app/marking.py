"""Grading what a file says was answered, by the item as it stands in its deck. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from mediaquiz.grade.answers import grade
from mediaquiz.grade.values import Verdict
from mediaquiz.model.item import Choice, Cloze, Content, ListAll, Match, Multi, Order, Short, TrueFalse

_OTHER = re.compile(r"[\W_]+")
_PAIR = re.compile(r"\s*(?:=>|->|→|=)\s*")
_TRUE = frozenset("true t yes 1 참 맞다 맞음 맞아요 예".split())
_FALSE = frozenset("false f no 0 거짓 틀리다 틀림 틀려요 아니요 아니오".split())


def bare(text: str) -> str:
    """Only the letters and digits of a text, in one form: what every platform leaves of it."""
    return _OTHER.sub("", unicodedata.normalize("NFKC", text).casefold())


def share(content: Content, given: Sequence[str]) -> float | None:
    """How much of an answer is right, 0 to 1, as an exported page counts; None where only a person can say.

    ``given`` are the parts of the answer in the item's own words, or all of it in one text as platforms write it.
    """
    match content:
        case Choice(key=key):
            return float(bare(given[0]) == bare(key))
        case TrueFalse(answer=right):
            word = bare(given[0])
            return float((word in _TRUE) == right) if word in _TRUE | _FALSE else None
        case Multi(key=keys):
            hits = [option in keys for option in chosen(content, given)]
            return max(0.0, sum(hits) - hits.count(False)) / len(keys)
        case Order(sequence=sequence):
            return _in_place(given, sequence)
        case Match(pairs=pairs):
            return _matched(given, pairs)
        case Short() | Cloze() | ListAll():
            return _typed(content, given)
        case _:
            return None


def chosen(content: Content, given: Sequence[str]) -> tuple[str, ...]:
    """The options that an answer names, in the item's own words; other answers as they are.

    A platform joins several options with a sign that may also stand inside of one, so the longest are looked for first.
    """
    match content:
        case Choice(key=key, distractors=wrong):
            return _named((key, *wrong), given)
        case TrueFalse():
            words = [bare(part) for part in given]
            return tuple("true" if word in _TRUE else "false" if word in _FALSE else word for word in words)
        case Multi(key=keys, distractors=wrong):
            return _found_in((*keys, *wrong), given)
        case _:
            return tuple(given)


def _named(options: Iterable[str], given: Sequence[str]) -> tuple[str, ...]:
    known = {bare(option): option for option in options}
    return tuple(known.get(bare(part), part) for part in given)


def _found_in(options: Sequence[str], given: Sequence[str]) -> tuple[str, ...]:
    known = {bare(option): option for option in options}
    if all(bare(part) in known for part in given):
        return tuple(known[bare(part)] for part in given)
    rest, found = bare("".join(given)), []
    for name in sorted(known, key=lambda one: (-len(one), one)):
        if name and name in rest:
            rest = rest.replace(name, "\0", 1)
            found.append(known[name])
    return tuple(option for option in options if option in found)


def _in_place(given: Sequence[str], sequence: Sequence[str]) -> float | None:
    if len(given) != len(sequence):
        return None
    return sum(bare(a) == bare(b) for a, b in zip(given, sequence, strict=True)) / len(sequence)


def _matched(given: Sequence[str], pairs: Sequence[tuple[str, str]]) -> float | None:
    if len(given) != len(pairs):
        return None
    told = {bare(left): bare(right) for left, right in (_halves(part) for part in given)}
    return sum(told.get(bare(left)) == bare(right) for left, right in pairs) / len(pairs)


def _halves(part: str) -> tuple[str, str]:
    left, right = ([*_PAIR.split(part, maxsplit=1), ""])[:2]
    return left, right


def _typed(content: Content, given: Sequence[str]) -> float | None:
    found = grade(content, ", ".join(given))
    if found is None or found.verdict is Verdict.CLOSE:
        return None
    if isinstance(content, ListAll):
        return len(found.detail.hits) / len(content.members)
    return float(found.verdict is Verdict.RIGHT)
