"""Writes docs/reference.md and the tables in docs/exports.md and docs/stats.md: ``python docs/generate.py``.

The course's map and glossary come from the lessons (coursebook.py). A test compares them all with the files.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import click

from mediaquiz.cli.main import COMMANDS, cli
from mediaquiz.cli.strings import Texts
from mediaquiz.errors import EXIT_CODES
from mediaquiz.formats import FORMATS
from mediaquiz.formats.holds import HOLDS, Hold, Level
from mediaquiz.measure.progress import ACHIEVEMENTS, LEVELS, RULES
from mediaquiz.model.item import COMMON, FIELDS, Field, ItemType, Status
from mediaquiz.model.problem import CODES

REFERENCE = Path(__file__).with_name("reference.md")
EXPORTS = Path(__file__).with_name("exports.md")
STATS = Path(__file__).with_name("stats.md")
_TABLE = re.compile(r"(?<=<!-- table: written by docs/generate.py -->\n).*?(?=<!-- end -->)", re.DOTALL)
_RULES = re.compile(r"(?<=<!-- rules: written by docs/generate.py -->\n).*?(?=<!-- end -->)", re.DOTALL)
_MARKS = {Level.NATIVE: "", Level.DEGRADED: "*as* ", Level.REFUSED: "— "}


def reference() -> str:
    """The whole page."""
    parts = ["# Reference\n\nWritten by `python docs/generate.py` from the code; do not edit."]
    parts += [_commands(), _exit_codes(), _problems(), _items(), _formats()]
    return "\n\n".join(parts) + "\n"


def _help(command: click.Command, name: str) -> str:
    context = click.Context(
        command, info_name=name, max_content_width=78, terminal_width=78, help_option_names=["-h", "--help"]
    )
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
    rows = ((name, f"`{row.suffix}`", row.about, row.reads) for name, row in FORMATS.items())
    return _table("Formats", ("name", "suffix", "export", "import"), rows)


def exports() -> str:
    """The page on exports, its table as the code has it."""
    return _TABLE.sub(lambda _: _holds(), EXPORTS.read_text(encoding="utf-8"))


def _holds() -> str:
    """Item types down, formats across; formats that hold all types alike share a column."""
    columns: dict[tuple[Hold, ...], list[str]] = defaultdict(list)
    for name, holds in HOLDS.items():
        columns[tuple(holds[kind] for kind in ItemType)].append(f"`{name}`")
    heads = ["type", *(", ".join(names) for names in columns.values())]
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    for place, kind in enumerate(ItemType):
        cells = [_MARKS[column[place].level] + column[place].how for column in columns]
        lines.append("| " + " | ".join([f"`{kind.value}`", *cells]) + " |")
    note = "*as*: it goes out in another form. —: it does not go out."
    return "\n".join([*lines, "", note]) + "\n"


def stats() -> str:
    """The page on progress, its tables as the code has them."""
    return _RULES.sub(lambda _: _rules(), STATS.read_text(encoding="utf-8"))


def _rules() -> str:
    """What earns experience, the levels, the achievements: names in both languages."""
    english, korean = Texts("en"), Texts("ko")
    earns = [(english(f"rule.{name}"), korean(f"rule.{name}"), str(points)) for name, points in RULES.items()]
    levels = [
        (str(number), english(f"level.{name}"), korean(f"level.{name}"), f"{least:,}")
        for number, (name, least) in enumerate(LEVELS.items())
    ]
    badges = [
        (english(f"achievement.{name}"), korean(f"achievement.{name}"), english(f"achievement.{name}.what"))
        for name in ACHIEVEMENTS
    ]
    tables = (
        (("what earns", "한국어", "XP"), earns),
        (("level", "name", "한국어", "from XP"), levels),
        (("achievement", "한국어", "for"), badges),
    )
    return "\n" + "\n".join(_rows(heads, rows) for heads, rows in tables)


def _rows(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"


if __name__ == "__main__":
    import coursebook  # stands beside this file

    coursebook.COURSE.write_text(coursebook.course(), encoding="utf-8")
    coursebook.GLOSSARY.write_text(coursebook.glossary(), encoding="utf-8")
    REFERENCE.write_text(reference(), encoding="utf-8")
    EXPORTS.write_text(exports(), encoding="utf-8")
    STATS.write_text(stats(), encoding="utf-8")
    sys.stdout.write(f"{REFERENCE}, {EXPORTS} and {STATS} written\n")
