"""Rule: questions with options that the lesson asks, where its solution judges every option."""

import re
from collections.abc import Iterable

from mediaquiz.model.concept import Finding, Place, Posed
from mediaquiz.model.lesson import Block, Lesson, Role

_FEWEST, _MOST = 3, 8
_LONGEST_QUESTION = 700
_LONGEST_OPTION = 160
_VERDICT = re.compile(
    r"^(?:(?:\W*(?:[a-h]|\d{1,2})[.):]\s*)?)(?:(?:is |this is )?(?:the )?(?P<yes>yes|correct|right|true)|(?:is )?"
    r"(?P<no>no|incorrect|wrong|false|not (?:correct|right)))\b(?: answer| one)?[\s:.,;!–—-]*(?P<why>.*)$",
    re.IGNORECASE,
)
_DOUBTFUL = re.compile(r"\b(?:correct|right|also works?|would work|yes)\b", re.IGNORECASE)
_THE_ANSWER = re.compile(
    r"\b(?:the (?:correct |right )?answer is|(?:correct|right) answer:?|solution is|but answer|option)\s*(?:option )?"
    r"\(?(?P<mark>\d{1,2}|[a-hA-H])\)?(?=\W|$)(?P<good> is (?:good|correct|right))?",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\b(?:diagram|figure|picture|image|table|map|screenshot|listing) (?:below|above)|below\b(?=.*diagram)", re.I
)
_ASKS = re.compile(r"[?:]$|고르(?:세요|시오)\.?$")


def find(lesson: Lesson) -> Iterable[Finding]:
    """One finding for each question whose options are all judged, or whose solution names the one right option."""
    for block in lesson.blocks:
        if block.role is Role.QUESTION and block.entries and (posed := _posed(block)):
            yield posed


def _posed(block: Block) -> Posed | None:
    lines = [line for line in block.text.split("\n") if line.strip()]
    told = [line for line in block.entries[0].text.split("\n") if line.strip()]
    if len(lines) == len(told) + 1 == _PAIR + 1 and all(TRUTH.match(line) for line in lines[1:]):
        return _true_or_false(block, lines, _judged(told))
    for verdicts in (_judged(told), _named(told, _count(lines))):
        lines, verdicts = _without_none(lines, verdicts)
        count = len(verdicts)
        if not _FEWEST <= count <= _MOST or len(lines) <= count:
            continue
        question, options = "\n".join(lines[:-count]).strip(), [line.strip() for line in lines[-count:]]
        if _is_question(question, options) and any(right for right, _ in verdicts):
            place = Place(block, block.span.start, question)
            judged = tuple((option, right, why) for option, (right, why) in zip(options, verdicts, strict=True))
            return Posed(question, judged, place)
    return None


_NONE = re.compile(r"(?:none|all) of (?:the above|these|them)\.?", re.IGNORECASE)


def _without_none(lines: list[str], verdicts: list[tuple[bool, str]]) -> tuple[list[str], list[tuple[bool, str]]]:
    """The lines and verdicts without a last option "none of the above" that is wrong: it says nothing."""
    if verdicts and not verdicts[-1][0] and _NONE.fullmatch(lines[-1].strip()):
        return lines[:-1], verdicts[:-1]
    return lines, verdicts


_PAIR = 2
TRUTH = re.compile(r"(?:(?P<yes>true|참|맞다|맞음|○)|(?P<no>false|거짓|틀리다|틀림|×))[.!]?$", re.IGNORECASE)
"""An option that says of a statement whether it is true."""
_WHETHER = re.compile(
    r"^(?:true or false[?:.]?\s*)|\s*(?:true or false\?|이 (?:문장|말|설명)은 (?:참|맞)\S* \S*[거틀]\S*\?)$", re.I
)
_STATES = re.compile(r"(?:[^?:…][.!]|[다요])$")


def _true_or_false(block: Block, lines: list[str], verdicts: list[tuple[bool, str]]) -> Posed | None:
    """A statement with the options "true" and "false", of which the lesson says one is right."""
    statement = _WHETHER.sub("", lines[0]).strip()
    if len(verdicts) != _PAIR or sum(right for right, _ in verdicts) != 1 or not _STATES.search(statement):
        return None
    options = tuple((line, right, why) for line, (right, why) in zip(lines[1:], verdicts, strict=True))
    return Posed(statement, options, Place(block, block.span.start, statement))


def _judged(told: list[str]) -> list[tuple[bool, str]]:
    """The verdict on each option, when each line of the solution is one; a line that praises nothing says no."""
    found = [_VERDICT.match(line) for line in told]
    if not any(verdict and verdict["yes"] for verdict in found):
        return []
    if any(not verdict and _DOUBTFUL.search(line) for verdict, line in zip(found, told, strict=True)):
        return []
    return [
        (bool(verdict and verdict["yes"]), verdict["why"] if verdict else line)
        for verdict, line in zip(found, told, strict=True)
    ]


def _named(told: list[str], count: int) -> list[tuple[bool, str]]:
    """The verdict on each option, when the solution names the right one by its number or letter."""
    found = _THE_ANSWER.search(told[0]) if told else None
    if not found or not count:
        return []
    mark = found["mark"].lower()
    at = int(mark) - 1 if mark.isdigit() else ord(mark) - ord("a")
    why = " ".join(told[1:2]) if len(told) > 1 else told[0]
    return [(n == at, why if n == at else "") for n in range(count)] if 0 <= at < count else []


def _count(lines: list[str]) -> int:
    """How many lines stand after the one that asks."""
    asks = [n for n, line in enumerate(lines) if line.rstrip().endswith("?")]
    return len(lines) - asks[-1] - 1 if asks else 0


def _is_question(question: str, options: list[str]) -> bool:
    last = question.split("\n")[-1]
    return (
        len(question) <= _LONGEST_QUESTION
        and _ASKS.search(last) is not None
        and not _SHOWN.search(question)
        and all(len(option) <= _LONGEST_OPTION and not option.endswith("?") for option in options)
        and len(set(options)) == len(options)
        and not any(re.search(r"\b(?:both|all|none|neither|either) (?:of|\d)", option, re.I) for option in options)
    )
