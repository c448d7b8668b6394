"""Markdown's dialects, line by line, before CommonMark is parsed: boxes in all their spellings, components, templates.

A line stays a line, so that every block still knows where it stands; what is code stays as it is.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from mediaquiz.readers import boxes

_FENCE = re.compile(r"^\s*(?P<mark>`{3,}|~{3,})(?!.*`)")
_DIRECTIVE = re.compile(r"^\s*(?P<mark>`{3,}|~{3,}|:{3,})\{(?P<name>[\w:-]+)\}\s*(?P<title>.*)$")
_PROSE_FENCE = re.compile(
    r"^\s*(?P<mark>`{3,}|~{3,})\s*(?:admonish\s+)?(?P<name>[A-Za-z][\w-]*)(?:\s+(?:header"
    r"|title)=\"(?P<title>(?:[^\"\\]|\\.)*)\")?\s*$"
)
"""A box whose author gave a fence the name of a box: what it holds is text, and perhaps code in shorter fences."""
_DIV = re.compile(
    r"^\s*:{3,}\s*(?:\{(?P<names>[^{}]*)\}"
    r"|\.?(?P<name>[A-Za-z][\w-]*))?(?:\[(?P<label>[^\]]*)\])?(?P<title>[^:]*):*\s*$"
)
_ADMONITION = re.compile(
    r"^(?P<indent>\s*)(?:!!!|\?\?\?\+?)\s+(?P<names>[\w-]+(?: +[\w-]+)*)\s*(?:\"(?P<title>[^\"]*)\")?\s*$"
)
_DIRECTIVE_OPTION = re.compile(r"^\s*:[\w-]+:(?:\s.*)?$")
_SUMMARY = re.compile(r"^\s*(?:<details\b[^<>]*>\s*)?<summary\b[^<>]*>(?P<title>.*?)</summary>\s*$", re.IGNORECASE)
_TAGS = re.compile(r"^\s*(?:</?(?:div|details|section|aside|center|article|figure|main|br|hr|[A-Z]\w*)\b[^<>]*>\s*)+$")
_TAG = re.compile(r"<(?P<close>/?)(?P<name>div|details|section|aside|article|[A-Z]\w*)\b(?P<told>[^<>]*)>")
_COMPONENT_TAG = re.compile(r"</?[A-Z]\w*\b[^<>]*>")
_NAMED = re.compile(r"\b(?:class(?:Name)?|type)\s*=\s*[\"']([^\"']*)[\"']")
_TITLED = re.compile(r"\btitle\s*=\s*[\"']([^\"']*)[\"']")
_COMPONENT = re.compile(
    r"<[A-Z]\w*(?=[\s/])(?:[^<>\"'{}/]|/(?!>)|\"[^\"<]*\"|'[^'<]*'|\{(?:[^{}<]|\{(?:[^{}<]|\{[^{}<]*\})*\})*\})*/>"
)
_TEMPLATE = re.compile(r"^\s*(?:\{(?:[#/:@][^{}]*|/\*.*\*/)\}|\{%.*%\}|\{\{[<%].*[>%]\}\})\s*$")
_MODULE = re.compile(
    r"^(?:import\s+(?:[\w*{},\s]+\s+from\s+)?[\"'][^\"']+[\"'];?|export\s+(?:const|default|let)\b.*)\s*$"
)
_DROPPED = re.compile(r"(?::(?:label|eqlabel|width|height|cite\w*|begin_tab|end_tab):|\{cite\w*\})(?:`[^`]*`)?")
_POINTER = re.compile(r"(?::(?:numref|eqref|ref|figref):|\{(?:numref|eq|ref)\})`[^`]*`")
_ALERT = re.compile(r"^(?P<quote>\s*>\s*)\[!\w+\][+-]?\s*(?P<title>.*)$")
_ATTRIBUTES = re.compile(r"(?<![_^\\])\{(?:(?:[:#.][\w-]|[\w-]+=)[^{}]*|/\*[ \w-]*\*/)\}")
_ANCHOR = re.compile(r"^(#{1,6}\s.*?)\s*\[\[[\w.-]+\]\]\s*$")
_SPECIAL = re.compile(r"`|~|<|\{|#|>|:[\w:-]|!!!|\?\?\?")
_MODULES = ("import", "export")
"""What every line has, or begins with, that is not text alone."""
_SEPARATOR = "<!-- -->"
"""Stands where a box begins or ends, so that two lists beside the line do not become one."""
_COLONS, _INDENT, _DEEPEST = ":::", 4, 20


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: the kind of the innermost box that has one, and the numbers of all boxes around it."""

    hint: str = ""
    box: tuple[int, ...] = ()


