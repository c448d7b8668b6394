"""``mediaquiz items approve``, ``retire`` and ``restore``: a teacher's word on one item or many."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.filters import filters
from mediaquiz.cli.problems import show_problems
from mediaquiz.model.item import Item

if TYPE_CHECKING:
    from mediaquiz.app.curate import Turned
    from mediaquiz.app.select import Wanted

_IDS = click.argument("ids", metavar="[ID…]", nargs=-1)
_CHECK = click.option("--check", is_flag=True, help="Write nothing; say what would change.")


@click.command()
@_IDS
@filters()
@_CHECK
@pass_context
def approve(context: Context, ids: tuple[str, ...], wanted: "Wanted", check: bool) -> int:
    """Say that items are good as they are. They are asked, no build changes them, and flags on them are answered.

    Filters take drafts and ready items.
    """
    return _turn(context, "approve", ids, wanted, check)


@click.command()
@_IDS
@filters()
@click.option("--reason", default="", metavar="TEXT", help="Why; it goes into the items' notes.")
@_CHECK
@pass_context
def retire(context: Context, ids: tuple[str, ...], wanted: "Wanted", reason: str, check: bool) -> int:
    """Take items out of quiz and exports for good. Their learning history stays; `restore` brings them back."""
    from mediaquiz.app.curate import retired

    return _turn(context, "retire", ids, wanted, check, partial(retired, reason=reason))


@click.command()
@_IDS
@filters()
@_CHECK
@pass_context
def restore(context: Context, ids: tuple[str, ...], wanted: "Wanted", check: bool) -> int:
    """Bring retired or orphaned items back as they were before."""
    return _turn(context, "restore", ids, wanted, check)


def _turn(
    context: Context,
    word: str,
    ids: Sequence[str],
    wanted: "Wanted",
    check: bool,
    change: Callable[[Item], Item] | None = None,
) -> int:
    from mediaquiz.app.course import load_decks
    from mediaquiz.app.curate import VERDICTS, choose, turn
    from mediaquiz.app.remarks import answer_flags, read_remarks
    from mediaquiz.app.select import Wanted

    if not ids and wanted == Wanted():
        raise click.UsageError("Name items by id, or choose them with filters such as --lesson and --status.")
    course = context.course()
    decks, problems = load_decks(course)
    verdict = VERDICTS[word]
    places = choose(decks, ids, wanted, verdict.statuses)
    now = datetime.now().astimezone()
    remarks = read_remarks(course)  # as they are before the change, which answers some of them
    turned = turn(course, places, change or verdict.turn, now=now, write=not check)
    answered = 0
    if word == "approve" and not check:
        answered = len(answer_flags(course, remarks, [one.before for one in turned], now))
    _report(context, word, turned, check, answered)
    nameless = len(places) - len(turned)
    if nameless and not context.json:
        context.ui.warn(context.texts("items.nameless", n=nameless))
    return show_problems(context, problems)


def _report(context: Context, word: str, turned: "Sequence[Turned]", check: bool, answered: int) -> None:
    from mediaquiz.cli.items.listing import print_item

    changed = [one for one in turned if one.changed]
    for one in changed:
        if context.json:
            before, after = one.before.status.value, one.after.status.value
            context.emit(
                {"id": one.after.id, "deck": one.deck, "before": before, "status": after, "written": not check}
            )
        else:
            print_item(context, one.after)
    if context.json:
        return
    key = "items.checked" if check else f"items.{word}"
    context.ui.say(context.texts(key, n=len(changed)))
    if answered:
        context.ui.say(context.texts("items.flags_answered", n=answered))
