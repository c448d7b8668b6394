"""Cards in Markdown notes: ``question :: answer`` on a line, ``?`` on a line between question and answer.

``:::`` and ``??`` ask both ways. Headings, code and prose of the notes stay there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mediaquiz.formats.intake import Intake, text_of
from mediaquiz.model.arrival import Arrival, Parcel
from mediaquiz.model.item import Item, Recall
from mediaquiz.model.problem import Problem
from mediaquiz.text import slug

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_QUOTED = re.compile(r"\A(?:\s*>)+\s?")
_BULLET = re.compile(r"\A\s*(?:(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?|#{1,6}\s+)")
_JOINT = re.compile(r"(?P<code>`[^`]*`)|(?<!:)(?P<joint>:{2,3})(?!:)")
_TAG = re.compile(r"(?:^|\s)#((?=[^\s#,.;!?]*[^\W\d])[^\s#,.;!?]++)")
"""With one way only to read a tag: a row of them that ends in something else must not be tried in all ways."""
_MEMORY = re.compile(r"\s?<!--SR:[^<>\n]*-->")
_FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that belong together, and the number of the first."""

    line: int
    lines: list[str]


def read(parcel: Parcel) -> tuple[Arrival, tuple[Problem, ...]]:
    """Recall items of all cards in the notes; tags (``#word``) of a card's question become the item's."""
    text, problems = text_of(parcel)
    intake = Intake(parcel.name, problems=list(problems))
    front = _FRONT.match(text)
    skipped = front[0].count("\n") if front else 0
    other: list[int] = []
    for block in _blocks(text.split("\n")[skipped:], skipped + 1):
        lines = _unquoted(block.lines)
        place = next((n for n, line in enumerate(lines) if line.strip() in ("?", "??")), 0)
        if place:
            _add(intake, block, lines[:place], lines[place + 1 :], both=lines[place].strip() == "??")
        else:
            other += [number for number, line in enumerate(block.lines, block.line) if not _line(intake, number, line)]
    if other and not problems:
        message = f"{len(other)} lines hold no card" if len(other) > 1 else "a line holds no card"
        tell = intake.simplified if intake.items else intake.left_out
        tell(message, other[0], "Write `question :: answer` on a line to make one.")
    return intake.arrival()


def _blocks(lines: list[str], first: int) -> Iterator[_Block]:
    """The paragraphs outside code; each line of code is passed over."""
    block, fence = _Block(first, []), ""
    for number, line in enumerate(lines, start=first):
        found = _FENCE.match(line)
        if found and (not fence or line.strip() == fence):
            fence = "" if fence else found[1]
        if found or fence or not line.strip():
            yield block
            block = _Block(number + 1, [])
        else:
            block.lines.append(line)
    yield block


def _unquoted(lines: list[str]) -> list[str]:
    """The lines of a quotation without its marks; any others as they are."""
    return [_QUOTED.sub("", line) for line in lines] if lines and _QUOTED.match(lines[0]) else lines


def _line(intake: Intake, number: int, line: str) -> bool:
    """Adds the card of a line; says whether there was one."""
    line = _QUOTED.sub("", line)
    found = next((one for one in _JOINT.finditer(line) if one["joint"]), None)
    if not found:
        return False
    block = _Block(number, [line])
    return _add(intake, block, [line[: found.start()]], [line[found.end() :]], both=found["joint"] == ":::")


def _add(intake: Intake, block: _Block, before: list[str], after: list[str], *, both: bool) -> bool:
    front, back = "\n".join(before), "\n".join(after)
    if _MEMORY.search(back):
        intake.simplified("when the card is due was not taken over", block.line)
    question, answer = _BULLET.sub("", front, count=1), _MEMORY.sub("", back).strip()
    answer, behind = _without_tags_behind(answer)
    tags = tuple(dict.fromkeys(map(slug, _TAG.findall(question) + behind)))
    question = _TAG.sub("", question).strip()
    end = block.line + len(block.lines) - 1
    if not question or not answer:
        intake.left_out("a card without a question or an answer", block.line, "Write both.", end)
        return True
    for stem, told in ((question, answer), (answer, question))[: 2 if both else 1]:
        intake.add(Item("", Recall(stem, told), tags=tags), block.line, end)
    return True


def _without_tags_behind(text: str) -> tuple[str, list[str]]:
    """The text without the tags that end it, and these."""
    end, behind = len(text), []
    for found in reversed(list(_TAG.finditer(text))):
        if found.end() != end:
            break
        end = found.start()
        behind.append(found[1])
    return text[:end], behind[::-1]
