"""Putting the page of an analysis together."""

from datetime import date

from mediaquiz.formats.report import plots
from mediaquiz.formats.report.numbers import percent, span
from mediaquiz.formats.report.pages import Words, render
from mediaquiz.measure.results.analysis import Analysis, answer_rows
from mediaquiz.measure.results.flags import ENOUGH
from mediaquiz.text import language_of


def page(found: Analysis, words: Words, lang: str, day: date) -> str:
    """The report as one HTML page without any script. ``day`` is when it was made."""
    values = {
        "found": found,
        "items": list(enumerate(found.items, start=1)),
        "day": day.isoformat(),
        "rows": answer_rows,
        "plots": plots,
        "percent": percent,
        "span": span,
        "small": max((one.pooled.n for one in found.items), default=0) < ENOUGH,
        "language": lambda text: language_of(text) if any(char.isalpha() for char in text) else lang,
    }
    return render(("report.html", "marks.html"), ("report.css",), words, lang, values)