@dataclass(slots=True)
class _Box:
    """``closes`` says how the box ends: ``:::``, a fence's mark, a tag's name, or empty for the end of its indent."""

    place: Place
    closes: str
    indent: int = 0


@dataclass(slots=True)
class _Lines:
    boxes: list[_Box] = field(default_factory=list)
    fence: str = ""
    count: int = 0

    @property
    def place(self) -> Place:
        return self.boxes[-1].place if self.boxes else Place()

    def open(self, closes: str, *names: str, title: str = "", indent: int = 0) -> str:
        """Begin a box; gives the line that stands for its title."""
        if len(self.boxes) >= _DEEPEST:
            return title
        kind = boxes.kind_of_title(title) or boxes.kind_of(*names)
        self.count += 1
        hint = self.place.hint if kind in {"", "callout"} else kind
        self.boxes.append(_Box(Place(hint, (*self.place.box, self.count)), closes, indent))
        return self.title(title)

    def title(self, text: str) -> str:
        """A heading line for a box's title; empty for one that says only what the box is."""
        bare = text.strip(' \t*_"')
        if not bare or boxes.kind_of_title(bare) or boxes.names_kind(bare, self.place.hint):
            return _SEPARATOR
        return f"###### {bare}"

    def close(self, closes: str) -> bool:
        """End the innermost box that ends so, with those inside it; whether there was one."""
        at = next((at for at in reversed(range(len(self.boxes))) if self.boxes[at].closes == closes), None)
        if at is not None:
            del self.boxes[at:]
        return at is not None

    def dedent(self, line: str) -> str:
        """A line in the boxes that are told by indent, without it; a line further left ends them."""
        for at, box in enumerate(self.boxes):
            if not box.closes and line.strip():
                if len(line) - len(line.lstrip(" ")) < box.indent:
                    del self.boxes[at:]
                    self.fence = ""
                    return line
                line = line[box.indent :]
        return line


def prepare(lines: list[str]) -> list[Place]:
    """Rewrites lines in place as CommonMark with headings for the titles of boxes; says for each where it stands."""
    _drop_components(lines)
    work = _Lines()
    places = []
    for at, line in enumerate(lines):
        line = work.dedent(line)
        if work.fence:
            if line.strip().startswith(work.fence) and not line.strip().strip(work.fence[0]):
                work.fence = ""
            lines[at] = line
        elif not (_SPECIAL.search(line) or line.startswith(_MODULES)):
            lines[at] = line
        else:
            lines[at] = next(new for rule in _RULES if (new := rule(line, work)) is not None)
        places.append(work.place)
    return places


def _drop_components(lines: list[str]) -> None:
    """Components without content, such as a video: they may go over several lines."""
    text = "\n".join(lines)
    if "/>" in text:
        lines[:] = _COMPONENT.sub(lambda match: "\n" * match[0].count("\n"), text).split("\n")


def _directive(line: str, work: _Lines) -> str | None:
    found = _DIRECTIVE.match(line)
    if not found or not boxes.kind_of(found["name"]):
        return None
    closes = _COLONS if found["mark"].startswith(":") else found["mark"]
    return work.open(closes, found["name"], title=found["title"])


