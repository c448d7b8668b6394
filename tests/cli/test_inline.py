"""Code, emphasis and formulas as a terminal shows them: in the quiz and in `read`, with styles and without."""

import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from terminal import Play, visible

from mediaquiz.cli.formulas import LONGEST, readable
from mediaquiz.cli.inline import layout, runs
from mediaquiz.cli.layout import wrap
from mediaquiz.cli.ui import Ui


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("x^2", "x²"), ("x_1 + y_{10}", "x₁ + y₁₀"), ("O(n^2)", "O(n²)"), ("E = mc^2", "E = mc²"),
        (r"a \times b \le \alpha", "a × b ≤ α"), (r"\frac{1}{2}", "1/2"), (r"\frac{a+b}{c_1}", "(a+b)/c₁"),
        (r"\sqrt{x}", "√x"), (r"\sqrt{\frac{a}{b}}", "√(a/b)"), (r"\text{loss} = 5\%", "loss = 5%"),
        (r"p^{q r}", "p^(q r)"), (r"x_{max}", "x_max"), (r"\left( n \right)", "( n )"), (r"2^{-3}", "2⁻³"),
        (r"\begin{cases} a \end{cases}", r"\begin{cases} a \end{cases}"), (r"\unknown{x}", r"\unknown{x}"),
        ("", ""), ("x" * (LONGEST + 1), "x" * (LONGEST + 1)), ("^", "^"), (r"\frac{", r"\frac{"),
    ],
)  # fmt: skip
def test_formulas(formula: str, shown: str) -> None:
    assert readable(formula) == shown


@pytest.mark.parametrize(
    ("text", "styled", "plain"),
    [
        ("Run `make -n` now", "Run [code:make -n] now", "Run `make -n` now"),
        ("It is **not** so", "It is [strong:not] so", "It is not so"),
        ("*light*, then", "[em:light], then", "light, then"),
        ("**the `x` axis**", "[strong:the ][code:x][strong: axis]", "the `x` axis"),
        ("한글**강조**", "한글**강조**", "한글**강조**"),
        (r"so $t^2$ and \(a_1\)", "so t² and a₁", "so t² and a₁"),
        ("2 * 3 * 4 and a*b*c", "2 * 3 * 4 and a*b*c", "2 * 3 * 4 and a*b*c"),
        ("**kwargs and *args", "**kwargs and *args", "**kwargs and *args"),
        ("from $5 to $10, or $20", "from $5 to $10, or $20", "from $5 to $10, or $20"),
        ("`$HOME` and `**`", "[code:$HOME] and [code:**]", "`$HOME` and `**`"),
        ("a ` alone, ** too, $ too", "a ` alone, ** too, $ too", "a ` alone, ** too, $ too"),
    ],
)
def test_marks(text: str, styled: str, plain: str) -> None:
    shown = "".join(f"[{style}:{part}]" if style else part for part, style in runs(text, styled=True))
    assert (shown, "".join(part for part, _ in runs(text, styled=False))) == (styled, plain)


def test_an_output_without_such_signs_keeps_the_formula() -> None:
    assert runs("so $t^2$", styled=False, signs=False) == [("so ", ""), ("$t^2$", "")]


texts = st.text("ab`*$^_\\\\(){} 한\n1", max_size=60)


@given(texts, st.integers(8, 30))
def test_lines_break_as_ever_and_lose_nothing(text: str, columns: int) -> None:
    found = runs(text, styled=True)
    lines = ["".join(part for part, _ in line).rstrip() for line in layout(found, columns, "> ")]
    assert lines == wrap("".join(part for part, _ in found), columns, "> ")
    marks = [(sign, style) for part, style in found for sign in part if not sign.isspace()]
    laid = [pair for line in layout(found, columns, "> ") for part, style in line[1:] for pair in
            ((sign, style) for sign in part if not sign.isspace())]  # fmt: skip
    assert laid == marks


def test_a_drawing_stays_as_it_is() -> None:
    drawing = "`a` ──▶ [ *b* ]\n        └──▶ $c^2$"
    out = io.StringIO()
    Ui(out, env={}).tell(drawing)
    assert out.getvalue() == f"{drawing}\n"


LESSON = r"""# The `f` number

**Exposure** is how much light the `sensor` collects; with time it grows as $t^2$.

- `--fast` skips **checks**.

## Key Takeaways

- A **shutter** opens for the time \(t\), because `open` was called.
"""
DECK = r"""version: 1
lesson: lessons/marks.md
title: The `f` number
items:
  - id: markedcard01
    type: choice
    stem: What does `--fast` *not* do for $n^2$ steps?
    key: run the `checks`
    distractors: [print **all**, "wait \\(t_1\\) seconds"]
    explain: It takes $O(n^2)$, so `--fast` leaves it.
    source: {fingerprint: 012345678901, recipe: own, quote: "`--fast` skips **checks**."}
"""


@pytest.fixture
def marked(course: Path) -> Path:
    for path in [*(course / "decks").iterdir(), *(course / "lessons").iterdir()]:
        path.unlink()
    (course / "lessons" / "marks.md").write_text(LESSON, encoding="utf-8")
    (course / "decks" / "marks.yaml").write_text(DECK, encoding="utf-8")
    return course


CODE, RAW = "<36m>{}<0m>", "`{}`"


@pytest.mark.parametrize(("settings", "code"), [({}, "36m"), ({"NO_COLOR": "1"}, "")], ids=["tty", "no colour"])
def test_a_card_and_its_lesson_show_their_marks_alike(
    marked: Path, play: Play, settings: dict[str, str], code: str
) -> None:
    with play("read", "1", **settings) as terminal:
        for _ in range(2):
            terminal.answer("b back, q ends ", "\r")
        terminal.answer("1-3 ", "1")
        terminal.answer("1-4" if "Wrong" in terminal.words else "[Enter ", "s\r")
        terminal.wait_for("lessons/marks.md:5:")
        terminal.answer("[Enter ", "\x1b")
        assert terminal.end() == 0
    shown = re.sub(r"<[\d;]*m>", "", visible(terminal.screen))
    for words in ("grows as t².", "for n² steps?", "wait t₁ seconds", "print all", "It takes O(n²), so"):
        assert words in shown
    assert ("`" in terminal.words) == (not code) and "**" not in terminal.words and "$" not in terminal.words
    assert ("\x1b[36msensor\x1b[0m" in terminal.screen) == bool(code)
    assert ("\x1b[1;36m--fast\x1b[0m" in terminal.screen) == bool(code)
