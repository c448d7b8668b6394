"""What grading says."""

from enum import StrEnum

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.review import Rating


class Verdict(StrEnum):
    """How an answer stands. CLOSE asks the learner; SELF was never the program's to judge."""

    RIGHT = "right"
    CLOSE = "close"
    PARTIAL = "partial"
    WRONG = "wrong"
    SELF = "self"


class Note(StrEnum):
    """What to look at in an answer; NONE when there is nothing to say."""

    NONE = ""
    SPELLING = "spelling"
    SPACING = "spacing"
    CASE = "case"
    ENDING = "ending"
    UNIT = "unit"
    DIGITS = "digits"
    EXTRA = "extra"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Detail:
    """Why the verdict is what it is, for a skin to put into words.

    ``hits``, ``missed`` and ``extra`` are parts of an answer that has several; of one that is judged by the learner,
    ``hits`` are the words that were used. ``wanted`` is the accepted wording that
    the answer came nearest to.
    """

    note: Note = Note.NONE
    wanted: str = ""
    hits: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grade:
    """A verdict and the rating that it suggests.

    Right and close suggest Good, wrong and partial suggest Again; Hard and Easy are only ever the learner's. Whether a
    close answer counts, the learner is asked.
    """

    verdict: Verdict
    suggested: Rating | None
    detail: Detail = Detail()


SUGGESTED: dict[Verdict, Rating | None] = {
    Verdict.RIGHT: Rating.GOOD,
    Verdict.CLOSE: Rating.GOOD,
    Verdict.PARTIAL: Rating.AGAIN,
    Verdict.WRONG: Rating.AGAIN,
    Verdict.SELF: Rating.GOOD,
}


def graded(verdict: Verdict, detail: Detail = Detail()) -> Grade:
    """A grade with the rating that its verdict suggests."""
    return Grade(verdict, SUGGESTED[verdict], detail)


@dataclass(frozen=True, slots=True)
class Match:
    """How one text compares with one accepted wording: RIGHT, CLOSE or WRONG, and what to look at."""

    verdict: Verdict
    note: Note = Note.NONE


RIGHT = Match(Verdict.RIGHT)
WRONG = Match(Verdict.WRONG)
RANK: dict[Verdict, int] = {Verdict.RIGHT: 2, Verdict.CLOSE: 1, Verdict.WRONG: 0}
