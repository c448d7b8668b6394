"""Gate: a blank on the lesson's own topic asks for nothing: the topic is what every sentence is about."""

from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Cloze
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text
from mediaquiz.text import squash


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses a cloze whose answer is the topic."""
    topic = scene.extract.topic
    if (
        isinstance(candidate.item.content, Cloze)
        and topic
        and squash(answer_text(candidate.item.content)) == squash(topic)
    ):
        return "its answer is the topic of the lesson"
    return None
