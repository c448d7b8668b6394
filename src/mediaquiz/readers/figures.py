"""Figures drawn with characters: numbered stacks with arrows between them, box tables, diagrams.

Readers give runs of lines; what is recognised becomes a STACK or TABLE, what is only drawn becomes a FIGURE.
"""

import re

from mediaquiz.model.frozen import replace
from mediaquiz.model.lesson import Entry
from mediaquiz.readers.raw import Form, Raw
from mediaquiz.text import one_line

_ARROW_ONLY = re.compile(r"^[\s↓▼⬇⇓↧|│┃vV]*[↓▼⬇⇓↧v│|][\s↓▼⬇⇓↧|│┃]*$")
_NUMBERED = re.compile(
    r"^\W*(?P<noun>layer|step|stage|phase|level|tier|part|단계|레이어|계층|층)\s*#?(?P<number>\d{1,2})\s*[:.)—–-]+\s*(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(
    r"^(?P<name>[A-Z][A-Z0-9&/+-]*(?:[ ]+(?:[A-Z&+/][A-Z0-9&/+-]*|[&+/]))*)(?=\s|$)[ :–—-]*(?P<text>.*)$"
)
_NAMED = re.compile(r"^(?P<name>[^:–—→|]{2,50}?)\s*(?::|\s[–—-]|\s*\|)\s+(?P<text>\S.*)$")
_DRAWN = re.compile(r"[─━═│┃║┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╭╮╯╰▶◀►◄▲▼▸◂]|-{2,}>|={2,}>|<-{2,}|\+-{2,}\+")
_RULE = re.compile(r"^[\s|+:│┃║├┤┼╪╬─━═\-+=┬┴┌┐└┘╞╡]*[─━═\-=]{2,}[\s|+:│┃║├┤┼╪╬─━═\-+=┬┴┌┐└┘╞╡]*$")
_BAR = re.compile(r"[│┃║|]")


def is_drawn(line: str) -> bool:
    """Whether a line holds box-drawing or arrow characters, or is an arrow between two lines."""
    return _DRAWN.search(line) is not None or bool(line.strip() and _ARROW_ONLY.match(line) and line.strip() != "v")


def stack_noun(line: str) -> str:
    """``layer`` for a line such as "Layer 2: SELECTION …"; empty for any other line."""
    found = _NUMBERED.match(line)
    return found["noun"].casefold() if found else ""


def read_stack(lines: list[str], first: int) -> tuple[Raw | None, int]:
    """The numbered stack that starts at ``lines[0]``, and how many lines it takes.

    A stack is at least three numbered lines of one noun in counting order, nothing between them but arrows and lines
    that continue an entry's text. An unnumbered line after the last arrow (an end label) is taken but is no entry.
    """
    noun = stack_noun(lines[0])
    entries: list[Entry] = []
    used = 0
    arrows = 0
    for at, line in enumerate(lines):
        found = _NUMBERED.match(line)
        if found and found["noun"].casefold() == noun and int(found["number"]) == len(entries) + 1:
            entries.append(_stage(found["rest"], first + at))
            used = at + 1
        elif line.strip() and _ARROW_ONLY.match(line):
            arrows += 1
            used = at + 1
        elif line.strip() and arrows and used == at and _ARROW_ONLY.match(lines[at - 1]) and not found:
            used = at + 1  # the end label: what comes out, not a stage
            break
        elif line.strip() and line[0] in " \t" and entries and not arrows:
            last = entries[-1]
            entries[-1] = Entry(f"{last.text} {line.strip()}", last.label, line=last.line)
            used = at + 1
        else:
            break
    if len(entries) < 3 or not (arrows or all(entry.label for entry in entries)):
        return None, 0
    entries = _korean_names(entries)
    text = "\n".join(lines[:used])
    return Raw(Form.STACK, text, first, first + used - 1, entries=tuple(entries), ordered=True, hint=noun), used


_SHELF = re.compile(r"^\s*[├╠+][─━═\-┄┈]{3,}[┤╣+]\s*$")
_LID = re.compile(r"^\s*[┌╔╭└╚╰+][─━═\-]{3,}[┐╗╮┘╝╯+]\s*$")
_SHELVED = re.compile(r"^(?P<number>\d{1,2})[.):]?\s+(?P<rest>\S.*)$")
_APART = re.compile(r"\s{2,}|\s*(?::|\s[–—-])\s+")


