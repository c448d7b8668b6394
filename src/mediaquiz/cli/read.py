"""``mediaquiz read``: a lesson in the terminal, a page at a time; then its quiz."""

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.keys import BACKSPACE, ENTER, ESCAPE, SPACE, UNKNOWN, Keyboard, is_interactive
from mediaquiz.cli.layout import pad, width
from mediaquiz.cli.ui import MARKS, Runs, Ui
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.lesson import Block, Lesson, Role

if TYPE_CHECKING:
    from mediaquiz.app.quiz import Desk
    from mediaquiz.model.deck import Deck

_LEFT_OUT = frozenset({Role.CHROME, Role.TITLE, Role.OUTLINE})
_VERBATIM = frozenset({Role.CODE, Role.DIAGRAM})
_LEAST_ROWS, _ENDLESS = 8, 1_000_000
_TURNS = dict.fromkeys((ENTER, SPACE, UNKNOWN), 1) | dict.fromkeys(("b", "u", BACKSPACE), -1)
"""How many pages a key turns; arrows and the like, which have no name, turn on."""
_QUIT_KEYS = ("q", ESCAPE)
_BLANK: Runs = (("", ""),)


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on the terminal at once. ``block`` is the first of the lesson's blocks on it.

    ``checkpoint`` when it begins with the takeaways.
    """

    lines: tuple[Runs, ...]
    block: int = 0
    checkpoint: bool = False


@click.command()
@click.argument("lesson", metavar="N|NAME")
@pass_context
def command(context: Context, lesson: str) -> None:
    """Read a lesson here, then be asked its first questions. N is its number in `mediaquiz lessons`.

    Before the takeaways it waits: say them to yourself first. The lesson counts as started, so that its new cards come.
    """
    from mediaquiz.app.aside import begin
    from mediaquiz.app.quiz import open_desk
    from mediaquiz.app.reading import lesson_of

    desk = open_desk(context.course())
    deck, read = lesson_of(desk, lesson)
    if context.json:
        context.emit({"title": read.title, "path": deck.lesson, "text": read.text})
        return
    if not is_interactive():
        for number, page in enumerate(pages_of(read, context.ui, _ENDLESS)):
            _show(context, [*[_BLANK] * bool(number), *page.lines])
        return
    if turn(context, read):
        begin(desk, deck.path)
        _first_quiz(context, desk, deck)


def _rows() -> int:
    """The lines of a page: those of the terminal, without the prompt."""
    try:
        rows = os.get_terminal_size().lines
    except OSError:
        rows = 24
    return max(rows - 3, _LEAST_ROWS)


def _first_quiz(context: Context, desk: "Desk", deck: "Deck") -> None:
    from mediaquiz.app.quiz import Wish
    from mediaquiz.app.select import Wanted
    from mediaquiz.cli.quiz import ask, command_again
    from mediaquiz.session import machine

    wanted = Wanted(lessons=(deck.path,))
    cards = desk.deal(Wish(wanted=wanted))
    if cards:
        session = machine.begin(cards, desk.seed(), desk.state.settings, desk.now())
        ask(context, desk, session, command_again("quiz", wanted=wanted))
    else:
        from mediaquiz.cli.due import show_outlook

        context.ui.say(context.texts("quiz.none"))
        show_outlook(context, desk.outlook(), desk)


def _pages(context: Context, lesson: Lesson) -> list[Page]:
    return list(pages_of(lesson, context.ui, _rows()))


def turn(context: Context, lesson: Lesson) -> bool:
    """Shows page after page; whether the learner came to the end. Pages follow the size of the terminal."""
    ui, pages, at = context.ui, _pages(context, lesson), 0
    with Keyboard(by_line=ui.dumb, plain=not ui.coloured) as keyboard:
        while at < len(pages):
            ui.say()
            _show(context, pages[at].lines)
            ui.say()
            if at + 1 < len(pages) and pages[at + 1].checkpoint:
                ui.say(context.texts("read.recall"), "close")
            turned = _asked(context, keyboard, context.texts("read.turn", position=at + 1, total=len(pages)))
            if turned is None:
                return False
            at = max(at + turned, 0)
            if (now := _pages(context, lesson)) != pages:
                pages, at = now, _holding(now, pages[at].block) if at < len(pages) else len(now)
    return True


def _asked(context: Context, keyboard: Keyboard, prompt: str) -> int | None:
    """How many pages to turn; None to end. What is no key here, such as a word, says so and turns nothing."""
    ui = context.ui
    while True:
        ui.ask(prompt)
        try:
            entry = keyboard.entry(ui.shown("› "))
        except EOFError:
            ui.line("")
            return None
        if not entry.ended:
            ui.line("")
        if entry.key in _QUIT_KEYS:
            return None
        if entry.key in _TURNS and not (entry.key == UNKNOWN and entry.text):
            return _TURNS[entry.key]
        ui.say(context.texts("read.keys"), "dim")


def _holding(pages: Sequence[Page], block: int) -> int:
    """The page on which a block begins."""
    first = max(page.block for page in pages if page.block <= block)
    return next(number for number, page in enumerate(pages) if page.block == first)


def _show(context: Context, lines: Sequence[Runs]) -> None:
    for line in lines:
        context.ui.line(*line)


def pages_of(lesson: Lesson, ui: Ui, rows: int) -> Iterator[Page]:
    """The lesson in pages of at most so many lines. Its takeaways begin a page of their own: a checkpoint."""
    page = ui.laid_out(lesson.title, "bold")
    first, checkpoint, path = 0, False, tuple[str, ...]()
    for number, block in enumerate(lesson.blocks):
        if block.role in _LEFT_OUT:
            continue
        lines = [*_heading(block, path, lesson.title, ui), *_lines(block, ui)]
        path = block.path
        begins = block.role is Role.TAKEAWAYS and not checkpoint
        if page and (begins or len(page) + 1 + len(lines) > rows):
            yield Page(tuple(page), first, checkpoint)
            page, checkpoint = [], False
        first, checkpoint = first if page else number, checkpoint or begins
        while len(lines) > rows:
            yield Page(tuple(lines[:rows]), first, checkpoint)
            lines, checkpoint = lines[rows:], False
        page += [_BLANK, *lines] if page else lines
    if page:
        yield Page(tuple(page), first, checkpoint)


def _heading(block: Block, before: tuple[str, ...], title: str, ui: Ui) -> list[Runs]:
    """The heading above a block, where it is another one than before."""
    if not block.path or block.path == before or block.path[-1] == title:
        return []
    return ui.laid_out(block.path[-1], "bold")


def _lines(block: Block, ui: Ui) -> Iterator[Runs]:
    if block.role in _VERBATIM:
        yield from (((line, ""),) for line in block.text.split("\n"))
        return
    if block.entries:
        yield from ui.laid_out(_stressed(block.lead, block.emphasis), "") if block.lead else ()
        yield from _entries(block, ui)
    else:
        yield from ui.laid_out(_stressed(block.text, block.emphasis))


def _stressed(text: str, terms: Sequence[str]) -> str:
    """The text with the author's emphasis on the terms, each where it stands first, in their order."""
    end = 0
    for term in terms:
        at = text.find(term, end)
        if at >= 0 and MARKS.isdisjoint(term) and "`" not in text[:at]:
            text = f"{text[:at]}**{term}**{text[at + len(term) :]}"
            end = at + len(term) + 4
    return text


def _entries(block: Block, ui: Ui) -> Iterator[Runs]:
    labels = [entry.label.replace("`", "") for entry in block.entries]
    widest = max(map(width, labels)) if block.columns else 0
    if any(block.columns):
        yield (("  " + " | ".join(filter(None, block.columns)), "dim"),)
    for number, (entry, label) in enumerate(zip(block.entries, labels, strict=True), start=1):
        mark = f"  {number}. " if block.ordered else "  • "
        if block.columns:
            mark, text = f"  {pad(label, widest)}  ", " | ".join(entry.cells)
        else:
            text = entry.text
        indent = " " * min(width(mark), ui.columns // 2)
        yield from ui.laid_out(_stressed(text, block.emphasis), first=mark, rest=indent)
