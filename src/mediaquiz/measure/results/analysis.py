"""What the results of tests say about their items: the values that reports show."""

from collections.abc import Mapping

from mediaquiz.measure.results.figures import NOBODY, Figures
from mediaquiz.measure.results.flags import SMALLEST_GROUP, Advice, Flag
from mediaquiz.measure.results.tally import ItemKey, ScoreFigures
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Item
from mediaquiz.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Test:
    """Learners who were asked the same items: what their results are called, and their scores."""

    __test__ = False

    names: tuple[str, ...]
    scores: ScoreFigures


@dataclass(frozen=True, slots=True)
class Studied:
    """An item and what is known of it: from these results and, ``pooled``, with the classes that were saved.

    ``item`` is None for a question of no deck here. ``current`` is False for answers to an earlier wording.
    """

    key: ItemKey
    text: str
    here: Figures
    pooled: Figures
    item: Item | None = None
    deck: Deck | None = None
    current: bool = True
    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    advice: Advice = Advice.NONE


@dataclass(frozen=True, slots=True)
class Counted:
    """One learner's shares in a test, by item; ``test`` counts from 1, as in the report."""

    learner: str
    test: int
    shares: Mapping[ItemKey, float]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What results say. ``learners`` were counted; ``few`` were in groups too small to show, ``again`` were not the
    first try, ``classes`` are the names of the saved ones that were pooled; ``digest`` names these results. ``sheets``
    are kept only where somebody asked for them."""

    tests: tuple[Test, ...] = ()
    items: tuple[Studied, ...] = ()
    learners: int = 0
    few: int = 0
    again: int = 0
    classes: tuple[str, ...] = ()
    digest: str = ""
    sheets: tuple[Counted, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer to an item: which part of all learners, of the upper and of the lower group gave it.

    ``right`` is None where an item has no options.
    """

    answer: str
    every: float
    upper: float
    lower: float
    right: bool | None = None


def answer_rows(one: Studied) -> tuple[AnswerRow, ...]:
    """The options of an item, its key first, or what was typed, the most frequent first.

    Of typed texts only those that as many learners gave as make a group: they may say who wrote them. They are not
    saved with a class, so these are of the present results alone.
    """
    options = dict.fromkeys(one.right, True) | dict.fromkeys(one.wrong, False)
    if options:
        return tuple(_row(one.pooled, answer, right) for answer, right in options.items())
    typed = [(-counts[0], answer) for answer, counts in one.here.answers.items() if counts[0] >= SMALLEST_GROUP]
    return tuple(_row(one.here, answer, None) for _, answer in sorted(typed))


def _row(figures: Figures, answer: str, right: bool | None) -> AnswerRow:
    every, upper, lower = figures.answers.get(answer, NOBODY)
    upper_n, lower_n = figures.upper_n or 1.0, figures.lower_n or 1.0
    return AnswerRow(answer, every / max(figures.n, 1), upper / upper_n, lower / lower_n, right)
