"""What the user set for all courses: the configuration file, understood."""

from mediaquiz.model.problem import Problem, Span, warning
from mediaquiz.schedule.settings import OPTIONS, Settings, read_settings
from mediaquiz.store.config import config_file, read_config

LANGUAGE = "language"
LANGUAGES = ("en", "ko")
POINTS = "points"
NAMES = (*OPTIONS, LANGUAGE, POINTS)
"""Everything that can be set."""


def read_points(value: object) -> bool:
    """Whether experience, levels and achievements show. Raises ValueError for what is neither on nor off."""
    found = {"true": True, "on": True, "false": False, "off": False}.get(str(value).lower())
    if found is None:
        raise ValueError("on or off")
    return found


def read_user_settings() -> tuple[Settings, tuple[Problem, ...]]:
    """The settings that hold where a course says nothing else, and all that is wrong with the file (MQ603)."""
    told, problems = read_config()
    where = Span(str(config_file()))
    settings, wrong = read_settings(told, span=where)
    unknown = [
        warning("MQ603", f"unknown setting {name!r}", where, did_you_mean(name)) for name in told if name not in NAMES
    ]
    if told.get(LANGUAGE, LANGUAGES[0]) not in LANGUAGES:
        hint = f"Languages: {', '.join(LANGUAGES)}."
        unknown.append(warning("MQ603", f"there is no language {told[LANGUAGE]!r}", where, hint))
    try:
        read_points(told.get(POINTS, True))
    except ValueError:
        unknown.append(warning("MQ603", f"{POINTS} is {told[POINTS]!r}", where, f"Set {POINTS} to on or off."))
    return settings, (*problems, *wrong, *unknown)


def did_you_mean(name: str) -> str:
    """What to write in the place of a name that is no setting."""
    from difflib import get_close_matches

    close = get_close_matches(name, NAMES, n=1)
    return f"Did you mean {close[0]}?" if close else f"Settings: {', '.join(NAMES)}."
