"""Rule: sentences that state something of the field: every takeaway, and prose that says what leads to what."""

import re
from collections.abc import Iterable

from mediaquiz.extract.sentences import sentences
from mediaquiz.model.concept import Finding, Place, Statement
from mediaquiz.model.lesson import Lesson, Role

_LEADS_TO = re.compile(
    r"\b(?:enables?|lets?|allows?|causes?|prevents?|requires?|depends? on|leads? to|results? in|determines?|because)\b"
    r"|^(?:as|when|if|once|the more|the fewer)\s",
    re.IGNORECASE,
)


def find(lesson: Lesson) -> Iterable[Finding]:
    """The takeaways first, then sentences of cause, condition and purpose."""
    for block in lesson.blocks:
        if block.role is Role.TAKEAWAYS:
            for entry in block.entries:
                yield Statement(entry.text, Place(block, entry.line, entry.text), takeaway=True)
    for block in lesson.blocks:
        if block.role is Role.PROSE:
            for sentence in sentences(block.text, lesson.language):
                if _LEADS_TO.search(sentence) and len(sentence) < 260:
                    yield Statement(sentence, Place(block, block.span.start, sentence))
