"""Reader for Markdown: CommonMark with tables, definition lists, footnotes, formulas, front matter, boxes, HTML."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, emphasis
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from mediaquiz.model.frozen import replace
from mediaquiz.model.lesson import Entry, Lesson, Source
from mediaquiz.model.problem import Problem
from mediaquiz.readers import boxes, figures, frontmatter, marks, mdlines, mdrules, mdxquiz, roles
from mediaquiz.readers.entries import Member, entries_of, name_of
from mediaquiz.readers.mdtree import Node, nodes
from mediaquiz.readers.raw import Form, Meta, Raw, cleaned, definitions
from mediaquiz.text import one_line

_DRAWING_INFO = {"", "text", "txt", "ascii", "diagram", "output", "plain"}
_RAISED = re.compile(r"<(sup|sub)\b[^<>]*>$", re.IGNORECASE)
_KEY = re.compile(r"^(?:key|kbd|mouse):(?=[^\s:])")
"""What some dialects write in front of a key's name: ``key:Ctrl+C``."""
_GRID = re.compile(r"^\s*\+[-=]{2,}")


def read(source: Source) -> tuple[Lesson, tuple[Problem, ...]]:
    """The lesson in a Markdown file."""
    values, skip, problems = frontmatter.split(source)
    meta = _meta(values)
    lines = source.text.split("\n")
    lines[:skip] = [""] * skip
    return roles.lesson(source, raws(lines, meta), meta), problems


def raws(lines: list[str], meta: Meta) -> list[Raw]:
    """The raw blocks of Markdown lines, which are rewritten on the way; links go to ``meta``."""
    lines[:] = without_comments("\n".join(lines)).split("\n")
    quizzes = mdxquiz.take(lines)
    page = _Page(lines, mdlines.prepare(lines), meta)
    text = "\n".join(lines)
    tokens = _parser(mdrules.idle(text)).parse(text)
    found = [*quizzes, *(raw for node in nodes(tokens) for raw in page.blocks(node))]
    return sorted(map(cleaned, found), key=lambda raw: raw.start)  # footnotes come last from the parser


def without_comments(text: str) -> str:
    """The text without HTML comments; their line breaks stay."""
    if "<!--" not in text or "-->" not in text:
        return text
    parts = text.split("<!--")
    kept = [parts[0]]
    for part in parts[1:]:
        comment, end, rest = part.partition("-->")
        kept.append("\n" * comment.count("\n") + rest if end else f"<!--{part}")
    return "".join(kept)


@lru_cache(maxsize=32)
def _parser(idle: tuple[str, ...]) -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(deflist_plugin).use(footnote_plugin).use(dollarmath_plugin, allow_space=False, double_inline=True)
    parser.inline.ruler.at("emphasis", _emphasis)
    return parser.disable(idle)


def _emphasis(state: StateInline, silent: bool) -> bool:
    """CommonMark's rule, and a mark closes before a Korean particle too: ``*전이 학습(transfer learning)*은``."""
    before, told = state.src[state.pos - 1 : state.pos], len(state.delimiters)
    if not emphasis.tokenize(state, silent):
        return False
    if state.pos < state.posMax and "가" <= state.src[state.pos] <= "힣" and _CLOSES.match(before):
        for mark in state.delimiters[told:]:
            mark.close = True
    return True


_CLOSES = re.compile(r"[\w)\]}」』”’\"'%]")


def _meta(values: dict[str, frontmatter.Value]) -> Meta:
    meta = Meta(
        title=frontmatter.text_of(values, "title"),
        track=frontmatter.text_of(values, "track"),
        number=frontmatter.number_of(values, "number"),
        of=frontmatter.number_of(values, "of"),
        minutes=frontmatter.number_of(values, "minutes"),
        tags=frontmatter.list_of(values, "tags"),
        language=frontmatter.text_of(values, "language", "lang"),
    )
    meta.gists = [text for name in ("gist", "gist_ko") if (text := frontmatter.text_of(values, name))]
    return meta


