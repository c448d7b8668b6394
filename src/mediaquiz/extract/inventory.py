"""The concept inventory: what the lesson teaches, folded from the findings."""

from collections.abc import Sequence

from mediaquiz.extract.sentences import sentences
from mediaquiz.model.concept import Concept, Definition, Family, Finding
from mediaquiz.model.lesson import Block, Lesson, Role
from mediaquiz.text import squash

_LONGEST = 400


def inventory(lesson: Lesson, findings: Sequence[Finding]) -> tuple[Concept, ...]:
    """Concepts in rank order: defined terms, members of families, then terms that the author set off."""
    found: dict[str, Concept] = {}
    for finding in findings:
        if isinstance(finding, Definition):
            _add(found, Concept(finding.term, finding.aliases, "term", "", finding.text, (finding.place.line,)))
    for finding in findings:
        if isinstance(finding, Family):
            for member in finding.members:
                line = member.line or finding.place.line
                _add(found, Concept(member.name, member.aliases, finding.noun, finding.name, member.text, (line,)))
    for block in lesson.blocks:
        if block.role in {Role.PROSE, Role.LIST, Role.TAKEAWAYS}:
            for term in block.emphasis:
                if 1 <= len(term.split()) <= 5 and any(c.isalpha() for c in term):
                    told = _sentence_with(term, block, lesson.language)
                    _add(found, Concept(term, kind="term", definition=told, places=(block.span.start,)))
    return tuple(found.values())


def _sentence_with(term: str, block: Block, lang: str) -> str:
    """The sentence in which the author set the term off: what the lesson says where no form shows a definition."""
    return next((part for part in sentences(block.text, lang) if term in part and len(part) <= _LONGEST), "")


def _add(found: dict[str, Concept], concept: Concept) -> None:
    """A new concept, or more of a known one: the first definition and all aliases and places stay."""
    key = squash(concept.term)
    known = found.get(key)
    if known is None:
        found[key] = concept
        return
    found[key] = Concept(
        known.term,
        tuple(dict.fromkeys([*known.aliases, *concept.aliases])),
        known.kind,
        known.family or concept.family,
        known.definition or concept.definition,
        tuple(sorted({*known.places, *concept.places})),
    )
