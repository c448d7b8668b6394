"""What learners said of items while they were asked: flags with their reasons, and answers of their own."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from mediaquiz.app.course import Course
from mediaquiz.app.usersettings import read_user_settings
from mediaquiz.decks.lock import Lock
from mediaquiz.model.item import Item
from mediaquiz.model.review import Kind
from mediaquiz.schedule.card import CardState, Remark
from mediaquiz.schedule.day import study_day
from mediaquiz.schedule.settings import Settings
from mediaquiz.store import log
from mediaquiz.store.decklock import read_lock
from mediaquiz.store.device import device_id
from mediaquiz.store.history import open_history


class Remarks:
    """The remarks in the course's review log."""

    def __init__(self, cards: Mapping[str, CardState], lock: Lock) -> None:
        self._cards = cards
        self._lock = lock

    def flags(self, item: Item) -> tuple[Remark, ...]:
        """The flags that are still open: those raised since the item last changed."""
        card = self._cards.get(item.id)
        flags = card.flags if card else ()
        first_known = len(self._lock.entries.get(item.id, ())) < 2  # noted late, perhaps, but never changed
        changed_at = None if first_known else self._lock.changed_at(item)
        return tuple(flag for flag in flags if changed_at is None or flag.at >= changed_at)

    def aliases(self, item: Item) -> tuple[Remark, ...]:
        """Answers that a learner counts as right and the item does not accept yet."""
        card = self._cards.get(item.id)
        known = set(getattr(item.content, "accept", ()))
        return tuple(alias for alias in card.aliases if alias.text not in known) if card else ()

    def reviews(self, item: Item) -> tuple[int, int]:
        """How often the item was answered, and how often it was forgotten after it had been learnt."""
        card = self._cards.get(item.id)
        return (len(card.answers), card.lapses) if card else (0, 0)


def read_remarks(course: Course, *, reviews: bool = False) -> Remarks:
    """All remarks of the course's learners whose logs are here; with ``reviews``, how often items were answered too.

    Years of answers take seconds to fold, so a log without any remark is not folded just to find none.
    """
    if not reviews and not _any(course):
        return Remarks({}, Lock())
    return Remarks(open_history(course.reviews, read_user_settings()[0]).state.cards, read_lock(course.root)[0])


def _any(course: Course) -> bool:
    """Whether a log file has a remark, damaged or undone perhaps."""
    try:
        return any(mark in path.read_bytes() for path in sorted(course.reviews.glob("*.jsonl*")) for mark in _MARKS)
    except OSError:
        return True


_MARKS = tuple(f'"{kind}"'.encode() for kind in (Kind.FLAG, Kind.ALIAS))


def answer_flags(course: Course, remarks: Remarks, items: Iterable[Item], now: datetime) -> tuple[str, ...]:
    """Close the open flags of items that a teacher looked at; returns the ids of the records that say so.

    Nothing is deleted: the log gets a record for each flag that counts no more. ``now`` is aware, in local time.
    Raises StorageError or Busy.
    """
    return void(course, [(item.id, flag.id) for item in items for flag in remarks.flags(item)], now)


def void(course: Course, records: Iterable[tuple[str, str]], now: datetime) -> tuple[str, ...]:
    """Undo records, given as (item, record); also those that undo others. Returns the ids of the new records."""
    day = study_day(now, Settings().rollover_hour)
    entries = [log.Entry(Kind.VOID, now, day, item, {"target": record}) for item, record in records]
    if not entries:
        return ()
    return tuple(record.id for record in log.append_all(course.reviews, device_id(), entries))
