"""What was tuned in real Anki: read from each of its forms, counted for the cards of the course alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from anki_samples import deck, sample_items, shipment

from mediaquiz.formats import reader, writer
from mediaquiz.formats.anki import presets
from mediaquiz.formats.anki.presets import Preset, as_fsrs_6, of_json, of_tables
from mediaquiz.model.arrival import Parcel, Tuning

anki = pytest.importorskip("anki.collection", reason="needs the anki package")

FITTED = (
    *(0.4021, 1.1829, 3.0984, 15.4733, 7.1851, 0.5342, 1.4539, 0.0052, 1.5421, 0.1188, 1.0112),
    *(1.9291, 0.1081, 0.2961, 2.2679, 0.2312, 2.9791, 0.5092, 0.6581, 0.0781, 0.2142),
)
CARDS = len(sample_items())
FORMS = ("new.apkg", "legacy.apkg", "new.colpkg", "legacy.colpkg")


class Learner:
    """A learner's Anki that has the sample course."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.collection: Any = anki.Collection(str(folder / "collection.anki2"))
        package = folder / "course.apkg"
        package.write_bytes(writer("anki")(shipment(deck(*sample_items())))[0])
        request = anki.ImportAnkiPackageRequest(package_path=str(package), options=anki.ImportAnkiPackageOptions())
        self.collection.import_anki_package(request)

    def tune(self, **options: object) -> None:
        """Sets options of the preset that all decks have."""
        decks = self.collection.decks
        decks.update_config(decks.config_dict_for_deck_id(1) | options)

    def tunings(self, form: str = "new.apkg") -> tuple[Tuning, ...]:
        """What an import here would learn."""
        path, legacy = self.folder / form, form.startswith("legacy")
        if form.endswith("colpkg"):
            self.collection.export_collection_package(str(path), include_media=False, legacy=legacy)
            self.collection = anki.Collection(str(self.folder / "collection.anki2"))
        else:
            options = anki.ExportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True, legacy=legacy)
            self.collection.export_anki_package(out_path=str(path), options=options, limit=None)
        arrival, problems = reader("anki")(Parcel(form, path.read_bytes()))
        assert problems == ()
        return arrival.tunings


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    someone = Learner(tmp_path)
    yield someone
    someone.collection.close()


@pytest.mark.parametrize("form", FORMS)
def test_every_form_tells(learner: Learner, form: str) -> None:
    learner.tune(desiredRetention=0.87, fsrsParams6=FITTED)
    assert learner.tunings(form) == (Tuning("Default", CARDS, 0.87, FITTED),)


@pytest.mark.parametrize("form", ["new.apkg", "legacy.apkg"])
def test_a_decks_own_retention_goes_before_its_options(learner: Learner, form: str) -> None:
    learner.tune(desiredRetention=0.95)
    decks = learner.collection.decks
    for one in decks.all():
        decks.save(one | {"desiredRetention": 85})
    assert learner.tunings(form) == (Tuning("Default", CARDS, 0.85),)


def test_what_nobody_tuned_is_not_told(learner: Learner) -> None:
    learner.tune(desiredRetention=0.9, fsrsParams6=[], maxTaken=30)
    assert learner.tunings() == ()


def test_only_the_cards_of_the_course_count_and_most_come_first(learner: Learner) -> None:
    decks = learner.collection.decks
    learner.tune(desiredRetention=0.88)
    for name, retention in (("Calm", 0.8), ("Elsewhere", 0.7)):
        options = decks.add_config(name) | {"desiredRetention": retention}
        decks.update_config(options)
        decks.save(decks.get(decks.id(f"Deck of {name}")) | {"conf": options["id"]})
    learner.collection.set_deck(learner.collection.find_cards("")[:3], decks.id("Deck of Calm"))
    assert learner.tunings() == (Tuning("Default", CARDS - 3, 0.88), Tuning("Calm", 3, 0.8))


@pytest.mark.parametrize("count", [0, 1, 16, 18, 20, 22])
def test_another_number_of_parameters_is_none(count: int) -> None:
    assert as_fsrs_6([1.0] * count) == ()


@pytest.mark.parametrize(
    ("decks", "options"),
    [
        ({"1": "no deck"}, {"1": {}}),
        ({"1": {"name": "D"}}, {"1": {"desiredRetention": 0.8}}),
        ({"1": {"name": "D", "conf": 1}}, {"1": [0.8]}),
        ({"1": {"name": "D", "conf": 2}}, {"1": {"desiredRetention": 0.8}}),
    ],
)
def test_json_that_is_not_understood_tells_nothing(decks: dict[str, Any], options: dict[str, Any]) -> None:
    assert of_json(decks, options) == {}


@pytest.mark.parametrize("values", [["1"] * 21, [True] * 21, [float("nan")] * 21, "x" * 21, {"a": 1}, [1.0, None]])
def test_parameters_that_are_no_numbers_are_none(values: object) -> None:
    found = of_json({"1": {"name": "D", "conf": 1}}, {"1": {"name": "O", "fsrsParams6": values}})
    assert found == {"D": Preset("O")}


def test_names_of_options_are_clean() -> None:
    found = of_json({"1": {"name": "D", "conf": 1}}, {"1": {"name": "\x1b[31mfor\u202e\n me"}})
    assert found == {"D": Preset("[31mfor me")}


NORMAL = b"\x0a\x02\x08\x01"
"""A deck with the options number 1."""


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (b"\xad\x02\xcd\xcc\x4c\x3f", Preset("O", 0.8)),
        (b"\x32\x03\x00\x00\x80", Preset("O")),
    ],
    ids=["a retention", "parameters cut off"],
)
def test_messages_are_read_as_far_as_they_go(config: bytes, expected: Preset) -> None:
    assert of_tables([("D", NORMAL)], [(1, "O", config)]) == {"D": expected}


@pytest.mark.parametrize(
    ("kind", "config"), [(b"\xff", b"\xad\x02\xcd\xcc\x4c\x3f"), (NORMAL, b"\xad"), (NORMAL, b""), (b"", b"")]
)
def test_broken_messages_tell_nothing(kind: bytes, config: bytes) -> None:
    assert of_tables([("D", kind)], [(1, "O", config)]) == {}


def test_cards_of_unknown_decks_have_no_options() -> None:
    assert presets.tunings(["D", "?"], {"D": Preset("O", 0.8)}) == (Tuning("O", 1, 0.8),)
