"""Hints, one at a time: the author's own, then the first letter; or an option that is wrong."""

from collections.abc import Iterator, Sequence

from mediaquiz.model import views
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Choice, Cloze, Content, ListAll, Multi, Short

_ARTICLES = ("the ", "a ", "an ", "to ")
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_SYLLABLES, _PER_INITIAL = 0xAC00, 588


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint: a text, or an option that is wrong, with its number as shown."""

    text: str
    option: int = 0


def hints(content: Content, shown: Sequence[str] = ()) -> tuple[Hint, ...]:
    """All hints of an item in the order in which they are given; ``shown`` are its options as the learner sees them.

    One wrong option at least is never given away. Items that are answered in the head, in order or in pairs have none.
    """
    match content:
        case Cloze(hint=hint) if hint:
            return (Hint(hint), *_letters([str(views.answer(content))]))
        case Short() | Cloze():
            return tuple(_letters([str(views.answer(content))]))
        case ListAll(members=members):
            return tuple(_letters(members))
        case Choice(distractors=wrong) | Multi(distractors=wrong):
            return tuple(Hint(text, n) for n, text in enumerate(shown, start=1) if text in wrong)[:-1]
        case _:
            return ()


def _letters(answers: Sequence[str]) -> Iterator[Hint]:
    found = [first_letter(answer) for answer in answers]
    if all(found):
        yield Hint(", ".join(found))


def first_letter(answer: str) -> str:
    """The beginning of an answer, its article aside: one letter; of Hangul, the initial of each syllable."""
    bare = answer.strip().strip("`\"'“”‘’")
    bare = next((bare[len(word) :] for word in _ARTICLES if bare.lower().startswith(word)), bare)
    if not bare:
        return ""
    if _is_syllable(bare[0]):
        return "".join(_initial(sign) for sign in bare)
    return f"{bare[0]}…" if len(bare) > 1 else ""


def _is_syllable(sign: str) -> bool:
    return 0 <= ord(sign) - _SYLLABLES < 11172


def _initial(sign: str) -> str:
    return _INITIALS[(ord(sign) - _SYLLABLES) // _PER_INITIAL] if _is_syllable(sign) else sign
