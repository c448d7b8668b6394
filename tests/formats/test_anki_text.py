"""The text file for Anki, in real Anki: every note arrives, an edit updates one, hostile text stays text."""

import html
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from anki_samples import FLOW, deck, extra_items, item, sample_items, shipment

from mediaquiz.formats import writer
from mediaquiz.model.item import Cloze, Recall
from mediaquiz.text import one_line

anki = pytest.importorskip("anki.collection", reason="needs the anki package")
write = writer("anki-text")


def take(collection: Any, data: bytes, folder: Path) -> dict[str, int]:
    path = folder / "notes.txt"
    path.write_bytes(data)
    metadata = collection.get_csv_metadata(path=str(path), delimiter=None)
    log = collection.import_csv(anki.ImportCsvRequest(path=str(path), metadata=metadata)).log
    return {kind: count for kind in ("new", "updated", "duplicate") if (count := len(getattr(log, kind)))}


def shown(source: str) -> str:
    without_style = re.sub(r"<style>.*?</style>", "", source, flags=re.DOTALL)
    return one_line(html.unescape(re.sub(r"<[^>]*>", " ", without_style)))


def test_every_item_arrives_and_an_edit_updates_one(tmp_path: Path) -> None:
    collection = anki.Collection(str(tmp_path / "c.anki2"))
    items = [*sample_items(), *extra_items()]
    data, problems = write(shipment(deck(*items)))
    assert problems == ()
    assert take(collection, data, tmp_path) == {"new": len(items)}
    assert collection.card_count() == len(items)
    assert {d.name for d in collection.decks.all_names_and_ids()} == {"Default", "Pictures", "Pictures::Foundations"}
    edited = [replace(items[0], content=Recall("Better?", "Yes.")), *items[1:]]
    data, _ = write(shipment(deck(*edited)))
    assert take(collection, data, tmp_path) == {"updated": 1, "duplicate": len(items) - 1}
    assert collection.find_notes("Better? tag:mq::type::recall")
    collection.close()


@pytest.mark.parametrize("text", ["a\tb", '"quoted", 100 %', "<script>x</script>", "#html:false", f"See\n\n{FLOW}"])
def test_texts_arrive_as_they_are(tmp_path: Path, text: str) -> None:
    collection = anki.Collection(str(tmp_path / "c.anki2"))
    data, _ = write(shipment(deck(item("a", Recall(text, "yes")), item("b", Cloze(f"{{{{one}}}} {text}")))))
    take(collection, data, tmp_path)
    questions = {shown(collection.get_card(card).question()) for card in collection.find_cards("")}
    assert questions == {one_line(text), f"[...] {one_line(text)}"}
    collection.close()


def test_what_cannot_go_is_told() -> None:
    picture = item("a", Recall("![a jar](media/jar.png)", "yes"))
    _, problems = write(shipment(deck(picture, item("b", Cloze("no deletion")))))
    assert [problem.code for problem in problems] == ["MQ501", "MQ504"]
    assert [problem.code for problem in write(shipment())[1]] == ["MQ503"]
