"""Names that somebody made up in a piece of code: functions, variables, types, tables, branches, files."""

import builtins
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_DECLARED = re.compile(
    r"\b(?:def|fn|func|function\*?|class|struct|enum|union|trait|interface|mod|let(?: mut)?|const|var|val)[ \t]+"
    r"(?P<name>[A-Za-z_]\w*)"
)
_ASSIGNED = re.compile(
    r"^[ \t]*(?:>>> |> )?(?P<names>[A-Za-z_][\w.]*(?:, [A-Za-z_]\w*)*)[ \t]*(?:(?<=[ \t])=|:=|<-)(?![=~])"
    r"[^\n]*(?<![,\s])$",
    re.MULTILINE,
)
"""An assignment; a line that ends with a comma is one of the arguments of a call."""
_LOOPED = re.compile(r"\bfor[ \t]+(?P<name>[A-Za-z_]\w*)[ \t]+(?:in|of)\b|\bfor[ \t]*\([ \t]*(?P<other>\w+)[ \t]+in\b")
_QUERIED = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE|CREATE TABLE(?: IF NOT EXISTS)?)\s+(?P<name>[A-Za-z_]\w*)")
_MADE = re.compile(
    r"\b(?:git (?:checkout -b|switch -c|branch)|cargo new|mkdir|conda create -n) +(?P<name>[A-Za-z_][\w./-]*)"
)
_ENUM = re.compile(r"\benum \w+[^{;\n]{0,80}\{")
_LONGEST_ENUM = 1500
_VARIANT = re.compile(r"^[ \t]*(?P<name>[A-Z]\w*)(?=[,({ \t]|$)", re.MULTILINE)
_QUERY = re.compile(r"\b(?:SELECT|INSERT INTO|DELETE FROM|CREATE TABLE)\b")
_SETTINGS = re.compile(r"^\[[\w.-]+\]\s*$", re.MULTILINE)
"""The head of a section in a file of settings: its keys are the tool's own."""
_EVERYBODYS = frozenset("main self this init setup __init__ new let var const function undefined".split())
"""What a language asks for by this name."""
_BUILT_IN = frozenset(dir(builtins))
_SHORTEST = 2
_TOLD = re.compile(
    r"\b(?:variable|struct|enum|project|crate|table|column|director(?:y|ies)|folder|branch)s?"
    r"(?: (?:with|in|for) \w+)? (?:(?:that )?(?:is|are|was) )?(?:named|called) [*_]?`?(?P<named>[A-Za-z_][\w-]*)"
    r"|\b[Oo]ur (?:[a-z]+ )?`(?P<ours>[A-Za-z_]\w*)`"
    r"|\b(?:[Ww]e|[Yy]ou|[Ll]et)(?:['’](?:ve|ll|s)| have| will| can| could)? (?:\w+ly )?"
    r"(?:define|create|declare|write|wrote|made|name)d? (?:(?:an?|the|another|our|this)\b )?"
    r"(?:new |simple |public |small )?"
    r"(?:(?:variable|function|method|struct|enum|class|module|crate|script|program|instance)\b ?)?"
    r"(?:of |named |called |and named it |to be )?`(?P<made>[A-Za-z_]\w*)`"
)
"""What a lesson says that "we" have made: "we define a function named `…`"."""


_NAMING = ("`", "named", "called")


@lru_cache(maxsize=256)
def made_up(code: str) -> frozenset[str]:
    """The names that a piece of code defines for itself, in whatever language, by a few general shapes."""
    return _own(_names(code))


@lru_cache(maxsize=256)
def told_made_up(prose: str) -> frozenset[str]:
    """The names that "we", says a paragraph, have given to something in code that may stand elsewhere."""
    if not any(map(prose.__contains__, _NAMING)):
        return frozenset()
    told = _own(found["named"] or found["ours"] or found["made"] for found in _TOLD.finditer(prose))
    return told | frozenset(_numbered(prose))


def _numbered(prose: str) -> Iterator[str]:
    """``first1`` and ``first2``: two of a kind that need no name of their own."""
    names = set(_NUMBERED.findall(prose))
    for name in names:
        other = f"{name[:-1]}{'2' if name.endswith('1') else '1'}"
        if other in names:
            yield name


_NUMBERED = re.compile(r"`&?([a-gi-z][a-z_]*[12])`")
"""But for ``h1`` and ``h2``."""


def _own(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name in names if len(name) >= _SHORTEST) - _EVERYBODYS - _BUILT_IN


def _names(code: str) -> Iterator[str]:
    yield from (found["name"] for found in _DECLARED.finditer(code))
    yield from (found["name"] or found["other"] for found in _LOOPED.finditer(code))
    yield from (found["name"].rstrip("/") for found in _MADE.finditer(code))
    if not _SETTINGS.search(code):
        for found in _ASSIGNED.finditer(code):
            yield from found["names"].split(", ")
    if _QUERY.search(code):
        yield from (found["name"] for found in _QUERIED.finditer(code))
    end = 0
    for found in _ENUM.finditer(code):
        if found.end() >= end:
            body = code[found.end() : found.end() + _LONGEST_ENUM].split("\n}")[0]
            end = found.end() + len(body)
            yield from (variant["name"] for variant in _VARIANT.finditer(body))


_SCRIPT = re.compile(r"[\w-]+\.(?:py|R|sh|csv|tsv|txt|dat|png|jpe?g|sql|db|sqlite|ipynb|xlsx?|rmd)", re.IGNORECASE)
_CALL = re.compile(r"(?:read|write|load|save|to|from)\.")
"""``read.csv`` is a function."""
_USUAL_FILES = frozenset("requirements.txt setup.py __init__.py robots.txt main.py conftest.py manage.py".split())


def is_file_of_an_example(word: str) -> bool:
    """Whether a word names a script, a table or a picture that no tool asks for by this name."""
    return _SCRIPT.fullmatch(word) is not None and word.lower() not in _USUAL_FILES and not _CALL.match(word)
