"""``mediaquiz items relink``: an item takes over the history of an older one."""

from datetime import datetime

import click

from mediaquiz.cli.context import Context, pass_context


@click.command()
@click.argument("old")
@click.argument("new")
@pass_context
def command(context: Context, old: str, new: str) -> None:
    """Let the item NEW take over id and learning history of OLD, which leaves its deck.

    For a question that came back in other words and was taken for a new one (MQ311). What you had written into OLD
    goes along.
    """
    from mediaquiz.app.course import load_decks
    from mediaquiz.app.relink import relink
    from mediaquiz.app.shelf import named
    from mediaquiz.cli.items.listing import print_item

    course = context.course()
    decks, _ = load_decks(course)
    names = [named(decks, name)[1].id for name in (old, new)]
    done = relink(course, *names, now=datetime.now().astimezone())
    if context.json:
        context.emit({"id": done.item.id, "former": done.former, "decks": list(done.decks)})
        return
    print_item(context, done.item)
    context.ui.say(context.texts("items.relinked", former=done.former))
