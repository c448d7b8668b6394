"""Figures of items and tests against NumPy, against what simulated classes must give, and against their own laws."""

import math
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from classes import Matrix, answered, key, sheets, tallied
from hypothesis import given
from hypothesis import strategies as st

from mediaquiz.measure.results.figures import Figures, added
from mediaquiz.measure.results.flags import ENOUGH, WEAK, Advice, Flag, advice, flags, measured
from mediaquiz.measure.results.intervals import of_alpha, of_correlation, of_share
from mediaquiz.measure.results.tally import MOST_ANSWERS, Mark, Tally, extremes

CLOSE = 1e-12


def by_numpy(matrix: Matrix) -> dict[str, list[float]]:
    """The same figures, computed in another way: on whole columns, the extreme groups by sorting."""
    total = matrix.sum(axis=1)
    n = len(total)
    r = [float(np.corrcoef(column, total - column)[0, 1]) for column in matrix.T]
    return {
        "difficulty": matrix.mean(axis=0).tolist(),
        "discrimination": r,
        "difference": (_top(matrix, total, 0.27 * n) - _top(matrix, -total, 0.27 * n)).tolist(),
    }


def _top(matrix: Matrix, score: Matrix, wanted: float) -> Matrix:
    """The mean of the learners with the highest scores, those at the border in part."""
    weight, score = np.zeros(len(score)), score.round(9)  # thirds that add up to one are one
    for value in np.unique(score)[::-1]:
        same = score == value
        weight[same] = min(1.0, max(0.0, wanted - weight.sum()) / same.sum())
    return np.asarray(weight @ matrix / weight.sum())


def alpha_by_numpy(matrix: Matrix) -> float:
    items = matrix.shape[1]
    return float(items / (items - 1) * (1 - matrix.var(axis=0, ddof=1).sum() / matrix.sum(axis=1).var(ddof=1)))


@pytest.mark.parametrize("partial", [False, True], ids=["right or wrong", "partial credit"])
def test_120000_answers_give_what_numpy_gives(partial: bool) -> None:
    rng = np.random.default_rng(7)
    matrix = answered(rng, 3000, 40)
    if partial:
        matrix = matrix * rng.choice([1.0, 0.5, 1 / 3], matrix.shape)
    tally, expected = tallied(matrix), by_numpy(matrix)
    figures = tally.figures()
    for name, values in expected.items():
        ours = [getattr(figures[key(number)], name) for number in range(40)]
        assert np.abs(np.array(ours) - values).max() < CLOSE, name
    test = tally.test()
    total = matrix.sum(axis=1)
    assert test.alpha == pytest.approx(alpha_by_numpy(matrix), abs=CLOSE)
    assert test.mean == pytest.approx(total.mean() / 40, abs=CLOSE)
    assert test.deviation == pytest.approx(total.std(ddof=1) / 40, abs=CLOSE)
    assert (test.n, test.items, test.whole) == (3000, 40, not partial)
    assert sum(test.scores.values()) == 3000


def test_the_order_of_learners_makes_no_difference_to_any_digit() -> None:
    matrix = answered(np.random.default_rng(3), 60, 12) * 0.7
    mixed = matrix[np.random.default_rng(4).permutation(60)]
    assert tallied(matrix).figures() == tallied(mixed).figures()


def test_several_classes_give_the_correlation_within_classes() -> None:
    rng = np.random.default_rng(11)
    classes = [answered(rng, size, 10) for size in (31, 25, 44)]
    classes[1][:, 3] = np.maximum(classes[1][:, 3], rng.random(25) < 0.8)  # an easier year must not count as knowledge
    pooled = added(tallied(matrix).figures()[key(3)] for matrix in classes)
    inside = [_centred(matrix) for matrix in classes]
    x, y = (np.concatenate([pair[side] for pair in inside]) for side in (0, 1))
    assert pooled.discrimination == pytest.approx(float(x @ y / math.sqrt((x @ x) * (y @ y))), abs=CLOSE)
    assert pooled.difficulty == pytest.approx(np.concatenate(classes)[:, 3].mean(), abs=CLOSE)
    assert (pooled.n, pooled.groups) == (100, 3)


