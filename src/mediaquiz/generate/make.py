"""One way to make a candidate, so that recipes only say what they ask."""

from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Place
from mediaquiz.model.item import Content, Item, Provenance, Status
from mediaquiz.model.problem import Span
from mediaquiz.model.views import prompt
from mediaquiz.text import fingerprint, has_hangul

CONFIDENT = 0.5
"""Below this trust an item is a draft: a teacher decides."""


def candidate(
    recipe: str,
    content: Content,
    place: Place,
    *,
    quote: str = "",
    line: int = 0,
    concept: str = "",
    aspect: str = "",
    fact: str = "",
    explain: str = "",
    trust: float = 0.9,
    value: float = 0.5,
    siblings: tuple[str, ...] = (),
) -> Candidate:
    """A candidate whose item carries its provenance; ``quote`` is the lesson's own words, by default the place's."""
    words = quote or place.quote
    item = Item(
        id="",
        content=content,
        status=Status.READY if trust >= CONFIDENT else Status.DRAFT,
        explain=explain,
        concept=concept,
        lang="ko" if has_hangul(prompt(content)) else "en",
        source=Provenance(fingerprint(words), recipe, words),
    )
    block = place.block
    start = line or place.line
    span = Span(block.span.file, start, start if line or block.entries else block.span.end)
    section = block.path[-1] if block.path else ""
    key = fact or f"{recipe}:{fingerprint(words)}"
    return Candidate(item, span, section, aspect or recipe, key, trust, value, siblings)
