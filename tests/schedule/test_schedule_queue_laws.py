"""A deck of which the log knows nothing is not looked at before its turn: what is asked is the same."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, Short, Status
from mediaquiz.model.review import Kind, Record
from mediaquiz.schedule.fold import fold
from mediaquiz.schedule.queue import Filter, counts, queue
from mediaquiz.schedule.settings import Settings

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
TODAY = NOW.date()
DUE = ("2026-11-01", "2026-11-20", "2026-11-21", "2026-11-24", "2026-11-21T09:05:00Z")

an_item = st.builds(
    lambda name, concept, status: Item(name, Short(f"What is {name}?", f"the {name}"), status, concept=concept),
    st.sampled_from([f"item{number}" for number in range(12)]),
    st.sampled_from(["", "mask", "frame"]),
    st.sampled_from([Status.READY, Status.READY, Status.APPROVED, Status.DRAFT]),
)
a_deck = st.builds(
    lambda items, track: Deck("", title="", track=track, items=tuple(items)),
    st.lists(an_item, max_size=4, unique_by=lambda item: item.id),
    st.sampled_from(["", "sound", "picture"]),
)
a_course = st.lists(a_deck, max_size=4).map(
    lambda decks: [replace(deck, path=f"decks/{place}.yaml") for place, deck in enumerate(decks)]
)


def record(number: int, kind: Kind, item: str, at: datetime, **data: object) -> Record:
    return Record(f"dddd-{number}", kind, at, at.date(), 0, item, data)


@st.composite
def a_log(draw: st.DrawFn) -> list[Record]:
    answered = draw(
        st.lists(st.tuples(st.sampled_from([f"item{n}" for n in range(12)]), st.integers(0, 30)), max_size=8)
    )
    return [
        record(n, Kind.REVIEW, name, NOW - timedelta(days=ago), rating=3, due=draw(st.sampled_from(DUE)), ivl=5)
        for n, (name, ago) in enumerate(answered)
    ]


@given(a_course, a_log(), st.integers(0, 5), st.booleans(), st.booleans())
@settings(max_examples=150, deadline=None)
def test_what_is_asked_does_not_depend_on_which_decks_the_log_knows(
    decks: list[Deck], log: list[Record], most: int, unlimited: bool, backlog: bool
) -> None:
    limits = Settings(new_per_day=most, reviews_per_day=most, backlog=backlog)
    only = Filter(unlimited=unlimited)
    names = sorted({name for deck in decks for name in deck.ids})
    flags = [record(100 + n, Kind.FLAG, name, NOW, text="?") for n, name in enumerate(names)]
    plain, told = fold(log), fold([*log, *flags])
    assert queue(decks, plain, NOW, TODAY, limits, only) == queue(decks, told, NOW, TODAY, limits, only)
    assert counts(decks, plain, NOW, TODAY, limits, only) == counts(decks, told, NOW, TODAY, limits, only)


def test_no_deck_is_looked_at_behind_the_last_new_card_of_the_day() -> None:
    from mediaquiz.model.frozen import late

    looked: list[str] = []

    def deck(name: str) -> Deck:
        ids = tuple(f"{name}{number}" for number in range(3))

        def items() -> dict[str, object]:
            looked.append(name)
            return {"items": tuple(Item(one, Short(f"What is {one}?", f"the {one}")) for one in ids)}

        return late(Deck, {"path": f"decks/{name}.yaml", "lesson": "", "track": "", "ids": ids}, items)

    decks = [deck(name) for name in "abcd"]
    cards = queue(decks, fold([]), NOW, TODAY, Settings(new_per_day=4))
    assert [card.item.id for card in cards] == ["a0", "a1", "a2", "b0"] and looked == ["a", "b"]
    assert counts(decks, fold([]), NOW, TODAY, Settings(new_per_day=4)).next_day == date(2026, 11, 22)
