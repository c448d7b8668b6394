"""The fold: the records of the log, from any number of devices, make one state.

    fold(records) == fold(any order and repetition of the records) == State().with_record(…).with_record(…) …

This holds because there is one way only: a state takes in records, sorts the events of what they touch by time and
id, and folds those cards again from the start. Stability and difficulty are not part of the state: they are replayed
(``memory.replay``) for the one card that is being answered.

A card is folded when it is first looked at. So a state can also be taken up from an archive of events that were sorted
before (``resume``), of which few are read.
"""

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import field
from datetime import date

from mediaquiz.model.bulk import bulk
from mediaquiz.model.frozen import dataclass, replace
from mediaquiz.model.problem import Problem, warning
from mediaquiz.model.review import Kind, Record
from mediaquiz.schedule.card import CardState, Standing, fold_card
from mediaquiz.schedule.events import UNREADABLE, Event, events_of, in_order, without_echoes
from mediaquiz.schedule.layers import Archive, Events, Grown, InMemory, Layered, Made
from mediaquiz.schedule.settings import Settings
from mediaquiz.schedule.shared import Shared, fold_shared

_NEW = CardState()
_NEW_STANDING = Standing()


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the log says. Equal logs make equal states.

    ``base`` are the settings that hold without records (defaults, or the user's configuration); ``cards`` and
    ``standings`` have an entry for each item that any record is about. ``lost`` are the ids of undone records that are
    not here, ``unreadable`` those of records without the fields of their kind.
    """

    base: Settings = field(default_factory=Settings)
    events: Grown = field(default_factory=lambda: Grown(InMemory({}), {}), repr=False)
    shared: Shared = field(default_factory=lambda: Shared(Settings()))
    cards: Layered[CardState] = field(default_factory=lambda: Layered({}))
    standings: Layered[Standing] = field(default_factory=lambda: Layered({}))
    lost: frozenset[str] = frozenset()
    unreadable: frozenset[str] = frozenset()

    def card(self, item_id: str) -> CardState:
        """The card of an item; a new one when nothing is recorded."""
        return self.cards.find(item_id) or _NEW

    def standing(self, item_id: str) -> Standing:
        """Where the card of an item stands: much cheaper than the card."""
        return self.standings.find(item_id) or _NEW_STANDING

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

    def behind(self, card: str) -> tuple[str, ...]:
        """The items whose events a card is made of: its own, and those whose history it took over."""
        moved = (name for name, owner in self.shared.owners.items() if owner == card)
        return tuple(name for name in (card, *moved) if name in self.events)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Settings that are not understood, undos of records that are not here, records without their fields."""
        return (*self.shared.problems, *_lost_voids(self), *map(_unreadable, sorted(self.unreadable)))

    def done(self, day: date) -> tuple[int, int]:
        """How many new items were introduced on a study day, and how many reviews were done."""
        each = self.done_by_item(day).values()
        return sum(new for new, _ in each), sum(reviews for _, reviews in each)

    def done_by_item(self, day: date) -> Mapping[str, tuple[int, int]]:
        """The items that were answered on a study day: (1 if it was introduced then, how many reviews it had)."""
        found: dict[str, tuple[int, int]] = {}
        known = self.standings
        for name in known:
            standing = known[name]
            last_day = standing.last_day
            if last_day and last_day >= day:
                card = self.card(name) if last_day > day else None
                if card is None or card.answered_on(day):
                    found[name] = card.done(day) if card else standing[-2:]
        return found

    def with_record(self, record: Record) -> "State":
        """The state after one more record: exactly ``fold`` of all records."""
        return self.with_records((record,))

    def with_records(self, records: Iterable[Record]) -> "State":
        """The state after more records, in whatever order they come."""
        more = events_of(records)
        changed = _merge(self.events, more)
        if not changed:
            return self
        events = self.events.grown(changed)
        shared = fold_shared(events.get("", ()), self.base) if "" in changed else self.shared
        sources = _sources(shared.owners)
        cards = {name: _card(name, events, sources, shared) for name in _touched(self, events, set(changed), shared)}
        return replace(
            self,
            events=events,
            shared=shared,
            cards=self.cards.changed(cards),
            standings=self.standings.changed({name: card.standing if card else None for name, card in cards.items()}),
            lost=_missing(self.lost | _targets(more.get("", ())), events),
            unreadable=self.unreadable | _without_fields(more.values()),
        )


def fold(records: Iterable[Record], settings: Settings | None = None) -> State:
    """The state that the records make, over the settings that hold without any."""
    with bulk():
        events = InMemory({name: in_order(found) for name, found in events_of(records).items()})
        lost = _missing(_targets(events.get("", ())), events)
        return resume(events, settings or Settings(), lost, _without_fields(events.values()))


def resume(
    events: Archive,
    base: Settings,
    lost: frozenset[str] = frozenset(),
    unreadable: frozenset[str] = frozenset(),
    standings: Mapping[str, Standing] | None = None,
) -> State:
    """The state of events that were sorted before; the rest is what the state said of itself then."""
    shared = fold_shared(events.get("", ()), base)
    sources = _sources(shared.owners)
    names: Collection[str] = standings or {shared.owners.get(name, name) for name in events} - {""}
    cards = Made(names, lambda name: _card(name, events, sources, shared) or _NEW)
    known = standings or Made(names, lambda name: cards[name].standing)
    return State(base, Grown(events, {}), shared, Layered(cards), Layered(known), lost, unreadable)


def _merge(old: Archive, more: Mapping[str, Iterable[Event]]) -> dict[str, Events]:
    """The event lists that grew, whole and in order."""
    merged = {name: in_order((*old.get(name, ()), *events)) for name, events in more.items()}
    return {name: events for name, events in merged.items() if len(events) > len(old.get(name, ()))}


def _touched(state: State, events: Archive, changed: set[str], shared: Shared) -> set[str]:
    """The items whose cards may be another now."""
    before = state.shared
    names = set(changed)
    if shared is not before:
        flipped = shared.voided ^ before.voided
        names |= events.holding(flipped) if flipped else set()
        names |= {name for name, _ in shared.owners.items() ^ before.owners.items()}
        names |= {before.owners.get(name, name) for name in names} | {shared.owners.get(name, name) for name in names}
    if shared.settings != before.settings:
        names |= {name for name, known in state.standings.items() if known.redone}
    return ({shared.owners.get(name, name) for name in names} | names) - {""}


def _card(name: str, events: Archive, sources: Mapping[str, list[str]], shared: Shared) -> CardState | None:
    """The card that is made of all that happened to an item; None when nothing did."""
    found = _gathered(name, events, sources.get(name, ()), shared)
    effective = [event for event in found if event.id not in shared.voided] if shared.voided else found
    return fold_card(name, effective, shared.settings) if found else None


def _sources(owners: Mapping[str, str]) -> dict[str, list[str]]:
    """For each item that took over histories, the items they came from."""
    sources: dict[str, list[str]] = {}
    for name, owner in owners.items():
        sources.setdefault(owner, []).append(name)
    return sources


def _gathered(name: str, events: Archive, sources: Iterable[str], shared: Shared) -> Events:
    own = () if name in shared.owners else events.get(name, ())
    moved = [event for source in sources for event in events.get(source, ())]
    return without_echoes(in_order((*own, *moved)) if moved else own)


def _targets(shared: Iterable[Event]) -> frozenset[str]:
    """The ids of the records that voids name."""
    return frozenset(event.value[0] for event in shared if event.kind == Kind.VOID)


def _missing(ids: Set[str], events: Archive) -> frozenset[str]:
    """Those of the ids that no event has."""
    names = events.holding(ids) if ids else ()
    return frozenset(ids - {event.id for name in names for event in events[name]})


def _without_fields(events: Iterable[Iterable[Event]]) -> frozenset[str]:
    return frozenset([event.id for found in events for event in found if event.kind == UNREADABLE])


def _lost_voids(state: State) -> list[Problem]:
    voids = [event for event in state.events.get("", ()) if event.kind == Kind.VOID] if state.lost else []
    return [
        warning("MQ405", f"The record {void.id} undoes {void.value[0]}, which is not in the log.", hint=_SYNC)
        for void in voids
        if void.value[0] in state.lost
    ]


def _unreadable(name: str) -> Problem:
    return warning("MQ404", f"The record {name} has no usable value in a field of its kind; it was kept, not used.")


_SYNC = "If you study on several machines, bring their review files together; otherwise it does no harm."
