"""Gate: the quote stands in the lesson, and the answer's words come from the quote or the lesson."""

from mediaquiz.gates.lessontext import lesson_text
from mediaquiz.gates.meaning import untold
from mediaquiz.gates.words import missing, stems
from mediaquiz.language.common import COMMON
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import ItemType
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text

_COMMON = frozenset().union(*map(stems, COMMON))
_JOINS = stems("because")
"""What a question for a reason puts before it, whatever stands there in the lesson: "since", "so"."""
_OTHERWISE = frozenset({ItemType.PRACTICE, ItemType.TRUEFALSE})
"""Their answers are no words of a lesson."""


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses an item whose source cannot be found in the lesson or whose answer the lesson never says."""
    source = candidate.item.source
    if source is None:
        return None
    told = lesson_text(scene)
    if candidate.item.proposed and not source.quote.strip():
        return "it quotes nothing"
    lines = [line for line in source.quote.split("\n") if line.strip()]
    if not all(map(told.holds, lines)):
        return "its quote is not in the lesson"
    answer = answer_text(candidate.item.content)
    words, least = stems(answer) - _JOINS, 3 if candidate.item.proposed else 4
    if candidate.item.type in _OTHERWISE or len(words - stems(source.quote)) * least <= len(words):
        return None  # the quote tells enough of it
    strange = missing(words, told.words)
    if strange and candidate.item.proposed:
        strange = untold(answer, told.lesson.text) - _COMMON
    if len(strange) * least > len(words):
        return "its answer uses words that the lesson does not have"
    return None
