"""``mediaquiz build``: make or update the decks of all lessons."""

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.problems import show_problems
from mediaquiz.cli.waiting import shown_progress
from mediaquiz.model.plain import problem_to_plain
from mediaquiz.model.problem import Severity

if TYPE_CHECKING:
    from mediaquiz.app.report import Report


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 when a build would change something.")
@click.option("--explain", is_flag=True, help="Say which questions were refused, and why.")
@click.option("--llm", "model", default="", metavar="MODEL", help="Then let a language model propose more; asks first.")
@click.option(
    "--lesson", "lessons", multiple=True, metavar="NAME", help="With --llm: only lessons with this in their path."
)
@click.option("--yes", is_flag=True, help="With --llm: send without asking.")
@pass_context
def command(context: Context, check: bool, explain: bool, model: str, lessons: tuple[str, ...], yes: bool) -> int:
    """Make or update the decks of all lessons.

    What a human changed in a deck stays; ids never change; a deck with errors is left as it is.

    With --llm, blocks of the lessons are then sent to the model (any of the llm library's), and its questions pass the
    same gates and a second reading. With --check as well, only what would be sent is told.
    """
    if (lessons or yes) and not model:
        raise click.UsageError("--lesson and --yes go with --llm")
    from mediaquiz.app.build import build

    course = context.course()
    with shown_progress(context, "build.progress") as progress:
        report = build(
            course,
            now=datetime.now(UTC),
            rng=random.SystemRandom(),
            write=not check,
            explain=explain,
            progress=progress,
        )
    problems = (*report.problems, *(report.explained if explain else ()))
    if context.json:
        told = [
            {"deck": one.deck, "items": one.items, "changes": one.changes, "written": one.written}
            for one in report.built
        ]
        context.emit({"built": told, "problems": [problem_to_plain(problem) for problem in problems]})
    else:
        for one in report.built:
            if one.written:
                context.ui.say(context.texts("build.deck", deck=one.deck, n=one.changes))
        context.ui.say(_done(context, report))
        if not report.built and not problems:
            context.ui.say(context.texts("build.nothing", folder=str(course.lessons)))
    code = show_problems(context, problems, least=Severity.INFO if explain else Severity.WARNING)
    if model:
        from mediaquiz.cli.models import propose

        return propose(context, course, model, lessons, check=check, yes=yes, explain=explain) or code
    return code or int(check and report.written > 0)


def _done(context: Context, report: "Report") -> str:
    """How many questions there are, and how many wait or are retired."""
    aside = sum(one.items for one in report.built) - report.live
    decks = context.texts("build.decks", n=len(report.built))
    return context.texts("build.done.aside" if aside else "build.done", n=report.live, decks=decks, aside=aside)
