"""What a learner can set about scheduling, and how a value from a file or a record becomes one."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import timedelta
from functools import cached_property, lru_cache
from typing import Any

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.problem import Problem, Span, warning
from mediaquiz.schedule.day import ROLLOVER_HOUR
from mediaquiz.text import sha256

# The published FSRS-6 defaults and the bounds within which the formulas hold. They are written out because reading
# settings must not cost the import of the scheduler; a test compares them with the library's.
DEFAULT_PARAMETERS = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)
LOWEST = (
    *(0.001, 0.001, 0.001, 0.001, 1.0, 0.001, 0.001, 0.001, 0.0, 0.0, 0.001),
    *(0.001, 0.001, 0.001, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.1),
)
HIGHEST = (
    *(100.0, 100.0, 100.0, 100.0, 10.0, 4.0, 4.0, 0.75, 4.5, 0.8, 3.5),
    *(5.0, 0.25, 0.9, 4.0, 1.0, 6.0, 2.0, 2.0, 0.8, 0.8),
)

EVERY_DAY = (100,) * 7

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*([smhd])")
_LONGEST_STEP = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that scheduling depends on beside the log. The defaults are Anki's."""

    desired_retention: float = 0.9
    maximum_interval: int = 36500
    """Days."""
    learning_steps: tuple[timedelta, ...] = (timedelta(minutes=1), timedelta(minutes=10))
    relearning_steps: tuple[timedelta, ...] = (timedelta(minutes=10),)
    new_per_day: int = 20
    reviews_per_day: int = 200
    rollover_hour: int = ROLLOVER_HOUR
    learn_ahead: timedelta = timedelta(minutes=20)
    leech_lapses: int = 8
    backlog: bool = True
    """Whether to work off more reviews than a day takes first: see ``queue``."""
    fuzz: bool = True
    balance: bool = True
    """Whether fuzz prefers days on which few cards are due."""
    easy_days: tuple[int, ...] = EVERY_DAY
    """For Monday to Sunday, how much of a usual day's reviews is wanted, in percent."""
    parameters: tuple[float, ...] = DEFAULT_PARAMETERS

    @cached_property
    def params_id(self) -> str:
        """The name of the parameters in a review record: the model's version and a hash of the numbers."""
        return _params_id(self.parameters)


@lru_cache(maxsize=8)
def _params_id(parameters: tuple[float, ...]) -> str:
    text = ",".join(f"{parameter:.6g}" for parameter in parameters)
    return f"fsrs6-{sha256(text.encode()).hex()[:8]}"


def read_settings(
    values: Mapping[str, object], base: Settings | None = None, span: Span | None = None
) -> tuple[Settings, tuple[Problem, ...]]:
    """The base with every known value put in; a bad value is a Problem (MQ603) and leaves the base's.

    ``values`` come from a ``settings`` record, a configuration file or a command line, so numbers may be texts.
    Keys that are no scheduling options are ignored: a newer version, or another part of the program, may know them.
    """
    settings = base or Settings()
    good: dict[str, Any] = {}
    problems: list[Problem] = []
    for name in OPTIONS.keys() & values.keys():
        try:
            good[name] = OPTIONS[name](values[name])
        except ValueError as wrong:
            problems.append(_refused(name, values[name], str(wrong), settings, span))
    return replace(settings, **good), tuple(sorted(problems, key=lambda problem: problem.message))


def _refused(name: str, value: object, wanted: str, settings: Settings, span: Span | None) -> Problem:
    shown = repr(value) if len(repr(value)) <= 40 else repr(value)[:37] + "..."
    kept = plain_settings(settings)[name]
    hint = f"Set {name} to {wanted}; until then {'its old numbers stay' if name == 'parameters' else f'it is {kept}'}."
    return warning("MQ603", f"{name} is {shown}, which is not {wanted}.", span, hint)


def plain_settings(settings: Settings) -> dict[str, object]:
    """The settings as JSON and TOML hold them; ``read_settings`` reads them back."""
    return {field.name: _plain(getattr(settings, field.name)) for field in fields(settings)}


