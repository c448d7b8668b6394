"""Marks inside a text as a terminal shows them: code, emphasis and formulas, the same on every screen.

``layout`` wraps what is seen, then gives each sign its style again: wrapping changes nothing but spaces.
"""

import re
from collections.abc import Iterator, Sequence

from mediaquiz.cli.layout import width, wrap

Run = tuple[str, str]
"""A text and its style."""
_MARKED = re.compile(
    r"`(?P<code>[^`\n]+)`"
    r"|(?<![\w*])\*\*(?P<strong>[^\s*](?:[^*\n]*[^\s*])?)\*\*(?![A-Za-z0-9_*])"
    r"|(?<![\w*])\*(?P<em>[^\s*](?:[^*\n]*[^\s*])?)\*(?![A-Za-z0-9_*])"
    r"|\\\((?P<round>[^\n]+?)\\\)|\\\[(?P<square>[^\n]+?)\\\]"
    r"|(?<![\w$\\])(?P<signs>\$\$?)(?=[^\s$])(?P<dollar>[^$\n]*[^\s$\\])(?P=signs)(?![\w$])"
)
_FORMULA = re.compile(r"[\\^_=+*/<>()-]|^\w{1,3}$")
"""What a formula between dollars has; prices have none of it."""


def runs(text: str, *, styled: bool, signs: bool = True) -> list[Run]:
    """The text in runs of one style. Without styles, code keeps its back-ticks and emphasis stands as plain words.

    ``signs`` when the output can show those of a formula; else it stays as it was written.
    """
    found: list[Run] = []
    end = 0
    for mark in _MARKED.finditer(text):
        found.append((text[end : mark.start()], ""))
        found += _marked(mark, styled, signs)
        end = mark.end()
    return [run for run in [*found, (text[end:], "")] if run[0]]


def _marked(mark: re.Match[str], styled: bool, signs: bool) -> list[Run]:
    if code := mark["code"]:
        return [(code, "code") if styled else (mark[0], "")]
    if inner := mark["strong"] or mark["em"]:
        style = ("strong" if mark["strong"] else "em") if styled else ""
        return [(part, own or style) for part, own in runs(inner, styled=styled, signs=signs)]
    formula = mark["round"] or mark["square"] or mark["dollar"]
    if not signs or (mark["dollar"] and not _FORMULA.search(formula)):
        return [(mark[0], "")]
    from mediaquiz.cli.formulas import readable

    return [(readable(formula), "")]


def layout(found: Sequence[Run], columns: int, first: str = "", rest: str | None = None) -> Iterator[list[Run]]:
    """The runs in lines of at most so many columns, as ``wrap`` breaks them; each line is its prefix, then runs."""
    styles = iter([style for text, style in found for sign in text if not sign.isspace()])
    hanging = " " * width(first) if rest is None else rest
    for number, line in enumerate(wrap("".join(text for text, _ in found), columns, first, hanging)):
        skip = len(hanging if number else first)
        yield [(line[:skip], ""), *_painted(line[skip:], styles)]


def _painted(line: str, styles: Iterator[str]) -> Iterator[Run]:
    """The line in runs; spaces between two runs have no style."""
    style, text, spaces = "", "", ""
    for sign in line:
        if sign.isspace():
            spaces += sign
            continue
        own = next(styles)
        if own == style:
            text += spaces + sign
        else:
            yield from ((text, style), (spaces, ""))
            style, text = own, sign
        spaces = ""
    yield text, style
