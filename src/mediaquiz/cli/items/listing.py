"""``mediaquiz items list`` and ``search``: items, one after the other."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.filters import filters
from mediaquiz.cli.problems import show_problems
from mediaquiz.model.item import Item, Status

if TYPE_CHECKING:
    from mediaquiz.app.measured import Measured
    from mediaquiz.app.remarks import Remarks
    from mediaquiz.app.select import Wanted
    from mediaquiz.model.deck import Deck


@click.command()
@filters()
@click.option("--flagged", is_flag=True, help="Those that a learner flagged, with the reasons.")
@pass_context
def list_items(context: Context, wanted: "Wanted", flagged: bool) -> int:
    """List items, one a line; with --json one object a line."""
    from mediaquiz.app.course import load_decks
    from mediaquiz.app.measured import read_measured
    from mediaquiz.app.remarks import read_remarks
    from mediaquiz.app.select import find

    course = context.course()
    decks, problems = load_decks(course)
    remarks = read_remarks(course)
    measured, damaged = read_measured(course.root)
    found = (place for place in find(decks, wanted) if not flagged or remarks.flags(place[1]))
    print_items(context, found, remarks, measured)
    return show_problems(context, (*problems, *damaged))


@click.command()
@click.argument("words", nargs=-1, required=True)
@filters()
@pass_context
def search_items(context: Context, words: tuple[str, ...], wanted: "Wanted") -> int:
    """List the items in which all WORDS stand: in the question, answer, explanation, notes, tags or passage."""
    from mediaquiz.app.course import load_decks
    from mediaquiz.app.items import search
    from mediaquiz.app.remarks import read_remarks
    from mediaquiz.app.select import narrowed

    course = context.course()
    decks, problems = load_decks(course)
    print_items(context, search(narrowed(decks, wanted), words), read_remarks(course))
    return show_problems(context, problems)


def print_items(
    context: Context,
    places: "Iterable[tuple[Deck, Item]]",
    remarks: "Remarks",
    measured: "Measured | None" = None,
) -> None:
    """Items under the names of their decks, and how many they are; with --json one object a line."""
    from mediaquiz.app.items import to_plain
    from mediaquiz.cli.analysis import measured_text

    deck_path, count = "", 0
    for deck, item in places:
        count += 1
        figures = measured.of(item) if measured else None
        if context.json:
            context.emit(to_plain(deck, item, remarks, figures))
            continue
        if deck.path != deck_path:
            deck_path = deck.path
            context.ui.say(deck.path, "bold")
        print_item(context, item)
        margin = " " * 26
        if figures:
            context.ui.say(measured_text(context, figures), "dim", first=margin, rest=margin + "  ")
        for flag in remarks.flags(item):
            context.ui.say(context.texts("items.flag", reason=flag.text), "close", first=margin, rest=margin + "  ")
        for alias in remarks.aliases(item):
            context.ui.say(context.texts("items.alias", answer=alias.text), "dim", first=margin, rest=margin + "  ")
    if not context.json:
        context.ui.say(context.texts("items.count", n=count))


def print_item(context: Context, item: Item) -> None:
    """An item's id, type, question, status and answer."""
    from mediaquiz.model.views import answer_text, prompt
    from mediaquiz.text import one_line

    mark = "" if item.status is Status.READY else f" [{item.status.value}]"
    head = f"  {item.id or '-':12}  {item.type.value:9} "
    context.ui.say(f"{one_line(prompt(item.content))}{mark}", first=head, rest=" " * len(head))
    if answer := one_line(answer_text(item.content)):
        context.ui.say(answer, "dim", first=" " * len(head) + "= ", rest=" " * (len(head) + 2))