@dataclass(slots=True)
class _Page:
    """A Markdown text on the way to raw blocks."""

    lines: Sequence[str]
    places: Sequence[mdlines.Place]
    meta: Meta

    def blocks(self, node: Node) -> Iterator[Raw]:
        """The raw blocks of one node, each with its lines and the box it stands in."""
        start, end = node.lines
        place = self.places[start] if start < len(self.places) else mdlines.Place()
        for raw in self._read(node):
            inside = raw.start > 0
            first, last = (raw.start, raw.end) if inside else (start + 1, max(start + 1, end))
            yield replace(raw, start=first, end=last, hint=raw.hint or place.hint, marked=True, box=place.box)

    def _read(self, node: Node) -> Iterator[Raw]:
        start, end = node.lines
        emphasis: list[str] = []
        match node.type:
            case "heading":
                yield from self._heading(node)
            case "paragraph" if _GRID.match(self.lines[start]):
                yield figures.read_code(list(self.lines[start:end]), start + 1, programming=False)
            case "paragraph":
                if text := self.plain(node, emphasis):
                    yield Raw(Form.PARAGRAPH, text, emphasis=tuple(emphasis))
            case "bullet_list" | "ordered_list":
                yield from self._list(node)
            case "dl":
                pairs = list(self._definitions(node, emphasis))
                yield definitions(pairs, emphasis)
            case "table":
                yield self._table(node)
            case "fence" | "code_block":
                lines = node.content.rstrip("\n").split("\n")
                programming = node.token.info.strip().casefold() not in _DRAWING_INFO
                raw = figures.read_code(lines, start + (2 if node.type == "fence" else 1), programming)
                yield raw if raw.entries else replace(raw, start=start + 1, end=end)
            case "math_block" | "math_block_label":
                yield Raw(Form.CODE, node.content.strip("\n"))
            case "html_block" if "<!--" not in node.content:
                yield from self._html(node.content, start)
            case "blockquote":
                for raw in (raw for child in node.children for raw in self.blocks(child)):
                    yield replace(raw, form=Form.QUOTE) if raw.form is Form.PARAGRAPH else raw
            case "footnote_block" | "footnote":
                for raw in (raw for child in node.children for raw in self.blocks(child)):
                    yield replace(raw, hint="footnote")

    def _heading(self, node: Node) -> Iterator[Raw]:
        text = self.plain(node, [])
        place = self.places[node.lines[0]]
        if not place.box or not (boxes.kind_of_title(text) or boxes.names_kind(text, place.hint)):
            yield Raw(Form.HEADING, text, level=int(node.token.tag[1]), hint="#")

    def _html(self, html: str, start: int) -> Iterator[Raw]:
        from mediaquiz.readers.htmlfragment import fragment  # lxml, for lessons that need it

        yield from fragment(html, start, self.meta)

    def _list(self, node: Node) -> Iterator[Raw]:
        members = []
        for item in node.children:
            own: list[str] = []
            members.append(Member(self._below(item, own), item.lines[0] + 1, own))
        if entries := entries_of(members):
            emphasis = tuple(term for member in members for term in member.bold)
            text = "\n".join(entry.text for entry in entries)
            ordered = node.type == "ordered_list"
            yield Raw(Form.LIST, text, entries=entries, emphasis=emphasis, ordered=ordered)

    def _below(self, node: Node, emphasis: list[str]) -> str:
        parts = []
        for child in node.children:
            if child.type in {"paragraph", "inline", "heading"}:
                parts.append(self.plain(child, emphasis))
            elif child.type in {"bullet_list", "ordered_list", "list_item", "blockquote"}:
                parts.append(self._below(child, emphasis))
        return one_line(" ".join(parts))

    def _definitions(self, node: Node, emphasis: list[str]) -> Iterator[tuple[str, str, int]]:
        term, line = "", 0
        for child in node.children:
            if child.type == "dt":
                term, line = name_of(self.plain(child, emphasis)), child.lines[0] + 1
            elif child.type == "dd" and term:
                yield term, self._below(child, emphasis), line
                term = ""

    def _table(self, node: Node) -> Raw:
        emphasis: list[str] = []
        rows = [row for part in node.children for row in part.children]
        grid = [[self.plain(cell, emphasis) for cell in row.children] for row in rows]
        first = node.lines[0]
        entries = tuple(
            Entry(" ".join(filter(None, cells)), cells[0], tuple(cells[1:]), (row.lines[0] or first) + 1)
            for cells, row in zip(grid[1:], rows[1:], strict=True)
            if cells
        )
        text = "\n".join(" | ".join(cells) for cells in grid)
        return Raw(Form.TABLE, text, entries=entries, columns=tuple(grid[0]))

    def plain(self, node: Node, emphasis: list[str]) -> str:
        """The inline text below a node: no marks but back-ticks around code and dollars around formulas.

        Bold and italic terms are noted.
        """
        found: list[str] = []
        text = "".join(self._inline(child, found) for child in node.children)
        bare, phrases = marks.unbracketed(text)
        emphasis += [term for term in found if term not in phrases]
        return one_line(bare)

    def _inline(self, node: Node, emphasis: list[str]) -> str:
        match node.type:
            case "text":
                return node.content
            case "code_inline":
                return f"`{_KEY.sub('', node.content)}`"
            case "math_inline" | "math_inline_double":
                return marks.formula(node.content, display=node.type.endswith("double"))
            case "softbreak" | "hardbreak":
                return " "
            case "html_inline" | "image" | "footnote_ref" | "footnote_anchor":
                return " " if node.content.startswith("<br") else ""
            case "strong" | "em":
                text = self._inside(node, emphasis)
                emphasis.append(marks.bare(text).strip(" .:"))
                return marks.bold(text) if node.type == "strong" else text
            case "link":
                target = str(node.token.attrs.get("href", ""))
                self.meta.links.append(target)
                text = self._inside(node, emphasis)
                return text if text.strip() or not target.startswith("#") else "the figure"
            case _:
                return self._inside(node, emphasis)

    def _inside(self, node: Node, emphasis: list[str]) -> str:
        """The text of all below a node; what stands between ``<sup>`` and ``</sup>`` is raised."""
        parts: list[str] = []
        raised: list[str] = []
        tag = ""
        for child in node.children:
            found = _RAISED.match(child.content) if child.type == "html_inline" else None
            if found:
                tag = found[1].lower()
            elif tag and child.type == "html_inline":
                parts.append(marks.raised("".join(raised), tag))
                tag, raised = "", []
            else:
                text = self._inline(child, emphasis)
                if child.type in {"strong", "em"} and parts and marks.joins_words(parts[-1], text):
                    text = f" {text}"
                (raised if tag else parts).append(text)
        return "".join([*parts, *raised])
