"""The concept inventory: what the lesson teaches, folded from the findings."""

from collections.abc import Sequence

from mediaquiz.extract.sentences import sentences
from mediaquiz.model.concept import Concept, Definition, Family, Finding
from mediaquiz.model.lesson import Block, Lesson, Role
from mediaquiz.text import squash

_LONGEST = 400


def inventory(lesson: Lesson, findings: Sequence[Finding], phrases: Sequence[str] = ()) -> tuple[Concept, ...]:
    """Concepts in rank order: defined terms, members of families, terms that the author set off, then ``phrases``."""
    found: dict[str, Concept] = {}
    set_off = {squash(term) for block in lesson.blocks for term in block.emphasis}
    for meant in sorted(_definitions(findings), key=lambda d: not _is_marked(d, set_off)):
        _add(found, Concept(meant.term, meant.aliases, "term", "", _meaning(meant), (meant.place.line,)))
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
                    _add(found, Concept(term, (), "term", "", told, (block.span.start,)))
    prose = [(block, block.text.lower()) for block in lesson.blocks if block.role in {Role.PROSE, Role.LIST}]
    for term in phrases:
        told, line = _first_with(term, prose, lesson.language)
        _add(found, Concept(term, (), "phrase", "", told, (line,) if line else ()))
    return tuple(found.values())


def _definitions(findings: Sequence[Finding]) -> list[Definition]:
    """The definitions; what a short form stands for is none."""
    return [finding for finding in findings if isinstance(finding, Definition) and finding.verb != "abbreviates"]


def _is_marked(found: Definition, set_off: set[str]) -> bool:
    """Whether the author marked the term: by a list, a glossary, or type."""
    return found.place.block.role is not Role.PROSE or squash(found.term) in set_off


def _meaning(found: Definition) -> str:
    """What the author wrote in a glossary or list; in prose the whole defining sentence."""
    return found.place.quote if found.place.block.role is Role.PROSE else found.text


def _first_with(term: str, prose: Sequence[tuple[Block, str]], lang: str) -> tuple[str, int]:
    """The first sentence of the prose that holds a term, with its block's first line."""
    for block, low in prose:
        if term in low:
            for part in sentences(block.text, lang):
                if term in part.lower() and len(part) <= _LONGEST:
                    return part, block.span.start
    return "", 0


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
