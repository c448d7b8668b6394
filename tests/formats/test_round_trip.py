"""What goes out and comes back is the same: items of any text, pictures, languages."""

import pytest
from hypothesis import HealthCheck, given, settings
from quiz_bank import DOT, any_items, items, shipment, texts

from mediaquiz.decks.check import faults
from mediaquiz.formats import reader, writer
from mediaquiz.formats.htmltext import text
from mediaquiz.formats.markup import html
from mediaquiz.model.arrival import Parcel
from mediaquiz.model.item import Item, ItemType

BOTH_WAYS = ("moodle", "gift", "csv")
quick = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
thorough = settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))


@quick
@given(texts)
def test_text_as_html_is_the_same_text_again(given_text: str) -> None:
    there = html(given_text, lambda path: f"@@/{path}")
    assert text(there, lambda address: address.removeprefix("@@/")).whole == given_text


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_the_samples_come_back(name: str) -> None:
    data, _ = writer(name)(shipment())
    arrival, problems = reader(name)(Parcel("samples", data))
    assert problems == ()
    assert [one.item for one in arrival.items] == list(items())


@pytest.mark.parametrize("name", ["moodle", "gift"])
def test_pictures_come_back_under_their_paths(name: str) -> None:
    data, _ = writer(name)(shipment())
    arrival, _ = reader(name)(Parcel("samples", data))
    assert arrival.media == {"media/dot.png": DOT}


def round_trip(name: str, item: Item) -> None:
    """An item that the format takes as it is comes back as it is."""
    data, problems = writer(name)(shipment(item))
    if not any(problem.code in ("MQ501", "MQ502") and item.id in problem.message for problem in problems):
        arrival, found = reader(name)(Parcel("file", data))
        assert (found, [one.item for one in arrival.items]) == ((), [item])


sound = any_items.filter(lambda item: not any(faults(item.content)))


@pytest.mark.parametrize("name", BOTH_WAYS)
@quick
@given(sound)
def test_any_item_comes_back(name: str, item: Item) -> None:
    round_trip(name, item)


@pytest.mark.slow
@pytest.mark.parametrize("name", BOTH_WAYS)
@thorough
@given(sound)
def test_very_many_items_come_back(name: str, item: Item) -> None:
    round_trip(name, item)


def test_a_question_with_gaps_keeps_its_id_where_moodle_forgets_its_number() -> None:
    item = next(item for item in items() if item.type is ItemType.CLOZE)
    data, _ = writer("moodle")(shipment(item))
    forgotten = data.replace(f"<idnumber>{item.id}</idnumber>".encode(), b"<idnumber></idnumber>")
    assert forgotten != data
    arrival, _ = reader("moodle")(Parcel("file", forgotten))
    assert [one.item for one in arrival.items] == [item]
