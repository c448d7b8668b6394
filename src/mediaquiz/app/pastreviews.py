"""Use case: reviews that were done in another program come home into the log, each once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from mediaquiz.app.course import Course, load_decks
from mediaquiz.app.usersettings import read_user_settings
from mediaquiz.model.arrival import PastReview
from mediaquiz.model.review import Kind
from mediaquiz.schedule.card import past_of
from mediaquiz.schedule.day import study_day, utc_text
from mediaquiz.schedule.fold import State
from mediaquiz.store import log
from mediaquiz.store.device import device_id
from mediaquiz.store.history import open_history

_TICK = timedelta(milliseconds=1)
_Name = tuple[str, datetime]
"""By what a review is known: its item and its moment."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """How many reviews are new here and how many were known; ``strange`` are those of items of no deck here."""

    new: int = 0
    known: int = 0
    strange: int = 0


def record(
    course: Course, reviews: Sequence[PastReview], origin: str, *, now: datetime, write: bool = True
) -> Recorded:
    """Put the reviews that the log does not know into it. ``origin`` is the program, ``now`` is aware and local.

    A review is known when the log has one of the item at the same millisecond: also one that went out from here. Due
    days stay those of the other program as long as it knew all that the log knows. Raises StorageError when nothing
    can be saved, NewerVersion in a log that a newer mediaquiz wrote in; then nothing was recorded.
    """
    if not reviews:
        return Recorded()
    items = {item.id for deck in load_decks(course)[0] for item in deck.items}
    history = open_history(course.reviews, read_user_settings()[0])
    log.refuse_newer(history.problems)
    state = history.state
    ours = [review for review in reviews if review.item in items]
    known = _moments(state)
    new = {_name(review): review for review in ours if _moment(review) not in known[review.item]}
    if write and new:
        log.append_all(course.reviews, device_id(), _entries(state, ours, new, origin, now))
    return Recorded(len(new), len(ours) - len(new), len(reviews) - len(ours))


def _name(review: PastReview) -> _Name:
    return review.item, _moment(review)


def _moment(review: PastReview) -> datetime:
    """The time of a review as the log holds it, in whole milliseconds."""
    at = review.at.astimezone(UTC)
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


def _moments(state: State) -> dict[str, set[datetime]]:
    """When each item was answered, as far as the log knows; undone answers as well."""
    moments: dict[str, set[datetime]] = defaultdict(set)
    for name, events in state.events.items():
        owner = state.shared.owners.get(name, name)
        moments[owner] |= {event.at for event in events if event.kind in (Kind.REVIEW, Kind.IMPORT)}
    return moments


def _entries(
    state: State, all_reviews: Iterable[PastReview], new: Mapping[_Name, PastReview], origin: str, now: datetime
) -> list[log.Entry]:
    """The records in the order in which the reviews were done."""
    rollover = state.settings.rollover_hour
    in_time = sorted(new.values(), key=lambda review: (_moment(review), review.item))
    pasts = _pasts(state, all_reviews, in_time, origin)
    today = study_day(now, rollover)
    return [
        log.Entry(
            Kind.IMPORT, now + place * _TICK, today, review.item, _data(review, origin, rollover) | {"past": past}
        )
        for place, (review, past) in enumerate(zip(in_time, pasts, strict=True))
    ]


def _data(review: PastReview, origin: str, rollover: int) -> dict[str, object]:
    day = study_day(review.at.astimezone(), rollover)
    return {
        "origin": origin,
        "key": review.origin,
        "reviewed_at": utc_text(_moment(review)),
        "reviewed_day": day.isoformat(),
        "rating": review.rating,
        "ms": review.ms,
        **_promise(review, day),
    }


def _promise(review: PastReview, day: date) -> dict[str, object]:
    """When the other program would ask again: a day, or a time for a step of less than one; nothing if it is silent."""
    ivl = review.data.get("ivl")
    if not isinstance(ivl, int) or ivl == 0:
        return {}
    if ivl < 0:
        return {"ivl": ivl, "due": utc_text(_moment(review) - timedelta(seconds=ivl))}
    told = review.data.get("due")
    return {"ivl": ivl, "due": told if isinstance(told, str) else (day + timedelta(days=ivl)).isoformat()}


def _pasts(state: State, all_reviews: Iterable[PastReview], new: Iterable[PastReview], origin: str) -> Iterator[str]:
    """The ``past`` of each new review: the answers before it that the other program knew, by their names here."""
    seen: dict[str, set[datetime]] = defaultdict(set)
    for review in all_reviews:
        seen[review.item].add(_moment(review))
    names: dict[str, list[tuple[datetime, str]]] = {}
    for review in new:
        if review.item not in names:
            history = state.card(review.item).history
            names[review.item] = [(one.at, one.id) for one in history if one.at in seen[review.item]]
        before = sorted(name for name in names[review.item] if name[0] < _moment(review))
        yield past_of(name for _, name in before)
        names[review.item].append((_moment(review), f"{origin}:{review.origin}"))
