"""What each format makes of each item type: the one table that writers, reports and docs go by."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mediaquiz.model.item import ItemType


class Level(StrEnum):
    """How well a format holds an item type."""

    NATIVE = "native"
    DEGRADED = "degraded"
    REFUSED = "refused"


HOW: Mapping[str, str] = {
    "typed": "short answer, with all accepted wordings",
    "gap": "a sentence with a gap to type into",
    "one": "multiple choice, one right",
    "several": "multiple choice, several right, partial credit",
    "several_whole": "multiple choice, several right; the point is for all of them",
    "several_canvas": "multiple answers; Canvas decides on partial credit",
    "truth": "true or false",
    "pairs": "matching",
    "ordering": "ordering",
    "row": "a row with every field",
    "short_gap": "short answer; the sentence shows its gap as ____",
    "positions": "matching of positions to steps",
    "essay": "an essay that a teacher grades; the answer is shown afterwards",
    "essay_practice": "an essay that a teacher grades; what a good answer has is shown afterwards",
    "essay_list": "an essay that a teacher grades: no quiz there takes members in any order",
    "kahoot_one": "a quiz question with up to four options, without its explanation",
    "kahoot_several": "a quiz question with several right options, without its explanation",
    "kahoot_truth": "a quiz question with the options true and false, without its explanation",
    "kahoot_not": "a Kahoot has only options to tap",
}
"""The forms in which items are held, or why they are not, in words."""


@dataclass(frozen=True, slots=True)
class Hold:
    """How a format holds an item type; ``form`` is a key of ``HOW``, empty for "just as it is"."""

    level: Level
    form: str = ""

    @property
    def how(self) -> str:
        """The form in words."""
        return HOW.get(self.form, "")


_AS_IT_IS = Hold(Level.NATIVE)


def _native(form: str) -> Hold:
    return Hold(Level.NATIVE, form)


def _degraded(form: str) -> Hold:
    return Hold(Level.DEGRADED, form)


_MOODLE: Mapping[ItemType, Hold] = {
    ItemType.RECALL: _degraded("essay"),
    ItemType.SHORT: _native("typed"),
    ItemType.CLOZE: _native("gap"),
    ItemType.CHOICE: _native("one"),
    ItemType.MULTI: _native("several"),
    ItemType.TRUEFALSE: _native("truth"),
    ItemType.ORDER: _degraded("positions"),
    ItemType.LIST: _degraded("essay_list"),
    ItemType.MATCH: _native("pairs"),
    ItemType.PRACTICE: _degraded("essay_practice"),
}
_CANVAS = {ItemType.CLOZE: _degraded("short_gap"), ItemType.MULTI: _native("several_canvas")}
_QTI = {ItemType.MULTI: _native("several_whole"), ItemType.ORDER: _native("ordering")}
_KAHOOT = {
    ItemType.CHOICE: _degraded("kahoot_one"),
    ItemType.MULTI: _degraded("kahoot_several"),
    ItemType.TRUEFALSE: _degraded("kahoot_truth"),
}

HOLDS: Mapping[str, Mapping[ItemType, Hold]] = {
    "moodle": _MOODLE,
    "gift": _MOODLE,
    "canvas": {**_MOODLE, **_CANVAS},
    "qti": {**_MOODLE, **_QTI},
    "kahoot": {**dict.fromkeys(ItemType, Hold(Level.REFUSED, "kahoot_not")), **_KAHOOT},
    "csv": dict.fromkeys(ItemType, _native("row")),
}
"""Format → item type → how it is held. A format that is not here holds every item as it is."""


def hold(format_name: str, kind: ItemType) -> Hold:
    """How the format holds items of a type."""
    return HOLDS.get(format_name, {}).get(kind, _AS_IT_IS)
