"""``mediaquiz check``: lessons, decks and the review log, looked through; nothing is written."""

from datetime import UTC, datetime

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.problems import show_problems
from mediaquiz.model.plain import problem_to_plain
from mediaquiz.model.problem import Severity


@click.command()
@pass_context
def command(context: Context) -> int:
    """Check lessons, decks and the review log. Exit code 1 when something is wrong."""
    from mediaquiz.app.check import check

    health = check(context.course(), now=datetime.now(UTC))
    if context.json:
        counts = {name: getattr(health, name) for name in ("lessons", "decks", "items", "reviews")}
        context.emit({**counts, "problems": [problem_to_plain(problem) for problem in health.problems]})
        return int(any(problem.severity is Severity.ERROR for problem in health.problems))
    context.ui.say(
        context.texts("check.counts", lessons=health.lessons, items=health.items, decks=health.decks, n=health.reviews)
    )
    code = show_problems(context, health.problems, least=Severity.INFO)
    if not health.problems:
        context.ui.say(context.texts("check.well"))
    return code
