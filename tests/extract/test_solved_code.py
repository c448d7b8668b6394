"""Questions on code: which are asked, and what their solution of code says in one sentence."""

import pytest

from mediaquiz.extract import solved
from mediaquiz.model.concept import Solved
from mediaquiz.model.lesson import Block, Entry, Lesson, Role
from mediaquiz.model.problem import Span

ASKED = "How would you keep `bed-1` but not `bed-2`?"


def answers(question: str, solution: str) -> list[str]:
    block = Block(Role.QUESTION, question, Span("beds.md", 3, 9), entries=(Entry(solution, "solution"),))
    found = solved.find(Lesson("beds.md", blocks=(block,)))
    return [one.answer for one in found if isinstance(one, Solved)]


@pytest.mark.parametrize(
    ("solution", "answer"),
    [
        (
            "You would add the following line to your `.keep`:\nbed-1/\nThis keeps it.",
            "You would add `bed-1/` to your `.keep`.",
        ),
        ("Use:\n$ keep bed-1", "Use `keep bed-1`."),
        ("Write these lines. The file looks like this:\nbed-*    # all beds\n!bed-2", "`bed-*` and `!bed-2`"),
    ],
)
def test_a_solution_of_one_or_two_lines_is_the_answer(solution: str, answer: str) -> None:
    assert answers(f"Suppose there are two beds:\nbed-1\nbed-2\n{ASKED}", solution) == [answer]


@pytest.mark.parametrize(
    ("question", "solution"),
    [
        (f"{ASKED} And why?\nTwo beds.", "Use:\nkeep bed-1"),
        ("Two beds.\nHow would you keep a bed?", "Use:\nkeep bed-1"),
        ("Two beds.\nHow would you keep the `bed-1` below?", "Use:\nkeep bed-1"),
        (f"Two beds.\n{ASKED}", "Use:\nkeep bed-1\nkeep bed-3\nkeep bed-4"),
        (f"Two beds.\n{ASKED}", "Use:\nkeep `bed-1`"),
        (f"Two beds.\n{ASKED}", "There are many ways:\nkeep bed-1"),
        (f"Two beds.\n{ASKED}", "There is no way."),
    ],
)
def test_what_is_open_or_long_is_left(question: str, solution: str) -> None:
    assert answers(question, solution) == []
