"""Rule: questions that the lesson itself asks and answers."""

import re
from collections.abc import Iterable

from mediaquiz.extract.sentences import sentences
from mediaquiz.model.concept import Finding, Place, Solved
from mediaquiz.model.lesson import Lesson, Role

_ASKS = re.compile(
    r"^(?:how|why|what|when|where|which|who|is|are|does|do|can|name|explain)\b.*\?$|(?:까|나요|가요)\?$", re.IGNORECASE
)
_SHOWS = re.compile(r"\b(?:below|above|following|this|these|you think|and (?:why|how))\b|아래|위의", re.IGNORECASE)
_LEADS_ON = re.compile(r":$|^(?:let['’]s|first|answer|solution|yes|no|in this case|\W*\d)\b|^\$", re.IGNORECASE)
_MOST_WORDS = 30


def find(lesson: Lesson) -> Iterable[Finding]:
    """Questions of one sentence that need no code or figure, with the first sentences of their solution."""
    for block in lesson.blocks:
        if block.role is not Role.QUESTION or not block.entries:
            continue
        lines = [line for line in block.text.split("\n") if line.strip()]
        asked = sentences(lines[0], lesson.language) if len(lines) == 1 else ()
        solution = block.entries[0].text.split("\n")[0]
        answer = _short(sentences(solution, lesson.language))
        if asked and answer and _asks_alone(asked) and not _LEADS_ON.search(answer):
            yield Solved(asked[-1], answer, Place(block, block.span.start, asked[-1]))


def _asks_alone(asked: tuple[str, ...]) -> bool:
    """Whether the last sentence is the one question, and needs nothing that stands beside it."""
    return (
        sum("?" in part for part in asked) == 1
        and _ASKS.search(asked[-1]) is not None
        and not _SHOWS.search(asked[-1])
        and _names_nobody(asked[-1], " ".join(asked[:-1]))
    )


def _names_nobody(question: str, before: str) -> bool:
    """Whether the question names no person or thing that only the sentences before it introduce."""
    names = set(re.findall(r"\b[A-Z][a-z]+\b", question[1:]))
    return not names & set(re.findall(r"\b[A-Z][a-z]+\b", before))


def _short(parts: tuple[str, ...]) -> str:
    """The first sentence, and the second where both are short enough to be read at a glance."""
    if not parts or len(parts[0].split()) > _MOST_WORDS:
        return ""
    both = " ".join(parts[:2])
    return both if len(both.split()) <= _MOST_WORDS else parts[0]
