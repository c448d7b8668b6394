"""The user's own settings: ``config.toml`` in the user's configuration folder, read only when it is there."""

import os
from pathlib import Path
from typing import Any

from mediaquiz.model.problem import Problem, Span, warning


def config_path() -> Path:
    """The file; ``MEDIAQUIZ_CONFIG`` names another folder."""
    if told := os.environ.get("MEDIAQUIZ_CONFIG"):
        return Path(told) / "config.toml"
    from platformdirs import user_config_dir

    return Path(user_config_dir("mediaquiz", appauthor=False)) / "config.toml"


def read_config() -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The values in the file; none when there is no file, or it cannot be understood (MQ603)."""
    path = config_path()
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return {}, ()
    except OSError as why:
        return {}, (_refused(path, why.strerror or "it cannot be read"),)
    import tomllib

    try:
        return tomllib.loads(raw.decode("utf-8-sig")), ()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as why:
        return {}, (_refused(path, str(why)),)


def _refused(path: Path, reason: str) -> Problem:
    return warning(
        "MQ603", f"the settings are not understood: {reason}", Span(str(path)), "Correct or delete the file."
    )
