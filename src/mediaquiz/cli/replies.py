"""``mediaquiz import items``: what a chat replied to ``extract --prompt``, checked and brought in."""

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mediaquiz.cli.context import Context
from mediaquiz.cli.problems import show_problems
from mediaquiz.model.plain import problem_to_plain

if TYPE_CHECKING:
    from mediaquiz.app.course import Course
    from mediaquiz.app.replies import Taken
    from mediaquiz.model.problem import Problem


def take(context: Context, course: "Course", data: bytes, name: str, *, lesson: str, check: bool) -> int:
    """Brings the items of a reply in, shows what was refused and why, and returns the exit code."""
    from mediaquiz.app.replies import take_reply

    taken = take_reply(
        course, data, name, now=datetime.now(UTC), rng=random.SystemRandom(), lesson=lesson, write=not check
    )
    if context.json:
        told = {"decks": taken.decks, "added": taken.added, "changed": taken.changed, "same": taken.same}
        refused = [problem_to_plain(problem) for problem in taken.refused]
        context.emit({**told, "refused": refused, "problems": [problem_to_plain(p) for p in taken.problems]})
    else:
        show_refused(context, taken.refused)
        _say(context, taken, check)
    return show_problems(context, taken.problems)


def show_refused(context: Context, refused: "tuple[Problem, ...]") -> None:
    """Each refused item with its place and the reason."""
    if not refused:
        return
    context.ui.say(context.texts("reply.refused", n=len(refused)), "bold")
    for problem in refused:
        where = f"{problem.span.start}: " if problem.span and problem.span.start else ""
        context.ui.say(f"{where}{problem.code} {problem.message}", "dim", first="  ", rest="      ")


def _say(context: Context, taken: "Taken", check: bool) -> None:
    texts = context.texts
    counts = (("checked" if check else "added", taken.added), ("changed", taken.changed), ("same", taken.same))
    parts = [texts(f"reply.{key}", n=n) for key, n in counts if n]
    if not parts:
        context.ui.say(texts("reply.nothing"), "bold")
        return
    context.ui.say(f"{', '.join(parts)}. {texts('reply.decks', decks=', '.join(taken.decks))}", "bold")
    if taken.added and not check:
        context.ui.say(texts("reply.next", command="mediaquiz items review --recipe chat"))
