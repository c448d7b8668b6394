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
@click.option("--prompt", "as_prompt", is_flag=True, help="A text for any chat that asks it for questions; see below.")
@pass_context
def command(context: Context, files: tuple[str, ...], as_json: bool, explain: bool, as_prompt: bool) -> int:
    """Show the lesson that is read from each FILE and the questions it gives. Writes nothing.

    With --prompt, print a text to paste into any chat: the lesson, its terms, our rules and the form of the reply. Save
    the reply and check it with `mediaquiz import items REPLY`. Nothing is sent anywhere.
    """
    from mediaquiz.app import extract

    if as_prompt and (as_json or context.json or explain or len(files) > 1):
        raise click.UsageError("--prompt takes one file, and neither --json nor --explain")
    code = 0
    for name in files:
        result = _result(name)
        problems = (*result.problems, *(extract.explain(result) if explain else ()))
        if as_prompt:
            _print_prompt(context, result)
        elif as_json or context.json:
            context.ui.raw(extract.to_json(result))
        elif result.lesson.blocks:
            _show(context, result)
        if as_prompt:
            problems = tuple(problem for problem in problems if problem.code != "MQ108")
        least = Severity.INFO if explain else Severity.WARNING
        code = max(code, show_problems(context, problems, least=least), _unreadable(result))
    return code


def _print_prompt(context: Context, result: "Result") -> None:
    from mediaquiz.formats.chat.prompt import chat_prompt, taught

    if taught(result.lesson):
        context.ui.raw(chat_prompt(result.lesson, result.concepts))


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
