"""The JSON Schema of decks (draft 2020-12), for editors and other tools, made from the tables that the loader uses."""

import json
from typing import Any

from mediaquiz.decks.fields import COMMON_FIELDS, SOURCE_FIELDS, STATES, TRACKED
from mediaquiz.decks.identity import ID_LENGTH
from mediaquiz.decks.load import DECK_FIELDS, REMOVED_FIELDS
from mediaquiz.model.deck import DECK_VERSION
from mediaquiz.model.item import FIELDS, Field, ItemType, Shape, Status

Schema = dict[str, Any]

# An editor reads `answer: 42` as a number, mediaquiz as the text "42".
_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
_TEXT_REF: Schema = {"$ref": "#/$defs/text"}
_PAIR: Schema = {"type": "array", "items": _TEXT_REF, "minItems": 2, "maxItems": 2}
_SHAPES: dict[Shape, Schema] = {
    Shape.TEXT: _TEXT_REF,
    Shape.BOOL: {"enum": [True, False, "참", "거짓"]},
    Shape.TEXTS: {"type": ["array", "null"], "items": _TEXT_REF},
    Shape.GROUPS: {"type": ["array", "null"], "items": {"type": ["array", "null"], "items": _TEXT_REF}},
    Shape.PAIRS: {"type": "array", "items": _PAIR},
}
_ABOUT = {
    "id": "Permanent, written by the tool. Leave it out for a new item.",
    "type": "What kind of answer the item asks for.",
    "status": "Quiz and exports take ready and approved; approved and retired are the teacher's word.",
    "context": "Shown above the question: what it is about, where it does not say so itself.",
    "explain": "Shown after the answer.",
    "source": "Where the item came from; written by the tool.",
    "built": "What the tool wrote last, so that it sees what a human changed; written by the tool.",
    "notes": "The teacher's own; never shown to learners.",
}


def schema() -> Schema:
    """The schema as JSON-like values."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "mediaquiz deck",
        "type": "object",
        "properties": {name: _DECK[name] for name in DECK_FIELDS},
        "additionalProperties": False,
        "$defs": {"text": _TEXT, "item": _item()} | {kind.value: _content(kind) for kind in ItemType},
    }


def schema_text() -> str:
    """The schema as the text of ``docs/deck.schema.json``."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _list_of(entry: Schema) -> Schema:
    return {"type": ["array", "null"], "items": entry}


def _record(fields: tuple[Field, ...]) -> Schema:
    return {
        "type": ["object", "null"],
        "properties": {spec.name: _SHAPES[spec.shape] for spec in fields},
        "required": [spec.name for spec in fields if spec.required],
        "additionalProperties": False,
    }


_DECK: dict[str, Schema] = {
    "version": {"type": "integer", "minimum": 1, "maximum": DECK_VERSION},
    "lesson": {**_TEXT_REF, "description": "The lesson's path in the course; empty for a teacher's own items."},
    "title": _TEXT_REF,
    "track": _TEXT_REF,
    "number": {"type": ["integer", "null"], "minimum": 0},
    "lang": _TEXT_REF,
    "items": _list_of({"$ref": "#/$defs/item"}),
    "removed": _list_of(_record(REMOVED_FIELDS)),
}


def _item() -> Schema:
    return {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"enum": [kind.value for kind in ItemType], "description": _ABOUT["type"]}},
        "allOf": [
            {
                "if": {"properties": {"type": {"const": kind.value}}, "required": ["type"]},
                "then": {"$ref": f"#/$defs/{kind.value}"},
            }
            for kind in ItemType
        ],
    }


def _content(kind: ItemType) -> Schema:
    special: dict[str, Schema] = {
        "id": {"type": "string", "pattern": f"^[A-Za-z0-9]{{{ID_LENGTH}}}$"},
        "type": {"const": kind.value},
        "status": {"enum": [status.value for status in Status]},
        "source": _record(SOURCE_FIELDS),
        "built": _built(kind),
    }
    common = {spec.name: _SHAPES[spec.shape] for spec in COMMON_FIELDS} | special
    described = {name: known | _description(name) for name, known in common.items()}
    return {
        "properties": described | {spec.name: _value(spec) for spec in FIELDS[kind]},
        "required": ["type", *(spec.name for spec in FIELDS[kind] if spec.required)],
        "additionalProperties": False,
    }


def _description(name: str) -> Schema:
    return {"description": _ABOUT[name]} if name in _ABOUT else {}


def _value(spec: Field) -> Schema:
    value = _SHAPES[spec.shape]
    return value | {"minItems": spec.least} if spec.required and spec.shape in (Shape.TEXTS, Shape.PAIRS) else value


def _built(kind: ItemType) -> Schema:
    hashes = dict.fromkeys((*(spec.name for spec in FIELDS[kind]), *TRACKED), _TEXT_REF)
    states = {name: {"enum": [status.value for status in Status]} for name in STATES}
    return {"type": ["object", "null"], "properties": hashes | states, "additionalProperties": False}
