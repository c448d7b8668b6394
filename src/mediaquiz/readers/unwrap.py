"""Plain text as people type it: lines broken at a width, words divided at line ends, headings underlined or numbered.

A line break was made by width when the next line's first word would not have fitted. That is only believed of a text
in which nearly all breaks inside paragraphs are of this kind.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from mediaquiz.model.frozen import replace
from mediaquiz.readers import figures
from mediaquiz.readers.raw import Raw

_UNDERLINE = re.compile(r"^\s*(?:={3,}|-{3,}|~{3,}|\*{3,}|\^{3,})\s*$")
_NUMBERED = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?P<name>[^\W\d_][^.!?:;]*)$")
_STARTS_ANEW = re.compile(r"^\s*(?:[•‣◦▪●·∙*+–—-]\s|\d{1,3}[.)]\s|#{1,6}\s|[>|]|```|~~~)")
_DIVIDED = re.compile(r"(?P<head>[^\W\d_]+)[-\u00ad]$")
_NARROWEST, _WIDEST, _LONGEST_HEADING = 36, 110, 80
_SURE = 0.85


@dataclass(frozen=True, slots=True)
class Text:
    """Lines with their breaks undone, and for each the first and last line of the file (1-based) that it was."""

    lines: list[str]
    spans: list[tuple[int, int]]

    def placed(self, raw: Raw) -> Raw:
        """A block of these lines where it stands in the file."""
        start, end = self.spans[raw.start - 1][0], self.spans[raw.end - 1][1]
        entries = tuple(replace(e, line=self.spans[e.line - 1][0]) if e.line else e for e in raw.entries)
        return replace(raw, start=start, end=end, entries=entries)


def unwrap(lines: list[str]) -> Text:
    """The text line by line as its author meant it; headings get the marks that Markdown has for them."""
    headed = _with_headings(lines)
    width = _width(headed)
    words = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", "\n".join(headed))) if width else frozenset()
    made: list[str] = []
    spans: list[tuple[int, int]] = []
    for at, line in enumerate(headed):
        if at and width and _goes_on(headed[at - 1], line, width):
            made[-1] = _joined(made[-1], line.strip(), words)
            spans[-1] = (spans[-1][0], at + 1)
        else:
            made.append(line)
            spans.append((at + 1, at + 1))
    return Text(made, spans)


def _with_headings(lines: list[str]) -> list[str]:
    """Headings that are underlined, or numbered and alone, with the marks of Markdown."""
    made = list(lines)
    for at, line in enumerate(lines):
        bare = line.strip()
        above = lines[at - 1].strip() if at else ""
        below = lines[at + 1].strip() if at + 1 < len(lines) else ""
        if not bare or above or len(bare) > _LONGEST_HEADING:
            continue
        if _UNDERLINE.match(below) and abs(len(below) - len(bare)) <= max(3, len(bare) // 4) and not _is_ruled(bare):
            made[at : at + 2] = [f"{'#' if below[0] in '=*' else '##'} {bare}", ""]
        elif not below and (found := _NUMBERED.match(bare)) and found["name"][0].isupper():
            made[at] = f"{'#' * (found['number'].count('.') + 2)} {found['name']}"
    return made


def _is_ruled(line: str) -> bool:
    return "|" in line or "  " in line or _UNDERLINE.match(line) is not None


def _width(lines: list[str]) -> int:
    """The width at which a text was broken; 0 for a text whose lines were not broken by width."""
    pairs = [(a, b) for a, b in pairwise(lines) if _is_text(a) and _is_text(b)]
    pairs = [(a, b) for a, b in pairs if not _STARTS_ANEW.match(b)]
    width = max((len(a.rstrip()) for a, _ in pairs), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(1 for a, b in pairs if _fills(a, b, width))
    return width if full >= 2 and full >= _SURE * len(pairs) else 0


def _is_text(line: str) -> bool:
    return bool(line.strip()) and not figures.is_drawn(line) and not _UNDERLINE.match(line)


def _fills(line: str, below: str, width: int) -> bool:
    """Whether the first word below would not have fitted; text that was aligned by hand is a little narrower."""
    return len(line.rstrip()) + 1 + len(below.split(maxsplit=1)[0]) > width - 2


def _goes_on(before: str, line: str, width: int) -> bool:
    if not (_is_text(before) and _is_text(line)) or _STARTS_ANEW.match(line) or before.startswith("#"):
        return False
    return _fills(before, line, width)


def _joined(before: str, line: str, words: frozenset[str]) -> str:
    """Two lines as one; a word that was divided is whole again, unless the text writes it with a hyphen elsewhere."""
    found = _DIVIDED.search(before)
    tail = re.match(r"[^\W\d_]+", line)
    if not found or not tail or not tail[0].islower():
        return f"{before.rstrip()} {line}"
    hyphened = f"{found['head']}-{tail[0]}"
    keep = hyphened in words and f"{found['head']}{tail[0]}" not in words
    return before[:-1] + ("-" if keep else "") + line
