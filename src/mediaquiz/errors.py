"""Every exception that mediaquiz raises on purpose, and the exit code that each one ends the program with.

    MediaquizError            1   the work could not be finished
    ├── NotFound              3   a file, lesson, item or course that was named is not there
    ├── StorageError          4   nothing could be written: read-only, full, no permission
    ├── Busy                  5   another process holds the lock
    └── NewerVersion          6   the file was written by a newer mediaquiz: read on, never write

Bad *content* (a broken deck, an empty lesson) is not an exception: it is a ``Problem`` (see ``model.problem``), so
that one bad line never hides the next. The command then ends with 1 when any problem is an error.
"""

from typing import ClassVar

EXIT_CODES: dict[int, str] = {
    0: "done; also when nothing is due",
    1: "the input has errors, or the work could not be finished",
    2: "the command line is wrong",
    3: "a file, lesson, item or course that was named does not exist or cannot be read",
    4: "nothing could be saved: read-only folder, full disk, no permission",
    5: "another mediaquiz is writing the same files",
    6: "the files were written by a newer mediaquiz",
    70: "a bug in mediaquiz",
    130: "interrupted (Ctrl-C); every answer given before is saved",
    141: "the program that read the output ended first, as `head` does; nothing is wrong",
}


class MediaquizError(Exception):
    """The root of all. ``str(error)`` says what happened and where; ``hint`` says what to do next."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class NotFound(MediaquizError):
    """Something that the user named is not there."""

    exit_code = 3


class StorageError(MediaquizError):
    """The operating system refused to read or write."""

    exit_code = 4


class Busy(MediaquizError):
    """Another process holds the lock for longer than we wait."""

    exit_code = 5


class NewerVersion(MediaquizError):
    """A file says a version that this program does not know how to write."""

    exit_code = 6
