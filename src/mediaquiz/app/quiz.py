"""Use case: being asked. Opens a course's decks and log, deals cards, saves answers, says what is due."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta, tzinfo
from functools import cached_property, lru_cache
from time import time

from mediaquiz.app.course import Course
from mediaquiz.app.exam import SETTING, final_items, retention_for
from mediaquiz.app.languages import course_decks
from mediaquiz.app.select import Wanted, find
from mediaquiz.app.usersettings import read_user_settings
from mediaquiz.errors import NotFound
from mediaquiz.measure.tally import Totals, grown, totals_of
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass, late, replace
from mediaquiz.model.item import Item
from mediaquiz.model.problem import Problem, warning
from mediaquiz.model.review import Kind, Purpose, Record, Stage
from mediaquiz.schedule.card import Standing
from mediaquiz.schedule.day import study_day
from mediaquiz.schedule.fold import State
from mediaquiz.schedule.queue import Card as Queued
from mediaquiz.schedule.queue import Counts, Filter, counts, matching, queue
from mediaquiz.session.values import Append, Card, Effect, Now
from mediaquiz.store import log
from mediaquiz.store.device import device_id
from mediaquiz.store.history import open_history
from mediaquiz.text import squash

Clock = Callable[[], datetime]
_ALL = Wanted()
_WRONG_CLOCK = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the learner wants to be asked.

    ``wanted`` chooses the items; each of its lessons is a title, a path, or a part of them, and is begun. ``new`` is
    True for new cards of all lessons, False for none, None for those of lessons that were started. ``at_once`` asks
    everything, whatever the daily limits.
    """

    limit: int | None = None
    wanted: Wanted = _ALL
    new: bool | None = None
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class Outlook:
    """How many cards are to be asked now, and what comes when there are none.

    ``waiting`` reviews are due beyond what the day takes.
    ``unstarted`` are the titles of lessons whose cards were never asked; ``empty`` when the course has no cards.
    ``limited`` is the day's limit of new cards when it is what keeps new ones back, else 0.
    ``next_lesson`` is the number of the lesson to begin next, from 1 as the course counts them; 0 when all were begun.
    """

    learning: int
    review: int
    new: int
    next_at: datetime | None
    next_day: date | None
    unstarted: tuple[str, ...]
    empty: bool
    waiting: int = 0
    limited: int = 0
    next_lesson: int = 0

    @property
    def total(self) -> int:
        """All cards to be asked now."""
        return self.learning + self.review + self.new


@dataclass(frozen=True, slots=True)
class Undone:
    """An answer, or a reset, that was taken back."""

    record: str
    item: str
    prompt: str
    kind: str = Kind.REVIEW


