"""Decks and items as plain data and back, for caches. The deck file itself is ``decks``' matter."""

from typing import Any

from mediaquiz.model.deck import Deck, Removed
from mediaquiz.model.item import CONTENT_CLASSES, Content, Item, ItemType, Provenance, Status
from mediaquiz.model.problem import Problem, Severity, Span
from mediaquiz.model.views import plain

_TYPES = {kind.value: kind for kind in ItemType}
STATUSES = {status.value: status for status in Status}
"""Each status by its word; a lookup is a fraction of what ``Status(word)`` costs."""


def item_to_plain(item: Item) -> dict[str, Any]:
    """A dict that JSON can hold; empty fields are left out."""
    data: dict[str, Any] = {"id": item.id, "type": item.type.value, "status": item.status.value}
    data["content"] = plain(item.content)
    for name in ("explain", "concept", "lang", "notes", "context"):
        if value := getattr(item, name):
            data[name] = value
    if item.tags:
        data["tags"] = list(item.tags)
    if item.source:
        data["source"] = [item.source.fingerprint, item.source.recipe, item.source.quote]
    if item.built:
        data["built"] = dict(item.built)
    return data


def item_from_plain(data: dict[str, Any]) -> Item:
    """The item that ``item_to_plain`` was given."""
    told = data.get
    source = told("source")
    return Item(  # by position: thousands are made before the first question
        data["id"],
        content_from_plain(_TYPES[data["type"]], data["content"]),
        STATUSES[data["status"]],
        told("explain", ""),
        told("concept", ""),
        tuple(told("tags", ())),
        told("lang", ""),
        Provenance(*source) if source else None,
        told("built", {}),
        told("notes", ""),
        told("context", ""),
    )


def content_from_plain(kind: ItemType, fields: dict[str, Any]) -> Content:
    """The content whose ``views.plain`` the fields are."""
    return CONTENT_CLASSES[kind](
        **{name: _freeze(value) if value.__class__ is list else value for name, value in fields.items()}
    )


def _freeze(value: Any) -> Any:
    return tuple([_freeze(part) for part in value]) if isinstance(value, list) else value


def deck_to_plain(deck: Deck) -> dict[str, Any]:
    """A dict that JSON can hold."""
    return {
        "path": deck.path,
        "lesson": deck.lesson,
        "title": deck.title,
        "track": deck.track,
        "number": deck.number,
        "lang": deck.lang,
        "version": deck.version,
        "items": [item_to_plain(item) for item in deck.items],
        "removed": [[gone.id, gone.fingerprint, gone.recipe, gone.stem] for gone in deck.removed],
    }


def deck_from_plain(data: dict[str, Any]) -> Deck:
    """The deck that ``deck_to_plain`` was given."""
    items = tuple(item_from_plain(item) for item in data["items"])
    return Deck(**{**data, "items": items, "removed": removed_from_plain(data)})


def removed_from_plain(data: dict[str, Any]) -> tuple[Removed, ...]:
    """What was removed from the deck that ``deck_to_plain`` was given."""
    return tuple(Removed(*gone) for gone in data["removed"])


def problem_to_plain(problem: Problem) -> dict[str, Any]:
    """A problem as JSON holds it."""
    return {
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "file": problem.span.file if problem.span else "",
        "line": problem.span.start if problem.span else 0,
        "column": problem.span.column if problem.span else 0,
        "hint": problem.hint,
    }


def problem_to_row(problem: Problem) -> list[Any]:
    """All of a problem as a list that JSON can hold, for caches."""
    span = problem.span
    where = [span.file, span.start, span.end, span.column] if span else None
    return [problem.severity.value, problem.code, problem.message, where, problem.hint]


def problem_from_row(row: list[Any]) -> Problem:
    """The problem that ``problem_to_row`` was given."""
    severity, code, message, where, hint = row
    return Problem(Severity(severity), code, message, Span(*where) if where else None, hint)
