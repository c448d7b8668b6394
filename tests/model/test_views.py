"""How items read, and that plain data comes back as what it was."""

import pytest

from mediaquiz.model.deck import Deck, Removed
from mediaquiz.model.item import (
    Choice,
    Cloze,
    Content,
    Item,
    ListAll,
    Match,
    Multi,
    Order,
    Practice,
    Provenance,
    Recall,
    Short,
    Status,
    TrueFalse,
)  # fmt: skip
from mediaquiz.model.plain import deck_from_plain, deck_to_plain
from mediaquiz.model.problem import CODES, Problem, Severity, Span, error, info, warning
from mediaquiz.model.views import accepted, answer, answer_text, asked, field_hashes, options, prompt, wording
from mediaquiz.text import clean, content_hash, fingerprint, has_hangul, join_names, language_of, one_line, slug, squash

ALL: list[tuple[Content, str, object, list[str], list[str]]] = [
    (Recall("Why?", "Because."), "Why?", "Because.", [], []),
    (Short("Term?", "mask", ("masks",)), "Term?", "mask", [], ["masks"]),
    (Cloze("A {{mask}} hides.", ("cover",)), "A ____ hides.", "mask", [], ["cover"]),
    (Choice("Which?", "b", ("c", "a")), "Which?", "b", ["a", "b", "c"], []),
    (Multi("Which?", ("b", "a"), ("c",)), "Which?", ["b", "a"], ["a", "b", "c"], []),
    (TrueFalse("Ice floats.", True), "Ice floats.", "true", [], []),
    (TrueFalse("Ice sinks.", False, "It floats."), "Ice sinks.", "false", [], []),
    (Order("Order?", ("a", "b", "c")), "Order?", ["a", "b", "c"], [], []),
    (ListAll("Name both.", ("a", "b"), (("x",), ())), "Name both.", ["a", "b"], [], ["x"]),
    (Match("Join.", (("a", "1"), ("b", "2"), ("c", "3"))), "Join.", {"a": "1", "b": "2", "c": "3"}, [], []),
    (Practice("Do it.", "It is done.", "1 hour"), "Do it.", "It is done.", [], []),
]


@pytest.mark.parametrize(("content", "asked", "right", "choices", "also"), ALL, ids=lambda v: type(v).__name__)
def test_each_type_reads(content: Content, asked: str, right: object, choices: list[str], also: list[str]) -> None:
    assert (prompt(content), answer(content), options(content), accepted(content)) == (asked, right, choices, also)
    assert isinstance(answer_text(content), str)


def test_a_cloze_without_a_deletion_has_no_answer() -> None:
    assert answer(Cloze("Nothing hidden.")) == ""


def test_a_deck_survives_the_cache() -> None:
    source = Provenance("0123456789ab", "recipe", "quote")
    items = tuple(
        Item(
            f"id{n:010}",
            content,
            Status.APPROVED,
            "why",
            "concept",
            ("tag",),
            "en",
            source,
            field_hashes(content),
            "n",
            "over",
        )
        for n, (content, *_) in enumerate(ALL)
    )
    bare = Item("", Recall("Q?", "A"))
    deck = Deck("decks/a.yaml", "lessons/a.md", "A", "T", 1, "en", 1, (*items, bare), (Removed("x", "f", "r", "s"),))
    assert deck_from_plain(deck_to_plain(deck)) == deck
    assert bare.live and bare.type.value == "recall"


def test_wording_changes_with_what_the_learner_sees_and_when_an_item_goes() -> None:
    item = Item("a", Recall("Q?", "A"))
    assert wording(item) == wording(Item("b", Recall("Q?", "A"), tags=("x",), notes="n", status=Status.APPROVED))
    others = [Item("a", Recall("Q?", "B")), Item("a", Recall("Q?", "A"), explain="e"), Item("a", Short("Q?", "A"))]
    others.append(Item("a", Recall("Q?", "A"), context="Light"))
    gone = Item("a", Recall("Q?", "A"), status=Status.RETIRED)
    assert wording(item) not in {wording(other) for other in [*others, gone]}


def test_a_context_stands_in_front_where_it_has_no_place_of_its_own() -> None:
    assert asked(Item("a", Recall("What is a stop?", "A step."), context="Exposure")) == "Exposure: What is a stop?"
    assert asked(Item("a", Cloze("A {{stop}} is a step."))) == "A ____ is a step."


def test_a_problem_says_where_and_what_to_do() -> None:
    assert str(error("MQ301", "it broke", Span("a.yaml", 3, 3, 7), "Mend it.")) == (
        "a.yaml:3:7: error: MQ301 it broke. Mend it."
    )
    assert str(warning("MQ102", "It is empty.", Span("a.md"))) == "a.md: warning: MQ102 It is empty."
    assert str(info("MQ216", "enough")) == "info: MQ216 enough"
    with pytest.raises(ValueError, match="MQ999"):
        Problem(Severity.ERROR, "MQ999", "no such code")
    assert all(code.startswith("MQ") and meaning for code, meaning in CODES.items())


def test_hostile_text_is_cleaned() -> None:
    assert clean("a\x1b[31m\u202eb\u200b\ufeff\x00\x9bc\u2028d\r\ne\rf") == "a[31mbc\nd\ne\nf"
    assert clean("e\u0301 \U000e0041") == "é "
    assert clean("👩\u200d🔬\ttab") == "👩\u200d🔬\ttab"


def test_fingerprints_and_hashes() -> None:
    assert fingerprint(" A  b ") == fingerprint("a\nB") != fingerprint("ab")
    assert content_hash({"b": 1, "a": "é"}) == content_hash({"a": "e\u0301", "b": 1}) != content_hash({"a": "e"})
    assert squash("Ａ  ½") == "a 1⁄2" and one_line(" a \n b ") == "a b"


def test_small_words() -> None:
    assert [join_names(["a"]), join_names(["a", "b"]), join_names(["a", "b", "c"], "or")] == [
        "a",
        "a and b",
        "a, b, or c",
    ]
    assert (slug("What is it? 잠재 공간"), slug("!!!"), slug("x" * 99)) == (
        "what-is-it-잠재-공간",
        "untitled",
        "x" * 60,
    )
    assert (language_of("잠재 공간 (latent)"), language_of("latent"), language_of("123")) == ("ko", "en", "en")
    assert has_hangul("ㄱ") and not has_hangul("a")
