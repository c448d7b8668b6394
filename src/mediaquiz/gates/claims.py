"""What an item claims, as one statement: its question with its answer in the place that it asks for."""

import re

from mediaquiz.gates.words import stems
from mediaquiz.language.verbs import readings
from mediaquiz.model.item import Choice, Cloze, Content, Recall, Short, TrueFalse
from mediaquiz.model.views import answer_text

_SUBJECT = re.compile(r"^(?:what|who|which)(?P<noun>(?: [\w-]+){0,3}?) (?P<rest>(?P<verb>\w+) .*)\?$", re.IGNORECASE)
_OBJECT = re.compile(r"^what (?:does|do|did) (?P<subject>.+?) (?P<verb>[a-z]+)\?$", re.IGNORECASE)
_HAPPENS = re.compile(
    r"^what happens (?:to|with) (?P<what>.+?)(?P<when> (?:when|if|as|once|after) .+)?\?$", re.IGNORECASE
)
_AFTER = re.compile(
    r"^(?P<when>(?:when|if|as|once|after) .+?), what happens (?:to|with) (?P<what>.+)\?$", re.IGNORECASE
)
_IT = re.compile(r"^(?:it|they|he|she) ", re.IGNORECASE)


def claimed(content: Content) -> str:
    """The statement that the item takes for true; empty where it is made of several."""
    match content:
        case TrueFalse(stem=said, answer=right, correction=correction):
            return said if right else correction
        case Cloze(text=text):
            return re.sub(r"\{\{(.+?)\}\}", r"\1", text)
        case Recall(stem=asked) | Short(stem=asked) | Choice(stem=asked):
            return _answered(asked.strip(), answer_text(content))
        case _:
            return ""


def _answered(asked: str, answer: str) -> str:
    for pattern in (_HAPPENS, _AFTER):
        if found := pattern.match(asked):
            return f"{found['what']} {_IT.sub('', answer)}, {found['when'] or ''}"
    if found := _OBJECT.match(asked):
        return f"{found['subject']} {found['verb']} {answer}"
    found = _SUBJECT.match(asked)
    if found and readings(found["verb"]) and stems(found["verb"]):
        return f"{answer} {found['rest']}"
    return f"{asked} {answer}"
