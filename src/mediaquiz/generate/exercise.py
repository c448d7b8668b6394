"""Generator: the exercise becomes something to practise, judged by the learner."""

import re
from collections.abc import Iterable

from mediaquiz.generate.make import candidate
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Exercise, Extract, Posed, Solved
from mediaquiz.model.item import Practice
from mediaquiz.model.lesson import Role
from mediaquiz.text import cut_opening, has_hangul

_CHECK = re.compile(
    r"(?:^|(?<=[.!?。])\s+|\n)(?P<check>(?:an? |the )?(?:good|strong|finished|useful|complete)"
    r" (?:result|answer|list|solution|note|entry|draft).*"
    r"|you(?:'re| are) done when.*|(?:check|success)\s*:.*|좋은 (?:답|결과|글|기록).*|(?:확인|점검)\s*:.*)$",
    re.IGNORECASE | re.DOTALL,
)
_PERIOD_LINE = re.compile(r"^(?:time|duration|시간|기간)\s*:\s*[^.\n]{2,30}[.\n]\s*", re.IGNORECASE)
_HANDED_IN = re.compile(
    r"(?:(?<=[.!?])\s+|^)[^.!?\n]*\b(?:submit|upload|hand (?:it |them )?in|deadline|due (?:on|by)|worth \d+ points"
    r"|forum)\b[^.!?\n]*[.!?]?",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST = 700
_FEWEST_WORDS = 6
_MANY_QUESTIONS = 3
_LEANS = re.compile(
    r"\b(?:instructor|neighbou?r|breakout)\b|\b(?:previous|last|next|this) (?:lesson|episode|section|exercise"
    r"|module)\b"
    r"|\b(?:code|example|figure|table|diagram|picture|command)s? (?:above|below)\b",
    re.IGNORECASE,
)
"""What an exercise for a classroom, or for a place on the page, speaks of."""


_OPTIONS_BELOW = re.compile(r"\b(?:which|what)\b[^.?]*\b(?:below|(?:of )?(?:the|these) following)\b", re.IGNORECASE)
"""A question with options that stand elsewhere on the page."""


def _is_task(text: str) -> bool:
    """Whether it can be done with nothing but the card: one task, told in full."""
    return (
        (len(text.split()) >= _FEWEST_WORDS or "?" in text or has_hangul(text))
        and text.count("?") < _MANY_QUESTIONS
        and not _LEANS.search(text)
        and not (_OPTIONS_BELOW.search(text) and "\n" not in text)
    )


def generate(extract: Extract) -> Iterable[Candidate]:
    """One practice item for each exercise that is short enough to be done from a card and is not asked otherwise."""
    asked = {found.place.block.path for found in extract.findings if isinstance(found, Solved | Posed)}
    for found in extract.findings:
        if isinstance(found, Exercise) and len(found.text) <= _LONGEST and found.place.block.path not in asked:
            check = _CHECK.search(found.text)
            task = cut_opening(_PERIOD_LINE, found.text[: check.start()].strip() if check else found.text)
            task = _HANDED_IN.sub("", task).strip()
            if _is_task(task):
                good = check["check"].strip() if check else _solution(found, extract)
                trust = 0.9 if good or found.period else 0.45  # without either a learner cannot tell when it is done
                content = Practice(task, good, found.period)
                yield candidate("exercise", content, found.place, aspect="practice", trust=trust, value=0.3)


_LONGEST_SOLUTION = 300
_ELSEWHERE = re.compile(
    r"\b(?:see|open|download|look at) (?:this|the) \w+|^(?:this|the) [\w.`-]+ (?:and [^.]* )?contains? (?:an?|the"
    r"|all|our)\b",
    re.IGNORECASE,
)
"""A solution that stands in a file."""


def _solution(found: Exercise, extract: Extract) -> str:
    """The lesson's own solution, where it is short and asks for no code to be read."""
    for block in extract.lesson.blocks:
        if block.role is Role.QUESTION and block.path == found.place.block.path and block.entries:
            told = block.entries[0].text.strip()
            shown = len(told) <= _LONGEST_SOLUTION and not re.search(r"^\$ |^\s*#", told, re.MULTILINE)
            return told if shown and not _ELSEWHERE.search(told) else ""
    return ""
