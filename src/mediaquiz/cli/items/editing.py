"""``mediaquiz items edit``: an item in the user's editor, at its lines; then the deck is read again and checked."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.items.asking import ask
from mediaquiz.cli.keys import ESCAPE, is_interactive
from mediaquiz.cli.problems import show_problems
from mediaquiz.errors import MediaquizError
from mediaquiz.model.plain import problem_to_plain
from mediaquiz.model.problem import Severity

if TYPE_CHECKING:
    from mediaquiz.app.course import Course
    from mediaquiz.app.editing import Edited
    from mediaquiz.decks.load import Loaded


@click.command()
@click.argument("ids", metavar="ID|DECK", nargs=-1, required=True)
@pass_context
def command(context: Context, ids: tuple[str, ...]) -> int:
    """Open items in your editor ($VISUAL or $EDITOR), in their deck and at their lines.

    A deck that cannot be read may be named by its file. Afterwards the deck is read again, and what is wrong with it
    is told; you may go on editing. Ids stay, and with them all learning history.
    """
    course = context.course()
    places = [_place(course, name) for name in ids]
    return max(edit_deck(context, course, before, line)[1] for before, line in places)


def _place(course: "Course", name: str) -> "tuple[Loaded, int]":
    """The deck that is meant and the line to begin at: that of an item, or of a deck's first error."""
    from mediaquiz.app.course import load_decks
    from mediaquiz.app.editing import first_error, opened
    from mediaquiz.app.shelf import named

    if name.endswith(".yaml"):
        file = Path(name).resolve()
        inside = file.is_relative_to(course.root) and file.exists()
        loaded = opened(course, file.relative_to(course.root).as_posix() if inside else name)
        return loaded, max(first_error(loaded), 1)
    deck, item = named(load_decks(course)[0], name)
    loaded = opened(course, deck.path)
    span = loaded.span_of(item.id)
    return loaded, span.start if span else 1


def edit_deck(context: Context, course: "Course", before: "Loaded", line: int) -> "tuple[Edited, int]":
    """Lets the user edit a deck from a line on, until it is sound or they have enough; and the exit code."""
    from mediaquiz.app.editing import edited, put_back
    from mediaquiz.cli.editor import edit

    while True:
        code = 0
        try:
            edit(course.root / before.deck.path, line)
        except MediaquizError as failed:
            code = context.failed(failed)
        seen = edited(course, before, now=datetime.now(UTC))
        code = max(_report(context, seen), code)
        if code == 0 or not seen.line or context.json or not is_interactive():
            return seen, code
        key = ask(context, "edit.again")
        if key == "u":
            put_back(course, before, seen)
            context.ui.say(context.texts("edit.put_back", deck=seen.deck))
            return edited(course, before, now=datetime.now(UTC)), 0
        if key in ("q", ESCAPE):
            return seen, code
        line = seen.line


def _report(context: Context, seen: "Edited") -> int:
    if context.json:
        told = {"deck": seen.deck, "changed": seen.changed, "added": seen.added, "removed": seen.removed}
        context.emit({**told, "problems": [problem_to_plain(problem) for problem in seen.problems]})
        return int(any(problem.severity is Severity.ERROR for problem in seen.problems))
    code = show_problems(context, seen.problems)
    texts = context.texts
    if seen.same and not seen.line:
        context.ui.say(texts("edit.same"), "dim")
    counts = [("edit.changed", len(seen.changed)), ("edit.added", seen.added), ("edit.removed", len(seen.removed))]
    for key, n in counts:
        if n:
            context.ui.say(texts(key, n=n, deck=seen.deck))
    return code
