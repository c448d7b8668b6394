"""Gate: a page may contradict itself (seven stages in the figure, six in a sentence): only the longer list asks."""

import re
from collections.abc import Sequence
from functools import lru_cache

from mediaquiz.gates.words import stems
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract, Family
from mediaquiz.model.item import ListAll, Order
from mediaquiz.model.same import Same
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer, answer_text, prompt

_COUNT = re.compile(
    r"(?P<count>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)(?:[- ]|개의 |가지 )(?P<noun>[^\W\d_]{3,})", re.I
)
_WORDS = {word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), start=2)}


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses a list or order that is most, but not all, of a family, and a count that the family contradicts."""
    content = candidate.item.content
    families = _families(Same(scene.extract))
    if not families:
        return None
    return _miscounted(f"{prompt(content)} {answer_text(content)}", families) or _partial(candidate, families)


@lru_cache(maxsize=1)
def _families(of: Same[Extract]) -> tuple[Family, ...]:
    return tuple(finding for finding in of.value.findings if isinstance(finding, Family))


def _miscounted(text: str, families: Sequence[Family]) -> str | None:
    """ "An 8-stage process" on a page that shows seven stages."""
    for found in _COUNT.finditer(text):
        count = int(found["count"]) if found["count"].isdigit() else _WORDS[found["count"].lower()]
        sizes = {len(f.members) for f in families if f.noun and found["noun"].lower().removesuffix("s") == f.noun}
        if sizes and count not in sizes and not _is_part(found, text):
            return f"it counts {found[0]!r}, the page shows {min(sizes)}"
    return None


def _is_part(found: re.Match[str], text: str) -> bool:
    """ "The first three stages" counts a part on purpose."""
    return re.search(r"\b(?:first|last|other|next|only|than)\s$", text[: found.start()], re.IGNORECASE) is not None


def _partial(candidate: Candidate, families: Sequence[Family]) -> str | None:
    if not isinstance(candidate.item.content, ListAll | Order) or candidate.item.source is None:
        return None
    if candidate.item.source.recipe == "standing-list":
        return None  # it asks for a part of the family on purpose
    mine = [stems(str(member)) for member in answer(candidate.item.content)]
    for family in families:
        if len(family.members) > len(mine):
            theirs = [stems(" ".join((m.name, *m.aliases))) for m in family.members]
            shared = sum(1 for words in mine if any(words & other for other in theirs))
            if shared * 3 >= 2 * len(mine):
                return f"it is a part of a longer list on the same page ({len(family.members)} members)"
    return None
