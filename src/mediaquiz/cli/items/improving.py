"""``mediaquiz items improve``: a language model words items better; gates and a second reading decide."""

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.filters import filters
from mediaquiz.cli.models import agreed_to, cost, kept_when_stopped, open_desk
from mediaquiz.cli.waiting import shown_progress

if TYPE_CHECKING:
    from mediaquiz.app.improving import Improved
    from mediaquiz.app.select import Wanted


@click.command()
@click.argument("ids", metavar="[ID…]", nargs=-1)
@filters()
@click.option("--llm", "model", required=True, metavar="MODEL", help="The model: a name or alias of the llm library.")
@click.option("--choices", is_flag=True, help="Also a multiple choice beside each open question, as a draft.")
@click.option("--check", is_flag=True, help="Send nothing; say what would be sent.")
@click.option("--yes", is_flag=True, help="Send without asking.")
@pass_context
def command(
    context: Context, ids: tuple[str, ...], wanted: "Wanted", model: str, choices: bool, check: bool, yes: bool
) -> int:
    """Let a model word questions better, and add missing wrong options and explanations.

    Answers never change. Items that you wrote, edited or approved are not sent. New words must pass the gates, and a
    second reading must give the answer that stands there; `items diff` shows what changed.
    """
    from mediaquiz.app.course import load_decks
    from mediaquiz.app.curate import choose
    from mediaquiz.app.improving import improve, letters_and_tokens, tasks

    course = context.course()
    desk = open_desk(course, model)
    planned = tasks(course, desk, choose(load_decks(course)[0], ids, wanted))
    letters, tokens, known = letters_and_tokens(desk, planned)
    count = sum(len(task.items) for task in planned)
    told = {"letters": letters, "tokens": tokens}
    if not agreed_to(context, desk, "llm.items", count, known, told, check=check, yes=yes):
        return 0
    with kept_when_stopped(context, desk), shown_progress(context, "llm.progress") as progress:
        done = improve(
            course, desk, planned, now=datetime.now(UTC), rng=random.SystemRandom(), with_choices=choices,
            progress=progress,
        )  # fmt: skip
    for one in done:
        _show(context, one)
    if not context.json:
        better = sum(one.refusal is None for one in done)
        context.ui.say(context.texts("llm.improved", n=better, refused=len(done) - better), "bold")
        context.ui.say(context.texts("llm.cost", **cost(desk)))
    return 0


def _show(context: Context, one: "Improved") -> None:
    from mediaquiz.model.views import options, prompt

    before, after = prompt(one.before.content), prompt(one.after.content)
    if context.json:
        why = {"code": one.refusal.code, "reason": one.refusal.reason} if one.refusal else None
        context.emit({"id": one.before.id, "before": before, "after": after, "new": one.new, "refused": why})
        return
    ui = context.ui
    ui.say(before, "bold", first=f"{one.before.id}  ", rest="  ")
    if one.refusal:
        ui.say(f"{after}: {one.refusal.code} {one.refusal.reason}", "dim", first="  x ", rest="    ")
        return
    changes = [after if after != before else ""]
    changes += [" | ".join(options(one.after.content)) if options(one.after.content) else ""]
    changes += [one.after.explain if one.after.explain != one.before.explain else ""]
    for text in filter(None, changes):
        ui.say(text, "right", first="  + ", rest="    ")
