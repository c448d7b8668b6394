"""Reader for text without markup: a page saved as text with the site around it, or a text that somebody typed.

Structure must be seen from form alone: short lines are headings, ``•`` begins a bullet, box characters draw tables,
"Layer 1: …" begins a stack. Many such pages have no blank lines, so nothing here depends on them.
"""

import re

from mediaquiz.model.lesson import Entry, Lesson, Source
from mediaquiz.model.problem import Problem
from mediaquiz.readers import chrome, figures, labels, roles, sections, unwrap
from mediaquiz.readers.entries import labelled
from mediaquiz.readers.raw import Form, Raw, unmark
from mediaquiz.text import one_line

_BULLET = re.compile(r"^(?P<indent>\s*)(?:[•‣◦▪●·∙*–-]|(?P<number>\d{1,2})[.)])\s+(?P<text>\S.*)$")
_ENDS_SENTENCE = re.compile(r"[.!…。,;:][\"'”’)\]]*$")
_MARKDOWN_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_SERIES = re.compile(r"^(?:\W*)([A-Za-z가-힣]+)\s*#?\d{1,2}\s*[:.)—–-]\s*\S")
_CODE_LABEL = re.compile(
    r"^\s*(?:BASH|SHELL|SH|CONSOLE|TERMINAL|OUTPUT|ERROR|CODE|PYTHON|SQL|JAVASCRIPT|TYPESCRIPT|JAVA|JSON|YAML|XML|HTML|CSS"
    r"|RUST|GO|RUBY|PHP|PERL|JULIA|MATLAB|MAKEFILE|DIFF|R|C|C\+\+|C#)\s*$"
)
_PROMPT = re.compile(r"^(?:\s{2,}(?![•‣◦▪●·∙*–-])\S|[$%>]\s|>>>\s|\.\.\.\s)")
_LONGEST_STACK = 80
_WRAPPED = 50
"""A line shorter than this ends its paragraph: nobody wraps text so early."""


def read(source: Source) -> tuple[Lesson, tuple[Problem, ...]]:
    """The lesson on a page of plain text."""
    lines, meta = chrome.strip(source.text.split("\n"), source.repeated)
    text = unwrap.unwrap(lines)
    return roles.lesson(source, [text.placed(raw) for raw in _raws(text.lines)], meta), ()


def _raws(lines: list[str]) -> list[Raw]:
    raws: list[Raw] = []
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        raw, used = _next(lines, at)
        raws.append(raw)
        at += used
    return raws


def _next(lines: list[str], at: int) -> tuple[Raw, int]:
    """The raw block that starts at a line that is not blank, and the number of its lines."""
    line = lines[at]
    if _CODE_LABEL.match(line) and (code := _code(lines, at)):
        return code
    if found := _MARKDOWN_HEADING.match(line):
        return Raw(Form.HEADING, unmark(found[2])[0], at + 1, at + 1, level=len(found[1])), 1
    if figures.stack_noun(line):
        stack, used = figures.read_stack(lines[at : at + _LONGEST_STACK], at + 1)
        if stack:
            return stack, used
    if figures.is_drawn(line) or ("|" in line and not (at and "|" in lines[at - 1])):
        table, used = figures.read_table(_run(lines, at), at + 1)
        if table:
            return table, used
    if figures.is_drawn(line):
        stack, used = figures.read_shelves(_run(lines, at), at + 1)
        if stack:
            return stack, used
        run = _drawn_run(lines, at)
        return Raw(Form.FIGURE, "\n".join(run), at + 1, at + len(run)), len(run)
    if _BULLET.match(line):
        return _bullets(lines, at)
    if _is_heading(lines, at):
        return Raw(Form.HEADING, unmark(line.strip())[0], at + 1, at + 1, level=2), 1
    return _paragraph(lines, at)


def _code(lines: list[str], at: int) -> tuple[Raw, int] | None:
    """The code below its label: the next run of lines, and those after it that are indented or typed at a prompt."""
    start = next((n for n in range(at + 1, min(at + 3, len(lines))) if lines[n].strip()), None)
    if start is None:
        return None
    end = start + len(_run(lines, start))
    while end + 1 < len(lines) and _PROMPT.match(lines[end + 1]):
        end += 1 + len(_run(lines, end + 1))
    return Raw(Form.CODE, "\n".join(lines[start:end]), start + 1, end), end - at


