"""Formats: what decks become for other programs, and what other programs' files become here.

One module a format, with ``write``, ``read`` or both; a new format is one module and one row here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from mediaquiz.errors import NotFound
from mediaquiz.model.stages import Format, Importer


@dataclass(frozen=True, slots=True)
class FormatRow:
    """One format: its module, the suffix of its files, what it is for when written and what is taken when read.

    ``about`` is empty when the module has no ``write``, ``reads`` when it has no ``read``; ``options`` are those of
    ``export`` that only some formats take.
    """

    module: str
    suffix: str
    about: str = ""
    reads: str = ""
    options: tuple[str, ...] = ()
    of_answers: bool = False
    """Whether it holds what the learner answered, not the questions."""


_PAGE = ("forms", "points", "key", "title", "template", "theme")

FORMATS: dict[str, FormatRow] = {
    "anki": FormatRow(
        "mediaquiz.formats.anki",
        ".apkg",
        "Anki package; importing it again updates and keeps progress",
        "Anki package or collection (.apkg, .colpkg): your reviews in Anki, or somebody's deck",
        options=("decks", "with-progress"),
    ),
    "anki-text": FormatRow("mediaquiz.formats.anki_text", ".txt", "notes as text for Anki's File > Import"),
    "html": FormatRow(
        "mediaquiz.formats.page.html", ".html", "One web page: to practise on, or to print as a test", options=_PAGE
    ),
    "pdf": FormatRow(
        "mediaquiz.formats.page.pdf", ".pdf", "The printed test as a PDF (needs mediaquiz[pdf])", options=_PAGE
    ),
    "markdown": FormatRow(
        "mediaquiz.formats.page.markdown", ".md", "The test as Markdown, to edit by hand", options=_PAGE[:4]
    ),
    "moodle": FormatRow("mediaquiz.formats.moodle", ".xml", "Moodle question bank (XML)", "Moodle XML"),
    "gift": FormatRow("mediaquiz.formats.gift", ".gift", "GIFT, Moodle's plain text format", "GIFT"),
    "canvas": FormatRow("mediaquiz.formats.canvas", ".zip", "Canvas quizzes (QTI 1.2)"),
    "qti": FormatRow("mediaquiz.formats.qti", ".zip", "QTI 2.1 package, for Brightspace, Blackboard, TAO and others"),
    "kahoot": FormatRow("mediaquiz.formats.kahoot", ".xlsx", "Kahoot spreadsheet"),
    "csv": FormatRow(
        "mediaquiz.formats.csvtable",
        ".csv",
        "a table with every field, to edit and import again",
        "CSV or TSV with a header",
    ),
    "cards": FormatRow("mediaquiz.formats.cards", ".md", reads="Markdown notes with lines `question :: answer`"),
    "quizlet": FormatRow("mediaquiz.formats.quizlet", ".tsv", reads="term, tab, definition, as Quizlet exports them"),
    "reviews": FormatRow(
        "mediaquiz.formats.reviews",
        ".csv",
        "your answers, for FSRS tools (CSV)",
        "answers to cards of this course, as FSRS tools hold them (CSV)",
        of_answers=True,
    ),
    "items": FormatRow("mediaquiz.formats.chat", ".json", reads="a chat's reply to `extract --prompt` (JSON)"),
    "hashcards": FormatRow("mediaquiz.formats.hashcards", ".md", reads="Markdown with Q:, A: and C: cards"),
}
"""Every format by the name that ``export`` and ``import`` take. The modules are imported only when they are used."""


def written() -> tuple[str, ...]:
    """The formats that ``export`` takes."""
    return tuple(name for name, row in FORMATS.items() if row.about)


def readable() -> tuple[str, ...]:
    """The formats that ``import`` takes."""
    return tuple(name for name, row in FORMATS.items() if row.reads)


def writer(name: str) -> Format:
    """The writer of a format. Raises NotFound for a name that is not among ``written()``."""
    write: Format = _module(name, written()).write
    return write


def reader(name: str) -> Importer:
    """The reader of a format. Raises NotFound for a name that is not among ``readable()``."""
    read: Importer = _module(name, readable()).read
    return read


def _module(name: str, known: Iterable[str]) -> ModuleType:
    if name not in known:
        raise NotFound(f"there is no format {name!r}", hint=f"Formats: {', '.join(known)}.")
    return import_module(FORMATS[name].module)
