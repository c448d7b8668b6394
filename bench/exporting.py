"""An Anki package of mediaquiz against a plain genanki script that makes notes of the same items."""

import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

import genanki

from bench.runner import Work
from mediaquiz.formats.anki.export import write
from mediaquiz.formats.anki.notetypes import BASIC, CHOICE, CLOZE, NOTE_TYPES, TEMPLATE, TYPE_IN, style
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Choice, Cloze, Item, Provenance, Recall, Short
from mediaquiz.model.stages import Shipment
from mediaquiz.model.views import answer_text, options, prompt

_KINDS = {Recall: BASIC, Short: TYPE_IN, Cloze: CLOZE, Choice: CHOICE}


def exporting() -> tuple[Work, Work]:
    """5,000 notes in 25 decks."""
    shipment = _shipment(notes=5000, decks=25)
    return lambda: write(shipment), _plain(shipment.decks)


def exporting_more() -> tuple[Work, Work]:
    """50,000 notes, and 5,000."""
    return _writing(notes=50_000, decks=25), _writing(notes=5000, decks=25)


def exporting_many_decks() -> tuple[Work, Work]:
    """5,000 notes in 1,000 decks, and in 10."""
    return _writing(notes=5000, decks=1000), _writing(notes=5000, decks=10)


def _writing(*, notes: int, decks: int) -> Work:
    shipment = _shipment(notes=notes, decks=decks)
    return lambda: write(shipment)


def _shipment(*, notes: int, decks: int) -> Shipment:
    """Notes of four kinds, in Anki decks that are as many as the lessons."""
    each = notes // decks
    made = tuple(_deck(number, range(number * each, (number + 1) * each)) for number in range(decks))
    return Shipment("bread", "Bread", made, datetime(2026, 1, 1, tzinfo=UTC), options={"decks": "lesson"})


def _deck(number: int, places: Sequence[int]) -> Deck:
    return Deck(
        f"decks/{number}.yaml", f"lessons/{number}.md", f"Bread {number}", "Baking", number,
        items=tuple(_item(place) for place in places),
    )  # fmt: skip


def _item(n: int) -> Item:
    contents = (
        Recall(f"Why does dough {n} rise?", f"Yeast {n} turns **sugar** into gas."),
        Short(f"What makes dough {n} rise?", f"yeast {n}", accept=(f"the yeast {n}",)),
        Cloze(f"Salt {n} draws {{{{water}}}} out of the yeast & slows it down.", hint="a liquid"),
        Choice(f"What keeps gas {n} in?", f"gluten {n}", (f"crust {n}", f"salt {n}", "the `oven`")),
    )
    quote = f"Folding {n} keeps the gas inside the loaf because it stretches the gluten."
    return Item(
        id=f"i{n:011}", content=contents[n % len(contents)], explain=f"Gas {n} has to stay inside.",
        source=Provenance("0" * 12, "bench", quote),
    )  # fmt: skip


def _plain(decks: Sequence[Deck]) -> Work:
    """What a script with genanki does: texts escaped, notes of the same fields, a package in a file."""
    target = Path(tempfile.mkdtemp(prefix="mediaquiz-bench-")) / "plain.apkg"

    def work() -> None:
        models = {kind: _model(kind) for kind in NOTE_TYPES}
        made = [_plain_deck(deck, models) for deck in decks]
        genanki.Package(made).write_to_file(target)

    return work


def _model(kind: Any) -> Any:
    templates = [{"name": TEMPLATE, "qfmt": kind.front, "afmt": kind.back}]
    fields = [{"name": name} for name, _ in kind.fields]
    form = genanki.Model.CLOZE if kind.cloze else genanki.Model.FRONT_BACK
    return genanki.Model(kind.id, kind.name, fields=fields, templates=templates, css=style(), model_type=form)


def _plain_deck(deck: Deck, models: dict[Any, Any]) -> Any:
    made = genanki.Deck(1 << 40 | (deck.number or 0), f"Bread::{deck.title}")
    for item in deck.items:
        kind = _KINDS[type(item.content)]
        texts = _texts(item) | {"Lesson": escape(f"{deck.track} · {deck.title}")}
        fields = [texts.get(name, "") for name, _ in kind.fields]
        made.add_note(genanki.Note(models[kind], fields, guid=f"mq-{item.id}", tags=["bread", item.type.value]))
    return made


def _texts(item: Item) -> dict[str, str]:
    question, answer = escape(prompt(item.content)), escape(answer_text(item.content))
    rows = "".join(f"<li>{escape(text)}</li>" for text in options(item.content))
    text = question.replace("____", f"{{{{c1::{answer}}}}}")
    return {
        "Front": question, "Text": text, "Back": answer, "Answer": answer, "Options": f"<ol>{rows}</ol>",
        "Why": escape(item.explain), "Source": escape(item.source.quote if item.source else ""),
        "ID": item.id, "Lang": "en",
    }  # fmt: skip
