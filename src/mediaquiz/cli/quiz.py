"""``mediaquiz quiz``: ask what is due, then new cards; or one page at once."""

import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.filters import filters, options_of
from mediaquiz.cli.keys import Keyboard, is_interactive
from mediaquiz.cli.screen import Screen
from mediaquiz.errors import NotFound
from mediaquiz.model.item import Item
from mediaquiz.model.problem import Severity
from mediaquiz.session import machine, views
from mediaquiz.session.values import Card, Phase, Session

if TYPE_CHECKING:
    from mediaquiz.app.course import Course
    from mediaquiz.app.quiz import Desk
    from mediaquiz.app.select import Wanted


@click.command()
@click.argument("page", metavar="[FILE|-]", required=False)
@click.option("--max", "limit", type=click.IntRange(min=1), metavar="N", help="Ask at most N cards.")
@click.option("--minutes", type=click.IntRange(min=1), metavar="N", help="Ask no further question after N minutes.")
@filters(status=False)
@click.option("--new/--no-new", "new", default=None, help="New cards of all lessons; or no new cards.")
@click.option("--seed", type=click.IntRange(min=0), metavar="N", help="Shuffle the options in the same way again.")
@click.option("--serve", is_flag=True, help="Be asked by a program: JSON lines in, JSON lines out.")
@pass_context
def command(
    context: Context,
    page: str | None,
    limit: int | None,
    minutes: int | None,
    wanted: "Wanted",
    new: bool | None,
    seed: int | None,
    serve: bool,
) -> None:
    """Ask what is due, then new cards of the lessons that were started.

    --lesson starts a lesson; it may be named by its number in `mediaquiz lessons`, too.

    With FILE, or a page on standard input (-), its questions are asked at once; nothing needs to be set up.
    """
    from mediaquiz.app.quiz import Wish, open_desk

    desk = open_desk(_course(context, page))
    tell_problems(context, desk)
    cards = desk.deal(Wish(limit=limit, wanted=wanted, new=new, at_once=page is not None))
    length = timedelta(minutes=minutes) if minutes else None
    seed = desk.seed() if seed is None else seed
    session = machine.begin(cards, seed, desk.state.settings, desk.now(), length=length)
    if serve:
        _serve(context, desk, session)
        return
    if session.phase is Phase.DONE:
        from mediaquiz.cli.due import plain_outlook, show_outlook

        outlook = desk.outlook()
        if context.json:
            context.emit(plain_outlook(outlook))
            return
        if options_of(wanted):
            context.ui.say(context.texts("quiz.none"))
        show_outlook(context, outlook, desk)
    else:
        words = [*([page] if page else []), *({True: ["--new"], False: ["--no-new"], None: []}[new])]
        ask(context, desk, session, command_again("quiz", *words, wanted=wanted))
        if page is not None and not context.json and is_interactive() and desk.totals():
            offer_to_keep(context, desk)


def offer_to_keep(context: Context, desk: "Desk") -> None:
    """Asks whether the page becomes a course, or a part of one; what goes wrong is told, and asked again."""
    from shlex import join

    from mediaquiz.app.keeping import keep
    from mediaquiz.errors import MediaquizError

    ui, texts = context.ui, context.texts
    with Keyboard(by_line=ui.dumb, plain=not ui.coloured) as keyboard:
        while True:
            ui.say()
            ui.say(texts("keep.ask"))
            ui.flush()
            try:
                name = keyboard.line(ui.shown("› ")).strip()
            except EOFError:
                name = ""
            if not name:
                return
            try:
                course = keep(desk, Path(name))
            except MediaquizError as failed:
                context.failed(failed)
                continue
            ui.say(texts("keep.done", title=course.title, folder=name))
            command = join(["mediaquiz", "--course", str(Path(name).expanduser())])
            ui.advise(texts("init.next", command=command), command)
            return


def _serve(context: Context, desk: "Desk", session: Session) -> None:
    """Answers requests from standard input until it ends."""
    from mediaquiz.cli.protocol import serve

    desk.probe()
    for reply in serve(session, desk, sys.stdin or ()):
        context.emit(reply)
        context.ui.flush()


def tell_problems(context: Context, desk: "Desk") -> None:
    """One line where anything is wrong in the course."""
    wrong = sum(problem.severity is not Severity.INFO for problem in desk.problems)
    if wrong:
        context.ui.warn(context.texts("problems", n=wrong), "close")


def ask(context: Context, desk: "Desk", session: Session, again: Sequence[str]) -> None:
    """Asks on a terminal; elsewhere shows the first question. ``again`` are the words of the command that goes on."""
    if context.json:
        from mediaquiz.cli.protocol import plain_question

        context.emit(plain_question(views.question(session)))
    else:
        screen = Screen(context.ui, context.texts, again)
        play(context, screen, desk, session) if is_interactive() else show_first(screen, session)


def command_again(*words: str, wanted: "Wanted") -> Sequence[str]:
    """The words of the command of a sitting with these filters."""
    return ("mediaquiz", *words, *options_of(wanted))


def _course(context: Context, page: str | None) -> "Course":
    if page is None:
        return context.course()
    from mediaquiz.app.pages import open_page

    return open_page(_text_of(page), page)


def _text_of(page: str) -> str:
    """The page's text; ``-`` is standard input. Raises NotFound when it cannot be read."""
    from mediaquiz.app import lessonfile
    from mediaquiz.store.files import decode_text

    if page == "-":
        text, problems = decode_text(sys.stdin.buffer.read() if sys.stdin else b"", "standard input")
    else:
        text, problems = lessonfile.read(Path(page))
    for problem in problems:
        if problem.severity is Severity.ERROR:
            raise NotFound(f"{problem.span}: {problem.message.rstrip('.')}", hint=problem.hint)
    return text


def play(context: Context, screen: Screen, desk: "Desk", session: Session) -> None:
    """Plays the sitting, then sums it up; the last answer can be taken back from there, too."""
    from mediaquiz.cli.player import Player
    from mediaquiz.session.summary import summarize

    def revised(card: Card) -> Item | None:
        from mediaquiz.cli.revise import revise

        return revise(context, desk.course, card)

    desk.probe()
    with Keyboard(by_line=screen.ui.dumb, plain=not screen.ui.coloured) as keyboard:
        player = Player(session, desk, screen, keyboard, revised)
        while True:
            ended = player.play()
            screen.summary(summarize(ended), desk.now(), desk.next_day())
            if ended.answers and ended.schedules:
                _standing(context, desk)
            if player.quit or not ended.answers or not player.goes_on():
                return


def _standing(context: Context, desk: "Desk") -> None:
    """The week ahead, and the streak."""
    from mediaquiz.app.progress import load_of, streak_of
    from mediaquiz.cli.bars import columns
    from mediaquiz.cli.progress import show_streak

    ui, load = context.ui, load_of(desk)
    days = (load.overdue + load.days[0], *load.days[1:])
    if ui.plain:
        ui.say(context.texts("done.week.plain", counts=", ".join(map(str, days))))
    else:
        ui.say(context.texts("done.week", bars=columns(days).replace(" ", "·"), counts=" ".join(map(str, days))))
    if (streak := streak_of(desk)).length > 1:
        show_streak(context, streak)


def show_first(screen: Screen, session: Session) -> None:
    """The first question where nobody can answer: in a pipe."""
    view = views.question(session)
    screen.question(view)
    screen.ui.say()
    screen.ui.say(screen.how(view, by_line=True))
    screen.ui.advise(screen.texts("how.quit", command=screen.command), screen.command)
