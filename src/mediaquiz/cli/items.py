"""``mediaquiz items``: look through the items of the course."""

from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.filters import filters
from mediaquiz.cli.problems import show_problems
from mediaquiz.model.item import Status

if TYPE_CHECKING:
    from mediaquiz.app.select import Wanted


@click.group()
def command() -> None:
    """List the items of the course."""


@command.command("list")
@filters()
@pass_context
def list_items(context: Context, wanted: "Wanted") -> int:
    """List items, one a line; with --json one object a line."""
    from mediaquiz.app.course import load_decks
    from mediaquiz.app.items import to_plain
    from mediaquiz.app.select import find
    from mediaquiz.model.views import answer_text, prompt
    from mediaquiz.text import one_line

    decks, problems = load_decks(context.course())
    deck_path, count = "", 0
    for deck, item in find(decks, wanted):
        count += 1
        if context.json:
            context.emit(to_plain(deck, item))
            continue
        if deck.path != deck_path:
            deck_path = deck.path
            context.ui.say(deck.path, "bold")
        mark = "" if item.status is Status.READY else f" [{item.status.value}]"
        head = f"  {item.id or '-':12}  {item.type.value:9} "
        context.ui.say(f"{one_line(prompt(item.content))}{mark}", first=head, rest=" " * len(head))
        if answer := one_line(answer_text(item.content)):
            context.ui.say(answer, "dim", first=" " * len(head) + "= ", rest=" " * (len(head) + 2))
    if not context.json:
        context.ui.say(context.texts("items.count", n=count))
    return show_problems(context, problems)
