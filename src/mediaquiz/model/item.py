"""Items: the questions in a deck. One frozen class for each type, one for what all types share.

``FIELDS`` is the field table: loaders, writers, the JSON schema and the formats are driven by it, so a field has one
place where it is named.
"""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import ClassVar

from mediaquiz.model.frozen import dataclass


class ItemType(StrEnum):
    """What kind of answer an item asks for. A type never changes: another type is another item."""

    RECALL = "recall"
    SHORT = "short"
    CLOZE = "cloze"
    CHOICE = "choice"
    MULTI = "multi"
    TRUEFALSE = "truefalse"
    ORDER = "order"
    LIST = "list"
    MATCH = "match"
    PRACTICE = "practice"


class Status(StrEnum):
    """Where an item stands. Quiz and exports take READY and APPROVED."""

    READY = "ready"
    DRAFT = "draft"
    APPROVED = "approved"
    RETIRED = "retired"
    ORPHANED = "orphaned"


LIVE = frozenset({Status.READY, Status.APPROVED})
"""The statuses that quiz and exports take."""


@dataclass(frozen=True, slots=True)
class Recall:
    """A question that the learner answers in the head and grades."""

    TYPE: ClassVar[ItemType] = ItemType.RECALL
    stem: str
    answer: str


@dataclass(frozen=True, slots=True)
class Short:
    """A question with a short typed answer. ``accept`` holds other right wordings."""

    TYPE: ClassVar[ItemType] = ItemType.SHORT
    stem: str
    answer: str
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cloze:
    """A sentence with exactly one ``{{deletion}}``."""

    TYPE: ClassVar[ItemType] = ItemType.CLOZE
    text: str
    accept: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One right option, the key, among distractors. The order in which options show is the session's."""

    TYPE: ClassVar[ItemType] = ItemType.CHOICE
    stem: str
    key: str
    distractors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Multi:
    """Several right options, all to be chosen."""

    TYPE: ClassVar[ItemType] = ItemType.MULTI
    stem: str
    key: tuple[str, ...]
    distractors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrueFalse:
    """A statement. ``correction`` says how it really is, for a false one."""

    TYPE: ClassVar[ItemType] = ItemType.TRUEFALSE
    stem: str
    answer: bool
    correction: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """Things to be put in order; ``sequence`` is the right one."""

    TYPE: ClassVar[ItemType] = ItemType.ORDER
    stem: str
    sequence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListAll:
    """All members of a set, in any order. ``accept`` holds, for each member in turn, its other right wordings."""

    TYPE: ClassVar[ItemType] = ItemType.LIST
    stem: str
    members: tuple[str, ...]
    accept: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """Left and right sides to be joined."""

    TYPE: ClassVar[ItemType] = ItemType.MATCH
    stem: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Practice:
    """Something to do, judged by the learner. ``check`` says what a good answer has, ``period`` how long it takes."""

    TYPE: ClassVar[ItemType] = ItemType.PRACTICE
    stem: str
    check: str = ""
    period: str = ""


Content = Recall | Short | Cloze | Choice | Multi | TrueFalse | Order | ListAll | Match | Practice

CONTENT_CLASSES: dict[ItemType, type[Content]] = {
    cls.TYPE: cls for cls in (Recall, Short, Cloze, Choice, Multi, TrueFalse, Order, ListAll, Match, Practice)
}


class Shape(StrEnum):
    """The form of a field's value in a deck."""

    TEXT = "text"
    BOOL = "true or false"
    TEXTS = "list of texts"
    GROUPS = "list of lists of texts"
    PAIRS = "list of pairs"


@dataclass(frozen=True, slots=True)
class Field:
    """One content field: its name, the form of its value, whether an item must have it."""

    name: str
    shape: Shape
    required: bool = True
    least: int = 1
    """The fewest entries that a list must hold."""


_STEM = Field("stem", Shape.TEXT)

FIELDS: dict[ItemType, tuple[Field, ...]] = {
    ItemType.RECALL: (_STEM, Field("answer", Shape.TEXT)),
    ItemType.SHORT: (_STEM, Field("answer", Shape.TEXT), Field("accept", Shape.TEXTS, required=False)),
    ItemType.CLOZE: (
        Field("text", Shape.TEXT),
        Field("accept", Shape.TEXTS, required=False),
        Field("hint", Shape.TEXT, required=False),
    ),
    ItemType.CHOICE: (_STEM, Field("key", Shape.TEXT), Field("distractors", Shape.TEXTS)),
    ItemType.MULTI: (_STEM, Field("key", Shape.TEXTS), Field("distractors", Shape.TEXTS)),
    ItemType.TRUEFALSE: (_STEM, Field("answer", Shape.BOOL), Field("correction", Shape.TEXT, required=False)),
    ItemType.ORDER: (_STEM, Field("sequence", Shape.TEXTS, least=3)),
    ItemType.LIST: (_STEM, Field("members", Shape.TEXTS, least=2), Field("accept", Shape.GROUPS, required=False)),
    ItemType.MATCH: (_STEM, Field("pairs", Shape.PAIRS, least=3)),
    ItemType.PRACTICE: (
        _STEM,
        Field("check", Shape.TEXT, required=False),
        Field("period", Shape.TEXT, required=False),
    ),
}
"""The content fields of each type, in the order in which a deck shows them. Frozen: a later field is optional."""

COMMON = ("id", "type", "context", "status", "explain", "concept", "tags", "lang", "source", "built", "notes")
"""The fields that every item may have beside its content. In a deck the content stands after ``type``."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an item came from.

    ``fingerprint`` is ``text.fingerprint`` of the lesson's words behind it, ``recipe`` names the generator,
    ``quote`` is those words, verbatim. Line numbers are never stored: they are found again from the quote.
    """

    fingerprint: str
    recipe: str
    quote: str = ""


CHAT, MODEL = "chat", "model"
"""The recipes of items that a language model proposed: in a chat, or (``model:`` and its name) asked by a command."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question. ``id`` is 12 random characters, permanent, empty until a build writes the item to a deck.

    ``built`` holds, for each content field, ``text.content_hash`` of its value as last generated: a field whose hash
    differs is a human's. Items that a human wrote have no ``built`` and no ``source``. ``context`` names what a
    question is about that does not say so itself: a card comes up weeks after its lesson, between cards of others.
    """

    id: str
    content: Content
    status: Status = Status.READY
    explain: str = ""
    concept: str = ""
    tags: tuple[str, ...] = ()
    lang: str = ""
    source: Provenance | None = None
    built: Mapping[str, str] = field(default_factory=dict)
    notes: str = ""
    context: str = ""

    @property
    def type(self) -> ItemType:
        """The item's type."""
        return self.content.TYPE

    @property
    def live(self) -> bool:
        """Whether quiz and exports take it."""
        return self.status in LIVE

    @property
    def proposed(self) -> bool:
        """Whether a language model proposed it, so that no rule of the lesson gives it again."""
        recipe = self.source.recipe if self.source else ""
        return recipe.startswith((CHAT, MODEL)) and recipe.partition(":")[0] in (CHAT, MODEL)
