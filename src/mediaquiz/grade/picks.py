"""Answers by number: one or several options, true or false, an order, pairs."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mediaquiz.grade.values import Detail, Grade, Note, Verdict, graded
from mediaquiz.text import squash

_YES = "1 t true y yes o 맞다 맞아요 맞음 참 예 네 ㅅ ㅇ ㅛ ㅐ"
_NO = "2 f false n no x 틀리다 틀려요 틀림 거짓 아니오 아니요 ㄹ ㅜ ㅌ"


def numbers(text: str, count: int) -> list[int] | None:
    """The 1-based numbers typed, or None when some are not from 1 to ``count``.

    Spaces and commas may be left out where no number has two digits: ``312`` is ``3 1 2``.
    """
    found = re.findall(r"\d+", text)
    if not found or re.sub(r"[\d\s,;.→>-]", "", text):
        return None
    if len(found) == 1 and count < 10:
        found = list(found[0])
    picked = [int(digits) for digits in found if len(digits) < 4]
    return picked if len(picked) == len(found) and all(1 <= n <= count for n in picked) else None


def grade_choice(key: str, shown: Sequence[str], text: str) -> Grade | None:
    """One option by its number or its own words; None when the text names no option."""
    picked = _picked(shown, text)
    if picked is None or len(picked) != 1:
        return None
    return graded(Verdict.RIGHT if picked == [key] else Verdict.WRONG, Detail(extra=tuple(picked)))


def grade_multi(keys: Sequence[str], shown: Sequence[str], text: str) -> Grade | None:
    """Several options by number; all of them and no other is right."""
    picked = _picked(shown, text)
    if picked is None:
        return None
    detail = Detail(
        hits=tuple(key for key in keys if key in picked),
        missed=tuple(key for key in keys if key not in picked),
        extra=tuple(option for option in picked if option not in keys),
    )
    if detail.extra and not detail.missed:
        detail = replace(detail, note=Note.EXTRA)
    if not detail.missed and not detail.extra:
        return graded(Verdict.RIGHT, detail)
    return graded(Verdict.PARTIAL if detail.hits else Verdict.WRONG, detail)


def _picked(shown: Sequence[str], text: str) -> list[str] | None:
    by_words = [option for option in shown if squash(option) == squash(text)]
    if by_words:
        return by_words[:1]
    picked = numbers(text, len(shown))
    return None if picked is None else [shown[n - 1] for n in dict.fromkeys(picked)]


def grade_truefalse(right: bool, text: str) -> Grade | None:
    """True or false, by number, letter or word, in English or Korean."""
    typed = squash(text)
    yes, no = squash(_YES).split(), squash(_NO).split()
    if typed not in (*yes, *no):
        return None
    return graded(Verdict.RIGHT if (typed in yes) == right else Verdict.WRONG)


def grade_order(sequence: Sequence[str], shown: Sequence[str], text: str) -> Grade | None:
    """All the options by number, in order. Partial when some stand in their place."""
    picked = numbers(text, len(shown))
    if picked is None or len(shown) != len(sequence) or sorted(picked) != list(range(1, len(shown) + 1)):
        return None
    return _placed([shown[n - 1] for n in picked], sequence, sequence)


def grade_match(pairs: Sequence[tuple[str, str]], shown: Sequence[str], text: str) -> Grade | None:
    """For each left side in turn, the number of its right side among those shown."""
    picked = numbers(text, len(shown))
    if picked is None or len(picked) != len(pairs):
        return None
    return _placed([shown[n - 1] for n in picked], [right for _, right in pairs], [left for left, _ in pairs])


def _placed(given: Sequence[str], wanted: Sequence[str], names: Sequence[str]) -> Grade:
    in_place = [a == b for a, b in zip(given, wanted, strict=True)]
    detail = Detail(
        hits=tuple(name for name, hit in zip(names, in_place, strict=True) if hit),
        missed=tuple(name for name, hit in zip(names, in_place, strict=True) if not hit),
    )
    if all(in_place):
        return graded(Verdict.RIGHT, detail)
    return graded(Verdict.PARTIAL if any(in_place) else Verdict.WRONG, detail)