def read_shelves(lines: list[str], first: int) -> tuple[Raw | None, int]:
    """The box of numbered shelves that starts at ``lines[0]``, as a stack in counting order, and its lines.

    Each shelf is one number, a name and perhaps what it does; the numbers count upwards or downwards by one.
    """
    if not _LID.match(lines[0]):
        return None, 0
    end = 1
    shelves: list[tuple[int, str]] = []
    while (end < len(lines) and _BAR.match(lines[end].strip())) or (end < len(lines) and _SHELF.match(lines[end])):
        if not _SHELF.match(lines[end]):
            shelves.append((first + end, lines[end].strip()[1:].rstrip("│┃║| ").strip()))
        end += 1
    found = [(line, match) for line, text in shelves if (match := _SHELVED.match(text))]
    numbers = [int(match["number"]) for _, match in found]
    counted = numbers in (list(range(1, len(found) + 1)), list(range(len(found), 0, -1)))
    if end == len(lines) or not _LID.match(lines[end]) or len(found) < 3 or len(found) < len(shelves) or not counted:
        return None, 0
    entries = [_shelf(match["rest"], line) for line, match in found]
    upwards = entries if numbers[0] == 1 else entries[::-1]
    text = "\n".join(lines[: end + 1])
    return Raw(Form.STACK, text, first, first + end, entries=tuple(upwards), ordered=True), end + 1


def _shelf(rest: str, line: int) -> Entry:
    """A shelf's name and what it does: a gap or a mark stands between them."""
    name, *more = _APART.split(rest, maxsplit=1)
    return Entry(one_line(" ".join(more)), label=one_line(name), line=line)


def _stage(rest: str, line: int) -> Entry:
    """A stage's name and what it does: capitals first, else a mark between them, else all of it is the name."""
    if (found := _CAPITALS.match(rest)) and len(found["name"]) > 2:
        return Entry(one_line(found["text"]), label=_title(found["name"]), line=line)
    if found := _NAMED.match(rest):
        return Entry(one_line(found["text"]), label=one_line(found["name"]), line=line)
    return Entry("", label=one_line(rest), line=line)


_NOMINAL = re.compile(r"^(?P<name>[가-힣]{1,6}(?:기|음|임|짐|힘|침|함|됨))\s+(?P<text>\S.*)$")


def _korean_names(entries: list[Entry]) -> list[Entry]:
    """Korean stages "거두기 한겨울에 …": the nominal first word is the name, when every stage has one."""
    found = [_NOMINAL.match(entry.label) if not entry.text else None for entry in entries]
    split = [Entry(f["text"], f["name"], line=e.line) for f, e in zip(found, entries, strict=True) if f]
    return split if len(split) == len(entries) else entries


def _title(capitals: str) -> str:
    """``SOUND & MOTION`` as ``Sound & motion``; an acronym stays."""
    words = capitals.strip()
    return words if len(words) < 4 else words.capitalize()


def read_table(lines: list[str], first: int) -> tuple[Raw | None, int]:
    """The box or pipe table that starts at ``lines[0]``, and how many lines it takes.

    A table needs a header, a rule and two rows, all with the same number of bars.
    """
    end = 0
    while end < len(lines) and (_BAR.search(lines[end]) or _RULE.match(lines[end])) and lines[end].strip():
        end += 1
    rows = [(first + at, line) for at, line in enumerate(lines[:end]) if not _RULE.match(line)]
    ruled = len(rows) < end
    if not ruled or len(rows) < 3:
        return None, 0
    framed = _BAR.match(rows[0][1].strip()) is not None
    header = _cells(rows[0][1], framed)
    body = [(line, _cells(text, framed)) for line, text in rows[1:]]
    if len(header) < 2 or any(len(cells) != len(header) for _, cells in body):
        return None, 0
    entries = tuple(Entry(" ".join(filter(None, c)), label=c[0], cells=tuple(c[1:]), line=n) for n, c in body)
    raw = Raw(Form.TABLE, "\n".join(lines[:end]), first, first + end - 1, entries=entries, columns=tuple(header))
    return raw, end


def _cells(line: str, framed: bool) -> list[str]:
    """The cells between the bars; in a framed table the bars at both ends are its frame."""
    inner = line.strip()
    if framed and _BAR.match(inner):
        inner = inner[1:]
    if framed and inner and _BAR.match(inner[-1]):
        inner = inner[:-1]
    return [one_line(cell) for cell in _BAR.split(inner)]


def read_code(lines: list[str], first: int, programming: bool) -> Raw:
    """A block of fixed-width text: code in a language stays code; else what it draws is a stack, a table or a figure.

    ``first`` is the line of the file that holds ``lines[0]``.
    """
    last = first + len(lines) - 1
    code = Raw(Form.CODE, "\n".join(lines), first, last)
    if programming:
        return code
    begin = next((at for at, line in enumerate(lines) if stack_noun(line)), None)
    stack = read_stack(lines[begin:], first + begin)[0] if begin is not None else None
    table = read_table([line for line in lines if line.strip()], first)[0]
    lid = next((at for at, line in enumerate(lines) if line.strip()), 0)
    stack = stack or (read_shelves(lines[lid:], first + lid)[0] if lines else None)
    drawn = any(is_drawn(line) for line in lines)
    return stack or table or (replace(code, form=Form.FIGURE) if drawn else code)
