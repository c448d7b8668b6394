"""A Moodle question bank as items: each question type that an item can hold, and a problem for all that it cannot."""

import base64
import binascii
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from mediaquiz.formats import asked, lms
from mediaquiz.formats.asked import Answer, Asked
from mediaquiz.formats.htmltext import Found, text
from mediaquiz.formats.intake import Intake, in_deck_language
from mediaquiz.formats.moodle import gaps
from mediaquiz.formats.safexml import parse
from mediaquiz.model.arrival import Arrival, Parcel
from mediaquiz.model.item import Content, Order
from mediaquiz.model.pictures import FOLDER, LARGEST, is_inside, new_path
from mediaquiz.model.problem import Problem, Span, error
from mediaquiz.text import clean

_PLACE = "@@PLUGINFILE@@/"
_NOT_HTML = frozenset({"plain_text", "markdown"})
_TYPED = frozenset({"shortanswer", "numerical", "truefalse"})
"""Types whose answers are no HTML."""


def read(parcel: Parcel) -> tuple[Arrival, tuple[Problem, ...]]:
    """The questions of a Moodle XML file, their categories as tags, their pictures with them."""
    root, problems = parse(parcel)
    if root is None:
        return Arrival(), problems
    if root.tag != "quiz":
        message = f"this is no Moodle XML: it begins with <{root.tag}>"
        return Arrival(), (error("MQ701", message, Span(parcel.name, 1, 1), "Export as Moodle XML."),)
    bank = _Bank(Intake(parcel.name))
    for element in root.iterchildren("question"):
        bank.add(element)
    return bank.arrival()


def _raw(element: Any) -> str:
    """The text of an element that holds a ``<text>``, or of the element itself."""
    if element is None:
        return ""
    inner = element.find("text")
    return "".join((element if inner is None else inner).itertext())


def _plain(element: Any) -> str:
    return clean(_raw(element)).strip()


@dataclass(slots=True)
class _Bank:
    """What the file gives so far: items, pictures, the category that questions stand in."""

    intake: Intake
    media: dict[str, bytes] = field(default_factory=dict)
    category: str = ""

    def add(self, element: Any) -> None:
        kind = element.get("type", "")
        if kind == "category":
            self.category = _plain(element.find("category")).replace("//", "\0").rpartition("/")[2].replace("\0", "/")
            return
        question = _Question(self, element, kind)
        make = _TYPES.get(kind)
        if make is None:
            question.told.left_out(f"no item can hold a question of the type {kind!r}", "Ask it in another form.")
            return
        for content in make(question):
            question.told.add(content)

    def arrival(self) -> tuple[Arrival, tuple[Problem, ...]]:
        """All of it; the language that most questions have is the deck's."""
        langs = [one.item.lang for one in self.intake.items if one.item.lang]
        lang = max(sorted({*langs}), key=langs.count, default="")
        arrival, problems = self.intake.arrival(lang=lang)
        items = tuple(in_deck_language(one, lang) for one in arrival.items)
        return replace(arrival, items=items, media=self.media), problems


