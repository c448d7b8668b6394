"""Gate: the quote stands in the lesson, and the answer's words come from the quote or the lesson."""

import re

from mediaquiz.gates.words import stems
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import ItemType
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text
from mediaquiz.text import squash

_MARKS = re.compile(r"[*_`]+")


def _bare(text: str) -> str:
    return squash(_MARKS.sub("", text))


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses an item whose source cannot be found in the lesson or whose answer the lesson never says."""
    source = candidate.item.source
    if source is None:
        return None
    lines = [line for line in source.quote.split("\n") if line.strip()]
    text = _bare(_lesson_text(scene))
    if not all(_bare(line) in text for line in lines):
        return "its quote is not in the lesson"
    words = stems(answer_text(candidate.item.content))
    known = stems(_lesson_text(scene))
    strange = words - known
    if candidate.item.type is not ItemType.PRACTICE and len(strange) * 4 > len(words):
        return "its answer uses words that the lesson does not have"
    return None


def _lesson_text(scene: Scene) -> str:
    """The file's text, and the blocks as read: markup and box characters are gone from the latter."""
    lesson = scene.extract.lesson
    parts = [lesson.text, lesson.title, lesson.gist]
    for block in lesson.blocks:
        parts.append(block.text)
        parts += [f"{entry.label} {entry.text}" for entry in block.entries]
    return "\n".join(parts)
