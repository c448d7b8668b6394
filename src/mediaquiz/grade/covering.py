"""Which words of an answer a learner's own words hold: shown to one who rates oneself, never a verdict."""

import re

from mediaquiz.grade.folding import fold, lemma
from mediaquiz.text import has_hangul

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SUFFIX = re.compile(r"(?<=\w{4})(?:ingly|ings?|edly|ed|ly|e)$")
_LEAST, _SYLLABLES = 4, 2
_EMPTY = frozenset(
    """about after also because been before being between both could does each even from have having into itself just
    like made make makes more most much must only other over same should since some such than that their them then
    there these they this those through under very were what when where which while will with without would your
    때문 그리 그래 그러 하지 있는 있다 있어 없는 없다 없어 하는 한다 해요 되는 된다 돼요 이것 그것 모든
    위해 통해 대한"""
    .split()
)  # fmt: skip


def covered(given: str, wanted: str) -> tuple[str, ...]:
    """The words of ``wanted`` that carry meaning and stand, in whatever form, in ``given``: each once, in order."""
    said = {_root(word) for word in _WORD.findall(given)} - {""}
    found = {root: word for word in reversed(_WORD.findall(wanted)) if (root := _root(word)) in said}
    return tuple(reversed(found.values()))


def _root(word: str) -> str:
    """What the forms of a word have in common; empty for a word without a meaning of its own.

    Of a Korean word that is its first two syllables, for particles and verb ends follow.
    """
    folded = fold(word)
    if has_hangul(folded):
        root = folded[:_SYLLABLES] if len(folded) >= _SYLLABLES else ""
    elif any(map(str.isdigit, folded)) or word.isupper():
        return folded
    else:
        root = _SUFFIX.sub("", lemma(folded)) if len(folded) >= _LEAST else ""
    return "" if root in _EMPTY or folded in _EMPTY else root
