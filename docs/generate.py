"""Writes docs/reference.md from the code: ``python docs/generate.py``. A test compares it with the file."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from mediaquiz.cli.main import COMMANDS, cli
from mediaquiz.errors import EXIT_CODES
from mediaquiz.formats import FORMATS
from mediaquiz.model.item import COMMON, FIELDS, Field, Status
from mediaquiz.model.problem import CODES

REFERENCE = Path(__file__).with_name("reference.md")


def reference() -> str:
    """The whole page."""
    parts = ["# Reference\n\nWritten by `python docs/generate.py` from the code; do not edit."]
    parts += [_commands(), _exit_codes(), _problems(), _items(), _formats()]
    return "\n\n".join(parts) + "\n"


def _help(command: click.Command, name: str) -> str:
    context = click.Context(command, info_name=name, max_content_width=78, terminal_width=78)
    return f"### {name}\n\n```\n{command.get_help(context)}\n```"


def _commands() -> str:
    return "\n\n".join(["## Commands", *_all_help()])


def _all_help() -> Iterator[str]:
    yield _help(cli, "mediaquiz")
    root = click.Context(cli, info_name="mediaquiz")
    for name in COMMANDS:
        command = cli.get_command(root, name)
        if command is None:
            continue
        yield _help(command, f"mediaquiz {name}")
        if isinstance(command, click.Group):
            for below in command.list_commands(root):
                if found := command.get_command(root, below):
                    yield _help(found, f"mediaquiz {name} {below}")


def _table(title: str, heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [f"## {title}", "", "| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)


def _exit_codes() -> str:
    return _table("Exit codes", ("code", "meaning"), ((str(code), text) for code, text in EXIT_CODES.items()))


def _problems() -> str:
    return _table("Problem codes", ("code", "meaning"), iter(CODES.items()))


def _items() -> str:
    rows = (
        (
            f"`{kind.value}`",
            ", ".join(f"`{f.name}`" + ("" if f.required else "?") + f" ({f.shape.value})" for f in specs),
        )
        for kind, specs in FIELDS.items()
    )
    table = _table("Item types and their fields", ("type", "fields (? may be left out)"), rows)
    common = ", ".join(f"`{name}`" for name in COMMON)
    statuses = ", ".join(f"`{status.value}`" for status in Status)
    return f"{table}\n\nEvery item may also have: {common}. Statuses: {statuses}."


def _field(spec: Field) -> str:
    return f"`{spec.name}`{'' if spec.required else '?'} ({spec.shape.value})"


def _formats() -> str:
    return _table("Formats", ("name", "suffix", "what"), ((n, f"`{r.suffix}`", r.about) for n, r in FORMATS.items()))


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8")
    sys.stdout.write(f"{REFERENCE} written\n")
