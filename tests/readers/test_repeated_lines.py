"""What the pages of a course have in common: the site around them, and no word of a lesson."""

from mediaquiz.model.lesson import Source
from mediaquiz.readers import read, repeated

PAGE = """PEBBLES ACADEMY
The friendly place for stones
Lesson {n} of 9
{title}

{text}

Key Takeaways
• {point}

Join {n}00 friends of stones
"""
RIVERS = PAGE.format(
    n=3,
    title="How Rivers Bend",
    text="Water in a bend runs faster on the outside, and there it cuts into the bank.",
    point="The outer bank is cut away by fast water.",
)
LAKES = PAGE.format(
    n=4,
    title="How Lakes Are Born",
    text="A lake is born where water cannot run off, such as behind a bar of stones.",
    point="Water that cannot run off becomes a lake.",
)


def lesson(text: str, *pages: str) -> list[str]:
    known = repeated.shared([repeated.lines_of(page) for page in pages])
    read_lesson, _ = read(Source("lesson.txt", text, repeated=known))
    return [f"{block.role}: {block.text}" for block in read_lesson.blocks]


def test_the_site_around_two_pages_goes_and_the_lesson_stays() -> None:
    assert lesson(RIVERS, RIVERS, LAKES) == [
        "prose: Water in a bend runs faster on the outside, and there it cuts into the bank.",
        "takeaways: The outer bank is cut away by fast water.",
    ]


def test_one_page_alone_keeps_what_might_be_its_own() -> None:
    assert any("friends of stones" in block for block in lesson(RIVERS, RIVERS))


def test_digits_are_masked_and_the_names_of_sections_kept() -> None:
    known = repeated.shared([repeated.lines_of(RIVERS), repeated.lines_of(LAKES)])
    assert "lesson 0 of 0" in known
    assert "join 0 friends of stones" in known
    assert "key takeaways" not in known


def test_a_line_between_sentences_is_never_dropped() -> None:
    long = "A river bends where its ground is soft, and it takes the ground with it."
    lines = ["top", long, "top", long, "top"]
    assert repeated.furniture(lines, frozenset({"top"})) == {0, 4}
