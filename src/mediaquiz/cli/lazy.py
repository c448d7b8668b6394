"""Groups of commands whose modules are imported only when they run: a help page costs nothing but its table."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Row(NamedTuple):
    """Where a command is found, and its line in the help."""

    module: str
    help: str
    name: str = "command"
    """What the command is called in its module."""


class LazyGroup(click.Group):
    """A group that gets its commands from a table."""

    def __init__(self, *args: Any, rows: Mapping[str, Row], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.rows)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        row = self.rows.get(cmd_name)
        if row is None:
            return None
        command = getattr(import_module(row.module), row.name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{row.module}.{row.name} is no command")
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Its commands from the table, so that pressing Tab imports none of them; and its options."""
        from click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=row.help) for name, row in self.rows.items() if name.startswith(incomplete)]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, row.help) for name, row in self.rows.items()])
