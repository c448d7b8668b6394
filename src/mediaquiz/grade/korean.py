"""Korean: spacing never decides, a particle on a noun is no mistake, and a slip is one jamo, not one syllable."""

import unicodedata

from mediaquiz.grade.distance import within
from mediaquiz.grade.folding import joined
from mediaquiz.grade.values import RIGHT, WRONG, Match, Note, Verdict
from mediaquiz.text import has_hangul

_SURE_AFTER_FINAL = ("을", "은", "이다", "입니다", "이에요", "이라고", "이란", "에서")
_SURE_AFTER_VOWEL = ("를", "는", "다", "입니다", "이다", "예요", "라고", "란", "에서")
_UNSURE_AFTER_FINAL = (*_SURE_AFTER_FINAL, "이", "과", "으로")
_UNSURE_AFTER_VOWEL = (*_SURE_AFTER_VOWEL, "가", "와", "로")
_UNSURE = ("의", "에", "하다", "한다", "하기", "되다", "된다")
_NEGATIONS = "않못안없아니불비미무"
_LEAST_FOR_ONE, _LEAST_FOR_TWO = 7, 13


def compare(given: str, wanted: str) -> Match | None:
    """How two folded texts compare when the wanted one is Korean; None when it is not.

    Words that differ by more than spacing and a particle are at best CLOSE: 합성 and 합선 are one jamo apart.
    """
    if not has_hangul(wanted):
        return None
    left, right = joined(given), joined(wanted)
    if left == right:
        return RIGHT if given == wanted else Match(Verdict.RIGHT, Note.SPACING)
    if left in _with_endings(right):
        return Match(Verdict.RIGHT, Note.ENDING)
    if _ending_apart(left, right):
        return Match(Verdict.CLOSE, Note.ENDING)
    return _slip(left, right)


def _has_final(syllable: str) -> bool:
    code = ord(syllable) - 0xAC00
    return 0 <= code < 11172 and code % 28 != 0


def _with_endings(noun: str) -> list[str]:
    """The noun with each ending that cannot be part of another noun. One syllable alone is too short to be sure."""
    if len(noun) < 2:
        return []
    endings = _SURE_AFTER_FINAL if _has_final(noun[-1]) else _SURE_AFTER_VOWEL
    return [noun + ending for ending in endings]


def _ending_apart(left: str, right: str) -> bool:
    """Whether one is the other with an ending that may also make another word (고양, 고양이)."""
    short, long = sorted((left, right), key=len)
    rest = long.removeprefix(short)
    if len(short) < 2 or rest == long:
        return False
    return rest in _UNSURE or rest in (_UNSURE_AFTER_FINAL if _has_final(short[-1]) else _UNSURE_AFTER_VOWEL)


def _slip(left: str, right: str) -> Match:
    if len(left) != len(right) or any((mark in left) != (mark in right) for mark in _NEGATIONS):
        return WRONG
    one, other = unicodedata.normalize("NFD", left), unicodedata.normalize("NFD", right)
    budget = (len(other) >= _LEAST_FOR_ONE) + (len(other) >= _LEAST_FOR_TWO)
    if budget and one[:1] == other[:1] and within(one, other, budget):
        return Match(Verdict.CLOSE, Note.SPELLING)
    return WRONG
