"""What the log says of one card, folded from its events. No memory model is needed for it.

The due date is the one that the last review's record promised. That holds as long as the record was written by
someone who knew all the answers before it; after a merge of two machines, or the undo of an answer in the middle, it
may not have been. So each review carries ``past``: a running CRC-32 over the ids of the card's answers that were
known when it was written. When it is not the ``past`` of the answers that now stand before it, the promise is made
again from the whole history; it stays so when an answer follows that was given by it. A record without ``past`` (from
another tool) is believed when the answer before it is of the same device, whose own answers it must have known.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from itertools import repeat
from struct import pack
from typing import Any, NamedTuple
from zlib import crc32

from mediaquiz.model.frozen import dataclass, replace
from mediaquiz.model.review import Answered, Kind, Stage
from mediaquiz.schedule.day import utc_text
from mediaquiz.schedule.events import (
    Event,
    answered,
    due_of,
    ivl_of,
    with_promise,
)
from mediaquiz.schedule.settings import Settings

_STAGES = {stage.value: stage for stage in Stage}
_REVIEW, _RESET, _RESCHEDULE = Kind.REVIEW, Kind.RESET, Kind.RESCHEDULE
NO_PAST = f"{0:08x}"


@dataclass(frozen=True, slots=True)
class Remark:
    """A flag's reason, a note, or an answer that the learner accepts; ``id`` is its record's, to undo it."""

    id: str
    at: datetime
    text: str


class Standing(NamedTuple):
    """What the queue needs to know of a card, and a start can know without its history.

    ``due``, ``stage``, ``suspended``, ``buried_until``, ``redone`` are the card's. ``ivl`` is the last interval as its
    record stores it, 0 for a new card; ``last_day`` is the last study day of all its reviews, None if there are none.
    ``last_at`` is when it was last answered or reset, as the log writes times. ``introduced`` and ``reviewed`` are what
    ``CardState.done`` says of ``last_day``.
    """

    due: date | datetime | None = None
    stage: Stage = Stage.NEW
    ivl: int = 0
    suspended: bool = False
    buried_until: date | None = None
    last_day: date | None = None
    last_at: str = ""
    redone: bool = False
    introduced: int = 0
    reviewed: int = 0


def standings_to_plain(standings: Iterable[Standing]) -> list[list[Any]]:
    """The standings as JSON holds them: of each field its different values, and for each card their place there.

    A start reads all of it, so no places are told where every card has the same value, or each one its own.
    """
    return [_column_to_plain(column) for column in zip(*standings, strict=True)]


def standings_from_plain(columns: list[list[Any]], count: int) -> Iterable[Standing]:
    """The standings that ``standings_to_plain`` was given, so many."""
    readers = (_moment, _STAGES.__getitem__, None, None, _moment, _moment, None, None, None, None)
    read = [_column_from_plain(column, reader, count) for column, reader in zip(columns, readers, strict=bool(count))]
    return map(_new_standing, repeat(Standing), zip(*read, strict=True))


_new_standing = tuple.__new__
"""A third of what ``Standing(…)`` costs."""


def _column_to_plain(column: Sequence[Any]) -> list[Any]:
    place_of = {value: place for place, value in enumerate(dict.fromkeys(column))}
    values = [value.isoformat() if isinstance(value, date) else value for value in place_of]
    places = [] if len(values) in (1, len(column)) else [place_of[value] for value in column]
    return [values, places]


def _column_from_plain(column: list[Any], read: Callable[[Any], Any] | None, count: int) -> Iterable[Any]:
    values, places = column
    if read:
        values = [read(value) for value in values]
    if places:
        return map(values.__getitem__, places)
    return values if len(values) == count else repeat(values[0], count)


def _moment(text: str | None) -> date | datetime | None:
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == len("2026-12-01") else datetime.fromisoformat(text)


@dataclass(frozen=True, slots=True)
class CardState:
    """One card.

    ``reviews`` are the events of all its counted reviews, ``starts`` the places in them where it was a new card: the
    first, and one after each reset. ``buried_until`` is the first study day on which it may be asked again. ``past``
    names the history for the next review's record (see above). ``redone`` when a promise was made again. ``last_at`` is
    when it was last answered or reset.
    """

    reviews: tuple[Event, ...] = ()
    starts: tuple[int, ...] = (0,)
    suspended: bool = False
    buried_until: date | None = None
    flags: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()
    aliases: tuple[Remark, ...] = ()
    past: str = NO_PAST
    redone: bool = False
    due: date | datetime | None = None
    last_at: datetime | None = None

    @property
    def answers(self) -> tuple[Answered, ...]:
        """All its counted reviews."""
        return tuple(map(answered, self.reviews))

    @property
    def history(self) -> tuple[Answered, ...]:
        """The answers that its memory is made of: those since the last reset."""
        return tuple(map(answered, self.reviews[self.starts[-1] :]))

    @property
    def lapses(self) -> int:
        """How often it was forgotten after it had been learnt."""
        from mediaquiz.schedule.memory import count_lapses  # a start needs no memory

        return count_lapses(self.history)

    @property
    def stage(self) -> Stage:
        """Where it stands, as far as the promises tell: LEARNING and RELEARNING are those due at a time of day."""
        if self.due is None:
            return Stage.NEW
        if not isinstance(self.due, datetime):
            return Stage.REVIEW
        return Stage.RELEARNING if any(ivl_of(event) > 0 for event in self._recent) else Stage.LEARNING

    @property
    def standing(self) -> Standing:
        """Where it stands, without its history."""
        reviews, due, last_at = self.reviews, self.due, self.last_at
        last_day = max([event.value[0] for event in reviews], default=None)
        introduced, reviewed = self.done(last_day) if last_day else (0, 0)
        return Standing(
            due,
            self.stage,
            0 if due is None else ivl_of(reviews[-1]),
            self.suspended,
            self.buried_until,
            last_day,
            utc_text(last_at) if last_at else "",
            self.redone,
            introduced,
            reviewed,
        )

    @property
    def _recent(self) -> tuple[Event, ...]:
        return self.reviews[self.starts[-1] :]

    def done(self, day: date) -> tuple[int, int]:
        """(1 if it was introduced on that study day, how many reviews it had then); learning steps are neither."""
        reviews, starts = self.reviews, self.starts
        first = later = 0
        for place in self.answered_on(day):
            if place in starts:
                first += 1
            elif ivl_of(reviews[place - 1]) > 0:
                later += 1
        return first, later

    def answered_on(self, day: date) -> list[int]:
        """The places in ``reviews`` of those done on that study day."""
        return [place for place, event in enumerate(self.reviews) if event.value[0] == day]


def past_of(answer_ids: Iterable[str]) -> str:
    """The ``past`` of a review that was given with knowledge of these answers, in their order."""
    past = 0
    for name in answer_ids:
        past = crc32(name.encode(errors="surrogatepass"), past)
    return f"{past:08x}"


def is_leech(card: CardState, settings: Settings) -> bool:
    """Whether a card was forgotten so often that its wording should be looked at."""
    return card.lapses >= settings.leech_lapses


def fold_card(item_id: str, events: Sequence[Event], settings: Settings) -> CardState:
    """The card that ordered, effective events make."""
    return _plain_card(events) or _any_card(item_id, events, settings)


def _plain_card(events: Sequence[Event]) -> CardState | None:
    """The card of most items: nothing but reviews, each of which knew those before it. None for any other."""
    if not events:
        return None
    _, names, kinds, values = zip(*events, strict=True)
    if kinds.count(_REVIEW) < len(kinds):
        return None
    _, _, dues, _, _, claimed, _ = zip(*values, strict=True)
    past, pasts = 0, []
    for name in names:
        pasts.append(past)
        past = crc32(name.encode("utf-8", "surrogatepass"), past)
    # All at once: four bytes each, in hexadecimal.
    if "" in dues or ",".join(claimed) != pack(f">{len(pasts)}I", *pasts).hex(",", 4):
        return None
    end = events[-1]
    return CardState(tuple(events), (0,), False, None, (), (), (), f"{past:08x}", False, due_of(end), end.at)


def _any_card(item_id: str, events: Iterable[Event], settings: Settings) -> CardState:
    card, reviews, starts = CardState(), list[Event](), [0]
    past, known, before, last_at = 0, True, "", None
    for event in events:
        at, name, kind, value = event
        if kind == _REVIEW:
            doubted, known = not known, _knew(name, value, past, before)
            if doubted and known:
                reviews[-1] = _kept(reviews[starts[-1] :], item_id, settings)
                card = replace(card, redone=True)
            before, past = name, crc32(name.encode("utf-8", "surrogatepass"), past)
            reviews.append(event)
            last_at = at
        elif kind == _RESET:
            past, known, before, last_at = 0, True, "", at
            starts = [*starts, len(reviews)] if starts[-1] < len(reviews) else starts
        elif kind == _RESCHEDULE:
            if len(reviews) > starts[-1] and value[2] == f"{past:08x}":
                reviews[-1], known = with_promise(reviews[-1], *value[:2]), True
        elif kind in _STEPS:
            card = _STEPS[kind](card, event)
    if not known:
        reviews[-1] = _kept(reviews[starts[-1] :], item_id, settings)
    return CardState(
        tuple(reviews),
        tuple(starts),
        card.suspended,
        card.buried_until,
        card.flags,
        card.notes,
        card.aliases,
        f"{past:08x}",
        card.redone or not known,
        due_of(reviews[-1]) if len(reviews) > starts[-1] else None,
        last_at,
    )


def _kept(history: Sequence[Event], item_id: str, settings: Settings) -> Event:
    """The last review of a history with the promise that follows from the whole of it."""
    from mediaquiz.schedule.memory import redo_promise

    last = redo_promise([answered(event) for event in history], item_id, settings)
    return with_promise(history[-1], last.due, last.ivl)


def _knew(name: str, value: tuple[Any, ...], past: int, before: str) -> bool:
    """Whether a review was written with knowledge of the answers before it."""
    _, _, due, _, _, claimed, _ = value
    if not due:
        return False
    return claimed == f"{past:08x}" if claimed else not before or _device(before) == _device(name)


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
