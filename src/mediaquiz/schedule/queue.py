"""What to ask now, in which order. Deterministic: the same decks, log and time give the same queue.

1. cards in a learning step whose time has come, the longest waiting first
2. reviews due on the study day or before, the longest overdue first; among those of one day the lessons mix
3. new items of lessons that were started, are named, or belong to no lesson: in lesson and deck order, the tracks of
   the course taking turns over the day
4. cards in a learning step whose time comes within the learn-ahead limit, so that a sitting can end

Reviews and new items come within what the daily limits leave. When more reviews are due than a day takes (a backlog),
those come first that are late by the smallest share of their interval, for they can still be saved, and no new items
come until it is worked off, except of lessons that are named. Items of one concept in one deck are siblings: of those
that would be reviewed or learnt, one comes a day, so that no card gives the answer of the next one away. While a card
is in a learning step of the day, it is the one. For the same reason a card waits for another day when it shows the
answer of a lesson's card of the day, or would be shown its own: see ``giveaway``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from heapq import merge
from itertools import count
from operator import itemgetter

from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Item
from mediaquiz.model.review import Stage
from mediaquiz.schedule.card import Standing
from mediaquiz.schedule.day import study_day
from mediaquiz.schedule.fold import State
from mediaquiz.schedule.giveaway import Giveaways, showing
from mediaquiz.schedule.settings import Settings
from mediaquiz.text import sha256

_DAY = timedelta(days=1)
_LATER = frozenset({"today", "later"})


@dataclass(frozen=True, slots=True)
class Card:
    """An item to be asked, the deck it is in, and where it stands. ``due`` is None for a new one."""

    item: Item
    deck: str
    lesson: str
    stage: Stage
    due: date | datetime | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """Which items may be asked. An empty field does not restrict.

    ``ids`` are the items that are meant, None for all. ``paths`` are lessons, decks or folders of them, relative to the
    course. Naming a lesson or deck itself starts it: its new items come too. ``include_new_unstarted`` lets new items
    of all lessons come. ``unlimited`` asks all that is due or new at once, whatever the daily limits and siblings.
    """

    paths: tuple[str, ...] = ()
    ids: frozenset[str] | None = None
    limit: int | None = None
    include_new_unstarted: bool = False
    unlimited: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cards the queue holds now; what comes later.

    ``next_at`` is when the next learning step of the study day is due; ``next_day`` the next study day on which
    anything is to be asked. Both None when nothing is left to learn. ``waiting`` are the reviews that are due beyond
    the limit of the day: a backlog.
    """

    learning: int = 0
    due: int = 0
    new: int = 0
    next_at: datetime | None = None
    next_day: date | None = None
    waiting: int = 0

    @property
    def total(self) -> int:
        """All cards that can be asked now."""
        return self.learning + self.due + self.new


def queue(
    decks: Sequence[Deck], state: State, now: datetime, day: date, settings: Settings, only: Filter | None = None
) -> tuple[Card, ...]:
    """The cards to ask now, in order. ``now`` is aware and in the learner's zone, ``day`` its study day."""
    only = only or Filter()
    cards = _plan(decks, state, now, day, settings, only).now
    return cards[: only.limit] if only.limit is not None else cards


def counts(
    decks: Sequence[Deck], state: State, now: datetime, day: date, settings: Settings, only: Filter | None = None
) -> Counts:
    """How many cards ``queue`` gives, by stage, and when there is more. A filter's ``limit`` does not count here."""
    plan = _plan(decks, state, now, day, settings, only or Filter())
    stages = [card.stage for card in plan.now]
    due, new = stages.count(Stage.REVIEW), stages.count(Stage.NEW)
    later = [(due, _day_of(due, now, settings)) for due in plan.later]
    days = [found for _, found in later] + list(plan.buried) + [day + _DAY] * plan.held
    return Counts(
        learning=len(stages) - due - new,
        due=due,
        new=new,
        next_at=min((at for at, found in later if isinstance(at, datetime) and found <= day), default=None),
        next_day=min((found for found in days if found > day), default=None),
        waiting=plan.waiting,
    )


def matching(decks: Iterable[Deck], state: State, only: Filter | None = None) -> tuple[Card, ...]:
    """Every item that may be asked at all and that the filter lets pass, in course order: what cramming asks."""
    only = only or Filter()
    cards = {
        wanted[1]: _card(wanted)
        for deck in reversed(tuple(decks))
        if _passes(deck, only)
        for wanted in reversed(tuple(_live(deck, state, only)))
    }
    return tuple(reversed(cards.values()))[: only.limit]


