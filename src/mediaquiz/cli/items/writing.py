"""``mediaquiz items new``: an item of any type, written in the user's editor or read from a file."""

import random
import secrets
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.adding import deck_of, show_written
from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.items.asking import ask_again
from mediaquiz.cli.keys import is_interactive
from mediaquiz.cli.problems import show_problems
from mediaquiz.errors import MediaquizError, NotFound
from mediaquiz.model.item import ItemType
from mediaquiz.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediaquiz.app.course import Course
    from mediaquiz.model.item import Item
    from mediaquiz.model.problem import Problem


@click.command()
@click.option(
    "--type", "kind", type=click.Choice([kind.value for kind in ItemType]), default="recall", help="The type of item."
)
@click.option("--deck", default="", metavar="NAME", help="The deck decks/own/NAME.yaml; by default own.")
@click.option("--lesson", default="", metavar="NAME", help="Put it into this lesson's deck instead.")
@click.option("--from", "file", default="", metavar="FILE|-", help="Read the items from a file instead of an editor.")
@click.option("--check", is_flag=True, help="Write nothing; say what would be written.")
@pass_context
def command(context: Context, kind: str, deck: str, lesson: str, file: str, check: bool) -> int:
    """Write an item of any type in your editor ($VISUAL or $EDITOR).

    A file for --from looks like a deck: `items:` and the items below it.
    """
    course = context.course()
    path = deck_of(course, deck, lesson)
    if not file:
        return _compose(context, course, path, ItemType(kind), check)
    items, problems = _read(_text(file), "standard input" if file == "-" else file)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return show_problems(context, problems)
    return _write(context, course, path, items, check)


def _text(file: str) -> str:
    """The text of a file, or of standard input for ``-``. Raises NotFound when it cannot be read."""
    from mediaquiz.store.files import decode_text, read_text

    if file == "-":
        text, problems = decode_text(sys.stdin.buffer.read() if sys.stdin else b"", "standard input", code="MQ314")
    else:
        text, problems = read_text(Path(file), code="MQ314")
    for problem in problems:
        raise NotFound(f"{problem.span}: {problem.message.rstrip('.')}", hint=problem.hint)
    return text


def _read(text: str, name: str) -> "tuple[tuple[Item, ...], tuple[Problem, ...]]":
    from mediaquiz.app.editing import read_new

    return read_new(text, name)


def _write(context: Context, course: "Course", path: str, items: "Sequence[Item]", check: bool) -> int:
    from mediaquiz.app.writing import write_items

    written = write_items(course, path, items, now=datetime.now(UTC), rng=random.SystemRandom(), write=not check)
    return show_written(context, written, check=check)


def _compose(context: Context, course: "Course", path: str, kind: ItemType, check: bool) -> int:
    """Lets the user write items in a file of their own, which stays until they stand in the deck."""
    from mediaquiz.app.editing import template
    from mediaquiz.cli.editor import edit
    from mediaquiz.store.files import write_atomic
    from mediaquiz.store.places import state_folder

    blank = template(kind, context.texts("new.comment", deck=path))
    draft = state_folder() / "drafts" / f"new-{secrets.token_hex(4)}.yaml"
    write_atomic(draft, blank.encode("utf-8"))
    line = blank[: blank.index("type:")].count("\n") + 2
    try:
        while True:
            edit(draft, line)
            text = _text(str(draft))
            if not text.strip() or text == blank:
                draft.unlink(missing_ok=True)
                context.ui.say(context.texts("new.nothing"))
                return 0
            items, problems = _read(text, str(draft))
            errors = [problem for problem in problems if problem.severity is Severity.ERROR]
            if not errors:
                break
            code = show_problems(context, problems)
            if context.json or not is_interactive() or not ask_again(context, "new.again"):
                context.ui.warn(context.texts("new.kept", file=draft))
                return code
            line = errors[0].span.start if errors[0].span else 1
        code = _write(context, course, path, items, check)
    except MediaquizError:
        if draft.exists() and draft.read_text(encoding="utf-8", errors="replace") != blank:
            context.ui.warn(context.texts("new.kept", file=draft))
        else:
            draft.unlink(missing_ok=True)
        raise
    draft.unlink(missing_ok=True)
    return code
