"""The JSON Schema for editors: up to date, and naming what the loader reads."""

import json
from pathlib import Path

import pytest

from mediaquiz.decks.schema import schema, schema_text
from mediaquiz.model.item import COMMON, FIELDS, ItemType

FILE = Path(__file__).parents[2] / "docs" / "deck.schema.json"


def test_the_file_in_docs_is_up_to_date():
    message = (
        "run: python -c 'from mediaquiz.decks.schema import *; print(schema_text(), end=\"\")' > docs/deck.schema.json"
    )
    assert FILE.read_text(encoding="utf-8") == schema_text(), message
    assert json.loads(schema_text()) == schema()


@pytest.mark.parametrize("kind", ItemType)
def test_each_type_has_its_fields_and_no_others(kind):
    known = schema()["$defs"][kind.value]
    assert set(known["properties"]) == {*COMMON, *(spec.name for spec in FIELDS[kind])}
    assert set(known["required"]) == {"type", *(spec.name for spec in FIELDS[kind] if spec.required)}
    assert known["additionalProperties"] is False
