"""Putting a page together: the template, its style and its script, in one file that needs nothing else."""

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from mediaquiz.formats.page.views import FormView, Scribe, page_language, page_title
from mediaquiz.formats.page.words import points_text
from mediaquiz.model.problem import Problem, Span, error
from mediaquiz.model.stages import Shipment
from mediaquiz.text import clean, one_line

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

TEMPLATES = ("page.html", "question.html", "key.html")
OWN = "own template"
_VALUE = re.compile(r"\{(\w+)\}")
_SAID = re.compile(r"""(?<=\bwords\.)\w+|(?<=\bwords\[")[\w.]+""")
_PAGE_RULE = """
@page sheet-{name} {{
  @bottom-left {{ content: "{foot}"; font: 8pt/1 {font}; color: #444; }}
  @bottom-right {{ content: counter(page) " / " counter(pages); font: 8pt/1 {font}; color: #444; }}
}}
.sheet-{name} {{ page: sheet-{name}; }}"""
_THEME_RULES = {
    "theme.accent": "@media screen {{ :root {{ --accent: {0}; }} }}",
    "theme.accent_dark": "@media screen and (prefers-color-scheme: dark) {{ :root {{ --accent: {0}; }} }}",
    "theme.font": ':root {{ --font: "{0}", system-ui, "Noto Sans KR", "Noto Sans CJK KR", sans-serif !important; }}',
}


def page(shipment: Shipment) -> tuple[str, tuple[Problem, ...]]:
    """The page of a shipment: its one form with or without its key, or (``key`` is ``only``) the keys of all forms.

    Empty when the user's template cannot be used; the problem says where and why.
    """
    from jinja2 import TemplateError

    options = shipment.options
    environment = _environment(options.get("template", ""))
    values = _values(shipment)
    try:
        return environment.get_template(OWN if options.get("template") else TEMPLATES[0]).render(values), ()
    except TemplateError as why:
        return "", (_template_problem(why, options),)
    except (TypeError, ValueError, KeyError, AttributeError, ArithmeticError, RecursionError) as why:
        if not options.get("template"):
            raise
        return "", (_template_problem(why, options),)


def _values(shipment: Shipment) -> dict[str, Any]:
    """What every template sees; ``docs/paper-and-web.md`` lists it."""
    from markupsafe import Markup

    options = shipment.options
    scribe = Scribe(page_language(shipment.forms, options.get("lang", "")), shipment.media)
    forms = tuple(scribe.form(form) for form in shipment.forms)
    title = page_title(shipment)
    key = options.get("key", "inside")
    style, script = _style(title, forms, options), _file("page.js")
    page = {
        "lang": scribe.lang,
        "title": title,
        "key": key,
        "ids": list(dict.fromkeys(question.id for form in forms for question in form.questions if question.id)),
        "csp": _policy(style, script, own=bool(options.get("template"))),
        "style": Markup(style),
        "script": Markup(script),
        "data": Markup(_data(shipment, title, forms, scribe)) if key != "only" else "",
    }
    theme = {"school": options.get("theme.school", ""), "logo": options.get("theme.logo", "")}
    return {"page": page, "forms": forms, "words": scribe.words, "theme": theme, "points": _points(scribe.words)}


def _points(words: Mapping[str, str]) -> Callable[[int], str]:
    return lambda n: points_text(words, n)


def _data(shipment: Shipment, title: str, forms: tuple[FormView, ...], scribe: Scribe) -> str:
    """What the script needs, as JSON that cannot end its element. Without the answers where there is no key."""
    from jinja2.utils import htmlsafe_json_dumps

    practice = shipment.options.get("key", "inside") == "inside"
    form = forms[0]
    told = {
        "course": shipment.course_id,
        "title": title,
        "form": form.name,
        "seed": form.seed,
        "practice": practice,
        "words": {name: scribe.words[name] for name in _script_words()},
        "questions": [
            {
                "id": question.id,
                "seen": question.seen,
                "kind": question.type,
                "worth": question.points,
                **question.shown,
                **({"key": dict(question.key)} if practice else {}),
            }
            for question in form.questions
        ],
    }
    return str(htmlsafe_json_dumps(told, ensure_ascii=False))


@cache
def _script_words() -> tuple[str, ...]:
    """The words that the script says."""
    return tuple(sorted(set(_SAID.findall(_file("page.js")))))


def _style(title: str, forms: tuple[FormView, ...], options: Mapping[str, str]) -> str:
    """The style sheet with the theme and, for paper, a foot on each page that says which form it is."""
    rules = [_file("page.css")]
    rules += [rule.format(options[name]) for name, rule in _THEME_RULES.items() if options.get(name)]
    font = '"Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", sans-serif'
    rules += [
        _PAGE_RULE.format(name=form.name or "one", foot=_css_string(f"{title} · {form.label}"), font=font)
        for form in forms
    ]
    return "\n".join(rules) + "\n"


def _css_string(text: str) -> str:
    """A text inside the quotes of a CSS string: nothing in it can end the string or the style element."""
    return "".join(char if char.isalnum() or char in " ·-.,:" else f"\\{ord(char):x} " for char in text)


def _policy(style: str, script: str, *, own: bool) -> str:
    """A policy that lets nothing in and nothing out: only the page's own style, script and inlined pictures.

    A user's template may bring a style of its own, but no script.
    """
    styles = "'unsafe-inline'" if own else _hash(style)
    return (
        f"default-src 'none'; style-src {styles}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _file(name: str) -> str:
    return files("mediaquiz.formats.page").joinpath(name).read_text(encoding="utf-8")


def _environment(own: str) -> "SandboxedEnvironment":
    """Templates see values and nothing of Python: no files but ours, no attribute that begins with a line."""
    from jinja2 import DictLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=DictLoader({**{name: _file(name) for name in TEMPLATES}, OWN: own}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["fill"] = _fill
    return environment


def _fill(pattern: str, /, **values: object) -> str:
    """The text with ``{name}`` replaced. Not ``str.format``, which would reach into the values."""
    return _VALUE.sub(lambda found: str(values.get(found[1], found[0])), pattern)


def _template_problem(why: Exception, options: Mapping[str, str]) -> Problem:
    line = getattr(why, "lineno", None) or _line_of(why)
    reason = one_line(clean(str(why))) or type(why).__name__
    where = Span(options.get("template.path", ""), line, line)
    return error("MQ506", f"the template cannot be used: {reason}", where, "Correct it, or leave --template out.")


def _line_of(why: BaseException) -> int:
    """The line of the user's template where it stopped; 0 where it is not known."""
    found, trace = 0, why.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename in (OWN, "<template>"):
            found = trace.tb_lineno
        trace = trace.tb_next
    return found
