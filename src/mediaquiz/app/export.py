"""Use case: decks out to other programs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from mediaquiz.app import media
from mediaquiz.app.asked import Asked, read_request
from mediaquiz.app.assemble import assemble
from mediaquiz.app.course import Course
from mediaquiz.app.languages import course_decks
from mediaquiz.app.look import look
from mediaquiz.app.measured import difficulties, read_measured
from mediaquiz.app.select import narrowed
from mediaquiz.app.takealong import progress_of
from mediaquiz.decks import lock as locks
from mediaquiz.formats import FORMATS, writer
from mediaquiz.model.deck import Deck
from mediaquiz.model.form import Form
from mediaquiz.model.item import ItemType, Status
from mediaquiz.model.looks import LOOKS, ON_CARDS, REVISED
from mediaquiz.model.problem import Problem, Severity, error
from mediaquiz.model.stages import Format, Shipment
from mediaquiz.store.decklock import picture_hash, read_lock
from mediaquiz.store.files import write_atomic
from mediaquiz.text import content_hash

_ALL = Asked()
_GONE = frozenset({Status.RETIRED, Status.ORPHANED})


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written where, and what could not go. ``paths`` is empty when nothing was written."""

    paths: tuple[Path, ...] = ()
    items: int = 0
    decks: int = 0
    problems: tuple[Problem, ...] = field(default_factory=tuple)
    kinds: Mapping[ItemType, int] = field(default_factory=dict)
    """How many items of each type were chosen, in the order of ``ItemType``."""


def export(
    course: Course, format_name: str, out: Path | None, *, now: datetime, asked: Asked = _ALL, save: bool = True
) -> Exported:
    """Write the live items of a course in a format. ``out`` is by default the course's id in the current folder.

    With forms, each goes into a file of its own, ``NAME-A.html``. With ``save=False`` all is made and nothing is
    written: the result says which files would be, and the problems. Raises NotFound for an unknown format or a file
    that is not there, and StorageError when a file cannot be written; then an older one stays.
    """
    write = writer(format_name)
    options, problems = look(asked.template, asked.theme)
    if _errors(problems):
        return Exported(problems=problems)
    decks, wrong = course_decks(course)
    live = tuple(_only(decks, live=True))
    measured, damaged = _measured(course, asked, live)
    forms, title, told = _forms(format_name, asked, live, measured)
    problems = (*wrong, *problems, *damaged, *told)
    if not forms:
        return Exported(problems=problems if _errors(told) else (*problems, _NOTHING))
    chosen = _chosen(live, forms[0])
    retired = tuple(_only(decks, live=False))
    pictures, missing = media.load(course.root, (*chosen, *retired))
    shipment = Shipment(
        course_id=course.id,
        course_title=course.title,
        decks=chosen,
        now=now,
        changed_at=changed_at(course, decks, pictures),
        retired=retired,
        options={**course.on_cards, **options, **title, **asked.options},
        media=pictures,
        forms=forms,
        progress=progress_of(course, decks) if asked.with_progress or FORMATS[format_name].of_answers else {},
    )
    path = out or Path(f"{course.id}{FORMATS[format_name].suffix}")
    paths, told = _write(write, shipment, path, save)
    kinds = Counter(item.type for deck in chosen for item in deck.items)
    return Exported(
        paths,
        len(forms[0].questions),
        len(chosen),
        (*problems, *missing, *told),
        {kind: kinds[kind] for kind in ItemType if kinds[kind]},
    )


def _forms(
    format_name: str, asked: Asked, live: Sequence[Deck], measured: Mapping[str, float]
) -> tuple[tuple[Form, ...], dict[str, str], tuple[Problem, ...]]:
    """The forms that were asked for, the title of their blueprint as an option, and what is wrong or short."""
    request, found = read_request(asked, live, measured)
    if request is None:
        return (), {}, found
    if "forms" not in FORMATS[format_name].options:
        request = replace(request, forms=())  # a blueprint may ask for them; other programs shuffle by themselves
    forms, short = assemble(narrowed(live, asked.wanted), request)
    title = request.blueprint.title if request.blueprint else ""
    return forms, {"title": title} if title else {}, (*found, *short)


def _measured(course: Course, asked: Asked, live: Sequence[Deck]) -> tuple[Mapping[str, float], tuple[Problem, ...]]:
    """How hard the items proved to be; only a blueprint asks."""
    if asked.blueprint is None:
        return {}, ()
    found, problems = read_measured(course.root)
    return difficulties(found, live), problems


def _errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


_NOTHING = error(
    "MQ503", "there is nothing to export", hint="Run `mediaquiz build` first, write items into a deck, or ask for less."
)


def _write(write: Format, shipment: Shipment, path: Path, save: bool) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """One file for each form, all made before the first is written."""
    made = [(file, *write(part)) for file, part in _files(shipment, path)]
    problems = tuple(dict.fromkeys(problem for _, _, told in made for problem in told))
    written = [(file, data) for file, data, _ in made if data]
    for file, data in written if save and len(written) == len(made) else ():
        write_atomic(file, data)
    return tuple(file for file, _ in written) if len(written) == len(made) else (), problems


def _files(shipment: Shipment, path: Path) -> Iterator[tuple[Path, Shipment]]:
    named = any(form.name for form in shipment.forms)
    key = shipment.options.get("key") or ("apart" if named else "inside")
    with_forms = replace(shipment, options={**shipment.options, "key": "inside" if key == "inside" else "none"})
    for form in shipment.forms:
        file = path.with_stem(f"{path.stem}-{form.name}") if form.name else path
        yield file, replace(with_forms, forms=(form,))
    if key == "apart":
        yield path.with_stem(f"{path.stem}-key"), replace(shipment, options={**shipment.options, "key": "only"})


def _chosen(decks: Iterable[Deck], form: Form) -> tuple[Deck, ...]:
    """The decks with the items of a form only."""
    taken = {id(question.item) for question in form.questions}
    kept = (replace(deck, items=tuple(item for item in deck.items if id(item) in taken)) for deck in decks)
    return tuple(deck for deck in kept if deck.items)


def _only(decks: Iterable[Deck], *, live: bool) -> Iterable[Deck]:
    """The decks with their live items only, or with those only that went away; decks left empty are left out."""
    for deck in decks:
        items = tuple(item for item in deck.items if (item.live if live else item.status in _GONE))
        if items:
            yield replace(deck, items=items)


def changed_at(course: Course, decks: Iterable[Deck], pictures: Mapping[str, bytes]) -> dict[str, datetime]:
    """When each item last changed: the lock knows, or, for an edit since the last build, the deck's file."""
    lock, _ = read_lock(course.root)
    changed = {name: at for name, look in LOOKS.items() if (at := lock.time_of(name, look))}
    hashes = {name: picture_hash(data) for name, data in pictures.items()}
    dressed = lock.time_of(ON_CARDS, content_hash(course.on_cards)) or REVISED
    for deck in decks:
        edited = _edited_at(course.root / deck.path)
        for item in deck.items:
            if item.id:
                shown = lock.shown_since(item, locks.around(item, deck, hashes)) or edited
                changed[item.id] = max(shown, dressed)
    return changed


def _edited_at(path: Path) -> datetime:
    """The deck file's time in whole seconds."""
    return datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
