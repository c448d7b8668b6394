"""Use case: what became of a deck while a human had it in an editor, and of an item written in one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from mediaquiz.app.advice import advise
from mediaquiz.app.course import Course
from mediaquiz.app.shelf import date_changes, open_deck
from mediaquiz.decks.load import Loaded, load
from mediaquiz.errors import MediaquizError, NotFound
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import FIELDS, Item, ItemType, Shape
from mediaquiz.model.problem import Problem, Severity, Span, warning
from mediaquiz.store.courselock import writing_decks
from mediaquiz.store.files import write_atomic


@dataclass(frozen=True, slots=True)
class Edited:
    """A deck after an editor: ids of the items that changed, came and went, and what is wrong now.

    ``line`` is that of the first error, 0 when the deck can be used.
    """

    deck: str
    changed: tuple[str, ...] = ()
    added: int = 0
    removed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    line: int = 0
    text: str = ""

    @property
    def same(self) -> bool:
        """Whether nothing about the items is different."""
        return not (self.changed or self.added or self.removed)


def opened(course: Course, path: str) -> Loaded:
    """A deck before it is edited. Raises NotFound when it is not there."""
    loaded = open_deck(course, path)
    if loaded is None:
        raise NotFound(f"{path} does not exist", hint="Run `mediaquiz build`.")
    return loaded


def first_error(loaded: Loaded) -> int:
    """The line of a deck's first error; 0 when the deck can be used."""
    errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
    return min((max(problem.span.start, 1) if problem.span else 1 for problem in errors), default=0)


def edited(course: Course, before: Loaded, *, now: datetime) -> Edited:
    """Read a deck again that was ``before``, compare, check, and date what changed in the lock file.

    A deck with errors is told, not touched: its other items can still be asked. ``now`` is aware.
    """
    after = opened(course, before.deck.path)
    old = {item.id: item for item in before.deck.items if item.id}
    new = {item.id: item for item in after.deck.items if item.id}
    changed = [item for item in new.values() if item.id in old and item != old[item.id]]
    added = [item for item in after.deck.items if item.id not in old and item not in before.deck.items]
    removed = tuple(name for name in old if name not in new) if after.writable else ()
    if after.writable and after.text != before.text:
        date_changes(course, [after.deck], now)
    places = [(item, after.span_of(item.id) or Span(after.deck.path)) for item in (*changed, *added)]
    beside = [item for item in after.deck.items if item not in changed and item not in added]
    advice = advise(places, after.deck.lang, beside)
    return Edited(
        deck=after.deck.path,
        changed=tuple(item.id for item in changed),
        added=len(added),
        removed=removed,
        problems=(*after.problems, *advice, *_renamed(after, [old[name] for name in removed], added)),
        line=first_error(after),
        text=after.text,
    )


def _renamed(after: Loaded, removed: Sequence[Item], added: Sequence[Item]) -> Iterator[Problem]:
    """Items whose id was changed: their history would stay behind."""
    for old in removed:
        for new in added:
            if replace(new, id=old.id) == old:
                span = after.span_of(new.id) or Span(after.deck.path)
                hint = f"Write `id: {old.id}` again: it ties the question to its learning history."
                yield warning("MQ316", f"the id {old.id} was changed", span, hint)


def put_back(course: Course, before: Loaded, seen: Edited) -> None:
    """Write a deck as it was before it was edited. Raises MediaquizError when it changed again meanwhile."""
    with writing_decks(course.root):
        if opened(course, before.deck.path).text != seen.text:
            raise MediaquizError(f"{before.deck.path} changed again, so it was left as it is", hint="Look at it.")
        write_atomic(course.root / before.deck.path, before.text.encode("utf-8"))


def template(kind: ItemType, comment: str) -> str:
    """The text of a file in which an item of a type is to be written, under a comment."""
    lines = [f"# {line}" for line in comment.split("\n")]
    lines += ["items:", f"  - type: {kind.value}"]
    for spec in FIELDS[kind]:
        if spec.required:
            lines.append(f"    {spec.name}: {_BLANKS.get(spec.shape, '')}".rstrip())
        if spec.shape in (Shape.TEXTS, Shape.PAIRS) and spec.required:
            lines += [f"      - {'[, ]' if spec.shape is Shape.PAIRS else ''}".rstrip()] * max(spec.least, 2)
    return "\n".join([*lines, "    explain:", "    tags: []", ""])


_BLANKS = {Shape.BOOL: "true"}


def read_new(text: str, name: str) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """The items that a human wrote into a file of their own, as new ones: whatever ids they carry stay behind."""
    loaded = load(text, name)
    items = tuple(replace(item, id="", source=None, built={}) for item in loaded.deck.items)
    return items, tuple(problem for problem in loaded.problems if problem.severity is not Severity.INFO)
