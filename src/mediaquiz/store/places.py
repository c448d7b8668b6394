"""The folders that a system keeps for a user's programs."""

import os
import sys
from pathlib import Path

_FREEDESKTOP = frozenset({"linux"})
"""Systems whose folders are named by the XDG variables: known here, for the library takes 6 ms to load."""


def state_folder() -> Path:
    """The user's state folder for mediaquiz; ``MEDIAQUIZ_STATE`` names another one."""
    if told := os.environ.get("MEDIAQUIZ_STATE"):
        return Path(told)
    if sys.platform in _FREEDESKTOP:
        return _xdg("XDG_STATE_HOME", ".local/state")
    from platformdirs import user_state_path

    return user_state_path("mediaquiz", appauthor=False)


def config_folder() -> Path:
    """The user's configuration folder for mediaquiz; ``MEDIAQUIZ_CONFIG`` names another one."""
    if told := os.environ.get("MEDIAQUIZ_CONFIG"):
        return Path(told)
    if sys.platform in _FREEDESKTOP:
        return _xdg("XDG_CONFIG_HOME", ".config")
    from platformdirs import user_config_path

    return user_config_path("mediaquiz", appauthor=False)


def _xdg(variable: str, below_home: str) -> Path:
    return Path(os.environ.get(variable) or Path.home() / below_home) / "mediaquiz"
