"""Decks for the formats: every item type with hostile text, and strategies for items of any text."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from mediaquiz.model.deck import Deck
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
    Recall,
    Short,
    TrueFalse,
)
from mediaquiz.model.stages import Shipment
from mediaquiz.text import clean, one_line

HOSTILE = '{}~=#:<b>&"100% — 한국어 🙂'
CODE = "What does it print?\n```python\nfor i in range(2):\n    print(i < 1)\n```"
MATHS = r"What is \(\frac{1}{2} + \frac{1}{2}\)?"
PICTURE = "Which one is it? ![a red dot](media/dot.png)"
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c4890000000d49444154789c63f8cfc0f01f0005000"
    "1ff89993d1d0000000049454e44ae426082".replace(" ", "")
)

CONTENTS: dict[str, Content] = {
    "recall": Recall(f"Why {HOSTILE}?", f"Because {HOSTILE}\n\nand more"),
    "recall code": Recall(CODE, "`True` then `False`"),
    "short": Short("수도는 어디인가요?", "서울 *", ("Seoul", "a=b~c#d:e{f}\\*g\\h", "100%")),
    "short maths": Short(MATHS, "1", ("one", "하나")),
    "cloze": Cloze("{braces}, ~tilde and the {{answer #1 \\} is}} 정답 <i>.", ("other", "*", "=x"), "a hint & more"),
    "cloze picture": Cloze("![dot](media/dot.png) shows a {{점}}"),
    "choice": Choice(PICTURE, f"the {HOSTILE} one", ("![a red dot](media/dot.png)", "x -> y", "`code <b>`")),
    "choice last": Choice("**Bold** *and* `code`?\n  indented\ttab", "yes", ("%50% no", "[html] maybe", "// never")),
    "multi": Multi("Which are even?", ("2", "4", "6"), ("1", "3 = three")),
    "true": TrueFalse("참인 문장 & <true>", True),
    "false": TrueFalse(f"A false one {HOSTILE}", False, "It is {so} ~ #1"),
    "order": Order("Put in order", ("먼저", "then <b>", "last = end")),
    "list": ListAll("Name all", ("빨강", "green {g}", "blue"), (("red",), (), ("azure", "sky & sea"))),
    "match": Match("Join what belongs together", (("한국", "서울"), ("a <b> `c`", "d = e"), ("x ~ y", "# z"))),
    "practice": Practice("Film a cup {once}", "steady, sharp, & warm light", "a day"),
    "practice bare": Practice("Take a walk"),
}


def items() -> tuple[Item, ...]:
    """One item for each content, with everything that items have."""
    return tuple(
        Item(
            f"t{place:02d}aaaaaaaaa",
            content,
            explain="" if place % 3 else f"Because of {HOSTILE}",
            tags=("light", "색 이름") if place % 2 else (),
            lang="ko" if place == 2 else "",
        )
        for place, content in enumerate(CONTENTS.values())
    )


def shipment(*contents: Item, media: bool = True, **options: str) -> Shipment:
    """The items, by default those of ``items``, as one lesson's deck on its way out."""
    deck = Deck(
        "decks/1-light.yaml", "lessons/1-light.md", "Light/그림자", "Basics & more", 1, "en", items=contents or items()
    )
    return Shipment(
        "course",
        "A course",
        (deck,),
        datetime(2026, 3, 1, tzinfo=UTC),
        options=options,
        media={"media/dot.png": DOT} if media else {},
    )


_FRAGMENTS = st.sampled_from(
    ["`", "```", "\n", "\n\n", " ", "  ", "\t", "*", "**", "<b>", "&amp;", "&", "<", "]]>", "{", "}", "~", "=", "#",
     ":", "%50%", "\\", "\\}", "\\n", "->", "::", "//", "[html]", "____", "가나", "나라", "🙂", "a", "b c", "│", "  x",
     "![a](media/dot.png)", "\\(x\\)", "{1:SA:=x}", "@@PLUGINFILE@@/", "$CATEGORY:", "é", "e\u0301"]
)  # fmt: skip
texts = (
    st.lists(_FRAGMENTS | st.text(max_size=3), min_size=1, max_size=8)
    .map(lambda parts: clean("".join(parts)).strip())
    .filter(lambda text: text.strip() != "")
)
"""Trimmed clean texts of one or more lines, rich in what formats trip over."""
lines = texts.map(one_line).filter(bool)
"""The same on one line: what can be typed."""


def _several(least: int, kind: st.SearchStrategy[str] = texts) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(kind, min_size=least, max_size=5, unique_by=one_line).map(tuple)


_plain_members = lines.filter(lambda text: " | " not in text)
_halves = lines.filter(
    lambda text: "{{" not in text and "}}" not in text and text[0] not in "{}" and text[-1] not in "{}"
)
contents: st.SearchStrategy[Content] = st.one_of(
    st.builds(Recall, texts, texts),
    st.builds(Short, texts, lines, _several(0, lines)),
    st.builds(
        lambda before, answer, after, accept, hint: Cloze(f"{before} {{{{{answer}}}}} {after}", accept, hint),
        _halves, _halves, _halves, _several(0, lines), st.just("") | texts,
    ),
    _several(3).map(lambda options: Choice("Which?", options[0], options[1:])),
    _several(4).map(lambda options: Multi("Which?", options[:2], options[2:])),
    st.builds(TrueFalse, texts, st.booleans(), st.just("") | texts),
    st.builds(Order, texts, _several(3, lines)),
    st.builds(ListAll, texts, _several(2, _plain_members)),
    st.builds(
        lambda stem, left, right: Match(stem, tuple(zip(left, right, strict=False))),
        texts, _several(4).map(lambda given: given + ("z1", "z2", "z3")[: max(0, 3 - len(given))]),
        st.lists(lines, min_size=5, max_size=5),
    ),
    st.builds(Practice, texts, st.just("") | texts, st.just("") | texts),
)  # fmt: skip
"""Contents of every type."""
any_items = st.builds(
    Item,
    st.text("abcdefgh", min_size=12, max_size=12),
    contents,
    explain=st.just("") | texts,
    tags=st.lists(lines.filter(lambda text: not text.casefold().startswith("mq::")), max_size=3, unique=True).map(
        tuple
    ),
)
"""Items of any text."""
