"""Words that mean alike, and texts that tell one another: what a proposal may word in its own way."""

import re
from functools import lru_cache

from mediaquiz.gates.words import missing, stem, stems
from mediaquiz.language.verbs import PARTICIPLES, PASTS

UP = frozenset(
    """
    up upward upwards higher more greater larger bigger faster stronger increase increases increased increasing rise
    rises rose risen rising raise raises raised raising grow grows grew grown growing growth gain gains gained climb
    climbs climbed lengthen lengthens strengthen strengthens strengthened longer stronger
    """.split()
)
DOWN = frozenset(
    """
    down downward downwards lower lowers lowered lowering less fewer smaller slower weaker decrease decreases decreased
    decreasing fall falls fell fallen falling drop drops dropped dropping decline declines declined declining reduce
    reduces reduced reducing shrink shrinks shrank shrunk shrinking lessen lessens diminish diminishes weaken weakens
    weakened shorten shortens shorter
    """.split()
)
"""Words for what becomes more, and for what becomes less."""
UP_SENSE, DOWN_SENSE = "^", "_"
_ALIKE = """
    buy purchase | start begin commence | end finish stop cease | show display reveal | use employ utilize | get obtain
    receive | need require | help assist aid | keep retain preserve maintain | make create produce form | big large
    | quick fast rapid | usually normally typically generally | many numerous | enough sufficient | avoid prevent
    | happen occur | choose select pick | build construct | let allow permit enable | hold contain | cheap inexpensive
    | costly expensive | change alter modify | cause trigger | remove delete eliminate | tiny small little | main chief
    | whole entire | join combine merge | child kid | people person | left leftward | right rightward
"""
_CLASSES = {stem(word): group.split()[0] for group in _ALIKE.split("|") for word in group.split()}
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CAPITALS = re.compile(r"\b[A-Z]{2,6}\b")
_APART = re.compile(
    r"\d+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|half|first|second|third|last|before"
    r"|after|above|under|over|more|less|most|least|few|both|no|not)\b",
    re.IGNORECASE,
)
"""Little words that are all the difference between two answers."""


@lru_cache(maxsize=1 << 14)
def sense(word: str) -> str:
    """One name for a word's stem, its irregular forms and the words that mean alike."""
    word = word.casefold()
    if word in UP or word in DOWN:
        return UP_SENSE if word in UP else DOWN_SENSE
    if stem(word) in _CLASSES:
        return _CLASSES[stem(word)]
    base = stem(PASTS.get(word) or PARTICIPLES.get(word) or word)
    return _CLASSES.get(base, base[:-1] if base.endswith("ss") else base)


@lru_cache(maxsize=1 << 10)
def senses(text: str) -> frozenset[str]:
    """The senses of a text's words."""
    return frozenset(map(sense, _WORD.findall(text)))


def untold(text: str, quote: str) -> frozenset[str]:
    """The stems of a text that the quote tells neither in the same words nor in others that mean alike.

    A capitalised abbreviation of the quote tells the words that it stands for.
    """
    strange = missing(stems(text), stems(quote))
    if not strange:
        return strange
    told, spelt = senses(quote), _spelt_out(text, quote)
    known = {stem(word) for word in _WORD.findall(text) if sense(word) in told or word in spelt}
    return strange - known


def _spelt_out(text: str, quote: str) -> frozenset[str]:
    """The words of a text whose first letters in a row are an abbreviation of the quote."""
    words = _WORD.findall(text)
    found: set[str] = set()
    for letters in _CAPITALS.findall(quote):
        for start in range(len(words) - len(letters) + 1):
            row = words[start : start + len(letters)]
            if all(word[0].upper() == letter for word, letter in zip(row, letters, strict=True)):
                found |= set(row)
    return frozenset(found)


def told_apart(one: str, other: str) -> bool:
    """Whether the one has a word such as "second" that the other does not have."""
    return not {word.casefold() for word in _APART.findall(one)} <= {word.casefold() for word in _APART.findall(other)}
