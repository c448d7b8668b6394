"""Plain text as HTML: inert, with line breaks, drawings, back-tick code and simple emphasis.

Programs read more into a text than HTML, Anki above all: ``[sound:…]``, ``[latex]``, ``\\(…\\)`` and, in a cloze,
``{{``, ``}}``, ``::``. Those characters become entities, which show as themselves. Quotes stay: no text may stand in an
attribute, and Anki searches fields as they are stored.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from mediaquiz.text import clean

_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "[": "&#91;", "\\": "&#92;", "{": "&#123;", "}": "&#125;"}
)
_SPECIAL = re.compile(r"[&<>\[\\{}:]")
"""What ``inert`` replaces; most texts hold none of it."""
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
HOLE = "\ufdd0"
"""A noncharacter: ``clean`` removes it from every text, so it can stand for something while the rest is rendered."""


def inert(text: str) -> str:
    """The text so that neither a browser nor another program finds anything in it but text."""
    if not _SPECIAL.search(text):
        return text
    return text.translate(_ENTITIES).replace("::", "&#58;&#58;")


def rich(text: str) -> str:
    """Text of one or more lines as HTML. The only tags are br, pre (around drawings), code, strong and em."""
    return blocks(clean(text))


def blocks(text: str) -> str:
    """Cleaned text as HTML: prose and drawings in turn.

    A break ends prose; a drawing is a block and needs only a white space, for Anki's search.
    """
    if "\n" not in text:
        return inline(text.rstrip())
    paragraphs = _PARAGRAPHS.split(text.strip("\n").rstrip())
    html = "".join(
        f"<pre>{inline(run)}</pre>\n" if drawn else f"{inline(run)}<br>".replace("\n", "<br>")
        for drawn, group in groupby(paragraphs, key=_looks_drawn)
        for run in ["\n\n".join(group)]
    )
    return html.removesuffix("<br>").removesuffix("\n")


def _looks_drawn(paragraph: str) -> bool:
    return "\n" in paragraph and _DRAWN.search(paragraph) is not None


def inline(text: str) -> str:
    """Cleaned text of one line as HTML: code, strong and em."""
    if "*" not in text and "`" not in text:
        return inert(text)
    return "".join([_element(tag, part) if tag else inert(part) for tag, part in spans(text) if part])


def _element(tag: str, part: str) -> str:
    return f"<{tag}>{inert(part) if tag == 'code' else inline(part)}</{tag}>"


def spans(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a cleaned text, each with what it is: ``code``, ``strong``, ``em``, or empty for plain text.

    What is strong or em may hold further parts; the marks themselves are left out.
    """
    end = 0
    for match in _INLINE.finditer(text):
        tag = match.lastgroup or ""
        yield "", text[end : match.start()]
        yield tag, match[tag]
        end = match.end()
    yield "", text[end:]
