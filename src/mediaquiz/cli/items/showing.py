"""``mediaquiz items show``: everything about items."""

from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.problems import show_problems

if TYPE_CHECKING:
    from mediaquiz.app.items import Shown
    from mediaquiz.model.problem import Problem


@click.command()
@click.argument("ids", metavar="ID", nargs=-1, required=True)
@pass_context
def command(context: Context, ids: tuple[str, ...]) -> int:
    """Show items: question, answer, passage, where they stand, what learners and teachers said.

    The beginning of an id is enough.
    """
    from mediaquiz.app.advice import advise
    from mediaquiz.app.course import load_decks
    from mediaquiz.app.items import show, shown_to_plain
    from mediaquiz.app.measured import read_measured
    from mediaquiz.app.remarks import read_remarks
    from mediaquiz.app.shelf import named

    course = context.course()
    decks, _ = load_decks(course)
    remarks = read_remarks(course, reviews=True)
    measured, _ = read_measured(course.root)
    advice: list[Problem] = []
    for place, name in enumerate(ids):
        shown = show(course, *named(decks, name), remarks, measured)
        advice += [] if shown.item.source else advise([(shown.item, shown.span)], shown.deck.lang)
        if context.json:
            context.emit(shown_to_plain(shown))
        else:
            context.ui.say() if place else None
            _print(context, shown)
    return show_problems(context, advice)


def _print(context: Context, shown: "Shown") -> None:
    from mediaquiz.cli.analysis import measured_text
    from mediaquiz.cli.items.card import print_content, print_passage, print_remarks

    item, ui, texts = shown.item, context.ui, context.texts
    told = [item.id, item.type.value, item.status.value, str(shown.span)]
    told += [texts("items.edited", fields=", ".join(shown.edited))] * bool(shown.edited)
    ui.say(" · ".join(told), "dim")
    print_content(context, item)
    print_passage(context, item, shown.passage)
    about = [("items.concept", item.concept), ("items.tags", ", ".join(item.tags)), ("items.recipe", _recipe(shown))]
    for key, value in about:
        if value:
            ui.say(texts(key, value=value), "dim", first="  ")
    if shown.reviews:
        ui.say(texts("items.reviews", n=shown.reviews, lapses=shown.lapses), "dim", first="  ")
    if shown.measured:
        ui.say(measured_text(context, shown.measured), "dim", first="  ")
    print_remarks(context, shown)


def _recipe(shown: "Shown") -> str:
    return shown.item.source.recipe if shown.item.source else ""
