"""``mediaquiz items review``: going through drafts on the terminal, one key a decision."""

import random
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.filters import filters
from mediaquiz.cli.keys import BACKSPACE, ESCAPE, TAB, Keyboard, is_interactive
from mediaquiz.cli.problems import show_problems
from mediaquiz.errors import MediaquizError
from mediaquiz.model.item import Status

if TYPE_CHECKING:
    from mediaquiz.app.curate import Place
    from mediaquiz.app.reviewing import Review
    from mediaquiz.app.select import Wanted

QUIT_KEYS = ("q", ESCAPE)
_ACTIONS = ("accept", "edit", "reject", "other")
_SHOWN = 9


@click.command()
@click.argument("ids", metavar="[ID…]", nargs=-1)
@filters()
@click.option("--flagged", is_flag=True, help="Items that a learner flagged, whatever their status.")
@pass_context
def command(context: Context, ids: tuple[str, ...], wanted: "Wanted", flagged: bool) -> int:
    """Go through drafts one by one: accept, edit, reject, or take another question for the same words.

    Every decision is saved at once; u takes it back. Without a terminal the drafts are listed.
    """
    from mediaquiz.app.course import load_decks
    from mediaquiz.app.curate import choose
    from mediaquiz.app.remarks import read_remarks
    from mediaquiz.app.reviewing import Review
    from mediaquiz.cli.items.listing import print_items

    course = context.course()
    decks, problems = load_decks(course)
    remarks = read_remarks(course)
    places = choose(decks, ids, wanted, () if flagged else (Status.DRAFT,))
    places = tuple(place for place in places if not flagged or remarks.flags(place[1]))
    if context.json or not is_interactive():
        print_items(context, places, remarks)
        if places and not context.json:
            context.ui.say(context.texts("review.terminal"))
        return show_problems(context, problems)
    code = show_problems(context, problems)
    if not places:
        context.ui.say(context.texts("review.none"))
        return code
    review = Review(course, places, remarks, lambda: datetime.now().astimezone(), random.SystemRandom())
    with Keyboard(by_line=context.ui.dumb, plain=not context.ui.coloured) as keyboard:
        Reviewer(context, review, keyboard).run()
    return 0


class _Quit(Exception):
    """The teacher ends the review."""


