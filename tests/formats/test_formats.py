"""The table of formats, and what holds for every member."""

import pytest

from mediaquiz.errors import NotFound
from mediaquiz.formats import FORMATS, readable, reader, writer, written
from mediaquiz.model.arrival import Parcel
from mediaquiz.model.problem import Severity
from mediaquiz.text import clean

HOSTILE = {
    "nothing": b"",
    "blank lines": b"\n\n \n\t\n",
    "a byte-order mark alone": b"\xef\xbb\xbf",
    "bytes": bytes(range(256)),
    "UTF-16": "Q: a\nA: b\n".encode("utf-16"),
    "half a letter": "가".encode()[:2],
    "NUL": b"Q: a\0\nA: b\n",
    "controls": b"Q: \x1b]52;c;eA==\x07a\nA: \xc2\x9bb\xe2\x80\xae\n",
    "brackets": b"[" * 100_000,
    "braces": b"{" * 100_000 + b"}",
    "quotes": b'"' * 99_999,
    "colons": b"::" * 50_000,
    "one long line": b"a" * 1_000_000,
    "many lines": b"a,b\n" * 20_000,
    "an entity bomb": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><quiz>&c;</quiz>',
    "an external entity": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><quiz>&b;</quiz>',
    "deep elements": b"<quiz>" + b"<question>" * 50_000,
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_description_and_what_it_describes(name: str) -> None:
    row = FORMATS[name]
    assert row.suffix.startswith(".")
    assert row.about or row.reads
    assert (name in written()) == bool(row.about)
    assert (name in readable()) == bool(row.reads)
    assert not row.about or callable(writer(name))
    assert not row.reads or callable(reader(name))


@pytest.mark.parametrize("find", [writer, reader])
def test_an_unknown_format_is_named_with_those_that_exist(find: object) -> None:
    assert callable(find)
    with pytest.raises(NotFound, match="papyrus") as caught:
        find("papyrus")
    assert set(caught.value.hint.removeprefix("Formats: ").rstrip(".").split(", ")) in (
        set(written()),
        set(readable()),
    )


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("name", readable())
def test_no_file_makes_a_reader_fail_or_fall_silent(name: str, what: str) -> None:
    parcel = Parcel("file", HOSTILE[what])
    arrival, problems = reader(name)(parcel)
    assert (arrival, problems) == reader(name)(parcel)
    assert arrival.items or arrival.reviews or any(problem.severity is Severity.ERROR for problem in problems)
    assert all(clean(repr(one)) == repr(one) for one in arrival.items)
