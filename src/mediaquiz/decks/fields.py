"""Nodes → values of the types that the schema names, every fault reported where it stands."""

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from mediaquiz.decks.check import faults
from mediaquiz.decks.identity import ID
from mediaquiz.decks.yamltext import Kind, Node
from mediaquiz.model.item import (
    COMMON,
    CONTENT_CLASSES,
    FIELDS,
    Content,
    Field,
    Item,
    ItemType,
    Provenance,
    Shape,
    Status,
)
from mediaquiz.model.problem import Problem, Span, error, info
from mediaquiz.text import clean, join_names

TRUTH = {"true": True, "yes": True, "참": True, "false": False, "no": False, "거짓": False}
"""How a deck may write the answer of a true-or-false item."""

COMMON_FIELDS = tuple(
    Field(name, Shape.TEXTS if name == "tags" else Shape.TEXT, required=False)
    for name in COMMON
    if name not in ("source", "built")
)
SOURCE_FIELDS = (
    Field("fingerprint", Shape.TEXT),
    Field("recipe", Shape.TEXT),
    Field("quote", Shape.TEXT, required=False),
)
TRACKED = ("context", "explain", "concept", "tags", "lang")
"""The common fields that a generator writes and a human may change: ``built`` keeps their hashes as well."""
STATES = ("status", "was")
"""Keys of ``built`` that hold a status: the one that the tool gave last, and a human's one before it did."""

Value = str | bool | tuple[str, ...] | tuple[tuple[str, ...], ...]


class _Wrong(Exception):
    """A value that has not the form of its field."""

    def __init__(self, node: Node, message: str, hint: str) -> None:
        super().__init__(message)
        self.node = node
        self.hint = hint


def _text(node: Node) -> str:
    if node.kind is not Kind.TEXT:
        hint = "Write it after the colon, in quotes if it starts with '[', '{' or '-'."
        raise _Wrong(node, f"a text should stand here, not {node.kind}", hint)
    return clean(node.text)


def _truth(node: Node) -> bool:
    word = _text(node).strip().casefold()
    if word not in TRUTH:
        raise _Wrong(node, f"{word!r} is neither true nor false", "Write true or false.")
    return TRUTH[word]


def _entries(node: Node) -> tuple[Node, ...]:
    if node.empty:
        return ()
    if node.kind is not Kind.LIST:
        raise _Wrong(node, f"a list should stand here, not {node.kind}", "Put each entry on its own line after '- '.")
    return node.children


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(map(_text, _entries(node)))


def _groups(node: Node) -> tuple[tuple[str, ...], ...]:
    return tuple(map(_texts, _entries(node)))


def _pairs(node: Node) -> tuple[tuple[str, ...], ...]:
    for entry in _entries(node):
        if len(_entries(entry)) != 2:
            raise _Wrong(entry, "a pair has two sides", "Write it as [left, right].")
    return _groups(node)


_FORMS: dict[Shape, Callable[[Node], Value]] = {
    Shape.TEXT: _text,
    Shape.BOOL: _truth,
    Shape.TEXTS: _texts,
    Shape.GROUPS: _groups,
    Shape.PAIRS: _pairs,
}
_EMPTY: dict[Shape, Value] = {Shape.TEXT: "", Shape.TEXTS: (), Shape.GROUPS: (), Shape.PAIRS: ()}


