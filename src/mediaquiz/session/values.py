"""The state of a sitting and what an action gives back. All frozen; time comes in with each action."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from mediaquiz.grade.values import Grade
from mediaquiz.model.frozen import dataclass, replace
from mediaquiz.model.item import Item
from mediaquiz.model.review import Answered as Reviewed
from mediaquiz.model.review import Kind, Purpose, Rating
from mediaquiz.schedule.day import read_due
from mediaquiz.schedule.settings import Settings

if TYPE_CHECKING:
    from mediaquiz.schedule.memory import Forecast


@dataclass(frozen=True, slots=True)
class Now:
    """One moment: an aware time in the learner's zone, and its study day."""

    at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class Card:
    """An item to be asked, with all that the sitting needs to know of it.

    ``lesson`` is the title that the learner sees, ``source`` the path of the lesson's file. ``history`` are the
    answers that its memory is made of. ``aliases`` are the learner's own accepted wordings, ``notes`` what they wrote
    to the card, oldest first. ``begun`` cards have a history, which need not be read to know that. ``retention`` is
    the desired one where it is not that of the sitting. ``load`` says how many other cards are due on the days to come.
    """

    item: Item
    lesson: str = ""
    source: str = ""
    history: tuple[Reviewed, ...] = ()
    aliases: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    begun: bool = False
    retention: float | None = None
    load: Mapping[date, int] = field(default_factory=dict)

    @property
    def due(self) -> date | datetime | None:
        """When it is to be asked: a study day, a time for a step, None for a new card."""
        return read_due(self.history[-1].due) if self.history else None

    def settings(self, settings: Settings) -> Settings:
        """The settings of the sitting as they hold for this card."""
        return settings if self.retention is None else replace(settings, desired_retention=self.retention)

    def forecast(self, settings: Settings, day: date) -> "Forecast":
        """What each rating would do on a study day, under the settings of the sitting."""
        from mediaquiz.schedule.memory import forecast, replay

        own = self.settings(settings)
        return forecast(replay(self.history, own), day, self.item.id, own, self.load)


class Phase(StrEnum):
    """ASKING: the question waits for an answer. ANSWERED: the answer waits for a rating. DONE: nothing is left."""

    ASKING = "asking"
    ANSWERED = "answered"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Attempt:
    """What the learner gave: the text (empty when the answer was asked for), its grade, the time it took."""

    text: str
    grade: Grade
    ms: int


@dataclass(frozen=True, slots=True)
class Ready:
    """What an answer to the present card will need, as far as it can be worked out before it is rated.

    ``options`` are those shown. ``forecast`` holds for ``day``; it is None where nothing is scheduled. ``reviews`` has
    for each rating of the ``attempt`` the data of its record; without an attempt it is empty. ``later`` is the
    ``queue`` of the sitting without its first card.
    """

    day: date
    options: tuple[str, ...]
    forecast: "Forecast | None"
    attempt: Attempt | None
    reviews: Mapping[Rating, Mapping[str, object]]
    queue: tuple[Card, ...]
    later: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """A card that was rated in this sitting; ``card`` is as it was before. ``due`` is empty when nothing schedules."""

    card: Card
    attempt: Attempt
    rating: Rating
    due: str


@dataclass(frozen=True, slots=True)
class Append:
    """A record to append to the review log. The caller stamps id and time.

    The time is ``now`` where that is given: a review is of the moment for which its promise was made.
    """

    kind: Kind
    item: str
    data: Mapping[str, object] = field(default_factory=dict)
    now: Now | None = None


@dataclass(frozen=True, slots=True)
class Void:
    """Append a ``void`` of the newest record of this sitting that is not yet voided."""


Effect = Append | Void


class Notice(StrEnum):
    """What a skin should say about an action that is not seen from the next view alone."""

    UNDONE = "undone"
    NOTHING_TO_UNDO = "nothing_to_undo"
    NOT_READ = "not_read"
    SKIPPED = "skipped"
    LAST = "last"
    SUSPENDED = "suspended"
    BURIED = "buried"
    FLAGGED = "flagged"
    ALIAS = "alias"
    NOTED = "noted"
    HINTED = "hinted"
    NO_HINT = "no_hint"
    NOT_NOW = "not_now"


@dataclass(frozen=True, slots=True)
class Session:
    """A sitting between two actions.

    ``queue`` are cards not shown yet, ``again`` cards that come back in this sitting, soonest first. ``shown`` counts
    the questions shown, ``seed`` is the sitting's: together they shuffle the options. ``past`` is the state before the
    last action that can be undone, which has a past of its own, and the effect of the action. What is not for STUDY
    changes no schedule. ``hints`` counts those given for the present question. ``until`` is when no further question
    comes. ``ready`` is what ``machine.prepare`` worked out for the present card; nothing but the time saved depends on
    it.
    """

    settings: Settings
    seed: int
    total: int
    queue: tuple[Card, ...] = ()
    again: tuple[Card, ...] = ()
    current: Card | None = None
    phase: Phase = Phase.DONE
    shown: int = 0
    asked_at: datetime | None = None
    hints: int = 0
    attempt: Attempt | None = None
    answers: tuple[Answered, ...] = ()
    past: "tuple[Session, Effect | None] | None" = None
    purpose: Purpose = Purpose.STUDY
    until: datetime | None = None
    ready: Ready | None = None

    @property
    def schedules(self) -> bool:
        """Whether its answers decide when the cards come again."""
        return self.purpose is Purpose.STUDY


@dataclass(frozen=True, slots=True)
class Step:
    """What an action leads to: the next state, at most one record to append, at most one thing to say."""

    session: Session
    effect: Effect | None = None
    notice: Notice | None = None
