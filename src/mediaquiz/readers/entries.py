"""Entries of a list: their labels, and the sentence that a label leads into."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mediaquiz.model.frozen import replace
from mediaquiz.model.lesson import Entry

_LEAD_SEPARATOR = re.compile(
    r"^(?P<label>`[^`\n]{1,40}`|[^\n.!?:;–—]{2,60}?)\s*(?::|\s(?:--|[–—-]))\s+(?P<text>\S.*)$", re.DOTALL
)
_MARK = re.compile(r"\s*(?:--|[:.–—-])\s+\S")
_LONGEST_LABEL = 8


_ICON = re.compile(r"^[–—-]+\s+(?=\S)")
"""What stands between a picture and the text of an entry, when the picture is gone."""
_DASHED = re.compile(r"^(?P<name>`[^`\n]{1,40}`|\w+(?: \w+){0,3})(?: (?:--|[–—-])|:) (?=(?:is|are|was|were) )")
"""A name that a dash or a colon parts from its own verb: "`let` -- is a keyword"."""
_QUOTED = re.compile(r"^[\"“][^\"”]{2,40}[\"”](?=[:,.]\s|[:,.]?$)")


@dataclass(slots=True)
class Member:
    """A list member before its label is known: its text, the terms set off in it, its line."""

    text: str
    line: int
    bold: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = _DASHED.sub(r"\g<name> ", _ICON.sub("", self.text))


def name_of(term: str) -> str:
    """A term as it is called: what stands in quotation marks where more is said behind them; no icon, no stop."""
    bare = _ICON.sub("", term)
    found = _QUOTED.match(bare)
    return found[0] if found else bare.rstrip(".:")


def labelled(text: str) -> Entry:
    """An entry with its label split off where it has one: ``Label: text`` or ``Label — text``."""
    if (found := _LEAD_SEPARATOR.match(text)) and found["label"].count(" ") < 7:
        return Entry(text, label=found["label"].strip())
    return Entry(text)


def entries_of(members: Sequence[Member]) -> tuple[Entry, ...]:
    """The entries of a list. What opens one in bold is its label where a mark follows, or where all do so."""
    full = [member for member in members if member.text]
    all_bold = len(full) > 1 and all(one.bold and one.text.startswith(one.bold[0]) for one in full)
    return tuple(_entry(member, all_bold) for member in full)


def _entry(member: Member, all_bold: bool) -> Entry:
    bold = member.bold
    label = bold[0] if all_bold and len(bold[0].split()) <= _LONGEST_LABEL else _bold_lead(member.text, bold)
    label = (labelled(label).label or label) if label.startswith("`") else label
    entry = Entry(member.text, label) if label else labelled(member.text)
    return replace(entry, line=member.line)


def _bold_lead(text: str, bold: Sequence[str]) -> str:
    """The bold term that opens an entry when a mark follows it: ``**Term**: …``, ``**Term.** …``, ``**Term** — …``."""
    if not bold or not text.startswith(bold[0]) or len(bold[0].split()) > _LONGEST_LABEL:
        return ""
    return bold[0] if _MARK.match(text[len(bold[0]) :]) else ""
