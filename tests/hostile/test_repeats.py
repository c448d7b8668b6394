"""What begins again and again and never ends: a parser that looks for each end takes the square of the time."""

import pytest
from engine import HANGS_S, Judge
from targets import TARGETS

BEGUN = (
    "<a ",
    "<!--",
    "<!-- >",
    "<li>",
    "<b>",
    "[sound:",
    "[anki:tts]",
    "<!--SR:",
    " ",
    "#a ",
    "`",
    "**a",
    "{",
    "C: [a] ",
    "![",
)
ENDED = ("", " :: b", "</i>" * 10_000)
LENGTH = 60_000
TAKING = [name for name in TARGETS if name.startswith("import ") or name == "markup"]


@pytest.mark.parametrize("name", TAKING)
def test_what_never_ends_is_read_in_time(name: str) -> None:
    judge = Judge(name, TARGETS[name], slowest=HANGS_S)
    for begun in BEGUN:
        for ended in ENDED:
            judge(f"a :: {begun * (LENGTH // len(begun))}{ended}".encode())
    assert judge.problems == {}


def test_a_list_of_many_parts_is_graded_in_time() -> None:
    judge, names = Judge("grade", TARGETS["grade"], slowest=HANGS_S), ", ".join(f"w{n}" for n in range(120))
    judge("\n\n".join([names + ", x", names, f"{names}, y"]).encode())
    assert judge.problems == {}
