"""The user's own settings: ``config.toml`` in the user's configuration folder, read only when it is there."""

from pathlib import Path
from typing import Any

from mediaquiz.model.problem import Problem, Span, warning
from mediaquiz.store.places import config_folder


def read_config() -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The values in the file; none when there is no file, or it cannot be understood (MQ603)."""
    path = config_folder() / "config.toml"
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return {}, ()
    except OSError as why:
        return {}, (_refused(path, why.strerror or "it cannot be read"),)
    import tomllib

    try:
        return tomllib.loads(raw.decode("utf-8-sig")), ()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as why:
        return {}, (_refused(path, str(why)),)


def _refused(path: Path, reason: str) -> Problem:
    return warning(
        "MQ603", f"the settings are not understood: {reason}", Span(str(path)), "Correct or delete the file."
    )
