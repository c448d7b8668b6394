"""The fold: the records of the log, from any number of devices, make one state.

    fold(records) == fold(any order and repetition of the records) == State().with_record(…).with_record(…) …

This holds because there is one way only: a state takes in records, sorts the events of what they touch by time and
id, and folds those cards again from the start. Stability and difficulty are not part of the state: they are replayed
(``memory.replay``) for the one card that is being answered.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.problem import Problem, warning
from mediaquiz.model.review import Kind, Record
from mediaquiz.schedule.card import CardState, fold_card
from mediaquiz.schedule.events import UNREADABLE, Event, events_of, in_order, without_echoes
from mediaquiz.schedule.settings import Settings
from mediaquiz.schedule.shared import Shared, fold_shared

_NEW = CardState()


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the log says. Equal logs make equal states.

    ``base`` are the settings that hold without records (defaults, or the user's configuration); ``cards`` has an
    entry for each item that any record is about.
    """

    base: Settings = field(default_factory=Settings)
    cards: Mapping[str, CardState] = field(default_factory=dict)
    events: Mapping[str, tuple[Event, ...]] = field(default_factory=dict, repr=False)
    shared: Shared = field(default_factory=lambda: Shared(Settings()))

    def card(self, item_id: str) -> CardState:
        """The card of an item; a new one when nothing is recorded."""
        return self.cards.get(item_id, _NEW)

    @property
    def settings(self) -> Settings:
        """The base with the ``settings`` records over it."""
        return self.shared.settings

    @property
    def values(self) -> Mapping[str, object]:
        """The ``settings`` records merged in time order, also what is not about scheduling."""
        return self.shared.values

    @property
    def started(self) -> frozenset[str]:
        """The lessons that were read or set as started."""
        return self.shared.started

    @property
    def voided(self) -> frozenset[str]:
        """The ids of the records that are undone."""
        return self.shared.voided

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all records."""
        return frozenset(event.id for events in self.events.values() for event in events)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Settings that are not understood, undos of records that are not here, records without their fields."""
        return (*self.shared.problems, *_lost_voids(self), *_unreadable(self))

    def done(self, day: date) -> tuple[int, int]:
        """How many new items were introduced on a study day, and how many reviews were done."""
        each = [card.done(day) for card in self.cards.values()]
        return sum(new for new, _ in each), sum(reviews for _, reviews in each)

    def with_record(self, record: Record) -> "State":
        """The state after one more record: exactly ``fold`` of all records."""
        return self.with_records((record,))

    def with_records(self, records: Iterable[Record]) -> "State":
        """The state after more records, in whatever order they come."""
        changed = _merge(self.events, events_of(records))
        if not changed:
            return self
        events = {**self.events, **changed}
        shared = fold_shared(events.get("", ()), self.base) if "" in changed else self.shared
        touched = _touched(self, events, set(changed), shared)
        return replace(self, cards=_cards(self.cards, events, shared, touched), events=events, shared=shared)


def fold(records: Iterable[Record], settings: Settings | None = None) -> State:
    """The state that the records make, over the settings that hold without any."""
    base = settings or Settings()
    return State(base=base, shared=Shared(base)).with_records(records)


def _merge(old: Mapping[str, tuple[Event, ...]], more: Mapping[str, Iterable[Event]]) -> dict[str, tuple[Event, ...]]:
    """The event lists that grew, whole and in order."""
    merged = {name: in_order((*old.get(name, ()), *events)) for name, events in more.items()}
    return {name: events for name, events in merged.items() if len(events) > len(old.get(name, ()))}


def _touched(state: State, events: Mapping[str, tuple[Event, ...]], changed: set[str], shared: Shared) -> set[str]:
    """The items whose cards may be another now."""
    before = state.shared
    names = set(changed)
    if shared is not before:
        flipped = shared.voided ^ before.voided
        names |= {name for name, found in events.items() if any(event.id in flipped for event in found)}
        names |= {name for name, _ in shared.owners.items() ^ before.owners.items()}
        names |= {before.owners.get(name, name) for name in names} | {shared.owners.get(name, name) for name in names}
    if shared.settings != before.settings:
        names |= {name for name, card in state.cards.items() if card.redone}
    return {shared.owners.get(name, name) for name in names} | names


def _cards(
    old: Mapping[str, CardState], events: Mapping[str, tuple[Event, ...]], shared: Shared, touched: set[str]
) -> dict[str, CardState]:
    cards = dict(old)
    sources = _sources(shared.owners)
    for name in touched - {""}:
        found = _gathered(name, events, sources.get(name, ()), shared)
        if found:
            effective = (event for event in found if event.id not in shared.voided)
            cards[name] = fold_card(name, effective, shared.settings)
        else:
            cards.pop(name, None)
    return cards


def _sources(owners: Mapping[str, str]) -> dict[str, list[str]]:
    """For each item that took over histories, the items they came from."""
    sources: dict[str, list[str]] = {}
    for name, owner in owners.items():
        sources.setdefault(owner, []).append(name)
    return sources


def _gathered(
    name: str, events: Mapping[str, tuple[Event, ...]], sources: Iterable[str], shared: Shared
) -> tuple[Event, ...]:
    own = () if name in shared.owners else events.get(name, ())
    moved = [event for source in sources for event in events.get(source, ())]
    return without_echoes(in_order((*own, *moved)) if moved else own)


def _lost_voids(state: State) -> list[Problem]:
    voids = [event for event in state.events.get("", ()) if event.kind == Kind.VOID]
    here = state.ids if voids else frozenset()
    return [
        warning("MQ405", f"The record {void.id} undoes {void.value[0]}, which is not in the log.", hint=_SYNC)
        for void in voids
        if void.value[0] not in here
    ]


def _unreadable(state: State) -> list[Problem]:
    ids = sorted(event.id for events in state.events.values() for event in events if event.kind == UNREADABLE)
    return [
        warning("MQ404", f"The record {name} has no usable value in a field of its kind; it was kept, not used.")
        for name in ids
    ]


_SYNC = "If you study on several machines, bring their review files together; otherwise it does no harm."
