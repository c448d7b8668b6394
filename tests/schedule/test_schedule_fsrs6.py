"""The model of memory gives the bits that the ``fsrs`` library gives, whatever the history, parameters and steps."""

from datetime import UTC, datetime, timedelta

import fsrs
from hypothesis import given, settings
from hypothesis import strategies as st

from mediaquiz.model.review import Answered, Rating, Stage
from mediaquiz.schedule.fsrs6 import Mind, answer, model_of
from mediaquiz.schedule.remember import remember
from mediaquiz.schedule.settings import DEFAULT_PARAMETERS, HIGHEST, LOWEST

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
STEPS = st.lists(st.integers(1, 3000).map(lambda minutes: timedelta(minutes=minutes)), max_size=3).map(tuple)
PARAMETERS = st.just(DEFAULT_PARAMETERS) | st.tuples(*map(st.floats, LOWEST, HIGHEST))
HISTORY = st.lists(
    st.tuples(st.sampled_from(Rating), st.sampled_from([0, 0, 1, 2, 3, 9, 40, 400, 9000])), min_size=1, max_size=20
)


@settings(max_examples=300, deadline=None)
@given(HISTORY, PARAMETERS, STEPS, STEPS)
def test_every_answer_leaves_the_memory_that_the_library_computes(
    history: list[tuple[Rating, int]],
    parameters: tuple[float, ...],
    learning: tuple[timedelta, ...],
    relearning: tuple[timedelta, ...],
) -> None:
    theirs = fsrs.Scheduler(parameters, learning_steps=learning, relearning_steps=relearning, enable_fuzzing=False)
    ours = model_of(parameters, learning, relearning)
    card, mind, at = fsrs.Card(card_id=0, due=NOON), None, NOON
    for rating, days in history:
        at += timedelta(days=days)
        card, _ = theirs.review_card(card, fsrs.Rating(rating), at)
        mind, wait = answer(mind, rating, days, ours)
        assert mind == Mind(Stage[card.state.name.upper()], card.stability or 0, card.difficulty or 0, card.step)
        assert wait == (None if card.state is fsrs.State.Review else card.due - at)


@settings(max_examples=300, deadline=None)
@given(HISTORY, st.integers(0, 3), PARAMETERS, STEPS, STEPS)
def test_a_whole_history_leaves_the_memory_that_answer_after_answer_leaves(
    history: list[tuple[Rating, int]],
    back: int,
    parameters: tuple[float, ...],
    learning: tuple[timedelta, ...],
    relearning: tuple[timedelta, ...],
) -> None:
    ours, mind, day, told = model_of(parameters, learning, relearning), None, NOON.date(), list[Answered]()
    for place, (rating, days) in enumerate(history):
        said = day + timedelta(days=days if place else 0)
        said -= timedelta(days=back if days == 0 else 0)  # a journey over the date line
        mind, _ = answer(mind, rating, (said - day).days, ours)
        told.append(Answered(NOON, said, rating, "", 0))
        day = max(day, said) if place else said
    assert remember(told, ours) == mind


@settings(max_examples=100, deadline=None)
@given(HISTORY, STEPS, STEPS)
def test_settings_may_lose_steps_while_a_card_is_in_them(
    history: list[tuple[Rating, int]], many: tuple[timedelta, ...], few: tuple[timedelta, ...]
) -> None:
    card, mind, at = fsrs.Card(card_id=0, due=NOON), None, NOON
    for place, (rating, days) in enumerate(history):
        steps = (many, few)[place % 2]
        at += timedelta(days=days)
        theirs = fsrs.Scheduler(learning_steps=steps, relearning_steps=steps, enable_fuzzing=False)
        card, _ = theirs.review_card(card, fsrs.Rating(rating), at)
        mind, wait = answer(mind, rating, days, model_of(DEFAULT_PARAMETERS, steps, steps))
        assert (mind.stage, mind.step) == (Stage[card.state.name.upper()], card.step)
        assert wait == (None if card.state is fsrs.State.Review else card.due - at)
