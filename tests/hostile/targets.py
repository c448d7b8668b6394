"""What is fuzzed: everything that reads bytes which others wrote, and everything that writes them out again.

A target takes any bytes. It must not raise, must not take more than a second of processor time for less than 100 kB,
and what it gives must keep the promises that its module makes.
"""

import io
import json
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from exits import CHECKS, assert_clean, assert_inert, contents, items, written

from mediaquiz.app import blueprint, extract
from mediaquiz.cli.protocol import serve
from mediaquiz.decks import lock
from mediaquiz.decks.dump import dump
from mediaquiz.decks.load import load
from mediaquiz.formats import readable, reader, results
from mediaquiz.formats.anki.markup import rich
from mediaquiz.formats.anki.plain import list_entries, plain
from mediaquiz.formats.htmltext import text as text_of_html
from mediaquiz.formats.markup import html as html_of_text
from mediaquiz.grade.answers import grade
from mediaquiz.grade.values import Verdict
from mediaquiz.model.arrival import Parcel
from mediaquiz.model.item import Short
from mediaquiz.model.lesson import Source
from mediaquiz.readers import READERS, read
from mediaquiz.schedule.fold import fold
from mediaquiz.schedule.settings import Settings
from mediaquiz.session import machine
from mediaquiz.session.values import Append, Card, Effect, Now
from mediaquiz.store.files import decode_text
from mediaquiz.store.log import read_lines
from mediaquiz.text import clean, one_line

TESTS = Path(__file__).parent.parent
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Target:
    """What is done with the bytes, and the files to begin with, as patterns below ``tests/``."""

    run: Callable[[bytes], object]
    seeds: tuple[str, ...]


def lesson(data: bytes, *, media: str) -> None:
    """A reader: lines inside the file, clean text."""
    source = Source("lesson", clean(decode_text(data, "lesson")[0] or data.decode("utf-8", "replace")), media=media)
    found, problems = read(source)
    lines = source.text.count("\n") + 1
    assert all(1 <= block.span.start <= block.span.end <= lines for block in found.blocks), "a block outside the file"
    assert all(problem.span is None or problem.span.start <= lines for problem in problems), "a problem outside it"
    assert_clean(block.text for block in found.blocks)


def questions(data: bytes) -> None:
    """From a lesson to its questions."""
    result = extract.from_text(data.decode("utf-8", "replace"), "lesson.md")
    extract.to_json(result)
    assert_clean(str(item) for item in result.candidates)


def deck(data: bytes) -> None:
    """A deck: what is loaded and written again says the same, and writing it twice gives the same text."""
    loaded = load(data.decode("utf-8", "replace"), "decks/a.yaml")
    assert_clean(problem.message for problem in loaded.problems)
    if loaded.writable:
        text = dump(loaded.deck)
        again = load(text, "decks/a.yaml")
        assert again.deck == loaded.deck, "a deck that was written says something else"
        assert dump(again.deck) == text, "a deck that was written twice is another"


def log(data: bytes) -> None:
    """A review log, as it is and with checksums that are right, read and folded in two orders."""
    for text in (data, b"\n".join(map(_sealed, data.split(b"\n")))):
        records: dict[bytes, Any] = {}
        problems = list(read_lines(text, "log", records))
        assert len(problems) + len(records) <= text.count(b"\n") + 1
        found = list(records.values())
        one, other = fold(found), fold(reversed(found))
        assert dict(one.standings) == dict(other.standings), "the order of the records decides"
        for name in one.standings:
            assert one.card(name) == other.card(name), "the order of the records decides"


def _sealed(line: bytes) -> bytes:
    """The line with the checksum that its bytes would have: damage that a checksum cannot find."""
    body, mark, _ = line.rpartition(b',"c":')
    return body + b',"c":"%08x"}' % zlib.crc32(body) if mark else line


def lock_file(data: bytes) -> None:
    """The lock file of decks."""
    lock.parse(data.decode("utf-8", "replace"))


def plan_of_a_test(data: bytes) -> None:
    """A blueprint."""
    blueprint.parse(data.decode("utf-8", "replace"), "blueprint.yaml")


def arrival(data: bytes, *, name: str) -> None:
    """An importer: items that are clean, or a problem."""
    came, problems = reader(name)(Parcel("file", data))
    assert came.items or came.reviews or problems, "nothing came in, and nothing was said"
    assert_clean(repr(one) for one in came.items)


