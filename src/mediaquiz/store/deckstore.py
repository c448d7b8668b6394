"""The decks of a course on disk, through a cache that may be deleted at any time.

Parsing YAML is by far the slowest part of starting a quiz. The cache keeps each deck as JSON under the SHA-256 of the
file it came from, so it can never be stale: other bytes are another key. A file that has the size and the times that
it had then was not touched since, and is not read again but by those who change decks and by ``check``. The cache's
first line holds each deck without its items, but for their ids and which of them are asked. Two lines for each deck
follow, which are parsed when they are looked at: what choosing questions needs of every item, and the whole items.
Checksums guard the first line and the rest. A cache that is missing, damaged, from another version or in a read-only
folder only costs time.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from io import FileIO
from json import loads
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from mediaquiz import __version__
from mediaquiz.errors import StorageError
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass, late, late_all
from mediaquiz.model.item import Item
from mediaquiz.model.plain import STATUSES, deck_to_plain, item_from_plain, removed_from_plain
from mediaquiz.model.problem import Problem, Severity, Span, error
from mediaquiz.store.files import files_below, is_settled, touched, write_atomic
from mediaquiz.store.sealed import encoded, seal, unseal

if TYPE_CHECKING:
    from mediaquiz.decks.load import Loaded

DECK_FOLDER = "decks"
CACHE_FILE = Path(".mediaquiz") / "decks.json"
_CACHE_VERSION = f"{__version__}/7"


class _Kept(NamedTuple):
    """A deck in the cache: its fields, with the ids of its items in their place; the lines that tell of the items."""

    plain: dict[str, Any]
    brief: bytes | memoryview
    """The statuses of all items, and their concepts."""
    whole: bytes | memoryview


class _Cache(NamedTuple):
    """The decks by the hash of their bytes; by name, how each file was ``touched``, where that is settled, its hash."""

    decks: dict[str, _Kept]
    files: dict[str, tuple[list[int], str]]


def deck_paths(root: Path) -> list[Path]:
    """All deck files of a course, in course order: folders and files by name, a teacher's own and imported last."""
    return [root / name for name in _deck_names(root)]


def _deck_names(root: Path) -> list[str]:
    """Their names relative to the course, with ``/``."""
    found = files_below(root / DECK_FOLDER)
    names = sorted((_is_aside(name), name) for name in found if name.endswith(".yaml"))
    return [f"{DECK_FOLDER}/{name}" for _, name in names]


def _is_aside(name: str) -> bool:
    return name.partition("/")[0] in {"own", "imported"} and "/" in name


