"""The signatures of the pluggable stages. Each stage has one static table; a member is one file and one row.

reader      Source → (Lesson, problems)             readers/__init__.py
rule        Lesson → findings                       extract/__init__.py
generator   Extract → candidates                    generate/__init__.py
gate        (candidate, Scene) → reason or None     gates/__init__.py
format      Shipment → (bytes, problems)            formats/__init__.py
importer    Parcel → (Arrival, problems)            formats/__init__.py
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import datetime
from typing import Protocol

from mediaquiz.model.arrival import Arrival, Parcel
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract, Finding
from mediaquiz.model.deck import Deck
from mediaquiz.model.form import Form
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.lesson import Lesson, Source
from mediaquiz.model.problem import Problem
from mediaquiz.model.review import Progress


class Reader(Protocol):
    """Turns a source into a lesson. Never raises for bad content; what it cannot understand becomes prose."""

    def __call__(self, source: Source) -> tuple[Lesson, tuple[Problem, ...]]: ...


class Rule(Protocol):
    """Finds one kind of structure in a lesson. Unsure means nothing."""

    def __call__(self, lesson: Lesson) -> Iterable[Finding]: ...


class Generator(Protocol):
    """Asks about one kind of finding."""

    def __call__(self, extract: Extract) -> Iterable[Candidate]: ...


@dataclass(frozen=True, slots=True)
class Scene:
    """What a gate may look at beside the candidate: the extract, and the candidates that passed so far."""

    extract: Extract
    passed: Sequence[Candidate] = ()


class Gate(Protocol):
    """Says in one sentence why a candidate must not pass, or None. Pure; never changes the candidate."""

    def __call__(self, candidate: Candidate, scene: Scene) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Shipment:
    """What a format writes: decks with live items only, in course order.

    ``changed_at`` says for each item id, and for each name that a format asks for, when its content last changed;
    ``retired`` holds the items that went out earlier and must be marked as gone; ``options`` are the format's own;
    ``media`` holds the bytes of every picture that an item's texts name (``model.pictures``) and the course has;
    ``progress`` is that of each item that was answered, where the learner wants it to go along;
    ``forms`` hold the same items as quizzes, in the order and with the options of each form.
    """

    course_id: str
    course_title: str
    decks: tuple[Deck, ...]
    now: datetime
    changed_at: Mapping[str, datetime] = field(default_factory=dict)
    retired: tuple[Deck, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    media: Mapping[str, bytes] = field(default_factory=dict)
    progress: Mapping[str, Progress] = field(default_factory=dict)
    forms: tuple[Form, ...] = ()


class Format(Protocol):
    """Writes a shipment as the bytes of one file. Never drops an item in silence: each becomes a Problem."""

    def __call__(self, shipment: Shipment) -> tuple[bytes, tuple[Problem, ...]]: ...


class Importer(Protocol):
    """Reads another program's file. Never raises for bad content: what it does not understand becomes a Problem with
    its line, and the rest goes on; nothing is dropped in silence."""

    def __call__(self, parcel: Parcel) -> tuple[Arrival, tuple[Problem, ...]]: ...
