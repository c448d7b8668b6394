"""Items on their way into a deck, and what a gate says of them."""

from dataclasses import field

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Item
from mediaquiz.model.problem import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that a generator proposes.

    ``trust`` is the recipe's confidence in 0-1: below the confidence line the item becomes a draft. ``value`` ranks
    it among its lesson's items. ``section`` and ``aspect`` (definition, order, contrast, reason, sign, practice …)
    are what ranking spreads over. ``fact`` names the piece of knowledge asked: of two candidates with one fact the
    better one stays. ``siblings`` holds the texts that stand beside the answer in the lesson, for the gates.
    """

    item: Item
    span: Span
    section: str = ""
    aspect: str = ""
    fact: str = ""
    trust: float = 1.0
    value: float = 0.5
    siblings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a gate let a candidate not pass: a code of ``problem.CODES`` and one sentence."""

    candidate: Candidate
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Harvest:
    """What a lesson gave: candidates that passed, best first, and those that did not, with the reason."""

    kept: tuple[Candidate, ...] = ()
    refused: tuple[Refusal, ...] = field(default_factory=tuple)
