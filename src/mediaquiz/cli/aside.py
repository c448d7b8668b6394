"""``mediaquiz suspend``, ``resume`` and ``reset``: cards put aside, brought back, or made new."""

from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.filters import filters, options_of
from mediaquiz.model.review import Kind

if TYPE_CHECKING:
    from mediaquiz.app.select import Wanted

_IDS = click.argument("ids", metavar="[ID…]", nargs=-1)
_CHECK = click.option("--check", is_flag=True, help="Change nothing; say which cards would.")


@click.command()
@_IDS
@filters(status=False)
@_CHECK
@pass_context
def suspend(context: Context, ids: tuple[str, ...], wanted: "Wanted", check: bool) -> None:
    """Ask cards no more until they are resumed: those named by id, or all that filters choose."""
    _put(context, Kind.SUSPEND, ids, wanted, check)


@click.command()
@_IDS
@filters(status=False)
@_CHECK
@pass_context
def resume(context: Context, ids: tuple[str, ...], wanted: "Wanted", check: bool) -> None:
    """Ask cards again that were suspended or put off. Their schedule goes on."""
    _put(context, Kind.RESUME, ids, wanted, check)


@click.command()
@_IDS
@filters(status=False)
@_CHECK
@pass_context
def reset(context: Context, ids: tuple[str, ...], wanted: "Wanted", check: bool) -> None:
    """Make cards new again, as if they had never been asked. Nothing is deleted: `undo` brings their history back."""
    _put(context, Kind.RESET, ids, wanted, check)


def _put(context: Context, kind: Kind, ids: tuple[str, ...], wanted: "Wanted", check: bool) -> None:
    from mediaquiz.app.aside import put
    from mediaquiz.app.quiz import open_desk
    from mediaquiz.model.pictures import question

    if not ids and not options_of(wanted):
        raise click.UsageError("Name cards by id, or choose them with filters such as --lesson and --tag.")
    items = put(open_desk(context.course()), kind, ids, wanted, write=not check)
    if context.json:
        changed = [{"item": item.id, "prompt": question(item.content)} for item in items]
        context.emit({"action": kind.value, "cards": changed, "written": not check})
        return
    key = "none" if not items else "checked" if check else kind.value
    context.ui.say(context.texts(f"aside.{key}", n=len(items)), "bold")
    for item in items:
        context.ui.tell(question(item.content), first="  • ", rest="    ")