_BOXES_OF_TEXT = frozenset({"callout", "keypoints", "definition"})
"""Any other kind of box may be code alone: an example, a solution."""


def _prose_fence(line: str, work: _Lines) -> str | None:
    found = _PROSE_FENCE.match(line)
    if not found or boxes.kind_of(found["name"]) not in _BOXES_OF_TEXT:
        return None
    return work.open(found["mark"], found["name"], title=(found["title"] or "").replace("\\", ""))


def _end_of_directive(line: str, work: _Lines) -> str | None:
    bare = line.strip()
    return _SEPARATOR if bare[:3] in {"```", "~~~"} and work.close(bare) else None


def _fence(line: str, work: _Lines) -> str | None:
    found = _FENCE.match(line)
    if not found:
        return None
    work.fence = found["mark"]
    return line


def _div(line: str, work: _Lines) -> str | None:
    found = _DIV.match(line) if line.lstrip().startswith(_COLONS) else None
    if not found:
        return None
    names = re.findall(r"[.](\S+)", found["names"] or "") or ([found["name"]] if found["name"] else [])
    if not names and not (found["names"] or "").strip():
        work.close(_COLONS)
        return _SEPARATOR
    given = " ".join(re.findall(r"title=\"([^\"]*)\"", found["names"] or ""))
    return work.open(_COLONS, *names, title=given or found["label"] or found["title"] or "")


def _admonition(line: str, work: _Lines) -> str | None:
    found = _ADMONITION.match(line)
    if not found:
        return None
    indent = len(found["indent"]) + _INDENT
    return work.open("", *found["names"].split(), title=found["title"] or "", indent=indent)


def _option(line: str, work: _Lines) -> str | None:
    """``:class: tip`` below a directive."""
    return "" if work.boxes and _DIRECTIVE_OPTION.match(line) else None


def _summary(line: str, work: _Lines) -> str | None:
    found = _SUMMARY.match(line)
    if not found:
        return None
    title = re.sub(r"<[^<>]*>", "", found["title"])
    if "<details" in line.lower():
        return work.open("details", "callout", title=title)
    if kind := boxes.kind_of_title(title):
        work.close("details")
        work.open("details", kind)
    return work.title(title)


def _tags(line: str, work: _Lines) -> str | None:
    """A line of nothing but tags that hold other blocks."""
    if "<" not in line or not _TAGS.match(line):
        return None
    title = _SEPARATOR
    for tag in _TAG.finditer(line):
        name = tag["name"].lower()
        if tag["close"]:
            work.close(name)
        elif not tag["told"].endswith("/"):
            names = (tag["name"], *" ".join(_NAMED.findall(tag["told"])).split())
            given = _TITLED.search(tag["told"])
            kind = ("callout",) if name in {"details", "aside"} else ()
            title = work.open(name, *names, *kind, title=given[1] if given else "")
    return title


def _silent(line: str, work: _Lines) -> str | None:
    return "" if _TEMPLATE.match(line) or _MODULE.match(line) else None


def _alert(line: str, work: _Lines) -> str | None:
    found = _ALERT.match(line)
    return f"{found['quote']}{found['title']}" if found else None


def _text(line: str, work: _Lines) -> str:
    if line.startswith("#") and (found := _ANCHOR.match(line)):
        line = found[1]
    if "{" in line or ":" in line:
        line = _POINTER.sub("the figure", _DROPPED.sub("", line))
        line = _ATTRIBUTES.sub("", line)
    return _COMPONENT_TAG.sub("", line) if "<" in line else line


_RULES: tuple[Callable[[str, _Lines], str | None], ...] = (
    _directive, _prose_fence, _end_of_directive, _fence, _div, _admonition, _option, _summary, _tags, _silent,
    _alert, _text,
)  # fmt: skip
