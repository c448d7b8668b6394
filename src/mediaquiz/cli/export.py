"""``mediaquiz export``: decks for other programs."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.filters import filters
from mediaquiz.cli.problems import show_problems
from mediaquiz.formats import FORMATS, written
from mediaquiz.formats.holds import hold
from mediaquiz.model.item import ItemType
from mediaquiz.model.plain import problem_to_plain
from mediaquiz.model.problem import Problem

if TYPE_CHECKING:
    from mediaquiz.app.asked import Asked
    from mediaquiz.app.assemble import Points
    from mediaquiz.app.export import Exported
    from mediaquiz.app.select import Wanted

_FORMATS_HELP = "\n\n".join(f"\b\n{name}: {FORMATS[name].about}" for name in written())
_FORM_NAME = re.compile(r"\w[\w-]{0,19}")
_FILE = click.Path(path_type=Path, dir_okay=False)
_STDOUT = Path("-")


def _form_names(_context: click.Context, _option: click.Parameter, value: str) -> tuple[str, ...]:
    """``A,B`` as names; a usage error where one cannot be part of a file's name or stands twice."""
    names = tuple(name.strip() for name in value.split(",")) if value else ()
    if len(set(names)) < len(names) or not all(map(_FORM_NAME.fullmatch, names)) or "key" in names:
        raise click.BadParameter("write different short names with commas between them, such as A,B")
    return names


def _points(_context: click.Context, _option: click.Parameter, value: str) -> "Points":
    """``2`` or ``1,recall=3`` as points."""
    from mediaquiz.app.assemble import Points

    each, by_type = 1, []
    for part in value.split(",") if value else ():
        name, _, digits = part.strip().rpartition("=")
        if not (digits.isdecimal() and 0 < int(digits[:6]) <= 1000) or (name and name not in list(ItemType)):
            raise click.BadParameter("write a number, or a type and a number, such as 1,recall=3")
        if name:
            by_type.append((ItemType(name), int(digits)))
        else:
            each = int(digits)
    return Points(each, tuple(by_type))


@click.command(epilog=_FORMATS_HELP)
@click.argument("format_name", metavar="FORMAT", type=click.Choice(written()))
@click.option("-o", "--output", "out", type=_FILE, metavar="FILE", help="The file; - is standard output.")
@filters(status=False)
@click.option("-n", "n", type=click.IntRange(1), metavar="N", help="So many items, drawn evenly from the lessons.")
@click.option(
    "--seed", type=click.IntRange(0, 10**9), metavar="N", help="Another number draws and shuffles differently."
)
@click.option("--blueprint", type=_FILE, metavar="FILE", help="What the test is made of (YAML).")
@click.option("--exclude", "used", multiple=True, type=_FILE, metavar="FILE", help="Not the items of an earlier file.")
@click.option("--forms", default="", callback=_form_names, metavar="A,B", help="The same test in shuffled forms.")
@click.option("--points", default="", callback=_points, metavar="N", help="Points an item: 2, or 1,recall=3.")
@click.option("--key", type=click.Choice(["inside", "apart", "none"]), help="Where the answers go.")
@click.option("--no-key", "key", flag_value="none", help="The same as --key none.")
@click.option("--title", metavar="TEXT", help="The title on the page.")
@click.option("--template", type=_FILE, metavar="FILE", help="A template of your own (Jinja2).")
@click.option("--theme", type=_FILE, metavar="FILE", help="Your school's colours, logo and font (YAML).")
@click.option("--decks", type=click.Choice(["course", "track", "lesson"]), help="One Anki deck for each of these.")
@click.option("--report", is_flag=True, help="Write nothing; say how the format would hold the items.")
@click.option("--with-progress", is_flag=True, help="anki: hand your progress over too (once; see docs/anki.md).")
@pass_context
def command(
    context: Context,
    /,
    format_name: str,
    out: Path | None,
    wanted: "Wanted",
    n: int | None,
    seed: int | None,
    blueprint: Path | None,
    used: tuple[Path, ...],
    forms: tuple[str, ...],
    points: "Points",
    template: Path | None,
    theme: Path | None,
    report: bool,
    with_progress: bool,
    **own: str | None,
) -> int:
    """Write the ready and approved items of the course for another program, as a web page or on paper."""
    from mediaquiz.app.asked import Asked
    from mediaquiz.app.assemble import Points
    from mediaquiz.app.export import export

    options = {name: value for name, value in own.items() if value}
    asked_for = {**options, "forms": forms, "points": points != Points(), "template": template, "theme": theme}
    asked_for["with-progress"] = with_progress
    _refuse_foreign(format_name, asked_for)
    if blueprint and n:
        raise click.UsageError("A blueprint says how many; leave -n out.")
    if lang := click.get_current_context().find_root().params.get("lang"):
        options["lang"] = lang
    asked = Asked(wanted, n or 0, seed, forms, points, blueprint, used, template, theme, with_progress, options)
    if out == _STDOUT and not report:
        return _to_stdout(context, format_name, asked)
    done = export(context.course(), format_name, out, now=datetime.now(UTC), asked=asked, save=not report)
    if context.json:
        problems = [problem_to_plain(problem) for problem in done.problems]
        files = [str(path) for path in done.paths]
        held = {"holds": _held(format_name, done)} if report else {}
        context.emit({"files": [] if report else files, "items": done.items, **held, "problems": problems})
    elif report:
        _show_report(context, format_name, done)
    elif done.paths:
        names = ", ".join(map(str, done.paths))
        context.ui.say(context.texts("export.done", n=done.items, file=names))
        handed = ".progress" if with_progress else ""
        context.ui.say(context.texts(f"export.next.{format_name}{handed}"))
    return show_problems(context, filter(_says_more, done.problems) if report else done.problems)


