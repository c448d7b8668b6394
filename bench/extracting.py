"""Extraction: what it costs beyond parsing Markdown and finding sentences, and how it grows with the lesson."""

import functools
import gc
from collections.abc import Callable
from pathlib import Path

from markdown_it import MarkdownIt
from sentencex import segment

from bench.runner import Work
from mediaquiz.app.extract import from_text

ROOT = Path(__file__).parents[1]
_LESSONS = ("bench/quality/lessons", "lessons")


def extracting() -> tuple[Work, Work]:
    """The lessons of this repository that are Markdown; markdown-it-py and sentencex on the same texts.

    Both sides run in one process that has run them before. What extraction remembers of a text is forgotten before
    each round, for a lesson is new to it only once.
    """
    texts = [(path.read_text(encoding="utf-8"), path.name) for path in _lessons()]
    parser = MarkdownIt("commonmark").enable("table")

    def theirs() -> None:
        for text, name in texts:
            for token in parser.parse(text):
                if token.type == "inline":
                    list(segment("ko" if name.endswith(".ko.md") else "en", token.content))

    return _unread(texts), theirs


def _unread(texts: list[tuple[str, str]]) -> Work:
    """Extraction of lessons that were never seen before, by a program that has seen others."""
    for text, name in texts:
        from_text(text, name)
    remembered = memories()

    def work() -> None:
        for memory in remembered:
            memory.cache_clear()
        for text, name in texts:
            from_text(text, name)

    return work


def _lessons() -> list[Path]:
    return sorted(path for folder in _LESSONS for path in (ROOT / folder).rglob("*.md"))


def memories() -> list["functools._lru_cache_wrapper[object]"]:
    """Every remembering function of the program."""
    found = (one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper))
    return [one for one in found if one.__module__.startswith("mediaquiz.")]


def growing(make: Callable[[int], str]) -> Callable[[], tuple[Work, Work]]:
    """A lesson of one kind, and one of a tenth: a ratio of 10 is linear, ``log10`` of it the growth exponent."""

    def prepare() -> tuple[Work, Work]:
        return _unread([(make(SIZE), "lesson.md")]), _unread([(make(SIZE // 10), "lesson.md")])

    return prepare


SIZE = 1_000_000
"""Characters of the larger lesson, but for bullets, of which there are 10,000."""


def prose(size: int) -> str:
    """Paragraphs of five sentences."""
    return "# Rivers\n\n" + _filled(size, lambda n: " ".join(_sentence(5 * n + k) for k in range(5)) + "\n\n")


def one_line(size: int) -> str:
    """All sentences in one paragraph, on one line."""
    return "# Rivers\n\n" + _filled(size, lambda n: _sentence(n) + " ")


def one_table(size: int) -> str:
    """A table of terms and what they mean."""
    rows = _filled(size, lambda n: f"| bend {n} | the place where river {n} turns round hill {n % 97} |\n")
    return f"# Rivers\n\n| Term | Meaning |\n|---|---|\n{rows}"


def bullets(size: int) -> str:
    """A list of key points."""
    return "# Rivers\n\n## Key points\n\n" + "".join(f"- {_sentence(n)}\n" for n in range(size // 100))


def _filled(size: int, part: Callable[[int], str]) -> str:
    parts, length, n = [], 0, 0
    while length < size:
        parts.append(part(n))
        length += len(parts[-1])
        n += 1
    return "".join(parts)


_FORMS = (
    "A meander{n} is a bend{n} of a river that grows because the water cuts into the outer bank.",
    "The river{n} carries sand{n} as long as it runs fast, and drops it where it slows down.",
    "Rain{n} makes the flood{n} higher, so the plain{n} gets a new layer of silt each spring.",
    "Unlike a canal{n}, a stream{n} chooses its own way to the sea.",
    "People settled on the terraces{n} above it, which stay dry in most years.",
)


def _sentence(n: int) -> str:
    return _FORMS[n % len(_FORMS)].format(n=n)
