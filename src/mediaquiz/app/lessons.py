"""The lessons of a course: which files they are, and which deck belongs to each."""

from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from mediaquiz.app import lessonfile
from mediaquiz.app.course import LESSON_FOLDER, Course
from mediaquiz.store.deckstore import DECK_FOLDER
from mediaquiz.store.files import files_below
from mediaquiz.text import clean


def lesson_paths(course: Course) -> list[Path]:
    """The lessons of a course, in course order: by name, hidden and excluded files left out."""
    found = (
        name
        for name in files_below(course.lessons)
        if PurePosixPath(name).suffix.lower() in lessonfile.SUFFIXES
        and not any(part.startswith(".") for part in name.split("/"))
        and not any(excludes(glob, name) for glob in course.exclude)
    )
    return [course.lessons / name for name in sorted(found)]


def excludes(glob: str, name: str) -> bool:
    """Whether a glob of ``exclude:`` means the lesson ``name``, a path below ``lessons/``.

    As in a ``.gitignore``: a glob without a slash means the name of any file or folder, one with a slash the path from
    ``lessons/`` (which may be written out); a folder means all that is in it; ``**`` means any number of folders.
    """
    glob, name = clean(glob), clean(name)
    wanted = glob.removeprefix("./").removeprefix(f"{LESSON_FOLDER}/").strip("/").split("/")
    parts = name.split("/")
    if len(wanted) == 1:
        return any(fnmatchcase(part, wanted[0]) for part in parts)
    return _leads_to(wanted, parts)


def _leads_to(globs: list[str], parts: list[str]) -> bool:
    """Whether the globs, one a folder, mean the path or a folder above it."""
    if not globs:
        return True
    if globs[0] == "**":
        return any(_leads_to(globs[1:], parts[skipped:]) for skipped in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], globs[0]) and _leads_to(globs[1:], parts[1:])


def deck_path(lesson: str) -> str:
    """Where the deck of a lesson stands: ``lessons/a/b.md`` → ``decks/a/b.yaml``."""
    inside = PurePosixPath(lesson).relative_to(LESSON_FOLDER)
    return (PurePosixPath(DECK_FOLDER) / inside.with_suffix(".yaml")).as_posix()
