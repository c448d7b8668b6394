"""The card on the screen in the learner's editor, at its line of its deck."""

from typing import TYPE_CHECKING

from mediaquiz.cli.context import Context
from mediaquiz.session.values import Card

if TYPE_CHECKING:
    from mediaquiz.app.course import Course
    from mediaquiz.model.item import Item


def revise(context: Context, course: "Course", card: Card) -> "Item | None":
    """Lets the learner edit the card's item; the item as its deck has it now, None when it is asked no more.

    What goes wrong is told. A deck that cannot be read afterwards leaves the card as it was.
    """
    from mediaquiz.app.course import load_decks
    from mediaquiz.app.editing import opened
    from mediaquiz.app.shelf import named
    from mediaquiz.cli.items.editing import edit_deck
    from mediaquiz.errors import MediaquizError

    try:
        deck, item = named(load_decks(course)[0], card.item.id)
        before = opened(course, deck.path)
        span = before.span_of(item.id)
        edit_deck(context, course, before, span.start if span else 1)
        after = opened(course, deck.path)
    except MediaquizError as failed:
        context.failed(failed)
        return card.item
    found = next((one for one in after.deck.items if one.id == card.item.id), None)
    if found is None:
        return None if after.writable else card.item
    return found if found.live else None