def _plain(value: object) -> object:
    if isinstance(value, timedelta):
        return duration_text(value)
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def duration_text(duration: timedelta) -> str:
    """A duration in the largest unit that it is a whole number of: ``90s``, ``10m``, ``2h``, ``1d``."""
    seconds = round(duration.total_seconds())
    unit = next(unit for unit in "dhms" if seconds % _UNITS[unit] == 0)
    return f"{seconds // _UNITS[unit]}{unit}"


# Readers of one value: return it typed, or raise ValueError saying what it should be.


def _number(low: float, high: float) -> Callable[[object], float]:
    def read(value: object) -> float:
        wanted = f"a number from {low:g} to {high:g}"
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            raise ValueError(wanted)
        try:
            number = float(value)
        except (ValueError, OverflowError):
            raise ValueError(wanted) from None
        if not low <= number <= high:
            raise ValueError(wanted)
        return number

    return read


def _whole(low: int, high: int) -> Callable[[object], int]:
    number = _number(low, high)

    def read(value: object) -> int:
        wanted = f"a whole number from {low} to {high}"
        try:
            found = number(value)
        except ValueError:
            raise ValueError(wanted) from None
        if not found.is_integer():
            raise ValueError(wanted)
        return int(found)

    return read


def _flag(value: object) -> bool:
    found = {"true": True, "on": True, "false": False, "off": False}.get(str(value).lower())
    if found is None:
        raise ValueError("true or false")
    return found


def _duration(value: object) -> timedelta:
    found = _DURATION.fullmatch(value.strip()) if isinstance(value, str) and len(value) <= 20 else None
    duration = timedelta(seconds=round(float(found[1]) * _UNITS[found[2]])) if found else timedelta()
    if not timedelta(seconds=1) <= duration <= _LONGEST_STEP:
        raise ValueError("a duration such as 10m, 1h or 1d, up to 30d")
    return duration


def _steps(value: object) -> tuple[timedelta, ...]:
    parts = value.replace(",", " ").split() if isinstance(value, str) else value
    try:
        return tuple(_duration(part) for part in _listed(parts))
    except ValueError:
        raise ValueError("a list of durations such as 1m, 10m") from None


def _week(value: object) -> tuple[int, ...]:
    wanted = "seven percentages from Monday to Sunday, such as 100 100 100 100 100 50 0"
    parts = value.replace(",", " ").replace("%", " ").split() if isinstance(value, str) else value
    percent = _whole(0, 100)
    try:
        found = tuple(percent(part) for part in _listed(parts))
    except ValueError:
        raise ValueError(wanted) from None
    if len(found) != len(EVERY_DAY) or not any(found):
        raise ValueError(wanted)
    return found


def _parameters(value: object) -> tuple[float, ...]:
    wanted = f"a list of {len(DEFAULT_PARAMETERS)} FSRS-6 parameters within their bounds"
    parts = value.replace(",", " ").split() if isinstance(value, str) else value
    numbers = tuple(_listed(parts, wanted))
    if len(numbers) != len(DEFAULT_PARAMETERS):
        raise ValueError(wanted)
    try:
        return tuple(_number(low, high)(number) for number, low, high in zip(numbers, LOWEST, HIGHEST, strict=True))
    except ValueError:
        raise ValueError(wanted) from None


def _listed(value: object, wanted: str = "a list") -> Iterable[object]:
    if not isinstance(value, list | tuple):
        raise ValueError(wanted)
    return value


OPTIONS: dict[str, Callable[[object], object]] = {
    "desired_retention": _number(0.7, 0.99),
    "maximum_interval": _whole(1, 36500),
    "learning_steps": _steps,
    "relearning_steps": _steps,
    "new_per_day": _whole(0, 9999),
    "reviews_per_day": _whole(0, 9999),
    "rollover_hour": _whole(0, 23),
    "learn_ahead": _duration,
    "leech_lapses": _whole(1, 99),
    "backlog": _flag,
    "fuzz": _flag,
    "balance": _flag,
    "easy_days": _week,
    "parameters": _parameters,
}
"""Every scheduling option and the reader of its value."""
