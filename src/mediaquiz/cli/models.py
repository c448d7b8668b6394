"""``--llm``: says what would be sent where, asks once, sends, and shows what became of it and what it took."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context
from mediaquiz.cli.items.asking import ask
from mediaquiz.cli.keys import is_interactive
from mediaquiz.cli.problems import show_problems
from mediaquiz.cli.replies import show_refused
from mediaquiz.cli.waiting import shown_progress
from mediaquiz.model.plain import problem_to_plain
from mediaquiz.model.problem import Severity

if TYPE_CHECKING:
    from mediaquiz.app.course import Course
    from mediaquiz.app.languagemodel import Desk


def open_desk(course: "Course", model: str) -> "Desk":
    """The model and the course's replies. Raises MediaquizError when there is no such model."""
    from mediaquiz.app.languagemodel import Desk, open_model
    from mediaquiz.store.replies import Replies

    return Desk(open_model(model), Replies(course.root))


def propose(
    context: Context, course: "Course", name: str, lessons: tuple[str, ...], *, check: bool, yes: bool, explain: bool
) -> int:
    """Lets a model propose items for lessons. Returns the exit code."""
    from mediaquiz.app.modelbuild import plan, run

    desk = open_desk(course, name)
    planned = plan(course, desk, lessons)
    told = {"letters": planned.letters, "tokens": planned.tokens}
    if not agreed_to(context, desk, "llm.plan", planned.blocks, planned.known, told, check=check, yes=yes):
        return 0
    with kept_when_stopped(context, desk), shown_progress(context, "llm.progress") as progress:
        done = run(course, desk, planned, now=datetime.now(UTC), rng=random.SystemRandom(), progress=progress)
    if context.json:
        refused = [problem_to_plain(problem) for problem in done.refused]
        context.emit({"decks": done.decks, "added": done.added, "same": done.same, "refused": refused, **cost(desk)})
    else:
        show_refused(context, done.refused)
        context.ui.say(context.texts("llm.done", n=done.added, same=done.same), "bold")
        context.ui.say(context.texts("llm.cost", **cost(desk)))
    return show_problems(context, done.problems, least=Severity.INFO if explain else Severity.WARNING)


@contextmanager
def kept_when_stopped(context: Context, desk: "Desk") -> Iterator[None]:
    """Ctrl-C in a run: says that what came is kept, and what it took."""
    try:
        yield
    except KeyboardInterrupt:
        context.ui.warn(context.texts("llm.stopped", n=desk.asked))
        context.ui.warn(context.texts("llm.cost", **cost(desk)))
        raise


def cost(desk: "Desk") -> dict[str, int]:
    """What a run took."""
    return {"asked": desk.asked, "known": desk.known, "sent": desk.sent, "received": desk.received}


def agreed_to(
    context: Context, desk: "Desk", key: str, count: int, known: int, told: dict[str, int], *, check: bool, yes: bool
) -> bool:
    """Says what would be sent where, and asks once whether to. Where nobody can answer, only ``--yes`` will do."""
    ui, texts, new = context.ui, context.texts, count - known
    if not count:
        ui.say(texts("llm.nothing"))
        return False
    if not context.json:
        if new:
            ui.say(texts(key, n=new, model=desk.model.name, where=desk.model.where, **told))
            ui.say(texts("llm.privacy"))
        if known:
            ui.say(texts("llm.known", n=known))
    if check or not (yes or not new or _asked(context)):
        ui.say(texts("llm.not_sent"))
        return False
    return True


def _asked(context: Context) -> bool:
    if context.json or not is_interactive():
        raise click.UsageError("Nobody can be asked here whether to send it: add --yes, or --check to see what it is.")
    return ask(context, "llm.ask") == "y"
