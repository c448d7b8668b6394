"""Quiz components of MDX pages: ``<Question choices={[{ text: "…", explain: "…", correct: true }, …]} />``.

The question is an attribute of the component, or the line right above it.
"""

import html
import re
from collections.abc import Iterator

from mediaquiz.model.lesson import Entry
from mediaquiz.readers.raw import Form, Raw, unmark
from mediaquiz.readers.solutions import SOLUTION
from mediaquiz.text import one_line

HINT = "quiz"
_OPENS = re.compile(
    r"<(?P<name>[A-Z]\w*)(?P<told>(?:\s+\w+\s*=\s*\"[^\"<>]*\")*)\s+(?:choices|options|answers)=\{\s*\["
)
_CLOSES = re.compile(r"\s*\}[^<>{}]*/>")
_TOKEN = re.compile(
    r"\s*(?:(?P<text>\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)|(?P<mark>[{}\],:])|(?P<word>[\w$.-]+))",
    re.DOTALL,
)
_ASKED = re.compile(r"\b(?:question|prompt|title)\s*=\s*\"([^\"]*)\"")
_ABOVE = re.compile(r"^\s*(?:#{1,6}\s+)?(?:\**\d{1,2}[.)]\**\s+)?(?P<question>\S.*?)\s*(?:\[\[[\w.-]+\]\])?\s*#*\s*$")
_CODE = re.compile(r"<code>(.*?)</code>", re.DOTALL)
_TAG = re.compile(r"</?(?:a|b|i|em|strong|br|p|span|u)\b[^<>]*>")
_PRAISE = re.compile(
    r"^(?:(?:네|예), )?(?:아주 )?(?:정답|오답|맞습니다|맞아요|정확합니다|정확해요|틀렸습니다|틀렸어요|correct|incorrect"
    r"|that['’]s right|right|wrong|exactly|yes|no|indeed)(?:입니다|이에요)?(?:\s*[!.:,—–-]+\s*|$)",
    re.IGNORECASE,
)
_TEXT, _WHY, _RIGHT = ("text", "label", "option", "answer"), ("explain", "explanation", "feedback"), ("correct",)
_MOST = 300
"""Tokens of one question's options."""

Option = dict[str, str]


def take(lines: list[str]) -> list[Raw]:
    """The quizzes among the lines, whose own lines are blanked; what is not understood stays as it is."""
    text = "\n".join(lines)
    found = list(_components(text)) if "={" in text else []
    for first, last, _, _ in found:
        lines[first : last + 1] = [""] * (last + 1 - first)
    return [raw for first, last, told, options in found if (raw := _raw(lines, first, last, told, options))]


def _components(text: str) -> Iterator[tuple[int, int, str, list[Option]]]:
    """Each component: its first and last line, its other attributes, its options."""
    end = line = 0
    for opened in _OPENS.finditer(text):
        if opened.start() < end or not (read := _options(text, opened.end())):
            continue
        options, at = read
        if closed := _CLOSES.match(text, at):
            line += text.count("\n", end, opened.start())
            first, end = line, closed.end()
            line += text.count("\n", opened.start(), end)
            yield first, line, opened["told"], options


def _options(text: str, at: int) -> tuple[list[Option], int] | None:
    """The objects of an array whose bracket is open at a place, and where it ends; None where it is anything else."""
    options: list[Option] = []
    row: list[str] = []
    for _ in range(_MOST):
        if not (token := _TOKEN.match(text, at)):
            return None
        at = token.end()
        mark = token["mark"] or ""
        if mark == "]":
            return options, at
        if mark == "{":
            row = []
        elif mark == "}":
            options.append(dict(zip(row[::2], row[1::2], strict=False)))
        elif not mark:
            row.append(token["word"] or _unquoted(token["text"]))
    return None


def _unquoted(literal: str) -> str:
    return re.sub(r"\\(.)", lambda found: " " if found[1] in "nt" else found[1], literal[1:-1])


def _raw(lines: list[str], first: int, last: int, told: str, options: list[Option]) -> Raw | None:
    """The quiz as a question with its options, and a verdict on each as its solution."""
    attribute = _ASKED.search(told)
    above = next((line for line in reversed(lines[:first]) if line.strip()), "")
    asked = _ABOVE.match(attribute[1] if attribute else above)
    judged = [(_plain(_value(option, _TEXT)), _value(option, _RIGHT) == "true", option) for option in options]
    if not asked or asked["question"].startswith(("```", "~~~")) or not all(text for text, _, _ in judged):
        return None
    verdicts = [f"{'Yes' if right else 'No'}. {_reason(option)}".strip() for _, right, option in judged]
    entry = Entry("\n".join(verdicts), label=SOLUTION, line=first + 1)
    text = "\n".join([_plain(asked["question"]), *(text for text, _, _ in judged)])
    return Raw(Form.PARAGRAPH, text, first + 1, last + 1, entries=(entry,), hint=HINT)


def _value(option: Option, names: tuple[str, ...]) -> str:
    return next((option[name] for name in names if name in option), "")


def _reason(option: Option) -> str:
    """What the page says of an option, without the word that praises or blames."""
    return _PRAISE.sub("", _plain(_value(option, _WHY)))


def _plain(text: str) -> str:
    """The text of a literal: code in back-ticks, without tags and marks."""
    return one_line(unmark(html.unescape(_TAG.sub("", _CODE.sub(r"`\1`", text))))[0])
