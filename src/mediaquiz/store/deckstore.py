"""The decks of a course on disk, through a cache that may be deleted at any time.

Parsing YAML is by far the slowest part of starting a quiz. The cache keeps each deck as JSON under the SHA-256 of the
file it came from, so it can never be stale: other bytes are another key. A file that has the size and the times that
it had then was not touched since, and is not read again but by those who change decks and by ``check``. The cache's
first line holds what choosing questions needs of every deck; the items of each deck follow in a line of their own,
which is parsed when one of them is looked at. A checksum guards each line. A cache that is missing, damaged, from
another version or in a read-only folder only costs time.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mediaquiz import __version__
from mediaquiz.errors import StorageError
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass, late_all
from mediaquiz.model.item import Item
from mediaquiz.model.plain import STATUSES, deck_from_plain, deck_to_plain, item_from_plain
from mediaquiz.model.problem import Problem, Severity, Span, error
from mediaquiz.store.files import files_below, is_settled, touched, write_atomic
from mediaquiz.store.sealed import is_sealed, seal, unseal

if TYPE_CHECKING:
    from mediaquiz.decks.load import Loaded

DECK_FOLDER = "decks"
CACHE_FILE = Path(".mediaquiz") / "decks.json"
_CACHE_VERSION = f"{__version__}/5"
_Kept = tuple[dict[str, Any], bytes]
"""A deck in the cache: what is needed at once, and the line of its items."""


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
        one = Standing(name, raw, _deck(*kept)) if kept else _parse(raw, name)
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
    ids = [item.id for deck in decks for item in deck.items if item.id]
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
    items = plain["items"]
    plain["items"] = [[item.get(name, "") for item in items] for name in ("id", "status", "concept")]
    return plain, seal({"items": items})


def _deck(plain: Mapping[str, Any], line: bytes) -> Deck:
    """The deck that was kept; its items are whole as soon as one is looked at."""

    whole: list[Item] = []

    def rest(place: int) -> Mapping[str, Any]:
        if not whole:
            told = unseal(line)
            assert told, "the checksum was right when the cache was read"
            whole.extend(map(item_from_plain, told["items"]))
        return vars(whole[place])

    known = (
        ({"id": name, "status": STATUSES[status], "concept": concept}, partial(rest, place))
        for place, (name, status, concept) in enumerate(zip(*plain["items"], strict=True))
    )
    return deck_from_plain(plain, late_all(Item, known))


def _read_cache(root: Path) -> _Cache:
    try:
        first, *rest = (root / CACHE_FILE).read_bytes().split(b"\n")
    except OSError:
        return _Cache({}, {})
    head = unseal(first)
    if not head or head.get("version") != _CACHE_VERSION:
        return _Cache({}, {})
    decks = {
        key: (plain, line) for (key, plain), line in zip(head["decks"].items(), rest, strict=False) if is_sealed(line)
    }
    return _Cache(decks, {name: (signs, key) for name, (signs, key) in head["files"].items() if key in decks})


def _write_cache(root: Path, cache: _Cache) -> None:
    plain = {key: plain for key, (plain, _) in cache.decks.items()}
    head = {"version": _CACHE_VERSION, "decks": plain, "files": cache.files}
    with suppress(StorageError):  # a read-only folder is no reason not to learn
        write_atomic(root / CACHE_FILE, b"\n".join([seal(head), *(line for _, line in cache.decks.values())]))
