"""Loading decks: every fault at once, each with its place, and everything that is good beside it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mediaquiz.decks.load import load
from mediaquiz.decks.yamltext import MAX_BYTES, parse
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Choice, Recall, Short, TrueFalse
from mediaquiz.model.problem import Severity, Span

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yaml"))
MARK = re.compile(r"#! ([MQ\d ]+)$")

DECK = """\
version: 1
lesson: lessons/bread.md
title: Bread
number: 3
lang: en
items:
  - id: cdfghjkm2345
    type: short
    stem: What makes dough rise?
    answer: yeast
    accept:
      - baker's yeast
  - id: dcfghjkm2345
    type: truefalse
    stem: |
      Salt makes
      yeast work faster.
    answer: no
    correction: Salt slows it down.
"""


def marked(text: str) -> list[tuple[int, str]]:
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        mark = MARK.search(line)
        found += [(number, code) for code in mark[1].split()] if mark else []
    return sorted(found)


def one_item(*lines: str) -> str:
    return "items:\n  - " + "\n    ".join(lines) + "\n"


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_each_fault_is_told_at_its_line_and_the_rest_loads(path):
    text = path.read_text(encoding="utf-8")
    loaded = load(text, "decks/broken.yaml")
    assert sorted((p.span.start, p.code) for p in loaded.problems) == marked(text)
    assert all(p.span.column and p.hint for p in loaded.problems)
    assert not loaded.writable
    faulty = {number for number, code in marked(text) if code != "MQ312"}
    for span in loaded.spans:
        assert not faulty & set(range(span.start, span.end + 1))


def test_good_items_beside_broken_ones_are_all_there():
    text = next(path for path in BROKEN if path.stem == "items").read_text(encoding="utf-8")
    stems = [item.content.stem for item in load(text, "d.yaml").deck.items]
    assert stems == ["What makes dough rise?", "A new item, without an id", "The last item is good"]


def test_a_good_deck():
    loaded = load(DECK, "decks/bread.yaml")
    assert loaded.problems == ()
    assert loaded.writable
    deck = loaded.deck
    assert (deck.path, deck.lesson, deck.title, deck.number, deck.lang) == (
        "decks/bread.yaml",
        "lessons/bread.md",
        "Bread",
        3,
        "en",
    )
    assert [item.content for item in deck.items] == [
        Short("What makes dough rise?", "yeast", ("baker's yeast",)),
        TrueFalse("Salt makes\nyeast work faster.\n", False, "Salt slows it down."),
    ]
    assert loaded.spans == (Span("decks/bread.yaml", 7, 12, 5), Span("decks/bread.yaml", 13, 19, 5))
    assert loaded.span_of("dcfghjkm2345") == loaded.spans[1]
    assert loaded.span_of("nobody") is None


@pytest.mark.parametrize(
    "written",
    ["no", "1:30", "017", "2026-01-01", "3.10", "~", "null", "true", "0x1F", "1e3", ".inf", "'quoted'", '"quoted"'],
)
def test_every_scalar_is_a_text(written):
    item = load(one_item("type: recall", f"stem: {written}", "answer: b"), "d.yaml").deck.items[0]
    assert item.content == Recall(written.strip("'\""), "b")


@pytest.mark.parametrize(
    ("word", "truth"),
    [("true", True), ("YES", True), ("참", True), ("false", False), ("No", False), ("거짓", False), ('"true"', True)],
)
def test_true_and_false_as_a_teacher_writes_them(word, truth):
    item = load(one_item("type: truefalse", "stem: a", f"answer: {word}"), "d.yaml").deck.items[0]
    assert item.content.answer is truth


def test_optional_fields_may_stand_empty():
    text = one_item("type: short", "stem: a", "answer: b", "accept:", "status:", "tags:", "notes:", "source:", "built:")
    loaded = load("version:\nnumber:\ntitle:\nremoved:\n" + text, "d.yaml")
    item = loaded.deck.items[0]
    assert loaded.writable
    assert (item.content.accept, item.tags, item.notes, item.source, item.built) == ((), (), "", None, {})
    assert loaded.deck == Deck("d.yaml", items=(item,))


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "just text", "\ufeff"])
def test_a_file_without_a_deck_is_an_error_since_a_cut_file_looks_like_that(text):
    loaded = load(text, "d.yaml")
    assert [(p.code, p.severity) for p in loaded.problems] == [("MQ301", Severity.ERROR)]
    assert not loaded.writable


def test_crlf_and_byte_order_mark():
    loaded = load("\ufeff" + DECK.replace("\n", "\r\n"), "d.yaml")
    assert loaded.problems == ()
    assert loaded.deck == load(DECK, "d.yaml").deck
    assert loaded.spans == load(DECK, "d.yaml").spans


def test_texts_are_cleaned():
    stem, answer = 'stem: "a\\x1b[2J\\u202eb\\0"', "answer: 잠재\x07\u200b\u2028 x\x00"
    text = one_item("id: cdfghjkm2345", "type: recall", stem, answer)
    loaded = load(text, "d.yaml")
    assert loaded.problems == ()
    assert loaded.deck.items[0].content == Recall("a[2Jb", "잠재  x")


@pytest.mark.parametrize("breaker", ["\x85", "\u2028", "\u2029"])
def test_odd_line_breaks_do_not_break_the_layout(breaker):
    loaded = load(one_item("type: recall", f"stem: a{breaker}b", "answer: c"), "d.yaml")
    assert loaded.deck.items[0].content == Recall("a b", "c")


def test_a_newer_deck_is_read_as_far_as_it_is_known():
    newer = DECK.replace("version: 1", "version: 2\nmood: new") + one_item(
        "id: fcfghjkm2345", "type: essay", "stem: Of the future"
    ).removeprefix("items:\n")
    loaded = load(newer, "d.yaml")
    assert loaded.deck.items == load(DECK, "d.yaml").deck.items
    assert [p.code for p in loaded.problems] == ["MQ309", "MQ305", "MQ307"]
    assert {p.severity for p in loaded.problems} == {Severity.WARNING}
    assert loaded.newer
    assert not loaded.writable


@pytest.mark.parametrize(
    ("lines", "hint"),
    [
        (("type: chioce", "stem: a"), "Did you mean 'choice'?"),
        (("type: recall", "stem: a", "anser: b"), "Did you mean 'answer'?"),
        (("type: recall", "stem: a", "answer: b", "status: aproved"), "Take one of ready, draft, approved"),
        (("type: short", "stem: a", "answer: b", "zzz: c"), "an item of type short may have stem, answer, accept"),
        (("type: short", "stem: a: b", "answer: b"), "Put quotes around a text that contains ': '."),
    ],
)
def test_hints_say_what_to_do(lines, hint):
    assert any(hint in problem.hint for problem in load(one_item(*lines), "d.yaml").problems)


def test_a_file_that_is_too_large_is_not_even_parsed():
    loaded = load("# " + "x" * MAX_BYTES, "d.yaml")
    assert [p.code for p in loaded.problems] == ["MQ304"]


def test_without_the_c_parser_decks_load_the_same(monkeypatch):
    fast = load(DECK, "d.yaml")
    broken = [load(path.read_text(encoding="utf-8"), "d.yaml") for path in BROKEN]
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    slow = load(DECK, "d.yaml")
    assert (slow.deck, slow.spans) == (fast.deck, fast.spans)
    for path, before in zip(BROKEN, broken, strict=True):
        after = load(path.read_text(encoding="utf-8"), "d.yaml")
        assert after.deck == before.deck
        assert [p.code for p in after.problems] == [p.code for p in before.problems]


@pytest.mark.parametrize("loader", ["with libyaml", "without libyaml"])
@given(text=st.text(max_size=80) | st.text(st.sampled_from("ab:- \n#[]{},&*!|>'\"%\\U9?\t\u2028\x00"), max_size=40))
def test_no_text_makes_loading_fail(loader, text):
    with pytest.MonkeyPatch.context() as patch:
        if loader == "without libyaml":
            patch.delattr(yaml, "CSafeLoader", raising=False)
        for whole in (text, f"items:\n  - type: recall\n    stem: {text}"):
            loaded = load(whole, "d.yaml")
            assert len(loaded.deck.items) == len(loaded.nodes)
            assert all(problem.span.file == "d.yaml" for problem in loaded.problems)


def test_an_escape_that_is_no_character(monkeypatch):
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert [p.code for p in load('a: "\\U99999999"', "d.yaml").problems] == ["MQ301"]


def test_plain_yaml_for_other_files():
    tree, problems = parse("title: 1:30\ntracks:\n  - a\n  - {b: c}\n", "mediaquiz.yaml")
    assert (tree, problems) == ({"title": "1:30", "tracks": ["a", {"b": "c"}]}, ())
    tree, problems = parse("title: *a\nlang: ko\n", "mediaquiz.yaml")
    assert tree == {"lang": "ko"}
    assert [p.code for p in problems] == ["MQ302"]
    assert parse("", "mediaquiz.yaml") == ("", ())


def test_loading_decks_does_not_import_yaml_before_it_is_needed():
    script = "import sys, mediaquiz.decks.load, mediaquiz.decks.merge; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_choice_in_korean():
    text = one_item("type: choice", "stem: 텐서란?", "key: 수의 격자", "distractors: [행렬, 벡터]")
    assert load(text, "d.yaml").deck.items[0].content == Choice("텐서란?", "수의 격자", ("행렬", "벡터"))
