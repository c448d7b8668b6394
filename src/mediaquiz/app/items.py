"""Use case: looking through the items of a course."""

from collections.abc import Iterable, Iterator

from mediaquiz.app import lessonfile
from mediaquiz.app.course import Course
from mediaquiz.app.measured import Measured
from mediaquiz.app.passage import line_of
from mediaquiz.app.remarks import Remarks
from mediaquiz.app.shelf import open_deck
from mediaquiz.decks.rebuild import tracked
from mediaquiz.measure.results.figures import Figures, figures_to_plain
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Item
from mediaquiz.model.problem import Span
from mediaquiz.model.views import accepted, answer, answer_text, options, prompt
from mediaquiz.schedule.card import Remark
from mediaquiz.text import content_hash, squash


@dataclass(frozen=True, slots=True)
class Shown:
    """All that there is to know of an item.

    ``span`` is its place in the deck, ``passage`` that of its words in the lesson (empty when they are not there any
    more). ``edited`` names the fields that a human changed since they were generated.
    """

    deck: Deck
    item: Item
    span: Span
    passage: str = ""
    edited: tuple[str, ...] = ()
    flags: tuple[Remark, ...] = ()
    aliases: tuple[Remark, ...] = ()
    reviews: int = 0
    lapses: int = 0
    measured: Figures | None = None


def show(course: Course, deck: Deck, item: Item, remarks: Remarks, found: Measured | None = None) -> Shown:
    """Everything about one item."""
    loaded = open_deck(course, deck.path)
    reviews, lapses = remarks.reviews(item)
    return Shown(
        deck,
        item,
        span=(loaded.span_of(item.id) if loaded else None) or Span(deck.path),
        passage=passage(course, deck, item),
        edited=edited(item),
        flags=remarks.flags(item),
        aliases=remarks.aliases(item),
        reviews=reviews,
        lapses=lapses,
        measured=found.of(item) if found else None,
    )


def passage(course: Course, deck: Deck, item: Item) -> str:
    """The file and line of the lesson's words behind an item; empty when there are none."""
    if not deck.lesson or item.source is None:
        return ""
    text, _ = lessonfile.read(course.root / deck.lesson)
    line = line_of(item.source.quote, text)
    return f"{deck.lesson}:{line}" if line else ""


def edited(item: Item) -> tuple[str, ...]:
    """The fields that a human changed since they were generated; none for an item that a human wrote."""
    if not item.built:
        return ()
    now = {name: content_hash(value) for name, value in tracked(item).items()}
    names = dict.fromkeys((*now, *(name for name in item.built if name not in ("status", "was"))))
    return tuple(name for name in names if now.get(name) != item.built.get(name))


def search(decks: Iterable[Deck], words: Iterable[str]) -> Iterator[tuple[Deck, Item]]:
    """The items in which every one of the words stands somewhere, in course order."""
    wanted = [squash(word) for word in words]
    for deck in decks:
        for item in deck.items:
            text = squash(" ".join(_texts(deck, item)))
            if all(word in text for word in wanted):
                yield deck, item


def _texts(deck: Deck, item: Item) -> Iterator[str]:
    yield from (item.id, deck.title, item.context, item.concept, item.explain, item.notes, *item.tags)
    yield from (prompt(item.content), answer_text(item.content), *options(item.content), *accepted(item.content))
    if item.source:
        yield item.source.quote


def to_plain(
    deck: Deck, item: Item, remarks: Remarks | None = None, measured: Figures | None = None
) -> dict[str, object]:
    """An item as ``items list --json`` prints it, one line each; with ``remarks``, also what learners said of it.

    ``measured`` are its figures in tests.
    """
    said = {"flags": _said(remarks.flags(item)), "aliases": _said(remarks.aliases(item))} if remarks else {}
    return {
        "id": item.id,
        "deck": deck.path,
        "lesson": deck.lesson,
        "type": item.type.value,
        "status": item.status.value,
        "context": item.context,
        "prompt": prompt(item.content),
        "answer": answer(item.content),
        "options": options(item.content),
        "accept": accepted(item.content),
        "concept": item.concept,
        "tags": list(item.tags),
        "recipe": item.source.recipe if item.source else "",
        **said,
        **({"measured": figures_to_plain(measured)} if measured else {}),
    }


def shown_to_plain(shown: Shown) -> dict[str, object]:
    """An item as ``items show --json`` prints it."""
    item = shown.item
    return {
        **to_plain(shown.deck, item, measured=shown.measured),
        "explain": item.explain,
        "notes": item.notes,
        "quote": item.source.quote if item.source else "",
        "file": shown.span.file,
        "line": shown.span.start,
        "passage": shown.passage,
        "edited": list(shown.edited),
        "flags": _said(shown.flags),
        "aliases": _said(shown.aliases),
        "reviews": shown.reviews,
        "lapses": shown.lapses,
    }


def _said(remarks: Iterable[Remark]) -> list[dict[str, str]]:
    return [{"record": one.id, "at": one.at.isoformat(), "text": one.text} for one in remarks]
