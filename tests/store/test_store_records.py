"""A record and its line: what is written comes back, what was damaged is never taken for a record."""

import json
import zlib

import pytest
from answers import record
from hypothesis import given, settings
from hypothesis import strategies as st

from mediaquiz.errors import MediaquizError
from mediaquiz.model.problem import Severity, Span
from mediaquiz.model.review import Kind
from mediaquiz.store.records import LONGEST, decode, encode, fault, lines
from mediaquiz.store.sealed import seal, unseal

GOLDEN = (
    b'{"v":1,"id":"k3m9xq2a-17","t":"review","at":"2026-11-21T01:02:03.123Z","day":"2026-11-21","tz":540,'
    b'"item":"bread-crumb1","rating":3,"ms":4210,"mode":"cloze","c":"b56082dc"}'
)
"""What learners' logs hold since the first version: it must be written and read like this for ever."""

OWN_NAMES = {"v", "id", "t", "at", "day", "tz", "item", "c"}
HARD_TEXTS = [
    "효모가 반죽을 부풀린다",
    "🍞👩‍🍳🇰🇷",
    """a "quote", a \\ and a '""",
    "\x00\x1b[31m\x7f\u202e\u2028\r\n\t",
    ',"c":"5e0b91aa"}',
    "",
]
TEXTS = st.text(max_size=40) | st.sampled_from(HARD_TEXTS)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=6,
)
DATA = st.dictionaries(TEXTS.filter(lambda name: name not in OWN_NAMES), VALUES, max_size=4)


def test_a_record_is_this_line() -> None:
    assert encode(record()) == GOLDEN
    assert decode(GOLDEN) == record()


def test_a_record_about_no_item_has_no_item_field() -> None:
    void = record(kind=Kind.VOID, item="", data={"target": "k3m9xq2a-16"})
    assert list(json.loads(encode(void))) == ["v", "id", "t", "at", "day", "tz", "target", "c"]
    assert decode(encode(void)) == void


@settings(deadline=None)
@given(data=DATA, item=TEXTS, tz=st.integers(-720, 840))
def test_every_record_comes_back_from_its_line(data: dict[str, object], item: str, tz: int) -> None:
    written = record(data=data, item=item, tz=tz)
    line = encode(written)
    assert b"\n" not in line
    assert decode(line) == written


def test_half_a_surrogate_pair_from_a_terminal_comes_back() -> None:
    written = record(data={"text": "caf\udce9"})
    assert decode(encode(written)) == written


def test_the_checksum_covers_the_bytes_before_it() -> None:
    body, _, rest = GOLDEN.rpartition(b',"c":')
    assert rest == b'"%08x"}' % zlib.crc32(body)


def test_kinds_fields_and_versions_of_later_programs_are_kept() -> None:
    later = record(kind="melody", version=7, data={"rating": 3, "mood": ["good", {"very": True}]})
    assert decode(encode(later)) == later
    assert json.loads(encode(later))["v"] == 7


def test_data_cannot_replace_the_record_s_own_fields() -> None:
    assert encode(record(data={"id": "other", "c": "0", "rating": 3, "ms": 4210, "mode": "cloze"})) == GOLDEN


def test_a_note_that_is_too_long_is_refused() -> None:
    room = LONGEST - len(encode(record(data={"text": ""})))
    assert len(encode(record(data={"text": "x" * room}))) == LONGEST
    with pytest.raises(MediaquizError, match="too long") as caught:
        encode(record(data={"text": "x" * (room + 1)}))
    assert "1024 characters" in caught.value.hint


def test_what_editors_add_to_lines_is_taken_off() -> None:
    data = b"\xef\xbb\xbf" + GOLDEN + b"\r\n\r\n \n" + GOLDEN + b" \r\n" + GOLDEN
    assert list(lines(data)) == [(1, GOLDEN), (4, GOLDEN), (5, GOLDEN)]
    assert list(lines(b"")) == []


FIELDS = {"v": 1, "id": "k3m9xq2a-17", "t": "review", "at": "2026-11-21T01:02:03.123Z", "day": "2026-11-21", "tz": 540}


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"<<<<<<< HEAD",
        b"\x00" * 300,
        b'{"v":1}',
        GOLDEN[:-1],
        GOLDEN[1:],
        GOLDEN + b"x",
        GOLDEN + GOLDEN,
        GOLDEN.replace(b"b56082dc", b"B56082DC"),
        GOLDEN.replace(b'"rating":3', b'"rating":4'),
        b'{,"c":"%08x"}' % zlib.crc32(b"{"),
        b'{"v":1\xff,"c":"%08x"}' % zlib.crc32(b'{"v":1\xff'),
        seal({"n": 0}).replace(b"{", b"[", 1),
        *(seal({name: value for name, value in FIELDS.items() if name != left}) for left in FIELDS),
        *(
            seal({**FIELDS, **wrong})
            for wrong in (
                {"at": "yesterday"},
                {"at": "2026-11-21T01:02:03.123"},
                {"at": 5},
                {"day": "2026-13-01"},
                {"day": None},
                {"tz": "east"},
                {"tz": 1e999},
                {"v": []},
            )
        ),
    ],
)
def test_a_line_that_is_no_record_is_never_taken_for_one(line: bytes) -> None:
    assert decode(line) is None


def test_a_deep_nest_is_no_record_either() -> None:
    body = b'{"v":' + b"[" * 100_000
    assert unseal(body + b',"c":"%08x"}' % zlib.crc32(body)) is None


def test_a_cut_line_is_a_warning_and_a_damaged_one_an_error() -> None:
    span = Span("reviews/k3m9xq2a-2026.jsonl", 4, 4)
    cut, damaged = fault(GOLDEN[:-9], span), fault(b"<<<<<<< HEAD", span)
    assert (cut.code, cut.severity, cut.span) == ("MQ402", Severity.WARNING, span)
    assert (damaged.code, damaged.severity, damaged.span) == ("MQ401", Severity.ERROR, span)
    assert cut.hint and damaged.hint


@settings(deadline=None)
@given(st.dictionaries(TEXTS.filter(lambda name: name != "c"), VALUES, min_size=1, max_size=5))
def test_sealed_fields_come_back(fields: dict[str, object]) -> None:
    assert unseal(seal(fields)) == fields
