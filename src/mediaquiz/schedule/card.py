"""What the log says of one card, folded from its events. No memory model is needed for it.

The due date is the one that the last review's record promised. That holds as long as the record was written by
someone who knew all the answers before it; after a merge of two machines, or the undo of an answer in the middle, it
may not have been. So each review carries ``past``: a running CRC-32 over the ids of the card's answers that were
known when it was written. When it is not the ``past`` of the answers that now stand before it, the promise is made
again from the whole history; it stays so when an answer follows that was given by it. A record without ``past`` (from
another tool) is believed when the answer before it is of the same device, whose own answers it must have known.
"""

import zlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.review import Answered, Kind, Stage
from mediaquiz.schedule.day import read_due
from mediaquiz.schedule.events import Event, answered, claimed_past, promised
from mediaquiz.schedule.memory import count_lapses, redo_promise
from mediaquiz.schedule.settings import Settings

NO_PAST = f"{0:08x}"
_JOURNEY = timedelta(days=2)
"""More than study days go back on a journey across the date line."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A flag's reason, a note, or an answer that the learner accepts; ``id`` is its record's, to undo it."""

    id: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class CardState:
    """One card.

    ``answers`` are all its counted reviews, ``starts`` the places in them where it was a new card: the first, and one
    after each reset. ``buried_until`` is the first study day on which it may be asked again. ``past`` names the
    history for the next review's record (see above). ``redone`` when a promise was made again.
    """

    answers: tuple[Answered, ...] = ()
    starts: tuple[int, ...] = (0,)
    suspended: bool = False
    buried_until: date | None = None
    flags: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()
    aliases: tuple[Remark, ...] = ()
    past: str = NO_PAST
    redone: bool = False
    due: date | datetime | None = None

    @property
    def history(self) -> tuple[Answered, ...]:
        """The answers that its memory is made of: those since the last reset."""
        return self.answers[self.starts[-1] :]

    @property
    def lapses(self) -> int:
        """How often it was forgotten after it had been learnt."""
        return count_lapses(self.history)

    @property
    def stage(self) -> Stage:
        """Where it stands, as far as the promises tell: LEARNING and RELEARNING are those due at a time of day."""
        if self.due is None:
            return Stage.NEW
        if not isinstance(self.due, datetime):
            return Stage.REVIEW
        return Stage.RELEARNING if any(answer.ivl > 0 for answer in self.history) else Stage.LEARNING

    def done(self, day: date) -> tuple[int, int]:
        """(1 if it was introduced on that study day, how many reviews it had then); learning steps are neither."""
        places = self.answered_on(day)
        first = [place for place in places if place in self.starts]
        reviews = [place for place in places if place not in first and self.answers[place - 1].ivl > 0]
        return len(first), len(reviews)

    def answered_on(self, day: date) -> list[int]:
        """The places in ``answers`` of those given on that study day, the last one first.

        Answers are in order of time, and study days are as well but for journeys and corrected clocks: the search
        ends at the first answer that is days older.
        """
        long_ago = day - _JOURNEY
        found: list[int] = []
        for place in range(len(self.answers) - 1, -1, -1):
            answered_on = self.answers[place].day
            if answered_on < long_ago:
                break
            if answered_on == day:
                found.append(place)
        return found


def past_of(answer_ids: Iterable[str]) -> str:
    """The ``past`` of a review that was given with knowledge of these answers, in their order."""
    past = 0
    for name in answer_ids:
        past = zlib.crc32(name.encode(errors="surrogatepass"), past)
    return f"{past:08x}"


def is_leech(card: CardState, settings: Settings) -> bool:
    """Whether a card was forgotten so often that its wording should be looked at."""
    return card.lapses >= settings.leech_lapses


def fold_card(item_id: str, events: Iterable[Event], settings: Settings) -> CardState:
    """The card that ordered, effective events make."""
    card, answers, starts = CardState(), list[Answered](), [0]
    past, known, before = 0, True, ""
    for event in events:
        if event.kind == Kind.REVIEW:
            doubted, known = not known, _knew(event, past, before)
            if doubted and known:
                _redo_last(answers, starts[-1], item_id, settings)
                card = replace(card, redone=True)
            past, before = zlib.crc32(event.id.encode(errors="surrogatepass"), past), event.id
            answers.append(answered(event))
        elif event.kind == Kind.RESET:
            past, known, before = 0, True, ""
            starts = [*starts, len(answers)] if starts[-1] < len(answers) else starts
        elif event.kind in _STEPS:
            card = _STEPS[event.kind](card, event)
    if not known:
        _redo_last(answers, starts[-1], item_id, settings)
    due = read_due(answers[-1].due) if len(answers) > starts[-1] else None
    return replace(
        card,
        answers=tuple(answers),
        starts=tuple(starts),
        past=f"{past:08x}",
        redone=card.redone or not known,
        due=due,
    )


def _redo_last(answers: list[Answered], start: int, item_id: str, settings: Settings) -> None:
    answers[-1] = redo_promise(answers[start:], item_id, settings)


def _knew(event: Event, past: int, before: str) -> bool:
    """Whether a review was written with knowledge of the answers before it."""
    if not promised(event):
        return False
    claimed = claimed_past(event)
    return claimed == f"{past:08x}" if claimed else not before or _device(before) == _device(event.id)


def _device(record_id: str) -> str:
    return record_id.rpartition("-")[0]


# What one event does to a card, beside answers and resets.


def _remark(event: Event) -> Remark:
    return Remark(event.id, event.at, event.value[0])


_STEPS: dict[str, Callable[[CardState, Event], CardState]] = {
    Kind.SUSPEND: lambda card, _: replace(card, suspended=True),
    Kind.RESUME: lambda card, _: replace(card, suspended=False, buried_until=None),
    Kind.BURY: lambda card, event: replace(card, buried_until=event.value[0]),
    Kind.FLAG: lambda card, event: replace(card, flags=(*card.flags, _remark(event))),
    Kind.NOTE: lambda card, event: replace(card, notes=(*card.notes, _remark(event))),
    Kind.ALIAS: lambda card, event: replace(card, aliases=(*card.aliases, _remark(event))),
}
