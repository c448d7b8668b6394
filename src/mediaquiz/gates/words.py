"""Words of a text, reduced so that relatives meet: what the gates compare."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_STOP = frozenset(
    """
    a an the this that these those and or but nor so if then than as of in on at by for with from to into over
    under about between through during before after is are was were be been being am do does did have has had will
    would can could may might must should not no only same such too very just also more most some any each other
    both all it its they them their what which who whom whose when where why how there here one ones you your we
    our us i my he she his her called call mean means put order first last name
    """.split()
)
_ENDINGS = "iness ness ations ation ings ing ions ion ments ment ities ity ies ied ers er ed es ly al s e y".split()
_ENDINGS_BY_LETTER = {
    letter: tuple(ending for ending in _ENDINGS if ending[-1] == letter) for letter in {e[-1] for e in _ENDINGS}
}
_JOSA = re.compile(r"(?:은|는|이|가|을|를|의|에|에서|으로|로|와|과|도|만|까지|부터|이다|입니다|이에요|서?예요)$")
_HANGUL = re.compile(r"[가-힣]")


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """A rough stem: enough that ``edit``, ``edits`` and ``editing`` meet; Korean words lose their particle."""
    word = word.casefold().replace("’", "'").removesuffix("'s")
    if _HANGUL.search(word):
        return _JOSA.sub("", word) if len(word) > 2 else word
    if word.endswith("ies") and len(word) > 4:
        word = f"{word[:-3]}y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    for ending in _ENDINGS_BY_LETTER.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=1 << 12)
def stems(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(map(_meaning, _WORD.findall(text))) - _SILENT


@lru_cache(maxsize=1 << 15)
def _meaning(word: str) -> str:
    """The stem of a word; a space for a word that carries no meaning."""
    return " " if word.casefold() in _STOP else stem(word)


_SILENT = frozenset((" ", ""))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard similarity; 0 when both are empty."""
    both = one | other
    return len(one & other) / len(both) if both else 0.0


def missing(words: frozenset[str], told: frozenset[str]) -> frozenset[str]:
    """The words that are not told. A Korean word is told where another begins alike: its ending says nothing."""
    strange = words - told
    if not any(_HANGUL.search(word) for word in strange):
        return strange
    beginnings = _beginnings(told)
    return frozenset(word for word in strange if not (_HANGUL.search(word) and word[:2] in beginnings))


@lru_cache(maxsize=64)
def _beginnings(told: frozenset[str]) -> frozenset[str]:
    """The first one and two letters of every Korean word."""
    return frozenset(word[:length] for word in told if _HANGUL.search(word) for length in (1, 2))
