"""``mediaquiz check``: lessons, decks and the review log, looked through; nothing is written."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.problems import count_problems, lint_line, sorted_problems
from mediaquiz.cli.strings import Texts
from mediaquiz.errors import NotFound
from mediaquiz.model.plain import problem_to_plain
from mediaquiz.model.problem import Severity

if TYPE_CHECKING:
    from mediaquiz.app.check import Health


@click.command()
@click.argument("files", metavar="[FILE…]", nargs=-1, type=click.Path())
@pass_context
def command(context: Context, files: tuple[str, ...]) -> int:
    """Check lessons, decks and the review log; of the FILEs only, if any are named. Writes nothing.

    One problem a line, as editors read it: file:line:column: code severity: message. Exit code 1 when something is
    wrong.
    """
    from mediaquiz.app.check import check

    course = context.course()
    health = check(course, now=datetime.now(UTC))
    wanted = {_in_course(Path(file), course.root) for file in files}
    problems = sorted_problems(p for p in health.problems if not wanted or (p.span and p.span.file in wanted))
    if context.json:
        counts = {name: getattr(health, name) for name in ("lessons", "decks", "items", "reviews")}
        context.emit({**counts, "problems": [problem_to_plain(problem) for problem in problems]})
        return int(any(problem.severity is Severity.ERROR for problem in problems))
    for problem in problems:
        context.ui.raw(lint_line(problem))
    context.ui.say(_counts(context.texts, health))
    if not problems:
        context.ui.say(context.texts("check.well"))
    return count_problems(context, problems)


def _counts(texts: Texts, health: "Health") -> str:
    lessons, items = texts("check.lessons", n=health.lessons), texts("check.items", n=health.items)
    return texts(
        "check.counts", lessons=lessons, items=items, decks=texts("build.decks", n=health.decks), n=health.reviews
    )


def _in_course(file: Path, root: Path) -> str:
    """How problems call a file. Raises NotFound when it is not there."""
    path = file.resolve()
    if not path.exists():
        raise NotFound(f"{file} does not exist", hint="Name a lesson or a deck of the course.")
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(file)
