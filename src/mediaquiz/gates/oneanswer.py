"""Gate: no other answer is also right: no distractor fits the lesson's words, no list holds another's list."""

from mediaquiz.gates.lessontext import lesson_text
from mediaquiz.gates.sides import own_side
from mediaquiz.gates.words import stems
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Choice, Cloze
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text, prompt
from mediaquiz.text import squash

_FITS = 0.7
"""The share of a cloze's words that another sentence may hold before its words count as fitting too."""


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses a choice one of whose distractors is named in the question's own source, and a cloze that fits twice."""
    content = candidate.item.content
    if isinstance(content, Choice):
        source = candidate.item.source.quote if candidate.item.source else ""
        quote = squash(own_side(content.stem, content.key, source))
        for distractor in content.distractors:
            if len(distractor) > 3 and squash(distractor) in quote and len(quote) < 400:
                return f"the distractor {distractor!r} stands in its source too"
    if isinstance(content, Cloze):
        return _twice(candidate, scene)
    return _asked_already(candidate, scene)


def _twice(candidate: Candidate, scene: Scene) -> str | None:
    """Another sentence of the lesson that has the same words but another answer."""
    asked = stems(prompt(candidate.item.content))
    answer = stems(answer_text(candidate.item.content))
    own = stems(candidate.item.source.quote) if candidate.item.source else frozenset()
    for words in lesson_text(scene).with_most_of(asked, _FITS):
        if words != own and not answer & words:
            return "another sentence of the lesson fits with another answer"
    return None


def _asked_already(candidate: Candidate, scene: Scene) -> str | None:
    content = candidate.item.content
    asked = squash(prompt(content))
    for other in (other.item.content for other in scene.passed if other.item.content.TYPE is content.TYPE):
        if squash(prompt(other)) == asked and squash(answer_text(other)) != squash(answer_text(content)):
            return "the same question has another answer in another item"
    return None
