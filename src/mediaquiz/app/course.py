"""A course: the folder that holds lessons, decks and reviews, and how it is found."""

import json
from pathlib import Path

from mediaquiz.errors import NotFound
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.problem import Problem, Span, warning
from mediaquiz.store import deckstore
from mediaquiz.text import slug

COURSE_FILE = "mediaquiz.yaml"
LESSON_FOLDER = "lessons"
REVIEW_FOLDER = "reviews"
_KEYS = ("title", "course", "language", "tracks", "exclude", "site", "speech")


@dataclass(frozen=True, slots=True)
class Course:
    """A course folder. ``id`` names the course in exports and never changes; ``exclude`` holds globs of lessons.

    ``site`` is the address of the folder of lessons on the web, and ``speech`` whether answers are read aloud, where
    cards can link and speak.
    """

    root: Path
    id: str
    title: str
    language: str = "en"
    tracks: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    site: str = ""
    speech: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def lessons(self) -> Path:
        """The folder of lessons."""
        return self.root / LESSON_FOLDER

    @property
    def reviews(self) -> Path:
        """The folder of the review log."""
        return self.root / REVIEW_FOLDER

    @property
    def on_cards(self) -> dict[str, str]:
        """What the course puts on every card, as options of a format."""
        return {**({"site": self.site} if self.site else {}), **({"speech": "on"} if self.speech else {})}


def find(start: Path | None = None) -> Course:
    """The course of a folder: the folder itself or the nearest one above that is a course.

    Raises NotFound when there is none, or when ``start`` does not exist.
    """
    here = (start or Path()).resolve()
    if not here.is_dir():
        raise NotFound(f"{start} is not a folder", hint="Name the course folder: mediaquiz --course FOLDER …")
    for folder in (here, *here.parents):
        if (folder / COURSE_FILE).is_file() or (folder / LESSON_FOLDER).is_dir():
            return read(folder)
    raise NotFound(
        f"{here} is no course, nor is any folder above it",
        hint="Make one with `mediaquiz init`, try `mediaquiz init --demo`, or quiz one page: `mediaquiz quiz FILE`.",
    )


def read(root: Path) -> Course:
    """The course in ``root``, with defaults for all that ``mediaquiz.yaml`` does not say."""
    try:
        raw = (root / COURSE_FILE).read_bytes()
    except OSError:
        raw = b""
    told, problems = _settings(root, raw) if raw.strip() else ({}, ())
    name = root.name or "course"
    return Course(
        root=root,
        id=slug(_text(told, "course") or name),
        title=_text(told, "title") or name,
        language=_text(told, "language") or "en",
        tracks=_texts(told, "tracks"),
        exclude=_texts(told, "exclude"),
        site=_text(told, "site"),
        speech=_text(told, "speech").lower() in ("true", "on", "yes"),
        problems=problems,
    )


def _text(told: dict[str, object], key: str) -> str:
    value = told.get(key)
    return value if isinstance(value, str) else ""


def _texts(told: dict[str, object], key: str) -> tuple[str, ...]:
    value = told.get(key)
    return tuple(part for part in value if isinstance(part, str)) if isinstance(value, list) else ()


def _settings(root: Path, raw: bytes) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """The course file's values, through a cache next to that of the decks: YAML is slow to import.

    The cache keeps the file's bytes, one character each: comparing them costs less than loading what makes a hash.
    """
    cache = root / ".mediaquiz" / "course.json"
    text = raw.decode("latin-1")
    try:
        known = json.loads(cache.read_bytes())
        if known["file"] == text:
            return known["told"], ()
    except (OSError, ValueError, KeyError, TypeError):
        pass
    told, problems = _parse(raw)
    if not problems:
        _remember(cache, {"file": text, "told": told})
    return told, problems


def _remember(cache: Path, known: dict[str, object]) -> None:
    from mediaquiz.errors import MediaquizError
    from mediaquiz.store.files import write_atomic

    try:
        cache.parent.mkdir(exist_ok=True)
        write_atomic(cache, json.dumps(known, ensure_ascii=False).encode())
    except (OSError, MediaquizError):
        return


def _parse(raw: bytes) -> tuple[dict[str, object], tuple[Problem, ...]]:
    from mediaquiz.decks.yamltext import parse

    tree, problems = parse(raw.decode("utf-8", errors="replace"), COURSE_FILE)
    if not isinstance(tree, dict):
        hint = "Write lines such as `title: My course`."
        return {}, (*problems, warning("MQ602", "the course file has no settings", Span(COURSE_FILE), hint))
    unknown = tuple(
        warning("MQ602", f"unknown setting {key!r}", Span(COURSE_FILE), f"Known are: {', '.join(_KEYS)}.")
        for key in tree
        if key not in _KEYS
    )
    return {key: value for key, value in tree.items() if key in _KEYS}, (*problems, *unknown)


def load_decks(course: Course) -> tuple[tuple[Deck, ...], tuple[Problem, ...]]:
    """All decks of the course in course order, with all that is wrong with their files."""
    return deckstore.load_decks(course.root)
