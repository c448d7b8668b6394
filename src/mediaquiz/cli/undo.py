"""``mediaquiz undo``: take answers back, at any later time."""

import click

from mediaquiz.cli.context import Context, pass_context


@click.command()
@click.argument("count", type=click.IntRange(min=1), default=1)
@pass_context
def command(context: Context, count: int) -> None:
    """Take the last COUNT answers and resets back (1 unless told).

    Nothing is deleted: the log gets a record for each answer that counts no more.
    """
    from mediaquiz.app.quiz import open_desk

    undone = open_desk(context.course()).undo_last(count)
    if context.json:
        context.emit({"undone": [{"record": each.record, "item": each.item, "prompt": each.prompt} for each in undone]})
        return
    if not undone:
        context.ui.say(context.texts("undo.nothing"))
        return
    context.ui.say(context.texts("undo.done", n=len(undone)), "bold")
    for each in undone:
        said = each.prompt or each.item
        context.ui.tell(context.texts("undo.reset", prompt=said) if each.kind == "reset" else said, first="  • ")
