"""``mediaquiz items diff``: what a human changed in items."""

from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.filters import filters
from mediaquiz.cli.problems import show_problems

if TYPE_CHECKING:
    from mediaquiz.app.differences import Changed, Difference
    from mediaquiz.app.select import Wanted


@click.command()
@click.argument("ids", metavar="[ID…]", nargs=-1)
@filters()
@click.option("--git", "revision", is_flag=False, flag_value="HEAD", metavar="REV", help="Since a commit; alone: HEAD.")
@pass_context
def command(context: Context, ids: tuple[str, ...], wanted: "Wanted", revision: str | None) -> int:
    """Show what you changed in items, field by field: since they were generated, or with --git since a commit.

    In fields, - is what stood there and + what stands there now; ? where what stood there is not
    known any more, because the lesson gives something else by now.
    """
    from mediaquiz.app.course import load_decks
    from mediaquiz.app.curate import choose
    from mediaquiz.app.differences import against_generated, against_git, to_plain

    course = context.course()
    decks, problems = load_decks(course)
    places = choose(decks, ids, wanted)
    found = list(against_git(course, revision, places) if revision else against_generated(course, places))
    for difference in found:
        if context.json:
            context.emit(to_plain(difference))
        else:
            _print(context, difference)
    if not context.json:
        context.ui.say(context.texts("diff.count", n=len(found)))
    return show_problems(context, problems)


def _print(context: Context, difference: "Difference") -> None:
    from mediaquiz.model.views import prompt
    from mediaquiz.text import one_line

    item, ui = difference.item, context.ui
    told = (context.texts(f"diff.{difference.kind}"), item.id, item.type.value, item.status.value, difference.deck)
    ui.say(" · ".join(told), "dim")
    ui.say(one_line(prompt(item.content)), "bold")
    for field in difference.fields:
        _print_field(context, field)
    ui.say()


def _print_field(context: Context, field: "Changed") -> None:
    ui = context.ui
    ui.say(f"{field.field}:", first="  ")
    if not field.known:
        ui.say(context.texts("diff.unknown"), "dim", first="    ? ")
    for line in field.before:
        if line not in field.after:
            ui.say(line, "wrong", first="    - ")
    for line in field.after:
        if line not in field.before:
            ui.say(line, "right", first="    + ")
    if set(field.before) == set(field.after):
        ui.say(context.texts("diff.order"), "dim", first="    ")
