"""What every command gets: the global options, the terminal, the words, and the course when it asks for it."""

from typing import TYPE_CHECKING

import click

from mediaquiz.cli.strings import Texts
from mediaquiz.cli.ui import Ui
from mediaquiz.errors import MediaquizError

if TYPE_CHECKING:
    from pathlib import Path

    from mediaquiz.app.course import Course


class Context:
    """``start`` is the folder of ``--course``, None for the present one; ``json`` when programs read the output."""

    def __init__(self, ui: Ui, texts: Texts, start: "Path | None" = None, json: bool = False) -> None:
        self.ui = ui
        self.texts = texts
        self.start = start
        self.json = json

    def course(self) -> "Course":
        """The course of the command. Raises NotFound when there is none."""
        from mediaquiz.app.course import find

        return find(self.start)

    def emit(self, value: object) -> None:
        """Prints a JSON value on one line."""
        from json import dumps

        self.ui.raw(dumps(value, ensure_ascii=False))

    def failed(self, why: MediaquizError) -> int:
        """Tells why something could not be done, and what to do; returns the exit code that it means."""
        if self.json:
            self.emit({"error": str(why), "hint": why.hint})
            return why.exit_code
        self.ui.warn(self.texts("error", message=str(why)), "wrong")
        if why.hint:
            self.ui.warn(why.hint)
        return why.exit_code


pass_context = click.make_pass_decorator(Context)
"""Gives a command function the ``Context`` as its first argument."""