def sheets(data: bytes) -> None:
    """Results of tests, of any kind."""
    for _ in results.read(io.StringIO(data.decode("utf-8", "replace"), newline=""), "results"):
        continue


def answer(data: bytes) -> None:
    """The grader: what is right stays right, whatever it is."""
    typed, *parts = texts_of(data) or ["x"]
    for content in contents(parts or ["key"]):
        grade(content, typed, shown=parts[:8], aliases=parts[8:])
    key = one_line(typed)
    if key:
        verdict = grade(Short("Which?", key), key)
        assert verdict is not None and verdict.verdict is Verdict.RIGHT, f"{key!r} is not right where it is the answer"


class _Desk:
    """A desk that saves nothing."""

    def now(self) -> Now:
        return Now(NOON, NOON.date())

    def save(self, effect: Effect) -> None:
        """What would be recorded can be written as JSON."""
        if isinstance(effect, Append):
            json.dumps(dict(effect.data))

    def where(self, card: Card) -> str:
        return card.source


def served(data: bytes) -> None:
    """Requests of a program that plays a sitting: one reply for each line that is not blank."""
    desk, lines = _Desk(), data.decode("utf-8", "replace").splitlines()
    cards = [Card(item, "Lesson", "lessons/a.md") for item in items(["a", "b", "c", "d"])]
    replies = list(serve(machine.begin(cards, 1, Settings(), desk.now()), desk, lines))
    assert len(replies) == 1 + sum(bool(line.strip()) for line in lines)
    assert_clean(map(json.dumps, replies))


def markup(data: bytes) -> None:
    """Text to HTML in which nothing is live, and home again."""
    text = clean(data.decode("utf-8", "replace"))
    for body in (html_of_text(text), rich(text)):
        assert_inert(body)
    for home in (text_of_html, plain, list_entries):
        home(data.decode("utf-8", "replace"))


def shipped(data: bytes, *, name: str) -> None:
    """An exporter of items of any text, looked through by ``exits``."""
    body = written(name, texts_of(data) or ["x"])
    if body:
        CHECKS[name](body)


def texts_of(data: bytes) -> list[str]:
    """The bytes as texts: a unit separator, or an empty line, parts them."""
    parts = re.split("\x1f|\n\n", data.decode("utf-8", "replace"))
    return [text for text in map(str.strip, map(clean, parts)) if text][:12]


_DECKS = ("decks/**/*.yaml", "cli/course/decks/*.yaml")
_TEXTS = ("hostile/texts/*.txt", "formats/imports/*.md", "fixtures/bytes/*.md")
_EXPORTED = tuple(name for name in CHECKS if name not in ("pdf", "anki", "markdown"))
"""The formats that write fast enough to be tried thousands of times."""

TARGETS: dict[str, Target] = {
    **{
        f"read {row.name}": Target(
            partial(lesson, media=row.name), ("fixtures/readers/*.cases", "fixtures/bytes/*", "fixtures/pages/*.txt")
        )
        for row in READERS
    },
    "questions": Target(questions, ("fixtures/pages/*.txt", "cli/course/lessons/*.md", "fixtures/bytes/*")),
    "deck": Target(deck, _DECKS),
    "log": Target(log, ("hostile/logs/*.jsonl",)),
    "lock": Target(lock_file, ("hostile/logs/*.lock",)),
    "blueprint": Target(plan_of_a_test, (*_DECKS, "hostile/texts/*.yaml")),
    **{
        f"import {name}": Target(partial(arrival, name=name), (f"formats/imports/{name}*", f"formats/golden/{name}.*"))
        for name in readable()
    },
    "results": Target(sheets, ("formats/results/*",)),
    "grade": Target(answer, _TEXTS),
    "serve": Target(served, ("hostile/texts/*.jsonl",)),
    "markup": Target(markup, _TEXTS),
    **{f"export {name}": Target(partial(shipped, name=name), _TEXTS) for name in _EXPORTED},
}
"""Every target by its name."""


def seeds(target: Target) -> list[bytes]:
    """The inputs to begin with; answers that are expected of them are none."""
    paths = {path for pattern in target.seeds for path in TESTS.glob(pattern) if path.suffix != ".expected"}
    return [b"", *(path.read_bytes() for path in sorted(paths) if path.is_file() and path.stat().st_size < 50_000)]
