"""Which item of the course a question in a results file is. Pure."""

from collections.abc import Iterable, Mapping

from mediaquiz.app.marking import bare
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item
from mediaquiz.model.results import Response
from mediaquiz.model.views import options, prompt, wording

_SHORTEST = 8
"""Letters of the shortest question that is known by its beginning alone."""


class KnownItems:
    """The items of a course, to be found by their id or by what platforms show of their question."""

    def __init__(self, decks: Iterable[Deck]) -> None:
        items = [item for deck in decks for item in deck.items if item.id]
        self.items: Mapping[str, Item] = {item.id: item for item in items}
        self._wordings: dict[str, str] = {}
        self._by_text: dict[str, Item | None] = {}
        for item in sorted(items, key=lambda one: one.live):
            text = bare(prompt(item.content))
            other = self._by_text.get(text)
            self._by_text[text] = None if other and other.live and item.live else item
        self._lengths = sorted({len(text) for text in self._by_text}, reverse=True)
        self._known: dict[str, Item | None] = {}

    def find(self, response: Response) -> Item | None:
        """The item; None for a question of another course, or one that two items ask."""
        if response.item:
            return self.items.get(response.item)
        if response.text not in self._known:
            self._known[response.text] = self._by(bare(response.text))
        return self._known[response.text]

    def wording(self, item: Item) -> str:
        """The hash of what learners see of it now."""
        if item.id not in self._wordings:
            self._wordings[item.id] = wording(item)
        return self._wordings[item.id]

    def _by(self, text: str) -> Item | None:
        """By the question, behind which Moodle also writes the options."""
        if text in self._by_text:
            return self._by_text[text]
        for length in self._lengths:
            if _SHORTEST <= length < len(text) and (item := self._by_text.get(text[:length])):
                rest = text[length:]
                return item if all(bare(option) in rest for option in options(item.content)) else None
        return None
