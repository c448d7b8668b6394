"""The order of options: some have a place that everybody expects."""

import pytest

from mediaquiz.model.item import Choice, Item
from mediaquiz.session.shuffle import shown_options

LAST = (
    "All of the above", "None of these.", "all the above", "Both of these", "위의 모두", "위 보기 모두 정답",
    "모두 정답", "해당 없음", "정답 없음",
)  # fmt: skip
ANYWHERE = ("None of the pictures", "All of it", "the above line", "모두의 그림", "없음표")


def shown(*options: str, seed: int = 1) -> tuple[str, ...]:
    return shown_options(Item("item00000000", Choice("?", options[0], options[1:])), seed)


@pytest.mark.parametrize("option", LAST)
def test_an_option_about_the_others_stands_last(option: str) -> None:
    assert {shown(option, "oak", "ash", "elm", seed=seed)[-1] for seed in range(20)} == {option}


@pytest.mark.parametrize("option", ANYWHERE)
def test_any_other_option_stands_anywhere(option: str) -> None:
    assert {shown(option, "oak", "ash", "elm", seed=seed).index(option) for seed in range(60)} == {0, 1, 2, 3}


@pytest.mark.parametrize("pair", [("Yes", "No"), ("True", "False"), ("O", "X"), ("참", "거짓"), ("맞다", "틀리다")])
def test_yes_stands_before_no(pair: tuple[str, str]) -> None:
    assert {shown(*pair, seed=seed) for seed in range(20)} == {pair}
    assert {shown(*reversed(pair), seed=seed) for seed in range(20)} == {pair}
