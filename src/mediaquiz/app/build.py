"""Use case: lessons into decks. When nothing changed since the last build, this module is all that runs."""

import random
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from datetime import datetime

from mediaquiz.app.course import Course
from mediaquiz.app.report import Progress, Report
from mediaquiz.app.snapshot import recall, remember
from mediaquiz.errors import StorageError


def build(
    course: Course,
    *,
    now: datetime,
    rng: random.Random,
    write: bool = True,
    explain: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Bring all decks of the course up to date with its lessons.

    ``now`` is aware and dates what changed; ``rng`` gives new ids. With ``write=False`` nothing is written and the
    report says what would be. With ``explain`` the report holds the refusals of the gates. Lessons that did not change
    since the last build are not read again; the decks come out the same as if they were, byte for byte. Raises
    StorageError when a deck cannot be saved (decks saved before stay saved), Busy when another process is writing.
    """
    if not explain and (known := recall(course)):
        return known
    from mediaquiz.app.rebuild import rebuild

    with _alone(course) if write else nullcontext():
        report = rebuild(course, now=now, rng=rng, write=write, progress=progress)
        if write and not report.written:
            remember(course, report)
    return report


@contextmanager
def _alone(course: Course) -> Iterator[None]:
    """Keep other writers away; in a course that cannot be written, there are none."""
    from mediaquiz.store.courselock import writing_decks

    with ExitStack() as held:
        with suppress(StorageError):
            held.enter_context(writing_decks(course.root))
        yield
