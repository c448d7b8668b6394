"""Items as a Moodle question bank.

Moodle knows a question by its ``idnumber``, which is the item's id; categories are course, track and lesson. Fractions
are those that Moodle's strict import takes: of several right options each counts 100/n, a wrong one takes as much away.
"""

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from lxml import etree

from mediaquiz.formats import lms
from mediaquiz.formats.markup import addresses, html
from mediaquiz.formats.moodle import gaps
from mediaquiz.formats.shipping import Entry, ship
from mediaquiz.formats.xmltree import document
from mediaquiz.model.item import Cloze, ItemType, TrueFalse
from mediaquiz.model.problem import Problem
from mediaquiz.model.stages import Shipment
from mediaquiz.text import clean

PLACE = "@@PLUGINFILE@@/"
"""How an address of a file begins that is inside the export."""


def write(shipment: Shipment) -> tuple[bytes, tuple[Problem, ...]]:
    """A file for Moodle's import "Moodle XML format", in UTF-8."""
    questions, problems = ship(shipment, "moodle", _Writer(shipment.media).question)
    quiz = etree.Element("quiz")
    for path, group in groupby(questions, key=lambda one: lms.path_of(shipment.course_title, one[0].deck)):
        quiz.append(_category(path))
        quiz.extend(question for _, question in group)
    return document(quiz) if questions else b"", problems


def _category(path: Iterable[str]) -> Any:
    question = etree.Element("question", type="category")
    name = "/".join(["$course$", "top", *(part.replace("/", "//") for part in path)])
    _text(etree.SubElement(question, "category"), name)
    _text(etree.SubElement(question, "info", format="html"), "")
    etree.SubElement(question, "idnumber")
    return question


def _text(parent: Any, text: str) -> None:
    """The element's text; markup in a CDATA section, where people can read it."""
    child: Any = etree.SubElement(parent, "text")
    marked = any(sign in text for sign in "<&") and "]]>" not in text
    child.text = etree.CDATA(clean(text)) if marked else clean(text)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes questions; ``media`` holds the pictures that there are."""

    media: Mapping[str, bytes]

    def question(self, entry: Entry) -> Any:
        kind, parts = _TYPES[entry.item.type]
        question = etree.Element("question", type=kind)
        _text(etree.SubElement(question, "name"), lms.name_of(entry))
        stem = (
            lms.gap(entry, gaps.notation(lms.typed(entry)), self.address, hint=False)
            if kind == "cloze"
            else lms.stem(entry, self.address)
        )
        self.rich(question, "questiontext", stem, entry)
        self.rich(question, "generalfeedback", lms.feedback(entry, self.address), entry)
        if kind != "cloze":
            etree.SubElement(question, "defaultgrade").text = "1"
        etree.SubElement(question, "penalty").text = "0.3333333"
        etree.SubElement(question, "hidden").text = "0"
        etree.SubElement(question, "idnumber").text = entry.item.id
        question.extend(parts(self, entry))
        tags = etree.SubElement(question, "tags")
        # Moodle reads no id number of a question with gaps.
        known = (f"{lms.ID_TAG}{entry.item.id}",) if kind == "cloze" else ()
        for tag in (*lms.tags_of(entry), *known):
            _text(etree.SubElement(tags, "tag"), tag)
        return question

    def address(self, path: str) -> str | None:
        return PLACE + path if path in self.media else None

    def rich(self, parent: Any, name: str, body: str, entry: Entry, **more: str) -> Any:
        """An element with HTML and the pictures in it."""
        element = etree.SubElement(parent, name, format="html")
        for key, value in more.items():
            element.set(key, value)
        _text(element, body)
        for address in addresses(body):
            path = address.removeprefix(PLACE)
            pure = PurePosixPath(path)
            folder = "/" if pure.parent == PurePosixPath() else f"/{pure.parent}/"
            file = etree.SubElement(element, "file", name=pure.name, path=folder, encoding="base64")
            file.text = base64.b64encode(self.media[path]).decode("ascii")
        return element

    def answer(self, text: str, fraction: str, entry: Entry, *, plain: bool = False, told: str = "") -> Any:
        """An answer: as it is typed, or as HTML."""
        if plain:
            element = etree.Element("answer", fraction=fraction, format="moodle_auto_format")
            _text(element, text)
        else:
            element = self.rich(etree.Element("x"), "answer", html(text, self.address), entry, fraction=fraction)
        self.rich(element, "feedback", html(told, self.address), entry)
        return element


def _options(writer: _Writer, entry: Entry) -> Iterator[Any]:
    options = lms.options(entry)
    share = f"{lms.share(options):.5f}".rstrip("0").rstrip(".")
    yield _flag("single", "true" if entry.item.type is ItemType.CHOICE else "false")
    yield _flag("shuffleanswers", "true")
    yield _flag("answernumbering", "abc")
    wrong = "0" if entry.item.type is ItemType.CHOICE else f"-{share}"
    for text, right in options:
        yield writer.answer(text, share if right else wrong, entry)


def _flag(name: str, value: str) -> Any:
    element = etree.Element(name)
    element.text = value
    return element


def _typed(writer: _Writer, entry: Entry) -> Iterator[Any]:
    yield _flag("usecase", "0")
    for answer in lms.typed(entry):
        yield writer.answer(answer.replace("*", "\\*"), "100", entry, plain=True)


def _truth(writer: _Writer, entry: Entry) -> Iterator[Any]:
    content = entry.item.content
    if isinstance(content, TrueFalse):
        for value in (True, False):
            right = value is content.answer
            told = "" if right else content.correction
            yield writer.answer(str(value).lower(), "100" if right else "0", entry, plain=True, told=told)


def _pairs(writer: _Writer, entry: Entry) -> Iterator[Any]:
    yield _flag("shuffleanswers", "true")
    for left, right in lms.pairs(entry.item.content):
        element = writer.rich(etree.Element("x"), "subquestion", html(left, writer.address), entry)
        _text(etree.SubElement(element, "answer"), lms.plain_side(entry, right))
        yield element


def _essay(writer: _Writer, entry: Entry) -> Iterator[Any]:
    for name, value in (("responseformat", "editor"), ("responserequired", "1"), ("responsefieldlines", "10")):
        yield _flag(name, value)
    yield _flag("attachments", "0")
    answer = html(lms.answer_for_people(entry.item.content), writer.address)
    yield writer.rich(etree.Element("x"), "graderinfo", answer, entry)


def _hint(writer: _Writer, entry: Entry) -> Iterator[Any]:
    if isinstance(entry.item.content, Cloze) and entry.item.content.hint:
        yield writer.rich(etree.Element("x"), "hint", html(entry.item.content.hint), entry)


_TYPES: Mapping[ItemType, tuple[str, Callable[[_Writer, Entry], Iterator[Any]]]] = {
    ItemType.RECALL: ("essay", _essay),
    ItemType.SHORT: ("shortanswer", _typed),
    ItemType.CLOZE: ("cloze", _hint),
    ItemType.CHOICE: ("multichoice", _options),
    ItemType.MULTI: ("multichoice", _options),
    ItemType.TRUEFALSE: ("truefalse", _truth),
    ItemType.ORDER: ("matching", _pairs),
    ItemType.LIST: ("essay", _essay),
    ItemType.MATCH: ("matching", _pairs),
    ItemType.PRACTICE: ("essay", _essay),
}
"""Item type → Moodle's type, and what a question of that type has beside the common parts."""
