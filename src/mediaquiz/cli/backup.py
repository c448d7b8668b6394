"""``mediaquiz backup``: decks and reviews in one file."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.problems import show_problems

if TYPE_CHECKING:
    from mediaquiz.app.backup import Content


@click.command()
@click.argument("target", metavar="[FILE|FOLDER]", default=".", type=click.Path(path_type=Path))
@pass_context
def command(context: Context, target: Path) -> int:
    """Save decks, reviews and mediaquiz.yaml in one file: FILE, or a new one in FOLDER (by default this one).

    The file is read back and compared before this ends well. Lessons are yours and are not in it.
    """
    from mediaquiz.app.backup import back_up

    content = back_up(context.course(), target, datetime.now().astimezone())
    return show_content(context, content, "backup.done")


def show_content(context: Context, content: "Content", headline: str) -> int:
    """What a backup holds, and what is wrong with the records in it."""
    if context.json:
        context.emit(
            {
                "file": str(content.path),
                "course": content.course,
                "made_at": content.made_at.isoformat(),
                "files": content.files,
                "decks": content.decks,
                "records": content.records,
            }
        )
    else:
        context.ui.say(context.texts(headline, file=str(content.path)), "bold")
        when = f"{content.made_at:%Y-%m-%d %H:%M}"
        told = {"title": content.title, "when": when, "decks": content.decks, "n": content.records}
        context.ui.say(context.texts("backup.content", **told))
    return show_problems(context, content.problems)
