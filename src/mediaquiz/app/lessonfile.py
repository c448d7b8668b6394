"""Lesson files: whatever can hold a lesson, as text; and what the pages of a course have in common."""

from collections.abc import Iterable
from pathlib import Path

from mediaquiz import readers
from mediaquiz.app import office
from mediaquiz.model.problem import Problem, Severity, Span, error
from mediaquiz.store.files import LARGEST, read_text
from mediaquiz.text import clean

SUFFIXES = readers.SUFFIXES | office.KINDS.keys()
"""How the names of lesson files end."""
_PAGES = frozenset({".txt", ".html", ".htm", ".xhtml"})


def read(path: Path) -> tuple[str, tuple[Problem, ...]]:
    """The text of a lesson file, as ``read_text`` gives it; that of an office file is Markdown."""
    suffix = path.suffix.lower()
    if suffix not in office.KINDS:
        return read_text(path)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        return read_text(path)  # which says why
    if len(data) > LARGEST:
        size = f"The file is larger than {LARGEST // 1024} KiB."
        return "", (error("MQ105", size, Span(str(path)), "Split it, or name a smaller file."),)
    return office.to_markdown(data, suffix, str(path))


def text_name(name: str) -> str:
    """The name under which a lesson file's text is read: that of an office file is Markdown."""
    path = Path(name)
    return str(path.with_suffix(".md")) if path.suffix.lower() in office.KINDS else name


def shared_lines(paths: Iterable[Path]) -> dict[Path, frozenset[str]]:
    """For each page among the lessons of a course, its lines that are the site's (see ``readers.repeated``).

    They are a part of what the page's lesson depends on, besides its text. Files without a site around them have none.
    """
    from mediaquiz.readers import repeated  # only a build compares pages

    texts = {path: read_text(path) for path in paths if path.suffix.lower() in _PAGES}
    lines = {
        path: repeated.lines_of(clean(text))
        for path, (text, problems) in texts.items()
        if not any(one.severity is Severity.ERROR for one in problems)
    }
    shared = repeated.shared(list(lines.values()))
    return {path: own & shared for path, own in lines.items()}
