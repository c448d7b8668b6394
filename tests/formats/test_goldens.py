"""The files that go out, byte for byte (``golden/``): every item type in every format, or its refusal.

After a wanted change, ``MEDIAQUIZ_GOLDEN=write pytest tests/formats/test_goldens.py`` writes them anew; read the
difference before you commit it. Moodle's and Canvas's own importers are run on these files.
"""

import io
import os
import zipfile
from pathlib import Path

import pytest
from quiz_bank import CONTENTS, items, shipment

from mediaquiz.cli.strings import Texts
from mediaquiz.formats import FORMATS, readable, reader, writer
from mediaquiz.formats.holds import HOLDS, HOW, Level, hold
from mediaquiz.model.arrival import Parcel
from mediaquiz.model.item import Choice, Item, ItemType

GOLDEN = Path(__file__).parent / "golden"


def readable_parts(data: bytes) -> dict[str, bytes]:
    """A file by name; of an archive every file in it, with its place in the archive."""
    if not data.startswith(b"PK"):
        return {"": data}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", sorted(HOLDS.keys() & FORMATS.keys()))
def test_what_goes_out_is_what_went_out(name: str) -> None:
    data, problems = writer(name)(shipment())
    told = "".join(f"{problem}\n" for problem in problems).encode()
    parts = {f"{name}{FORMATS[name].suffix}": data, f"{name}.problems.txt": told}
    if data.startswith(b"PK"):
        listed = "".join(f"{part}\n" for part in readable_parts(data))
        parts[f"{name}.files.txt"] = listed.encode()
    for file, content in parts.items():
        path = GOLDEN / file
        if os.environ.get("MEDIAQUIZ_GOLDEN") == "write":
            GOLDEN.mkdir(exist_ok=True)
            path.write_bytes(content)
        assert readable_parts(content) == readable_parts(path.read_bytes()), file


@pytest.mark.parametrize("name", sorted(HOLDS.keys() & FORMATS.keys()))
def test_the_same_shipment_gives_the_same_bytes(name: str) -> None:
    assert writer(name)(shipment())[0] == writer(name)(shipment())[0]


@pytest.mark.parametrize("name", sorted(HOLDS.keys() & FORMATS.keys()))
def test_the_table_is_whole_and_every_change_is_told(name: str) -> None:
    assert set(HOLDS[name]) == set(ItemType) == {content.TYPE for content in CONTENTS.values()}
    _, problems = writer(name)(shipment())
    for kind in ItemType:
        told = [p.code for p in problems if f" {kind.value} item" in p.message]
        expected = {Level.NATIVE: [], Level.DEGRADED: ["MQ502"], Level.REFUSED: ["MQ501"]}[hold(name, kind).level]
        assert told == expected, kind


@pytest.mark.parametrize("name", sorted(HOLDS.keys() & FORMATS.keys()))
def test_no_item_goes_missing_in_silence(name: str) -> None:
    for item in items():
        data, problems = writer(name)(shipment(item))
        everything = b"\n".join(readable_parts(data).values()).decode("utf-8", errors="replace")
        refused = any(problem.code == "MQ501" for problem in problems)
        assert (item.id in everything) != refused, item.id


@pytest.mark.parametrize("name", sorted(HOLDS.keys() & FORMATS.keys()))
def test_nothing_to_write_is_told(name: str) -> None:
    data, problems = writer(name)(shipment(items()[0].__class__("", items()[0].content)))
    assert data == b""
    assert {"MQ312", "MQ503"} <= {problem.code for problem in problems}


@pytest.mark.parametrize("texts", [Texts("en"), Texts("ko")], ids=lambda texts: texts.language)
def test_every_form_has_its_words(texts: Texts) -> None:
    for form, how in HOW.items():
        assert texts(f"holds.{form}") == how or texts.language != "en"
    assert all(texts(f"holds.{level}") for level in Level)


@pytest.mark.parametrize("name", sorted(HOLDS.keys() & FORMATS.keys()))
def test_a_large_bank_goes_out_whole(name: str) -> None:
    bank = [Item(f"b{n:04d}aaaaaaa", Choice(f"Which is {n}?", f"{n}", (f"not {n}",))) for n in range(300)]
    data, _ = writer(name)(shipment(*bank))
    everything = b"\n".join(readable_parts(data).values())
    assert all(item.id.encode() in everything for item in bank)
    if name in readable():
        arrival, problems = reader(name)(Parcel("bank", data))
        assert ([one.item for one in arrival.items], problems) == (bank, ())
