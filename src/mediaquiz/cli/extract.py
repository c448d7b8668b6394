"""``mediaquiz extract``: what a lesson teaches and the questions it gives; nothing is written."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.problems import show_problems
from mediaquiz.errors import NotFound
from mediaquiz.model.problem import Severity

if TYPE_CHECKING:
    from mediaquiz.app.extract import Result


@click.command()
@click.argument("files", metavar="FILE…|-", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One line of JSON a file, in the order of the files.")
@click.option("--explain", is_flag=True, help="Say which questions were refused, and why.")
@pass_context
def command(context: Context, files: tuple[str, ...], as_json: bool, explain: bool) -> int:
    """Show the lesson that is read from each FILE and the questions it gives. Writes nothing."""
    from mediaquiz.app import extract

    code = 0
    for name in files:
        result = _result(name)
        problems = (*result.problems, *(extract.explain(result) if explain else ()))
        if as_json or context.json:
            context.ui.raw(extract.to_json(result))
        elif result.lesson.blocks:
            _show(context, result)
        least = Severity.INFO if explain else Severity.WARNING
        code = max(code, show_problems(context, problems, least=least), _unreadable(result))
    return code


def _unreadable(result: "Result") -> int:
    """The exit code for a file that is not there or cannot be read."""
    return NotFound.exit_code if any(problem.code == "MQ101" for problem in result.problems) else 0


def _result(name: str) -> "Result":
    from mediaquiz.app import extract
    from mediaquiz.model.lesson import Lesson
    from mediaquiz.store.files import decode_text

    if name != "-":
        return extract.from_file(Path(name))
    text, problems = decode_text(sys.stdin.buffer.read(), "standard input")
    if any(problem.severity is Severity.ERROR for problem in problems):
        return extract.Result(Lesson("-"), problems=problems)
    return extract.from_text(text, "-")


def _show(context: Context, result: "Result") -> None:
    from mediaquiz.model.item import Status
    from mediaquiz.model.views import answer_text, prompt

    ui, texts = context.ui, context.texts
    lesson = result.lesson
    ui.line((lesson.title or lesson.path, "bold"))
    if lesson.gist:
        ui.say(lesson.gist, first="  ", rest="  ")
    for number, candidate in enumerate(result.candidates, start=1):
        item = candidate.item
        draft = f" ({texts('items.draft')})" if item.status is Status.DRAFT else ""
        ui.say()
        ui.say(f"{prompt(item.content)}{draft}", first=f"{number:3}. ", rest="     ")
        ui.say(f"{answer_text(item.content)}", "dim", first="     = ", rest="       ")
    if result.candidates:
        ui.say()
    ui.say(texts("extract.count", n=len(result.candidates)))
