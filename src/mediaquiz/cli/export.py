"""``mediaquiz export``: decks for other programs."""

from datetime import UTC, datetime
from pathlib import Path

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.problems import show_problems
from mediaquiz.formats import FORMATS, written
from mediaquiz.model.plain import problem_to_plain

_FORMATS_HELP = "\n\n".join(f"\b\n{name}: {FORMATS[name].about}" for name in written())


@click.command(epilog=_FORMATS_HELP)
@click.argument("format_name", metavar="FORMAT", type=click.Choice(written()))
@click.option(
    "-o", "--output", "out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="The file."
)
@click.option(
    "--decks", "level", type=click.Choice(["course", "track", "lesson"]), help="One Anki deck for each of these."
)
@click.option("--with-progress", is_flag=True, help="anki: hand your progress over too (once; see docs/anki.md).")
@pass_context
def command(context: Context, format_name: str, out: Path | None, level: str | None, with_progress: bool) -> int:
    """Write the ready and approved items of the course for another program."""
    from mediaquiz.app.export import export

    options = {"decks": level} if level else {}
    now = datetime.now(UTC)
    done = export(context.course(), format_name, out, now=now, options=options, with_progress=with_progress)
    if context.json:
        context.emit(
            {
                "file": str(done.path) if done.path else None,
                "items": done.items,
                "problems": [problem_to_plain(problem) for problem in done.problems],
            }
        )
    elif done.path:
        context.ui.say(context.texts("export.done", n=done.items, file=str(done.path)))
        handed = ".progress" if with_progress else ""
        context.ui.say(context.texts(f"export.next.{format_name}{handed}"))
    return show_problems(context, done.problems)
