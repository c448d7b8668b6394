"""``quiz --serve``: a sitting for programs. One request a line comes in, one reply a line goes out, all JSON.

A request names what to ``do``; a reply is the state of the sitting, or an ``error`` with a ``suggestion``, and then
nothing has changed. What a request records is on the disk before its reply is written.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from mediaquiz.cli.player import Desk
from mediaquiz.errors import MediaquizError
from mediaquiz.model.review import Rating
from mediaquiz.session import machine, views
from mediaquiz.session.summary import summarize
from mediaquiz.session.values import Notice, Phase, Session, Step

Plain = dict[str, object]

_REFUSED = frozenset(
    {Notice.NOT_NOW, Notice.NOT_READ, Notice.LAST, Notice.NO_HINT, Notice.NOTHING_TO_UNDO, Notice.HINTED}
)
_SUGGESTIONS: Mapping[Notice, str] = {
    Notice.NOT_READ: "Give an answer as the question's input asks for it: a text, or numbers of its options.",
    Notice.LAST: "It is the last card: answer it, or end.",
    Notice.NO_HINT: "Submit an answer, or reveal it.",
    Notice.NOTHING_TO_UNDO: "Ask for the next question.",
    Notice.HINTED: "After a hint, rate 1 or 2.",
}


class Refused(Exception):
    """A request that cannot be done; the message, then what to do instead."""


def plain_question(view: views.QuestionView) -> Plain:
    """A question as JSON holds it."""
    return {
        "item": view.item_id,
        "position": view.position,
        "total": view.total,
        "again": view.again,
        "new": view.new,
        "lesson": view.lesson,
        "context": view.context,
        "prompt": view.prompt,
        "input": view.input.value,
        "options": list(view.options),
        "lefts": list(view.lefts),
        "wanted": view.wanted,
    }


def plain_answer(view: views.AnswerView) -> Plain:
    """An answer as JSON holds it; ``previews`` has, for each rating that can be given, what it would do."""
    detail = view.grade.detail
    return {
        "given": list(view.given),
        "verdict": view.grade.verdict.value,
        "note": detail.note.value,
        "missed": list(detail.missed),
        "extra": list(detail.extra),
        "answer": list(view.answer),
        "also": list(view.also),
        "explain": view.explain,
        "quote": view.quote,
        "source": view.source,
        "notes": list(view.notes),
        "can_accept": view.can_accept,
        "suggested": int(view.suggested) if view.suggested else None,
        "previews": {
            str(int(rating)): {"due": found.due, "ivl": found.ivl}
            for rating, found in view.previews.items()
            if rating in view.ratings
        },
    }


def plain_summary(session: Session) -> Plain:
    """What a sitting came to."""
    found = summarize(session)
    return {
        "right": found.right,
        "total": found.total,
        "ms": found.ms,
        "left": found.left,
        "later": found.later,
        "missed": [{"prompt": one.prompt, "answer": one.answer, "lesson": one.lesson} for one in found.missed],
    }


def serve(session: Session, desk: Desk, lines: Iterable[str]) -> Iterator[Plain]:
    """The reply to each request, after one that tells where the sitting stands. Blank lines are passed over."""
    yield _state(session, desk)
    for line in lines:
        if line.strip():
            try:
                session = _moved(session, desk, line)
                yield _state(session, desk)
            except Refused as why:
                message, suggestion = why.args
                yield {"error": message, "suggestion": suggestion}
            except MediaquizError as failed:
                yield {"error": str(failed), "suggestion": failed.hint}


def _state(session: Session, desk: Desk) -> Plain:
    told: Plain = {"phase": session.phase.value}
    if session.phase is Phase.DONE:
        return told | {"summary": plain_summary(session)}
    told["question"] = plain_question(views.question(session))
    told["hints"] = [{"text": hint.text, "option": hint.option} for hint in machine.hinted(session)]
    if session.phase is Phase.ANSWERED:
        told["answer"] = plain_answer(views.answer(session, desk.now()))
    return told


def _moved(session: Session, desk: Desk, line: str) -> Session:
    """The sitting after a request. Raises Refused, and what saving raises."""
    request = _read(line)
    name = request.get("do")
    act = _REQUESTS.get(name) if isinstance(name, str) else None
    if act is None:
        raise Refused(f"{name!r} is no request", f"Use one of: {', '.join(_REQUESTS)}.")
    step = act(session, desk, request)
    if step.notice in _REFUSED:
        suggestion = _SUGGESTIONS.get(step.notice, _PHASES[session.phase])
        raise Refused(f"{name} cannot be done now ({step.notice.value})", suggestion)
    if step.effect is not None:
        desk.save(step.effect)
    return step.session


_PHASES: Mapping[Phase, str] = {
    Phase.ASKING: "Submit an answer, or reveal it.",
    Phase.ANSWERED: "Rate the answer, 1 to 4.",
    Phase.DONE: "The sitting is over; undo takes the last answer back.",
}


def _read(line: str) -> Plain:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Refused("a request is one JSON object on a line", 'For example: {"do": "next"}')
    return found


def _text(request: Plain) -> str:
    text = request.get("text")
    if not isinstance(text, str):
        raise Refused("text is missing", 'For example: {"do": "submit", "text": "the shutter"}')
    return text


def _rating(request: Plain) -> Rating:
    rating = request.get("rating")
    if type(rating) is not int or rating not in (1, 2, 3, 4):
        raise Refused("rating is none of 1, 2, 3, 4", 'For example: {"do": "rate", "rating": 3}')
    return Rating(rating)


def _preview(session: Session, desk: Desk, request: Plain) -> Step:
    return Step(session, notice=None if session.phase is Phase.ANSWERED else Notice.NOT_NOW)


_REQUESTS: Mapping[str, Callable[[Session, Desk, Plain], Step]] = {
    "next": lambda session, desk, request: Step(session),
    "submit": lambda session, desk, request: machine.submit(session, _text(request), desk.now()),
    "reveal": lambda session, desk, request: machine.reveal(session, desk.now()),
    "preview": _preview,
    "rate": lambda session, desk, request: machine.rate(session, _rating(request), desk.now()),
    "undo": lambda session, desk, request: machine.undo(session),
    "hint": lambda session, desk, request: machine.hint(session),
    "accept": lambda session, desk, request: machine.accept(session),
    "skip": lambda session, desk, request: machine.skip(session, desk.now()),
    "bury": lambda session, desk, request: machine.bury(session, desk.now()),
    "suspend": lambda session, desk, request: machine.suspend(session, desk.now()),
    "flag": lambda session, desk, request: machine.flag(session, _text(request)),
    "note": lambda session, desk, request: machine.note(session, _text(request)),
    "end": lambda session, desk, request: Step(machine.finish(session)),
}
"""What can be done, and how."""
