"""Our GIFT in gift-pegjs, another program's parser: texts and keys are the deck's, and a broken key is noticed."""

import json
import random
import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from players import needs_node, npm_install
from quiz_bank import items, shipment

from mediaquiz.decks.check import faults
from mediaquiz.formats import writer
from mediaquiz.formats.htmltext import text
from mediaquiz.model.item import Choice, Item, Match, Multi, Short, TrueFalse
from mediaquiz.text import clean, one_line

PARSER = "gift-pegjs@1.0.2"
NASTY = [
    "~", "=", "#", "{", "}", ":", "\\", "####", "//", "->", "::", "%50%", "\\n", "\n", "<b>", "&amp;", "&", "[html]",
    "[", "]", "`", "**", "TRUE", "한국어", "나라", "🙂", "a", "b c", '"', "100%", "$CATEGORY:", "  ",
]  # fmt: skip

Parse = Callable[[bytes], list[dict[str, Any]]]
pytestmark = [pytest.mark.slow, needs_node]


@pytest.fixture(scope="module")
def parse(tmp_path_factory: pytest.TempPathFactory) -> Parse:
    folder = tmp_path_factory.mktemp("gift")
    package = npm_install(folder, PARSER)

    def run(data: bytes) -> list[dict[str, Any]]:
        (folder / "quiz.gift").write_bytes(data)
        script = Path(__file__).with_name("gift_parse.mjs")
        done = subprocess.run(
            ["node", str(script), str(package), str(folder / "quiz.gift")], capture_output=True, check=True, timeout=60
        )
        found: list[dict[str, Any]] = json.loads(done.stdout)
        return [one for one in found if one["type"] != "Category"]

    return run


def nasty_items(count: int) -> list[Item]:
    """Choices whose texts are made of all that GIFT reads something into; always the same."""
    chance = random.Random(2026)

    def nasty() -> str:
        return clean("".join(chance.choices(NASTY, k=chance.randint(1, 9)))).strip() or "x"

    made: list[Item] = []
    while len(made) < count:
        options = list(dict.fromkeys(one_line(nasty()) for _ in range(4)))
        content = Choice(nasty(), options[0], tuple(options[1:]))
        if not any(faults(content)):
            made.append(Item(f"n{len(made):03d}aaaaaaaa", content))
    return made


def said(part: dict[str, str]) -> str:
    """What a part of a question says."""
    return text(part["text"], lambda address: "media/dot.png").whole


def plain(side: str) -> str:
    """A right side. Here alone the parser leaves the numbers in that it puts for escaped signs."""
    return re.sub(r"&&(\d{3});", lambda found: chr(int(found[1])), side)


def differences(asked: Sequence[Item], found: Sequence[dict[str, Any]]) -> list[str]:
    """The ids of the choices of which the parser read another text, or another key."""
    wrong = []
    for item, question in zip(asked, found, strict=True):
        content = item.content
        if not isinstance(content, Choice):
            continue
        right = {said(one["text"]) for one in question["choices"] if one["isCorrect"]}
        others = {said(one["text"]) for one in question["choices"] if not one["isCorrect"]}
        same = (said(question["stem"]), right, others) == (content.stem, {content.key}, set(content.distractors))
        wrong += [] if same and question["id"] == item.id else [item.id]
    return wrong


def test_two_hundred_hostile_items_are_read_word_for_word(parse: Parse) -> None:
    asked = nasty_items(200)
    assert differences(asked, parse(writer("gift")(shipment(*asked))[0])) == []


def test_a_broken_key_is_noticed(parse: Parse) -> None:
    asked = [Item("b00aaaaaaaaa", Choice("Which?", "right", ("wrong",)))]
    data = writer("gift")(shipment(*asked))[0]
    broken = data.replace(b"=[html]right", b"~[html]right").replace(b"~[html]wrong", b"=[html]wrong")
    assert broken != data
    assert differences(asked, parse(broken)) == ["b00aaaaaaaaa"]


def test_every_item_type_is_read_with_its_key(parse: Parse) -> None:
    found = {question["id"]: question for question in parse(writer("gift")(shipment())[0])}
    assert list(found) == [item.id for item in items()]
    for item in items():
        question = found[item.id]
        match item.content:
            case Short(answer=answer, accept=accept):
                typed = [one["text"]["text"].replace("\\*", "*") for one in question["choices"]]
                assert typed == [answer, *accept]
            case Multi(key=keys, distractors=wrong):
                weights = {said(one["text"]): one["weight"] for one in question["choices"]}
                assert {name for name, weight in weights.items() if weight > 0} == set(keys)
                assert {name for name, weight in weights.items() if weight < 0} == set(wrong)
            case TrueFalse(answer=answer):
                assert (question["type"], question["isTrue"]) == ("TF", answer)
            case Match(pairs=pairs):
                pairs_found = [(said(one["subquestion"]), plain(one["subanswer"])) for one in question["matchPairs"]]
                assert pairs_found == list(pairs)
