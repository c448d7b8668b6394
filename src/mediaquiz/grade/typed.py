"""One typed text against its accepted wordings, layer by layer: the first layer that knows decides."""

import re
from collections.abc import Iterable, Iterator
from itertools import permutations

from mediaquiz.grade import korean, quantity
from mediaquiz.grade.distance import within
from mediaquiz.grade.folding import acronyms, fold, is_acronym_of, joined, lemma, without_accents, wordings, words
from mediaquiz.grade.values import RANK, RIGHT, WRONG, Match, Note, Verdict
from mediaquiz.text import clean, one_line

_CODE = re.compile(r"`[^`]+`|(?:^|\s)--?[A-Za-z]|[A-Za-z]_[A-Za-z]|\w\(|::|->|=|[{}<>\\|$#;]|\+\+|^\.[A-Za-z]")
_NEGATION = re.compile(
    r"\b(?:not?|never|none|nothing|without|neither|nor|cannot|non"
    r"|(?:is|are|was|were|do|does|did|ca|wo|would|should|could|has|have|had|must)nt)\b"
)
_LONGEST = 400
"""Nobody types more than this as a short answer; longer texts are compared exactly."""

_PREFIXES = (
    "inter/intra/intro hyper/hypo macro/micro homo/hetero mono/poly endo/exo/ecto ab/ad pre/pro/post ante/anti "
    "im/em/in/un/non/de/re/dis over/under up/down out/in sub/super con/di trans/in syn/asyn"
)
_SUFFIXES = "er/ee/or ate/ite/ide ane/ene/yne ful/less al/ar cy/ce tion/tive/tor ism/ist/ity ing/ed/er ous/us"
"""Beginnings and endings, of which one for another makes another word of the field: nitrate, nitrite."""


def compare(given: str, accepted: Iterable[str]) -> tuple[Match, str]:
    """The best match of a typed text among the accepted wordings, and the wording that it matched.

    RIGHT only where the rules are sure; CLOSE where a person should look; all else is WRONG.
    """
    best, nearest = WRONG, ""
    for wanted in accepted:
        for wording in wordings(wanted):
            for reading in _readings(given):
                match = compare_one(reading, wording)
                if RANK[match.verdict] > RANK[best.verdict]:
                    best, nearest = match, wanted
    return best, nearest


def _readings(given: str) -> list[str]:
    """What was typed; ``central processing unit (CPU)`` may also be meant as either of the two."""
    readings = wordings(given)
    return readings if len(readings) == 3 else [given]


def compare_one(given: str, wanted: str) -> Match:
    """How a typed text compares with one wording."""
    given, wanted = clean(given), clean(wanted)
    if given.strip() and one_line(given) == one_line(wanted):
        return RIGHT
    if not fold(given):
        return WRONG
    if _CODE.search(wanted) or _CODE.search(given):
        return _code(given, wanted)
    left, right = fold(given), fold(wanted)
    if left == right:
        return quantity.compare(left, right, given, wanted) or RIGHT
    if len(left) > _LONGEST or len(right) > _LONGEST:
        return WRONG
    return (
        quantity.compare(left, right, given, wanted)
        or korean.compare(left, right)
        or _words_alike(left, right, acronyms(given) | acronyms(wanted))
    )


def _code(given: str, wanted: str) -> Match:
    """Code is right as it stands, but for spaces, back-ticks, quotes around it and the brackets of a call."""
    left, right = _bare_code(given), _bare_code(wanted)
    if left == right:
        return RIGHT
    return Match(Verdict.CLOSE, Note.CASE) if left.casefold() == right.casefold() else WRONG


def _bare_code(text: str) -> str:
    return one_line(text.replace("`", "")).strip("'\" ").removesuffix("()").rstrip(" .;")


def _words_alike(left: str, right: str, short_forms: frozenset[str]) -> Match:
    """Two folded texts without numbers and without Hangul in the wanted one."""
    if _negations(left) != _negations(right):
        return WRONG
    if joined(left) == joined(right):
        return RIGHT
    if joined(without_accents(left)) == joined(without_accents(right)):
        return Match(Verdict.CLOSE, Note.SPELLING)
    typed, meant = words(left), words(right)
    if len(typed) != len(meant):
        typed, meant = [joined(left)], [joined(right)]
    if [lemma(word, short_forms) for word in typed] == [lemma(word, short_forms) for word in meant]:
        return RIGHT
    if all(_slip(a, b, short_forms) for a, b in zip(typed, meant, strict=True)):
        return Match(Verdict.CLOSE, Note.SPELLING)
    return WRONG


def _negations(folded: str) -> int:
    return len(_NEGATION.findall(folded))


def _slip(typed: str, meant: str, short_forms: frozenset[str]) -> bool:
    """Whether one word is the other with a slip of the fingers. Abbreviations and opposites are never a slip."""
    if typed == meant:
        return True
    if {typed, meant} & short_forms or is_acronym_of(typed, meant):
        return False
    budget = (len(meant) >= 5) + (len(meant) >= 9)
    return bool(budget) and typed[:1] == meant[:1] and within(typed, meant, budget) and not _opposed(typed, meant)


def _opposed(typed: str, meant: str) -> bool:
    """Whether the words differ just by a prefix or a suffix that gives another meaning: inter-, intra-; -er, -ee."""
    return any(
        typed.removeprefix(a) == meant.removeprefix(b) and typed.startswith(a) and meant.startswith(b)
        for a, b in _pairs(_PREFIXES)
    ) or any(
        typed.removesuffix(a) == meant.removesuffix(b) and typed.endswith(a) and meant.endswith(b)
        for a, b in _pairs(_SUFFIXES)
    )


def _pairs(rows: str) -> Iterator[tuple[str, str]]:
    return (pair for row in rows.split() for pair in permutations(row.split("/"), 2))