def _to_stdout(context: Context, format_name: str, asked: "Asked") -> int:
    """The file's bytes as they are, and nothing else, on standard output; problems go where they always go."""
    from tempfile import TemporaryDirectory

    from mediaquiz.app.export import export

    if context.json:
        raise click.UsageError("--json and -o - would both write to standard output; leave one out.")
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"export{FORMATS[format_name].suffix}"
        done = export(context.course(), format_name, path, now=datetime.now(UTC), asked=asked, save=True)
        if len(done.paths) > 1:
            raise click.UsageError(f"This gives {len(done.paths)} files, and standard output takes one: name a file.")
        for made in done.paths:
            click.echo(made.read_bytes(), nl=False)
    return show_problems(context, done.problems)


def _says_more(problem: Problem) -> bool:
    """Whether a problem says more than the report's lines, which are about types."""
    return problem.span is not None or problem.code not in ("MQ501", "MQ502")


def _held(format_name: str, done: "Exported") -> list[dict[str, object]]:
    """How the format holds each type of the chosen items."""
    held = [(kind, count, hold(format_name, kind)) for kind, count in done.kinds.items()]
    return [{"type": kind.value, "items": n, "level": how.level.value, "how": how.how} for kind, n, how in held]


def _show_report(context: Context, format_name: str, done: "Exported") -> None:
    for kind, count in done.kinds.items():
        how = hold(format_name, kind)
        told = context.texts(f"holds.{how.form}") if how.form else ""
        level = context.texts(f"holds.{how.level.value}")
        head = f"{count:5}  {kind.value:9}  "
        context.ui.say(f"{level}: {told}" if told else level, first=head, rest=" " * len(head))


def _refuse_foreign(format_name: str, given: Mapping[str, object]) -> None:
    """A usage error for an option that is another format's."""
    for name, value in given.items():
        if value and name not in FORMATS[format_name].options:
            takers = ", ".join(other for other in written() if name in FORMATS[other].options)
            raise click.UsageError(f"--{name} is not for {format_name}; it is for: {takers}")
