"""What a teacher should look at in decks: items written by hand, against the gates, and those that learners flagged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from mediaquiz.app.advice import advise
from mediaquiz.app.course import Course
from mediaquiz.app.items import edited
from mediaquiz.app.remarks import Remarks
from mediaquiz.app.shelf import open_deck
from mediaquiz.decks.load import Loaded
from mediaquiz.errors import NotFound
from mediaquiz.gates import MOST
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import FIELDS, Item, Status
from mediaquiz.model.problem import Problem, Span, warning
from mediaquiz.model.views import answer_text
from mediaquiz.text import one_line, squash

_SETTLED = frozenset({Status.APPROVED, Status.RETIRED, Status.ORPHANED})
"""A teacher has said a word on the item, or nobody is asked it."""


def lint(course: Course, decks: Iterable[Deck], remarks: Remarks) -> Iterator[Problem]:
    """Advice on items whose words are a human's and that no teacher approved yet; and flags, each at its item."""
    for deck in decks:
        try:
            loaded = open_deck(course, deck.path)
        except NotFound:
            continue  # told by whoever loads the decks
        if loaded:
            yield from _advice(loaded)
            yield from _flags(loaded, remarks)


def _advice(loaded: Loaded) -> Iterator[Problem]:
    places = list(zip(loaded.deck.items, loaded.spans, strict=True))
    asked = [item for item, _ in places if item.status is not Status.RETIRED]
    by_answer: dict[str, list[Item]] = defaultdict(list)
    for item in asked if len(asked) > MOST else ():
        by_answer[squash(answer_text(item.content))].append(item)
    for item, span in places:
        if _by_hand(item) and item.status not in _SETTLED:
            # To compare each with each of thousands would take minutes: there only those with the same answer are.
            near = by_answer[squash(answer_text(item.content))] if by_answer else asked
            yield from advise([(item, span)], loaded.deck.lang, [other for other in near if other is not item])


def _by_hand(item: Item) -> bool:
    """Whether a human wrote the item, or changed what is asked."""
    names = {spec.name for spec in FIELDS[item.type]}
    return item.source is None or not names.isdisjoint(edited(item))


def _flags(loaded: Loaded, remarks: Remarks) -> Iterator[Problem]:
    for item in loaded.deck.items:
        for flag in remarks.flags(item):
            span = loaded.span_of(item.id) or Span(loaded.deck.path)
            hint = "Look at it: mediaquiz items review --flagged"
            yield warning("MQ317", f"a learner flagged {item.id}: {one_line(flag.text)}", span, hint)
