"""What comes in from another program's file: items on their way into a deck, and reviews of long ago."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Item
from mediaquiz.model.problem import Span


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file of another program as it came: ``name`` is for problems and deck names, ``options`` the format's own."""

    name: str
    data: bytes
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One item of the file.

    ``item.id`` is set only when the file tells an id that mediaquiz once gave. ``key`` is what the other program calls
    the item (a Moodle id number, a GIFT name, an Anki guid), empty when it has no name there: an item with a key gets
    an id that is a function of the format and the key, so a later import finds it under any wording.
    """

    item: Item
    span: Span
    key: str = ""


@dataclass(frozen=True, slots=True)
class PastReview:
    """One answer that another program recorded.

    ``item`` is an item id or an ``Incoming.key`` of the same file, ``origin`` names the review there and never
    changes, ``rating`` is 1-4, ``at`` aware; ``data`` holds what else the format knows.
    """

    item: str
    origin: str
    at: datetime
    rating: int
    ms: int = 0
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tuning:
    """What a learner tuned in another program about when cards come again.

    ``name`` is what these options are called there, ``cards`` how many of the file's cards they are for.
    ``retention`` is the desired one, ``parameters`` are those of FSRS-6; None and empty where nothing was tuned.
    """

    name: str
    cards: int
    retention: float | None = None
    parameters: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """All that a file holds, in its order. ``title`` and ``lang`` are empty when the file does not tell.

    ``media`` holds the pictures by the paths that the items' texts name, ``media/NAME`` (see ``pictures.new_path``),
    ``tunings`` what was tuned for the cards whose reviews came.
    """

    items: tuple[Incoming, ...] = ()
    reviews: tuple[PastReview, ...] = ()
    media: Mapping[str, bytes] = field(default_factory=dict)
    title: str = ""
    lang: str = ""
    tunings: tuple[Tuning, ...] = ()
