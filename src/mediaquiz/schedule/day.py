"""Study days, and times as the review log writes them.

A study day begins at the rollover hour of the learner's local time (04:00 unless set), so that an evening that runs
past midnight is one day. It is computed from the wall clock, never from seconds: it stays right across daylight
saving and journeys.
"""

from datetime import UTC, date, datetime, timedelta

ROLLOVER_HOUR = 4
_DAY = timedelta(days=1)


def study_day(at: datetime, rollover_hour: int = ROLLOVER_HOUR) -> date:
    """The study day of an aware datetime in the learner's own zone. Raises ValueError for a naive one."""
    if at.tzinfo is None:
        raise ValueError("study_day needs a datetime with a time zone")
    day = at.date()
    return day if at.hour >= rollover_hour else day - _DAY


def utc_text(at: datetime) -> str:
    """An aware datetime as the log writes it: UTC, milliseconds, ``Z``."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def read_utc(text: str) -> datetime:
    """The UTC datetime of a text that ``utc_text`` wrote. Raises ValueError when it is none or has no zone."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone")
    try:
        return at.astimezone(UTC)
    except OverflowError:
        raise ValueError(f"{text!r} is outside the calendar") from None


def read_due(text: str) -> date | datetime:
    """What a review's ``due`` says: a study day, or a UTC time for a step. Raises ValueError when it is neither."""
    return date.fromisoformat(text) if len(text) == len("2026-12-01") else read_utc(text)
