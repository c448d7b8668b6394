"""Every command line on the teachers' page is one that the program understands."""

import re
import shlex
from pathlib import Path

import click
import pytest

from mediaquiz.cli.main import cli

PAGE = Path(__file__).parents[2] / "docs" / "curation.md"
LINES = re.findall(r"^    (?:.*\| )?mediaquiz (.*?)(?:  +#.*)?$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("line", LINES)
def test_the_command_line_is_understood(line: str) -> None:
    words = shlex.split(line)
    group: click.Command = cli
    context = click.Context(cli, info_name="mediaquiz", help_option_names=["-h", "--help"])
    while isinstance(group, click.Group):
        name = words.pop(0)
        found = group.get_command(context, name)
        assert found, name
        group = found
    group.make_context(name, words, parent=context)


def test_the_page_shows_every_command_for_items() -> None:
    items = cli.get_command(click.Context(cli), "items")
    assert isinstance(items, click.Group)
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in items.list_commands(click.Context(items)) if f"items {name}" not in page] == []
