"""Reader for saved web pages: the main content by structure, without the site around it.

A page has two names: the heading above its text, and the name of its window, which often ends in the site's.
"""

import re
from collections.abc import Sequence

from mediaquiz.model.frozen import replace
from mediaquiz.model.lesson import Lesson, Source
from mediaquiz.model.problem import Problem, Span, warning
from mediaquiz.readers import heads, htmltree, repeated, roles
from mediaquiz.readers.furniture import is_furniture
from mediaquiz.readers.htmlblocks import Walk, raws
from mediaquiz.readers.raw import Form, Meta, Raw, cleaned
from mediaquiz.text import clean, one_line

_SITE = re.compile(r"\s+[|·•»–—]\s+|\s+::\s+|\s+-\s+")
_LONGEST_HEAD = 12
_LONGEST_LANGUAGE = 3


def read(source: Source) -> tuple[Lesson, tuple[Problem, ...]]:
    """The lesson on a saved web page."""
    root, stopped = htmltree.parse(source.text)
    problems = (_too_deep(source.path, stopped),) if stopped else ()
    if root is None:
        return Lesson(source.path, text=source.text), problems
    meta = Meta(language=_language(root))
    window, heading = _names(root)
    walk = Walk(meta.links)
    main = htmltree.content(root)
    found = _without_furniture([cleaned(raw) for raw in raws(main, walk)], meta, source.repeated)
    if not any(raw.form is Form.HEADING and raw.level == 1 for raw in found):
        meta.title = heading or window
    text = "\n\n".join([meta.title, *(raw.text for raw in found)]).strip()
    lines = source.text.count("\n") + 1
    lesson = roles.lesson(source, [_within(raw, lines) for raw in found], meta)
    return replace(lesson, text=text), problems


def _too_deep(path: str, line: int) -> Problem:
    hint = "Save the page again as text or Markdown, and give that file."
    return warning("MQ110", "the page is nested too deeply to be read whole", Span(path, line, line), hint)


def _within(raw: Raw, lines: int) -> Raw:
    return replace(raw, start=min(max(raw.start, 1), lines), end=min(max(raw.end, 1), lines))


def _language(root: htmltree.Element) -> str:
    told = str(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    code = re.split(r"[-_]", told.strip().lower())[0]
    return code if code.isalpha() and 2 <= len(code) <= _LONGEST_LANGUAGE else ""


def _names(root: htmltree.Element) -> tuple[str, str]:
    """The window's name without the site's, and the page's only first-level heading."""
    window = next((htmltree.text_in(one) for one in root.iter("title")), "")
    headings = [text for one in root.iter("h1") if (text := htmltree.text_in(one))]
    return clean(_SITE.split(one_line(window))[0]), clean(headings[0]) if len(headings) == 1 else ""


def _without_furniture(found: Sequence[Raw], meta: Meta, known: frozenset[str]) -> list[Raw]:
    """The blocks without lines of furniture; those around the title tell the lesson's number, minutes and tags."""
    kept: list[Raw] = []
    shared = repeated.furniture([raw.text for raw in found], known)
    for at, raw in enumerate(found):
        short = raw.form in {Form.PARAGRAPH, Form.QUOTE}
        if short and at < _LONGEST_HEAD and heads.tells(raw.text, meta):
            continue
        if not (short and (at in shared or is_furniture(raw.text))):
            kept.append(raw)
    return kept
