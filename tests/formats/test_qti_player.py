"""Our QTI in a real player: the key scores 1, every wrong answer less, item by item; and a broken key is noticed.

The package is brought to QTI 3 by ``qti-convert``, run as a command. The answers come from the deck, not from the
package: a choice is found by what it says.
"""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from players import Player, needs_chromium, needs_node, npm_install, qti_player
from quiz_bank import items, shipment

from mediaquiz.formats import writer
from mediaquiz.formats.htmltext import text
from mediaquiz.model.item import Choice, Cloze, Content, Item, Match, Multi, Order, Short, TrueFalse
from mediaquiz.model.views import answer
from mediaquiz.text import one_line

QTI_CONVERT = shutil.which("qti-convert", path=Path(sys.executable).parent) or shutil.which("qti-convert")
PLAYER = "@citolab/qti-components@7.27.4"
GRADED = [
    item for item in items() if isinstance(item.content, Choice | Multi | TrueFalse | Short | Cloze | Order | Match)
]

pytestmark = [
    pytest.mark.slow,
    needs_node,
    needs_chromium,
    pytest.mark.skipif(QTI_CONVERT is None, reason="needs qti-convert (pip install citolab-qti-convert)"),
]


@pytest.fixture(scope="module")
def player(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Player]:
    with qti_player(npm_install(tmp_path_factory.mktemp("player"), PLAYER)) as started:
        yield started


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The items in QTI 3, by id."""
    folder = tmp_path_factory.mktemp("qti")
    package, upgraded = folder / "ours.zip", folder / "qti3.zip"
    package.write_bytes(writer("qti")(shipment())[0])
    subprocess.run([str(QTI_CONVERT), "upgrade", str(package), str(upgraded)], check=True, capture_output=True)
    with zipfile.ZipFile(upgraded) as archive:
        return {
            Path(name).stem.removeprefix("mq_"): archive.read(name).decode("utf-8")
            for name in archive.namelist()
            if name.startswith("items/")
        }


def said(html: str) -> str:
    """What a choice says, as the item's own text."""
    return one_line(text(html, lambda address: address.rpartition("../")[2]).whole)


def names(choices: Mapping[str, str], *wanted: str) -> list[str]:
    """The identifiers of the choices that say the texts."""
    by_text = {said(html): name for name, html in choices.items()}
    return [by_text[one_line(one)] for one in wanted]


def answers(content: Content, choices: Mapping[str, str]) -> tuple[list[object], list[object]]:
    """Every right answer to an item, and wrong ones of every kind."""
    match content:
        case Choice(key=key, distractors=wrong):
            return [*names(choices, key)], [*names(choices, *wrong)]
        case Multi(key=keys, distractors=wrong):
            right, others = names(choices, *keys), names(choices, *wrong)
            return [right, right[::-1]], [right[1:], [*right, others[0]], others, right + others, []]
        case TrueFalse(answer=right):
            return [str(right).lower()], [str(not right).lower()]
        case Short(answer=right, accept=accept):
            return [right, *accept], ["", "something else", right + "x"]
        case Cloze(accept=accept) as cloze:
            return [str(answer(cloze)), *accept], ["", "something else"]
        case Order(sequence=sequence):
            right = names(choices, *sequence)
            return [right], [right[::-1], right[1:] + right[:1], right[:2]]
        case Match(pairs=pairs):
            lefts, rights = names(choices, *(left for left, _ in pairs)), names(choices, *(right for _, right in pairs))
            both = [" ".join(pair) for pair in zip(lefts, rights, strict=True)]
            crossed = [" ".join(pair) for pair in zip(lefts, rights[1:] + rights[:1], strict=True)]
            return [both, both[::-1]], [crossed, both[1:], []]
        case _:
            raise AssertionError(content)


@pytest.mark.parametrize("item", GRADED, ids=lambda item: f"{item.type.value}-{item.id}")
def test_the_key_scores_one_and_every_wrong_answer_less(
    player: Player, converted: Mapping[str, str], item: Item
) -> None:
    right, wrong = answers(item.content, player.open(converted[item.id]))
    assert [player.score(answer) for answer in right] == [1.0] * len(right)
    assert all(player.score(answer) < 1 for answer in wrong)


def test_a_broken_key_is_noticed(player: Player, converted: Mapping[str, str]) -> None:
    item = next(item for item in GRADED if isinstance(item.content, Choice))
    choices = player.open(converted[item.id])
    right, wrong = answers(item.content, choices)
    broken = converted[item.id].replace(f"<qti-value>{right[0]}</qti-value>", f"<qti-value>{wrong[0]}</qti-value>")
    assert broken != converted[item.id]
    player.open(broken)
    assert (player.score(right[0]), player.score(wrong[0])) == (0.0, 1.0)


def test_every_item_is_shown(player: Player, converted: Mapping[str, str]) -> None:
    assert set(converted) == {item.id for item in items()}
    for xml in converted.values():
        player.open(xml)
