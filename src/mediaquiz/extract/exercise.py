"""Rule: what the lesson asks its readers to do."""

import re
from collections.abc import Iterable

from mediaquiz.model.concept import Exercise, Finding, Place
from mediaquiz.model.lesson import Block, Lesson, Role
from mediaquiz.text import has_hangul, one_line

_PERIOD = re.compile(
    r"\b(?:(?:\d+|an?|one|two|three|four|five|ten|fifteen|twenty|thirty)[- ](?:minutes?|hours?|days?|weeks?|months?))\b"
    r"|\d+\s*(?:분|시간|일|주일?|달|개월)|(?:하루|이틀|일주일|한 ?달)",
    re.IGNORECASE,
)

_AFTER = re.compile(r"^\W*(?:면책 조항|Disclaimer)\b", re.MULTILINE)
"""Where a translator's disclaimer follows the task."""


def find(lesson: Lesson) -> Iterable[Finding]:
    """One exercise for each exercise section."""
    sections: dict[tuple[str, ...], list[Block]] = {}
    for block in lesson.blocks:
        if block.role is Role.EXERCISE:
            sections.setdefault(block.path, []).append(block)
    for blocks in sections.values():
        lines = [one_line(line) for block in blocks for line in block.text.split("\n")]
        text = _AFTER.split("\n".join(line for line in lines if line != "Discussions"))[0].strip()
        if not text:
            continue
        heading = blocks[0].path[-1] if blocks[0].path else ""
        period = _PERIOD.search(heading) or _PERIOD.search(text)
        place = Place(blocks[0], blocks[0].span.start, blocks[0].text)
        yield Exercise(text, "ko" if has_hangul(text) else "en", place, period[0] if period else "")
