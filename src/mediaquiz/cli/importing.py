"""``mediaquiz import``: another program's cards and questions become a deck."""

import random
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.problems import show_problems
from mediaquiz.formats import FORMATS, readable
from mediaquiz.model.plain import problem_to_plain

_FORMATS_HELP = "\n\n".join(f"\b\n{name}: {FORMATS[name].reads}" for name in readable())


@click.command(epilog=_FORMATS_HELP)
@click.argument("format_name", metavar="FORMAT", type=click.Choice(readable()))
@click.argument("file", metavar="FILE|-")
@click.option("--name", default="", help="The deck's name; by default the file's.")
@click.option("--check", is_flag=True, help="Write nothing; say what would come in.")
@pass_context
def command(context: Context, format_name: str, file: str, name: str, check: bool) -> int:
    """Bring cards or questions of another program into decks/imported/NAME.yaml.

    Importing a changed file again updates its items: ids and learning histories stay, what you edited here stays,
    nothing comes in twice.
    """
    from mediaquiz.app.importing import LARGEST, bring, read_file

    course = context.course()
    data = sys.stdin.buffer.read(LARGEST + 1) if file == "-" else read_file(Path(file))
    shown = "standard input" if file == "-" else file
    done = bring(
        course, format_name, data, shown, now=datetime.now(UTC), rng=random.SystemRandom(), deck_name=name,
        write=not check,
    )  # fmt: skip
    if context.json:
        told = {"deck": done.deck, "added": done.added, "changed": done.changed, "same": done.same}
        context.emit({**told, "problems": [problem_to_plain(problem) for problem in done.problems]})
    else:
        key = "import.checked" if check else "import.done" if done.written else "import.same"
        counts = {"added": done.added, "changed": done.changed, "same": done.same}
        context.ui.say(context.texts(key if any(counts.values()) else "import.nothing", **counts, deck=done.deck))
    return show_problems(context, done.problems)
