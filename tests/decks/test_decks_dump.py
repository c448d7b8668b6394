"""Writing new decks: what is written reads back as the same, here and in any other YAML tool."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from random_decks import HARD_TEXTS, decks, texts

from mediaquiz.decks.dump import dump
from mediaquiz.decks.emit import block, scalar
from mediaquiz.decks.load import load
from mediaquiz.model.deck import Deck, Removed
from mediaquiz.model.item import Choice, Cloze, Item, ListAll, Match, Multi, Provenance, Status, TrueFalse
from mediaquiz.text import clean

LOADERS = [yaml.SafeLoader, yaml.CSafeLoader] if yaml.__with_libyaml__ else [yaml.SafeLoader]

DECK = Deck(
    "decks/bread.yaml",
    lesson="lessons/bread.md",
    title="Bread: the basics",
    track="Baking",
    number=3,
    items=(
        Item(
            "cdfghjkm2345",
            Choice("Which of these slows yeast down?", "salt", ("sugar", "no", "1:30", "017")),
            status=Status.APPROVED,
            explain="Salt draws water out of the cells.\nSugar feeds them.",
            concept="yeast",
            tags=("bread", "yeast, dry"),
            source=Provenance("0a1b2c3d4e5f", "contrast", "Salt slows yeast down; sugar does not."),
            built={"stem": "123456789012", "key": "0a1b2c3d4e5f", "status": "ready"},
        ),
        Item("dcfghjkm2345", Cloze("이스트는 {{산소}} 없이도 자란다 🍞", ("oxygen",), hint="a gas"), lang="ko"),
        Item("fcfghjkm2345", TrueFalse("Yeast is a plant.", False, "It is a fungus.")),
        Item("gcfghjkm2345", Match("Match.", (("crumb", "inside"), ("crust", "outside, crisp"), ("#", "a: b")))),
        Item("hcfghjkm2345", ListAll("Name both.", ("flour", "water"), (("meal",), ())), notes="For the first week"),
        Item("jcfghjkm2345", Multi("Which are flours?", ("rye", "spelt"), ("semolina: durum",))),
    ),
    removed=(Removed("kcfghjkm2345", "0a1b2c3d4e5f", "statement", "Yeast is ____"),),
)


def test_a_deck_as_a_teacher_sees_it():
    golden = Path(__file__).parent / "styles" / "dumped.yaml"
    assert dump(DECK) == golden.read_text(encoding="utf-8")


def test_dump_and_load_by_example():
    assert load(dump(DECK), DECK.path).deck == DECK
    assert load(dump(Deck("d.yaml")), "d.yaml").deck == Deck("d.yaml")


@given(decks())
def test_what_is_dumped_loads_as_the_same_deck(deck):
    loaded = load(dump(deck), deck.path)
    assert loaded.deck == deck
    assert loaded.writable


@pytest.mark.parametrize("loader", LOADERS)
@given(text=texts)
def test_other_tools_read_every_text_as_this_text(loader, text):
    for written in (scalar(text), block(text, 4)):
        assert yaml.load(f"- {{}}\n-\n  a: {written}\n", Loader=loader)[1]["a"] == text
    assert yaml.load(f"[a, {scalar(text, flow=True)}]", Loader=loader)[1] == text


@pytest.mark.parametrize("text", HARD_TEXTS)
def test_hard_texts(text):
    for loader in LOADERS:
        assert yaml.load(f"a:\n  - {block(text, 4)}\n", Loader=loader)["a"][0] == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words", "plain words"),
        ("텐서는 수의 격자 🧠", "텐서는 수의 격자 🧠"),
        ("It's 3 layers, isn't it?", "It's 3 layers, isn't it?"),
        ("no", '"no"'),
        ("1:30", '"1:30"'),
        ('say "hi": now', "'say \"hi\": now'"),
        ("# not a comment", '"# not a comment"'),
        ("", '""'),
    ],
)
def test_quotes_only_where_they_are_needed(text, written):
    assert scalar(text) == written


def test_lines_stay_lines():
    assert block("one\n  two\n\nthree", 4) == "|-\n    one\n      two\n\n    three"
    assert block("one\ntwo\n", 2) == "|\n  one\n  two"
    assert block("trailing \nblank", 2) == '"trailing \\nblank"'


@given(texts)
def test_texts_are_cleaned_on_the_way_out(text):
    hostile = f"\u202e{text}\x1b[2J\ud83d텐"
    assert yaml.safe_load(f"a: {block(hostile, 2)}") == {"a": clean(hostile)}
