"""Use case: a language model proposes items for lessons, a block at a time; the gates and a second reading decide.

Every reply is kept before the next block is sent, and every lesson's items go into its deck before the next lesson: a
run that is stopped anywhere goes on from there, and what was paid for is not asked again.
"""

import random
from collections.abc import Sequence
from datetime import datetime

from mediaquiz.app.course import Course, load_decks
from mediaquiz.app.languagemodel import Desk, tokens
from mediaquiz.app.lessonfile import shared_lines
from mediaquiz.app.lessons import deck_path, lesson_paths
from mediaquiz.app.proposals import Judged, beside, bring_home, judged, refusals, understood
from mediaquiz.app.report import Progress
from mediaquiz.app.secondreading import agreed
from mediaquiz.formats import reader
from mediaquiz.formats.chat.prompt import FEWEST_WORDS, block_prompt, taught, text_of
from mediaquiz.formats.chat.schema import ITEMS
from mediaquiz.model.arrival import Incoming, Parcel
from mediaquiz.model.candidate import Candidate, Refusal
from mediaquiz.model.concept import Extract
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import MODEL, Item, Status
from mediaquiz.model.lesson import Block
from mediaquiz.model.problem import Problem, info
from mediaquiz.text import squash

MOST_A_BLOCK, WORDS_PER_ITEM = 4, 40
"""How many items a block may get, and the words for each."""


@dataclass(frozen=True, slots=True)
class Page:
    """A lesson and what is sent of it: its blocks with their prompts."""

    found: Extract
    prompts: tuple[tuple[Block, str], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would send. ``known`` prompts are answered already, ``letters`` and ``tokens`` are of the others."""

    pages: tuple[Page, ...]
    blocks: int = 0
    known: int = 0
    letters: int = 0
    tokens: int = 0


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a run did."""

    decks: tuple[str, ...] = ()
    added: int = 0
    same: int = 0
    refused: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


def plan(course: Course, desk: Desk, lessons: Sequence[str] = ()) -> Plan:
    """What would be sent for the lessons whose path has one of the names in it; for all without names."""
    paths = [
        path
        for path in lesson_paths(course)
        if not lessons or any(squash(name) in squash(path.relative_to(course.root).as_posix()) for name in lessons)
    ]
    shared = shared_lines(paths)
    found = [understood(p, p.relative_to(course.root).as_posix(), shared.get(p, frozenset()))[0] for p in paths]
    pages = tuple(page for one in found if (page := _page(one, desk)).prompts)
    prompts = [prompt for page in pages for _, prompt in page.prompts]
    new = [prompt for prompt in prompts if not desk.knows(prompt)]
    letters = sum(map(len, new))
    return Plan(pages, len(prompts), len(prompts) - len(new), letters, sum(map(tokens, new)))


def _page(found: Extract, desk: Desk) -> Page:
    blocks = [block for block in taught(found.lesson) if len(text_of(block).split()) >= FEWEST_WORDS]
    schema = desk.model.with_schema
    return Page(
        found,
        tuple((b, block_prompt(found.lesson, b, found.concepts, _most(b), with_schema=schema)) for b in blocks),
    )


def _most(block: Block) -> int:
    return max(1, min(MOST_A_BLOCK, len(text_of(block).split()) // WORDS_PER_ITEM))


def run(
    course: Course, desk: Desk, planned: Plan, *, now: datetime, rng: random.Random, progress: Progress | None = None
) -> Proposed:
    """Ask for items and bring those that pass into their lessons' decks, as ready ones.

    Raises MediaquizError when the model does not answer, and as ``shelf.rewrite``; what was done before stays done.
    """
    desk.replies.prepare()
    total, done, result = planned.blocks, 0, Proposed()
    for page in planned.pages:
        kept: list[Incoming] = []
        deck = next((d for d in load_decks(course)[0] if d.path == deck_path(page.found.lesson.path)), None)
        standing = beside(deck)
        for block, prompt in page.prompts:
            one, problems = _block(desk, page.found, block, prompt, (*standing, *(k.item for k in kept)))
            kept += one.kept
            done += 1
            result = _and(result, refused=refusals(one.refused), problems=problems)
            if progress:
                progress(done, total)
        if kept:
            brought = bring_home(course, page.found, kept, now=now, rng=rng)
            result = _and(result, (brought.deck.path,), brought.added, brought.same, problems=brought.problems)
    return result


def _and(
    result: Proposed,
    decks: tuple[str, ...] = (),
    added: int = 0,
    same: int = 0,
    refused: tuple[Problem, ...] = (),
    problems: tuple[Problem, ...] = (),
) -> Proposed:
    return Proposed(
        (*result.decks, *decks),
        result.added + added,
        result.same + same,
        (*result.refused, *refused),
        (*result.problems, *problems),
    )


def _block(
    desk: Desk, found: Extract, block: Block, prompt: str, standing: Sequence[Item]
) -> tuple[Judged, tuple[Problem, ...]]:
    """What a block gave: through the gates, then through a second reading."""
    name = f"{found.lesson.path}:{block.span.start}"
    reply = desk.ask(prompt, ITEMS)
    parcel = Parcel(name, reply.encode("utf-8", "replace"), {"recipe": f"{MODEL}:{desk.model.name}"})
    arrival, problems = reader("items")(parcel)
    # What a model writes that is no item is a matter of the model's: worth a word when asked, never an error.
    told = tuple(info(problem.code, problem.message, problem.span) for problem in problems if problem.code != "MQ701")
    passed = judged(found, arrival.items, standing, Status.READY)
    second = agreed(desk, text_of(block), [one.item for one in passed.kept])
    doubtful = tuple(_doubt(one) for one, sure in zip(passed.kept, second, strict=True) if not sure)
    sure = tuple(one for one, sure in zip(passed.kept, second, strict=True) if sure)
    return Judged(sure, (*passed.refused, *doubtful)), told


def _doubt(one: Incoming) -> Refusal:
    return Refusal(Candidate(one.item, one.span), "MQ218", "asked again without the answer, the model gave another")
