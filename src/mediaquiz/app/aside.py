"""Use case: what a learner does to cards without answering them: suspend, resume, reset; and begin a lesson."""

from collections.abc import Callable, Mapping, Sequence

from mediaquiz.app.curate import choose
from mediaquiz.app.quiz import Desk
from mediaquiz.app.select import Wanted
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item
from mediaquiz.model.review import Kind
from mediaquiz.schedule.card import CardState

_APPLIES: Mapping[Kind, Callable[[CardState], bool]] = {
    Kind.SUSPEND: lambda card: not card.suspended,
    Kind.RESUME: lambda card: card.suspended or card.buried_until is not None,
    Kind.RESET: lambda card: bool(card.history),
}
"""Which cards each of the kinds changes; for the others no record is needed."""


def put(desk: Desk, kind: Kind, names: Sequence[str], wanted: Wanted, *, write: bool = True) -> tuple[Item, ...]:
    """Suspend, resume or reset the items that are named by id and fit the filters; the items that this changes.

    A reset card is new again; its answers stay in the log. All are recorded or none. Raises NotFound for an unknown
    name, StorageError or Busy when nothing can be saved.
    """
    applies = _APPLIES[kind]
    chosen = {item.id: item for _, item in choose(desk.decks, names, wanted) if item.id}
    items = tuple(item for item in chosen.values() if applies(desk.state.card(item.id)))
    if write:
        desk.record((kind, item.id, {}) for item in items)
    return items


def begin(desk: Desk, name: str) -> Deck:
    """Mark a lesson as started, so that its new cards come: a title, a path, or a part of them; its deck.

    Raises NotFound when it is none or several, StorageError or Busy when nothing can be saved.
    """
    deck = desk.lesson(name)
    if deck.lesson and deck.lesson not in desk.state.started:
        desk.record([(Kind.READ, "", {"lesson": deck.lesson})])
    return deck
