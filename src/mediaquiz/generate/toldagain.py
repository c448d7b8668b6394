"""Whether a lesson tells of a condition more than once: then one of its results is one of many."""

import re
from functools import lru_cache
from itertools import islice

_WORD = re.compile(r"[a-z]{3,}")
_STEM = 5
"""Letters of a word that are compared, so that "cost" and "costs" meet."""
_LITTLE = frozenset(
    "the and for with that this are was were has have had can will not its their from first some".split()
)
_FEW, _TOO_OFTEN = 3, 2


def is_told_again(condition: str, sentence: str, lesson: str) -> bool:
    """Whether two other sentences of the lesson hold the condition's words, all, or of more than three all but one."""
    words, own = _telling(condition), _telling(sentence)
    least = max(2, len(words) - (len(words) > _FEW))
    others: set[frozenset[str]] = set()
    for other in _sentences(lesson):
        if len([word for word in words if word in other]) < least:
            continue  # not even their letters stand in it
        said = _telling(other)
        if len(words & said) >= least and not own <= said:
            others.add(said)
            if len(others) == _TOO_OFTEN:
                return True
    return False


def is_one_of_several(subject: str, sentence: str, lesson: str) -> bool:
    """Whether a lesson says more of a subject than one sentence; what it "causes" or "involves" is then one of many."""
    words = _telling(subject)
    return len(words) <= 1 or is_told_again(subject, sentence, lesson)


def stand_together_again(one: str, other: str, lesson: str) -> bool:
    """Whether two sentences of the lesson hold both words, whatever their endings."""
    stems = one.lower()[:_STEM], other.lower()[:_STEM]
    told = (said for said in _sentences(lesson) if stems[0] in said and stems[1] in said)
    return next(islice(told, 1, None), "") != ""


@lru_cache(maxsize=1024)
def _telling(text: str) -> frozenset[str]:
    """The words of a text that say something, without their endings."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()) if word not in _LITTLE)


@lru_cache(maxsize=1)
def _sentences(lesson: str) -> tuple[str, ...]:
    """The sentences of a lesson in small letters."""
    return tuple(_END.split(lesson.lower()))


_END = re.compile(r"[.!?]\s+")