def _local_time() -> datetime:
    at = time()
    return datetime.fromtimestamp(at, _zone(at // 60))


@lru_cache(maxsize=1)
def _zone(minute: float) -> tzinfo | None:
    """The learner's zone in that minute since 1970, kept for it: to look it up costs more than all else of a time."""
    return datetime.fromtimestamp(minute * 60).astimezone().tzinfo


def open_desk(course: Course, clock: Clock = _local_time) -> "Desk":
    """The course, ready to be asked: decks and log are read, nothing is written."""
    decks, problems = course_decks(course)
    base, setting_problems = read_user_settings()
    history = open_history(course.reviews, base)
    clock_wrong = clock_problems(history.newest, clock())
    found = (*clock_wrong, *course.problems, *problems, *history.problems, *setting_problems, *history.state.problems)
    return Desk(course, decks, history.state, found, clock, history.counted)


def clock_problems(newest: datetime | None, now: datetime) -> tuple[Problem, ...]:
    """A warning when the log's newest record is more than a day after this clock's time: one of the two is wrong."""
    if newest is None or newest - now < _WRONG_CLOCK:
        return ()
    said = f"an answer is dated {newest.date()}, but this clock says {now.date()}"
    return (
        warning("MQ406", said, None, "Set the clock; `mediaquiz undo` takes back what was answered at a wrong time."),
    )


class Desk:
    """A learner's place in a course."""

    def __init__(
        self,
        course: Course,
        decks: tuple[Deck, ...],
        state: State,
        problems: tuple[Problem, ...],
        clock: Clock,
        counted: Totals | None = None,
    ) -> None:
        self.course = course
        self.decks = decks
        self._state = state
        self._later: list[Record] = []
        self.problems = problems
        self._clock = clock
        self._counted = totals_of(state.cards.values()) if counted is None else counted
        self._saved: list[str] = []
        self._counted_in: dict[str, Standing] = {}
        self._by_path = {deck.path: deck for deck in decks}

    @property
    def state(self) -> State:
        """What the log says, with what was saved here: it is folded when it is looked at, not while a key waits."""
        if self._later:
            self._state = self._state.with_records(self._later)
            self._later = []
        return self._state

    def follow(self, records: Iterable[Record]) -> None:
        """Takes in records that are in the log."""
        self._later += records

    def now(self) -> Now:
        """This moment, in the learner's zone."""
        at = self._clock()
        return Now(at, study_day(at, self.state.settings.rollover_hour))

    def totals(self) -> Totals:
        """What each study day came to, with the answers of this sitting."""
        return grown(self._counted, self.state.cards)

    def deal(self, wish: Wish) -> tuple[Card, ...]:
        """The cards to ask now, in order. Raises NotFound when no lesson is called so.

        In a course where nothing was ever asked, the first lesson is begun.
        """
        now = self.now()
        only = Filter(
            *self._chosen(wish.wanted),
            include_new_unstarted=bool(wish.new) or wish.at_once,
            unlimited=wish.at_once,
        )
        found = self._queue(only, now, wish)
        anywhere = wish.new is None and not wish.wanted.lessons
        if not found and anywhere and self._untouched() and self._unstarted():
            found = self._queue(replace(only, paths=(self._unstarted()[0].path,)), now, wish)
        return tuple(self._card(queued) for queued in found[: wish.limit])

    def deal_all(self, wish: Wish, seed: int) -> tuple[Card, ...]:
        """Every card that the wish means, due or not, well mixed: what cramming asks. Raises as ``deal``."""
        from random import Random

        found = list(matching(self.decks, self.state, Filter(*self._chosen(wish.wanted))))
        Random(seed).shuffle(found)
        return tuple(self._card(queued) for queued in found[: wish.limit])

    def _chosen(self, wanted: Wanted) -> tuple[tuple[str, ...], frozenset[str] | None]:
        """The decks that are wanted by name, and the ids of the items that fit the rest; None where that is all."""
        paths = tuple(self.lesson(name).path for name in wanted.lessons)
        rest = replace(wanted, lessons=())
        return paths, None if rest == _ALL else frozenset(item.id for _, item in find(self.decks, rest))

    def _queue(self, only: Filter, now: Now, wish: Wish) -> tuple[Queued, ...]:
        found = queue(self.decks, self.state, now.at, now.day, self.state.settings, only)
        wanted = tuple(card for card in found if wish.new is not False or card.stage is not Stage.NEW)
        return (*wanted, *self._final_pass(only, {card.item.id for card in wanted}))

    def _final_pass(self, only: Filter, known: set[str]) -> tuple[Queued, ...]:
        """The cards that an exam wants today beside those that are due."""
        wanted = final_items(self.decks, self.state, self.now().day) - known
        found = matching(self.decks, self.state, only) if wanted else ()
        return tuple(card for card in found if card.item.id in wanted)

    def _card(self, queued: Queued) -> Card:
        """The card; its history is read when it is first looked at, for most cards of a sitting wait."""
        deck, state = self._by_path[queued.deck], self.state

        def past() -> Mapping[str, object]:
            known = state.card(queued.item.id)
            return {
                "history": known.history,
                "aliases": tuple(alias.text for alias in known.aliases),
                "notes": tuple(note.text for note in known.notes),
                "retention": retention_for(state, deck, self.now().day) if SETTING in state.values else None,
                "load": self.load(),
            }

        told = {"item": queued.item, "lesson": title_of(deck), "source": deck.lesson or deck.path}
        return late(Card, told | {"begun": queued.stage is not Stage.NEW}, past)

    def load(self) -> Mapping[date, int]:
        """How many cards are due on each day, with the answers of this sitting; empty when nothing is balanced."""
        if not self.state.settings.balance:
            return {}
        known = self.state.standings
        for name, changed in known.changes.items():
            before = self._counted_in.get(name) or known.below.get(name)
            if changed is not before and changed is not None:
                self._load.subtract(_due_days((before,) if before else ()))
                self._load.update(_due_days((changed,)))
                self._counted_in[name] = changed
        return dict(self._load)

    @cached_property
    def _load(self) -> Counter[date]:
        """What ``load`` counted so far: at first, what was due when the sitting began."""
        return Counter(_due_days(self.state.standings.below.values()))

    def lesson(self, name: str) -> Deck:
        """The deck of a lesson, by title, path, a part of them, or its place in the course from 1.

        Raises NotFound when it is none or several.
        """
        wanted = squash(name).removeprefix("./")
        whole = [deck for deck in self.decks if wanted in {squash(title_of(deck)), deck.path, deck.lesson}]
        if not whole and wanted.isdecimal():
            return self._at(int(wanted))
        parts = [deck for deck in self.decks if wanted in squash(f"{title_of(deck)}\n{deck.path}\n{deck.lesson}")]
        found = whole or parts
        if len(found) == 1:
            return found[0]
        what = "may be several lessons" if found else "is no lesson of this course"
        names = "; ".join(title_of(deck) for deck in (found or self.decks)[:8])
        raise NotFound(f"{name!r} {what}", hint=f"Name one of: {names}" if names else "Run `mediaquiz build` first.")

    def _at(self, place: int) -> Deck:
        if not 0 < place <= len(self.lessons):
            raise NotFound(f"there is no lesson {place}", hint=f"There are {len(self.lessons)}; see: mediaquiz lessons")
        return self.lessons[place - 1]

    def outlook(self) -> Outlook:
        """What is due, as a quiz without options would ask it."""
        now = self.now()
        found: Counts = counts(self.decks, self.state, now.at, now.day, self.state.settings)
        unstarted = self._unstarted()
        fresh = self._untouched() and bool(unstarted) and not found.total
        return Outlook(
            learning=found.learning,
            review=found.due + len(self._final_pass(Filter(), set())),
            new=len(self.deal(Wish())) if fresh else found.new,
            next_at=found.next_at,
            next_day=found.next_day,
            unstarted=tuple(title_of(deck) for deck in unstarted[fresh:]),
            empty=not any(self._live()),
            waiting=found.waiting,
            limited=self._limited(now.day),
            next_lesson=self.lessons.index(unstarted[0]) + 1 if unstarted else 0,
        )

    def _limited(self, day: date) -> int:
        limit = self.state.settings.new_per_day
        begun = sum(new for new, _ in self.state.done_by_item(day).values())
        held = begun >= limit and any(self.state.standing(i.id).stage is Stage.NEW for i in self._live())
        return limit if held else 0

    def _live(self) -> Iterator[Item]:
        return (item for deck in self.decks for item in deck.items if item.live)

    @property
    def lessons(self) -> list[Deck]:
        """The decks that belong to a lesson, in the order of the course."""
        return [deck for deck in self.decks if deck.lesson]

    def _unstarted(self) -> list[Deck]:
        """The decks of lessons whose new cards do not come by themselves."""
        return [
            deck
            for deck in self.lessons
            if deck.lesson not in self.state.started
            and any(item.live and not self.state.standing(item.id).suspended for item in deck.items)
            and not any(self.state.standing(item.id).last_day for item in deck.items)
        ]

    def _untouched(self) -> bool:
        """Whether no answer counts yet."""
        known = self.state.standings
        return not any(known[name].last_day for name in known)

    @cached_property
    def _log(self) -> log.Writer:
        """Where answers go. Raises NewerVersion at each look in a log that a newer mediaquiz wrote in."""
        log.refuse_newer(self.problems)
        return log.Writer(self.course.reviews, device_id())

    def probe(self) -> None:
        """Raises StorageError or NewerVersion when no answer could be saved: to be known before the first question."""
        log.refuse_newer(self.problems)
        log.probe(self.course.reviews)
        _ = self._log

    def save(self, effect: Effect) -> None:
        """Appends the record of an effect, durably. Raises StorageError or Busy; then nothing was recorded."""
        if not isinstance(effect, Append):
            self.record([(Kind.VOID, "", {"target": self._saved[-1]})])
            self._saved.pop()
            return
        data, now = dict(effect.data), effect.now or self.now()
        if effect.kind is Kind.REVIEW and data.get("purpose", Purpose.STUDY) == Purpose.STUDY:
            data["past"] = self.state.card(effect.item).past
        records = self._log.append_all([log.Entry(effect.kind, now.at, now.day, effect.item, data)])
        self._later += records
        self._saved.append(records[0].id)

    def record(self, entries: Iterable[tuple[Kind, str, Mapping[str, object]]]) -> tuple[Record, ...]:
        """Appends records (kind, item, data) of this moment, durably, all or none.

        Raises StorageError, Busy, or NewerVersion in a log that a newer mediaquiz wrote in.
        """
        now = self.now()
        told = [log.Entry(kind, now.at, now.day, item, data) for kind, item, data in entries]
        records = self._log.append_all(told)
        self.follow(records)
        return records

    def undo_last(self, count: int) -> tuple[Undone, ...]:
        """Takes the last answers and resets of all devices back, newest first, or as many as there are; all or none."""
        standing = self._standing(count)
        last = sorted(standing, reverse=True)[:count]
        self.record((Kind.VOID, item, {"target": name}) for _, name, item, _ in last)
        return tuple(Undone(name, item, self.prompt_of(item), kind) for _, name, item, kind in last)

    def _standing(self, count: int) -> Iterator[tuple[datetime, str, str, str]]:
        """What can be taken back, at least the last so many: time, record, item, kind."""
        state = self.state
        times = {name: known.last_at for name, known in state.standings.items() if known.last_at}
        # As many cards as things to take back, the last ones, hold all of these.
        since = min(sorted(times.values(), reverse=True)[:count], default="")
        for card in [name for name, last_at in times.items() if last_at >= since]:
            yield from ((event.at, event.id, card, str(Kind.REVIEW)) for event in state.card(card).reviews)
            for item in state.behind(card):
                resets = [event for event in state.events[item] if event.kind == Kind.RESET]
                yield from ((event.at, event.id, item, event.kind) for event in resets if event.id not in state.voided)

    def prompt_of(self, item_id: str) -> str:
        """The question of an item, or of the item that has its history now; empty when no deck holds it."""
        from mediaquiz.model.pictures import question

        name = self.state.shared.owners.get(item_id, item_id)
        found = (item for deck in self.decks for item in deck.items if item.id == name)
        return next((question(item.content) for item in found), "")

    def next_day(self) -> date | None:
        """The next study day on which something is due."""
        now = self.now()
        return counts(self.decks, self.state, now.at, now.day, self.state.settings).next_day

    def where(self, card: Card) -> str:
        """The file and line of the words behind a card; only the file when they are no longer there."""
        from mediaquiz.app import lessonfile, passage

        quote = card.item.source.quote if card.item.source else ""
        text, _ = lessonfile.read(self.course.root / card.source)
        line = passage.line_of(quote, text)
        return f"{card.source}:{line}" if line else card.source

    def seed(self) -> int:
        """A seed for a sitting: its starting time."""
        return int(self._clock().timestamp())


def _due_days(standings: Iterable[Standing]) -> list[date]:
    """The whole days on which cards are due that are not put aside."""
    return [one.due for one in standings if one.ivl > 0 and type(one.due) is date and not one.suspended]


def title_of(deck: Deck) -> str:
    """What a learner calls the lesson of a deck."""
    return deck.title or deck.lesson or deck.path
