"""Use case: parameters for one learner, and what they would do to due days."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from mediaquiz.app.exam import covered
from mediaquiz.app.fitting import fitted
from mediaquiz.app.quiz import Desk
from mediaquiz.measure.optimize import Outcome, Parameters, cases_of, optimize
from mediaquiz.measure.recalls import Recall, recalls_of
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.review import Kind, Stage
from mediaquiz.schedule.fuzz import fraction, fuzzed
from mediaquiz.schedule.memory import interval, replay
from mediaquiz.schedule.settings import Settings

_SMALL = 0.05
"""A due day that would move by less than this share of its interval stays."""


@dataclass(frozen=True, slots=True)
class Move:
    """A card whose due day would be another."""

    item: str
    due: date
    new_due: date
    ivl: int


@dataclass(frozen=True, slots=True)
class Moves:
    """All such cards, and how many of all cards are due by today, before and after."""

    cards: tuple[Move, ...]
    due_before: int
    due_after: int


def outcome_of(desk: Desk) -> Outcome:
    """Fit to all answers and test it; nothing is changed. Raises MediaquizError without the extra ``optimize``."""
    settings, state = desk.state.settings, desk.state
    cards = {name: state.card(name) for name in state.cards}

    def judge(parameters: Parameters) -> Sequence[Recall]:
        return recalls_of(cards.items(), replace(settings, parameters=parameters))

    return optimize(cases_of(cards.values()), settings.parameters, fitted, judge)


def adopt(desk: Desk, parameters: Parameters) -> None:
    """Schedule by these parameters from now on. Due days that were promised stay.

    Raises StorageError or Busy when nothing can be saved.
    """
    desk.record([(Kind.SETTINGS, "", {"parameters": list(parameters)})])


def moves(desk: Desk, parameters: Parameters) -> Moves:
    """What the parameters would make of the due days that were promised: only cards that wait for whole days move."""
    today, settings = desk.now().day, replace(desk.state.settings, parameters=parameters)
    waiting = tuple(_waiting(desk))
    found = tuple(move for name, due in waiting if (move := _move(desk, name, due, settings)))
    moved = {move.item: move.new_due for move in found}
    return Moves(
        found,
        sum(due <= today for _, due in waiting),
        sum(moved.get(name, due) <= today for name, due in waiting),
    )


def reschedule(desk: Desk, found: Moves) -> None:
    """Promise the new due days. All are recorded or none; raises StorageError or Busy."""
    desk.record(
        (
            Kind.RESCHEDULE,
            move.item,
            {"due": move.new_due.isoformat(), "ivl": move.ivl, "past": desk.state.card(move.item).past},
        )
        for move in found.cards
    )


def _waiting(desk: Desk) -> Iterator[tuple[str, date]]:
    for _, item in covered(desk.decks, desk.state, None):
        known = desk.state.standing(item.id)
        if known.stage is Stage.REVIEW and known.due is not None:
            yield item.id, known.due


def _move(desk: Desk, name: str, due: date, settings: Settings) -> Move | None:
    memory = replay(desk.state.card(name).history, settings)
    if memory.stability is None or memory.last_day is None:
        return None
    chance = fraction(name, memory.reps - 1) if settings.fuzz else None
    days = fuzzed(interval(memory.stability, settings), 1, settings.maximum_interval, chance)
    new_due = memory.last_day + timedelta(days=days)
    before = max((due - memory.last_day).days, 1)
    return Move(name, due, new_due, days) if abs((new_due - due).days) > _SMALL * before else None
