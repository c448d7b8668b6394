"""A sitting at the terminal: keys in, actions of the session, records saved before the next question shows."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from mediaquiz.cli.keys import BACKSPACE, ENTER, ESCAPE, SPACE, TAB, Entry, Keyboard, named
from mediaquiz.cli.screen import TYPED, Screen
from mediaquiz.errors import MediaquizError
from mediaquiz.model.item import Item
from mediaquiz.model.review import Rating
from mediaquiz.session import machine, views
from mediaquiz.session.values import Attempt, Card, Effect, Now, Phase, Session, Step
from mediaquiz.session.views import Input, QuestionView

QUIT_KEYS = ("q", ESCAPE)
UNDO_KEYS = ("u", BACKSPACE)
REPEAT_KEYS = ("r", TAB)
DIGITS = "123456789"
RATINGS = tuple("1234")
YES_NO = "12tfox"
"""The keys that answer yes or no; `f` is false here, so that a flag takes `#`."""
LONE = ("?", "!", "=")
"""Signs that are an action also where an answer is typed."""
NUMBERED = frozenset({Input.ONE, Input.SEVERAL, Input.ORDER, Input.PAIRS})
"""The inputs where a lone letter cannot be an answer, so that it is an action without a slash."""


class Desk(Protocol):
    """What a sitting needs of the course: the time, a place for records, and the lesson's own words."""

    def now(self) -> Now: ...

    def save(self, effect: Effect) -> None:
        """Appends the record of an effect and makes it durable. Raises MediaquizError when that fails."""

    def where(self, card: Card) -> str:
        """The file and line of the words behind a card, as far as they are found."""


Editor = Callable[[Card], Item | None]
"""Lets the learner edit a card's item, and gives it as it is now; None when it is asked no more."""


class _Quit(Exception):
    """The learner ends the sitting."""


class _Drawn(NamedTuple):
    """What is on the screen of the present card."""

    shown: int
    hints: int
    attempt: Attempt | None


