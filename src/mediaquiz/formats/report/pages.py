"""One page that needs nothing else: templates, style and words, with a policy that lets nothing in or out."""

import base64
import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from mediaquiz.formats.report.numbers import decimal, percent, span
from mediaquiz.text import clean

Words = Callable[..., str]
"""The catalogue of the interface: a key and its values give a text."""


def render(
    templates: tuple[str, ...], styles: tuple[str, ...], words: Words, lang: str, values: Mapping[str, Any]
) -> str:
    """The first of the templates, which may use the others, with the values; every text of theirs is cleaned."""
    from jinja2 import DictLoader, Environment, StrictUndefined
    from markupsafe import Markup

    style = "\n".join(map(_file, styles))
    environment = Environment(
        loader=DictLoader({name: _file(name) for name in templates}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
    )
    environment.filters |= {"percent": percent, "decimal": decimal, "span": span}
    policy = f"default-src 'none'; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    told = {"words": words, "lang": lang, "style": Markup(style), "policy": policy}
    return environment.get_template(templates[0]).render({**values, **told})


def _hash(style: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"


@cache
def _file(name: str) -> str:
    return files("mediaquiz.formats.report").joinpath(name).read_text(encoding="utf-8")