_Wanted = tuple[Deck, str, Standing]
"""An item that the filter lets pass: its deck, its id, and where it stands. Of many thousands few are made."""
_Lot = tuple[Deck, Iterable[_Wanted]]
"""The new items of one deck."""


@dataclass(frozen=True, slots=True)
class _Plan:
    now: tuple[Card, ...]
    later: frozenset[date | datetime]
    buried: tuple[date, ...]
    held: bool
    waiting: int


def _plan(decks: Sequence[Deck], state: State, now: datetime, day: date, settings: Settings, only: Filter) -> _Plan:
    found: dict[str, list[_Wanted]] = {"step": [], "review": [], "ahead": [], "today": []}
    known, new, buried, later = _wanted(decks, state, day, only)
    for wanted in known:
        due = wanted[2].due
        assert due is not None
        place = _place(due, now, day, settings)
        if place in found:
            found[place].append(wanted)
        if place in _LATER:
            later.add(due)
    steps = sorted(found["step"], key=_when)
    done = state.done_by_item(day)
    allowed = _Allowance(decks, done, settings, only)
    late = not only.unlimited and settings.backlog and len(found["review"]) > allowed.room[Stage.REVIEW]
    reviews = sorted(found["review"], key=lambda wanted: (_lateness(wanted[2], day, late), _mixed(wanted[1], day)))
    if late and not _asks_for_new(only):
        allowed.room[Stage.NEW] = 0
    for deck, name, _ in (*steps, *found["ahead"], *found["today"]):
        allowed.keep(deck, deck.live_item(name))
    chosen = [*filter(allowed.take, reviews), *allowed.new(_turns(new, decks, done))]
    waiting = len(reviews) - sum(standing.stage is Stage.REVIEW for _, _, standing in chosen) if late else 0
    now_asked = (*steps, *chosen, *sorted(found["ahead"], key=_when))
    return _Plan(tuple(map(_card, now_asked)), frozenset(later), tuple(buried), allowed.held, waiting)


def _asks_for_new(only: Filter) -> bool:
    return bool(only.paths) or only.include_new_unstarted


def _lateness(standing: Standing, day: date, backlog: bool) -> float:
    """What sorts reviews: how late, the longest first; in a backlog by the share of the interval, the least first."""
    assert standing.due is not None
    days = (day - standing.due).days
    return days / max(standing.ivl, 1) if backlog else -days


def _turns(new: Sequence[_Lot], decks: Iterable[Deck], done: Mapping[str, tuple[int, int]]) -> Iterator[_Wanted]:
    """New items, each once, with the tracks taking turns; what was begun today has had its turn."""
    turns: dict[str, int] = defaultdict(int)
    for deck in decks if done else ():
        turns[deck.track] += sum(done[name][0] for name in deck.ids if name in done)
    tracks: dict[str, list[tuple[int, _Lot]]] = defaultdict(list)
    for place, lot in enumerate(new):
        tracks[lot[0].track].append((place, lot))
    rows = (_numbered(lots, turns[track]) for track, lots in tracks.items())
    seen: set[str] = set()
    for _, _, wanted in merge(*rows, key=itemgetter(0, 1)):
        if wanted[1] not in seen:
            seen.add(wanted[1])
            yield wanted


def _numbered(lots: Iterable[tuple[int, _Lot]], first: int) -> Iterator[tuple[int, int, _Wanted]]:
    """The new items of one track: the turn of each, and the place of its deck among all."""
    turn = count(first)
    return ((next(turn), place, wanted) for place, (_, lot) in lots for wanted in lot)


