"""Rule: questions that the lesson itself asks and answers."""

import re
from collections.abc import Iterable
from itertools import takewhile

from mediaquiz.extract.sentences import sentences
from mediaquiz.model.concept import Finding, Place, Solved
from mediaquiz.model.lesson import Lesson, Role
from mediaquiz.text import cut_opening

_ASKS = re.compile(
    r"^(?:how|why|what|when|where|which|who|is|are|does|do|can|name|explain)\b.*\?$|(?:까|나요|가요)\?$", re.IGNORECASE
)
_SHOWS = re.compile(r"\b(?:below|above|following|this|these|you think|and (?:why|how))\b|아래|위의", re.IGNORECASE)
_LEADS_ON = re.compile(r":$|^(?:let['’]s|first|answer|solution|yes|no|in this case|\W*\d)\b|^\$", re.IGNORECASE)
_MOST_WORDS = 30


def find(lesson: Lesson) -> Iterable[Finding]:
    """Questions of one sentence that need no figure, with the first sentences of their solution, or its code."""
    for block in lesson.blocks:
        if block.role is not Role.QUESTION or not block.entries:
            continue
        lines = [line for line in block.text.split("\n") if line.strip()]
        asked = sentences(lines[0], lesson.language) if len(lines) == 1 else ()
        solution = [line for line in block.entries[0].text.split("\n") if line.strip()]
        answer = _short(sentences(_ASIDE.sub("", solution[0]), lesson.language)) if solution else ""
        if asked and answer and _asks_alone(asked) and _speaks_of(asked[-1], answer) and not _LEADS_ON.search(answer):
            yield Solved(asked[-1], answer, Place(block, block.span.start, asked[-1]))
        elif (
            solution and (question := _on_code(lines, lesson.language)) and (shown := _shown(solution, lesson.language))
        ):
            yield Solved(question, shown, Place(block, block.span.start, question))


_ASIDE = re.compile(r" \([^()]*\b(?:this|these|that)\b[^()]*\)")
_ON_CODE = re.compile(
    r"^(?:how|what|which) (?:would|do|could|can|should|will|is|are|['’]s|command|rule|pattern|line)\b|^what['’]s\b",
    re.I,
)
_CODE = re.compile(r"`[^`]+`")
_MOST_LINES = 2
_LONGEST_LINE = 60


def _on_code(lines: list[str], lang: str) -> str:
    """The one question among the lines, where it names in code what it asks about; empty where there are more."""
    asked = [part for line in lines for part in sentences(line, lang) if "?" in part]
    if len(asked) != 1 or not asked[0].endswith("?") or not _ON_CODE.match(asked[0]) or _SHOWS.search(asked[0]):
        return ""
    return asked[0] if _CODE.search(asked[0]) and len(asked[0].split()) <= _MOST_WORDS else ""


_FOLLOWING = re.compile(
    r"\b(?:the )?following(?: \w+){0,2}? (?:lines?|commands?|entry|entries|rules?|patterns?|code)\b", re.I
)
_ENDS_WITH_VERB = re.compile(r"\b(?:write|use|run|type|add|enter|append)$", re.IGNORECASE)
_LIKE_THIS = re.compile(r"\b(?:like this|as follows|is|be)$", re.IGNORECASE)
_COMMENT = re.compile(r"\s{2,}#.*$")
_MARKS = re.compile(r"`|\*\*|__")
"""What would be taken for marks of Markdown."""
_PROMPT = re.compile(r"^[$%>] +")


def _shown(solution: list[str], lang: str) -> str:
    """ "Add the following line:" with the one or two lines of code below it, in one sentence."""
    lead = sentences(solution[0], lang)[-1].strip() if sentences(solution[0], lang) else ""
    if not lead.endswith(":"):
        return ""
    code = list(takewhile(lambda line: not _is_told(line), solution[1:]))
    lines = [cut_opening(_PROMPT, _COMMENT.sub("", line)).strip() for line in code]
    if not 0 < len(lines) <= _MOST_LINES or any(_MARKS.search(line) or len(line) > _LONGEST_LINE for line in lines):
        return ""
    told, shown = lead.rstrip(": ").rstrip(","), " and ".join(f"`{line}`" for line in lines)
    if _FOLLOWING.search(told):
        return f"{_FOLLOWING.sub(lambda _: shown, told, count=1)}."
    if _ENDS_WITH_VERB.search(told):
        return f"{told} {shown}."
    return shown if _LIKE_THIS.search(told) else ""


def _is_told(line: str) -> bool:
    """Whether a line of a solution is a sentence, and no code."""
    return re.match(r"[A-Z][\w’']* .*[.:!?]$", line) is not None


def _asks_alone(asked: tuple[str, ...]) -> bool:
    """Whether the last sentence is the one question, and needs nothing that stands beside it."""
    return (
        sum("?" in part for part in asked) == 1
        and _ASKS.search(asked[-1]) is not None
        and not _SHOWS.search(asked[-1])
        and _names_nobody(asked[-1], " ".join(asked[:-1]))
    )


_WHY = re.compile(r"^(?:why|how)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}|`[^`]+`")


def _speaks_of(question: str, answer: str) -> bool:
    """Whether an answer of many words has one of the question's: else it begins to tell how the answer is found."""
    if _WHY.match(question) or len(answer.split()) <= _FEW or not answer.isascii():
        return True
    words = {word[:5].lower() for word in _WORD.findall(question)}
    return any(word[:5].lower() in words for word in _WORD.findall(answer))


_FEW = 6


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
