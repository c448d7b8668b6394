"""Grading an answer to an item of any type."""

from collections.abc import Sequence

from mediaquiz.grade.covering import covered
from mediaquiz.grade.lists import grade_list
from mediaquiz.grade.picks import grade_choice, grade_match, grade_multi, grade_order, grade_truefalse
from mediaquiz.grade.typed import compare
from mediaquiz.grade.values import Detail, Grade, Note, Verdict, graded
from mediaquiz.model import views
from mediaquiz.model.item import (
    Choice,
    Cloze,
    Content,
    ListAll,
    Match,
    Multi,
    Order,
    Practice,
    Recall,
    Short,
    TrueFalse,
)


def grade(content: Content, text: str, *, shown: Sequence[str] = (), aliases: Sequence[str] = ()) -> Grade | None:
    """Grades what was typed; None when it cannot be read as an answer (a number that no option has).

    ``shown`` are the options in the order in which the learner saw them, for the types that are answered by number.
    ``aliases`` are wordings that this learner declared right earlier. Never raises, whatever was typed.
    """
    match content:
        case Recall(answer=answer):
            return graded(Verdict.SELF, Detail(hits=covered(text, answer)))
        case Practice():
            return graded(Verdict.SELF)
        case Short() | Cloze():
            return _typed([str(views.answer(content)), *views.accepted(content), *aliases], text)
        case Choice(key=key):
            return grade_choice(key, shown, text)
        case Multi(key=keys):
            return grade_multi(keys, shown, text)
        case TrueFalse(answer=right):
            return grade_truefalse(right, text)
        case Order(sequence=sequence):
            return grade_order(sequence, shown, text)
        case ListAll(members=members, accept=accept):
            return grade_list(members, accept, text)
        case Match(pairs=pairs):
            return grade_match(pairs, shown, text)


def unanswered(content: Content) -> Grade:
    """The grade when the learner asks for the answer instead of giving one."""
    if isinstance(content, Recall | Practice):
        return graded(Verdict.SELF)
    return graded(Verdict.WRONG, Detail(note=Note.UNANSWERED))


def _typed(accepted: Sequence[str], text: str) -> Grade:
    match, nearest = compare(text, accepted)
    return graded(match.verdict, Detail(note=match.note, wanted=nearest))
