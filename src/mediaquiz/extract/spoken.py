"""Whether a lesson is in a language whose sentences the rules can read: English or Korean."""

import re

from mediaquiz.model.lesson import Lesson, Role
from mediaquiz.text import ascii_table, ascii_words

_WORD = re.compile(r"[^\W\d_]+")
_SMALL_LETTERS = ascii_table(str.isalpha)
_ENGLISH = frozenset("the of and to is are that for with by from which it be this when not can".split())
_ENOUGH = 40
_SHARE = 0.05
"""English has one of these words in four; a lesson in another language, with English terms, few."""


def is_read(lesson: Lesson) -> bool:
    """False for a lesson in German, Spanish, Japanese …; a few words tell nothing and count as English."""
    if lesson.language == "ko":
        return True
    told = {Role.PROSE, Role.LIST, Role.TAKEAWAYS, Role.DEFINITION}
    text = " ".join(block.text for block in lesson.blocks if block.role in told)
    words = ascii_words(text, _SMALL_LETTERS) or _WORD.findall(text.casefold())
    if not text.isascii() and re.search(r"[\u3040-\u30ff\u4e00-\u9fff]{20}", text):
        return False  # no spaces between words
    return len(words) < _ENOUGH or sum(map(_ENGLISH.__contains__, words)) >= _SHARE * len(words)
