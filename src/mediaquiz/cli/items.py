"""``mediaquiz items``: look through the items of the course."""

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.problems import show_problems
from mediaquiz.model.item import ItemType, Status

_TYPES = [kind.value for kind in ItemType]
_STATUSES = [status.value for status in Status]


@click.group()
def command() -> None:
    """List the items of the course."""


@command.command("list")
@click.option("--lesson", default="", metavar="NAME", help="Only this lesson: its title, its file, or a part of them.")
@click.option("--type", "types", multiple=True, type=click.Choice(_TYPES), help="Only items of this type.")
@click.option("--status", "statuses", multiple=True, type=click.Choice(_STATUSES), help="Only items of this status.")
@click.option("--tag", default="", help="Only items with this tag.")
@click.option("--text", default="", help="Only items whose question or answer has this text.")
@pass_context
def list_items(
    context: Context, lesson: str, types: tuple[str, ...], statuses: tuple[str, ...], tag: str, text: str
) -> int:
    """List items, one a line; with --json one object a line."""
    from mediaquiz.app.course import load_decks
    from mediaquiz.app.items import Wanted, find, to_plain
    from mediaquiz.model.views import answer_text, prompt
    from mediaquiz.text import one_line

    decks, problems = load_decks(context.course())
    wanted = Wanted(lesson, tuple(map(ItemType, types)), tuple(map(Status, statuses)), tag, text)
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
