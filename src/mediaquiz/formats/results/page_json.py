"""The results that a page of ours downloads as JSON: one learner's answers; several in a row or in a list are fine."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mediaquiz.formats.results import table
from mediaquiz.model.problem import Problem, Span, error, warning
from mediaquiz.model.results import Response, Sheet
from mediaquiz.text import clean, one_line

_FORMAT, _VERSION = "mediaquiz-results", 1
_OURS = "Take the file as the page downloaded it."


def knows(head: Sequence[str]) -> bool:
    """Whether JSON begins there; no table does so."""
    return bool(head) and head[0].lstrip().startswith(("{", "["))


def read(lines: Iterable[str], name: str) -> Iterator[Sheet | Problem]:
    """A sheet for each result."""
    text = "".join(lines)
    decoder = json.JSONDecoder()
    place = 0
    while text[place:].strip():
        place += len(text[place:]) - len(text[place:].lstrip())
        line = text.count("\n", 0, place) + 1
        try:
            value, place = decoder.raw_decode(text, place)
        except json.JSONDecodeError as why:
            yield error("MQ711", f"no JSON: {why.msg}", Span(name, why.lineno, why.lineno, why.colno), _OURS)
            return
        except RecursionError:
            yield error("MQ711", "the JSON is nested too deep", Span(name, line), _OURS)
            return
        for one in value if isinstance(value, list) else [value]:
            yield from _sheet(one, Span(name, line))


def _sheet(value: object, span: Span) -> Iterator[Sheet | Problem]:
    if not isinstance(value, dict) or value.get("format") != _FORMAT or not isinstance(value.get("answers"), list):
        yield error("MQ711", "no results of a page", span, _OURS)
        return
    version = value.get("v")
    if not isinstance(version, int) or version > _VERSION:
        message = f"results of version {one_line(str(version))[:20]}, this mediaquiz knows {_VERSION}"
        yield error("MQ711", message, span, "Update mediaquiz.")
        return
    found = [_response(answer) for answer in value["answers"]]
    if None in found:
        hint = "Each answer has an item, points and what they are out of."
        yield warning("MQ712", f"{found.count(None)} answers are not understood and were left out", span, hint)
    course, form = _text(value, "course"), _text(value, "form")
    yield Sheet(
        _text(value, "learner"),
        tuple(response for response in found if response),
        span,
        test=" ".join(filter(None, (course, form))),
        started=_text(value, "started_at"),
    )


def _text(value: Mapping[str, Any], name: str) -> str:
    told = value.get(name)
    return one_line(clean(told)) if isinstance(told, str) else ""


def _response(value: object) -> Response | None:
    if not isinstance(value, dict) or not _text(value, "item"):
        return None
    given = value.get("given")
    parts = tuple(one_line(clean(part)) for part in given if isinstance(part, str)) if isinstance(given, list) else ()
    return Response(
        item=_text(value, "item"),
        seen=_text(value, "seen"),
        type=_text(value, "type"),
        given=parts or None,
        share=table.share(_number(value.get("points")), _number(value.get("of"))),
        self_judged=value.get("judged_by") == "learner",
    )


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9 else None
