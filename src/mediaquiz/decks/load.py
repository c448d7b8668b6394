"""Deck text → ``Loaded``: the deck, everything that is wrong with it, and where each item stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mediaquiz.decks.fields import ItemReader, Reporter, read_values
from mediaquiz.decks.yamltext import BOM, Kind, Node, compose
from mediaquiz.model.deck import DECK_VERSION, Deck, Removed
from mediaquiz.model.item import Field, Item, Shape
from mediaquiz.model.problem import Problem, Severity, Span

DECK_FIELDS = ("version", "lesson", "title", "track", "number", "lang", "items", "removed")
"""The fields of a deck, in the order in which it shows them."""

_TEXTS = ("lesson", "title", "track", "lang")
_NUMBERS = ("version", "number")
REMOVED_FIELDS = tuple(Field(name, Shape.TEXT) for name in ("id", "fingerprint", "recipe", "stem"))
"""The fields of an entry of ``removed``."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A deck as it stands in its file.

    ``deck`` holds the items without errors; ``text`` is the file's text as it was given, line ends and byte-order mark
    included; ``root`` and ``nodes`` (one for each item of the deck, in order) say where things stand in ``body``.
    """

    deck: Deck
    text: str
    problems: tuple[Problem, ...] = ()
    root: Node | None = None
    nodes: tuple[Node, ...] = ()
    newer: bool = False
    """Written by a newer mediaquiz: ``deck`` is what this one understands of it."""

    @property
    def body(self) -> str:
        """The text after the byte-order mark."""
        return self.text.removeprefix(BOM)

    @property
    def writable(self) -> bool:
        """Whether the deck says all that the file says, so that writing it back loses nothing."""
        return not self.newer and not any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The lines of each item, in the order of ``deck.items``."""
        return tuple(Span(self.deck.path, node.start.line, node.last, node.start.column) for node in self.nodes)

    def span_of(self, item_id: str) -> Span | None:
        """The lines of the item with this id."""
        places = zip(self.deck.items, self.spans, strict=True)
        return next((span for item, span in places if item.id == item_id), None)


def load(text: str, path: str) -> Loaded:
    """Read a deck. Never raises for what the text says; every fault is a problem with its line and column.

    ``path`` names the deck in problems and in ``Deck.path``. Read the file without translating line ends
    (``newline=""``), so that it can be written back as it was. An item with an error is left out of the deck, the
    others stay; see ``Loaded.writable``. Of a deck with a newer ``version``, what is known is read: MQ309.
    """
    root, problems = compose(text.removeprefix(BOM), path)
    reporter = Reporter(path, list(problems))
    if root is None or root.kind is not Kind.MAP:
        if not problems:
            reporter.error("MQ301", "the file holds no deck", root, _NO_DECK)
        return Loaded(Deck(path), text, tuple(reporter.problems), root)
    return _DeckReader(reporter, root).loaded(text, path)


_NO_DECK = "Start it with 'items:', or delete the file and build again."


class _DeckReader:
    """Reads the fields of a deck."""

    def __init__(self, reporter: Reporter, root: Node) -> None:
        self.reporter = reporter
        self.root = root
        self.fields = {key.text: (key, value) for key, value in root.pairs}

    def loaded(self, text: str, path: str) -> Loaded:
        numbers = {name: self.number(name) for name in _NUMBERS}
        newer = (numbers["version"] or 0) > DECK_VERSION
        self.unknown_fields()
        texts = {name: value for name in _TEXTS if (value := self.text(name))}
        found = tuple(self.items())
        deck = Deck(
            path,
            **texts,
            number=numbers["number"],
            version=DECK_VERSION if numbers["version"] is None else numbers["version"],
            items=tuple(item for item, _ in found),
            removed=tuple(self.removed()),
        )
        problems = tuple(self.reporter.problems)
        if newer:
            problems = (_newer(deck, self.fields["version"][1]), *map(_softened, problems))
        return Loaded(deck, text, problems, self.root, tuple(node for _, node in found), newer)

    def unknown_fields(self) -> None:
        for key, _ in self.root.pairs:
            if key.text not in DECK_FIELDS:
                self.reporter.unknown(key, DECK_FIELDS, "a deck")

    def number(self, name: str) -> int | None:
        if name not in self.fields or self.fields[name][1].empty:
            return None
        node = self.fields[name][1]
        if node.text.isascii() and node.text.isdigit() and len(node.text) < 10:
            return int(node.text)
        self.reporter.error("MQ307", f"{name!r} is a whole number", node, f"Write {name}: 1, for example.")
        return None

    def text(self, name: str) -> str:
        if name not in self.fields:
            return ""
        value = self.reporter.value(Field(name, Shape.TEXT), self.fields[name][1])
        return value if isinstance(value, str) else ""

    def entries(self, name: str) -> tuple[Node, ...]:
        """The nodes of a deck-level list; a list that is not one is reported."""
        if name not in self.fields or self.fields[name][1].empty:
            return ()
        node = self.fields[name][1]
        if node.kind is Kind.LIST:
            return node.children
        if node.sound:
            self.reporter.error("MQ307", f"{name!r} is a list", node, "Put a hyphen before each entry.")
        return ()

    def items(self) -> Iterator[tuple[Item, Node]]:
        seen: dict[str, Node] = {}
        for node in self.entries("items"):
            item = ItemReader(self.reporter, node).item()
            if item is None:
                continue
            if item.id in seen:
                message = f"the id {item.id} stands at line {seen[item.id].start.line} as well"
                hint = "Delete the id of the newer item; build gives it a new one."
                self.reporter.error("MQ308", message, node, hint)
                continue
            if item.id:
                seen[item.id] = node
            else:
                self.reporter.info("MQ312", "the item has no id yet", node, "Run a build; it writes one.")
            yield item, node

    def removed(self) -> Iterator[Removed]:
        for node in self.entries("removed"):
            values = read_values(self.reporter, node, REMOVED_FIELDS, "an entry of 'removed'")
            if values is not None:
                yield Removed(**values)


def _newer(deck: Deck, node: Node) -> Problem:
    message = f"the deck has version {deck.version}, this mediaquiz knows {DECK_VERSION}; it will not write to it"
    span = Span(deck.path, node.start.line, node.start.line, node.start.column)
    return Problem(Severity.WARNING, "MQ309", message, span, "Update mediaquiz to change this deck.")


def _softened(problem: Problem) -> Problem:
    """In a newer deck what we do not know need not be wrong, and must not be repaired."""
    if problem.severity is Severity.INFO:
        return problem
    return replace(problem, severity=Severity.WARNING, hint="Update mediaquiz to read it.")