class Reporter:
    """Collects the problems of one file."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        self.path = path
        self.problems = problems

    def error(self, code: str, message: str, node: Node | None, hint: str) -> None:
        """Note something that keeps the item, or the deck, from being used."""
        self.problems.append(error(code, message, self._span(node), hint))

    def info(self, code: str, message: str, node: Node, hint: str) -> None:
        """Note something worth knowing."""
        self.problems.append(info(code, message, self._span(node), hint))

    def unknown(self, key: Node, known: Iterable[str], owner: str) -> None:
        """Note a field that does not belong here, and the one that may be meant."""
        if not key.sound:
            return
        names = list(known)
        near = difflib.get_close_matches(key.text.casefold(), names, n=1)
        hint = f"Did you mean {near[0]!r}?" if near else f"Take it away; {owner} may have {join_names(names)}."
        self.error("MQ305", f"{owner} has no field {clean(key.text)!r}", key, hint)

    def value(self, spec: Field, node: Node) -> Value | None:
        """The value of a field; None when it has not the right form, which is then reported."""
        if not node.sound:
            return None
        try:
            return _FORMS[spec.shape](node)
        except _Wrong as wrong:
            self.error("MQ307", f"{spec.name!r}: {wrong}", wrong.node, wrong.hint)
            return None

    def _span(self, node: Node | None) -> Span:
        return Span(self.path, node.start.line, node.last, node.start.column) if node else Span(self.path)


def read_values(reporter: Reporter, node: Node, specs: Sequence[Field], owner: str) -> dict[str, Any] | None:
    """The texts of a mapping with a fixed set of fields; None when anything in it is wrong."""
    names = [spec.name for spec in specs]
    if node.kind is not Kind.MAP:
        if node.sound:
            hint = f"Write {join_names(names)} below it."
            reporter.error("MQ307", f"{owner} is {Kind.MAP}, not {node.kind}", node, hint)
        return None
    given = {key.text: (key, value) for key, value in node.pairs}
    before = len(reporter.problems)
    for name, (key, _) in given.items():
        if name not in names:
            reporter.unknown(key, names, owner)
    for spec in specs:
        if spec.required and spec.name not in given:
            reporter.error("MQ306", f"{owner} has no {spec.name!r}", node, f"Add '{spec.name}:'.")
    values = {spec.name: reporter.value(spec, given[spec.name][1]) for spec in specs if spec.name in given}
    return values if node.sound and len(reporter.problems) == before else None


class ItemReader:
    """Reads one item of a deck."""

    def __init__(self, reporter: Reporter, node: Node) -> None:
        self.reporter = reporter
        self.node = node
        pairs = list(node.pairs) if node.kind is Kind.MAP else []
        self.keys = {key.text: key for key, _ in pairs}
        self.values = {key.text: value for key, value in pairs}

    def item(self) -> Item | None:
        """The item; None when anything in it is wrong, which is then reported."""
        if self.node.kind is not Kind.MAP:
            if self.node.sound:
                hint = "Start it with '- type: recall', and put its fields below."
                self.reporter.error("MQ307", f"an item is {Kind.MAP}, not {self.node.kind}", self.node, hint)
            return None
        before = len(self.reporter.problems)
        common = {spec.name: self.field(spec) for spec in COMMON_FIELDS if spec.name in self.values}
        kind = self.item_type(common.pop("type", ""))
        content = self.content(kind) if kind else None
        item = self.assembled(content, common) if content else None
        return item if self.node.sound and len(self.reporter.problems) == before else None

    def field(self, spec: Field) -> Value | None:
        return self.reporter.value(spec, self.values[spec.name])

    def item_type(self, name: Value | None) -> ItemType | None:
        if name in list(ItemType):
            return ItemType(str(name))
        types = [kind.value for kind in ItemType]
        if name:
            near = difflib.get_close_matches(str(name), types, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else f"Take one of {join_names(types, 'or')}."
            self.reporter.error("MQ307", f"there is no item type {name!r}", self.values["type"], hint)
        elif name is not None:
            self.reporter.error("MQ306", "the item has no 'type'", self.node, f"Add one of {join_names(types, 'or')}.")
        return None

    def content(self, kind: ItemType) -> Content | None:
        """The content of the given type, if its fields allow one; everything wrong with them is reported."""
        specs = FIELDS[kind]
        known = [spec.name for spec in specs]
        for name, key in self.keys.items():
            if name not in known and name not in COMMON:
                self.reporter.unknown(key, [*known, *COMMON], f"an item of type {kind}")
        values = {spec.name: self.content_value(spec) for spec in specs}
        if any(value is None for value in values.values()):
            return None
        make: Callable[..., Content] = CONTENT_CLASSES[kind]
        content = make(**values)
        for fault in faults(content):
            self.reporter.error(fault.code, fault.message, self.keys.get(fault.field, self.node), fault.hint)
        return content

    def content_value(self, spec: Field) -> Value | None:
        if spec.name in self.values:
            return self.field(spec)
        if spec.shape is Shape.BOOL:
            self.reporter.error("MQ306", f"{spec.name!r} is missing or empty", self.node, "Write true or false.")
            return None
        return _EMPTY[spec.shape]

    def assembled(self, content: Content, common: dict[str, Any]) -> Item | None:
        self.check_id(common.get("id"))
        status = self.status(common.pop("status", ""))
        source = self.source()
        built = self.built(content.TYPE)
        if None in common.values():
            return None
        return Item(common.pop("id", ""), content, status, **common, source=source, built=built)

    def check_id(self, item_id: str | None) -> None:
        if item_id and not ID.fullmatch(item_id):
            hint = "Take it back from a backup, or delete it; build then gives a new one."
            self.reporter.error("MQ307", f"{item_id!r} is no id of mediaquiz", self.values["id"], hint)

    def status(self, name: str | None) -> Status:
        if not name:
            return Status.READY
        if name not in list(Status):
            hint = f"Take one of {join_names([status.value for status in Status], 'or')}."
            self.reporter.error("MQ307", f"there is no status {name!r}", self.values["status"], hint)
            return Status.READY
        return Status(name)

    def source(self) -> Provenance | None:
        node = self.values.get("source")
        if node is None or node.empty:
            return None
        values = read_values(self.reporter, node, SOURCE_FIELDS, "'source'")
        return Provenance(**values) if values else None

    def built(self, kind: ItemType) -> Mapping[str, str]:
        node = self.values.get("built")
        if node is None or node.empty:
            return {}
        names = (*(spec.name for spec in FIELDS[kind]), *TRACKED, *STATES)
        specs = [Field(name, Shape.TEXT, required=False) for name in names]
        values = read_values(self.reporter, node, specs, "'built'") or {}
        for state in STATES:
            if state in values and values[state] not in list(Status):
                hint = "Take the line 'built' from a backup; it is mediaquiz's own."
                self.reporter.error("MQ307", f"there is no status {values[state]!r}", node, hint)
        return values