def _run(lines: list[str], at: int) -> list[str]:
    end = at
    while end < len(lines) and lines[end].strip():
        end += 1
    return lines[at:end]


def _drawn_run(lines: list[str], at: int) -> list[str]:
    """A drawing: drawn lines, and short or indented lines between and after them."""
    run = _run(lines, at)
    end = 1
    while end < len(run) and (figures.is_drawn(run[end]) or run[end].startswith("  ")):
        end += 1
    return run[:end]


def _bullets(lines: list[str], at: int) -> tuple[Raw, int]:
    entries: list[Entry] = []
    emphasis: list[str] = []
    end = at
    ordered = True
    while end < len(lines):
        found = _BULLET.match(lines[end])
        if found:
            text, marked = unmark(one_line(found["text"]))
            entries.append(_at_line(labelled(text), end + 1))
            emphasis += marked
            ordered = ordered and found["number"] is not None
        elif lines[end].strip() and lines[end][0] in " \t" and not figures.is_drawn(lines[end]):
            text, marked = unmark(f"{entries[-1].text} {one_line(lines[end])}")
            entries[-1] = _at_line(labelled(text), entries[-1].line)
            emphasis += marked
        elif lines[end].strip() or not _bullet_follows(lines, end):
            break
        end += 1
    text = "\n".join(entry.text for entry in entries)
    raw = Raw(
        Form.LIST, text, at + 1, end, entries=tuple(entries), emphasis=tuple(dict.fromkeys(emphasis)), ordered=ordered
    )
    return raw, end - at


def _bullet_follows(lines: list[str], at: int) -> bool:
    """Whether the list goes on after this one blank line."""
    return at + 1 < len(lines) and _BULLET.match(lines[at + 1]) is not None


def _at_line(entry: Entry, line: int) -> Entry:
    return Entry(entry.text, entry.label, entry.cells, line)


def _is_heading(lines: list[str], at: int) -> bool:
    """A heading on a plain page: short, no full stop, and something longer or structured below it."""
    line = lines[at].strip()
    if sections.kind_of(line) and len(line) <= 60 and line[-1:] not in ".,;":
        return True
    if len(line) > 90 or len(line.split()) > 12 or _ENDS_SENTENCE.search(line):
        return False
    if not _starts_like_title(line):
        return False
    if labels.is_gist(line) or "→" in line:
        return False
    below = next((other for other in lines[at + 1 :] if other.strip()), "")
    if not below:
        return False
    alone = (at == 0 or not lines[at - 1].strip()) and not lines[at + 1].strip()
    return alone or _SERIES.match(line) is not None or len(below) > len(line) or figures.is_drawn(below)


def _starts_like_title(line: str) -> bool:
    first = next((c for c in line if c.isalnum()), "")
    return bool(first) and (first.isupper() or first.isdigit() or not first.isascii())


def _paragraph(lines: list[str], at: int) -> tuple[Raw, int]:
    """One line, or several that were wrapped by width."""
    end = at + 1
    while end < len(lines) and _continues(lines, end):
        end += 1
    text, marked = unmark(one_line(" ".join(lines[at:end])))
    return Raw(Form.PARAGRAPH, text, at + 1, end, emphasis=marked), end - at


def _continues(lines: list[str], at: int) -> bool:
    line, before = lines[at], lines[at - 1]
    if not line.strip() or _BULLET.match(line) or figures.is_drawn(line) or figures.stack_noun(line):
        return False
    if _MARKDOWN_HEADING.match(line) or labels.is_gist(line) or sections.kind_of(line.strip()):
        return False
    open_end = len(before) >= _WRAPPED and not re.search(r"[.!?。…:][\"'”’)\]]*$", before.rstrip())
    return open_end or (len(before) >= _WRAPPED and len(before) < 110 and line[:1].islower())
