"""Notes that were not made here as items: what the front of a card asks and its back answers, one item a card.

A cloze note gives an item for each number of its deletions; where one number stands at several places, all of them
are asked at once. A card that shows nothing on a side is told, never dropped in silence.
"""

import re
from collections.abc import Callable, Iterator

from mediaquiz.formats.anki.collection import Card, Note
from mediaquiz.formats.anki.plain import Media, plain
from mediaquiz.formats.anki.render import asked_by_typing, cloze_field, side
from mediaquiz.model.arrival import Incoming
from mediaquiz.model.item import Cloze, Content, Item, Recall, Short
from mediaquiz.model.problem import Problem, Span, warning
from mediaquiz.model.views import BLANK
from mediaquiz.text import clean, one_line

_DELETION = re.compile(
    r"\{\{c(?P<number>\d{1,4})::(?P<text>(?:(?!\{\{c\d).)*?)(?:::(?P<hint>(?:(?!\{\{c\d).)*?))?\}\}", re.DOTALL
)
_ANKIS_OWN_TAGS = frozenset({"leech", "marked"})
_SIGNS = re.compile(r"^(\*\*|\*|`)(.+)\1$", re.DOTALL)

Made = tuple[Content, str]
"""What an item asks, and its explanation."""


def key(note: Note, card: Card) -> str:
    """What a card is called in every export of its collection."""
    return f"{note.guid}/{card.ord}"


def incoming(note: Note, span: Span, media: Media) -> Iterator[Incoming | Problem]:
    """The items of a note, and the cards that cannot be one."""
    make = _cloze if note.kind.cloze else _basic
    for card in note.cards:
        made = make(note, card, media)
        if isinstance(made, str):
            message = f"a card of the note {_shown(note)!r} was left out: {made}"
            yield warning("MQ702", message, span, "Look at the note in Anki, or add the item by hand.")
        else:
            content, explain = made
            item = Item(id="", content=content, explain=explain, tags=_tags(note, card))
            yield Incoming(item, span, key(note, card))


def _basic(note: Note, card: Card, media: Media) -> Made | str:
    texts = note.named()
    if not 0 <= card.ord < len(note.kind.templates):
        return "its template is missing"
    template = note.kind.templates[card.ord]
    stem = plain(side(template.front, texts, front=True), media)
    back = plain(side(template.back, texts, front=False), media)
    rest = _after(stem, back)
    if not stem:
        return "its front shows nothing"
    if typed := texts.get(asked_by_typing(template.front), ""):
        answer = one_line(plain(typed, media))
        return (Short(stem, answer), "" if one_line(rest) == answer else rest) if answer else "its answer is empty"
    return (Recall(stem, rest), "") if rest else "its back shows nothing new"


def _after(stem: str, back: str) -> str:
    """What the back shows beside the front."""
    return back.removeprefix(stem).strip() if stem else back


def _cloze(note: Note, card: Card, media: Media) -> Made | str:
    texts = note.named()
    template = note.kind.templates[0] if note.kind.templates else None
    name = cloze_field(template.front) if template else ""
    if template is None or name not in texts:
        return "its template shows no cloze"
    number = str(card.ord + 1)
    text = plain(texts[name], media)
    deletions = [found for found in _DELETION.finditer(text) if found["number"] == number]
    explain = plain(side(template.back, {**texts, name: ""}, front=False), media)
    if not deletions:
        return f"its deletion c{number} is not there, or stands inside of another"
    if len(deletions) > 1:
        answers = "; ".join(dict.fromkeys(_answer(found) for found in deletions))
        return Recall(_filled(text, number, lambda _: BLANK), answers), explain
    answer, hint = _answer(deletions[0]), one_line(deletions[0]["hint"] or "")
    if not answer or "}" in answer or "{" in answer:
        return Recall(_filled(text, number, lambda _: BLANK), answer), explain
    return Cloze(_filled(text, number, lambda _: f"{{{{{answer}}}}}"), hint=hint), explain


def _filled(text: str, number: str, show: Callable[[re.Match[str]], str]) -> str:
    """The text with the deletions of other numbers filled in."""
    return _DELETION.sub(lambda found: show(found) if found["number"] == number else found["text"], text)


def _answer(found: re.Match[str]) -> str:
    return _SIGNS.sub(r"\2", one_line(found["text"]))


def _tags(note: Note, card: Card) -> tuple[str, ...]:
    """The note's tags, and the deck as a tag of its own: ``deck::French::Verbs``."""
    own = [clean(tag) for tag in note.tags if tag.casefold() not in _ANKIS_OWN_TAGS]
    deck = "::".join(part.replace(" ", "-") for part in clean(card.deck).split("::") if part)
    return tuple(dict.fromkeys([*own, *([f"deck::{deck}"] if deck and deck != "Default" else [])]))


def _shown(note: Note) -> str:
    text = one_line(plain(note.fields[0])) if note.fields else ""
    return text[:60] or note.guid
