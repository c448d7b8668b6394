"""Lessons made to break: no rule, generator or gate may raise, slip a control character through, or become slow."""

import random
import unicodedata
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediaquiz.app.extract import from_text
from mediaquiz.extract import MOST as MOST_FINDINGS
from mediaquiz.extract import RULES, extract
from mediaquiz.gates import MOST as MOST_PASSED
from mediaquiz.model.lesson import Source
from mediaquiz.model.views import answer_text, options, prompt
from mediaquiz.readers import READERS, read
from mediaquiz.text import clean

SIZE = 200_000
BULLETS = 10_000

LONG_LINES = {
    "letters": "a" * SIZE,
    "spaces": "a" + " " * SIZE + "b",
    "commas": "x, " * (SIZE // 3),
    "colons": "a: " * (SIZE // 3),
    "brackets": "(" * SIZE,
    "bars": "|" * SIZE,
    "arrows": "a → " * (SIZE // 4),
    "quotes": '"' * SIZE,
    "stars": "*a" * (SIZE // 2),
    "middle dots": "a · " * (SIZE // 4),
    "one sentence": "Because the word is that which makes the other " * (SIZE // 47),
    "sentences": "A bend is a part that grows. It is so because water runs, so it grows. " * (SIZE // 71),
    "Korean": "강은 굽이를 이루며 흐르는 물이다 그래서 " * (SIZE // 22),
    "is not": "A bend is not a wall, it is " * (SIZE // 28),
}


@pytest.mark.parametrize("name", LONG_LINES)
@pytest.mark.parametrize("path", ["lesson.txt", "lesson.md"])
def test_a_very_long_line_is_read(name: str, path: str) -> None:
    from_text(LONG_LINES[name], path)


def takeaways(count: int) -> str:
    return "# T\n\n## Key points\n\n" + "".join(
        f"- Force {n} makes the bend number {n} steeper.\n" for n in range(count)
    )


def glossary(count: int) -> str:
    return "# T\n\n## Glossary\n\n" + "".join(f"- **term{n}x**: a thing that does {n} in a row\n" for n in range(count))


def page_bullets(count: int) -> str:
    return "Key Takeaways\n" + "".join(f"• Force {n} makes the bend number {n} steeper.\n" for n in range(count))


def paragraphs(count: int) -> str:
    return "# T\n\n" + "".join(f"A force{n}x lets a bend grow {n} times because it rains.\n\n" for n in range(count))


def headings(count: int) -> str:
    return "# T\n\n" + "".join(f"## Sign {n}: Mark {n}\n\nSee it. Watch for: mark {n}x.\n\n" for n in range(1, count))


MANY: list[Callable[[int], str]] = [takeaways, glossary, page_bullets, paragraphs, headings]


@pytest.mark.parametrize("make", MANY, ids=lambda make: make.__name__)
def test_ten_thousand_of_a_kind_cost_no_more_than_what_is_compared(make: Callable[[int], str]) -> None:
    text = make(BULLETS)
    found = extract(read(Source("lesson.md", text))[0])
    by_rule = [len(list(rule(found.lesson))) for _, rule in RULES]
    result = from_text(text, "lesson.md")
    assert len(found.findings) <= MOST_FINDINGS * len(RULES)
    assert max(by_rule, default=0) >= min(MOST_FINDINGS, 1)
    assert len(result.candidates) <= MOST_PASSED


ALPHABET = [
    *(chr(n) for n in range(32)),
    *map(chr, (0x7F, 0x85, 0x9B, 0xAD, 0x200B, 0x200E, 0x202A, 0x202E, 0x2028, 0x2066, 0x2069, 0xFEFF, 0xFFFF)),
    *"aA1.,:;—–-•*_`|│─→↓#>[](){}\"“”'’?!~·=+ \n\n",
    "한", "다", "은 ", "이다. ", "그래서 ", " because ", " is ", " are ", " not ", "The ", "When ", ", ", ". ",
    "Layer 1: ", "Layer 2: ", "Layer 3: ", "Key Takeaways\n", "## ", "- ", "| a | b |\n",
    "|---|---|\n", "```\n", ":::", "---\n", "\U000e0041",
]  # fmt: skip
hostile = st.lists(st.sampled_from(ALPHABET), max_size=80).map("".join)


def is_printable(text: str) -> bool:
    return all(c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"} for c in text)


@given(hostile, st.sampled_from(["lesson.txt", "lesson.md"]))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_the_way_from_lesson_to_item(text: str, path: str) -> None:
    result = from_text(text, path)
    for candidate in result.candidates:
        content = candidate.item.content
        assert is_printable("".join([prompt(content), answer_text(content), *options(content)]))
    assert from_text(text, path) == result


@given(hostile)
@settings(max_examples=100, deadline=None)
def test_every_reader_reads_everything(text: str) -> None:
    for row in READERS:
        assert 0 <= row.sure(Source("lesson", text)) <= 200
    lesson, _ = read(Source("lesson", clean(text)))
    assert all(block.span.start >= 1 for block in lesson.blocks)


@pytest.mark.slow
@pytest.mark.parametrize("make", MANY, ids=lambda make: make.__name__)
def test_twice_the_lesson_takes_at_most_about_twice_the_steps(make: Callable[[int], str]) -> None:
    """Counted in calls of Python functions, not in seconds: the same on every machine."""
    few, many = (calls(partial(from_text, make(count), "lesson.md")) for count in (4_000, 8_000))
    assert many <= 2.5 * few


def calls(work: Callable[[], object]) -> int:
    import sys

    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_shuffled_lines_of_a_page_are_read_as_well() -> None:
    lines = [
        *takeaways(5).split("\n"),
        *page_bullets(5).split("\n"),
        "Layer 1: A b",
        "↓",
        "Layer 2: C d",
        "│ a │",
        "──",
    ]
    order = random.Random(7)
    for _ in range(50):
        order.shuffle(lines)
        from_text("\n".join(lines), "lesson.txt")