class Player:
    """Plays one sitting to its end, or to the learner's."""

    def __init__(self, session: Session, desk: Desk, screen: Screen, keyboard: Keyboard, editor: Editor) -> None:
        self.session = session
        self._desk = desk
        self._screen = screen
        self._keyboard = keyboard
        self._editor = editor
        self._edited: dict[str, Item] = {}
        self._drawn: _Drawn | None = None
        self._told: set[Input] = set()
        self.quit = False
        """Whether the learner, or the end of the input, ended the sitting."""

    def play(self) -> Session:
        """Asks until nothing is left, the learner quits, or the input ends."""
        try:
            while self.session.phase is not Phase.DONE:
                self._draw()
                self._ask() if self.session.phase is Phase.ASKING else self._rate()
        except (_Quit, EOFError):
            self.quit = True
            self.session = machine.finish(self.session)
        except BaseException:
            self._screen.ui.line("")
            raise
        return self.session

    def goes_on(self) -> bool:
        """After the summary: whether the learner took something back, or repeats what was missed."""
        from mediaquiz.session.summary import missed_cards

        ui, missed = self._screen.ui, missed_cards(self.session)
        key = "done.prompt.missed" if missed else "done.prompt"
        ui.ask(self._screen.texts(key, n=len(missed)))
        try:
            key = self._read().key
        except EOFError:
            ui.line("")
            key = ENTER
        before = self.session
        if key in UNDO_KEYS:
            self.undo()
        elif key in REPEAT_KEYS and missed:
            self._drawn = None
            self.session = machine.repeat(self.session, missed, self._desk.now())
        return self.session is not before

    def undo(self) -> None:
        """Takes the last action back, also after the end; what it leads to is shown anew."""
        self._drawn = None
        self._take(machine.undo(self.session))
        for item in self._edited.values():
            self.session = machine.reword(self.session, item)

    def _draw(self) -> None:
        """Shows what is not yet on the screen: the question stays above its answer."""
        before, self._drawn = self._drawn, _Drawn(self.session.shown, self.session.hints, self.session.attempt)
        if before == self._drawn:
            return
        question = views.question(self.session)
        if before is None or before.shown != self._drawn.shown:
            self._screen.question(question)
        elif before.hints != self._drawn.hints:
            self._screen.hint(question)
        if self.session.attempt is not None:
            self._screen.answer(views.answer(self.session, self._desk.now()))

    # asking

    def _ask(self) -> None:
        view = views.question(self.session)
        typed = view.input in TYPED or len(view.options) > len(DIGITS)
        key, text = self._line(view) if typed else self._key(view)
        if text:
            self._take(machine.submit(self.session, text, self._desk.now()))
        elif key in (ENTER, SPACE):
            self._take(machine.reveal(self.session, self._desk.now()))
        else:
            self._command(key)

    def _key(self, view: QuestionView) -> tuple[str, str]:
        """A single key: an action, or an answer by number; or a typed line, the learner's own words for the answer."""
        ui = self._screen.ui
        ui.say()
        ui.ask(self._how(view, by_line=self._keyboard.by_line))
        answers = tuple({Input.ONE: DIGITS, Input.YES_NO: YES_NO}.get(view.input, ""))
        entry = self._read(DIGITS if answers else "", lambda key: key if key in answers else "")
        if entry.key in answers:
            return "", entry.key
        return entry.key, "" if entry.key in _COMMANDS else entry.text

    def _how(self, view: QuestionView, *, by_line: bool = False) -> str:
        """How to answer; at the first question of a sitting also how to see all keys."""
        first = not self._told
        self._told.add(view.input)
        how = self._screen.how(view, by_line=by_line)
        return f"{how} ({self._screen.texts('how.keys')})" if first else how

    def _line(self, view: QuestionView) -> tuple[str, str]:
        """A typed line: an answer, an action after a slash, or nothing for the answer to be shown."""
        self._screen.ui.say()
        if view.input not in self._told or view.input not in (Input.TEXT, Input.WRITE):
            self._screen.ui.say(self._how(view), "dim")
        self._prepare()
        line = self._keyboard.line(self._screen.ui.shown("› ")).strip()
        action = _action(line, view.input) if line else ENTER
        return (action, "") if action else ("", line)

    # rating

    def _rate(self) -> None:
        view = views.answer(self.session, self._desk.now())

        def rating_of(key: str) -> Rating | None:
            return view.suggested if key in (ENTER, SPACE) else Rating(int(key)) if key in RATINGS else None

        def shown(key: str) -> str:
            rating = rating_of(key)
            return self._screen.rating(rating) if rating in view.ratings else ""

        self._screen.ratings(view)
        entry = self._read(shown=shown)
        if entry.ended and shown(entry.key):
            self._screen.ui.say(shown(entry.key))
        rating = rating_of(entry.key)
        if rating is not None:
            self._take(machine.rate(self.session, rating, self._desk.now()))
        elif entry.key not in (ENTER, SPACE):
            self._command(entry.key, entry.text)

    # both

    def _command(self, key: str, typed: str = "") -> None:
        action = _COMMANDS.get(key)
        if action is None:
            self._screen.notice("no_words" if len(typed) > 1 else "not_now")
        else:
            action(self)

    def _take(self, step: Step) -> None:
        """Saves what the step records, then goes where it leads: never the other way round."""
        if step.effect is not None:
            self._save(step.effect)
        self.session = step.session
        if step.notice is not None:
            self._screen.notice(step.notice.value)

    def _save(self, effect: Effect) -> None:
        """Saves, again and again until it succeeds; the learner may give up, and then the failure is raised."""
        ui, texts = self._screen.ui, self._screen.texts
        while True:
            try:
                return self._desk.save(effect)
            except MediaquizError as failed:
                ui.say(texts("not_saved", why=f"{failed} {failed.hint}".strip()), "wrong")
                ui.ask(texts("not_saved.ask"))
                if self._read().key in QUIT_KEYS:
                    raise

    def _read(self, at_once: str = DIGITS, shown: Callable[[str], str] = lambda key: "") -> Entry:
        """What the learner enters; the line on the screen ends with what is ``shown`` for a key that acts at once."""
        self._prepare()
        entry = self._keyboard.entry(self._screen.ui.shown("› "), at_once)
        if not entry.ended:
            self._screen.ui.line(shown(entry.key))
        return entry

    def _prepare(self) -> None:
        """Works out what the answer will need, while the learner thinks."""
        self._screen.ui.flush()
        self.session = machine.prepare(self.session, self._desk.now())

    def _skip(self) -> None:
        self._take(machine.skip(self.session, self._desk.now()))

    def _hint(self) -> None:
        self._take(machine.hint(self.session))

    def _accept(self) -> None:
        self._take(machine.accept(self.session))

    def _suspend(self) -> None:
        self._take(machine.suspend(self.session, self._desk.now()))

    def _bury(self) -> None:
        self._take(machine.bury(self.session, self._desk.now()))

    def _flag(self) -> None:
        reason = self._keyboard.line(self._screen.ui.shown(self._screen.texts("flag.why")))
        if reason.strip():
            self._take(machine.flag(self.session, reason))

    def _note(self) -> None:
        text = self._keyboard.line(self._screen.ui.shown(self._screen.texts("note.what")))
        if text.strip():
            self._take(machine.note(self.session, text))

    def _edit(self) -> None:
        """The item in the learner's editor; what was answered before and what is undone later keep the new wording."""
        card = self.session.current
        if card is None:
            self._screen.notice("not_now")
            return
        with self._keyboard.lent():
            item = self._editor(card)
        if item is None:
            self._screen.notice("withdrawn")
            self.session = machine.withdraw(self.session, card.item.id, self._desk.now())
        elif item != card.item:
            self._edited[item.id] = item
            self.session = machine.reword(self.session, item)

    def _source(self) -> None:
        card = self.session.current
        if card is None or self.session.phase is not Phase.ANSWERED:
            self._screen.notice("not_now")
        elif card.item.source and card.item.source.quote:
            self._screen.quote(card.item.source.quote, self._desk.where(card))
        else:
            self._screen.notice("no_source")

    def _help(self) -> None:
        self._screen.help()

    def _quit(self) -> None:
        raise _Quit


_COMMANDS: dict[str, Callable[[Player], None]] = {
    **dict.fromkeys(UNDO_KEYS, Player.undo),
    "k": Player._skip,
    TAB: Player._skip,
    **dict.fromkeys(("h", "+"), Player._hint),
    **dict.fromkeys(("s", "."), Player._source),
    "=": Player._accept,
    "!": Player._suspend,
    "-": Player._bury,
    **dict.fromkeys(("f", "#"), Player._flag),
    **dict.fromkeys(("n", ","), Player._note),
    **dict.fromkeys(("e", "@"), Player._edit),
    "?": Player._help,
    **dict.fromkeys(QUIT_KEYS, Player._quit),
}


def _action(line: str, kind: Input) -> str:
    """The action that a typed line asks for; empty when it is an answer."""
    sign = line[1:] if line.startswith("/") else line if line in LONE or kind in NUMBERED else ""
    key = named(sign) if len(sign) == 1 else ""
    return key if key in _COMMANDS else ""
