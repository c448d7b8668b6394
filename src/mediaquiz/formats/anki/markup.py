"""Plain text as the HTML of an Anki field: inert, with line breaks, drawings, back-tick code and simple emphasis.

Anki reads more into a field than HTML: ``[sound:…]``, ``[latex]``, ``\\(…\\)`` and, in a cloze, ``{{``, ``}}``, ``::``.
Those characters become entities, which show as themselves. Quotes stay: no text stands in an attribute, and Anki
searches fields as they are stored.
"""

import re
from collections.abc import Iterable
from itertools import groupby

from mediaquiz.model.views import DELETION
from mediaquiz.text import clean, one_line

_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "[": "&#91;", "\\": "&#92;", "{": "&#123;", "}": "&#125;"}
)
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
# Several lines are a drawing, a table or code when they hold box characters, columns or indentation.
_DRAWN = re.compile(r"[─-▟]|\S {3,}\S|\t|\n {2,}\S|^ *[|+↓↑▼▲]", re.MULTILINE)
# An asterisk opens only before and closes only after a visible character, so ``2 * 3`` and ``*.py *.md`` stay as they
# are. A Korean particle may follow the closing mark directly, a Latin letter or digit may not.
_INLINE = re.compile(
    r"`(?P<code>[^`\n]+)`"
    r"|(?<![\w*])\*\*(?P<strong>[^\s*](?:[^*\n]*[^\s*])?)\*\*(?![A-Za-z0-9_*])"
    r"|(?<![\w*])\*(?P<em>[^\s*](?:[^*\n]*[^\s*])?)\*(?![A-Za-z0-9_*])"
)
# A noncharacter: ``clean`` removes it from every text, so it can stand for the deletion while the rest is rendered.
_HOLE = "\ufdd0"


def inert(text: str) -> str:
    """The text so that neither a browser nor Anki finds anything in it but text."""
    return text.translate(_ENTITIES).replace("::", "&#58;&#58;")


def rich(text: str) -> str:
    """Text of one or more lines as HTML. The only tags are br, pre (around drawings), code, strong and em."""
    return _blocks(clean(text))


def cloze(text: str, hint: str = "") -> str:
    """Cloze text with its one ``{{deletion}}`` as Anki writes it, ``{{c1::deletion::hint}}``."""
    cleaned = clean(text)
    parts = [_inline(answer) for answer in DELETION.findall(cleaned)] + [inert(one_line(clean(hint)))]
    # No colon of a part may join with the ``::`` between them.
    deletion = "::".join(part.replace(":", "&#58;") for part in parts if part)
    return _blocks(DELETION.sub(_HOLE, cleaned)).replace(_HOLE, f"{{{{c1::{deletion}}}}}")


def items(texts: Iterable[str], tag: str = "ul", style: str = "") -> str:
    """Texts as an HTML list."""
    attribute = f' class="{style}"' if style else ""
    return f"<{tag}{attribute}>{''.join(f'<li>{rich(text)}</li>' for text in texts)}</{tag}>"


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Pairs as an HTML table of two columns."""
    cells = (f"<tr><td>{rich(left)}</td><td>{rich(right)}</td></tr>" for left, right in rows)
    return f"<table>{''.join(cells)}</table>"


def _blocks(text: str) -> str:
    """Prose and drawings in turn. A break ends prose; a drawing is a block and needs only a space for Anki's search."""
    paragraphs = _PARAGRAPHS.split(text.strip("\n").rstrip())
    html = "".join(
        f"<pre>{_inline(run)}</pre>\n" if drawn else f"{_inline(run)}<br>".replace("\n", "<br>")
        for drawn, group in groupby(paragraphs, key=_looks_drawn)
        for run in ["\n\n".join(group)]
    )
    return html.removesuffix("<br>").removesuffix("\n")


def _looks_drawn(paragraph: str) -> bool:
    return "\n" in paragraph and _DRAWN.search(paragraph) is not None


def _inline(text: str) -> str:
    pieces: list[str] = []
    end = 0
    for match in _INLINE.finditer(text):
        tag = match.lastgroup or ""
        inner = inert(match[tag]) if tag == "code" else _inline(match[tag])
        pieces += [inert(text[end : match.start()]), f"<{tag}>{inner}</{tag}>"]
        end = match.end()
    return "".join([*pieces, inert(text[end:])])
