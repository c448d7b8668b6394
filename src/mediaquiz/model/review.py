"""The review log's records and what they fold to.

A record is one line of JSON in ``reviews/<device>-<year>.jsonl``. Its last field is a checksum of the bytes before it
(see ``store.records``). Field names and meanings are frozen; unknown fields and kinds are kept, never dropped.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import NamedTuple

from mediaquiz.model.frozen import dataclass

RECORD_VERSION = 1


class Rating(IntEnum):
    """How well the learner knew it, as FSRS and Anki number it."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Kind(StrEnum):
    """The ``t`` of a record."""

    REVIEW = "review"
    VOID = "void"
    SUSPEND = "suspend"
    RESUME = "resume"
    BURY = "bury"
    FLAG = "flag"
    NOTE = "note"
    ALIAS = "alias"
    RESET = "reset"
    RELINK = "relink"
    SETTINGS = "settings"
    IMPORT = "import"
    READ = "read"
    RESCHEDULE = "reschedule"


class Purpose(StrEnum):
    """Why the item was asked. CRAM and TEST are logged and never touch the schedule."""

    STUDY = "study"
    CRAM = "cram"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the log.

    ``id`` is ``<device>-<seq>``; ``at`` is UTC; ``day`` is the learner's study day at that moment; ``tz`` is the
    offset from UTC in minutes. ``item`` is empty for records about no single item. ``data`` holds the other fields of
    the kind, as in the file:

    review      rating 1-4, ms, mode (how it was answered: the item's type), correct (absent when self-graded), seen
                (``views.wording``), due (a date for whole days, a UTC time for steps), ivl (days, or negative seconds
                for steps), params (id of the parameters), dr (desired retention), seed (of the shuffle, where there
                was one), hint (true when one was used), purpose (absent for study), past (a running checksum over the
                ids of the card's earlier answers that were known when it was given: see ``schedule.card``)
    void        target (the id of the record that is undone; a void can be undone as well)
    bury        until (a date)
    flag, note  text
    alias       text (the learner's own accepted answer)
    relink      to (the item that takes over the history)
    settings    any of limits, retention, parameters …; null takes a setting back
    reschedule  due, ivl, past as in a review: another promise for the card's last answer, as long as that is the last
    read        lesson (a lesson that was started)
    import      one review of the item in another program: origin (the program), key (its name for the review), rating,
                ms, due, ivl and past as in a review; reviewed_at (UTC) and reviewed_day tell when it was. ``at`` is
                when it was brought here. One moment is one review, whatever device imports it and how often.
    """

    id: str
    kind: Kind | str
    at: datetime
    day: date
    tz: int
    item: str = ""
    data: Mapping[str, object] = field(default_factory=dict)
    version: int = RECORD_VERSION

    @property
    def sort_key(self) -> tuple[datetime, str]:
        """Records fold in this order, whatever file they came from."""
        return (self.at, self.id)


class Stage(StrEnum):
    """Where a card stands: FSRS's states, and NEW before the first review."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


class Answered(NamedTuple):
    """One counted review in a card's history: what FSRS needs, and what was promised then."""

    at: datetime
    day: date
    rating: Rating
    due: str
    ivl: int
    id: str = ""
    params: str = ""


@dataclass(frozen=True, slots=True)
class Memory:
    """What the log says of one card. Stability (days) and difficulty (1-10) are None for a new card.

    ``due_day`` is the study day on which it is due; ``due_at`` is set as well for steps shorter than a day.
    ``step`` is the index of the next learning or relearning step, None in NEW and REVIEW.
    """

    stage: Stage = Stage.NEW
    stability: float | None = None
    difficulty: float | None = None
    step: int | None = None
    due_day: date | None = None
    due_at: datetime | None = None
    last_at: datetime | None = None
    last_day: date | None = None
    ivl: int = 0
    reps: int = 0
    lapses: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """All that another program needs to go on with a card.

    ``answers`` are all counted reviews in order, ``starts`` the places in them where the card was new (the first, and
    one after each reset; one behind the last answer for a card that is new again); ``spent`` tells the ms of each in
    turn. ``steps_left`` counts the learning or relearning steps still to do; ``retention`` is the desired one,
    ``decay`` the last of the FSRS-6 parameters.
    """

    memory: Memory
    answers: tuple[Answered, ...]
    starts: tuple[int, ...] = (0,)
    spent: tuple[int, ...] = ()
    suspended: bool = False
    steps_left: int = 0
    retention: float = 0.9
    decay: float = 0.1542
