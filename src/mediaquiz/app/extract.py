"""Use case: one lesson, from its text to ranked items."""

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mediaquiz import gates, generate, readers
from mediaquiz.app import lessonfile
from mediaquiz.app.office import KINDS
from mediaquiz.extract import extract
from mediaquiz.generate.context import in_context
from mediaquiz.generate.rank import rank
from mediaquiz.generate.worth import weigh
from mediaquiz.model.bulk import bulk
from mediaquiz.model.candidate import Candidate, Refusal
from mediaquiz.model.concept import Concept, Extract
from mediaquiz.model.item import Status
from mediaquiz.model.lesson import Lesson, Source
from mediaquiz.model.plain import problem_to_plain
from mediaquiz.model.problem import Problem, Severity, Span, info, warning
from mediaquiz.model.views import accepted, answer, asked, options, prompt
from mediaquiz.text import ascii_table, ascii_words, clean

_WORD = re.compile(r"[A-Za-z0-9'’-]+|[가-힣]+")
_IN_WORD = ascii_table(lambda char: _WORD.fullmatch(char) is not None)


@dataclass(frozen=True, slots=True)
class Result:
    """What a lesson gave. ``candidates`` are in rank order, drafts last; ``refused`` did not pass a gate.

    ``beyond`` passed them all, but better ones filled the lesson's budget: they stand among the refused as well.
    """

    lesson: Lesson
    concepts: tuple[Concept, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    refused: tuple[Refusal, ...] = ()
    beyond: tuple[Candidate, ...] = ()
    problems: tuple[Problem, ...] = ()


def from_file(path: Path, name: str = "", *, repeated: frozenset[str] = frozenset()) -> Result:
    """The items of a lesson file; a file that cannot be read gives an empty lesson and the problem.

    ``name`` is how problems call the file, by default its path; ``repeated`` is what the pages of its course have in
    common (``lessonfile.shared_lines``).
    """
    shown = name or str(path)
    text, problems = lessonfile.read(path)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Result(Lesson(shown), problems=tuple(replace(p, span=_renamed(p.span, shown)) for p in problems))
    return from_text(text, shown, media="markdown" if path.suffix.lower() in KINDS else "", repeated=repeated)


def _renamed(span: Span | None, shown: str) -> Span | None:
    return replace(span, file=shown) if span else None


def from_text(text: str, name: str, *, media: str = "", repeated: frozenset[str] = frozenset()) -> Result:
    """The items of a lesson's text. Pure: the same text gives the same items.

    ``media`` names its reader; without one, the name and the text tell it.
    """
    with bulk():
        return _from_source(Source(name, clean(text), media, repeated))


def _from_source(source: Source) -> Result:
    lesson, problems = readers.read(source)
    if not lesson.blocks:
        return Result(lesson, problems=problems)
    found = extract(lesson)
    harvest = gates.sift(generate.generate(found), found)
    size = _size(found)
    weighed = weigh(harvest.kept, found, size)
    chosen, over = rank(weighed.worthy, size, weighed.worths)
    few = tuple(Refusal(c, "MQ219", "readers hardly kept any like it") for c in weighed.doubtful)
    full = tuple(Refusal(c, "MQ216", "better items filled the lesson's budget") for c in over)
    if not any(c.item.status is Status.READY for c in chosen):
        hint = "Add a list of key takeaways, or bold terms with their definitions, in English or Korean."
        problems = (*problems, warning("MQ108", "no question could be made from the lesson", Span(source.path), hint))
    chosen, over = (tuple(in_context(some, lesson)) for some in (chosen, over))
    return Result(lesson, found.concepts, chosen, (*harvest.refused, *few, *full), over, problems)


def _size(found: Extract) -> int:
    """The words of the lesson's blocks, furniture and outlines not counted."""
    return sum(len(ascii_words(block.text, _IN_WORD) or _WORD.findall(block.text)) for block in found.lesson.blocks)


def explain(result: Result) -> tuple[Problem, ...]:
    """The refusals as problems, for ``--explain``."""
    return tuple(
        info(r.code, f"{prompt(r.candidate.item.content)!r}: {r.reason}", r.candidate.span) for r in result.refused
    )


def to_json(result: Result) -> str:
    """One line of JSON, as ``extract --json`` promises it (see docs/reference)."""
    lesson = result.lesson
    told = ("title", "track", "number", "of", "minutes", "tags", "language", "gist", "exercise", "links")
    line = {
        "path": lesson.path,
        "lesson": {name: getattr(lesson, name) for name in told},
        "concepts": [_concept(concept) for concept in result.concepts],
        "items": [_item(candidate) for candidate in result.candidates],
        "problems": [problem_to_plain(problem) for problem in result.problems],
    }
    return json.dumps(line, ensure_ascii=False)


def _concept(concept: Concept) -> dict[str, Any]:
    names = ("term", "aliases", "definition", "kind", "places")
    return {name: getattr(concept, name) for name in names}


def _item(candidate: Candidate) -> dict[str, Any]:
    item = candidate.item
    return {
        "type": item.type.value,
        "prompt": asked(item),
        "context": item.context,
        "answer": answer(item.content),
        "options": options(item.content),
        "accept": accepted(item.content),
        "explanation": item.explain,
        "status": item.status.value,
        "recipe": item.source.recipe if item.source else "",
        "concept": item.concept,
        "source": {
            "line_start": candidate.span.start,
            "line_end": candidate.span.end,
            "quote": item.source.quote if item.source else "",
        },
    }
