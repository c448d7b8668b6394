"""Use case: another program's file into a deck of its own, ``decks/imported/NAME.yaml``, as often as it changes."""

import random
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePath

from mediaquiz.app import media
from mediaquiz.app.advice import advise
from mediaquiz.app.course import Course, load_decks
from mediaquiz.decks.dump import dump
from mediaquiz.decks.incoming import Brought, bring_in
from mediaquiz.decks.load import Loaded, load
from mediaquiz.decks.splice import splice
from mediaquiz.errors import MediaquizError, NotFound
from mediaquiz.formats import reader
from mediaquiz.model.arrival import Arrival, Parcel, PastReview, Tuning
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item
from mediaquiz.model.problem import Problem, Severity
from mediaquiz.model.views import prompt
from mediaquiz.store.courselock import writing_decks
from mediaquiz.store.decklock import append_lock, read_lock
from mediaquiz.store.deckstore import DECK_FOLDER
from mediaquiz.store.files import storage_error, write_atomic
from mediaquiz.text import language_of, slug

FOLDER = f"{DECK_FOLDER}/imported"
LARGEST = 512 * 1024 * 1024
"""Bytes of the largest file that is read; a format may be stricter."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: the deck's path in the course, how many items are new, changed, or were there already.

    ``reviews`` are those of the file, each with the id of its item where that came in; ``tunings`` how the other
    program schedules.
    """

    deck: str
    added: int = 0
    changed: int = 0
    same: int = 0
    written: bool = False
    reviews: tuple[PastReview, ...] = ()
    tunings: tuple[Tuning, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_file(path: Path) -> bytes:
    """The bytes of a file. Raises NotFound when it is not there, cannot be read or is larger than ``LARGEST``."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise NotFound(f"{path} does not exist", hint="Check the name.") from None
    except OSError as why:
        told = storage_error("Cannot read", path, why)
        raise NotFound(str(told), hint=told.hint) from why
    if len(data) > LARGEST:
        raise NotFound(f"{path} is larger than {LARGEST >> 20} MiB", hint="Split it, or name a smaller file.")
    return data


def bring(
    course: Course,
    format_name: str,
    data: bytes,
    name: str,
    *,
    now: datetime,
    rng: random.Random,
    deck_name: str = "",
    options: Mapping[str, str] | None = None,
    write: bool = True,
) -> Imported:
    """Read a file of another program and bring its items into the deck ``decks/imported/NAME.yaml``.

    NAME is ``deck_name``, by default the file's ``name``. With ``write=False`` nothing is written and the result says
    what would be. Raises NotFound for an unknown format, MediaquizError when the deck has errors, StorageError when
    nothing can be saved; then the deck is as it was.
    """
    arrival, problems = reader(format_name)(Parcel(name, data, options or {}))
    path = f"{FOLDER}/{slug(deck_name or PurePath(name).stem)}.yaml"
    if not arrival.items:
        return Imported(path, reviews=arrival.reviews, tunings=arrival.tunings, problems=problems)
    with writing_decks(course.root) if write else nullcontext():
        brought, changed, told = _into_deck(
            course, format_name, arrival, path, deck_name or PurePath(name).stem, now, rng, write
        )
    advice = advise(((one.item, one.span) for one in brought.fresh), brought.deck.lang)
    return Imported(
        deck=path,
        added=brought.added,
        changed=brought.changed,
        same=brought.same,
        written=changed,
        reviews=_known_reviews(arrival, brought),
        tunings=arrival.tunings,
        problems=(*problems, *brought.problems, *told, *advice),
    )


def _into_deck(
    course: Course,
    format_name: str,
    arrival: Arrival,
    path: str,
    title: str,
    now: datetime,
    rng: random.Random,
    write: bool,
) -> tuple[Brought, bool, tuple[Problem, ...]]:
    """What the import made of the deck, whether its file was (or would be) written, and what pictures had to stay."""
    loaded = _loaded(course, path)
    lock, _ = read_lock(course.root)
    header = Deck(path, title=arrival.title or title, lang=arrival.lang or _lang(arrival))
    old = loaded.deck if loaded else None
    brought = bring_in(old, arrival.items, header, format_name, lock, rng, _others(course, path))
    text = splice(loaded, brought.deck) if loaded else dump(brought.deck)
    changed = bool(brought.deck.items) and (loaded is None or text != loaded.text)
    told: tuple[Problem, ...] = ()
    if changed and write:
        told = media.save(course.root, arrival.media)
        write_atomic(course.root / path, text.encode("utf-8"))
        append_lock(course.root, lock, [brought.deck], now)
    return brought, changed, told


def _loaded(course: Course, path: str) -> Loaded | None:
    file = course.root / path
    if not file.exists():
        return None
    try:
        loaded = load(file.read_bytes().decode("utf-8"), path)
    except (OSError, UnicodeDecodeError) as why:
        raise MediaquizError(f"{path} cannot be read", hint="Correct or move it, then import again.") from why
    wrong = next((problem for problem in loaded.problems if problem.severity is Severity.ERROR), None)
    if wrong:
        raise MediaquizError(f"nothing was imported: {wrong}", hint=f"Correct {path}, then import again.")
    return loaded


def _others(course: Course, path: str) -> dict[str, tuple[Deck, Item]]:
    """The items of all other decks by id."""
    decks, _ = load_decks(course)
    return {item.id: (deck, item) for deck in decks if deck.path != path for item in deck.items if item.id}


def _lang(arrival: Arrival) -> str:
    return language_of(" ".join(prompt(one.item.content) for one in arrival.items[:200]))


def _known_reviews(arrival: Arrival, brought: Brought) -> tuple[PastReview, ...]:
    return tuple(replace(review, item=brought.ids.get(review.item, review.item)) for review in arrival.reviews)
