"""The user's own editor, opened at a line of a file.

``VISUAL`` and ``EDITOR`` name it, with its options; without them, the first of a few that are everywhere.
"""

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from mediaquiz.errors import MediaquizError, NotFound

_DEFAULTS = ("notepad",) if os.name == "nt" else ("sensible-editor", "nano", "vim", "vi")
_PLUS = ("+{line}", "{file}")
_COLON = ("{file}:{line}",)
_GOTO = ("--wait", "--goto", "{file}:{line}")
_PLACES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("vi", "vim", "nvim", "gvim", "view", "nano", "pico", "emacs", "emacsclient", "micro"), _PLUS),
    **dict.fromkeys(("kak", "joe", "jed", "mg", "ne", "ed", "sensible-editor", "editor", "gedit"), _PLUS),
    **dict.fromkeys(("hx", "helix", "zed", "subl", "sublime_text"), _COLON),
    **dict.fromkeys(("code", "code-insiders", "codium", "vscodium", "cursor"), _GOTO),
}
"""How each editor is told a file and a line; any other gets the file alone."""
_WAITS = {"subl": "--wait", "sublime_text": "--wait", "zed": "--wait", "gedit": "--wait"}
"""What makes an editor stay until the file is closed."""


def edit(path: Path, line: int, env: Mapping[str, str] = os.environ) -> None:
    """Opens the editor at a line of the file and waits until it ends.

    Raises NotFound when there is no such program, MediaquizError when it ends with a failure.
    """
    arguments = command(path, line, env)
    try:
        with _interrupts_are_the_editors():
            code = subprocess.run(arguments, check=False).returncode
    except OSError as why:
        hint = "Set EDITOR to your editor, for example: export EDITOR=nano"
        raise NotFound(f"the editor {arguments[0]!r} cannot be started: {why.strerror or why}", hint=hint) from why
    if code:
        hint = "Whatever it saved is in the file; set EDITOR if it is the wrong one."
        raise MediaquizError(f"the editor {arguments[0]!r} ended with code {code}", hint=hint)


def command(path: Path, line: int, env: Mapping[str, str]) -> list[str]:
    """The program and its arguments. Raises NotFound when no editor is known."""
    told = env.get("VISUAL") or env.get("EDITOR") or next(filter(shutil.which, _DEFAULTS), "")
    try:
        program = [part.strip('"') for part in shlex.split(told, posix=os.name != "nt")]
    except ValueError as why:
        raise NotFound(f"EDITOR is not understood: {told!r} ({why})", hint="Check its quotation marks.") from why
    if not program:
        raise NotFound("no editor is known", hint="Set EDITOR to your editor, for example: export EDITOR=nano")
    name = Path(program[0]).stem.lower()
    place = [part.format(file=path, line=max(line, 1)) for part in _PLACES.get(name, ("{file}",))]
    waits = [_WAITS[name]] if name in _WAITS and _WAITS[name] not in program else []
    return [*program, *waits, *(part for part in place if part not in program)]


@contextmanager
def _interrupts_are_the_editors() -> Iterator[None]:
    """Ctrl-C means the editor, which may use it as a key: it must not end us under it."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
