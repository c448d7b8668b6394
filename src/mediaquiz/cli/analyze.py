"""``mediaquiz analyze``: how items did in tests, from results files."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.problems import show_problems
from mediaquiz.errors import NotFound

if TYPE_CHECKING:
    from mediaquiz.app.course import Course

_FILE = click.Path(path_type=Path, dir_okay=False)
_LONGEST_NAME = 60


def _name(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """A class's name in one line; a usage error for one that is empty or long."""
    from mediaquiz.text import clean, one_line

    name = one_line(clean(value))
    if value and not 0 < len(name) <= _LONGEST_NAME:
        raise click.BadParameter(f"write a name of up to {_LONGEST_NAME} letters, such as 2026-3b")
    return name


@click.command()
@click.argument("results", metavar="RESULTS", nargs=-1, required=True, type=_FILE)
@click.option("--save", default="", callback=_name, metavar="CLASS", help="Keep the figures for later, under a name.")
@click.option("--html", type=_FILE, metavar="FILE", help="Write the report as a web page, with plots.")
@pass_context
def command(context: Context, results: tuple[Path, ...], save: str, html: Path | None) -> int:
    """Say how questions did in tests: difficulty, discrimination, distractors, and how sure that is.

    RESULTS are files that an exported page downloaded (JSON or CSV), Moodle's responses or grades as CSV, or Canvas's
    student analysis. Nothing is written unless asked for.
    """
    from mediaquiz.app.analyze import analyze, sitting
    from mediaquiz.app.course import load_decks
    from mediaquiz.cli.analysis import analysis_to_plain, print_analysis
    from mediaquiz.formats.report.render import page
    from mediaquiz.store.files import write_atomic
    from mediaquiz.store.statistics import PATH, read_statistics, save_sitting

    course = _course(context, needed=bool(save))
    decks, wrong = load_decks(course) if course else ((), ())
    saved, damaged = read_statistics(course.root) if course else ((), ())
    found = analyze(results, decks, saved, save)
    told = []
    if html:
        write_atomic(html, page(found, context.texts, context.texts.language, datetime.now().date()).encode("utf-8"))
        told.append(context.texts("analyze.written", file=html))
    if save and course and any(one.item for one in found.items):
        save_sitting(course.root, sitting(found, save, datetime.now(UTC)))
        told.append(context.texts("analyze.saved", name=save, file=PATH))
    elif save:
        told.append(context.texts("analyze.not_saved"))
    if context.json:
        context.emit(analysis_to_plain(found))
    else:
        print_analysis(context, found)
        for line in told:
            context.ui.say(line)
    return show_problems(context, (*wrong, *damaged, *found.problems))


def _course(context: Context, *, needed: bool) -> "Course | None":
    """The course whose questions these are; none is needed to look at results."""
    try:
        return context.course()
    except NotFound:
        if needed or context.start:
            raise
        return None
