"""Use case: a page that was quizzed at once is kept: as a course of its own, or in one that is there."""

from pathlib import Path
from shlex import join

from mediaquiz.app.course import COURSE_FILE, LESSON_FOLDER, Course, read
from mediaquiz.app.lessons import deck_path, lesson_paths
from mediaquiz.app.quiz import Desk, open_desk
from mediaquiz.app.start import start
from mediaquiz.errors import MediaquizError
from mediaquiz.model.review import Kind
from mediaquiz.store import log
from mediaquiz.store.courselock import writing_decks
from mediaquiz.store.device import device_id
from mediaquiz.store.files import storage_error, write_atomic


def keep(page: Desk, folder: Path) -> Course:
    """Put the page's lesson, its questions and all answers to them into a course, made where there is none.

    The questions keep their ids, so that they come again when they would have come; other lessons and decks are left
    alone. Raises MediaquizError when the course holds the page already, StorageError or Busy when nothing can be saved.
    """
    (lesson,) = lesson_paths(page.course)
    text = lesson.read_bytes()
    try:
        course, name = _make_room(folder.expanduser(), page.course.title, lesson.name, text)
    except (OSError, RuntimeError) as why:  # RuntimeError: the home of a user that there is not
        told = why if isinstance(why, OSError) else OSError(str(why))
        raise storage_error("Cannot use", folder, told) from why
    old, new = f"{LESSON_FOLDER}/{lesson.name}", f"{LESSON_FOLDER}/{name}"
    deck = (page.course.root / deck_path(old)).read_bytes().decode("utf-8")
    with writing_decks(course.root):
        write_atomic(course.root / deck_path(new), deck.replace(f"lesson: {old}", f"lesson: {new}", 1).encode())
        write_atomic(course.root / new, text)
    _take_answers(page, course, old, new)
    return course


def _make_room(folder: Path, title: str, lesson: str, text: bytes) -> tuple[Course, str]:
    """The course in a folder, made where there is none, and the name of the lesson there. Raises also OSError."""
    if folder.exists() and not folder.is_dir():
        raise MediaquizError(f"{folder} is a file", hint="Name a folder.")
    name = _free_name(folder, lesson, text)
    if not _is_course(folder):
        (folder / LESSON_FOLDER).mkdir(parents=True, exist_ok=True)
        start(folder, title=title)
    return read(folder.resolve()), name


def _is_course(folder: Path) -> bool:
    return (folder / COURSE_FILE).is_file() or (folder / LESSON_FOLDER).is_dir()


def _free_name(folder: Path, name: str, text: bytes) -> str:
    """A name that no lesson and no deck of the course has. Raises MediaquizError when a lesson is the same page."""
    lessons = folder / LESSON_FOLDER
    for known in lessons.glob("*") if lessons.is_dir() else ():
        if known.is_file() and known.read_bytes() == text:
            ask = join(["mediaquiz", "--course", str(folder), "quiz"])
            raise MediaquizError(f"{known} is this page already", hint=f"Ask it: {ask}")
    stem, suffix = Path(name).stem, Path(name).suffix
    number, free = 1, name
    while (folder / deck_path(f"{LESSON_FOLDER}/{free}")).exists() or (lessons / free).exists():
        number += 1
        free = f"{stem}-{number}{suffix}"
    return free


def _take_answers(page: Desk, course: Course, old: str, new: str) -> None:
    """Appends what the page's log says, but for what was undone, to the log of the course."""
    known = open_desk(course).state
    found = [
        record
        for record in log.read_all(page.course.reviews)[0]
        if isinstance(record.kind, Kind) and record.kind is not Kind.VOID and record.id not in page.state.voided
        if not (record.item and known.card(record.item).reviews)
    ]
    entries = [
        log.Entry(record.kind, record.at, record.day, record.item, _data(dict(record.data), old, new))
        for record in found
        if isinstance(record.kind, Kind) and record.kind is not Kind.SETTINGS
    ]
    if entries:
        log.append_all(course.reviews, device_id(), entries)


def _data(data: dict[str, object], old: str, new: str) -> dict[str, object]:
    """A record's data in its new place: ``past`` names records of the page's log, which are not there."""
    data.pop("past", None)
    return data | ({"lesson": new} if data.get("lesson") == old else {})
