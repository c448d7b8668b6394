"""Reader for Markdown: CommonMark with tables, definition lists, front matter and ``:::`` blocks."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.deflist import deflist_plugin

from mediaquiz.model.lesson import Entry, Lesson, Source
from mediaquiz.model.problem import Problem
from mediaquiz.readers import figures, frontmatter, roles
from mediaquiz.readers.raw import Form, Meta, Raw, labelled
from mediaquiz.text import one_line

_DIV = re.compile(r"^\s*:{3,}\s*(?:\{?\.?(?P<name>[A-Za-z][\w-]*)?[^:]*)?:*\s*$")
_ATTRIBUTES = re.compile(r"\{(?:[:#.][\w-]|[\w-]+=)[^{}\n]*\}")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FIGURE_INFO = {"", "text", "txt", "ascii", "diagram", "output", "plain"}


def read(source: Source) -> tuple[Lesson, tuple[Problem, ...]]:
    """The lesson in a Markdown file."""
    values, skip = frontmatter.split(source.text)
    lines = source.text.split("\n")
    lines[:skip] = [""] * skip
    hints = _take_divs(lines)
    body = _COMMENT.sub(_same_lines, "\n".join(lines))
    body = _ATTRIBUTES.sub("", body)
    meta = _meta(values)
    tree = SyntaxTreeNode(_parser().parse(body))
    raws = [raw for node in tree.children for raw in _raws(node, lines, hints, meta)]
    return roles.lesson(source, raws, meta), ()


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(deflist_plugin)


def _same_lines(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


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


def _take_divs(lines: list[str]) -> dict[int, str]:
    """Empties the ``:::`` fences and says for each line (0-based) which named block it stands in, innermost."""
    inside: dict[int, str] = {}
    stack: list[str] = []
    fenced = False
    for at, line in enumerate(lines):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced and line.lstrip().startswith(":::") and (found := _DIV.match(line)):
            if found["name"]:
                stack.append(found["name"].casefold())
            elif stack:
                stack.pop()
            lines[at] = ""
            continue
        if stack:
            inside[at] = stack[-1]
    return inside


def _raws(node: SyntaxTreeNode, lines: Sequence[str], hints: dict[int, str], meta: Meta) -> Iterator[Raw]:
    start, end = node.map or (0, 0)
    hint = hints.get(start, "")
    emphasis: list[str] = []
    match node.type:
        case "heading":
            yield Raw(Form.HEADING, _plain(node, emphasis, meta), start + 1, end, level=int(node.tag[1]), hint="#")
        case "paragraph":
            text = _plain(node, emphasis, meta)
            if text:
                yield Raw(Form.PARAGRAPH, text, start + 1, end, emphasis=tuple(emphasis), hint=hint)
        case "bullet_list" | "ordered_list":
            entries = _entries(node, emphasis, meta)
            ordered = node.type == "ordered_list"
            text = "\n".join(entry.text for entry in entries)
            yield Raw(
                Form.LIST, text, start + 1, end, entries=entries, emphasis=tuple(emphasis), ordered=ordered, hint=hint
            )
        case "dl":
            entries = tuple(_definitions(node, emphasis, meta))
            text = "\n".join(f"{entry.label}: {entry.text}" for entry in entries)
            yield Raw(Form.DEFINITIONS, text, start + 1, end, entries=entries, emphasis=tuple(emphasis), hint=hint)
        case "table":
            yield _table(node, emphasis, meta, hint)
        case "fence" | "code_block":
            yield from _code(node, start, end, hint)
        case "blockquote":
            for child in node.children:
                for raw in _raws(child, lines, hints, meta):
                    form = Form.QUOTE if raw.form is Form.PARAGRAPH else raw.form
                    yield Raw(form, raw.text, raw.start, raw.end, entries=raw.entries, emphasis=raw.emphasis, hint=hint)


def _plain(node: SyntaxTreeNode, emphasis: list[str], meta: Meta) -> str:
    """The inline text below a node: no marks but back-ticks around code; bold and italic terms are noted."""
    parts = [_inline(child, emphasis, meta) for child in node.children]
    return one_line("".join(parts))


def _inline(node: SyntaxTreeNode, emphasis: list[str], meta: Meta) -> str:
    match node.type:
        case "text" | "html_inline":
            return "" if node.type == "html_inline" else node.content
        case "code_inline":
            return f"`{node.content}`"
        case "softbreak" | "hardbreak":
            return " "
        case "image":
            return ""
        case "strong" | "em":
            text = "".join(_inline(child, emphasis, meta) for child in node.children)
            emphasis.append(text.strip(" .:"))
            return text
        case "link":
            target = str(node.attrs.get("href", ""))
            meta.links.append(target)
            text = "".join(_inline(child, emphasis, meta) for child in node.children)
            return text if text.strip() or not target.startswith("#") else "the figure"
        case _:
            return "".join(_inline(child, emphasis, meta) for child in node.children)


def _entries(node: SyntaxTreeNode, emphasis: list[str], meta: Meta) -> tuple[Entry, ...]:
    """The entries of a list. What opens an entry in bold is its label where a mark follows, or where all do so."""
    texts: list[tuple[str, list[str], int]] = []
    for item in node.children:
        own: list[str] = []
        texts.append((_text_below(item, own, meta), own, (item.map or (0, 0))[0] + 1))
        emphasis += own
    all_bold = len(texts) > 1 and all(own and text.startswith(own[0]) for text, own, _ in texts)
    return tuple(_entry(text, own, line, all_bold) for text, own, line in texts)


def _entry(text: str, bold: Sequence[str], line: int, all_bold: bool) -> Entry:
    label = bold[0] if all_bold and len(bold[0].split()) <= 8 else _bold_lead(text, bold)
    entry = Entry(text, label) if label else labelled(text)
    return Entry(entry.text, entry.label, line=line)


def _bold_lead(text: str, bold: Sequence[str]) -> str:
    """The bold term that opens an entry when a mark follows it: ``**Term**: …``, ``**Term.** …``, ``**Term** — …``."""
    if not bold or not text.startswith(bold[0]) or len(bold[0].split()) > 8:
        return ""
    rest = text[len(bold[0]) :]
    return bold[0] if re.match(r"\s*[:.–—-]\s+\S", rest) else ""


def _text_below(node: SyntaxTreeNode, emphasis: list[str], meta: Meta) -> str:
    parts = []
    for child in node.children:
        if child.type == "paragraph" or child.type == "inline":
            parts.append(_plain(child, emphasis, meta))
        elif child.type in {"bullet_list", "ordered_list", "list_item", "blockquote"}:
            parts.append(_text_below(child, emphasis, meta))
    return one_line(" ".join(parts))


def _definitions(node: SyntaxTreeNode, emphasis: list[str], meta: Meta) -> Iterator[Entry]:
    term = ""
    line = 0
    for child in node.children:
        if child.type == "dt":
            term = _plain(child, emphasis, meta)
            line = (child.map or (0, 0))[0] + 1
        elif child.type == "dd" and term:
            yield Entry(_text_below(child, emphasis, meta), label=term, line=line)
            term = ""


def _table(node: SyntaxTreeNode, emphasis: list[str], meta: Meta, hint: str) -> Raw:
    rows = [row for part in node.children for row in part.children]
    grid = [[_plain(cell, emphasis, meta) for cell in row.children] for row in rows]
    start, end = node.map or (0, 0)
    numbers = [(row.map or (start, end))[0] + 1 for row in rows]
    entries = tuple(
        Entry(" ".join(filter(None, cells)), label=cells[0], cells=tuple(cells[1:]), line=number)
        for cells, number in zip(grid[1:], numbers[1:], strict=True)
        if cells
    )
    text = "\n".join(" | ".join(cells) for cells in grid)
    return Raw(Form.TABLE, text, start + 1, end, entries=entries, columns=tuple(grid[0]), hint=hint)


def _code(node: SyntaxTreeNode, start: int, end: int, hint: str) -> Iterator[Raw]:
    """Code stays code; a fence without a language that draws something is a stack, a table or a figure."""
    lines = node.content.rstrip("\n").split("\n")
    first = start + (2 if node.type == "fence" else 1)
    if node.info.strip().casefold() not in _FIGURE_INFO:
        yield Raw(Form.CODE, node.content.rstrip("\n"), start + 1, end, hint=hint)
        return
    begin = next((at for at, line in enumerate(lines) if figures.stack_noun(line)), None)
    stack = figures.read_stack(lines[begin:], first + begin)[0] if begin is not None else None
    table = figures.read_table([line for line in lines if line.strip()], first)[0]
    drawn = any(figures.is_drawn(line) for line in lines)
    form = Form.FIGURE if drawn else Form.CODE
    yield stack or table or Raw(form, "\n".join(lines), start + 1, end, hint=hint)
