"""The lock file ``decks/mediaquiz.lock``: which content each item had, and since when.

Append-only text, one ``name hash time`` a line, so that two machines' files merge by keeping all lines. The name is an
item id, or any other name that a format wants dated (``notetype:choice``). The hash is ``views.wording`` of the item,
or ``removed`` once a build saw that a human had deleted it. An item that a human rewrote has a second name,
``built:`` and its id, with the hash of what was generated for it: so its deletion is noticed too. ``around:`` and the
id date what stands around an item's words. The time is UTC in whole seconds. ``#`` starts a comment.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from mediaquiz.model.deck import Deck
from mediaquiz.model.item import FIELDS, Item
from mediaquiz.model.pictures import paths
from mediaquiz.model.problem import Problem, Span, warning
from mediaquiz.model.views import field_hashes, wording
from mediaquiz.text import content_hash

PATH = "decks/mediaquiz.lock"
REMOVED = "removed"
"""Stands for the hash of an item that a human deleted."""

BUILT = "built:"
"""Before an id: the name of what was generated for an item whose words are a human's."""

AROUND = "around:"
"""Before an id: the name of what stands around the item's words, after the item's type."""

_LINE = re.compile(r"(\S+) ([0-9a-z]+) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)")
_HASH_DIGITS = 12
_TIME = "%Y-%m-%dT%H:%M:%SZ"


def generated(item: Item) -> str | None:
    """The hash of the content that was generated for the item last, whatever it says now; None for a human's own."""
    names = {spec.name for spec in FIELDS[item.type]}
    hashes = {name: known for name, known in item.built.items() if name in names}
    return content_hash([item.type.value, hashes]) if hashes else None


def untouched(item: Item) -> bool:
    """Whether the content is as it was generated."""
    return generated(item) == content_hash([item.type.value, field_hashes(item.content)])


@dataclass(frozen=True, slots=True)
class Lock:
    """What the lock file says: for each name its (time, hash) entries, oldest first."""

    entries: Mapping[str, tuple[tuple[datetime, str], ...]] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each hash the names that had it once, in the order of the file."""

    def newest(self, name: str) -> str | None:
        """The hash that the name had last; None for an unknown name."""
        known = self.entries.get(name)
        return known[-1][1] if known else None

    def time_of(self, name: str, content: str) -> datetime | None:
        """When the name last took this hash."""
        return max((at for at, known in self.entries.get(name, ()) if known == content), default=None)

    def changed_at(self, item: Item) -> datetime | None:
        """When the item's content became what it is now; None when no line says so."""
        return self.time_of(item.id, wording(item))

    def shown_since(self, item: Item, around: str) -> datetime | None:
        """When content and surroundings became what they are now; None when no line says so."""
        times = [self.changed_at(item)]
        if self.newest(AROUND + item.id):
            times.append(self.time_of(AROUND + item.id, around))
        known = [at for at in times if at]
        return max(known) if len(known) == len(times) else None

    def type_of(self, item_id: str) -> str | None:
        """The type that the item had when it was last dated; None for an unknown item."""
        newest = self.newest(AROUND + item_id)
        return newest[:-_HASH_DIGITS] if newest else None


def parse(text: str, path: str = PATH) -> tuple[Lock, tuple[Problem, ...]]:
    """The lock in a file's text. A line that is not understood is left out, with a problem."""
    entries: dict[str, list[tuple[datetime, str]]] = defaultdict(list)
    names: dict[str, dict[str, None]] = defaultdict(dict)
    problems = []
    for number, raw in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        entry = _entry(line)
        if entry is None:
            hint = "Update mediaquiz if a newer one wrote the line; else delete it, a build writes what is missing."
            problems.append(
                warning("MQ401", "a lock line is damaged and was left out", Span(path, number, number), hint)
            )
            continue
        name, content, at = entry
        entries[name].append((at, content))
        names[content][name] = None
    in_time = {name: tuple(sorted(known, key=lambda entry: entry[0])) for name, known in entries.items()}
    return Lock(in_time, {content: tuple(known) for content, known in names.items()}), tuple(problems)


def _entry(line: str) -> tuple[str, str, datetime] | None:
    found = _LINE.fullmatch(line)
    try:
        return (found[1], found[2], datetime.strptime(found[3], _TIME).replace(tzinfo=UTC)) if found else None
    except ValueError:
        return None


def _rewritten(item: Item) -> str | None:
    """What was generated for an item whose present wording does not tell it any more."""
    around = {name: content_hash(told) for name in ("context", "explain") if (told := getattr(item, name))}
    told = untouched(item) and all(around.get(name) == item.built.get(name) for name in ("context", "explain"))
    return generated(item) if item.id and not told else None


def around(item: Item, deck: Deck, pictures: Mapping[str, str]) -> str:
    """The item's type, and the hash of what stands around its words wherever it goes: tags, language, quote, lesson.

    ``pictures`` holds the hash of each picture's bytes by its path.
    """
    quote = item.source.quote if item.source else ""
    lesson = [deck.lesson or deck.path, deck.title, deck.track, deck.number, item.lang or deck.lang]
    shown = [pictures.get(path, "") for path in paths(item)]
    return item.type.value + content_hash([list(item.tags), quote, lesson, shown])


def surroundings(decks: Iterable[Deck], pictures: Mapping[str, str]) -> dict[str, str]:
    """What ``new_lines`` takes as ``named`` to date ``around`` of each item."""
    return {AROUND + item.id: around(item, deck, pictures) for deck in decks for item in deck.items if item.id}


def new_lines(
    lock: Lock,
    decks: Iterable[Deck],
    now: datetime,
    named: Mapping[str, str] | None = None,
    since: Mapping[str, datetime] | None = None,
) -> list[str]:
    """The lines to append, without newlines, so that the lock knows what the decks hold now.

    One for each item whose content is not its newest line, for each deleted item that the lock does not know as
    deleted, and for each of ``named`` (name → hash) that changed. A name that is new to the lock has the time that
    ``since`` says, and ``around`` of an item that is not new that of the item's content; all others have ``now``,
    which is aware. Items without an id have none.
    """
    present: dict[str, str] = {}
    first = dict(since or {})
    for deck in decks:
        present |= {item.id: wording(item) for item in deck.items if item.id}
        present |= {BUILT + item.id: known for item in deck.items if (known := _rewritten(item))}
        present |= {removed.id: REMOVED for removed in deck.removed if removed.id}
        first |= {AROUND + item.id: at for item in deck.items if (at := lock.changed_at(item))}
    present |= named or {}
    times = {name: now if lock.newest(name) else first.get(name, now) for name in present}
    return [
        f"{name} {content} {times[name].astimezone(UTC).strftime(_TIME)}"
        for name, content in present.items()
        if lock.newest(name) != content
    ]
