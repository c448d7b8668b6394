"""Gate: what a proposal puts in order stands in this order in the lesson."""

from mediaquiz.gates.lessontext import bare, lesson_text
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Order
from mediaquiz.model.stages import Scene


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses an order other than that of the quote, or of the block that it stands in."""
    item = candidate.item
    if not item.proposed or item.source is None or not isinstance(item.content, Order):
        return None
    members = [bare(member) for member in item.content.sequence]
    for text in (bare(item.source.quote), bare(lesson_text(scene).around(item.source.quote))):
        if all(member in text for member in members):
            places = [text.index(member) for member in members]
            return None if places == sorted(places) else "its quote has another order"
    return None
