"""The user's own settings: ``config.toml`` in the user's configuration folder, read only when it is there."""

import json
import re
from pathlib import Path
from typing import Any

from mediaquiz.errors import MediaquizError
from mediaquiz.model.problem import Problem, Span, warning
from mediaquiz.store.places import config_folder

_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def config_file() -> Path:
    """Where the file is, or would be."""
    return config_folder() / "config.toml"


def read_config() -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The values in the file; none when there is no file, or it cannot be understood (MQ603)."""
    path = config_file()
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


def write_config(name: str, value: object | None) -> None:
    """Set one value, or take it out with None; every other line of the file stays as it is.

    Raises MediaquizError when the file is not understood, StorageError when it cannot be written; then it is as it was.
    """
    import tomllib

    from mediaquiz.store.files import make_folder, write_atomic

    path = config_file()
    told, problems = read_config()
    wanted = {key: old for key, old in told.items() if key != name} | ({} if value is None else {name: value})
    text = path.read_bytes().decode("utf-8-sig") if told else ""
    new = _with_line(text, name, "" if value is None else f"{name} = {json.dumps(value, ensure_ascii=False)}\n")
    try:
        understood = not problems and tomllib.loads(new) == wanted
    except tomllib.TOMLDecodeError:
        understood = False
    if not understood:
        raise MediaquizError(f"{path} cannot be changed", hint="Correct it, or change it in an editor.")
    make_folder(path.parent)
    write_atomic(path, new.encode("utf-8"))


def _with_line(text: str, name: str, line: str) -> str:
    """The text with the line in the place of the one that sets the name, or before the first table."""
    first_table = _TABLE.search(text)
    top, rest = (text[: first_table.start()], text[first_table.start() :]) if first_table else (text, "")
    own = re.compile(rf"^[ \t]*{re.escape(name)}[ \t]*=.*\n?", re.MULTILINE)
    if own.search(top):
        return own.sub(lambda _: line, top, count=1) + rest
    return top + "\n" * bool(top and not top.endswith("\n")) + line + rest


def _refused(path: Path, reason: str) -> Problem:
    return warning(
        "MQ603", f"the settings are not understood: {reason}", Span(str(path)), "Correct or delete the file."
    )
