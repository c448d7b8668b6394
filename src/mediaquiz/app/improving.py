"""Use case: a language model words items better, and proposes wrong options and explanations for those without.

The answer of an item is never the model's: it is not asked for one, and what it writes is taken only where the gates
let the item pass with the answer that stands there, and a second reading of the passage gives that answer.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from mediaquiz.app.course import Course
from mediaquiz.app.curate import Place
from mediaquiz.app.items import edited
from mediaquiz.app.languagemodel import Desk, tokens
from mediaquiz.app.proposals import borne_out, bring_home, understood
from mediaquiz.app.report import Progress
from mediaquiz.app.secondreading import agreed
from mediaquiz.app.shelf import rewrite
from mediaquiz.formats.chat.loose import Thing, objects
from mediaquiz.formats.chat.prompt import improve_prompt
from mediaquiz.formats.chat.read import text_at, whys
from mediaquiz.formats.chat.schema import IMPROVEMENTS
from mediaquiz.gates import judge
from mediaquiz.gates.lessontext import lesson_text
from mediaquiz.model.arrival import Incoming
from mediaquiz.model.candidate import Candidate, Refusal
from mediaquiz.model.concept import Extract
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import MODEL, Choice, Item, Multi, Provenance, Recall, Short, Status
from mediaquiz.model.problem import Span
from mediaquiz.model.stages import Scene

_WORDED = (Recall, Short, Choice, Multi)
"""The types that have a question of their own; a sentence with a blank is the lesson's."""
_OPTIONS = 3
"""Wrong options that a question should have."""


@dataclass(frozen=True, slots=True)
class Task:
    """Items of one passage of a lesson, and what is sent for them."""

    found: Extract
    deck: str
    items: tuple[Item, ...]
    passage: str
    prompt: str


@dataclass(frozen=True, slots=True)
class Improved:
    """An item before and after, or a new one beside it (``new``); with ``refusal``, what did not come about and why."""

    deck: str
    before: Item
    after: Item
    new: bool = False
    refusal: Refusal | None = None


def tasks(course: Course, desk: Desk, places: Sequence[Place]) -> tuple[Task, ...]:
    """What would be sent for items: those with a passage in a lesson that no human wrote, edited or approved."""
    passages: dict[tuple[str, str, str], list[Item]] = defaultdict(list)
    for deck, item in places:
        if deck.lesson and item.source and item.id and isinstance(item.content, _WORDED) and _is_free(item):
            passages[deck.lesson, deck.path, item.source.quote].append(item)
    lessons = {lesson: _found(course, lesson) for lesson, _, _ in passages}
    return tuple(
        _task(desk, lessons[lesson], path, tuple(items), quote) for (lesson, path, quote), items in passages.items()
    )


def _is_free(item: Item) -> bool:
    return item.status in (Status.READY, Status.DRAFT) and not edited(item)


def _found(course: Course, lesson: str) -> Extract:
    return understood(Path(course.root / lesson), lesson)[0]


def _task(desk: Desk, found: Extract, path: str, items: tuple[Item, ...], quote: str) -> Task:
    around = lesson_text(Scene(found)).around(quote)
    passage = quote if len(around) > 4 * len(quote) + 400 else f"{quote}\n{around}".strip()
    return Task(found, path, items, passage, improve_prompt(passage, items, with_schema=desk.model.with_schema))


def letters_and_tokens(desk: Desk, planned: Sequence[Task]) -> tuple[int, int, int]:
    """Of what is not answered yet: the letters and tokens; and how many items are answered."""
    new = [task.prompt for task in planned if not desk.knows(task.prompt)]
    known = sum(len(task.items) for task in planned if desk.knows(task.prompt))
    return sum(map(len, new)), sum(map(tokens, new)), known


def improve(
    course: Course,
    desk: Desk,
    planned: Sequence[Task],
    *,
    now: datetime,
    rng: random.Random,
    with_choices: bool = False,
    progress: Progress | None = None,
) -> tuple[Improved, ...]:
    """Ask for better words and put those that pass into the decks, passage by passage.

    ``with_choices`` takes wrong options for items that have none: a choice beside the item, as a draft. Raises as
    ``modelbuild.run``; what was done before stays done.
    """
    desk.replies.prepare()
    found: list[Improved] = []
    for done, task in enumerate(planned, start=1):
        told = tuple(_replied(desk.ask(task.prompt, IMPROVEMENTS), task.items))
        better = [one for item, thing in told for one in _better(desk, task, item, thing)]
        beside = [one for item, thing in told if with_choices and (one := _choice(desk, task, item, thing))]
        changed = {one.before.id: one.after for one in better if one.refusal is None}
        if changed:
            rewrite(course, {task.deck: _putting(changed)}, now)
        fresh = [Incoming(one.after, Span(task.deck)) for one in beside if one.refusal is None]
        if fresh:
            bring_home(course, task.found, fresh, now=now, rng=rng)
        found += [*better, *beside]
        if progress:
            progress(done, len(planned))
    return tuple(found)


