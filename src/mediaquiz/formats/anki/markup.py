"""Texts as the HTML of Anki's fields, with pictures and formulas.

A picture is an ``img`` whose source is still its path in the course; the package gives it a name of its own. A formula
stands between ``\\(`` and ``\\)``, or ``\\[`` and ``\\]``, as Anki's MathJax wants it; all other text is kept from it.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from mediaquiz.formats.richtext import HOLE, blocks, inert, inline
from mediaquiz.model.pictures import PICTURE, is_inside
from mediaquiz.model.views import DELETION
from mediaquiz.text import clean, one_line

__all__ = ["attribute", "cloze", "inert", "items", "rich", "table"]

_HELD = re.compile(
    rf"(?P<code>`[^`\n]+`)|{PICTURE.pattern}|\\\((?P<inline>[^\n]+?)\\\)|\\\[(?P<display>.+?)\\\]", re.DOTALL
)
# Commands with which a formula could load, link or style something, or define what does.
_UNSAFE = re.compile(
    r"\\(href|url|html|class|style|css|data|require|input|include|def|let|gdef|edef|new|renew|provide|catcode)",
    re.IGNORECASE,
)
# Another noncharacter, which stands for what is not text.
_PART = "\ufdd1"


@lru_cache(maxsize=1024)
def rich(text: str) -> str:
    """Text of one or more lines as HTML. Titles and quotes come again with every item of a lesson."""
    held, parts = _hold(clean(text))
    return _put_back(blocks(held), parts) if parts else blocks(held)


def cloze(text: str, hint: str = "") -> str:
    """Cloze text with its one ``{{deletion}}`` as Anki writes it, ``{{c1::deletion::hint}}``."""
    cleaned = clean(text)
    held, parts = _hold(cleaned)
    if not DELETION.search(held):  # the deletion stands inside of a formula, which then is text
        held, parts = cleaned, []
    deleted = [inline(answer) for answer in DELETION.findall(held)] + [inert(one_line(clean(hint)))]
    # No colon of a part may join with the ``::`` between them.
    deletion = "::".join(part.replace(":", "&#58;") for part in deleted if part)
    return _put_back(blocks(DELETION.sub(HOLE, held)).replace(HOLE, f"{{{{c1::{deletion}}}}}"), parts)


def attribute(text: str) -> str:
    """The text as the value of an attribute between double quotes."""
    return inert(text).replace('"', "&quot;")


def _hold(text: str) -> tuple[str, list[str]]:
    """The text with a sign for each picture and formula, and their HTML in order."""
    parts: list[str] = []
    if "![" not in text and "\\" not in text:
        return text, parts

    def hold(found: re.Match[str]) -> str:
        html = _html(found)
        if not html:
            return found[0]
        parts.append(html)
        return _PART

    return _HELD.sub(hold, text), parts


def _html(found: re.Match[str]) -> str:
    """A picture or formula as HTML; empty for what stays text."""
    if found["path"]:
        path, alt = attribute(found["path"]), attribute(found["alt"])
        return f'<img src="{path}" alt="{alt}">' if is_inside(found["path"]) else ""
    formula = found["inline"] or found["display"] or ""
    if not formula or _UNSAFE.search(formula):
        return ""
    # Anki looks for these marks in the field's source before it calls MathJax, so they are no entities.
    start, end = ("\\(", "\\)") if found["inline"] else ("\\[", "\\]")
    return f'<span class="mathjax_process">{start}{inert(f" {one_line(formula)} ")}{end}</span>'


def _put_back(html: str, parts: Iterable[str]) -> str:
    waiting = iter(parts)
    return re.sub(_PART, lambda _: next(waiting), html)


def items(texts: Iterable[str], tag: str = "ul", style: str = "") -> str:
    """Texts as an HTML list."""
    attribute = f' class="{style}"' if style else ""
    return f"<{tag}{attribute}>{''.join(f'<li>{rich(text)}</li>' for text in texts)}</{tag}>"


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Pairs as an HTML table of two columns."""
    cells = (f"<tr><td>{rich(left)}</td><td>{rich(right)}</td></tr>" for left, right in rows)
    return f"<table>{''.join(cells)}</table>"
