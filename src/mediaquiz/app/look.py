"""How a page looks: a user's template and a school's colours and logo, read and checked."""

import base64
import re
from collections.abc import Iterator
from pathlib import Path

from mediaquiz.decks.yamltext import parse
from mediaquiz.errors import NotFound
from mediaquiz.model.pictures import TYPES, suffix_of
from mediaquiz.model.problem import Problem, Span, error, warning
from mediaquiz.store.files import read_text

LIGHT, DARK = (246, 245, 242), (34, 48, 60)
"""The hardest grounds for an accent by day and by night, ``--ground`` and ``--tint`` of the page's style sheet."""
READABLE = 4.5
"""The least contrast between text and its ground (WCAG 2.2, 1.4.3)."""
LARGEST_LOGO = 1024 * 1024
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_FONT = re.compile(r"[\w][\w ,.-]{0,120}")
_KEYS = ("accent", "font", "logo", "school")

Rgb = tuple[int, int, int]


def look(template: Path | None, theme: Path | None) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The options ``template``, ``template.path`` and ``theme.…`` that page formats take, and what cannot be used.

    Raises NotFound for a file that is not there.
    """
    options: dict[str, str] = {}
    problems: tuple[Problem, ...] = ()
    if template:
        text, problems = _read(template, "MQ506")
        options |= {"template": text, "template.path": str(template)}
    if theme:
        told, found = _theme(theme)
        options |= told
        problems += found
    return options, problems


def _read(path: Path, code: str) -> tuple[str, tuple[Problem, ...]]:
    if not path.is_file():
        raise NotFound(f"{path} is not there", hint="Check the name.")
    return read_text(path, code=code)


def _theme(path: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
    text, problems = _read(path, "MQ507")
    tree, found = parse(text, str(path))
    if not isinstance(tree, dict):
        nothing = error("MQ507", "the theme says nothing", Span(str(path)), f"Known are: {', '.join(_KEYS)}.")
        return {}, (*problems, *found, *(() if problems or found else (nothing,)))
    told: dict[str, str] = {}
    wrong: list[Problem] = []
    for name, value in tree.items():
        for found_one in _entry(name, value if isinstance(value, str) else "", path):
            if isinstance(found_one, Problem):
                wrong.append(found_one)
            else:
                told |= found_one
    return told, (*problems, *found, *wrong)


def _entry(name: str, value: str, path: Path) -> Iterator[dict[str, str] | Problem]:
    """What one line of a theme gives: options, and what is wrong with it."""

    def wrong(message: str, hint: str) -> Problem:
        return warning("MQ507", message, Span(str(path)), hint)

    match name:
        case "school" if value:
            yield {"theme.school": value}
        case "font" if _FONT.fullmatch(value):
            yield {"theme.font": value}
        case "accent" if _COLOUR.fullmatch(value):
            day, night = _readable(_rgb(value), LIGHT, (0, 0, 0)), _readable(_rgb(value), DARK, (255, 255, 255))
            yield {"theme.accent": _hex(day), "theme.accent_dark": _hex(night)}
            if day != _rgb(value):
                yield wrong(f"the accent {value} is too light to read; {_hex(day)} is used", "Take a darker colour.")
        case "logo" if value:
            yield _logo(path.parent / value) or wrong(
                f"the logo {value} cannot be used", "Name a PNG, JPEG, WebP or SVG file of at most 1 MiB, beside it."
            )
        case _ if name in _KEYS:
            hint = "Write a colour such as '#1f6f54', in quotes." if name == "accent" else "Write a plain text."
            yield wrong(f"{name}: {value!r} cannot be used", hint)
        case _:
            yield wrong(f"a theme has no {name!r}", f"Known are: {', '.join(_KEYS)}.")


def _logo(path: Path) -> dict[str, str] | None:
    """The picture as a data URI, so that the page needs no other file."""
    media = TYPES.get(suffix_of(path.name))
    try:
        if not media or path.stat().st_size > LARGEST_LOGO:
            return None
        return {"theme.logo": f"data:{media};base64,{base64.b64encode(path.read_bytes()).decode()}"}
    except OSError:
        return None


def _rgb(text: str) -> Rgb:
    digits = text[1:] if len(text) == 7 else "".join(digit * 2 for digit in text[1:])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _hex(colour: Rgb) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of two colours, 1-21, as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (part / 255 for part in colour)
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _readable(colour: Rgb, ground: Rgb, towards: Rgb) -> Rgb:
    """The colour, mixed with as little black or white as makes it readable on its ground."""
    for tenths in range(21):
        red, green, blue = (round(c + (t - c) * tenths / 20) for c, t in zip(colour, towards, strict=True))
        if contrast((red, green, blue), ground) >= READABLE:
            return red, green, blue
    return towards