class _Allowance:
    """What the day's limits, siblings and cards that give others away leave, card by card."""

    def __init__(
        self, decks: Sequence[Deck], done: Mapping[str, tuple[int, int]], settings: Settings, only: Filter
    ) -> None:
        new, reviews = sum(new for new, _ in done.values()), sum(reviews for _, reviews in done.values())
        self.room = {Stage.NEW: settings.new_per_day - new, Stage.REVIEW: settings.reviews_per_day - reviews}
        self.unlimited = only.unlimited
        self.families: set[tuple[str, str]] = set()
        self.giveaways = Giveaways() if any(deck.lesson for deck in decks) else None
        """Only a lesson's answers are guarded."""
        self.held = False
        for deck in decks:
            for item in () if done.keys().isdisjoint(deck.ids) else deck.items:
                if item.id in done:
                    self.keep(deck, item)

    def keep(self, deck: Deck, item: Item) -> None:
        """Counts an item among those of the day."""
        self.families.add((deck.path, item.concept))
        if self.giveaways:
            self.giveaways.add(showing(item, guarded=bool(deck.lesson)))

    def new(self, wanted: Iterable[_Wanted]) -> Iterator[_Wanted]:
        """Those of the new items that may be asked today; of many thousands few are looked at."""
        for one in wanted:
            if self.room[Stage.NEW] <= 0 and not self.unlimited:
                self.held = True
                return
            if self.take(one):
                yield one

    def take(self, wanted: _Wanted) -> bool:
        """Whether the card may be asked today; if so, it is counted, else ``held``."""
        if self.unlimited:
            return True
        deck, name, standing = wanted
        fits = self.room[standing.stage] > 0 and self._fits(deck, deck.live_item(name))
        self.room[standing.stage] -= fits
        self.held |= not fits
        return fits

    def _fits(self, deck: Deck, item: Item) -> bool:
        """Whether nothing of the day stands against the item; if so, it is counted."""
        family = (deck.path, item.concept)
        if item.concept and family in self.families:
            return False
        if self.giveaways:
            shown = showing(item, guarded=bool(deck.lesson))
            if self.giveaways.clash(shown):
                return False
            self.giveaways.add(shown)
        self.families.add(family)
        return True


def _place(due: date | datetime, now: datetime, day: date, settings: Settings) -> str:
    if isinstance(due, datetime):
        if due > now + settings.learn_ahead:
            return "today" if _day_of(due, now, settings) <= day else "later"
        return "step" if due <= now else "ahead"
    return "review" if due <= day else "later"


def _when(wanted: _Wanted) -> tuple[date | datetime, str]:
    _, name, standing = wanted
    assert standing.due is not None
    return (standing.due, name)


def _mixed(name: str, day: date) -> str:
    """An order of its own for each day, so that reviews of different lessons alternate."""
    return sha256(f"{name}:{day}".encode(errors="surrogatepass")).hex()


def _day_of(due: date | datetime, now: datetime, settings: Settings) -> date:
    if isinstance(due, datetime):
        return study_day(due.astimezone(now.tzinfo), settings.rollover_hour)
    return due


def _card(wanted: _Wanted) -> Card:
    deck, name, known = wanted
    return Card(deck.live_item(name), deck.path, deck.lesson, known.stage, known.due)


def _wanted(
    decks: Iterable[Deck], state: State, day: date, only: Filter
) -> tuple[list[_Wanted], list[_Lot], list[date], set[date | datetime]]:
    """What the filter lets pass, of lessons that were started: what may be due today, what is new, until when some is
    buried, and the later days on which the rest is due.

    Items of a deck of which the log knows nothing are all new, and need not be looked at yet.
    """
    learnt: dict[str, _Wanted] = {}
    new: list[_Lot] = []
    buried: dict[str, date] = {}
    later: set[date | datetime] = set()
    told = frozenset(state.standings)
    for deck in decks:
        if not _passes(deck, only) or not _is_started(deck, state, only):
            continue
        live = _live(deck, state, only)
        if told.isdisjoint(deck.ids):
            new.append((deck, live))
            continue
        fresh = []
        for wanted in live:
            _, name, known = wanted
            due = known.due
            if known.buried_until and known.buried_until > day:
                buried[name] = known.buried_until
            elif due is None:
                fresh.append(wanted)
            elif type(due) is date and due > day:
                later.add(due)
            else:
                learnt.setdefault(name, wanted)
        new.append((deck, fresh))
    return list(learnt.values()), new, list(buried.values()), later


def _is_started(deck: Deck, state: State, only: Filter) -> bool:
    names = {deck.path, deck.lesson}
    return (
        not deck.lesson
        or only.include_new_unstarted
        or not names.isdisjoint(only.paths)
        or not names.isdisjoint(state.started)
        or any(state.standing(name).last_day for name in deck.ids)
    )


def _live(deck: Deck, state: State, only: Filter) -> Iterator[_Wanted]:
    """The items that may be asked at all and that the filter names, and where they stand."""
    find, ids = state.standings.finder(), only.ids
    for name in deck.live:
        if ids is None or name in ids:
            known = find(name) or _NEW
            if not known.suspended:
                yield deck, name, known


_NEW = Standing()


def _passes(deck: Deck, only: Filter) -> bool:
    return not only.paths or any(_within(deck, path) for path in only.paths)


def _within(deck: Deck, path: str) -> bool:
    folder = path.rstrip("/") + "/"
    return any(name == path or name.startswith(folder) for name in (deck.path, deck.lesson))
