"""The HTML of learning platforms as plain text: ``text(markup.html(x)).whole == x`` for every clean, trimmed ``x``.

Of anybody's HTML the words, line breaks, lists, code, emphasis and pictures stay; what plain text cannot say (a video,
a table's borders, colours) is left out, and what carried content is named.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from mediaquiz.text import clean

Picture = Callable[[str], str | None]
"""From the address of a picture to its path in the course; None when the file does not hold it."""

_BLOCKS = frozenset(
    "p div section article blockquote ul ol dl table thead tbody tr h1 h2 h3 h4 h5 h6 figure figcaption hr".split()
)
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_SILENT = frozenset({"script", "style", "head", "title", "template"})
_LOST = frozenset({"audio", "video", "iframe", "object", "embed", "canvas", "form", "input", "select", "math", "svg"})
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SPACES = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Found:
    """What a piece of HTML says.

    ``whole`` is its text but for the sections with a class that was asked for; those are in ``named``. ``lang`` is the
    language of its outermost division, ``lost`` what was left out.
    """

    whole: str = ""
    named: dict[str, str] = field(default_factory=dict)
    lang: str = ""
    lost: tuple[str, ...] = ()

    def trimmed(self) -> "Found":
        """Without white space around the texts."""
        return replace(self, whole=self.whole.strip(), named={name: text.strip() for name, text in self.named.items()})


def text(html: str, picture: Picture = lambda address: None, classes: tuple[str, ...] = ()) -> Found:
    """The text of HTML; sections with one of the ``classes`` apart. Never raises."""
    reader = _Reader(picture, classes)
    reader.feed(ended(html))
    reader.close()
    named = {name: clean(stream.said) for name, stream in reader.streams.items() if name}
    return Found(clean(reader.streams[""].said), named, reader.lang, tuple(dict.fromkeys(reader.lost)))


def ended(html: str) -> str:
    """The HTML with what begins and never ends as text: ``HTMLParser`` would look for each end through all of the rest.

    Versions of Python differ in what they make of it, too. So are marked sections, at some of which it stops.
    """
    html = html.replace("<![", "&lt;![")
    head, mark, rest = html.rpartition("-->")
    html = head + mark + rest.replace("<!--", "&lt;!--")
    head, mark, rest = html.rpartition(">")
    return head + mark + rest.replace("<", "&lt;")


@dataclass(slots=True)
class _Stream:
    """Text as it grows. Before what comes next: ``hard`` new lines, and so many more that ``soft`` stand in a row."""

    parts: list[str] = field(default_factory=list)
    breaks: int = 0
    """New lines at the end of what is there."""
    hard: int = 0
    soft: int = 0

    @property
    def said(self) -> str:
        return "".join(self.parts)

    @property
    def fresh(self) -> bool:
        """Whether a line begins here."""
        return not self.parts or bool(self.breaks or self.hard or self.soft)

    def put(self, piece: str) -> None:
        if not piece:
            return
        if self.parts:
            missing = max(self.hard, self.soft - self.breaks)
            self.parts.append("\n" * missing)
        self.hard = self.soft = 0
        self.parts.append(piece)
        bare = piece.rstrip("\n")
        self.breaks = len(piece) - len(bare) + (0 if bare else self.breaks)

    def end_line(self, lines: int) -> None:
        self.soft = max(self.soft, lines)

    def trim(self) -> None:
        """Without the spaces at the end of a line that wraps."""
        if self.parts and not (self.hard or self.soft):
            self.parts[-1] = self.parts[-1].rstrip(" ")


@dataclass(frozen=True, slots=True)
class _Open:
    """An open element, and what it and those around it mean for the text inside."""

    tag: str
    stream: str = ""
    keeps: bool = False
    silent: bool = False


class _Reader(HTMLParser):
    def __init__(self, picture: Picture, classes: tuple[str, ...]) -> None:
        super().__init__(convert_charrefs=True)
        self.picture = picture
        self.classes = classes
        self.streams: dict[str, _Stream] = {"": _Stream()}
        self.open = [_Open("")]
        self.opened = Counter[str]()
        self.lang = ""
        self.lost: list[str] = []
        self.bullets: list[int] = []
        self.at_pre = False

    @property
    def now(self) -> _Stream:
        return self.streams.setdefault(self.open[-1].stream, _Stream())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        outer = self.open[-1]
        if tag not in _VOID:
            stream = next((name for name in given.get("class", "").split() if name in self.classes), outer.stream)
            keeps = outer.keeps or tag in ("pre", "code") or "pre-wrap" in given.get("style", "")
            self.opened[tag] += 1
            self.open.append(_Open(tag, stream, keeps, outer.silent or tag in _SILENT or tag in _LOST))
        if tag in _LOST and not outer.silent:
            self.lost.append(tag)
        elif not self.open[-1].silent:
            self.lang = self.lang or (given.get("lang", "") if tag == "div" else "")
            self.begin(tag, given)

    def begin(self, tag: str, given: dict[str, str]) -> None:
        if tag == "br":
            if not self.open[-1].keeps:
                self.now.trim()
            self.now.put("\n")
        elif tag == "img":
            self.image(given)
        elif tag == "pre":
            self.now.end_line(1)
            self.at_pre = True
        elif tag == "code":
            self.now.put(f"```{_language(given)}\n" if self.in_pre() else "`")
        elif tag in _BLOCKS:
            self.now.end_line(2 if tag == "p" else 1)
            self.mark_list(tag)
        else:
            self.now.put(_MARKS.get(tag, _SIGNS.get(tag, "")))

    def handle_endtag(self, tag: str) -> None:
        if not self.opened[tag]:
            return
        depth = next(place for place in range(len(self.open) - 1, 0, -1) if self.open[place].tag == tag)
        ending, stream = self.open[depth], self.now
        inside_pre = tag == "code" and self.in_pre()
        self.opened.subtract(element.tag for element in self.open[depth:])
        del self.open[depth:]
        if ending.silent:
            return
        if tag == "pre":
            stream.hard = 1
        elif tag == "code":
            stream.put(("" if stream.breaks else "\n") + "```" if inside_pre else "`")
        elif tag in _BLOCKS:
            stream.end_line(2 if tag == "p" else 1)
            if tag in ("ul", "ol") and self.bullets:
                self.bullets.pop()
        else:
            stream.put(_MARKS.get(tag, ""))

    def handle_data(self, data: str) -> None:
        if self.at_pre:
            data = data.removeprefix("\n")
            self.at_pre = False
        if self.open[-1].silent or not data:
            return
        if not self.open[-1].keeps:
            data = _SPACES.sub(" ", data)
            if self.now.fresh:
                data = data.removeprefix(" ")
        self.now.put(data)

    def in_pre(self) -> bool:
        return any(element.tag == "pre" for element in self.open[-3:])

    def image(self, given: dict[str, str]) -> None:
        path = self.picture(given.get("src", ""))
        alt = re.sub(r"[\[\]\n]", " ", given.get("alt", "")).strip()
        if path:
            self.now.put(f"![{alt}]({path})")
        else:
            self.lost.append("img")

    def mark_list(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.bullets.append(0 if tag == "ul" else 1)
        elif tag == "li" and self.bullets:
            number = self.bullets[-1]
            self.now.put(f"{number}. " if number else "- ")
            self.bullets[-1] += bool(number)
        elif tag == "hr":
            self.now.put("---")
            self.now.end_line(1)


_SIGNS = {"sup": "^", "sub": "_"}


def _language(given: dict[str, str]) -> str:
    names = (name.removeprefix("language-") for name in given.get("class", "").split() if name.startswith("language-"))
    return re.sub(r"[^\w+#.-]", "", next(names, ""))