def _centred(matrix: Matrix) -> tuple[Matrix, Matrix]:
    item = matrix[:, 3]
    rest = (matrix.sum(axis=1) - item) / (matrix.shape[1] - 1)
    return item - item.mean(), rest - rest.mean()


@given(st.lists(st.integers(2, 9), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_classes_add_up_in_any_order(sizes: Sequence[int], shuffled: random.Random) -> None:
    rng = np.random.default_rng(sum(sizes))
    parts = [tallied(answered(rng, size, 4)).figures()[key(1)] for size in sizes]
    mixed = list(parts)
    shuffled.shuffle(mixed)
    assert added(parts) == added(mixed)


# A class of 30 is small: what docs/analyze.md says of it, ± 4 points (± 10 for the one bad item of each class).
RATES = {15: (22, 10, 71), 30: (16, 4, 78), 60: (8, 1, 87), 100: (5, 0, 93), 300: (1, 0, 100)}


@pytest.mark.parametrize("n, rates", RATES.items())
def test_small_classes_flag_good_items_as_often_as_they_must(n: int, rates: tuple[int, int, int]) -> None:
    rng = np.random.default_rng(n)
    weak = negative = dead = 0
    for _ in range(100):
        figures = list(tallied(answered(rng, n, 20)).figures().values())
        found = [flags(one) for one in figures]
        weak += sum(Flag.WEAK in one or Flag.NEGATIVE in one for one in found[:-1])
        negative += sum(Flag.NEGATIVE in one for one in found[:-1])
        dead += Flag.WEAK in found[-1] or Flag.NEGATIVE in found[-1]
        assert n >= ENOUGH or all(advice(*pair) is not Advice.CHANGE for pair in zip(figures, found, strict=True))
    assert weak / 19 == pytest.approx(rates[0], abs=4)
    assert negative / 19 == pytest.approx(rates[1], abs=4)
    assert dead == pytest.approx(rates[2], abs=10)


def test_the_page_for_teachers_has_these_rates() -> None:
    page = (Path(__file__).parents[2] / "docs" / "analyze.md").read_text(encoding="utf-8")
    for n, (weak, negative, dead) in RATES.items():
        assert f"| {n} | {weak} % | {negative} % | {dead} % |" in page


def test_an_item_that_nobody_can_tell_from_chance_is_to_be_changed_only_with_many_answers() -> None:
    rng = np.random.default_rng(5)
    matrix = answered(rng, 600, 20)
    small, large = (tallied(rows).figures()[key(19)] for rows in (matrix[:60], matrix))
    assert advice(small, flags(small)) is Advice.LOOK
    assert advice(large, flags(large)) is Advice.CHANGE


def test_intervals_cover_what_they_promise() -> None:
    # Wilson's for 8 of 10; Fisher's for r = 0.5, n = 28; Bonett's for alpha = 0.8, 10 items, n = 50, worked by hand.
    assert of_share(0.8, 10) == pytest.approx((0.4901625, 0.9433178), abs=1e-6)
    assert of_correlation(0.5, 26) == pytest.approx((0.1560283, 0.7358185), abs=1e-6)
    low, high = of_alpha(0.8, 10, 50)
    assert (low, high) == pytest.approx((1 - 0.2 * math.exp(0.421692), 1 - 0.2 * math.exp(-0.421692)), abs=1e-5)
    assert of_share(1.0, 5)[1] == 1.0 and of_share(0.0, 0) == (0.0, 1.0)
    assert of_correlation(0.9, 1) == (-1.0, 1.0) and of_correlation(1.0, 9) == (1.0, 1.0)
    assert of_alpha(0.5, 1, 50) == (-1.0, 1.0) and of_alpha(1.0, 5, 50) == (1.0, 1.0)


def test_the_extreme_groups_are_27_in_a_hundred_whatever_the_ties() -> None:
    upper, lower = extremes({1.0: 50, 2.0: 50})
    assert upper == {2.0: pytest.approx(0.54)} and lower == {1.0: pytest.approx(0.54)}
    assert extremes({}) == ({}, {})


def test_distractors_are_counted_in_all_and_in_both_extremes() -> None:
    tally = Tally()
    for place in range(10):
        good = place >= 5
        mark = Mark(1.0, ("hop",)) if good else Mark(0.0, ("skip",))
        tally.add({("a", ""): mark, ("b", ""): Mark(float(good)), ("c", ""): Mark(0.0, (), omitted=True)})
    figures = tally.figures()
    assert figures["a", ""].answers == {"hop": (5.0, 2.7, 0.0), "skip": (5.0, 0.0, 2.7)}
    assert figures["a", ""].difference == 1.0
    assert figures["c", ""].omitted == 10 and figures["c", ""].discrimination is None


def test_a_test_that_draws_from_a_bank_has_figures_but_no_alpha() -> None:
    rng = np.random.default_rng(2)
    matrix, asked = answered(rng, 400, 12), rng.random((400, 12)) < 0.6
    one, other = Tally(), Tally()
    for row, (values, drawn) in enumerate(zip(matrix.tolist(), asked.tolist(), strict=True)):
        marks = {key(at): Mark(value) for at, (value, there) in enumerate(zip(values, drawn, strict=True)) if there}
        if marks:
            (one if row % 2 else other).add(marks)
    one.include(other)
    figures = one.figures()[key(0)]
    shown = np.where(asked, matrix, np.nan)[asked[:, 0] & (asked.sum(axis=1) > 1)]
    rest = np.nanmean(shown[:, 1:], axis=1)
    assert figures.discrimination == pytest.approx(float(np.corrcoef(shown[:, 0], rest)[0, 1]), abs=CLOSE)
    assert figures.n == asked[:, 0].sum() < one.n
    assert one.test().alpha is None and 0 < one.test().mean < 1


def test_answers_without_end_do_not_fill_the_memory() -> None:
    tally = Tally()
    for place in range(MOST_ANSWERS + 50):
        tally.add({("a", ""): Mark(0.0, (f"text {place}",))})
    assert len(tally.figures()["a", ""].answers) == MOST_ANSWERS


@pytest.mark.parametrize(
    "figures, expected",
    [
        (Figures(n=50, right=49), {Flag.EASY}),
        (Figures(n=50, right=5), {Flag.HARD}),
        (Figures(n=50, right=25, sxx=1, syy=1, sxy=-0.2), {Flag.NEGATIVE}),
        (Figures(n=50, right=25, sxx=1, syy=1, sxy=WEAK - 0.01), {Flag.WEAK}),
        (Figures(n=50, right=25, sxx=1, syy=1, sxy=0.4), set()),
        (Figures(), set()),
    ],
)
def test_what_is_flagged(figures: Figures, expected: set[Flag]) -> None:
    assert set(flags(figures)) == expected


def test_options_are_flagged() -> None:
    figures = Figures(n=50, right=25, answers={"hop": (25, 3, 9), "skip": (25, 9, 3)})
    assert flags(figures, ["hop"], ["skip", "jump"]) == (Flag.KEY, Flag.IDLE)
    assert flags(figures, ["skip"], ["hop"]) == ()
    few = Figures(n=20, right=10, answers={"hop": (10, 5, 2)})
    assert flags(few, ["hop"], ["jump"]) == ()


def test_a_test_of_equal_scores_has_no_reliability() -> None:
    tally = Tally()
    for marks in sheets(np.ones((6, 3))):
        tally.add(marks)
    test = tally.test()
    assert (test.alpha, test.alpha_between, test.error, test.mean) == (None, None, None, 1.0)
    assert math.isnan(Figures().difficulty) and Figures().difference is None
    assert Figures().difficulty_between == (0.0, 1.0) and Figures().discrimination_between is None
    assert not measured(Figures(n=29)) and measured(Figures(n=30))
