"""What is asked now, in which order, and what waits."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, Recall, Short, Status
from mediaquiz.model.review import Kind, Record, Stage
from mediaquiz.schedule.fold import State, fold
from mediaquiz.schedule.queue import Filter, counts, matching, queue
from mediaquiz.schedule.settings import Settings

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
TODAY = date(2026, 11, 21)


def item(name: str, concept: str = "", **more: object) -> Item:
    return replace(Item(name.ljust(12, "x"), Recall(f"{name}?", name), concept=concept), **more)  # type: ignore[arg-type]


def deck(name: str, *names: str | Item) -> Deck:
    items = tuple(one if isinstance(one, Item) else item(one) for one in names)
    return Deck(f"decks/{name}.yaml", f"lessons/{name}.md", name.title(), items=items)


def answered(name: str, due: str, ivl: int, *, days_ago: int = 9, number: int = 1) -> Record:
    at = NOW - timedelta(days=days_ago)
    data = {"rating": 3, "due": due, "ivl": ivl}
    return Record(f"dddd-{number}", Kind.REVIEW, at, at.date(), 0, name.ljust(12, "x"), data)


def started(*names: str) -> list[Record]:
    at = NOW - timedelta(days=20)
    return [
        Record(f"ssss-{n}", Kind.READ, at, at.date(), 0, "", {"lesson": f"lessons/{name}.md"})
        for n, name in enumerate(names)
    ]


def asked(decks: list[Deck], state: State, settings: Settings | None = None, **only: object) -> list[str]:
    cards = queue(decks, state, NOW, TODAY, settings or Settings(), Filter(**only))  # type: ignore[arg-type]
    return [card.item.id.rstrip("x") for card in cards]


def test_new_items_come_in_order_and_only_of_lessons_that_were_started() -> None:
    decks = [deck("one", "a", "b"), deck("two", "c"), replace(deck("own", "d"), lesson="")]
    assert asked(decks, fold([])) == ["d"]
    assert asked(decks, fold(started("one"))) == ["a", "b", "d"]
    assert asked(decks, fold([]), paths=("lessons/two.md",)) == ["c"]
    assert asked(decks, fold([]), paths=("lessons",)) == []
    assert asked(decks, fold([]), include_new_unstarted=True) == ["a", "b", "c", "d"]
    begun = fold([answered("a", "2026-12-24", 30)])
    assert asked(decks, begun) == ["b", "d"], "an answered item starts its lesson"


def test_steps_then_reviews_then_new_then_what_is_due_soon() -> None:
    soon, past, late = ((NOW + timedelta(minutes=m)).isoformat().replace("+00:00", "Z") for m in (10, -5, 300))
    decks = [deck("one", "new", "soon", "review", "step", "late", "older", "future")]
    state = fold([
        answered("soon", soon, -600, number=1), answered("step", past, -600, number=2),
        answered("review", "2026-11-21", 5, number=3), answered("older", "2026-11-02", 5, number=4),
        answered("late", late, -600, number=5), answered("future", "2026-11-25", 9, number=6),
    ])  # fmt: skip
    assert asked(decks, state) == ["step", "older", "review", "new", "soon"]
    found = counts(decks, state, NOW, TODAY, Settings())
    assert (found.learning, found.due, found.new, found.total) == (2, 2, 1, 5)
    assert found.next_at == NOW + timedelta(minutes=300) and found.next_day == date(2026, 11, 25)


def test_limits_last_the_whole_day() -> None:
    decks = [deck("one", *"abcdef")]
    settings = Settings(new_per_day=3, reviews_per_day=1, backlog=False)
    today = answered("a", "2026-12-01", 10, days_ago=0)
    reviews = [answered("e", "2026-11-20", 4, number=2), answered("f", "2026-11-20", 4, number=3)]
    state = fold([today, *reviews])
    names = asked(decks, state, settings)
    assert len([name for name in names if name in "ef"]) == 1
    assert [name for name in names if name in "bcd"] == ["b", "c"]
    assert counts(decks, state, NOW, TODAY, settings).next_day == TODAY + timedelta(days=1)
    assert len(asked(decks, state, settings, unlimited=True)) == 5


def test_one_of_a_family_a_day() -> None:
    decks = [deck("one", item("a", "mask"), item("b", "mask"), item("c"), item("d"))]
    state = fold(started("one"))
    assert asked(decks, state) == ["a", "c", "d"]
    done = fold([*started("one"), answered("a", "2026-12-01", 10, days_ago=0)])
    assert asked(decks, done) == ["c", "d"]


def test_what_is_never_asked() -> None:
    hidden = [item(s.value, status=s) for s in (Status.DRAFT, Status.RETIRED, Status.ORPHANED)]
    decks = [
        deck(
            "one",
            *hidden,
            item("ok", status=Status.APPROVED),
            item("gone"),
            item("later"),
            item("", status=Status.READY),
        )
    ]
    decks = [replace(decks[0], items=(*decks[0].items[:-1], replace(decks[0].items[-1], id="")))]
    at = NOW - timedelta(days=1)
    records = [
        *started("one"),
        Record("aaaa-1", Kind.SUSPEND, at, at.date(), 0, "gone".ljust(12, "x")),
        Record("aaaa-2", Kind.BURY, at, at.date(), 0, "later".ljust(12, "x"), {"until": "2026-11-22"}),
    ]
    assert asked(decks, fold(records)) == ["ok"]
    assert counts(decks, fold(records), NOW, TODAY, Settings()).next_day == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("only", "names"),
    [
        ({"ids": frozenset({"bxxxxxxxxxxx", "gone"})}, ["b"]),
        ({"ids": frozenset()}, []),
        ({"paths": ("decks/one.yaml",)}, ["a", "b", "c"]),
        ({"paths": ("decks/two.yaml",)}, []),
        ({"limit": 2}, ["a", "b"]),
    ],
)
def test_filters(only: dict[str, object], names: list[str]) -> None:
    short = Item("b".ljust(12, "x"), Short("b?", "b"))
    decks = [deck("one", "a", short, item("c", tags=("exam", "hard")))]
    assert asked(decks, fold(started("one")), **only) == names
    assert [card.item.id.rstrip("x") for card in matching(decks, fold([]), Filter(**only))] == names  # type: ignore[arg-type]


def test_one_id_in_two_decks_is_asked_once_and_nothing_left_has_no_next() -> None:
    decks = [deck("one", "a"), deck("two", "a")]
    assert asked(decks, fold(started("one", "two"))) == ["a"]
    assert [card.deck for card in matching(decks, fold([]))] == ["decks/one.yaml"]
    empty = counts([], fold([]), NOW, TODAY, Settings())
    assert (empty.total, empty.next_at, empty.next_day) == (0, None, None)


def test_the_same_everywhere() -> None:
    decks = [deck("one", *"abcdefgh")]
    state = fold([answered(name, "2026-11-20", 5, number=n) for n, name in enumerate("abcdefgh")])
    first = asked(decks, state)
    assert first == asked(
        decks, fold(list(reversed([answered(n, "2026-11-20", 5, number=i) for i, n in enumerate("abcdefgh")])))
    )
    assert sorted(first) == list("abcdefgh")
    assert queue(decks, state, NOW, TODAY, Settings())[0].stage is Stage.REVIEW
