"""``mediaquiz add``: a question of one's own, in one line."""

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.context import Context, pass_context
from mediaquiz.cli.problems import show_problems
from mediaquiz.model.item import ItemType

if TYPE_CHECKING:
    from mediaquiz.app.course import Course
    from mediaquiz.app.writing import Written


@click.command()
@click.argument("question", metavar='"QUESTION"')
@click.argument("answers", metavar='["ANSWER"…]', nargs=-1)
@click.option("--type", "kind", type=click.Choice([kind.value for kind in ItemType]), help="The type of item.")
@click.option("--wrong", "distractors", multiple=True, metavar="TEXT", help="A wrong option: makes it a choice.")
@click.option("--accept", multiple=True, metavar="TEXT", help="Another right wording of a typed answer.")
@click.option("--explain", default="", metavar="TEXT", help="Shown after the answer.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="A tag.")
@click.option("--concept", default="", metavar="TERM", help="What it is about.")
@click.option("--deck", default="", metavar="NAME", help="The deck decks/own/NAME.yaml; by default own.")
@click.option("--lesson", default="", metavar="NAME", help="Put it into this lesson's deck instead.")
@click.option("--check", is_flag=True, help="Write nothing; say what would be written.")
@pass_context
def command(
    context: Context, question: str, answers: tuple[str, ...], kind: str | None, distractors: tuple[str, ...],
    accept: tuple[str, ...], explain: str, tags: tuple[str, ...], concept: str, deck: str, lesson: str, check: bool,
) -> int:  # fmt: skip
    """Write a question of your own into decks/own/.

    \b
    mediaquiz add "What does a prism do?" "It splits light by wavelength"
    mediaquiz add "Blue light bends {{more}} than red."
    mediaquiz add "Which bends most?" violet --wrong red --wrong green
    mediaquiz add --type order "From long waves to short" red green violet
    """
    from mediaquiz.app.writing import Words, item_of, write_items

    course = context.course()
    told = ItemType(kind) if kind else None
    item = item_of(Words(question, answers, told, distractors, accept, explain, tags, concept))
    path = deck_of(course, deck, lesson)
    written = write_items(course, path, [item], now=datetime.now(UTC), rng=random.SystemRandom(), write=not check)
    return show_written(context, written, check=check)


def deck_of(course: "Course", deck: str, lesson: str) -> str:
    """The deck that the options name: a lesson's, else one of the teacher's own."""
    from mediaquiz.app.course import load_decks
    from mediaquiz.app.writing import lesson_deck, own_deck

    if deck and lesson:
        raise click.UsageError("Choose one of --deck and --lesson.")
    return lesson_deck(load_decks(course)[0], lesson) if lesson else own_deck(deck)


def show_written(context: Context, written: "Written", *, check: bool = False) -> int:
    """Says which items are new and which were there already. Returns the exit code."""
    from mediaquiz.app.items import to_plain
    from mediaquiz.cli.items.listing import print_item
    from mediaquiz.model.deck import Deck

    if context.json:
        for items, new in ((written.items, True), (written.known, False)):
            for item in items:
                context.emit({**to_plain(Deck(written.deck), item), "new": new, "written": new and not check})
        return show_problems(context, written.problems)
    for item in (*written.items, *written.known):
        print_item(context, item)
    if written.items:
        key = "add.checked" if check else "add.done"
        context.ui.say(context.texts(key, n=len(written.items), deck=written.deck))
    if written.known:
        context.ui.say(context.texts("add.known", n=len(written.known)))
    return show_problems(context, written.problems)
