"""Whether a lesson is in a language whose sentences the rules can read: English or Korean."""

import re

from mediaquiz.model.lesson import Lesson, Role
from mediaquiz.text import ascii_table, ascii_words

_WORD = re.compile(r"[^\W\d_]+")
_WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{20}")
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
    texts = [block.text for block in lesson.blocks if block.role in told]
    if any(not text.isascii() and _WITHOUT_SPACES.search(text) for text in texts):
        return False
    words = [word for text in texts for word in ascii_words(text, _SMALL_LETTERS) or _WORD.findall(text.casefold())]
    return len(words) < _ENOUGH or sum(map(_ENGLISH.__contains__, words)) >= _SHARE * len(words)
