"""Naming all members of a set, in any order, with credit for each."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mediaquiz.grade.typed import compare
from mediaquiz.grade.values import Detail, Grade, Match, Note, Verdict, graded

_BETWEEN = re.compile(r"\s*[,;\n、]\s*")
_JOINERS = re.compile(r"\s+(?:and|or|&|및|그리고)\s+|(?<=[가-힣])(?:와|과|랑|하고)\s+|\s*[/·+]\s*")
_MOST_JOINED = 8
"""Up to so many parts are put together again where fewer commas were typed than the member has."""
_BULLET = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+")


def grade_list(members: Sequence[str], accept: Sequence[Sequence[str]], text: str) -> Grade:
    """Which members a typed list names, one grade for the whole.

    Right when all are named and nothing else; close when the rest is only close; partial when some are named, or
    when something was named that is not a member; then the learner says how well that was.
    """
    wordings = [(member, *(accept[i] if i < len(accept) else ())) for i, member in enumerate(members)]
    hits: dict[int, Match] = {}
    extra: list[str] = []
    for part in _parts(text, wordings):
        index, match = _member(part, wordings, hits)
        if index is None:
            extra.append(part)
        else:
            hits.setdefault(index, match)
    return _sum_up(members, hits, extra)


def _sum_up(members: Sequence[str], hits: dict[int, Match], extra: list[str]) -> Grade:
    unsure = next((match.note for match in hits.values() if match.verdict is Verdict.CLOSE), None)
    detail = Detail(
        note=Note.EXTRA if extra and len(hits) == len(members) else unsure or Note.NONE,
        hits=tuple(members[i] for i in sorted(hits)),
        missed=tuple(member for i, member in enumerate(members) if i not in hits),
        extra=tuple(extra),
    )
    if not hits:
        return graded(Verdict.WRONG, detail)
    if detail.missed or extra:
        return replace(graded(Verdict.PARTIAL, detail), suggested=None)
    return graded(Verdict.CLOSE if unsure else Verdict.RIGHT, detail)


def _member(part: str, wordings: Sequence[tuple[str, ...]], taken: dict[int, Match]) -> tuple[int | None, Match]:
    """The member that a part names best; one not yet named is preferred, a repeated one is no mistake."""
    ranked = [(i, compare(part, accepted)[0]) for i, accepted in enumerate(wordings)]
    for verdict in (Verdict.RIGHT, Verdict.CLOSE):
        found = [(i in taken, i, match) for i, match in ranked if match.verdict is verdict]
        if found:
            _, index, match = min(found, key=lambda row: row[:2])
            return index, match
    return None, Match(Verdict.WRONG)


def _parts(text: str, wordings: Sequence[tuple[str, ...]]) -> list[str]:
    """The parts that were named. A member's own comma or "and" does not part it; words alone part at spaces."""
    rough = [_BULLET.sub("", part) for part in _BETWEEN.split(text)]
    parts = _rejoined([part for part in rough if part.strip()], wordings)
    fine = [piece for part in parts for piece in _pieces(part, wordings)]
    lone_words = all(len(wording.split()) == 1 for group in wordings for wording in group)
    if len(fine) == 1 and lone_words and not _known(fine[0], wordings):
        return fine[0].split()
    return fine


def _rejoined(parts: list[str], wordings: Sequence[tuple[str, ...]]) -> list[str]:
    """Neighbours put together again where a member holds the comma that parted them."""
    own = {1 + len(_BETWEEN.findall(wording)) for group in wordings for wording in group}
    widths = sorted(own | set(range(2, min(max(own), _MOST_JOINED) + 1)), reverse=True)
    whole: list[str] = []
    at = 0
    while at < len(parts):
        fitting = (n for n in widths if 1 < n <= len(parts) - at)
        width = next((n for n in fitting if _known(", ".join(parts[at : at + n]), wordings)), 1)
        whole.append(", ".join(parts[at : at + width]))
        at += width
    return whole


def _pieces(part: str, wordings: Sequence[tuple[str, ...]]) -> list[str]:
    part = re.sub(r"^(?:and|or|및|그리고)\s+", "", part)
    return [part] if _known(part, wordings) else [piece for piece in _JOINERS.split(part) if piece.strip()]


def _known(part: str, wordings: Sequence[tuple[str, ...]]) -> bool:
    return any(compare(part, accepted)[0].verdict is not Verdict.WRONG for accepted in wordings)
