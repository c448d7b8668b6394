"""How far the lessons of a course are: begun, and mastered."""

from collections.abc import Callable, Iterable
from itertools import groupby

from mediaquiz.measure.tally import WEEKS
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.review import Stage
from mediaquiz.schedule.card import Standing


@dataclass(frozen=True, slots=True)
class LessonStanding:
    """One lesson: how many live cards it has, how many were ever answered, how many last for weeks.

    Suspended cards are left out: the learner put them aside.
    """

    title: str
    track: str
    cards: int
    seen: int
    lasting: int

    @property
    def started(self) -> bool:
        """Whether any card of it was answered."""
        return self.seen > 0

    @property
    def mastered(self) -> bool:
        """Whether every card of it is remembered for three weeks or more."""
        return 0 < self.cards == self.lasting


@dataclass(frozen=True, slots=True)
class TrackStanding:
    """The lessons of one track, which may have no name; ``lessons`` of them have cards."""

    track: str
    lessons: int
    started: int
    mastered: int


def lesson_standings(decks: Iterable[Deck], standing: Callable[[str], Standing]) -> tuple[LessonStanding, ...]:
    """Every lesson that has live cards, in course order."""
    return tuple(one for deck in decks if deck.lesson and (one := _lesson(deck, standing)).cards)


def _lesson(deck: Deck, standing: Callable[[str], Standing]) -> LessonStanding:
    known = [standing(item.id) for item in deck.items if item.id and item.live]
    kept = [one for one in known if not one.suspended]
    return LessonStanding(
        deck.title or deck.lesson,
        deck.track,
        len(kept),
        sum(one.last_day is not None for one in kept),
        sum(one.stage is Stage.REVIEW and one.ivl >= WEEKS for one in kept),
    )


def track_standings(lessons: Iterable[LessonStanding]) -> tuple[TrackStanding, ...]:
    """The lessons by track, in the order of their first lessons."""
    lessons = tuple(lessons)
    order = list(dict.fromkeys(one.track for one in lessons))
    by_track = groupby(sorted(lessons, key=lambda one: order.index(one.track)), key=lambda one: one.track)
    return tuple(_track(track, tuple(found)) for track, found in by_track)


def _track(track: str, lessons: tuple[LessonStanding, ...]) -> TrackStanding:
    return TrackStanding(track, len(lessons), sum(one.started for one in lessons), sum(one.mastered for one in lessons))
