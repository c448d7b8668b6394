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


@dataclass(frozen=True, slots=True)
class Hold:
    """How a format holds an item type, and in what form; for a refused one, why."""

    level: Level
    how: str


def _native(how: str) -> Hold:
    return Hold(Level.NATIVE, how)


def _degraded(how: str) -> Hold:
    return Hold(Level.DEGRADED, how)


def _refused(why: str) -> Hold:
    return Hold(Level.REFUSED, why)


_GRADED_BY_HAND = "an essay that a teacher grades; the answer is shown afterwards"
_PRACTICE = "an essay that a teacher grades; what a good answer has is shown afterwards"
_LIST = "an essay that a teacher grades: in no quiz of theirs may members come in any order"
_POSITIONS = "matching of positions to steps"
_NOT_KAHOOT = "a Kahoot has only options to tap"

_LEARNING_PLATFORM: dict[ItemType, Hold] = {
    ItemType.RECALL: _degraded(_GRADED_BY_HAND),
    ItemType.SHORT: _native("short answer, with all accepted wordings"),
    ItemType.CLOZE: _native("a sentence with a gap to type into"),
    ItemType.CHOICE: _native("multiple choice, one right"),
    ItemType.MULTI: _native("multiple choice, several right, partial credit"),
    ItemType.TRUEFALSE: _native("true or false"),
    ItemType.ORDER: _degraded(_POSITIONS),
    ItemType.LIST: _degraded(_LIST),
    ItemType.MATCH: _native("matching"),
    ItemType.PRACTICE: _degraded(_PRACTICE),
}

HOLDS: Mapping[str, Mapping[ItemType, Hold]] = {
    "moodle": _LEARNING_PLATFORM,
    "gift": _LEARNING_PLATFORM,
    "canvas": _LEARNING_PLATFORM
    | {
        ItemType.CLOZE: _degraded("short answer; the sentence shows its gap as ____"),
        ItemType.MULTI: _native("multiple answers; Canvas decides on partial credit"),
    },
    "qti": _LEARNING_PLATFORM
    | {
        ItemType.SHORT: _native("text entry, with all accepted wordings"),
        ItemType.CLOZE: _native("text entry inside the sentence"),
        ItemType.MULTI: _native("multiple choice, several right; the point for all of them"),
        ItemType.ORDER: _native("ordering"),
    },
    "kahoot": {
        kind: _refused(_NOT_KAHOOT) for kind in ItemType
    }
    | {
        ItemType.CHOICE: _degraded("quiz question with up to four options, without its explanation"),
        ItemType.MULTI: _degraded("quiz question with several right options, without its explanation"),
        ItemType.TRUEFALSE: _degraded("quiz question with the options true and false, without its explanation"),
    },
    "csv": {kind: _native("a row with every field") for kind in ItemType},
}  # fmt: skip
"""Format → item type → how it is held. A format that is not here holds every item as it is."""


def hold(format_name: str, kind: ItemType) -> Hold:
    """How the format holds items of a type."""
    return HOLDS.get(format_name, {}).get(kind, Hold(Level.NATIVE, ""))
