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
@click.option("--all-notes", is_flag=True, help="anki: other notes too where the file has some of this course.")
@click.option("--history", is_flag=True, help="anki: the reviews of other notes too.")
@click.option("--texts", is_flag=True, help="anki: show what you edited in your notes there; take it with --accept.")
@click.option("--accept", multiple=True, metavar="ID|all", help="Write the edits of this item into its deck.")
@click.option("--lesson", default="", metavar="NAME", help="items: the lesson that is meant: its file or a part.")
@pass_context
def command(
    context: Context,
    format_name: str,
    file: str,
    name: str,
    check: bool,
    all_notes: bool,
    history: bool,
    texts: bool,
    accept: tuple[str, ...],
    lesson: str,
) -> int:
    """Bring cards or questions of another program into decks/imported/NAME.yaml, and reviews into the log.

    Importing a changed file again updates its items: ids and learning histories stay, what you edited here stays,
    nothing comes in twice.
    """
    from mediaquiz.app.importing import LARGEST, bring, read_file
    from mediaquiz.app.pastreviews import record
    from mediaquiz.app.tunings import offers
    from mediaquiz.cli import tunings

    if (texts or accept) and format_name != "anki":
        raise click.UsageError("--texts and --accept are for anki")
    if lesson and format_name != "items":
        raise click.UsageError("--lesson is for items")
    if name and format_name == "items":
        raise click.UsageError("--name is not for items: they go to the decks of the lessons that they quote")
    course = context.course()
    data = sys.stdin.buffer.read(LARGEST + 1) if file == "-" else read_file(Path(file))
    if texts or accept:
        from mediaquiz.cli.ankitexts import show_texts

        return show_texts(context, data, accept)
    shown = "standard input" if file == "-" else file
    if format_name == "items":
        from mediaquiz.cli.replies import take

        return take(context, course, data, shown, lesson=lesson, check=check)
    done = bring(
        course, format_name, data, shown, now=datetime.now(UTC), rng=random.SystemRandom(), deck_name=name,
        write=not check, options=_options(all_notes, history),
    )  # fmt: skip
    came = record(course, done.reviews, format_name, now=datetime.now().astimezone(), write=not check)
    offered, unusable = offers(course, done.tunings)
    problems = (*done.problems, *unusable)
    if context.json:
        told: dict[str, object] = {"deck": done.deck, "added": done.added, "changed": done.changed, "same": done.same}
        told |= {"reviews": came.new, "known_reviews": came.known} if done.reviews else {}
        context.emit({**told, **tunings.told(offered), "problems": [problem_to_plain(one) for one in problems]})
    else:
        key = "import.checked" if check else "import.done" if done.written else "import.same"
        counts = {"added": done.added, "changed": done.changed, "same": done.same}
        if any(counts.values()) or not done.reviews:
            context.ui.say(context.texts(key if any(counts.values()) else "import.nothing", **counts, deck=done.deck))
        if done.added and not check:
            context.ui.say(context.texts("import.next", command=f"mediaquiz quiz --lesson {Path(done.deck).stem}"))
        if done.reviews:
            said = "import.reviews.checked" if check else "import.reviews"
            context.ui.say(context.texts(said, n=came.new, known=came.known))
        if came.strange:
            context.ui.say(context.texts("import.reviews.strange", n=came.strange))
        tunings.show_offers(context, offered)
    return show_problems(context, problems)


def _options(all_notes: bool, history: bool) -> dict[str, str]:
    return {**({"notes": "all"} if all_notes else {}), **({"history": "on"} if history else {})}
