"""Putting the page of an analysis together: values and words into the template, with a policy that lets nothing in."""

import base64
import hashlib
from collections.abc import Callable
from datetime import date
from functools import cache
from importlib.resources import files

from mediaquiz.formats.report import plots
from mediaquiz.formats.report.numbers import decimal, percent, span
from mediaquiz.measure.results.analysis import Analysis, answer_rows
from mediaquiz.measure.results.flags import ENOUGH
from mediaquiz.text import clean, language_of

Words = Callable[..., str]
"""The catalogue of the interface: a key and its values give a text."""


def page(found: Analysis, words: Words, lang: str, day: date) -> str:
    """The report as one HTML page without any script. ``day`` is when it was made."""
    from jinja2 import DictLoader, Environment, StrictUndefined
    from markupsafe import Markup

    style = _file("report.css")
    environment = Environment(
        loader=DictLoader({name: _file(name) for name in ("report.html", "marks.html")}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
    )
    environment.filters |= {"percent": percent, "decimal": decimal, "span": span}
    return environment.get_template("report.html").render(
        found=found,
        items=list(enumerate(found.items, start=1)),
        words=words,
        lang=lang,
        day=day.isoformat(),
        style=Markup(style),
        policy=f"default-src 'none'; style-src {_hash(style)}; base-uri 'none'; form-action 'none'",
        rows=answer_rows,
        plots=plots,
        percent=percent,
        span=span,
        small=max((one.pooled.n for one in found.items), default=0) < ENOUGH,
        language=lambda text: language_of(text) if any(char.isalpha() for char in text) else lang,
    )


def _hash(style: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"


@cache
def _file(name: str) -> str:
    return files("mediaquiz.formats.report").joinpath(name).read_text(encoding="utf-8")
