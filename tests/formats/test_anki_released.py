"""What learners already have in Anki must never change: ids, names, field lists. And the look keeps its promises."""

import json
import re
from pathlib import Path

import pytest

from mediaquiz.formats.anki.notetypes import NOTE_TYPES, TEMPLATE, NoteType, look, style
from mediaquiz.model.looks import LOOKS, REVISED

RELEASED = json.loads(Path(__file__).with_name("anki_released.json").read_text(encoding="utf-8"))
THEMES = {"day": r"\.card \{(.*?)\}", "night": r"\.nightMode,.*?\{(.*?)\}"}
TEXT_ON_GROUND = [
    ("ink", "sheet"),
    ("ink", "code"),
    ("soft", "sheet"),
    ("soft", "code"),
    ("accent", "sheet"),
    ("good", "good-ground"),
    ("bad", "bad-ground"),
]


def identity(kind: NoteType) -> dict[str, object]:
    """All by which Anki recognises a note type."""
    return {
        "key": kind.key,
        "name": kind.name,
        "id": kind.id,
        "cloze": kind.cloze,
        "template": [TEMPLATE, kind.template_id],
        "fields": [list(field) for field in kind.fields],
    }


def test_released_note_types_are_as_they_were() -> None:
    now = {kind.name: identity(kind) for kind in NOTE_TYPES}
    assert {name: now.get(name) for name in RELEASED["note types"]} == RELEASED["note types"]


def test_a_new_note_type_is_released_too() -> None:
    assert {kind.name for kind in NOTE_TYPES} == set(RELEASED["note types"])


def test_ids_are_given_once() -> None:
    ids = [number for kind in NOTE_TYPES for number in (kind.id, kind.template_id, *(i for _, i in kind.fields))]
    assert len(ids) == len(set(ids))


def test_a_changed_look_has_a_new_time() -> None:
    """Anki takes the newer look: change ``LOOKS`` and ``REVISED`` together, and both in anki_released.json."""
    assert {kind.key: look(kind) for kind in NOTE_TYPES} == LOOKS
    assert RELEASED["look"] == {**LOOKS, "revised": REVISED.isoformat()}


def luminance(colour: str) -> float:
    """The relative luminance that WCAG 2 defines."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_reaches_the_contrast_of_wcag_aa(theme: str, text: str, ground: str) -> None:
    block = re.search(THEMES[theme], style(), re.DOTALL)
    assert block
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[1]))
    light, dark = sorted((luminance(colours[text]), luminance(colours[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


SCRIPT = re.compile(r"<script>.*?</script>", re.DOTALL)


@pytest.mark.parametrize("kind", NOTE_TYPES, ids=lambda kind: kind.name)
def test_cards_need_no_network_and_only_choices_have_a_script(kind: NoteType) -> None:
    look = kind.front + kind.back + style()
    assert not re.search(r"https?:|\bon\w+=|url\(|@import|fetch|XMLHttp|eval|innerHTML", look)
    assert len(SCRIPT.findall(look)) == (2 if kind.name == "mediaquiz Choice" else 0)
    assert "<script" not in SCRIPT.sub("", look)


@pytest.mark.parametrize("kind", NOTE_TYPES, ids=lambda kind: kind.name)
def test_mathjax_leaves_the_text_alone(kind: NoteType) -> None:
    assert "mathjax_ignore" in kind.front
    assert "mathjax_ignore" in kind.back
