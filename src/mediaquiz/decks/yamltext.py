"""YAML text → a tree of nodes that know where they stand, from the parser's event stream.

Decks and course files are plain data, so whatever makes YAML dangerous or surprising is refused here: anchors,
aliases, tags, merge keys, duplicate keys, deep nesting, huge files. Every scalar stays text; the reader of a file
gives it a type (``fields`` for decks).
Counting depth on events means that nothing is ever built, recursively or not, from a hostile file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from mediaquiz.model.problem import Problem, Span, error
from mediaquiz.text import clean

if TYPE_CHECKING:
    import yaml
    from yaml import _yaml

    AnyMark = yaml.Mark | _yaml.Mark

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 20

BOM = "\ufeff"

# What YAML calls a line break but an editor does not show as one, and what YAML refuses altogether. Both are replaced
# by one character each, so that offsets stay true: by a space, and by a character that ``text.clean`` takes out.
_ODD_BREAK = re.compile("[\x85\u2028\u2029]")
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_INVISIBLE = "\u200b"
_KEEPS_BLANK_LINES = re.compile(r"[|>]\d?\+")

_CONFLICT = re.compile(r"^<{7} ", re.MULTILINE)

_HINTS = (
    ("mapping values are not allowed", "Put quotes around a text that contains ': '."),
    ("cannot start any token", "Indent with spaces, not tabs, and put quotes around a text that starts with a sign."),
    ("could not find expected ':'", "Put quotes around a text that spans lines or contains ': '."),
    ("did not find expected key", "Indent all fields of an item alike, and quote a text that starts with a quote."),
    ("expected <block end>", "Indent all fields of an item alike, and quote a text that starts with a quote."),
    ("quoted scalar", 'Close the quote; inside double quotes write \\" for a quote.'),
)


class Kind(StrEnum):
    """What a node is."""

    TEXT = "a text"
    LIST = "a list"
    MAP = "a group of fields"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the text: offset in characters from 0, line and column from 1."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Node:
    """A value in the file.

    ``end`` is the offset after its last character, without trailing blank lines and comments; ``last`` the line of
    that character. ``flow`` is set for ``[a, b]`` and ``{a: b}``. ``sound`` is False when something in it was refused:
    its problem is reported already, and what it would mean is not known.
    """

    kind: Kind
    start: Mark
    end: int
    last: int
    text: str = ""
    quoted: bool = False
    flow: bool = False
    sound: bool = True
    children: tuple["Node", ...] = ()

    @property
    def pairs(self) -> Iterator[tuple["Node", "Node"]]:
        """The fields of a mapping."""
        return zip(self.children[::2], self.children[1::2], strict=True)

    @property
    def empty(self) -> bool:
        """Whether nothing is written here (``hint:``)."""
        return self.kind is Kind.TEXT and not self.quoted and not self.text


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    kind: Kind
    start: Mark
    flow: bool
    sound: bool
    children: list[Node] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)


Tree = str | list["Tree"] | dict[str, "Tree"]
"""A YAML text as plain values."""


class _Stop(Exception):
    """Reading cannot go on; what was complete before is kept."""


def compose(text: str, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of a YAML text, and everything that is wrong with its form.

    ``text`` carries no byte-order mark. After an error that YAML cannot go past, the tree holds what was complete
    before it. None when there is no content.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        limit = MAX_BYTES // 1024**2
        hint = "Split it into several files."
        return None, (error("MQ304", f"the file is larger than {limit} MB", Span(path), hint),)
    if conflicts := tuple(_conflicts(text, path)):
        return None, conflicts
    composer = _Composer(text, path)
    return composer.run(), tuple(composer.problems)


def _conflicts(text: str, path: str) -> Iterator[Problem]:
    """The places where git could not merge two versions of the file."""
    for found in _CONFLICT.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        hint = "Keep one of the two versions up to the line of '>>>>>>>', and take the lines of marks away."
        yield error("MQ301", "git left a conflict here", Span(path, line, line, 1), hint)


def parse(text: str, path: str) -> tuple[Tree, tuple[Problem, ...]]:
    """A YAML text as lists and mappings of cleaned texts, and everything that is wrong with its form.

    ``path`` names the file in problems. What was refused is left out; an empty text gives an empty text.
    """
    root, problems = compose(text.removeprefix(BOM), path)
    return (_tree(root) if root else ""), problems


def _tree(node: Node) -> Tree:
    match node.kind:
        case Kind.TEXT:
            return clean(node.text)
        case Kind.LIST:
            return [_tree(child) for child in node.children]
        case Kind.MAP:
            return {clean(key.text): _tree(value) for key, value in node.pairs if key.sound and value.sound}


def _events(text: str) -> Iterator["yaml.Event"]:
    import yaml

    readable = _ODD_BREAK.sub(" ", _NOT_YAML.sub(_INVISIBLE, text))
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return iter(yaml.parse(readable, Loader=loader))


def _mark(mark: "AnyMark | None") -> Mark:
    return Mark(mark.index, mark.line + 1, mark.column + 1) if mark else Mark(0, 1, 1)


class _Composer:
    """Builds the tree with an explicit stack."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.problems: list[Problem] = []
        self.stack: list[_Open] = []
        self.root: Node | None = None

    def run(self) -> Node | None:
        import yaml

        try:
            for event in _events(self.text):
                self.take(event)
        except (yaml.YAMLError, ValueError, OverflowError) as failure:  # the pure parser on "\\U99999999"
            self.refuse_syntax(failure)
            self.abandon()
        except _Stop:
            self.abandon()
        return self.root

    def take(self, event: "yaml.Event") -> None:
        import yaml

        match event:
            case yaml.ScalarEvent():
                self.scalar(event)
            case yaml.AliasEvent():
                mark = _mark(event.start_mark)
                self.refuse("MQ302", "an alias is not allowed here", mark, "Write the text out.")
                self.put(Node(Kind.TEXT, mark, _mark(event.end_mark).offset, mark.line, sound=False))
            case yaml.SequenceStartEvent():
                self.open(Kind.LIST, event)
            case yaml.MappingStartEvent():
                self.open(Kind.MAP, event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self.close(_mark(event.end_mark).offset)
            case yaml.DocumentStartEvent() if self.root:
                hint = "Take the line '---' away."
                self.refuse("MQ301", "a second document starts here", _mark(event.start_mark), hint)
                raise _Stop

    def scalar(self, event: "yaml.ScalarEvent") -> None:
        start, end = _mark(event.start_mark), _mark(event.end_mark).offset
        if event.style in ("|", ">") and not _KEEPS_BLANK_LINES.match(self.text, start.offset):
            end = start.offset + len(self.text[start.offset : end].rstrip())
        last = start.line + self.text.count("\n", start.offset, end)
        sound = self.allowed(event)
        self.put(Node(Kind.TEXT, start, end, last, event.value, quoted=bool(event.style), sound=sound))

    def open(self, kind: Kind, event: "yaml.CollectionStartEvent") -> None:
        start = _mark(event.start_mark)
        if len(self.stack) == MAX_DEPTH:
            hint = "Put quotes around a text that starts with '[' or '{'."
            self.refuse("MQ304", f"values are nested deeper than {MAX_DEPTH} levels", start, hint)
            raise _Stop
        self.stack.append(_Open(kind, start, bool(event.flow_style), self.allowed(event)))

    def allowed(self, event: "yaml.NodeEvent") -> bool:
        """Report an anchor or tag; whether there was none."""
        anchor, tag = event.anchor, getattr(event, "tag", None)
        if anchor:
            hint = f"Take '&{anchor}' away, or put quotes around the text."
            self.refuse("MQ302", "an anchor is not allowed here", _mark(event.start_mark), hint)
        if tag:
            hint = "Take it away, or put quotes around a text that starts with '!'."
            self.refuse("MQ302", f"the tag {tag} is not allowed here", _mark(event.start_mark), hint)
        return not (anchor or tag)

    def put(self, node: Node) -> None:
        """Hand a finished node to what encloses it."""
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if parent.kind is Kind.MAP and len(parent.children) % 2 == 0:
            node = replace(node, sound=self.good_key(node, parent.keys))
            parent.keys.add(node.text)
        parent.sound &= node.sound
        parent.children.append(node)

    def good_key(self, node: Node, seen: set[str]) -> bool:
        """Report a key that a mapping cannot have; whether it can."""
        if node.kind is not Kind.TEXT:
            hint = "Put quotes around a text that starts with '[', '{' or '?'."
            self.refuse("MQ301", "a field's name must be a word", node.start, hint)
        elif node.text == "<<" and not node.quoted:
            self.refuse("MQ302", "a merge key is not allowed here", node.start, "Write the fields out.")
        elif node.text in seen:
            hint = "Keep one of the two."
            self.refuse("MQ303", f"{node.text!r} stands twice in the same place", node.start, hint)
        else:
            return node.sound
        return False

    def close(self, flow_end: int) -> None:
        top = self.stack.pop()
        if top.flow or not top.children:
            end, last = flow_end, top.start.line + self.text.count("\n", top.start.offset, flow_end)
        else:
            end, last = top.children[-1].end, top.children[-1].last
        children = tuple(top.children)
        self.put(Node(top.kind, top.start, end, last, flow=top.flow, sound=top.sound, children=children))

    def abandon(self) -> None:
        """Close the root and the list of items after an error; what was open inside them is incomplete and goes."""
        del self.stack[2:]
        while self.stack:
            top = self.stack[-1]
            if top.kind is Kind.MAP and len(top.children) % 2:
                top.children.pop()
            self.close(top.children[-1].end if top.children else top.start.offset)

    def refuse(self, code: str, message: str, mark: Mark, hint: str) -> None:
        span = Span(self.path, mark.line, mark.line, mark.column)
        self.problems.append(error(code, clean(message), span, clean(hint)))

    def refuse_syntax(self, failure: Exception) -> None:
        told, context = getattr(failure, "problem", None), getattr(failure, "context", None)
        words = f"{context} {told}"
        hint = next((hint for sign, hint in _HINTS if sign in words), "Compare it with the lines above.")
        place = "context_mark" if "quoted scalar" in words else "problem_mark"
        message = f"the text is not understood from here on: {told or failure}"
        self.refuse("MQ301", message, _mark(getattr(failure, place, None)), hint)
