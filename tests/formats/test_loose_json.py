"""JSON as chatbots write it: what is JSON is read as JSON means it, all else as far as it is whole."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediaquiz.formats.chat.loose import Thing, objects

KEYS = ("question",)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


def plain(value: object) -> object:
    if isinstance(value, Thing):
        assert value.whole
        return {key: plain(member) for key, member in value.values.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value


@given(st.lists(st.fixed_dictionaries({"question": TEXTS, "rest": VALUES}), max_size=4), st.sampled_from([None, 2]))
def test_json_is_read_as_json(items: list[dict[str, Any]], indent: int | None) -> None:
    for ascii_only in (True, False):
        text = json.dumps({"items": items}, indent=indent, ensure_ascii=ascii_only)
        found = [one for one in objects(text, KEYS) if "question" in one.values]
        assert [plain(one) for one in found] == items


@given(st.text(alphabet="{}[]\"',:/*# \n“”qa1\\", max_size=80))
def test_nothing_ever_fails(text: str) -> None:
    for thing in objects(text, KEYS):
        assert 1 <= thing.line <= thing.end <= text.count("\n") + 1


@given(st.integers(0, 200))
def test_what_stands_before_a_cut_is_whole(cut: int) -> None:
    items = [{"question": f"q{n}", "answer": ["a", "b"]} for n in range(6)]
    text = json.dumps({"items": items})[:cut]
    whole = [plain(one) for one in objects(text, KEYS) if one.whole and one.values]
    assert whole == items[: len(whole)]
    assert len(whole) >= text.count("]}")


SPACED = '{"a": "b"' + " " * 50_000 + "c"


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 50_000, '{"' * 100_000, "/*" * 100_000, '{"a" "' * 50_000, SPACED]
)
def test_hostile_nesting_ends(text: str) -> None:
    assert len(objects(text, KEYS)) <= len(text)