class Reviewer:
    """Shows an item, takes a key, does what it says; until no item is left or the teacher ends."""

    def __init__(self, context: Context, review: "Review", keyboard: Keyboard) -> None:
        self._context = context
        self._ui, self._texts = context.ui, context.texts
        self._review = review
        self._keyboard = keyboard
        self._drawn: Place | None = None  # the item that is on the screen

    def run(self) -> None:
        """Goes through all items, then sums up; from there the last decision can be taken back as well."""
        try:
            while True:
                while place := self._review.current():
                    self._show(place)
                    self._act(self._ask_key("how.keys"), _COMMANDS)
                self._drawn = None
                self._sum_up()
                if self._ask_key("review.end") not in ("u", BACKSPACE) or not self._review.undo():
                    return
        except _Quit:
            self._sum_up()
        except EOFError:
            self._ui.line("")
            self._sum_up()
        except BaseException:
            self._ui.line("")
            raise

    def _show(self, place: "Place") -> None:
        """The item, unless it is on the screen as it is."""
        from mediaquiz.app.items import show
        from mediaquiz.cli.items.card import print_content, print_passage, print_remarks

        if place == self._drawn:
            return
        self._drawn = place
        shown = show(self._review.course, *place, self._review.remarks)
        deck, item = place
        where = self._texts("status", position=self._review.position, total=self._review.total)
        if self._ui.plain:
            where = self._texts("review.place", position=self._review.position, total=self._review.total)
        self._ui.say()
        told = [where, item.type.value, item.status.value, deck.title or deck.lesson, str(shown.span)]
        self._ui.say(" · ".join(filter(None, told)), "dim")
        self._ui.say()
        print_content(self._context, item)
        self._ui.say() if item.source and item.source.quote else None
        print_passage(self._context, item, shown.passage)
        print_remarks(self._context, shown)

    def _ask_key(self, question: str) -> str:
        self._ui.say()
        actions = _ACTIONS if question == "how.keys" else ()
        shown = [f"{number} {self._texts(f'review.{name}')}   " for number, name in enumerate(actions, start=1)]
        self._ui.line(*shown, (self._texts(question), "dim"), " ", end="")
        self._ui.flush()
        key = self._keyboard.key()
        if not self._keyboard.by_line:
            self._ui.line("")
        return key

    def _act(self, key: str, commands: "dict[str, Callable[[Reviewer], None]]") -> None:
        """Does what a key says; what fails is told, and the item stays."""
        action = commands.get(key)
        if action is None:
            self._ui.say(self._texts("not_now"), "dim")
            return
        try:
            action(self)
        except MediaquizError as failed:
            self._ui.say(self._texts("not_saved", why=f"{failed} {failed.hint}".strip()), "wrong")

    def _accept(self) -> None:
        self._review.accept()
        self._ui.say(self._texts("review.accepted"), "right")

    def _reject(self) -> None:
        reason = self._keyboard.line(self._ui.shown(self._texts("review.why"))).strip()
        self._review.reject(reason)
        self._ui.say(self._texts("review.rejected"), "wrong")

    def _edit(self) -> None:
        from mediaquiz.cli.items.editing import edit_deck

        before, line = self._review.before_edit()
        with self._keyboard.lent():
            seen, _ = edit_deck(self._context, self._review.course, before, line)
        self._review.after_edit(before, seen)

    def _other(self) -> None:
        """Lists other questions for the same words; one is chosen by its number."""
        from mediaquiz.model.views import answer_text, prompt

        found = self._review.others()[:_SHOWN]
        if not found:
            self._ui.say(self._texts("review.no_other"), "dim")
            return
        self._ui.say()
        for number, item in enumerate(found, start=1):
            self._ui.say(prompt(item.content), first=f"  {number}  ")
            self._ui.say(answer_text(item.content), "dim", first="     = ")
        key = self._ask_key("review.choose")
        if key.isdigit() and 0 < int(key) <= len(found):
            self._review.exchange(found[int(key) - 1])
            self._ui.say(self._texts("review.exchanged"), "right")

    def _skip(self) -> None:
        self._review.skip()
        self._drawn = None

    def _undo(self) -> None:
        if self._review.undo():
            self._drawn = None
        self._ui.say(self._texts("undone" if self._drawn is None else "review.nothing"), "dim")

    def _help(self) -> None:
        names = ("accept", "edit", "reject", "other", "skip", "undo", "quit")
        self._ui.say()
        rows = [(self._texts(f"review.key.{name}"), self._texts(f"review.help.{name}")) for name in names]
        self._ui.columns_of(rows, "key")

    def _quit(self) -> None:
        raise _Quit

    def _sum_up(self) -> None:
        from mediaquiz.app.reviewing import Decision

        counts = [(decision.value, self._review.count(decision)) for decision in Decision]
        told = [self._texts(f"review.count.{name}", n=n) for name, n in counts if n]
        self._ui.say()
        self._ui.say(", ".join(told) + "." if told else self._texts("review.nothing_done"), "bold")


_COMMANDS: dict[str, Callable[[Reviewer], None]] = {
    **dict.fromkeys(("1", "a"), Reviewer._accept),
    **dict.fromkeys(("2", "e"), Reviewer._edit),
    **dict.fromkeys(("3", "r"), Reviewer._reject),
    **dict.fromkeys(("4", "n"), Reviewer._other),
    **dict.fromkeys((TAB, "k"), Reviewer._skip),
    **dict.fromkeys((BACKSPACE, "u"), Reviewer._undo),
    "?": Reviewer._help,
    **dict.fromkeys(QUIT_KEYS, Reviewer._quit),
}
