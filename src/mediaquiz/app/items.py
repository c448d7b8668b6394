"""Use case: looking through the items of a course."""

from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item
from mediaquiz.model.views import accepted, answer, options, prompt


def to_plain(deck: Deck, item: Item) -> dict[str, object]:
    """An item as ``items list --json`` prints it, one line each."""
    return {
        "id": item.id,
        "deck": deck.path,
        "lesson": deck.lesson,
        "type": item.type.value,
        "status": item.status.value,
        "prompt": prompt(item.content),
        "answer": answer(item.content),
        "options": options(item.content),
        "accept": accepted(item.content),
        "concept": item.concept,
        "tags": list(item.tags),
        "recipe": item.source.recipe if item.source else "",
    }
