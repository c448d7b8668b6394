"""Experience, levels and achievements: what a learner has earned by effort and honest recall.

All of it follows from the log's totals, so it merges and undoes as the schedule does, and no lesson that is added,
changed or removed takes anything away. Whatever the rating, an answer earns something, so nothing is gained by a
rating that is not true; a second answer to a card on one day, cramming and tests earn nothing.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from mediaquiz.measure.streak import Streak, running, streak
from mediaquiz.measure.tally import Tally, Totals
from mediaquiz.model.frozen import dataclass

RULES: Mapping[str, int] = {
    "new": 5,
    "recalled": 10,
    "recalled_weeks": 15,
    "recalled_months": 20,
    "forgotten": 3,
}
"""What the first answer to a card on a study day earns; the names are columns of ``Tally``."""

LEVELS: Mapping[str, int] = {
    "spark": 0,
    "ember": 200,
    "flame": 600,
    "torch": 1_500,
    "lantern": 3_000,
    "campfire": 6_000,
    "beacon": 12_000,
    "lighthouse": 25_000,
    "aurora": 50_000,
    "star": 100_000,
}
"""The experience from which each level holds."""

_PAUSE = 14
"""Days without an answer after which a learner comes back."""

_Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Goal:
    """An achievement: so many of what ``measure`` counts (a column of ``Tally``, or one that ``_counts`` adds)."""

    measure: str
    wanted: int


ACHIEVEMENTS: Mapping[str, Goal] = {
    "first": Goal("days", 1),
    "three_days": Goal("streak", 3),
    "week": Goal("streak", 7),
    "month": Goal("streak", 30),
    "hundred_days": Goal("streak", 100),
    "comeback": Goal("comebacks", 1),
    "curious": Goal("new", 50),
    "explorer": Goal("new", 500),
    "recall": Goal("recalls", 100),
    "deep_recall": Goal("recalls", 1_000),
    "lasting": Goal("matured", 25),
    "season": Goal("recalled_months", 10),
    "rescue": Goal("rescued", 5),
    "honest": Goal("forgotten", 50),
}
"""The achievements, for habits that are known to help: often, spaced, honest, and again after a break."""


@dataclass(frozen=True, slots=True)
class Achievement:
    """How far an achievement is; ``earned`` is the study day on which it was reached, None before."""

    name: str
    have: int
    wanted: int
    earned: date | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a learner stands on a study day.

    ``level`` is a name of ``LEVELS``; ``next_at`` the experience from which the next one holds, None at the last.
    """

    xp: int
    today_xp: int
    level: str
    level_at: int
    next_at: int | None
    streak: Streak
    achievements: tuple[Achievement, ...]

    @property
    def earned(self) -> int:
        """How many achievements were reached."""
        return sum(one.earned is not None for one in self.achievements)

    @property
    def rank(self) -> int:
        """The number of the level; the first is 0."""
        return list(LEVELS).index(self.level)


def xp_of(tally: Tally) -> int:
    """What a tally's answers earned."""
    return sum(points * getattr(tally, name) for name, points in RULES.items())


def study_days(totals: Totals) -> tuple[date, ...]:
    """The days that count for the streak: those on which anything was earned."""
    return tuple(day for day, tally in totals.items() if tally.earning)


def progress(totals: Totals, today: date) -> Progress:
    """The progress on a study day. What is dated after it (by a wrong clock) is experience, but of no streak yet."""
    xp = sum(map(xp_of, totals.values()))
    level = [name for name, least in LEVELS.items() if xp >= least][-1]
    following = [least for least in LEVELS.values() if least > xp]
    return Progress(
        xp=xp,
        today_xp=xp_of(totals.get(today, Tally())),
        level=level,
        level_at=LEVELS[level],
        next_at=following[0] if following else None,
        streak=streak(study_days(totals), today),
        achievements=_achievements({day: tally for day, tally in totals.items() if day <= today}),
    )


def _achievements(totals: Totals) -> tuple[Achievement, ...]:
    days = list(_counts(totals))
    have = days[-1][1] if days else {}
    return tuple(
        Achievement(
            name,
            min(have.get(goal.measure, 0), goal.wanted),
            goal.wanted,
            next((day for day, counts in days if counts[goal.measure] >= goal.wanted), None),
        )
        for name, goal in ACHIEVEMENTS.items()
    )


def _counts(totals: Totals) -> Iterator[tuple[date, _Counts]]:
    """What achievements look at, as it stood on the evening of each study day."""
    sums = [0] * len(Tally._fields)
    days = study_days(totals)
    back = {after for before, after in pairwise(days) if (after - before).days > _PAUSE}
    comebacks = 0
    for number, (day, now) in enumerate(running(days), start=1):
        sums = [a + b for a, b in zip(sums, totals[day], strict=True)]
        comebacks += day in back
        tally = Tally(*sums)
        yield (
            day,
            {
                **tally._asdict(),
                "days": number,
                "streak": now.longest,
                "comebacks": comebacks,
                "recalls": tally.recalled + tally.recalled_weeks + tally.recalled_months,
            },
        )
