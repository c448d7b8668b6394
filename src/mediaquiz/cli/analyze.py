"""``mediaquiz analyze``: how items did in tests, from results files."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.problems import show_problems
from mediaquiz.errors import NotFound

if TYPE_CHECKING:
    from mediaquiz.app.course import Course
    from mediaquiz.measure.results.analysis import Analysis

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
@click.option("--alone", is_flag=True, help="Without the classes that were saved before.")
@click.option("--rows", type=_FILE, metavar="FILE", help="Write the answers for statistics programs, without names.")
@click.option("--html", type=_FILE, metavar="FILE", help="Write the report as a web page, with plots.")
@pass_context
def command(
    context: Context, results: tuple[Path, ...], save: str, alone: bool, rows: Path | None, html: Path | None
) -> int:
    """Say how questions did in tests: difficulty, discrimination, distractors, and how sure that is.

    RESULTS are files that an exported page downloaded (JSON or CSV), Moodle's responses or grades as CSV, or Canvas's
    student analysis. Nothing is written unless asked for.
    """
    from mediaquiz.app.analyze import analyze
    from mediaquiz.app.course import load_decks
    from mediaquiz.cli.analysis import analysis_to_plain, print_analysis
    from mediaquiz.store.statistics import read_statistics

    if {html, rows} & {*results}:
        raise click.UsageError("The report would replace the results; name another file.")
    course = _course(context, needed=bool(save))
    decks, wrong = load_decks(course) if course else ((), ())
    saved, damaged = read_statistics(course.root) if course and not alone else ((), ())
    found = analyze(results, decks, saved, save, keep_sheets=rows is not None)
    told = [*_written(context, found, html, rows)]
    if save and course:
        told.append(_saved(context, course, found, save))
    if context.json:
        context.emit(analysis_to_plain(found))
    else:
        print_analysis(context, found)
        for line in told:
            context.ui.say(line)
    return show_problems(context, (*wrong, *damaged, *found.problems))


def _written(context: Context, found: "Analysis", html: Path | None, rows: Path | None) -> Iterator[str]:
    """Writes the files that were asked for, and says which."""
    from mediaquiz.store.files import write_atomic

    if html:
        from mediaquiz.formats.report.render import page

        today = datetime.now().astimezone().date()
        write_atomic(html, page(found, context.texts, context.texts.language, today).encode("utf-8"))
        yield context.texts("analyze.written", file=html)
    if rows:
        from mediaquiz.formats.answer_rows import table
        from mediaquiz.store.pseudonyms import learners_key, pseudonym

        key = learners_key()
        write_atomic(rows, table(found, lambda learner: pseudonym(learner, key)))
        yield context.texts("analyze.written", file=rows)


def _saved(context: Context, course: "Course", found: "Analysis", name: str) -> str:
    """Keeps the figures of the course's items under the class's name, and says so."""
    from mediaquiz.app.analyze import sitting
    from mediaquiz.store.statistics import PATH, save_sitting

    if not any(one.item for one in found.items):
        return context.texts("analyze.not_saved")
    save_sitting(course.root, sitting(found, name, datetime.now(UTC)))
    return context.texts("analyze.saved", name=name, file=PATH)


def _course(context: Context, *, needed: bool) -> "Course | None":
    """The course whose questions these are; none is needed to look at results."""
    try:
        return context.course()
    except NotFound:
        if needed or context.start:
            raise
        return None
