"""Plain text as the HTML that learning platforms show.

Nothing in a text is ever live: tags, attributes and entities that stand in it show as themselves. Only these become
markup: back-tick and fenced code, ``**strong**``, ``*emphasis*``, pictures, drawings of several lines, line breaks.
Formulas in ``\\(…\\)`` stay as they are; the platforms set them. ``htmltext.text`` is the way back.
"""

import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from itertools import groupby

from mediaquiz.model.pictures import PICTURE

Address = Callable[[str], str | None]
"""From a picture's path to the address under which the format shows it; None when it has no such picture."""

KEEPS_SPACES = "white-space: pre-wrap"
"""The style of text whose spaces all count."""

_FENCED = re.compile(r"^```(?P<language>[\w+#.-]*)\n(?P<body>(?:(?!```).*\n)*?)```$", re.MULTILINE)
_DRAWN = re.compile(r"[─-▟]|\S {3,}\S|\t|\n {2,}\S|^ *[|+↓↑▼▲]", re.MULTILINE)
_COLLAPSES = re.compile(r"[ \t]{2}|\t|^[ \t]|[ \t]$", re.MULTILINE)
_INLINE = re.compile(
    rf"(?P<picture>{PICTURE.pattern})"
    r"|`(?P<code>[^`\n]+)`"
    r"|(?<![\w*])\*\*(?P<strong>[^\s*](?:[^*\n]*[^\s*])?)\*\*(?![A-Za-z0-9_*])"
    r"|(?<![\w*])\*(?P<em>[^\s*](?:[^*\n]*[^\s*])?)\*(?![A-Za-z0-9_*])"
)

_SOURCE = re.compile(r'<img src="([^"]*)"')


def no_pictures(path: str) -> None:
    """The ``Address`` of a format without pictures."""


def html(text: str, address: Address = no_pictures) -> str:
    """The text as HTML, pictures at their addresses; one without an address stays text."""
    parts = list(_parts(text))
    pieces = []
    for place, (block, part) in enumerate(parts):
        # A block ends its line by itself; before it, a break does.
        pieces += [_block(part) if block else _inline(part, address).replace("\n", "<br>")]
        pieces += ["<br>" if not block and place < len(parts) - 1 else ""]
    body = "".join(pieces)
    loose = any(_COLLAPSES.search(part) for block, part in parts if not block)
    return f'<div style="{KEEPS_SPACES}">{body}</div>' if loose else body


def addresses(body: str) -> tuple[str, ...]:
    """The addresses of the pictures in HTML that ``html`` made, each once."""
    return tuple(dict.fromkeys(unescape(found) for found in _SOURCE.findall(body)))


def section(body: str, *, lang: str = "", name: str = "") -> str:
    """HTML in a division with a language and a class, where it has either."""
    attributes = "".join(f' {key}="{escape(value)}"' for key, value in (("class", name), ("lang", lang)) if value)
    return f"<div{attributes}>{body}</div>" if attributes else body


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    """Runs of whole lines, whose ``\\n``-join is the text: whether a run is a block (code, a drawing), and the run."""
    place = 0
    for found in _FENCED.finditer(text):
        if found.start():
            yield from _drawings(text[place : found.start() - 1])
        yield True, found[0]
        place = found.end() + 1
    if place <= len(text):
        yield from _drawings(text[place:])


def _drawings(text: str) -> Iterator[tuple[bool, str]]:
    for drawn, group in groupby(_paragraphs(text), key=_looks_drawn):
        yield from ((drawn, run) for run in (group if drawn else ["\n".join(group)]))


def _paragraphs(text: str) -> Iterator[str]:
    """Runs of blank and of other lines in turn."""
    for _, lines in groupby(text.split("\n"), key=lambda line: not line.strip()):
        yield "\n".join(lines)


def _looks_drawn(paragraph: str) -> bool:
    return "\n" in paragraph and paragraph.strip() != "" and _DRAWN.search(paragraph) is not None


def _block(part: str) -> str:
    # The first line break in a <pre> is not part of it.
    fenced = _FENCED.fullmatch(part)
    if not fenced:
        return f"<pre>\n{_inert(part)}</pre>"
    kind = f' class="language-{escape(fenced["language"])}"' if fenced["language"] else ""
    return f"<pre>\n<code{kind}>{_inert(fenced['body'])}</code></pre>"


def _inert(text: str) -> str:
    """The text as nothing but text; two at-signs are how Moodle marks the place of a file."""
    return escape(text, quote=False).replace("@@", "@&#64;")


def _inline(text: str, address: Address) -> str:
    pieces: list[str] = []
    end = 0
    for found in _INLINE.finditer(text):
        pieces += [_inert(text[end : found.start()]), _marked(found, address)]
        end = found.end()
    return "".join([*pieces, _inert(text[end:])])


def _marked(found: re.Match[str], address: Address) -> str:
    if found["picture"]:
        shown = address(found["path"])
        image = f'<img src="{escape(shown or "")}" alt="{escape(found["alt"])}">'
        return image if shown else _inert(found[0])
    tag = found.lastgroup or ""
    inner = _inert(found[tag]) if tag == "code" else _inline(found[tag], address)
    return f"<{tag}>{inner}</{tag}>"
