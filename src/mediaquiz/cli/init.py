"""``mediaquiz init``: a new course."""

import random
from datetime import UTC, datetime
from pathlib import Path

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.problems import show_problems


@click.command()
@click.argument("folder", metavar="[FOLDER]", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--demo", is_flag=True, help="With three lessons to try everything on.")
@click.option("--title", default="", help="What the course is called; by default the folder's name.")
@click.option("--sync", is_flag=True, help="Leave the review log to git, to carry it between machines.")
@pass_context
def command(context: Context, folder: Path | None, demo: bool, title: str, sync: bool) -> int:
    """Make FOLDER (by default this one) a course, and build its decks."""
    from mediaquiz.app.build import build
    from mediaquiz.app.languages import course_decks
    from mediaquiz.app.start import demo_folder, start

    asked = folder or context.start
    place = demo_folder(asked) if demo else (asked or Path())
    started = start(place, demo=demo, sync=sync, language=context.texts.language, title=title)
    report = build(started.course, now=datetime.now(UTC), rng=random.SystemRandom())
    decks, _ = course_decks(started.course)
    items = sum(item.live for deck in decks for item in deck.items)
    if context.json:
        context.emit({"course": str(started.course.root), "items": items})
        return show_problems(context, report.problems)
    ui, texts = context.ui, context.texts
    ui.say(texts("init.done", title=started.course.title, folder=str(started.course.root)), "bold")
    if items:
        ui.say(texts("init.items", n=items, lessons=len(decks)))
    else:
        ui.say(texts("build.nothing", folder=str(started.course.lessons)))
    enter = f"cd {place} && " if place != Path() else ""
    ui.say(texts("init.next", command=f"{enter}mediaquiz {'quiz --new' if items else 'build'}"))
    return show_problems(context, report.problems)
