"""Moodle's notation of gaps in a text: ``{1:SHORTANSWER:=answer~=other}``, and what a gap becomes here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape

from mediaquiz.formats.intake import blanked
from mediaquiz.model.item import Choice, Cloze, Content, Multi
from mediaquiz.model.views import BLANK

_GAP = re.compile(r"\{\d*:(?P<kind>[A-Z_]+):(?P<answers>(?:[^\\}]|\\.)*)\}", re.DOTALL)
_BETWEEN = re.compile(r"(?<!\\)~")
_TOLD = re.compile(r"(?<![\\&])#")
_FRACTION = re.compile(r"\s*(?:(?P<right>=)|%(?P<percent>-?[\d.,]+)%)?")
_SURE = 99.9

_TYPED = frozenset({"SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC", "NUMERICAL", "NM"})
_PICKED = re.compile(r"(?P<several>MULTIRESPONSE|MR)|(?:MULTICHOICE|MC)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap: its place in the text (a sign that nothing else has), its kind, its answers with their percentages."""

    mark: str
    kind: str
    answers: tuple[tuple[str, float], ...]
    told: bool

    @property
    def right(self) -> tuple[str, ...]:
        """The answers that are right in full."""
        return tuple(text for text, fraction in self.answers if fraction >= _SURE)


def notation(answers: Sequence[str]) -> str:
    """A gap to type into; each sign that means something to Moodle, or to HTML, is an entity."""
    return "{1:SHORTANSWER:=" + "~=".join(map(_written, answers)) + "}"


def _written(answer: str) -> str:
    # Moodle decodes the entities, then takes the backslash from \} and \#, and reads \* as an asterisk.
    told = re.sub(r"\\(?=[}#])", r"\\\\", answer).replace("*", "\\*")
    return "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in told)


def split(html: str) -> tuple[str, list[Gap]]:
    """The HTML with a mark for each gap, and the gaps."""
    sign = next(chr(code) for code in range(0xE000, 0xF900) if chr(code) not in html)
    gaps: list[Gap] = []

    def mark(found: re.Match[str]) -> str:
        gaps.append(_gap(f"{sign}{len(gaps)}{sign}", found["kind"], found["answers"]))
        return gaps[-1].mark

    return _GAP.sub(mark, html), gaps


def _gap(mark: str, kind: str, raw: str) -> Gap:
    answers, told = [], False
    for alternative in _BETWEEN.split(raw):
        answer, *feedback = _TOLD.split(alternative, maxsplit=1)
        told = told or any(part.strip() for part in feedback)
        found = _FRACTION.match(answer)
        if found:
            percent = 100.0 if found["right"] else float((found["percent"] or "0").replace(",", ".").strip("."))
            answers.append((_read(answer[found.end() :]), percent))
    return Gap(mark, kind, tuple(answers), told)


def _read(answer: str) -> str:
    decoded = unescape(answer.replace("\\~", "~"))
    return decoded.replace("\\}", "}").replace("\\#", "#").strip()


def contents(text: str, gaps: Sequence[Gap], hint: str) -> Iterator[tuple[Content | None, str]]:
    """What each gap asks, the other gaps filled in; None when it cannot be asked. Beside it what was lost."""
    for gap in gaps:
        before, _, after = text.partition(gap.mark)
        for other in gaps:
            filled = (other.right or ("",))[0]
            before, after = before.replace(other.mark, filled), after.replace(other.mark, filled)
        lost = "what is said to single answers of a gap was left out" if gap.told else ""
        yield _content(gap, before, after, hint), lost


def _content(gap: Gap, before: str, after: str, hint: str) -> Content | None:
    picked = _PICKED.match(gap.kind)
    if picked:
        return _choice(gap, f"{before}{BLANK}{after}", several=bool(picked["several"]))
    answers = [_typed(answer) for answer in gap.right if gap.kind in _TYPED]
    plain = tuple(answer for answer in answers if answer is not None)
    if not plain:
        return None
    content = blanked(before, plain[0], after)
    if isinstance(content, Cloze):
        return replace(content, accept=plain[1:], hint=hint)
    return replace(content, accept=plain[1:])


def _typed(answer: str) -> str | None:
    """The answer as it is typed; None for a pattern with a wildcard."""
    return None if "*" in answer.replace("\\*", "") else answer.replace("\\*", "*")


def _choice(gap: Gap, stem: str, *, several: bool) -> Content | None:
    wrong = tuple(text for text, fraction in gap.answers if fraction <= 0)
    if several:
        return Multi(stem, tuple(text for text, fraction in gap.answers if fraction > 0), wrong)
    return Choice(stem, gap.right[0], wrong) if gap.right else None
