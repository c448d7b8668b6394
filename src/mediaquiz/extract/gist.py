"""Rule: the lesson in one line, as its author put it."""

from collections.abc import Iterable

from mediaquiz.model.concept import Finding, Gist, Place
from mediaquiz.model.lesson import Lesson, Role
from mediaquiz.text import has_hangul


def find(lesson: Lesson) -> Iterable[Finding]:
    """Each line that the page itself labels as its gist."""
    for block in lesson.blocks:
        if block.role is Role.GIST:
            yield Gist(block.text, "ko" if has_hangul(block.text) else "en", Place(block, block.span.start, block.text))
