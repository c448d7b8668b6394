"""Rule: the lesson in one line, as its author put it."""

from collections.abc import Iterable

from mediaquiz.model.concept import Finding, Gist, Place
from mediaquiz.model.lesson import Lesson, Role
from mediaquiz.text import has_hangul


def find(lesson: Lesson) -> Iterable[Finding]:
    """Each line that the page itself labels as its gist."""
    for block in lesson.blocks:
        if block.role is Role.GIST:
            yield _gist(block.text, Place(block, block.span.start, block.text))
    if lesson.gist and lesson.blocks and not any(block.role is Role.GIST for block in lesson.blocks):
        yield _gist(lesson.gist, Place(lesson.blocks[0], 1, lesson.gist))  # told by the front matter


def _gist(text: str, place: Place) -> Gist:
    return Gist(text, "ko" if has_hangul(text) else "en", place)
