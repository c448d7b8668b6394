"""The same lesson as Markdown, as a web page and as text: do they give the same questions?

    python -m bench.variants FOLDER

FOLDER holds lessons in Markdown, at any depth. Beside ``NAME.md`` may stand the page as a browser saved it
(``NAME.html``) and its text (``NAME.txt``); what is missing is made here, with a site's furniture around the page and
with the lines of the text broken at a width. Prints, for each folder of lessons, the mean share of answers that two
variants have in common (Jaccard), lessons without any answer left out.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from statistics import mean
from textwrap import fill

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from mediaquiz.app.extract import from_text
from mediaquiz.model.lesson import Source
from mediaquiz.model.views import answer_text
from mediaquiz.readers import frontmatter, markdown, mdlines
from mediaquiz.text import squash

_PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><title>{title} | Example School</title></head><body>
<header><a href="/">Example School</a></header>
<nav><ul><li><a href="/">Home</a></li><li><a href="/courses">Courses</a></li></ul></nav>
<main>{heading}
{body}
</main>
<footer><p>© Example School. All rights reserved.</p></footer>
</body></html>"""
_BLOCKS = frozenset(
    "p div section li tr pre h1 h2 h3 h4 h5 h6 dt dd blockquote table ul ol dl main header footer".split()
)
_WIDTH = 76


def page_of(text: str) -> str:
    """The web page that a site would make of a Markdown lesson."""
    values, skip, _ = frontmatter.split(Source("lesson", text))
    lines = markdown.without_comments(text).split("\n")
    lines[:skip] = [""] * skip
    places = mdlines.prepare(lines)
    parser = MarkdownIt("commonmark").enable("table").use(deflist_plugin).use(footnote_plugin)
    title = frontmatter.text_of(values, "title") or next((x.lstrip("# ") for x in lines if x.startswith("# ")), "")
    heading = f"<h1>{title}</h1>" if frontmatter.text_of(values, "title") else ""
    body = parser.render("\n".join(_boxed(lines, places)))
    return _PAGE.format(language="en", title=title, heading=heading, body=body)


def _boxed(lines: list[str], places: list[mdlines.Place]) -> Iterator[str]:
    """The lines with each box as an element that is named after its kind."""
    inside: tuple[int, ...] = ()
    for line, place in zip(lines, places, strict=True):
        shared = sum(1 for a, b in zip(inside, place.box, strict=False) if a == b)
        yield from ["", "</div>", ""] * (len(inside) - shared)
        yield from ["", f'<div class="{place.hint or "callout"}">', ""] * (len(place.box) - shared)
        inside = place.box
        yield line
    yield from ["", "</div>"] * len(inside)


class _Text(HTMLParser):
    """What a page shows, line by line."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]
        self.hidden = 0
        self.fixed = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in {"head", "script", "style"}
        self.fixed += tag == "pre"
        if tag in _BLOCKS:
            self.lines += ["", "  • "] if tag == "li" else [""] if tag in {"tr"} else ["", ""]
        elif tag in {"td", "th"} and self.lines[-1].strip():
            self.lines[-1] += " | "

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in {"head", "script", "style"}
        self.fixed -= tag == "pre"
        if tag in _BLOCKS - {"li", "tr"}:
            self.lines += ["", ""]

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        if self.fixed:
            first, *rest = data.split("\n")
            self.lines[-1] += first
            self.lines += rest
        else:
            words = re.sub(r"\s+", " ", data)
            self.lines[-1] += words if self.lines[-1].strip(" •") else words.lstrip()


def text_of(page: str, width: int = 0) -> str:
    """What a page shows, its lines broken at a width unless that is 0."""
    parser = _Text()
    parser.feed(page)
    lines = [line.rstrip() for line in parser.lines]
    if width:
        lines = [
            fill(line, width, subsequent_indent="    ", break_long_words=False)
            if line.startswith("  •")
            else fill(line, width, break_long_words=False)
            if len(line) > width
            else line
            for line in lines
        ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def answers(text: str, name: str) -> frozenset[str]:
    """The answers of a lesson's questions (an exercise has none), without marks, letter case and signs."""
    shown = filter(None, (answer_text(one.item.content) for one in from_text(text, name).candidates))
    return frozenset(re.sub(r"\W+", " ", squash(text).replace("’", "'")).strip() for text in shown)


def variants(lesson: Path) -> dict[str, str]:
    """The lesson in all its forms, by the name of a file that would hold it."""
    text = lesson.read_text(encoding="utf-8")
    saved = {suffix: lesson.with_suffix(suffix) for suffix in (".html", ".txt")}
    page = saved[".html"].read_text(encoding="utf-8") if saved[".html"].exists() else page_of(text)
    plain = saved[".txt"].read_text(encoding="utf-8") if saved[".txt"].exists() else text_of(page)
    return {"md": text, "html": page, "txt": plain, "wrapped.txt": text_of(page, _WIDTH)}


def share(base: frozenset[str], other: frozenset[str]) -> float | None:
    """What two sets of answers have in common, from 0 to 1; None when both are empty."""
    return len(base & other) / len(base | other) if base | other else None


def main(folder: Path) -> int:
    """Measure all lessons below a folder."""
    shares: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for lesson in sorted(folder.rglob("*.md")):
        found = {name: answers(text, f"lesson.{name}") for name, text in variants(lesson).items()}
        base = found.pop("md")
        for name, other in found.items():
            if (part := share(base, other)) is not None:
                shares[lesson.relative_to(folder).parts[0]][name].append(part)
                shares["all"][name].append(part)
    for source, by_name in sorted(shares.items(), key=lambda row: row[0] == "all"):
        told = (f"{name} {mean(parts):.2f} ({len(parts)})" for name, parts in by_name.items())
        print(f"{source:24}" + "  ".join(told))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
