"""Gate: a page may contradict itself (seven stages in the figure, six in a sentence): only the longer list asks."""

from mediaquiz.gates.words import stems
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Family
from mediaquiz.model.item import ListAll, Order
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses a list or order that is most, but not all, of a family that the lesson shows in full."""
    if not isinstance(candidate.item.content, ListAll | Order) or candidate.item.source is None:
        return None
    if candidate.item.source.recipe == "standing-list":
        return None  # it asks for a part of the family on purpose
    mine = [stems(str(member)) for member in answer(candidate.item.content)]
    for family in scene.extract.findings:
        if isinstance(family, Family) and len(family.members) > len(mine):
            theirs = [stems(" ".join((m.name, *m.aliases))) for m in family.members]
            shared = sum(1 for words in mine if any(words & other for other in theirs))
            if shared * 3 >= 2 * len(mine):
                return f"it is a part of a longer list on the same page ({len(family.members)} members)"
    return None
