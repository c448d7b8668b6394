"""The ``mediaquiz`` command: a table of commands that are imported when they run, and one place for all failures."""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

import click

from mediaquiz import __version__
from mediaquiz.cli.context import Context
from mediaquiz.cli.lazy import LazyGroup, Row
from mediaquiz.cli.strings import LANGUAGES, Texts, language_of
from mediaquiz.cli.ui import Ui
from mediaquiz.errors import MediaquizError

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO


_RARELY = 500_000
"""Values made between two searches for garbage: a command ends soon, and most of what it makes stays until then."""

COMMANDS: dict[str, Row] = {
    "quiz": Row("mediaquiz.cli.quiz", "Ask what is due, then new cards; or quiz one page at once."),
    "lessons": Row("mediaquiz.cli.lessons", "List the lessons: how far, how long, what about."),
    "read": Row("mediaquiz.cli.read", "Read a lesson here, then be asked its first questions."),
    "cram": Row("mediaquiz.cli.cram", "Ask cards at once, due or not; the schedule stays as it is."),
    "due": Row("mediaquiz.cli.due", "Say what is due."),
    "progress": Row("mediaquiz.cli.progress", "Show your streak, experience, lessons and achievements."),
    "stats": Row("mediaquiz.cli.stats", "Show what your answers say: retention, time, what is hard."),
    "plan": Row("mediaquiz.cli.plan", "Show what learning will cost; plan for an exam."),
    "optimize": Row("mediaquiz.cli.optimize", "Fit the memory model to your answers."),
    "undo": Row("mediaquiz.cli.undo", "Take the last answers back."),
    "suspend": Row("mediaquiz.cli.aside", "Ask cards no more until they are resumed.", "suspend"),
    "resume": Row("mediaquiz.cli.aside", "Ask suspended cards again.", "resume"),
    "reset": Row("mediaquiz.cli.aside", "Make cards new again.", "reset"),
    "completion": Row("mediaquiz.cli.completion", "Print what completes commands in bash, zsh or fish."),
    "config": Row("mediaquiz.cli.config", "Show and change settings: limits, retention, language."),
    "init": Row("mediaquiz.cli.init", "Make this folder a course; --demo brings lessons to try."),
    "extract": Row("mediaquiz.cli.extract", "Show what a lesson teaches and the questions it gives."),
    "build": Row("mediaquiz.cli.build", "Make or update the decks of all lessons."),
    "check": Row("mediaquiz.cli.check", "Check lessons, decks and the review log."),
    "add": Row("mediaquiz.cli.adding", "Write a question of your own."),
    "items": Row("mediaquiz.cli.items", "Look through, review, edit and approve items."),
    "import": Row("mediaquiz.cli.importing", "Bring in cards and questions of other programs."),
    "export": Row("mediaquiz.cli.export", "Write decks for Anki and other programs."),
    "analyze": Row("mediaquiz.cli.analyze", "Say how questions did in tests, from results files."),
    "push": Row("mediaquiz.cli.push", "Bring a running Anki up to date."),
    "pull": Row("mediaquiz.cli.pull", "Bring the reviews done in a running Anki home."),
    "backup": Row("mediaquiz.cli.backup", "Save decks and reviews in one file."),
    "restore": Row("mediaquiz.cli.restoring", "Bring a backup back; nothing newer is lost."),
}
"""Every command: the module that holds it as ``command``, and its line in the help."""


def _context(ctx: click.Context) -> Context:
    """What the commands got; nothing was made yet when the options before the command were wrong."""
    return ctx.obj if isinstance(ctx.obj, Context) else Context(Ui(), _texts())


class Program(LazyGroup):
    """The whole program: what any command raises on purpose becomes a message and an exit code."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command; failures are told in the learner's words."""
        try:
            return super().invoke(ctx)
        except MediaquizError as failed:
            return _context(ctx).failed(failed)
        except KeyboardInterrupt:
            return _interrupted(_context(ctx))
        except BrokenPipeError:  # click would call it an error
            return _reader_gone()


@click.group(
    cls=Program,
    rows=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 78},
)
@click.option("--course", "start", metavar="DIR", type=click.Path(), help="The course folder.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON for programs.")
@click.option("--plain", is_flag=True, help="No colour and no decoration; state in words.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="The language of the interface.")
@click.version_option(__version__, prog_name="mediaquiz", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context, start: str | None, as_json: bool, plain: bool, lang: str | None) -> None:
    """Turn lessons into questions worth keeping, and be asked each one when it is about to be forgotten.

    Without a command: what is due, and what to do next.
    """
    ctx.obj = Context(Ui(plain=plain), _texts(lang), _folder(start), as_json)
    if ctx.invoked_subcommand is None:
        from mediaquiz.cli.due import overview

        overview(ctx.obj)


def _folder(start: str | None) -> "Path | None":
    if start is None:
        return None
    from pathlib import Path  # not for the help

    return Path(start)


def _texts(lang: str | None = None) -> Texts:
    return Texts(language_of(lang or _own_language(), os.environ))


def _own_language() -> str:
    from mediaquiz.store.config import read_config  # not for the help

    told = read_config()[0].get("language")
    return told if isinstance(told, str) else ""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and ends the process with an exit code of ``errors.EXIT_CODES``."""
    try:
        code = _run(arguments)
    finally:
        _give_up_the_rest()
    gc.freeze()  # or the interpreter looks through all that is left for cycles, twice, before the prompt comes back
    sys.exit(code)


def _run(arguments: Sequence[str] | None) -> int:
    gc.set_threshold(_RARELY)
    try:
        code = cli.main(arguments, prog_name="mediaquiz", standalone_mode=False)
        _flush()
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (KeyboardInterrupt, click.Abort):
        return _interrupted(Context(Ui(), _texts()))
    except BrokenPipeError:
        return _reader_gone()
    except Exception as bug:
        return _bug(Context(Ui(), _texts()), bug)
    return code if isinstance(code, int) else 0


def _interrupted(context: Context) -> int:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # pressed twice, it must not cut the message off
    context.ui.warn(context.texts("interrupted"))
    return 130


def _bug(context: Context, bug: Exception) -> int:
    if os.environ.get("MEDIAQUIZ_DEBUG"):
        raise bug
    context.ui.warn(context.texts("bug", message=f"{type(bug).__name__}: {bug}".rstrip(". ")), "wrong")
    return 70


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _reader_gone() -> int:
    """The program that read our output has ended; what is still unwritten goes nowhere, in silence."""
    _silence(1)
    return 141


def _give_up_the_rest() -> None:
    """What can be written nowhere, to a terminal that is gone or a full disk, must not change the exit code to 120.

    Where one stream fails both are silenced: what the interpreter says of one while it ends would fail in the other.
    """
    tried = [_flushed(stream) for stream in (sys.stdout, sys.stderr)]
    if not all(tried):
        _silence(1)
        _silence(2)


def _flushed(stream: "TextIO | None") -> bool:
    try:
        if stream is not None:
            stream.flush()
    except OSError:
        return False
    return True


def _silence(handle: int) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), handle)
