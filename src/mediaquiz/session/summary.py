"""What a sitting came to."""

from collections.abc import Callable
from datetime import date, datetime

from mediaquiz.model import views
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Item, ItemType
from mediaquiz.model.review import Rating
from mediaquiz.session.values import Answered, Card, Session


@dataclass(frozen=True, slots=True)
class Score:
    """How many cards of a lesson, or of a type, were known at once, of how many."""

    name: str
    right: int
    total: int


@dataclass(frozen=True, slots=True)
class Missed:
    """A card that was not known at once."""

    type: ItemType
    prompt: str
    answer: str
    quote: str
    lesson: str


@dataclass(frozen=True, slots=True)
class Summary:
    """A sitting in numbers. A card counts once, by its first answer; ``ms`` is the time spent on questions.

    ``left`` cards were not shown; ``later`` cards come back today, the soonest at ``later_at``; ``next_day`` is the
    first day on which a card that was answered is due.
    """

    right: int
    total: int
    ms: int
    scores: tuple[Score, ...]
    types: tuple[Score, ...]
    missed: tuple[Missed, ...]
    left: int
    later: int
    later_at: datetime | None
    next_day: date | None


def summarize(session: Session) -> Summary:
    """The summary of a sitting, at any moment of it."""
    first = _first_answers(session.answers)
    due = session.again[0].due if session.again else None
    return Summary(
        right=sum(map(_known, first)),
        total=len(first),
        ms=sum(answered.attempt.ms for answered in session.answers),
        scores=_scores(first, lambda answered: answered.card.lesson),
        types=_scores(first, lambda answered: answered.card.item.type.value),
        missed=tuple(_missed(answered.card.item, answered.card.lesson) for answered in first if not _known(answered)),
        left=len(session.queue),
        later=len(session.again),
        later_at=due if isinstance(due, datetime) else None,
        next_day=_next_day(session.answers),
    )


def missed_cards(session: Session) -> tuple[Card, ...]:
    """The cards that were not known at once, as they were before."""
    return tuple(answered.card for answered in _first_answers(session.answers) if not _known(answered))


def _first_answers(answers: tuple[Answered, ...]) -> tuple[Answered, ...]:
    first: dict[str, Answered] = {}
    for answered in answers:
        first.setdefault(answered.card.item.id, answered)
    return tuple(first.values())


def _known(answered: Answered) -> bool:
    return answered.rating is not Rating.AGAIN


def _scores(first: tuple[Answered, ...], name_of: Callable[[Answered], str]) -> tuple[Score, ...]:
    known: dict[str, list[bool]] = {}
    for answered in first:
        known.setdefault(name_of(answered), []).append(_known(answered))
    return tuple(Score(name, sum(right), len(right)) for name, right in known.items())


def _missed(item: Item, lesson: str) -> Missed:
    quote = item.source.quote if item.source else ""
    return Missed(item.type, views.prompt(item.content), views.answer_text(item.content), quote, lesson)


def _next_day(answers: tuple[Answered, ...]) -> date | None:
    """The first whole day promised, of the last answer to each card."""
    last = {answered.card.item.id: answered.due for answered in answers}
    days = [due for due in last.values() if len(due) == len("2026-12-01")]
    return date.fromisoformat(min(days)) if days else None
