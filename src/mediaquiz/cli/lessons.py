"""``mediaquiz lessons``: the course at a glance."""

from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context

if TYPE_CHECKING:
    from mediaquiz.app.reading import Row

_LONGEST = 120
"""Characters of an exercise in the list."""


@click.command()
@pass_context
def command(context: Context) -> None:
    """List the lessons: how far each is, how long it takes, what it is about, and what there is to do."""
    from mediaquiz.app.quiz import open_desk
    from mediaquiz.app.reading import rows
    from mediaquiz.cli.quiz import tell_problems

    desk = open_desk(context.course())
    found = rows(desk)
    if context.json:
        context.emit({"lessons": [plain_row(row) for row in found]})
        return
    tell_problems(context, desk)
    if not found:
        context.ui.say(context.texts("due.no_cards"))
        return
    track = ""
    for row in found:
        if row.track != track:
            track = row.track
            context.ui.say()
            context.ui.say(track, "bold")
        _show(context, row)
    context.ui.say()
    context.ui.say(context.texts("lessons.read"), "dim")


def _show(context: Context, row: "Row") -> None:
    ui, texts = context.ui, context.texts
    told = [_state(context, row)]
    told += [texts("lessons.minutes", n=row.minutes)] * bool(row.minutes)
    ui.say(f"{row.title} ({', '.join(told)})", first=f"{row.number:>3}  ")
    if row.gist:
        ui.say(row.gist, "dim", first="     ")
    if row.exercise:
        ui.say(texts("lessons.exercise", text=_short(row.exercise)), "dim", first="     ")


def _short(text: str) -> str:
    """The beginning of a text; `read` shows all of it."""
    from textwrap import shorten

    return shorten(text, _LONGEST, placeholder=" …")


def _state(context: Context, row: "Row") -> str:
    standing = row.standing
    if standing and standing.mastered:
        return context.texts("lessons.mastered")
    if standing and standing.seen:
        return context.texts("lessons.seen", seen=standing.seen, n=standing.cards)
    return context.texts("lessons.started" if row.started else "lessons.new")


def plain_row(row: "Row") -> dict[str, object]:
    """A lesson as JSON holds it."""
    standing = row.standing
    return {
        "number": row.number,
        "title": row.title,
        "track": row.track,
        "started": row.started,
        "mastered": bool(standing and standing.mastered),
        "cards": standing.cards if standing else 0,
        "seen": standing.seen if standing else 0,
        "minutes": row.minutes,
        "gist": row.gist,
        "exercise": row.exercise,
    }