class _Question:
    """One question element, and what was read of it so far."""

    def __init__(self, bank: _Bank, element: Any, kind: str) -> None:
        self.bank = bank
        self.element = element
        self.typed = kind in _TYPED
        self.told = Asked(
            bank.intake,
            element.sourceline or 0,
            name=_plain(element.find("name")),
            number=_plain(element.find("idnumber")),
            tags=[_plain(tag) for tag in element.findall("tags/tag")],
            category=bank.category,
        )
        if kind != "cloze":
            self.told.stem = self.rich("questiontext")
        self.told.after = self.rich("generalfeedback")
        self.told.answers = [self.answer(one) for one in element.findall("answer")]

    def rich(self, name: str) -> Found:
        """The text of a child element, its pictures taken in."""
        found = self.element.find(name)
        return Found() if found is None else self.html(found)

    def html(self, element: Any, raw: str | None = None) -> Found:
        """The text of an element with HTML; ``raw`` instead of the element's own."""
        raw = _raw(element) if raw is None else raw
        if element is None or element.get("format") in _NOT_HTML:
            return Found(clean(raw).strip())
        paths = self.pictures(element)
        found = text(raw, lambda address: paths.get(address.removeprefix(_PLACE)), lms.CLASSES)
        for what in found.lost:
            self.told.simplified(f"{what} was left out of the text")
        return found.trimmed()

    def pictures(self, element: Any) -> dict[str, str]:
        """From the names under which the element's pictures stand in its text to their paths in the course."""
        paths: dict[str, str] = {}
        for file in element.findall("file"):
            name = f"{file.get('path', '/').strip('/')}/{file.get('name', '')}".lstrip("/")
            try:
                data = base64.b64decode("".join((file.text or "").split()), validate=True)
            except (binascii.Error, ValueError):
                data = b""
            path = name if name.startswith(f"{FOLDER}/") and is_inside(name) else new_path(name, data)
            if path and data and len(data) <= LARGEST:
                paths[name] = path
                self.bank.media[path] = data
            else:
                self.told.simplified(f"the file {name!r} is no picture that items can show")
        return paths

    def answer(self, element: Any) -> Answer:
        try:
            percent = float(element.get("fraction", "0"))
        except ValueError:
            percent = 0.0
        told = element.find("feedback")
        words = _plain(element) if self.typed else self.html(element).whole
        return Answer(words, percent, "" if told is None else self.html(told).whole)

    def flag(self, name: str) -> str:
        """The value of a setting."""
        return _plain(self.element.find(name))


def _choice(question: _Question) -> Iterator[Content]:
    return asked.choice(question.told, several=question.flag("single") in ("false", "0"))


def _truth(question: _Question) -> Iterator[Content]:
    return asked.truth(question.told)


def _short(question: _Question) -> Iterator[Content]:
    if question.flag("usecase") == "1":
        question.told.simplified("small and capital letters count as one now")
    return asked.short(question.told)


def _number(question: _Question) -> Iterator[Content]:
    if any(_plain(one.find("tolerance")) not in ("", "0") for one in question.element.findall("answer")):
        question.told.simplified("how far an answer may be off was left out")
    return asked.short(question.told)


def _match(question: _Question) -> Iterator[Content]:
    both, unused = [], False
    for element in question.element.findall("subquestion"):
        left, right = question.html(element).whole, _plain(element.find("answer"))
        both += [(left, right)] if left else []
        unused = unused or not left
    if unused:
        question.told.simplified("right sides that belong to no left side were left out")
    yield lms.matched(question.told.kind, question.told.stem.whole, both)


def _ordering(question: _Question) -> Iterator[Content]:
    yield Order(question.told.stem.whole, tuple(answer.text for answer in question.told.answers))


def _essay(question: _Question) -> Iterator[Content]:
    told = question.told
    named = {**told.after.named, **told.stem.named}
    answer = question.rich("graderinfo").whole or named.get(lms.ANSWER, "")
    yield lms.graded_by_people(told.kind, told.stem.whole, answer, named)


def _cloze(question: _Question) -> Iterator[Content]:
    told, element = question.told, question.element.find("questiontext")
    marked, found = gaps.split(_raw(element))
    told.stem = question.html(element, marked)
    if not found:
        told.left_out("it has no gap", "Write a gap in Moodle's notation.")
    for content, lost in gaps.contents(told.stem.whole, found, question.rich("hint").whole):
        if lost:
            told.simplified(lost)
        if content:
            yield content
        else:
            told.left_out("a gap has no answer that is right in full", "Give one answer 100 %.")


_TYPES: Mapping[str, Callable[[_Question], Iterator[Content]]] = {
    "multichoice": _choice,
    "truefalse": _truth,
    "shortanswer": _short,
    "numerical": _number,
    "matching": _match,
    "ordering": _ordering,
    "essay": _essay,
    "cloze": _cloze,
}
"""Moodle's types that an item can hold. A question gives one item, a cloze one for each gap."""
