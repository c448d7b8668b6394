"""A lesson as read: blocks with a role, a heading path and their place in the file."""

from enum import StrEnum

from mediaquiz.model.frozen import dataclass, replace
from mediaquiz.model.problem import Span


class Role(StrEnum):
    """What a block does in its lesson. Everything later decides by role; what is not recognised is PROSE."""

    TITLE = "title"
    GIST = "gist"
    PROSE = "prose"
    TAKEAWAYS = "takeaways"
    OBJECTIVES = "objectives"
    LIST = "list"
    TABLE = "table"
    STACK = "stack"
    FLOW = "flow"
    DIAGRAM = "diagram"
    DEFINITION = "definition"
    GLOSSARY = "glossary"
    QUESTION = "question"
    EXAMPLE = "example"
    ANALOGY = "analogy"
    CAPTION = "caption"
    CODE = "code"
    EXERCISE = "exercise"
    OUTLINE = "outline"
    LOGISTICS = "logistics"
    REFERENCES = "references"
    CHROME = "chrome"


@dataclass(frozen=True, slots=True)
class Entry:
    """One member of a list, stack or table.

    ``label`` is the member's own name where it has one (a bold lead, a stage's name, a row's first cell), else empty.
    ``cells`` are the values of a table row after its label, in the order of ``Block.columns``.
    """

    text: str
    label: str = ""
    cells: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that belongs together.

    ``text`` is clean text with inline markup removed, except back-ticks around code; diagrams, tables and code keep
    their line breaks. ``path`` holds the headings above, outermost first. ``lead`` is the sentence that introduces a
    list ("There are three things it is not:"), or a table's or figure's caption. ``emphasis`` holds the terms that the
    author set in bold or quotes, in order. A QUESTION is what the lesson itself asks, with the lesson's own solution as
    its only entry.
    """

    role: Role
    text: str
    span: Span
    path: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    columns: tuple[str, ...] = ()
    lead: str = ""
    emphasis: tuple[str, ...] = ()
    ordered: bool = False

    def as_role(self, role: Role) -> "Block":
        """The same block with another role."""
        return replace(self, role=role)


@dataclass(frozen=True, slots=True)
class Source:
    """A lesson before reading: where it came from and its text, already cleaned."""

    path: str
    text: str
    media: str = ""
    """The name of the reader (``markdown``, ``html``, ``page`` …), or empty for "look and see"."""
    repeated: frozenset[str] = frozenset()
    """Lines, masked, that the pages of its course have in common."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson as read. Fields that the page does not tell are empty or None."""

    path: str
    title: str = ""
    track: str = ""
    number: int | None = None
    of: int | None = None
    minutes: int | None = None
    tags: tuple[str, ...] = ()
    language: str = "en"
    gist: str = ""
    exercise: str = ""
    links: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    text: str = ""
    """The whole cleaned text: quotes are checked against it."""
