"""What the log says of one card, folded from its events. No memory model is needed for it.

The due date is the one that the last review's record promised. That holds as long as the record was written by
someone who knew all the answers before it; after a merge of two machines, or the undo of an answer in the middle, it
may not have been. So each review carries ``past``: a running CRC-32 over the ids of the card's answers that were
known when it was written. When it is not the ``past`` of the answers that now stand before it, the promise is made
again from the whole history. A record without ``past`` (from another tool) is believed when the answer before it is
of the same device, whose own answers it must have known.
"""

import zlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.review import Answered, Kind, Stage
from mediaquiz.schedule.day import read_due
from mediaquiz.schedule.events import Event, answered, claimed_past
from mediaquiz.schedule.memory import count_lapses, redo_promise
from mediaquiz.schedule.settings import Settings

NO_PAST = f"{0:08x}"


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
    history for the next review's record (see above). ``redone`` when the last promise was made again.
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
        new = reviews = 0
        for index, answer in enumerate(self.answers):
            if answer.day == day:
                first = index in self.starts
                new += first
                reviews += not first and self.answers[index - 1].ivl > 0
        return new, reviews


def is_leech(card: CardState, settings: Settings) -> bool:
    """Whether a card was forgotten so often that its wording should be looked at."""
    return card.lapses >= settings.leech_lapses


def fold_card(item_id: str, events: Iterable[Event], settings: Settings) -> CardState:
    """The card that ordered, effective events make."""
    card, before = CardState(), ""
    known = True
    for event in events:
        if event.kind == Kind.REVIEW:
            known = _knew(event, card, before)
            before = event.id
        elif event.kind == Kind.RESET:
            before = ""
        card = _STEPS.get(event.kind, _unchanged)(card, event)
    return _with_due(card, known, item_id, settings)


def _knew(event: Event, card: CardState, before: str) -> bool:
    """Whether a review was written with knowledge of the answers before it."""
    claimed = claimed_past(event)
    if not event.value[2]:
        return False
    return claimed == card.past if claimed else not before or _device(before) == _device(event.id)


def _device(record_id: str) -> str:
    return record_id.rpartition("-")[0]


def _with_due(card: CardState, known: bool, item_id: str, settings: Settings) -> CardState:
    if not card.history:
        return card
    if not known:
        last = redo_promise(card.history, item_id, settings)
        card = replace(card, answers=(*card.answers[:-1], last), redone=True)
    return replace(card, due=read_due(card.answers[-1].due))


# What one event does to a card.


def _review(card: CardState, event: Event) -> CardState:
    past = f"{zlib.crc32(event.id.encode(), int(card.past, 16)):08x}"
    return replace(card, answers=(*card.answers, answered(event)), past=past)


def _reset(card: CardState, _: Event) -> CardState:
    starts = card.starts if card.starts[-1] == len(card.answers) else (*card.starts, len(card.answers))
    return replace(card, starts=starts, past=NO_PAST)


def _remark(event: Event) -> Remark:
    return Remark(event.id, event.at, event.value[0])


def _unchanged(card: CardState, _: Event) -> CardState:
    return card


_STEPS: dict[str, Callable[[CardState, Event], CardState]] = {
    Kind.REVIEW: _review,
    Kind.RESET: _reset,
    Kind.SUSPEND: lambda card, _: replace(card, suspended=True),
    Kind.RESUME: lambda card, _: replace(card, suspended=False, buried_until=None),
    Kind.BURY: lambda card, event: replace(card, buried_until=event.value[0]),
    Kind.FLAG: lambda card, event: replace(card, flags=(*card.flags, _remark(event))),
    Kind.NOTE: lambda card, event: replace(card, notes=(*card.notes, _remark(event))),
    Kind.ALIAS: lambda card, event: replace(card, aliases=(*card.aliases, _remark(event))),
}
