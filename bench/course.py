"""Courses of any size, with a history: what start-up, the fold and the log are measured on."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mediaquiz.decks.dump import dump
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, Short
from mediaquiz.model.review import Kind, Memory, Rating, Record
from mediaquiz.schedule.card import past_of
from mediaquiz.schedule.day import study_day
from mediaquiz.schedule.memory import schedule
from mediaquiz.schedule.settings import Settings
from mediaquiz.store.records import encode

DEVICE = "bnch2345"
_A_DECK = 20
_RATINGS = (Rating.GOOD, Rating.GOOD, Rating.EASY, Rating.GOOD, Rating.AGAIN, Rating.GOOD, Rating.HARD)


def item_id(number: int) -> str:
    """The id of the item with this number."""
    return f"item{number:08}"


def records(items: int, reviews: int, start: datetime, *, promised: bool = True) -> Iterator[Record]:
    """The reviews of so many items, taking turns over the time since ``start``, with the promises that they carry.

    Without promises, they are what another program might have logged: the last of each card is to be worked out.
    """
    settings, step = Settings(), (datetime.now(UTC) - start) / max(reviews, 1)
    minds, known = [Memory()] * items, [list[str]() for _ in range(items)]
    for number in range(reviews):
        card, at = number % items, start + step * number
        at = at.replace(microsecond=0)
        rating = _RATINGS[(number // items + card) % len(_RATINGS)]
        data: dict[str, object] = {"rating": int(rating), "ms": 4210, "mode": "short", "correct": True}
        data["seen"] = "0011aabbccdd"
        name = f"{DEVICE}-{number + 1}"
        if promised:
            done = schedule(minds[card], rating, at, study_day(at), item_id(card), settings)
            minds[card] = done.memory
            data |= {"due": done.due, "ivl": done.ivl, "params": settings.params_id, "dr": 0.9}
            data["past"] = past_of(known[card])
            known[card].append(name)
        yield Record(name, Kind.REVIEW, at, study_day(at), 0, item_id(card), data)


def make_course(items: int, reviews: int) -> Path:
    """A course in a folder of its own."""
    root = Path(tempfile.mkdtemp(prefix="mediaquiz-bench-"))
    (root / "mediaquiz.yaml").write_text("title: Bench\n", encoding="utf-8")
    decks = root / "decks"
    decks.mkdir()
    for first in range(0, items, _A_DECK):
        made = [Item(item_id(n), _question(n), concept=f"concept {n // 2}") for n in range(first, first + _A_DECK)]
        deck = Deck(f"decks/{first:06}.yaml", title=f"Lesson {first}", items=tuple(made[: items - first]))
        (root / deck.path).write_text(dump(deck), encoding="utf-8")
    if reviews:
        (root / "reviews").mkdir()
        lines = b"".join(encode(record) + b"\n" for record in records(items, reviews, _five_years_ago()))
        (root / "reviews" / f"{DEVICE}-2026.jsonl").write_bytes(lines)
    return root


def _question(number: int) -> Short:
    return Short(f"What does the {number}th stage of the pipeline hand over to the stage after it?", f"plan {number}")


def _five_years_ago() -> datetime:
    return datetime.now(UTC) - timedelta(days=5 * 365)
