"""Use case: what learning will cost, and how to be ready at a date."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from mediaquiz.app.exam import SETTING, covered, exam_ahead, final_items, memory_of, name_of
from mediaquiz.app.quiz import Desk, title_of
from mediaquiz.errors import MediaquizError
from mediaquiz.measure.simulate import Workload, play, workloads
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.review import Kind, Memory
from mediaquiz.schedule.exam import Exam, expected_at, pace, retention_until

MOST = 500
"""Cards that are played; of a larger course a sample stands for all."""
FARTHEST = timedelta(days=3 * 365)
_SEED = 20
"""The same course gives the same future every time it is looked at."""


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What an exam asks of today.

    ``cards`` are those of the exam, ``unmet`` those of them that were never answered; ``reviews`` are due or in today's
    share of the final pass, which is ``final`` cards; ``new`` is the number of new cards a day that meets all in time.
    ``followed`` is the recall to be expected at the date when every day goes by plan, ``stopped`` when nothing more is
    done.
    """

    exam: Exam
    days: int
    cards: int
    unmet: int
    reviews: int
    final: int
    new: int
    followed: float
    stopped: float
    unstarted: tuple[str, ...]


def set_exam(desk: Desk, day: date, lessons: Sequence[str] = ()) -> Exam:
    """Learn for a date from now on; of lessons by title, path, or a part of them, or of all.

    Raises NotFound for an unknown lesson, MediaquizError for a day that is not ahead, StorageError or Busy when nothing
    can be saved.
    """
    today = desk.now().day
    if not today < day <= today + FARTHEST:
        raise MediaquizError(f"an exam cannot be on {day}", hint="Give a day after today, within three years.")
    exam = Exam(day, tuple(name_of(desk.lesson(name)) for name in lessons))
    desk.record([(Kind.SETTINGS, "", {SETTING: exam.to_plain()})])
    return exam


def drop_exam(desk: Desk) -> bool:
    """Learn for no date any more; False when there was none."""
    if SETTING not in desk.state.values:
        return False
    desk.record([(Kind.SETTINGS, "", {SETTING: None})])
    return True


def day_plan(desk: Desk) -> DayPlan | None:
    """The plan of today, made anew from where every card stands; None without an exam ahead."""
    today, state = desk.now().day, desk.state
    exam = exam_ahead(state, today)
    if exam is None:
        return None
    ids = [item.id for _, item in covered(desk.decks, state, exam)]
    unmet = sum(state.standing(name).due is None for name in ids)
    memories, share = _sampled(desk, ids)
    days, wanted = (exam.day - today).days, pace(unmet, today, exam)
    settings = replace(state.settings, desired_retention=retention_until(exam, today, state.settings))
    future = play(
        memories, today, days, settings, new_per_day=max(round(wanted * share), 1), chance=Random(_SEED), final=True
    )
    begun = {name_of(deck) for deck, item in covered(desk.decks, state, exam) if state.standing(item.id).last_day}
    outlook = desk.outlook()
    return DayPlan(
        exam=exam,
        days=days,
        cards=len(ids),
        unmet=unmet,
        reviews=outlook.learning + outlook.review,
        final=len(final_items(desk.decks, state, today)),
        new=wanted,
        followed=future.recall,
        stopped=expected_at(memories, exam.day, state.settings) or 0.0,
        unstarted=tuple(
            title_of(deck)
            for deck in desk.decks
            if exam.covers(name_of(deck))
            and deck.lesson
            and deck.lesson not in state.started
            and name_of(deck) not in begun
            and any(item.live for item in deck.items)
        ),
    )


def workload_of(desk: Desk, days: int) -> tuple[Workload, ...]:
    """What each desired retention costs over so many days, with the new cards of a day that the settings allow."""
    state = desk.state
    memories, share = _sampled(desk, [item.id for _, item in covered(desk.decks, state, None)])
    new = round(state.settings.new_per_day * share)
    found = workloads(memories, desk.now().day, days, state.settings, _SEED, new_per_day=new)
    return tuple(replace(one, a_day=one.a_day / share) for one in found)


def _sampled(desk: Desk, ids: Sequence[str]) -> tuple[list[Memory], float]:
    """The memories of the items or of a sample of them, and the share that it is of all."""
    chosen = ids if len(ids) <= MOST else Random(_SEED).sample(list(ids), MOST)
    return [memory_of(desk.state, name) for name in chosen], len(chosen) / len(ids) if ids else 1.0
