"""What every command gets: the global options, the terminal, the words, and the course when it asks for it."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.strings import Texts
from mediaquiz.cli.ui import Ui
from mediaquiz.model.frozen import dataclass

if TYPE_CHECKING:
    from mediaquiz.app.course import Course


@dataclass(frozen=True, slots=True)
class Context:
    """``start`` is the folder of ``--course``, None for the present one; ``json`` when programs read the output."""

    ui: Ui
    texts: Texts
    start: Path | None = None
    json: bool = False

    def course(self) -> "Course":
        """The course of the command. Raises NotFound when there is none."""
        from mediaquiz.app.course import find

        return find(self.start)

    def emit(self, value: object) -> None:
        """Prints a JSON value on one line."""
        self.ui.raw(json.dumps(value, ensure_ascii=False))


pass_context = click.make_pass_decorator(Context)
"""Gives a command function the ``Context`` as its first argument."""
