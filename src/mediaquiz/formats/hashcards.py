"""Cards in Markdown as hashcards writes them: ``Q:`` with ``A:``, and ``C:`` with ``[deletions]``.

A card ends where the next begins, or at a line of hyphens. A cloze card with several deletions becomes several items.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mediaquiz.formats.intake import Intake, blanked, text_of
from mediaquiz.model.arrival import Arrival, Parcel
from mediaquiz.model.item import Recall
from mediaquiz.model.problem import Problem

_TAG = re.compile(r"(?P<tag>[QAC]):(?: |$)")
_RULE = re.compile(r"-{3,}\s*")
_FRONT = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*\n(?P<body>(?:[A-Za-z_]+[ \t]*[=:].*\n|[ \t]*\n)+?)(?P=fence)[ \t]*(?:\n|$)"
)
_NAME = re.compile(r"""^(?:name|deck)[ \t]*[=:][ \t]*(?P<quote>["']?)(?P<name>.*?)(?P=quote)[ \t]*$""", re.MULTILINE)
_DELETION = re.compile(
    r"!\[[^\]\n]{0,300}\]\([^)\n]{0,300}\)"  # a picture, in which nothing is deleted
    r"|(?<![\\!])\[(?P<answer>(?:\\.|[^\[\]\\])+)\]"
)
_MOST_DELETIONS = 100
"""Each makes an item with the whole text of its card."""


@dataclass(slots=True)
class _Card:
    """A card as it stands: the tag it begins with, its first and last line, and the text after each of its tags."""

    tag: str
    line: int
    end: int
    texts: dict[str, list[str]] = field(default_factory=dict)

    def text(self, tag: str) -> str:
        return "\n".join(self.texts.get(tag, [])).strip()


def read(parcel: Parcel) -> tuple[Arrival, tuple[Problem, ...]]:
    """The cards of a file: recall items of ``Q:`` and ``A:``, cloze items of ``C:``."""
    text, problems = text_of(parcel)
    intake = Intake(parcel.name, problems=list(problems))
    front = _FRONT.match(text)
    skipped = front[0].count("\n") if front else 0
    for card in _cards(text.split("\n")[skipped:], skipped + 1):
        _ADD[card.tag](intake, card)
    named = _NAME.search(front["body"]) if front else None
    return intake.arrival(title=named["name"] if named else "")


def _cards(lines: list[str], first: int) -> Iterator[_Card]:
    """The cards, and the runs of lines that belong to none, which have the tag ````."""
    card, part = _Card("", first, 0), ""
    for number, line in enumerate(lines, start=first):
        found = _TAG.match(line)
        if _RULE.fullmatch(line) or (found and (found["tag"] != "A" or card.tag != "Q" or "A" in card.texts)):
            yield card
            card, part = _Card("", number, 0), ""
        if found:
            card.end = number
            part = found["tag"]
            card.tag = card.tag or part
            line = line[found.end() :]
        elif _RULE.fullmatch(line):
            continue
        elif not card.end and line.strip():
            card.line = number
        card.texts.setdefault(part, []).append(line)
        card.end = number if line.strip() else card.end
    yield card


def _question(intake: Intake, card: _Card) -> None:
    stem, answer = card.text("Q"), card.text("A")
    if stem and answer:
        intake.add(Recall(stem, answer), card.line, card.end)
    else:
        missing = "an answer" if stem else "a question"
        intake.left_out(f"a card without {missing}", card.line, "Write it after `Q:` and `A:`.", card.end)


def _answer(intake: Intake, card: _Card) -> None:
    intake.left_out("an answer without a question", card.line, "Write the question above it, after `Q:`.", card.end)


def _cloze(intake: Intake, card: _Card) -> None:
    text = card.text("C")
    found = [one for one in _DELETION.finditer(text) if one["answer"]]
    if len(found) > _MOST_DELETIONS:
        message = f"a cloze card with {len(found)} deletions; {_MOST_DELETIONS} at most are read"
        intake.left_out(message, card.line, "Make several cards of it.", card.end)
        return
    for place, one in enumerate(found):
        before = _shown(text, found[:place], 0, one.start())
        after = _shown(text, found[place + 1 :], one.end(), len(text))
        intake.add(blanked(before, _plain(one["answer"]), after), card.line, card.end)
    if not found:
        intake.left_out("a cloze card without a deletion", card.line, "Put [brackets] around what is asked.", card.end)


def _shown(text: str, deletions: list[re.Match[str]], start: int, end: int) -> str:
    """A part of the text with its deletions filled in."""
    parts = []
    for one in deletions:
        parts += [text[start : one.start()], one["answer"]]
        start = one.end()
    return _plain("".join([*parts, text[start:end]]))


def _plain(text: str) -> str:
    return text.replace("\\[", "[").replace("\\]", "]")


def _stray(intake: Intake, card: _Card) -> None:
    if card.text(""):
        message = f"text that belongs to no card: {card.text('')[:40]!r}"
        intake.left_out(message, card.line, "Begin a card with `Q:` or `C:`, or delete the text.", card.end)


_ADD = {"Q": _question, "A": _answer, "C": _cloze, "": _stray}
