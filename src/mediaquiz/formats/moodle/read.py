"""A Moodle question bank as items: each question type that an item can hold, and a problem for all that it cannot."""

import base64
import binascii
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from mediaquiz.decks.identity import ID
from mediaquiz.formats import lms
from mediaquiz.formats.htmltext import Found, text
from mediaquiz.formats.intake import Intake, in_deck_language
from mediaquiz.formats.moodle import gaps
from mediaquiz.formats.safexml import parse
from mediaquiz.model.arrival import Arrival, Parcel
from mediaquiz.model.item import Choice, Content, Item, Multi, Order, Short, TrueFalse
from mediaquiz.model.pictures import FOLDER, LARGEST, is_inside, new_path
from mediaquiz.model.problem import Problem, Span, error
from mediaquiz.text import clean, one_line, slug

_PLACE = "@@PLUGINFILE@@/"
_SURE = 99.9
"""The fraction from which an answer is right."""


def read(parcel: Parcel) -> tuple[Arrival, tuple[Problem, ...]]:
    """The questions of a Moodle XML file, their categories as tags."""
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


@dataclass(slots=True)
class _Bank:
    """What the file gives so far: items, pictures, the category that questions stand in, their languages."""

    intake: Intake
    media: dict[str, bytes] = field(default_factory=dict)
    category: str = ""
    langs: list[str] = field(default_factory=list)

    def add(self, element: Any) -> None:
        kind = element.get("type", "")
        if kind == "category":
            self.category = _plain(element.find("category")).replace("//", "\0").rpartition("/")[2].replace("\0", "/")
            return
        question = _Question(self, element, kind)
        make = _TYPES.get(kind)
        if make is None:
            shown = one_line(question.name)[:40]
            message = f"{shown!r} is a question of the type {kind!r}, which no item can hold"
            self.intake.left_out(message, question.line, "Ask it in another form, if you need it.")
            return
        for content in make(question):
            self.intake.add(question.item(content), question.line, key=question.key)

    def arrival(self) -> tuple[Arrival, tuple[Problem, ...]]:
        """All of it; the language that most questions have is the deck's."""
        lang = max(set(self.langs), key=self.langs.count, default="")
        arrival, problems = self.intake.arrival(lang=lang)
        items = tuple(in_deck_language(one, lang) for one in arrival.items)
        return replace(arrival, items=items, media=self.media), problems


def _plain(element: Any) -> str:
    """The text of an element that holds a ``<text>``, or of the element itself."""
    return clean(_raw(element)).strip()


def _raw(element: Any) -> str:
    if element is None:
        return ""
    inner = element.find("text")
    return "".join((element if inner is None else inner).itertext())


@dataclass(slots=True)
class _Answer:
    """One answer of a question: its text, what it counts in percent, what is said to it."""

    text: str
    fraction: float
    told: str


class _Question:
    """One question element."""

    def __init__(self, bank: _Bank, element: Any, kind: str) -> None:
        self.bank = bank
        self.element = element
        self.kind = kind
        self.line: int = element.sourceline or 0
        self.name = _plain(element.find("name"))
        self.tags = [_plain(tag) for tag in element.findall("tags/tag")]
        self.type = lms.type_of(self.tags)
        number = _plain(element.find("idnumber"))
        self.own_id = number if self.type and ID.fullmatch(number) else ""
        self.key = "" if self.own_id else number
        self.stem = Found() if kind == "cloze" else self.rich("questiontext")
        self.after = self.rich("generalfeedback")
        self.answers = [self.answer(one) for one in element.findall("answer")]
        self.more: list[str] = []
        """What was said to single answers, which an item keeps in its explanation."""

    def rich(self, name: str) -> Found:
        """The text of a child element, its pictures taken in."""
        found = self.element.find(name)
        return Found() if found is None else self.html(found)

    def html(self, element: Any, raw: str | None = None) -> Found:
        raw = _raw(element) if raw is None else raw
        if element.get("format", "html") in ("plain_text", "markdown"):
            return Found(clean(raw).strip())
        paths = self.pictures(element)
        found = text(raw, lambda address: paths.get(address.removeprefix(_PLACE)), lms.CLASSES)
        for what in found.lost:
            self.simplified(f"{what} was left out of the text")
        return Found(found.whole.strip(), {k: v.strip() for k, v in found.named.items()}, found.lang)

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
                self.simplified(f"the file {name!r} is no picture that items can show")
        return paths

    def answer(self, element: Any) -> _Answer:
        try:
            fraction = float(element.get("fraction", "0"))
        except ValueError:
            fraction = 0.0
        typed = self.kind in ("shortanswer", "numerical", "truefalse")
        told = element.find("feedback")
        return _Answer(
            _plain(element) if typed else self.html(element).whole,
            fraction,
            "" if told is None else self.html(told).whole,
        )

    def item(self, content: Content) -> Item:
        explain = "\n".join(part for part in (self.after.whole, *self.more) if part)
        tags = [tag for tag in self.tags if tag and not lms.is_type_tag(tag)]
        if self.bank.category and not self.type:
            tags.append(slug(self.bank.category))
        if self.stem.lang:
            self.bank.langs.append(self.stem.lang)
        return Item(self.own_id, content, explain=explain, tags=tuple(dict.fromkeys(tags)), lang=self.stem.lang)

    def simplified(self, message: str) -> None:
        self.bank.intake.simplified(f"{one_line(self.name)[:40]!r}: {message}", self.line)

    def left_out(self, message: str, hint: str) -> None:
        self.bank.intake.left_out(f"{one_line(self.name)[:40]!r}: {message}", self.line, hint)

    def keep_told(self, answers: Iterable[_Answer]) -> None:
        """What is said to single answers goes into the explanation."""
        self.more += [f"{answer.text}: {answer.told}" for answer in answers if answer.told]


