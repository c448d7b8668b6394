"""From the elements of a web page to raw blocks: the same forms that the Markdown reader gives."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

from mediaquiz.model.frozen import replace
from mediaquiz.readers import boxes, figures, marks
from mediaquiz.readers.entries import Member, entries_of
from mediaquiz.readers.htmlinline import BREAK, INLINE, Told, inline, piece
from mediaquiz.readers.htmltable import is_layout, table
from mediaquiz.readers.htmltree import Element, name_of, names, text_in
from mediaquiz.readers.raw import Form, Raw, definitions
from mediaquiz.text import one_line

_BOXED = frozenset({"div", "section", "aside", "article", "details", "fieldset", "blockquote"})
_TITLE_NAMES = re.compile(r"(?:^|[-_a-z])(?:title|header|heading|label)(?:_\w+)?$", re.IGNORECASE)
_LANGUAGE = re.compile(r"(?:language|lang|highlight|brush)-(?P<name>[\w+#-]+)|sourceCode")
_BREAKS = re.compile(rf"{BREAK}\s*{BREAK}")
_NUMBERS = re.compile(r"[\d\s]+")
_DEEPEST = 100
_LONGEST_TITLE = 90
_LONGEST_LABEL = 40


@dataclass(slots=True)
class Walk:
    """One way through a page, or through one box of it. ``line`` is the line that was read last, 1-based."""

    links: list[str] = field(default_factory=list)
    line: int = 1
    shift: int = 0
    """Lines of the file above the text that was parsed."""
    hint: str = ""
    box: tuple[int, ...] = ()
    depth: int = 0
    numbers: Iterator[int] = field(default_factory=lambda: count(1))


def raws(element: Element, walk: Walk) -> Iterator[Raw]:
    """The raw blocks in an element, in the order of the page."""
    reader = _READERS.get(name_of(element), _flow)
    walk.depth += 1
    if walk.depth > _DEEPEST:
        yield from _paragraphs(text_in(element), [], element, walk)
    elif _box_kind(element):
        yield from _boxed(element, walk)
    else:
        yield from reader(element, walk)
    walk.depth -= 1


def _placed(raw: Raw, element: Element | None, walk: Walk) -> Raw:
    """A block with its lines and the box it stands in. Lines never go back, whatever the parser says."""
    lines = [one.sourceline or 0 for one in element.iter()] if element is not None else []
    start = max(walk.line, (lines[0] if lines else 0) + walk.shift)
    walk.line = max(start, max(lines, default=0) + walk.shift)
    return replace(raw, start=start, end=walk.line, hint=raw.hint or walk.hint, marked=True, box=walk.box)


def _box_kind(element: Element) -> str:
    tag = name_of(element)
    if tag not in _BOXED:
        return ""
    return boxes.kind_of(*names(element)) or ("callout" if tag in {"details", "aside"} else "")


def _boxed(element: Element, walk: Walk) -> Iterator[Raw]:
    """A box: what it is called holds for all its blocks, and its headings for nothing outside."""
    kind = _box_kind(element)
    hint = walk.hint if kind == "callout" else kind
    inside = Walk(walk.links, walk.line, walk.shift, hint, (*walk.box, next(walk.numbers)), walk.depth, walk.numbers)
    yield from _READERS.get(name_of(element), _flow)(element, inside)
    walk.line = inside.line


def _flow(element: Element, walk: Walk) -> Iterator[Raw]:
    """Blocks among text: each run of inline text between two blocks is a paragraph (or several)."""
    parts, emphasis = [element.text or ""], Told(links=walk.links)
    code = _labelled_code(element)
    for child in element:
        if child is code:
            continue
        if _is_inline(child) and not _is_title(child, walk):
            parts.append(piece(child, emphasis))
        else:
            yield from _paragraphs("".join(parts), emphasis.emphasis, None, walk)
            parts, emphasis = [], Told(links=walk.links)
            yield from _title(child, walk) if _is_title(child, walk) else raws(child, walk)
        parts.append(child.tail or "")
    own = element if name_of(element) == "p" else None
    yield from _paragraphs("".join(parts), emphasis.emphasis, own, walk)


def _is_inline(element: Element) -> bool:
    return name_of(element) in INLINE and all(name_of(one) in INLINE for one in element.iterdescendants())


def _labelled_code(element: Element) -> Element | None:
    """The label above a code block ("BASH", "Copy"), where code is all else that the element holds."""
    children = list(element)
    if len(children) != 2 or name_of(children[1]) != "pre" or name_of(children[0]) == "pre":
        return None
    return children[0] if len(text_in(children[0])) <= _LONGEST_LABEL else None


def _is_title(element: Element, walk: Walk) -> bool:
    """Whether an element that is no heading holds the title of the box around it."""
    if not walk.box or name_of(element) not in {"div", "span", "p", "summary", "legend"}:
        return False
    named = name_of(element) in {"summary", "legend"} or any(_TITLE_NAMES.search(name) for name in names(element))
    return named and len(text_in(element)) <= _LONGEST_TITLE and not _has_heading(element)


def _has_heading(element: Element) -> bool:
    return any(name_of(one) in _LEVELS for one in element.iter())


def _title(element: Element, walk: Walk) -> Iterator[Raw]:
    yield from _titled(inline(element, Told()), 6, element, walk)


def _titled(text: str, level: int, element: Element, walk: Walk) -> Iterator[Raw]:
    """A heading; in a box, one that only names the box's kind tells that kind and is no heading."""
    if walk.box and (kind := boxes.kind_of_title(text)):
        walk.hint = kind
    elif text and not (walk.box and boxes.names_kind(text, walk.hint)):
        yield _placed(Raw(Form.HEADING, text, level=level, hint="#"), element, walk)


