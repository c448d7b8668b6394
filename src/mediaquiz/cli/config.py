"""``mediaquiz config``: what a learner can set."""

from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.errors import NotFound

if TYPE_CHECKING:
    from mediaquiz.app.configure import Setting
    from mediaquiz.app.quiz import Desk


@click.command()
@click.argument("name", required=False)
@click.argument("value", nargs=-1)
@click.option("--user", is_flag=True, help="For all courses, not for this one.")
@click.option("--unset", is_flag=True, help="Go back to what holds without it.")
@pass_context
def command(context: Context, name: str | None, value: tuple[str, ...], user: bool, unset: bool) -> None:
    """Show all settings, or one; set one to VALUE.

    A setting of a course is kept in its review log and so goes with it to other machines. Outside a course, and with
    --user, settings are for all courses; the language always is.
    """
    from mediaquiz.app.configure import all_settings, change, setting

    if unset and (value or not name):
        raise click.UsageError("Write: mediaquiz config --unset NAME")
    desk = None if user else _desk(context)
    if name is None:
        _show_all(context, all_settings(desk))
    elif value or unset:
        _show(context, change(desk, name, " ".join(value) if value else None), changed=True)
    else:
        _show(context, setting(desk, name), changed=False)


def _desk(context: Context) -> "Desk | None":
    from mediaquiz.app.quiz import open_desk

    try:
        return open_desk(context.course())
    except NotFound:
        if context.start is not None:
            raise
        return None


def _show_all(context: Context, settings: "tuple[Setting, ...]") -> None:
    if context.json:
        context.emit({one.name: {"value": one.value, "origin": one.origin} for one in settings})
        return
    rows = [(f"{one.name}  {_shown(context, one)}", context.texts(f"config.{one.name}")) for one in settings]
    context.ui.columns_of(rows, "key")


def _show(context: Context, one: "Setting", changed: bool) -> None:
    from mediaquiz.app.configure import shown

    if context.json:
        context.emit({"name": one.name, "value": one.value, "origin": one.origin})
    elif changed:
        context.ui.say(context.texts(f"config.set.{one.origin}", name=one.name, value=_shown(context, one)))
    else:
        context.ui.say(shown(one.value))


def _shown(context: Context, one: "Setting") -> str:
    from mediaquiz.app.configure import shown

    if one.name == "parameters":
        return context.texts(f"config.parameters.{'default' if one.origin == 'default' else 'own'}")
    return shown(one.value) or context.texts.language
