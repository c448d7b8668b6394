"""``mediaquiz push``: the course into a running Anki, through its add-on AnkiConnect."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.problems import show_problems
from mediaquiz.model.plain import problem_to_plain

if TYPE_CHECKING:
    from mediaquiz.formats.anki.connect import AnkiConnect

_PORT = 8765


def where(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say where Anki is."""
    port = click.option(
        "--port", type=click.IntRange(1, 65535), default=_PORT, show_default=True, envvar="MEDIAQUIZ_ANKI_PORT",
        help="The port of AnkiConnect.",
    )  # fmt: skip
    return port(click.option("--key", default="", envvar="MEDIAQUIZ_ANKI_KEY", help="The key of AnkiConnect.")(command))


def connect_to(port: int, key: str) -> "AnkiConnect":
    """The Anki that the options name."""
    from mediaquiz.formats.anki.connect import AnkiConnect

    return AnkiConnect(port, key)


@click.command()
@where
@click.option("--decks", type=click.Choice(["course", "track", "lesson"]), help="One Anki deck for each of these.")
@pass_context
def command(context: Context, port: int, key: str, decks: str | None) -> int:
    """Bring a running Anki up to date with the course.

    What `export anki` and an import in Anki do, in one step. Needs the add-on AnkiConnect (code 2055492159).
    """
    from mediaquiz.app import ankilink
    from mediaquiz.app.asked import Asked

    asked = Asked(options={"decks": decks} if decks else {})
    done = ankilink.push(context.course(), connect_to(port, key), asked, now=datetime.now().astimezone())
    if context.json:
        problems = [problem_to_plain(problem) for problem in done.problems]
        context.emit({"items": done.items, "new": done.new, "problems": problems})
    elif done.items:
        context.ui.say(context.texts("push.done", n=done.items, new=done.new))
    return show_problems(context, done.problems)