def _paragraphs(text: str, emphasis: list[str], element: Element | None, walk: Walk) -> Iterator[Raw]:
    for part in _BREAKS.split(text):
        if words := one_line(part):
            own = tuple(term for term in emphasis if term in words)
            formula = words.startswith("$$") and marks.is_formula(words)
            raw = Raw(Form.CODE, words.strip("$")) if formula else Raw(Form.PARAGRAPH, words, emphasis=own)
            yield _placed(raw, element, walk)


_LEVELS = {f"h{level}": level for level in range(1, 7)}


def _heading(element: Element, walk: Walk) -> Iterator[Raw]:
    yield from _titled(inline(element, Told(links=walk.links)), _LEVELS[name_of(element)], element, walk)


def _list(element: Element, walk: Walk) -> Iterator[Raw]:
    told, members = Told(links=walk.links), []
    if _has_heading(element):
        for item in element:
            yield from _flow(item, walk)
        return
    for item in element:
        own = Told(links=walk.links)
        members.append(Member(inline(item, own), (item.sourceline or 1) + walk.shift, own.emphasis))
        told.emphasis += own.emphasis
    if entries := entries_of(members):
        text = "\n".join(entry.text for entry in entries)
        ordered = name_of(element) == "ol"
        raw = Raw(Form.LIST, text, entries=entries, emphasis=tuple(told.emphasis), ordered=ordered)
        yield _placed(raw, element, walk)


def _definitions(element: Element, walk: Walk) -> Iterator[Raw]:
    told, pairs = Told(links=walk.links), list[tuple[str, str, int]]()
    terms: list[tuple[str, int]] = []
    for child in element.iter("dt", "dd"):
        text = inline(child, told)
        if name_of(child) == "dt":
            terms = [*terms, (text, (child.sourceline or 1) + walk.shift)] if text else terms
        else:
            pairs += [(term, text, line) for term, line in terms]
            terms = []
    if pairs:
        yield _placed(definitions(pairs, told.emphasis), element, walk)


_CELLS = ("td", "th", "caption")


def _table(element: Element, walk: Walk) -> Iterator[Raw]:
    if is_layout(element):
        for cell in element.iter(*_CELLS):
            if not any(name_of(above) in _CELLS for above in _between(cell, element)):
                yield from _flow(cell, walk)
        return
    yield _placed(table(element, walk.links, walk.shift), element, walk)


def _between(element: Element, top: Element) -> Iterator[Element]:
    for above in element.iterancestors():
        if above is top:
            return
        yield above


def _code(element: Element, walk: Walk) -> Iterator[Raw]:
    text = "".join(map(str, element.itertext())).strip("\n").rstrip()
    if text.strip() and not _NUMBERS.fullmatch(text):
        raw = figures.read_code(text.split("\n"), (element.sourceline or 1) + walk.shift, _is_programming(element))
        yield replace(_placed(raw, element, walk), entries=raw.entries)


def _is_programming(element: Element) -> bool:
    """Whether code says in which language it is: it is then no drawing."""
    around = (element, *element.iter("code"), element.getparent())
    found = [match for one in around if one is not None and (match := _LANGUAGE.search(one.get("class", "")))]
    return any((match["name"] or "code") not in {"text", "txt", "none", "plaintext", "default"} for match in found)


def _quote(element: Element, walk: Walk) -> Iterator[Raw]:
    for raw in _flow(element, walk):
        yield replace(raw, form=Form.QUOTE) if raw.form is Form.PARAGRAPH else raw


def _caption(element: Element, walk: Walk) -> Iterator[Raw]:
    for raw in _flow(element, walk):
        yield replace(raw, hint="caption")


_READERS: dict[str, Callable[[Element, Walk], Iterator[Raw]]] = {
    **dict.fromkeys(_LEVELS, _heading),
    "ul": _list,
    "ol": _list,
    "dl": _definitions,
    "table": _table,
    "pre": _code,
    "blockquote": _quote,
    "figcaption": _caption,
}