def _putting(changed: Mapping[str, Item]) -> Callable[[Deck], Deck]:
    return lambda deck: replace(deck, items=tuple(changed.get(item.id, item) for item in deck.items))


def _replied(reply: str, items: Sequence[Item]) -> Iterator[tuple[Item, Thing]]:
    """Each item with what the reply says of its number, the first time."""
    seen = set()
    for thing in objects(reply, ("number",)):
        number = thing.values.get("number")
        if thing.whole and isinstance(number, float) and 1 <= number <= len(items) and number not in seen:
            seen.add(number)
            yield items[int(number) - 1], thing


def _better(desk: Desk, task: Task, item: Item, thing: Thing) -> Iterator[Improved]:
    """The item with a better question, more wrong options or an explanation: each for itself, or why not."""
    better = item
    for after in (_worded(item, text_at(thing, ("question",))), _more_options(item, thing)):
        if after is not None:
            refusal = _doubt(desk, task, item, after)
            if refusal:
                yield Improved(task.deck, item, after, refusal=refusal)
            else:
                better = replace(better, content=_joined(better, after))
    explanation = text_at(thing, ("explanation",))
    if not item.explain and explanation and borne_out(explanation, Scene(task.found)):
        better = replace(better, explain=explanation)
    if better != item:
        yield Improved(task.deck, item, better)


def _worded(item: Item, stem: str) -> Item | None:
    if not stem or not isinstance(item.content, _WORDED) or stem == item.content.stem:
        return None
    return replace(item, content=replace(item.content, stem=stem))


def _more_options(item: Item, thing: Thing) -> Item | None:
    if not isinstance(item.content, Choice | Multi) or len(item.content.distractors) >= _OPTIONS:
        return None
    known = {*item.content.distractors, *(item.content.key if isinstance(item.content, Multi) else (item.content.key,))}
    more = [text for text, _ in whys(thing) if text not in known][: _OPTIONS - len(item.content.distractors)]
    return (
        replace(item, content=replace(item.content, distractors=(*item.content.distractors, *more))) if more else None
    )


def _joined(better: Item, after: Item) -> Recall | Short | Choice | Multi:
    """The content with what ``after`` has new: its question or its options, never its answer."""
    one, other = better.content, after.content
    assert isinstance(one, _WORDED) and isinstance(other, _WORDED)
    if (
        isinstance(one, Choice | Multi)
        and isinstance(other, Choice | Multi)
        and len(other.distractors) > len(one.distractors)
    ):
        return replace(one, distractors=other.distractors)
    return replace(one, stem=other.stem)


def _choice(desk: Desk, task: Task, item: Item, thing: Thing) -> Improved | None:
    """A choice for an answer from memory, with the reason why each wrong option is wrong; a teacher decides."""
    told = whys(thing)[:_OPTIONS]
    if not isinstance(item.content, Short | Recall) or len(told) < 2 or item.source is None:
        return None
    content = Choice(item.content.stem, item.content.answer, tuple(dict.fromkeys(text for text, _ in told)))
    after = replace(
        item,
        id="",
        content=content,
        status=Status.DRAFT,
        explain="\n".join(f"{text}: {why}" for text, why in told),
        source=Provenance(item.source.fingerprint, f"{MODEL}:{desk.model.name}", item.source.quote),
        built={},
    )
    return Improved(task.deck, item, after, new=True, refusal=_doubt(desk, task, item, after))


def _doubt(desk: Desk, task: Task, item: Item, after: Item) -> Refusal | None:
    """Why new words are not taken: a gate's reason, or another answer in the second reading."""
    source = replace(item.source, recipe=f"{MODEL}:{desk.model.name}") if item.source else None
    candidate = Candidate(replace(after, source=source), Span(task.deck), fact=f"better {item.id}")
    refusal = judge(candidate, Scene(task.found))
    if refusal or agreed(desk, task.passage, [after])[0]:
        return refusal
    return Refusal(candidate, "MQ218", "asked without the answer, the model gave another")
