"""What the members of a list are called one by one: its heading or lead tells ("Kinds of bill": a kind of bill)."""

import re

from mediaquiz.generate.english import heading_phrase, is_noun_phrase, singular, term_phrase
from mediaquiz.language.clauses import plural_subject
from mediaquiz.model.lesson import Block, Lesson

_COUNT = r"(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) "
_KINDS = re.compile(
    rf"^(?:{_COUNT})?(?:the )?(?:main |most common |common |important )?"
    r"(?P<kinds>kinds|types|sorts|forms|parts|classes|groups|branches|components|elements|organs|roles|members)"
    r" (?:of|in) (?P<whole>[^,:;?!()]{3,40})$",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"^{_COUNT}(?:main |common |basic )?(?P<nouns>[A-Za-z][\w' -]{{3,40}})$", re.IGNORECASE)
_SECTIONS = frozenset(
    "notes details basics examples terms words definitions concepts principles ideas facts points tips features"
    " essentials fundamentals resources materials tools others questions answers things topics benefits advantages"
    " disadvantages differences reasons causes effects results uses applications options names rules".split()
)
"""Plural headings whose members nobody would call one of them."""
_MOST_WORDS = 3


def kind_told(block: Block, lesson: Lesson) -> str:
    """``kind of bill``, ``transformation``: for "Which …"; ``of these`` where no heading or lead says what they are."""
    heads = (block.lead.rstrip(":：. "), block.path[-1] if block.path else lesson.title)
    return next((kind for head in heads if (kind := _one_of(head, lesson))), "of these")


def _one_of(head: str, lesson: Lesson) -> str:
    if found := _KINDS.match(head):
        return f"{singular(found['kinds'].lower())} of {term_phrase(found['whole'], lesson)}"
    found = _COUNTED.match(head)
    nouns = heading_phrase(found["nouns"], lesson) if found else ""
    plain = nouns and is_noun_phrase(nouns) and len(nouns.split()) <= _MOST_WORDS and plural_subject(nouns)
    known = plain and nouns.split()[-1] not in _SECTIONS and not _JOINED.search(nouns)
    return singular(nouns) if known else ""


_JOINED = re.compile(r"\b(?:and|or|to|in|for|with|of|from|by|at|as|on)\b|\d")
