"""Use case: a learner's settings: those of a course, kept in its log, over those of the user, kept in a file.

What is set in a course goes with its log to every machine. The language of the interface is the user's, in all courses.
"""

from collections.abc import Mapping

from mediaquiz.app.quiz import Desk
from mediaquiz.app.usersettings import LANGUAGE, LANGUAGES, NAMES, POINTS, did_you_mean, read_points
from mediaquiz.errors import MediaquizError, NotFound
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.review import Kind
from mediaquiz.schedule.settings import Settings, plain_settings, read_settings
from mediaquiz.store.config import read_config, write_config


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. ``value`` is as JSON and TOML hold it; ``origin`` is ``course``, ``user`` or ``default``."""

    name: str
    value: object
    origin: str


def all_settings(desk: Desk | None) -> tuple[Setting, ...]:
    """All settings as they hold in the desk's course, or for the user. ``language`` is empty when it is not set."""
    told, _ = read_config()
    values = desk.state.values if desk else {}
    now = plain_settings(desk.state.settings if desk else read_settings(told)[0])
    now[POINTS] = _points(values.get(POINTS, told.get(POINTS, True)))
    return tuple(Setting(name, now.get(name, told.get(name, "")), _origin(name, values, told)) for name in NAMES)


def points_on(desk: Desk) -> bool:
    """Whether experience, levels and achievements show in the desk's course."""
    return _points(desk.state.values.get(POINTS, read_config()[0].get(POINTS, True)))


def _points(value: object) -> bool:
    try:
        return read_points(value)
    except ValueError:
        return True


def _origin(name: str, course: Mapping[str, object], user: Mapping[str, object]) -> str:
    return "course" if name in course and name != LANGUAGE else "user" if name in user else "default"


def setting(desk: Desk | None, name: str) -> Setting:
    """One of them. Raises NotFound for a name that is none."""
    found = {one.name: one for one in all_settings(desk)}
    if name not in found:
        raise NotFound(f"there is no setting {name!r}", hint=did_you_mean(name))
    return found[name]


def change(desk: Desk | None, name: str, text: str | None) -> Setting:
    """Set one, or with None go back to what holds without it; as it is then. Without a desk: for all courses.

    Raises NotFound for an unknown name, MediaquizError for a value that it cannot have, StorageError or Busy when
    nothing can be saved.
    """
    setting(desk, name)
    value = None if text is None else _value(name, text)
    if desk is None or name == LANGUAGE:
        write_config(name, value)
    else:
        desk.record([(Kind.SETTINGS, "", {name: value})])
    return setting(desk, name)


def _value(name: str, text: str) -> object:
    if name == LANGUAGE:
        if text not in LANGUAGES:
            raise MediaquizError(f"{name} cannot be {text!r}", hint=f"Languages: {', '.join(LANGUAGES)}.")
        return text
    if name == POINTS:
        try:
            return read_points(text)
        except ValueError as wanted:
            raise MediaquizError(f"{name} cannot be {text!r}", hint=f"Set it to {wanted}.") from None
    settings, problems = read_settings({name: text})
    if problems:
        raise MediaquizError(
            problems[0].message.rstrip("."), hint=f"For example: mediaquiz config {name} {_example(name)}"
        )
    return plain_settings(settings)[name]


def _example(name: str) -> str:
    value = plain_settings(Settings())[name]
    return shown(value) if name != "parameters" else "0.212 1.2931 …"


def shown(value: object) -> str:
    """A value as it is typed."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
