"""Files of other programs and what comes in (``imports/``): each item and each problem, with its lines.

A file ``gift.gift`` is read as ``gift``, ``csv-typed.csv`` as ``csv``; beside it stands what is expected. After a
wanted change, ``MEDIAQUIZ_GOLDEN=write pytest tests/formats/test_imports.py`` writes it anew; read the difference.
"""

import os
from pathlib import Path

import pytest

from mediaquiz.formats import readable, reader
from mediaquiz.model.arrival import Arrival, Incoming, Parcel
from mediaquiz.model.problem import Problem
from mediaquiz.model.views import plain

FOLDER = Path(__file__).parent / "imports"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".expected")


def shown(one: Incoming) -> str:
    item = one.item
    lines = [f"{one.span} {item.type.value}" + (f" key {one.key}" if one.key else "")]
    fields = {**plain(item.content), "explain": item.explain, "tags": ", ".join(item.tags), "lang": item.lang}
    lines += [f"  {name}: {value!r}" for name, value in fields.items() if value]
    return "\n".join(lines)


def told(arrival: Arrival, problems: tuple[Problem, ...]) -> str:
    head = [f"title {arrival.title}"] if arrival.title else []
    media = [f"media {path}" for path in arrival.media]
    return "\n".join([*head, *map(shown, arrival.items), *media, *map(str, problems)]) + "\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_comes_in_and_what_is_told(path: Path) -> None:
    found = told(*reader(path.stem.partition("-")[0])(Parcel(path.name, path.read_bytes())))
    expected = path.with_name(f"{path.name}.expected")
    if os.environ.get("MEDIAQUIZ_GOLDEN") == "write":
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_every_reader_of_text_has_a_file() -> None:
    assert {path.stem.partition("-")[0] for path in FILES} >= set(readable()) - {"anki", "reviews"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_windows_line_ends_and_a_byte_order_mark_make_no_difference(path: Path) -> None:
    read = reader(path.stem.partition("-")[0])
    there = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    assert told(*read(Parcel(path.name, there))) == told(*read(Parcel(path.name, path.read_bytes())))


def test_no_entity_is_ever_read() -> None:
    arrival, problems = reader("moodle")(Parcel("x.xml", (FOLDER / "moodle-doctype.xml").read_bytes()))
    assert arrival.items == ()
    assert [problem.code for problem in problems] == ["MQ701"]
