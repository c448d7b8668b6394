"""The streak: study days in a row, with freezes for the days that life takes.

Every seventh day of a streak gives a freeze; two are kept at most. A missed day uses one up by itself: the streak goes
on, and does not grow by it. Today breaks nothing before it is over.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from mediaquiz.model.frozen import dataclass

EVERY = 7
"""Days of a streak that give a freeze."""
KEPT = 2
"""Freezes that are kept at most."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Streak:
    """``length`` study days up to now, ``longest`` ever; ``today`` when today is one of them.

    ``freezes`` are left; ``frozen`` are the missed days that a freeze bridged, over all time.
    """

    length: int = 0
    longest: int = 0
    today: bool = False
    freezes: int = 0
    frozen: tuple[date, ...] = ()


def streak(days: Iterable[date], today: date) -> Streak:
    """The streak on a study day, of the days on which anything was earned. Days after today do not count yet."""
    lengths = list(running(day for day in days if day <= today))
    if not lengths:
        return Streak()
    day, now = lengths[-1]
    missed = (today - day).days - 1
    longest = max(one.length for _, one in lengths)
    if missed > now.freezes:
        return Streak(0, longest, False, 0, now.frozen)
    frozen = (*now.frozen, *_between(day, missed))
    return Streak(now.length, longest, day == today, now.freezes - max(missed, 0), frozen)


def running(days: Iterable[date]) -> Iterator[tuple[date, Streak]]:
    """Each study day with the streak as it stood on its evening, in order."""
    length, longest, freezes, frozen, last = 0, 0, 0, list[date](), None
    for day in sorted(set(days)):
        missed = (day - last).days - 1 if last else 0
        if missed > freezes:
            length, freezes = 0, 0
        else:
            freezes -= missed
            frozen += _between(last, missed) if last else ()
        length, last = length + 1, day
        longest = max(longest, length)
        if length % EVERY == 0:
            freezes = min(freezes + 1, KEPT)
        yield day, Streak(length, longest, True, freezes, tuple(frozen))


def _between(last: date, missed: int) -> list[date]:
    return [last + _DAY * number for number in range(1, missed + 1)]
