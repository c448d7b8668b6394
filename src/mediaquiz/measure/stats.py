"""What a log says of learning: retention, time, and what is hard."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from statistics import median

from mediaquiz.measure.recalls import Recall
from mediaquiz.measure.tally import WEEKS, Totals
from mediaquiz.model.frozen import dataclass

LEAST = 5
"""Recalls below which nothing is called hard: chance alone could be the reason."""
_PRIOR = 4
"""Recalls at the learner's own average that every group is credited with, so that few answers rank nowhere."""


@dataclass(frozen=True, slots=True)
class Retention:
    """Of ``n`` recalls: how many were known, and the mean of what the model expected."""

    n: int = 0
    known: int = 0
    expected: float | None = None

    @property
    def share(self) -> float | None:
        """The true retention; None without recalls."""
        return self.known / self.n if self.n else None


def retention(recalls: Iterable[Recall]) -> Retention:
    """The retention of recalls of cards that had been put off by whole days: learning steps are left out."""
    counted = [one for one in recalls if one.promised > 0]
    if not counted:
        return Retention()
    known = sum(one.known for one in counted)
    return Retention(len(counted), known, sum(one.expected for one in counted) / len(counted))


@dataclass(frozen=True, slots=True)
class Retentions:
    """The retention of the last month and of all time; that of young and of mature cards (three weeks or more)."""

    month: Retention
    ever: Retention
    young: Retention
    mature: Retention


def retentions(recalls: Sequence[Recall], today: date) -> Retentions:
    """The retentions on a study day."""
    since = today - timedelta(days=29)
    return Retentions(
        retention(one for one in recalls if since <= one.day <= today),
        retention(recalls),
        retention(one for one in recalls if one.promised < WEEKS),
        retention(one for one in recalls if one.promised >= WEEKS),
    )


@dataclass(frozen=True, slots=True)
class Time:
    """What learning took: in all, over the last 30 days, and the median of one answer; in ms. ``days`` were studied.

    ``timed`` answers said how long they took; those of other programs may not.
    """

    ms: int = 0
    month_ms: int = 0
    answer_ms: int = 0
    timed: int = 0
    answers: int = 0
    days: int = 0


def time_of(spent: Iterable[tuple[date, int]], totals: Totals, today: date) -> Time:
    """The time of the counted answers (day, ms; 0 for one that does not say)."""
    timed = [(day, ms) for day, ms in spent if ms > 0]
    since = today - timedelta(days=29)
    return Time(
        ms=sum(ms for _, ms in timed),
        month_ms=sum(ms for day, ms in timed if since <= day <= today),
        answer_ms=round(median([ms for _, ms in timed])) if timed else 0,
        timed=len(timed),
        answers=sum(tally.answers for tally in totals.values()),
        days=len(totals),
    )


@dataclass(frozen=True, slots=True)
class Hard:
    """Something that is hard to keep: how often it was to be recalled, and how often it was forgotten."""

    name: str
    n: int
    forgotten: int

    @property
    def share(self) -> float:
        """The share that was forgotten."""
        return self.forgotten / self.n


def hardest(recalls: Iterable[Recall], group: Callable[[str], str], most: int = 5) -> tuple[Hard, ...]:
    """The groups of items that are forgotten most, worst first; ``group`` names the group of an item, or is empty.

    Only groups with a few recalls, and more forgotten than on average, are named.
    """
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in recalls:
        if name := group(one.item):
            counts[name][0] += 1
            counts[name][1] += not one.known
    n, forgotten = (sum(column) for column in zip(*counts.values(), strict=True)) if counts else (0, 0)
    usual = forgotten / n if n else 0.0
    found = [Hard(name, *pair) for name, pair in counts.items() if pair[0] >= LEAST]
    worse = [one for one in found if one.share > usual]
    return tuple(sorted(worse, key=lambda one: (-_shrunk(one, usual), one.name))[:most])


def _shrunk(one: Hard, usual: float) -> float:
    return (one.forgotten + _PRIOR * usual) / (one.n + _PRIOR)


def answers_by_day(totals: Totals, first: date, days: int) -> tuple[int, ...]:
    """The counted answers of each of so many days."""
    wanted = (first + timedelta(days=number) for number in range(days))
    return tuple(totals[day].answers if day in totals else 0 for day in wanted)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The takeaways of a lesson, or of all: how many there are, are asked by a card, were ever answered, last weeks."""

    takeaways: int = 0
    asked: int = 0
    seen: int = 0
    lasting: int = 0


def covered(takeaways: Iterable[str], quotes: Mapping[str, tuple[bool, bool]]) -> Coverage:
    """The coverage of a lesson's takeaways by quotes of its cards, each with whether it was seen, and lasts.

    Both are texts without markup, as ``text.squash`` makes them; a card asks a takeaway when its quote holds it or is
    a part of it.
    """
    counts = [0, 0, 0, 0]
    for takeaway in takeaways:
        met = [known for quote, known in quotes.items() if takeaway in quote or (quote and quote in takeaway)]
        reached = (True, bool(met), any(seen for seen, _ in met), any(lasts for _, lasts in met))
        counts = [count + one for count, one in zip(counts, reached, strict=True)]
    return Coverage(*counts)
