"""Use case: what a human changed in items, against what was generated or against a revision in git.

A deck remembers only hashes of what was generated. The words behind a hash come from the lesson: they are found among
all that it gives now, chosen or not; where it gives something else by now, only the name of the field is known.
"""

from collections.abc import Iterable, Iterator, Mapping

from mediaquiz.app import extract
from mediaquiz.app.course import Course
from mediaquiz.app.curate import Place
from mediaquiz.app.items import edited
from mediaquiz.decks.load import load
from mediaquiz.decks.rebuild import tracked
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Item
from mediaquiz.model.views import Plain
from mediaquiz.store.deckstore import DECK_FOLDER
from mediaquiz.store.git import file_at, files_at
from mediaquiz.text import content_hash


@dataclass(frozen=True, slots=True)
class Changed:
    """One field. ``known`` is False when what stood there before is not known any more."""

    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    known: bool = True


@dataclass(frozen=True, slots=True)
class Difference:
    """One item: what changed in it. ``kind`` is changed, added or removed; ``item`` is as it was if it is gone."""

    kind: str
    deck: str
    item: Item
    fields: tuple[Changed, ...] = ()


def against_generated(course: Course, places: Iterable[Place]) -> Iterator[Difference]:
    """The items whose words or status a human changed since they were generated."""
    words: dict[str, Mapping[tuple[str, str], Plain]] = {}
    for deck, item in places:
        names = edited(item)
        status = item.built.get("status", item.status.value)
        if not names and status == item.status.value:
            continue
        if deck.lesson not in words:
            words[deck.lesson] = _generated(course, deck)
        fields = [_field(item, name, words[deck.lesson]) for name in names]
        if status != item.status.value:
            fields.append(Changed("status", (status,), (item.status.value,)))
        if item.notes:
            fields.append(Changed("notes", (), _lines(item.notes)))
        yield Difference("changed", deck.path, item, tuple(fields))


def _generated(course: Course, deck: Deck) -> Mapping[tuple[str, str], Plain]:
    """The values that the deck's lesson gives now, by field and hash."""
    path = course.root / deck.lesson
    if not deck.lesson or not path.is_file():
        return {}
    result = extract.from_file(path, deck.lesson)
    items = [*(c.item for c in result.candidates), *(refusal.candidate.item for refusal in result.refused)]
    return {(name, content_hash(value)): value for item in items for name, value in tracked(item).items()}


def _field(item: Item, name: str, words: Mapping[tuple[str, str], Plain]) -> Changed:
    after = _lines(tracked(item).get(name))
    given = item.built.get(name)
    if given is None:
        return Changed(name, (), after)
    value = words.get((name, given))
    return Changed(name, _lines(value), after, known=value is not None)


def against_git(course: Course, revision: str, places: Iterable[Place]) -> Iterator[Difference]:
    """The items that are new or different since a revision, and of the same decks those that are gone.

    Items are compared by id, wherever they stand. Raises NotFound when git does not know the revision.
    """
    then = {item.id: (path, item) for path, deck in _decks_at(course, revision) for item in deck.items if item.id}
    now = list(places)
    for deck, item in now:
        if item.id not in then:
            yield Difference("added", deck.path, item)
        elif fields := tuple(_fields(then[item.id][1], item)):
            yield Difference("changed", deck.path, item, fields)
    here, decks = {item.id for _, item in now}, {deck.path for deck, _ in now}
    standing = {item.id for deck, _ in now for item in deck.items}
    for name, (path, item) in then.items():
        if name not in here | standing and path in decks:
            yield Difference("removed", path, item)


def _decks_at(course: Course, revision: str) -> Iterator[tuple[str, Deck]]:
    for path in files_at(course.root, revision, DECK_FOLDER):
        if path.endswith(".yaml"):
            text = file_at(course.root, revision, path).decode("utf-8", errors="replace")
            yield path, load(text, path).deck


def _fields(before: Item, after: Item) -> Iterator[Changed]:
    old, new = _values(before), _values(after)
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            yield Changed(name, _lines(old.get(name)), _lines(new.get(name)))


def _values(item: Item) -> dict[str, Plain]:
    told: dict[str, Plain] = {"type": item.type.value, **tracked(item), "status": item.status.value}
    return told | ({"notes": item.notes} if item.notes else {})


def _lines(value: Plain | None) -> tuple[str, ...]:
    """A value as lines: a list has one for each entry."""
    match value:
        case None | "":
            return ()
        case list(entries):
            return tuple(entry if isinstance(entry, str) else " = ".join(entry) for entry in entries)
        case bool(truth):
            return ("true" if truth else "false",)
        case text:
            return tuple(str(text).split("\n"))


def to_plain(difference: Difference) -> dict[str, object]:
    """A difference as ``items diff --json`` prints it, one line each."""
    return {
        "kind": difference.kind,
        "id": difference.item.id,
        "deck": difference.deck,
        "status": difference.item.status.value,
        "fields": {
            field.field: {"before": list(field.before) if field.known else None, "after": list(field.after)}
            for field in difference.fields
        },
    }
