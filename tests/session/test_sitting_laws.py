"""Laws of a sitting that hold for any run of actions."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from sitting import cards, now

from mediaquiz.model.review import Kind, Rating
from mediaquiz.schedule.settings import Settings
from mediaquiz.session import machine, views
from mediaquiz.session.summary import summarize
from mediaquiz.session.values import Append, Now, Phase, Session, Step, Void

Act = Callable[[Session, Now], Step]

ACTIONS: dict[str, Act] = {
    "submit": lambda state, at: machine.submit(state, "1 2 3 4", at),
    "reveal": machine.reveal,
    "again": lambda state, at: machine.rate(state, Rating.AGAIN, at),
    "hard": lambda state, at: machine.rate(state, Rating.HARD, at),
    "good": lambda state, at: machine.rate(state, Rating.GOOD, at),
    "easy": lambda state, at: machine.rate(state, Rating.EASY, at),
    "hint": lambda state, at: machine.hint(state),
    "accept": lambda state, at: machine.accept(state),
    "skip": machine.skip,
    "suspend": machine.suspend,
    "bury": machine.bury,
    "flag": lambda state, at: machine.flag(state, "unclear"),
    "note": lambda state, at: machine.note(state, "mine"),
    "finish": lambda state, at: Step(machine.finish(state)),
    "undo": lambda state, at: machine.undo(state),
}
CHANGING = st.sampled_from([name for name in ACTIONS if name != "undo"])
ANY = st.sampled_from(list(ACTIONS))
RUN = st.lists(st.tuples(ANY, st.integers(1, 400)), max_size=40)


def play(run: list[tuple[str, int]], count: int = 6) -> tuple[Session, list[Append | Void]]:
    state = machine.begin(cards(count), 7, Settings(), now())
    clock, log = 0, []
    for name, seconds in run:
        clock += seconds
        step = ACTIONS[name](state, now(clock))
        state = step.session
        log += [step.effect] if step.effect else []
    return state, log


def standing(log: list[Append | Void]) -> list[Append]:
    """The records that no void took back."""
    kept: list[Append] = []
    for effect in log:
        if isinstance(effect, Void):
            kept.pop()
        else:
            kept.append(effect)
    return kept


@settings(deadline=None)
@given(RUN, CHANGING, st.integers(1, 400))
def test_undo_restores_the_former_state(run: list[tuple[str, int]], name: str, seconds: int) -> None:
    before, _ = play(run)
    step = ACTIONS[name](before, now(20_000 + seconds))
    if step.session.past is not before.past:
        undone = machine.undo(step.session)
        assert undone.session == before
        assert isinstance(undone.effect, Void) == (step.effect is not None)


@settings(deadline=None)
@given(RUN)
def test_every_rating_has_exactly_one_record(run: list[tuple[str, int]]) -> None:
    state, log = play(run)
    reviews = [record.item for record in standing(log) if record.kind is Kind.REVIEW]
    assert reviews == [answered.card.item.id for answered in state.answers]


@settings(deadline=None)
@given(RUN)
def test_no_card_is_lost_or_doubled(run: list[tuple[str, int]]) -> None:
    state, log = play(run)
    waiting = [card.item.id for card in (*state.queue, *state.again)] + (
        [state.current.item.id] if state.current else []
    )
    gone = {record.item for record in standing(log) if record.kind in (Kind.SUSPEND, Kind.BURY)}
    rated = {answered.card.item.id for answered in state.answers}
    assert max(Counter(waiting).values(), default=0) <= 1
    assert set(waiting) | gone | rated == {card.item.id for card in cards(6)}


@settings(deadline=None)
@given(RUN)
def test_a_state_is_whole(run: list[tuple[str, int]]) -> None:
    state, _ = play(run)
    assert (state.current is None) == (state.phase is Phase.DONE)
    assert (state.attempt is not None) == (state.phase is Phase.ANSWERED)
    summary = summarize(state)
    assert summary.right + len(summary.missed) == summary.total
    assert sum(score.total for score in summary.scores) == summary.total


@settings(deadline=None)
@given(RUN, st.sets(st.integers(0, 39)))
def test_what_is_prepared_changes_no_record_and_no_question(run: list[tuple[str, int]], when: set[int]) -> None:
    state, log = play(run)
    ready, prepared_log, clock = machine.begin(cards(6), 7, Settings(), now()), [], 0
    for place, (name, seconds) in enumerate(run):
        if place in when:
            ready = machine.prepare(ready, now(clock))
        clock += seconds
        step = ACTIONS[name](ready, now(clock))
        ready = step.session
        prepared_log += [step.effect] if step.effect else []
    assert prepared_log == log
    assert (ready.queue, ready.again, ready.answers) == (state.queue, state.again, state.answers)
    if state.current:
        assert views.question(ready) == views.question(state)
    if state.attempt:
        assert views.answer(ready, now(clock)) == views.answer(state, now(clock))


def test_what_was_prepared_yesterday_is_worked_out_anew() -> None:
    state = machine.reveal(machine.begin(cards(1), 7, Settings(learning_steps=()), now()), now(1)).session
    tomorrow = Now(now().at + timedelta(days=1), now().day + timedelta(days=1))
    prepared = machine.rate(machine.prepare(state, now(2)), Rating.GOOD, tomorrow)
    assert prepared.effect == machine.rate(state, Rating.GOOD, tomorrow).effect
    assert prepared.effect != machine.rate(state, Rating.GOOD, now(2)).effect