def _choice(question: _Question) -> Iterator[Content]:
    stem, answers = question.stem.whole, question.answers
    question.keep_told(answers)
    right = tuple(answer.text for answer in answers if answer.fraction > 0)
    wrong = tuple(answer.text for answer in answers if answer.fraction <= 0)
    if _plain(question.element.find("single")) in ("false", "0"):
        yield Multi(stem, right, wrong)
        return
    keys = [answer.text for answer in answers if answer.fraction >= _SURE]
    if len(keys) != 1:
        question.left_out(f"{len(keys)} options are right in full", "Make one option count 100 %.")
        return
    if len(right) > 1:
        question.simplified("options that count in part are wrong now")
    yield Choice(stem, keys[0], tuple(answer.text for answer in answers if answer.text != keys[0]))


def _truth(question: _Question) -> Iterator[Content]:
    right = next((answer for answer in question.answers if answer.fraction >= _SURE), None)
    if right is None:
        question.left_out("neither true nor false is right", "Give one of them 100 %.")
        return
    wrong = [answer.told for answer in question.answers if answer is not right]
    question.keep_told([right])
    yield TrueFalse(question.stem.whole, right.text.casefold() == "true", "".join(wrong[:1]))


def _short(question: _Question) -> Iterator[Content]:
    good = [answer for answer in question.answers if answer.fraction >= _SURE]
    patterns = [answer for answer in good if "*" in answer.text.replace("\\*", "")]
    answers = [answer.text.replace("\\*", "*") for answer in good if answer not in patterns]
    if patterns:
        question.simplified("answers with a * for anything were left out")
    if len(good) < len(question.answers):
        question.simplified("answers that count in part, or not at all, were left out")
    if _plain(question.element.find("usecase")) == "1":
        question.simplified("small and capital letters count as one now")
    question.keep_told(question.answers)
    if answers:
        yield Short(question.stem.whole, answers[0], tuple(answers[1:]))
    else:
        question.left_out("no answer is right in full", "Give one answer 100 %.")


def _number(question: _Question) -> Iterator[Content]:
    if any(_plain(one.find("tolerance")) not in ("", "0") for one in question.element.findall("answer")):
        question.simplified("how far an answer may be off was left out")
    yield from _short(question)


def _match(question: _Question) -> Iterator[Content]:
    both, wrong = [], 0
    for element in question.element.findall("subquestion"):
        left, right = question.html(element).whole, _plain(element.find("answer"))
        both += [(left, right)] if left else []
        wrong += not left
    if wrong:
        question.simplified("right sides that belong to no left side were left out")
    yield lms.matched(question.type, question.stem.whole, both)


def _ordering(question: _Question) -> Iterator[Content]:
    yield Order(question.stem.whole, tuple(answer.text for answer in question.answers))


def _essay(question: _Question) -> Iterator[Content]:
    named = {**question.after.named, **question.stem.named}
    answer = question.rich("graderinfo").whole or named.get(lms.ANSWER, "")
    yield lms.graded_by_people(question.type, question.stem.whole, answer, named)


def _cloze(question: _Question) -> Iterator[Content]:
    element = question.element.find("questiontext")
    marked, found = gaps.split(_raw(element))
    question.stem = question.html(element, marked)
    hint = question.rich("hint").whole
    if not found:
        question.left_out("it has no gap", "Write a gap in Moodle's notation.")
    for content, lost in gaps.contents(question.stem.whole, found, hint):
        if lost:
            question.simplified(lost)
        if content:
            yield content
        else:
            question.left_out("a gap has no answer that is right in full", "Give one answer 100 %.")


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
