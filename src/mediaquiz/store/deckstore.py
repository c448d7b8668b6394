"""The decks of a course on disk, through a cache that may be deleted at any time.

Parsing YAML is by far the slowest part of starting a quiz. The cache keeps each deck as JSON under the SHA-256 of the
file it came from, so it can never be stale: other bytes are another key; a checksum guards the whole. A cache that is
missing, damaged, from another version or in a read-only folder only costs time.
"""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mediaquiz import __version__
from mediaquiz.errors import StorageError
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.plain import deck_from_plain, deck_to_plain
from mediaquiz.model.problem import Problem, Severity, Span, error
from mediaquiz.store.files import files_below, write_atomic
from mediaquiz.store.sealed import seal, unseal

if TYPE_CHECKING:
    from mediaquiz.decks.load import Loaded

DECK_FOLDER = "decks"
CACHE_FILE = Path(".mediaquiz") / "decks.json"
_CACHE_VERSION = f"{__version__}/2"


def deck_paths(root: Path) -> list[Path]:
    """All deck files of a course, in course order: folders and files by name, a teacher's own and imported last."""
    folder = root / DECK_FOLDER
    names = sorted((_is_aside(name), name) for name in files_below(folder) if name.endswith(".yaml"))
    return [folder / name for _, name in names]


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


def load_decks(root: Path) -> tuple[tuple[Deck, ...], tuple[Problem, ...]]:
    """Every deck of the course, in course order, and all that is wrong with their files."""
    standing = read_decks(root)
    decks = tuple(one.deck for one in standing if one.is_read)
    return decks, (*(problem for one in standing for problem in one.problems), *ids_used_twice(decks))


def read_decks(root: Path, *, remember: bool = True) -> tuple[Standing, ...]:
    """Every deck, for those that change some; without ``remember`` nothing is written, not even the cache."""
    cached = _read_cache(root)
    fresh: dict[str, object] = {}
    found: list[Standing] = []
    for path in deck_paths(root):
        name = path.relative_to(root).as_posix()
        try:
            raw = path.read_bytes()
        except OSError as why:
            wrong = error("MQ314", f"cannot read the deck ({why.strerror})", Span(name), "Check the file.")
            found.append(Standing(name, b"", Deck(name), (wrong,)))
            continue
        key = name + hashlib.sha256(raw).hexdigest()
        plain = cached.get(key)
        one = Standing(name, raw, deck_from_plain(plain)) if plain else _parse(raw, name)
        if not one.problems:
            fresh[key] = plain or deck_to_plain(one.deck)
        found.append(one)
    if remember and fresh.keys() != cached.keys():
        _write_cache(root, fresh)
    return tuple(found)


def ids_used_twice(decks: Iterable[Deck]) -> Iterable[Problem]:
    """One id in two decks: two cards would share one memory."""
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


def _read_cache(root: Path) -> dict[str, object]:
    try:
        cache = unseal((root / CACHE_FILE).read_bytes())
    except OSError:
        return {}
    decks: dict[str, object] = cache["decks"] if cache and cache.get("version") == _CACHE_VERSION else {}
    return decks


def _write_cache(root: Path, decks: dict[str, object]) -> None:
    with suppress(StorageError):  # a read-only folder is no reason not to learn
        write_atomic(root / CACHE_FILE, seal({"version": _CACHE_VERSION, "decks": decks}))