@dataclass(frozen=True, slots=True)
class Standing:
    """A deck on the disk: its path in the course, its bytes, what they say, and what is wrong with them."""

    path: str
    raw: bytes
    deck: Deck
    problems: tuple[Problem, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether the file could be read at all."""
        return bool(self.raw) or not self.problems

    @property
    def writable(self) -> bool:
        """Whether the deck says all that the file says, so that writing it back loses nothing."""
        return not any(problem.severity is Severity.ERROR or problem.code == "MQ309" for problem in self.problems)

    @property
    def text(self) -> str:
        """The bytes as text, with the file's own line ends; only of a ``writable`` one."""
        return self.raw.decode("utf-8")

    def loaded(self) -> "Loaded":
        """The deck with the places of all that it says, to be changed in place; only of a ``writable`` one."""
        from mediaquiz.decks.load import load

        return load(self.text, self.path)


def load_decks(root: Path, *, afresh: bool = False) -> tuple[tuple[Deck, ...], tuple[Problem, ...]]:
    """Every deck of the course, in course order, and all that is wrong with their files.

    With ``afresh`` every file is read, whether it was touched or not.
    """
    standing = _standing(root, remember=True, trusting=not afresh)
    decks = tuple(one.deck for one in standing if one.is_read)
    return decks, (*(problem for one in standing for problem in one.problems), *ids_used_twice(decks))


def read_decks(root: Path, *, remember: bool = True) -> tuple[Standing, ...]:
    """Every deck, for those that change some; without ``remember`` nothing is written, not even the cache."""
    return _standing(root, remember=remember, trusting=False)


def _standing(root: Path, *, remember: bool, trusting: bool) -> tuple[Standing, ...]:
    """Every deck; a ``trusting`` look gives those without their bytes whose files were not touched."""
    known, fresh = _read_cache(root), _Cache({}, {})
    found: list[Standing] = []
    for name in _deck_names(root):
        try:
            signs = touched(root / name)
            before, key = known.files.get(name, ([], ""))
            raw = b"" if trusting and before == signs else _bytes(f"{root}/{name}")
        except OSError as why:
            wrong = error("MQ314", f"cannot read the deck ({why.strerror})", Span(name), "Check the file.")
            found.append(Standing(name, b"", Deck(name), (wrong,)))
            continue
        if raw or before != signs:
            key = name + _hash(raw)
        kept = known.decks.get(key)
        one = Standing(name, raw, _deck(kept)) if kept else _parse(raw, name)
        if not one.problems:
            fresh.decks[key] = kept or _kept(one.deck)
            if is_settled(signs):
                fresh.files[name] = (signs, key)
        found.append(one)
    if remember and (fresh.decks.keys() != known.decks.keys() or fresh.files != known.files):
        _write_cache(root, fresh)
    return tuple(found)


def _hash(raw: bytes) -> str:
    from hashlib import sha256  # slow to load, and not needed where no deck was touched

    return sha256(raw).hexdigest()


def _bytes(path: str) -> bytes:
    """A small file's bytes in half the time of ``Path.read_bytes``: a course has hundreds of decks."""
    with FileIO(path) as file:
        return file.readall()


def ids_used_twice(decks: Sequence[Deck]) -> Iterable[Problem]:
    """One id in two decks: two cards would share one memory."""
    ids = [name for deck in decks for name in deck.ids if name]
    if len(set(ids)) == len(ids):
        return
    first: dict[str, str] = {}
    for deck in decks:
        for item in deck.items:
            if item.id and first.setdefault(item.id, deck.path) != deck.path:
                where = f"{item.id} stands in {first[item.id]} too"
                yield error("MQ308", where, Span(deck.path), "Delete the id of the copy; build gives it a new one.")


def _parse(raw: bytes, name: str) -> Standing:
    from mediaquiz.decks.load import load

    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        wrong = error("MQ314", "the deck is not UTF-8", Span(name), "Save the file as UTF-8.")
        return Standing(name, raw, Deck(name), (wrong,))
    loaded = load(text, name)
    return Standing(name, raw, loaded.deck, loaded.problems)


def _kept(deck: Deck) -> _Kept:
    plain = deck_to_plain(deck)
    items = plain.pop("items")
    brief = [[item["status"] for item in items], [item.get("concept", "") for item in items]]
    idle = [place for place, item in enumerate(deck.items) if not (item.id and item.live)]
    return _Kept({**plain, "ids": list(deck.ids), "idle": idle}, encoded(brief) + b"\n", encoded(items) + b"\n")


def _deck(kept: _Kept) -> Deck:
    """The deck that was kept. Its items are made when they are looked at, and the rest of each when it is."""
    plain = kept.plain
    ids, idle = tuple(plain["ids"]), plain["idle"]
    live = tuple([name for place, name in enumerate(ids) if place not in idle]) if idle else ids
    known = {**plain, "ids": ids, "live": live, "removed": removed_from_plain(plain)}
    return late(Deck, known, lambda: {"items": _items(ids, kept)})


def _items(ids: tuple[str, ...], kept: _Kept) -> tuple[Item, ...]:
    told: list[dict[str, Any]] = []

    def rest(place: int) -> Mapping[str, Any]:
        if not told:
            told.extend(loads(bytes(kept.whole)))
        return vars(item_from_plain(told[place]))

    brief = zip(ids, *loads(bytes(kept.brief)), strict=True)
    known = (
        ({"id": name, "status": STATUSES[status], "concept": concept}, partial(rest, place))
        for place, (name, status, concept) in enumerate(brief)
    )
    return late_all(Item, known)


def _read_cache(root: Path) -> _Cache:
    try:
        data = (root / CACHE_FILE).read_bytes()
    except OSError:
        return _Cache({}, {})
    end = data.find(b"\n")
    head, lines = unseal(data[:end]), memoryview(data)[end + 1 :]
    if not head or head.get("version") != _CACHE_VERSION or head["lines"] != crc32(lines):
        return _Cache({}, {})
    decks, at = {}, 0
    for key, (plain, brief, whole) in head["decks"].items():
        middle = at + brief
        decks[key] = _Kept(plain, lines[at:middle], lines[middle : middle + whole])
        at = middle + whole
    return _Cache(decks, {name: (signs, key) for name, (signs, key) in head["files"].items()})


def _write_cache(root: Path, cache: _Cache) -> None:
    kept = cache.decks.items()
    lines = b"".join([line for _, one in kept for line in (one.brief, one.whole)])
    decks = {key: (one.plain, len(one.brief), len(one.whole)) for key, one in kept}
    head = {"version": _CACHE_VERSION, "lines": crc32(lines), "decks": decks, "files": cache.files}
    with suppress(StorageError):  # a read-only folder is no reason not to learn
        write_atomic(root / CACHE_FILE, seal(head) + b"\n" + lines)
