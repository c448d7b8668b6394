"""``mediaquiz cram``: ask cards whether they are due or not; the schedule stays as it is."""

from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.filters import filters
from mediaquiz.cli.quiz import ask, command_again, tell_problems
from mediaquiz.model.review import Purpose
from mediaquiz.session import machine
from mediaquiz.session.values import Phase

if TYPE_CHECKING:
    from mediaquiz.app.select import Wanted


@click.command()
@filters(status=False)
@click.option("--max", "limit", type=click.IntRange(min=1), metavar="N", help="Ask at most N cards.")
@click.option("--seed", type=click.IntRange(min=0), metavar="N", help="Mix cards and options in the same way again.")
@pass_context
def command(context: Context, wanted: "Wanted", limit: int | None, seed: int | None) -> None:
    """Ask all cards of the course, or those that filters choose, well mixed: for the evening before an exam.

    Answers are noted and never change when a card comes again; a card that you fail comes once more at the end.
    """
    from mediaquiz.app.quiz import Wish, open_desk

    desk = open_desk(context.course())
    tell_problems(context, desk)
    seed = desk.seed() if seed is None else seed
    cards = desk.deal_all(Wish(limit=limit, wanted=wanted), seed)
    session = machine.begin(cards, seed, desk.state.settings, desk.now(), Purpose.CRAM)
    if session.phase is Phase.DONE:
        context.emit({"total": 0}) if context.json else context.ui.say(context.texts("cram.none"))
    else:
        ask(context, desk, session, command_again("cram", wanted=wanted))
