"""Decks as git has them, where a course is kept in git."""

import subprocess
from pathlib import Path

from mediaquiz.errors import NotFound


def files_at(root: Path, revision: str, folder: str) -> tuple[str, ...]:
    """The files below a folder at a revision, as paths in ``root``. Raises NotFound when git does not know it."""
    out = _git(root, "ls-tree", "-r", "-z", "--name-only", "--end-of-options", revision, f"{folder}/")
    return tuple(name.decode("utf-8", errors="replace") for name in out.split(b"\0") if name)


def file_at(root: Path, revision: str, path: str) -> bytes:
    """A file's bytes at a revision. Raises NotFound when it was not there."""
    return _git(root, "show", "--end-of-options", f"{revision}:./{path}")


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except OSError as why:
        raise NotFound(f"git cannot be started: {why.strerror or why}", hint="Install git.") from why
    if done.returncode:
        told = done.stderr.decode("utf-8", errors="replace").strip().removeprefix("fatal: ").partition("\n")[0]
        raise NotFound(f"git does not know this: {told}", hint="Name a commit or branch of the course's repository.")
    return done.stdout
