"""What a model proposed for a lesson: through the gates, and into the lesson's deck.

Whoever proposes, a chat or a program: its items pass the chain that every item passes and go into the deck. The same
again changes nothing, what a human changed stays, what was deleted stays away.
"""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from mediaquiz import readers
from mediaquiz.app import lessonfile
from mediaquiz.app.course import Course, load_decks
from mediaquiz.app.generated import deck_of
from mediaquiz.app.shelf import open_deck, rewrite
from mediaquiz.decks.incoming import Brought, bring_in
from mediaquiz.extract import extract
from mediaquiz.gates import judge
from mediaquiz.gates.lessontext import bare, lesson_text
from mediaquiz.gates.words import stems
from mediaquiz.model.arrival import Incoming
from mediaquiz.model.candidate import Candidate, Refusal
from mediaquiz.model.concept import Extract
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Item, Status
from mediaquiz.model.lesson import Source
from mediaquiz.model.problem import Problem, Span, info
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import prompt
from mediaquiz.store.decklock import read_lock
from mediaquiz.text import clean, has_hangul, one_line

_SHOWN = 70
_EXPLAINED = 0.5
_LONGEST_EXPLANATION = 500
NAMESPACE = "items"
"""What bringing in calls the place that proposals come from."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Proposals for one lesson: those that passed every gate, and the refusals."""

    kept: tuple[Incoming, ...] = ()
    refused: tuple[Refusal, ...] = ()


def understood(path: Path, name: str, repeated: frozenset[str] = frozenset()) -> tuple[Extract, tuple[Problem, ...]]:
    """What a lesson file says, as the gates need it: without a question made of it."""
    text, problems = lessonfile.read(path)
    lesson, more = readers.read(Source(lessonfile.text_name(name), clean(text), "", repeated))
    return extract(replace(lesson, path=name)), (*problems, *more)


def judged(found: Extract, incoming: Iterable[Incoming], beside: Iterable[Item], status: Status) -> Judged:
    """Let proposals for a lesson pass the gates, in their order. Those that pass have the status.

    ``beside`` are the items of the lesson that they must not ask again. An explanation that is not made of the lesson's
    words is taken away, its item is not.
    """
    passed = [Candidate(item, Span(""), fact=item.id or prompt(item.content)) for item in beside]
    kept: list[Incoming] = []
    refused: list[Refusal] = []
    for number, one in enumerate(incoming):
        whole = _settled(one.item, found, status)
        candidate = Candidate(whole, one.span, fact=f"proposal {number}")
        refusal = judge(candidate, Scene(found, passed))
        if refusal:
            refused.append(refusal)
        else:
            passed.append(candidate)
            kept.append(replace(one, item=whole))
    return Judged(tuple(kept), tuple(refused))


def _settled(item: Item, found: Extract, status: Status) -> Item:
    scene = Scene(found)
    explain = "\n".join(line for line in item.explain.split("\n") if borne_out(line, scene))
    lang = "ko" if has_hangul(prompt(item.content)) else "en"
    return replace(item, status=status, explain=explain, lang="" if lang == found.lesson.language else lang)


def borne_out(explanation: str, scene: Scene) -> bool:
    """Whether at least half of an explanation's words are the lesson's, and it is short enough to be read."""
    words = stems(explanation)
    told = len(words & lesson_text(scene).words)
    return bool(words) and told >= _EXPLAINED * len(words) and len(explanation) <= _LONGEST_EXPLANATION


def refusals(refused: Iterable[Refusal]) -> tuple[Problem, ...]:
    """Refusals as problems at their lines: nothing is wrong with the course."""
    return tuple(info(one.code, f"{_shown(one.candidate.item)}: {one.reason}", one.candidate.span) for one in refused)


def _shown(item: Item) -> str:
    text = one_line(prompt(item.content))
    return repr(text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…")


def beside(deck: Deck | None) -> tuple[Item, ...]:
    """The items of a deck that a proposal must not ask again; earlier proposals are found again by other means."""
    gone = (Status.RETIRED, Status.ORPHANED)
    return tuple(item for item in (deck.items if deck else ()) if item.status not in gone and not item.proposed)


def bring_home(
    course: Course,
    found: Extract,
    kept: Sequence[Incoming],
    *,
    now: datetime,
    rng: random.Random,
    write: bool = True,
) -> Brought:
    """Put proposals into the deck of their lesson, which is made when there is none.

    With ``write=False`` nothing is written and the result says what would be. Raises as ``shelf.rewrite``.
    """
    header = deck_of(found.lesson)
    in_place = tuple(replace(one, item=_placed(one.item, found)) for one in kept)
    results: list[Brought] = []
    change = _change(course, header, in_place, rng, results)
    if write:
        rewrite(course, {header.path: change}, now)
    else:
        loaded = open_deck(course, header.path)
        change(loaded.deck if loaded else Deck(header.path))
    return results[0]


def _placed(item: Item, found: Extract) -> Item:
    """The item with the concept of the inventory that it is about, where it names one by another name."""
    names = {bare(name): one.term for one in found.concepts for name in (one.term, *one.aliases)}
    return replace(item, concept=names.get(bare(item.concept), item.concept))


def _change(
    course: Course, header: Deck, kept: Sequence[Incoming], rng: random.Random, results: list[Brought]
) -> Callable[[Deck], Deck]:
    """The change of the lesson's deck. Items that rules or humans made are never touched."""

    def change(deck: Deck) -> Deck:
        old = None if deck == Deck(header.path) else deck
        decks, _ = load_decks(course)
        others = {item.id: (each, item) for each in decks for item in each.items if each.path != header.path}
        others |= {item.id: (deck, item) for item in deck.items if not item.proposed}
        mine = replace(deck, items=tuple(item for item in deck.items if item.proposed))
        lock, _ = read_lock(course.root)
        brought = bring_in(mine if old else None, kept, header, NAMESPACE, lock, rng, others)
        results.append(brought)
        if not brought.deck.items:
            return deck
        changed = {item.id: item for item in brought.deck.items}
        standing = tuple(changed.pop(item.id, item) for item in deck.items)
        return replace(old or header, items=(*standing, *changed.values()))

    return change
