"""What all importers share: the file's text, the items found so far, and what was not understood, with its lines."""

from dataclasses import dataclass, field, replace

from mediaquiz.model.arrival import Arrival, Incoming, Parcel
from mediaquiz.model.item import Cloze, Content, Item, Short
from mediaquiz.model.problem import Problem, Span, error, warning
from mediaquiz.model.views import BLANK
from mediaquiz.store.files import LARGEST, decode_text
from mediaquiz.text import clean


def text_of(parcel: Parcel) -> tuple[str, tuple[Problem, ...]]:
    """The file's text, clean, with every line at its number; empty with an error when it is no text."""
    if len(parcel.data) > LARGEST:
        message = f"the file is larger than {LARGEST >> 20} MiB"
        return "", (error("MQ701", message, Span(parcel.name), "Split it."),)
    text, problems = decode_text(parcel.data, parcel.name, code="MQ701")
    return clean(text), problems


@dataclass(slots=True)
class Intake:
    """Collects what a file gives. Lines count from 1."""

    name: str
    items: list[Incoming] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, item: Item | Content, line: int, end: int = 0, key: str = "") -> None:
        """An item, or the content of one that has nothing else."""
        whole = item if isinstance(item, Item) else Item("", item)
        self.items.append(Incoming(whole, self.span(line, end), key))

    def left_out(self, message: str, line: int, hint: str, end: int = 0) -> None:
        """Something that did not come in."""
        self.problems.append(error("MQ702", message, self.span(line, end), hint))

    def simplified(self, message: str, line: int, hint: str = "", end: int = 0) -> None:
        """Something that came in without a part, or in another form."""
        self.problems.append(warning("MQ703", message, self.span(line, end), hint))

    def span(self, line: int, end: int = 0) -> Span:
        """The lines of the file."""
        return Span(self.name, line, max(line, end))

    def arrival(self, title: str = "", lang: str = "") -> tuple[Arrival, tuple[Problem, ...]]:
        """What came in, and the problems. A file with neither has one more problem."""
        if not self.items and not self.problems:
            hint = "Check the file, and that it is of this format."
            self.problems.append(error("MQ701", "no question was found", Span(self.name), hint))
        return Arrival(tuple(self.items), title=title, lang=lang), tuple(self.problems)


def in_deck_language(one: Incoming, lang: str) -> Incoming:
    """The item without a language that is its deck's anyway."""
    return replace(one, item=replace(one.item, lang="")) if lang and one.item.lang == lang else one


def blanked(before: str, answer: str, after: str) -> Cloze | Short:
    """A sentence with one blank: a cloze, or, where its text has double braces of its own, a short question."""
    if "{{" in before + answer + after or "}}" in before + answer + after:
        return Short(f"{before}{BLANK}{after}", answer)
    return Cloze(f"{before}{{{{{answer}}}}}{after}")
