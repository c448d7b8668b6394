"""What many problems look like, and a build that takes its time."""

import io

from mediaquiz.cli.context import Context
from mediaquiz.cli.problems import show_problems
from mediaquiz.cli.strings import Texts
from mediaquiz.cli.ui import Ui
from mediaquiz.cli.waiting import shown_progress
from mediaquiz.model.problem import Problem, Span, error, warning


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def context(lang: str = "en", *, plain: bool = False) -> tuple[Context, io.StringIO]:
    err = Terminal()
    return Context(Ui(Terminal(), err, plain=plain, env={"NO_COLOR": "1"}), Texts(lang)), err


def shown(problems: list[Problem], lang: str = "en") -> list[str]:
    told, err = context(lang)
    show_problems(told, problems)
    return err.getvalue().splitlines()


EMPTY = [warning("MQ102", "The file is empty.", Span(f"lessons/{n:03}.md")) for n in range(300)]


def test_of_300_problems_of_a_kind_three_are_shown_and_the_rest_is_counted() -> None:
    broken = error("MQ314", "the deck is not UTF-8", Span("decks/x.yaml"), "Save the file as UTF-8.")
    lines = shown([*EMPTY, broken])
    assert lines[0].startswith("decks/x.yaml: error: MQ314")
    assert [line.split(":")[0] for line in lines[2:5]] == [f"lessons/00{n}.md" for n in range(3)]
    assert " ".join(lines[5:-1]) == "… and 297 more like these (MQ102: the lesson is empty). All of them: --json"
    assert lines[-1] == "1 error, 300 warnings"


def test_a_few_problems_are_all_shown() -> None:
    assert len(shown(EMPTY[:5])) == 6


def test_the_rest_is_counted_in_korean() -> None:
    assert "297개 더 있어요" in "".join(shown(EMPTY, "ko"))


def test_progress_shows_after_a_second_and_goes_away() -> None:
    told, err = context()
    times = iter([0.0, 0.5, 1.2, 1.2, 1.25, 1.4, 1.4])
    with shown_progress(told, "build.progress", clock=lambda: next(times)) as tell:
        assert tell is not None
        for done in range(1, 5):
            tell(done, 300)
    first, second = "Reading lessons: 2 of 300", "Reading lessons: 4 of 300"
    assert err.getvalue() == f"\r{first}\r{second}\r{' ' * len(first)}\r"


def test_nobody_is_told_of_progress_in_plain_mode() -> None:
    told, err = context(plain=True)
    with shown_progress(told, "build.progress") as tell:
        assert tell is None
    assert err.getvalue() == ""
