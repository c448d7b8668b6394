"""The decks of a course on disk, through a cache that may be deleted at any time.

Parsing YAML is by far the slowest part of starting a quiz. The cache keeps each deck as JSON under the SHA-256 of the
file it came from, so it can never be stale: other bytes are another key; a checksum guards the whole. A cache that is
missing, damaged, from another version or in a read-only folder only costs time.
"""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from mediaquiz import __version__
from mediaquiz.errors import StorageError
from mediaquiz.model.deck import Deck
from mediaquiz.model.plain import deck_from_plain, deck_to_plain
from mediaquiz.model.problem import Problem, Span, error
from mediaquiz.store.files import write_atomic
from mediaquiz.store.sealed import seal, unseal

DECK_FOLDER = "decks"
CACHE_FILE = Path(".mediaquiz") / "decks.json"
_CACHE_VERSION = f"{__version__}/2"


def deck_paths(root: Path) -> list[Path]:
    """All deck files of a course, in course order: folders and files by name, a teacher's own and imported last."""
    folder = root / DECK_FOLDER
    found = [p for p in folder.rglob("*.yaml") if p.is_file()] if folder.is_dir() else []
    return sorted(found, key=lambda p: (_is_aside(p.relative_to(folder)), p.relative_to(folder).as_posix()))


def _is_aside(path: Path) -> bool:
    return path.parts[0] in {"own", "imported"}


def load_decks(root: Path) -> tuple[tuple[Deck, ...], tuple[Problem, ...]]:
    """Every deck of the course, in course order, and all that is wrong with their files."""
    cached = _read_cache(root)
    fresh: dict[str, object] = {}
    decks: list[Deck] = []
    problems: list[Problem] = []
    for path in deck_paths(root):
        name = path.relative_to(root).as_posix()
        try:
            raw = path.read_bytes()
        except OSError as why:
            problems.append(error("MQ314", f"cannot read the deck ({why.strerror})", Span(name), "Check the file."))
            continue
        digest = hashlib.sha256(raw).hexdigest()
        plain = cached.get(name + digest)
        if plain is None:
            deck, found = _parse(raw, name)
            problems += found
            if not found:
                fresh[name + digest] = deck_to_plain(deck)
        else:
            fresh[name + digest] = plain
            deck = deck_from_plain(plain)
        decks.append(deck)
    if fresh.keys() != cached.keys():
        _write_cache(root, fresh)
    problems += _ids_used_twice(decks)
    return tuple(decks), tuple(problems)


def _ids_used_twice(decks: Iterable[Deck]) -> Iterable[Problem]:
    """One id in two decks: two cards would share one memory."""
    first: dict[str, str] = {}
    for deck in decks:
        for item in deck.items:
            if item.id and first.setdefault(item.id, deck.path) != deck.path:
                where = f"{item.id} stands in {first[item.id]} too"
                yield error("MQ308", where, Span(deck.path), "Delete the id of the copy; build gives it a new one.")


def _parse(raw: bytes, name: str) -> tuple[Deck, list[Problem]]:
    from mediaquiz.decks.load import load

    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        hint = "Save the file as UTF-8."
        return Deck(name), [error("MQ314", "the deck is not UTF-8", Span(name), hint)]
    loaded = load(text, name)
    return loaded.deck, list(loaded.problems)


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
