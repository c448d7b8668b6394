"""Generator: the lesson's own questions with options, as it asks them."""

import re
from collections.abc import Iterable

from mediaquiz.generate.english import curly, full_stop
from mediaquiz.generate.make import candidate
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract, Posed
from mediaquiz.model.item import Choice, Content, ListAll, Multi, Recall, TrueFalse

_MOST_DISTRACTORS = 5


_BELOW = re.compile(r" (?:(?:listed|shown|given) )?below(?=[ ?:])")
_NUMBER = re.compile(r"^(?:Q|Question |문제 ?|질문 ?)?\d+[.:)] +(?=\S)")
_SPOKEN = (
    (re.compile(r"\b([Ww])e(?=\b)"), lambda found: "You" if found[1] == "W" else "you"),
    (re.compile(r"\b[Oo]ur(?=\b)"), lambda found: "Your" if found[0] == "Our" else "your"),
    (re.compile(r"\bus\b"), lambda found: "you"),
)


def _to_reader(question: str) -> str:
    """The question as it is put to one learner: "we" is "you", its options stand with it, and it has no number."""
    question = _NUMBER.sub("", question)
    for spoken, told in _SPOKEN:
        question = spoken.sub(told, question)
    return _BELOW.sub("", question)


def generate(extract: Extract) -> Iterable[Candidate]:
    """One choice for each question with one right option, one multiple choice where several are right.

    Where the options would tell, and the question needs none, it is asked without.
    """
    for found in extract.findings:
        if isinstance(found, Posed):
            right = tuple(curly(option) for option, is_right, _ in found.options if is_right)
            wrong = tuple(curly(option) for option, is_right, _ in found.options if not is_right)[:_MOST_DISTRACTORS]
            stem = _to_reader(curly(found.question))
            why = "; ".join(why for _, is_right, why in found.options if is_right and why)
            content = _content(stem, right, wrong, why)
            explain = full_stop(curly(why)) if why else ""
            yield candidate("posed", content, found.place, aspect="question", explain=explain, trust=0.9, value=0.9)


_TRUE, _FALSE = re.compile(r"(?:true|참|맞|○)", re.IGNORECASE), re.compile(r"(?:false|거짓|틀|×)", re.IGNORECASE)


def _content(stem: str, right: tuple[str, ...], wrong: tuple[str, ...], why: str) -> Content:
    """What is asked: a statement that is true or false, the question alone, or the question with its options."""
    if len(right) == len(wrong) == 1 and _FALSE.match(right[0]) and _TRUE.match(wrong[0]):
        return TrueFalse(stem, answer=False, correction=why)
    if len(right) == len(wrong) == 1 and _TRUE.match(right[0]) and _FALSE.match(wrong[0]):
        return TrueFalse(stem, answer=True)
    alone = _without_options(stem, right, wrong)
    return alone or (Choice(stem, right[0], wrong) if len(right) == 1 else Multi(stem, right, wrong))


_NEEDS_OPTIONS = re.compile(
    r"\b(?:which|following|these|those|below|best|most|true|false|correct|select|choose|pick|all)\b|다음|중에|고르|가장|보기"
    r"|옳|맞는|해당|적절한|알맞|:$",
    re.IGNORECASE,
)
_TELLING_LENGTH, _SHORT = 1.5, 12
_LONGEST_MEMBER = 40


def _without_options(stem: str, right: tuple[str, ...], wrong: tuple[str, ...]) -> Content | None:
    """The question alone, where the length of its key would tell it, or too few options are wrong; else None."""
    if not wrong or _NEEDS_OPTIONS.search(stem) or not stem.endswith("?"):
        return None
    longest = max(map(len, wrong))
    if len(right) == 1:
        told = len(right[0]) > _SHORT and len(right[0]) > _TELLING_LENGTH * longest
        return Recall(stem, full_stop(right[0])) if told else None
    if len(wrong) > 1 or any(len(member) > _LONGEST_MEMBER for member in right):
        return None
    return ListAll(stem, tuple(member.rstrip(".") for member in right), tuple(() for _ in right))
