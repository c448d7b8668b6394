"""Hypothesis strategies: texts, items and decks of every kind that a deck may hold."""

import random

from hypothesis import strategies as st

from mediaquiz.decks.check import faults
from mediaquiz.decks.identity import new_id
from mediaquiz.model.deck import Deck, Removed
from mediaquiz.model.item import CONTENT_CLASSES, FIELDS, Item, ItemType, Provenance, Shape, Status
from mediaquiz.text import clean

HARD_TEXTS = (
    *("no", "Yes", "y", "null", "~", "true", "1:30", "017", "0x1F", "1e3", "3.10", "2026-01-01", "2026-01-01 10:00:00"),
    *("# x", "a # b", "a: b", "a:", ": a", "- a", "-", "? a", "[a", "a]", "{a}", "{{a}}", "a, b", "&a", "*a", "!a"),
    *("'a'", '"a"', "it's", 'say "hi"', "both ' and \"", "|", ">", "%a", "@a", "`a`", "<<", "=", ".inf", ".5", "---"),
    *(" a", "a ", "  ", "\ta", "a\tb", "a\n", "a\n\n", "\na", "a\nb", "a\n b", " a\nb", "a \nb", "a\n\nb", "\n"),
    *("텐서", "잠재 공간", "🧠 emoji", "👩‍🔬", "a\u00a0b", "\u00a0a", "\u3000a", "# 한국어", "x²"),
    *("\\n", "C:\\a", "...", "a\n\tb"),
    *("a\n# b", "a\n- b", "a: b\nc: d", "---\na", "a\n...", "`a: b`", "1", "-1", "+1", "1_000", "12:30:45", "No."),
)

plain_words = st.text(st.sampled_from("abcde 가나다 ,.:#-'\"[]{}"), max_size=12)
texts = st.one_of(st.sampled_from(HARD_TEXTS), plain_words, st.text(max_size=20)).map(clean)
some_text = texts.filter(lambda text: text.strip())
ids = st.integers(0, 2**64).map(lambda seed: new_id(random.Random(seed)))

_DISTINCT = {"unique_by": lambda text: " ".join(text.split())}
_BY_SHAPE = {
    Shape.TEXT: some_text,
    Shape.BOOL: st.booleans(),
    Shape.TEXTS: st.lists(some_text, min_size=3, max_size=4, **_DISTINCT).map(tuple),
    Shape.PAIRS: st.lists(
        st.tuples(some_text, some_text), min_size=3, max_size=4, unique_by=lambda pair: " ".join(pair[0].split())
    ).map(tuple),
    Shape.GROUPS: st.just(()),
}


@st.composite
def contents(draw, kinds=tuple(ItemType)):
    """The content of an item, of any type and good."""
    kind = draw(st.sampled_from(kinds))
    values = {spec.name: draw(_BY_SHAPE[spec.shape]) for spec in FIELDS[kind] if spec.required or draw(st.booleans())}
    if kind is ItemType.CLOZE:
        values["text"] = f"{draw(texts)}{{{{{draw(some_text).replace('}', '')}x}}}}{draw(texts)}"
    if kind is ItemType.LIST and draw(st.booleans()):
        group = st.lists(some_text, max_size=2).map(tuple)
        values["accept"] = tuple(draw(group) for _ in values["members"])
    return CONTENT_CLASSES[kind](**values)


good_contents = contents().filter(lambda content: not any(faults(content)))
hashes = st.integers(0, 16**12 - 1).map(lambda number: f"{number:012x}")


@st.composite
def items(draw):
    """An item of any type, with any of the common fields."""
    content = draw(good_contents)
    source = st.builds(Provenance, hashes, st.sampled_from(("contrast", "no")), texts)
    names = [spec.name for spec in FIELDS[content.TYPE]]
    return Item(
        draw(ids | st.just("")),
        content,
        status=draw(st.sampled_from(list(Status))),
        explain=draw(texts),
        concept=draw(texts),
        tags=draw(st.lists(some_text, max_size=2).map(tuple)),
        lang=draw(st.sampled_from(("", "en", "ko", "no"))),
        source=draw(st.none() | source),
        built=draw(st.dictionaries(st.sampled_from([*names, "context", "explain"]), hashes, max_size=3)),
        notes=draw(texts),
        context=draw(texts),
    )


@st.composite
def decks(draw, path="decks/lesson.yaml"):
    """A deck with distinct ids."""
    return Deck(
        path,
        lesson=draw(texts),
        title=draw(texts),
        track=draw(texts),
        number=draw(st.none() | st.integers(0, 999)),
        lang=draw(st.sampled_from(("en", "ko", "no"))),
        items=tuple(draw(st.lists(items(), max_size=4, unique_by=lambda item: item.id or id(item)))),
        removed=tuple(draw(st.lists(st.builds(Removed, ids, hashes, texts, texts), max_size=2))),
    )
