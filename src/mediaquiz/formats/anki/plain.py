"""The HTML of an Anki field as text of an item: what a reader sees, with our signs for what stands out.

The way back from ``markup``: ``plain(rich(text))`` shows the same words. Bold, italics and code become ``**``, ``*``
and back-ticks, pictures and sounds become ``![…](name)``, blocks become lines; scripts and styles are nothing.
"""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from html.parser import HTMLParser
from urllib.parse import unquote

from mediaquiz.formats.htmltext import ended
from mediaquiz.text import clean, one_line

LONGEST = 200_000
"""Characters of the longest field that is read: markup beyond that is no flashcard."""

_SIGNS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "tt": "`", "kbd": "`"}
_BLOCKS = frozenset(
    "address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5"
    " h6 header hr li main nav ol p pre section summary table tbody thead tr ul".split()
)
_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "iframe", "object", "svg", "math"})
_ENTRY = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_ENTRY_END = re.compile(r"</(?:li|ul|ol)\b", re.IGNORECASE)
_PARAGRAPHS = frozenset({"p", "pre"})
_SOUND = re.compile(r"\[sound:([^\[\]\n]*)\]")
_ANKI_TTS = re.compile(r"\[/?anki:tts[^\[\]]*\]")
# Noncharacters, which ``clean`` removes from every text, stand for the edges of lines and paragraphs.
_LINE, _PARAGRAPH = "\ufdd0", "\ufdd1"
_EDGES = re.compile(f"[ ]*[{_LINE}{_PARAGRAPH}][ {_LINE}{_PARAGRAPH}]*")
_EMPTY_SIGNS = re.compile(r"\*\*\*\*|``")


Media = Callable[[str], str]
"""What stands in a text for the file that a picture or sound in a field names."""


def plain(html: str, media: Media = str) -> str:
    """The text of a field; longer fields are cut at ``LONGEST`` characters."""
    reader = _Reader(media)
    reader.feed(ended(_ANKI_TTS.sub("", _SOUND.sub(_sound_as_image, html[:LONGEST]))))
    reader.close()
    return reader.text()


def list_entries(html: str, media: Media = str) -> list[str]:
    """The texts of a list's entries, in order."""
    return [plain(_ENTRY_END.split(entry, 1)[0], media) for entry in _ENTRY.split(html[:LONGEST])[1:]]


def _sound_as_image(found: re.Match[str]) -> str:
    return f'<img src="{escape(unescape(found[1]))}">'


class _Reader(HTMLParser):
    """Collects text; ``convert_charrefs`` makes the characters of entities."""

    def __init__(self, media: Media) -> None:
        super().__init__(convert_charrefs=True)
        self._media = media
        self._parts: list[str] = []
        self._hidden = 0
        self._pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._hidden += 1
        elif tag == "br":
            self._parts.append("\n")
        elif tag == "img":
            self._parts.append(self._picture(dict(attrs)))
        elif tag in ("td", "th"):
            self._parts.append(_LINE if self._parts[-1:] in ([], [_LINE]) else " | ")
        elif tag in _BLOCKS:
            self._open_block(tag)
        else:
            self._parts.append(self._sign(tag))

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _BLOCKS:
            self._pre -= tag == "pre" and self._pre > 0
            self._parts.append(_PARAGRAPH if tag in _PARAGRAPHS else _LINE)
        else:
            self._parts.append(self._sign(tag))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNSEEN:
            self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        # Line breaks in the source of a field are spaces, but in a drawing or code.
        text = data if self._pre else re.sub(r"[ \t\r\n\f]+", " ", data)
        after_break = not self._pre and self._parts[-1:] == ["\n"]
        self._parts.append(text.lstrip(" ") if after_break else text)

    def _open_block(self, tag: str) -> None:
        self._pre += tag == "pre"
        edge = _PARAGRAPH if tag in _PARAGRAPHS else _LINE
        self._parts.append(f"{edge}- " if tag == "li" else edge)

    def _picture(self, told: Mapping[str, str | None]) -> str:
        source = self._media(unquote(told.get("src") or ""))
        return f"![{one_line(told.get('alt') or '')}]({source})" if source else ""

    def _sign(self, tag: str) -> str:
        return "" if self._pre or self._hidden else _SIGNS.get(tag, "")

    def text(self) -> str:
        """What was collected: lines without spaces at their ends, never two empty lines together."""
        raw = _EDGES.sub(_edge, _EMPTY_SIGNS.sub("", "".join(self._parts))).replace("\xa0", " ")
        lines = "\n".join(line.rstrip() for line in clean(raw).split("\n"))
        return re.sub(r"\n{3,}", "\n\n", lines).strip("\n").rstrip()


def _edge(found: re.Match[str]) -> str:
    return "\n\n" if _PARAGRAPH in found[0] else "\n"
