"""Generator: the lesson's own questions, with its own answers."""

from collections.abc import Iterable

from mediaquiz.generate.english import curly, full_stop
from mediaquiz.generate.make import candidate
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract, Solved
from mediaquiz.model.item import Recall


def generate(extract: Extract) -> Iterable[Candidate]:
    """One item for each question that the lesson answers."""
    for found in extract.findings:
        if isinstance(found, Solved):
            content = Recall(curly(found.question), full_stop(curly(found.answer)))
            yield candidate("solved", content, found.place, aspect="question", trust=0.85, value=0.85)
