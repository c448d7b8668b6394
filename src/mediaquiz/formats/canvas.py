"""Items as Canvas quizzes: a QTI 1.2 archive in the dialect that Canvas writes itself, one quiz a lesson.

Canvas tells the type of a question in a metadata field. Names that stand for ids begin with a letter; the text on the
right of a match is plain; pictures lie in ``web_resources``.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import groupby
from typing import Any
from urllib.parse import quote

from mediaquiz.formats import lms
from mediaquiz.formats.archive import zipped
from mediaquiz.formats.markup import addresses, html
from mediaquiz.formats.shipping import Entry, ship
from mediaquiz.formats.xmltree import document, node
from mediaquiz.model.item import ItemType, TrueFalse
from mediaquiz.model.problem import Problem
from mediaquiz.model.stages import Shipment
from mediaquiz.model.views import BLANK

_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
_FILES = "$IMS-CC-FILEBASE$/"
_FOLDER = "web_resources/"


def write(shipment: Shipment) -> tuple[bytes, tuple[Problem, ...]]:
    """A zip for Canvas's import "QTI .zip file"."""
    items, problems = ship(shipment, "canvas", _Writer(shipment.media).item)
    files: dict[str, bytes] = {}
    resources: list[Any] = []
    quizzes = groupby(items, key=lambda one: one[0].deck)
    for place, (deck, group) in enumerate(quizzes, start=1):
        name, title = f"quiz{place}", " · ".join(lms.path_of(shipment.course_title, deck))
        questions = [item for _, item in group]
        files[f"{name}/{name}.xml"] = document(_quiz(name, title, questions))
        files[f"{name}/assessment_meta.xml"] = document(_meta(name, title, len(questions)))
        resources += _resources(name)
    named = {one for data in files.values() for one in addresses(unescape(data.decode("utf-8")))}
    used = [path for path in shipment.media if _src(path) in named]
    files |= {_FOLDER + path: shipment.media[path] for path in used}
    resources += [
        node(
            "resource",
            node("file", href=_FOLDER + path),
            identifier=f"file{n}",
            type_="webcontent",
            href=_FOLDER + path,
        )
        for n, path in enumerate(used, start=1)
    ]
    data = zipped({"imsmanifest.xml": document(_manifest(resources)), **files})
    return data if items else b"", problems


def _src(path: str) -> str:
    return _FILES + quote(path)


def _manifest(resources: Sequence[Any]) -> Any:
    schema = (node("schema", text="IMS Content"), node("schemaversion", text="1.1.3"))
    parts = (node("metadata", *schema), node("organizations"), node("resources", *resources))
    return node("manifest", *parts, identifier="mediaquiz", xmlns=_PACKAGE)


def _resources(name: str) -> list[Any]:
    quiz, meta = f"{name}/{name}.xml", f"{name}/assessment_meta.xml"
    depends = node("dependency", identifierref=f"{name}_meta")
    about = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
    return [
        node("resource", node("file", href=quiz), depends, identifier=name, type_="imsqti_xmlv1p2"),
        node("resource", node("file", href=meta), identifier=f"{name}_meta", type_=about, href=meta),
    ]


def _quiz(name: str, title: str, items: Sequence[Any]) -> Any:
    tries = node("qtimetadata", _metadata("cc_maxattempts", "1"))
    section = node("section", *items, ident="root_section")
    assessment = node("assessment", tries, section, ident=name, title=title)
    return node("questestinterop", assessment, xmlns=_QTI)


def _meta(name: str, title: str, points: int) -> Any:
    settings = {"title": title, "description": "", "shuffle_answers": "true", "scoring_policy": "keep_highest"}
    settings |= {"quiz_type": "assignment", "points_possible": f"{points}.0", "allowed_attempts": "1"}
    parts = [node(key, text=value) for key, value in settings.items()]
    return node("quiz", *parts, identifier=name, xmlns=_CANVAS)


def _metadata(label: str, entry: str) -> Any:
    return node("qtimetadatafield", node("fieldlabel", text=label), node("fieldentry", text=entry))


def _material(text: str, *, plain: bool = False) -> Any:
    return node("material", node("mattext", text=text, texttype="text/plain" if plain else "text/html"))


def _label(name: str, text: str, *, plain: bool = False) -> Any:
    return node("response_label", _material(text, plain=plain), ident=name)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The halves of a question: how it is answered, the conditions that give points, what is said to one answer."""

    responses: Sequence[Any]
    conditions: Sequence[Any]
    told: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Writer:
    media: Mapping[str, bytes]

    def item(self, entry: Entry) -> Any:
        kind, make = _TYPES[entry.item.type]
        asked = make(self, entry)
        general = lms.feedback(entry, self.address)
        told = {f"{label}_fb": (_is(_FIRST, label), text) for label, text in asked.told.items()}
        told |= {"general_fb": (node("other"), general)} if general else {}
        shown = [_condition([test], node("displayfeedback", feedbacktype="Response", linkrefid=name), go_on=True)
                 for name, (test, _) in told.items()]  # fmt: skip
        outcomes = node("outcomes", node("decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal"))
        metadata = node("qtimetadata", _metadata("question_type", kind), _metadata("points_possible", "1.0"))
        return node(
            "item",
            node("itemmetadata", metadata),
            node("presentation", _material(self.question(entry)), *asked.responses),
            node("resprocessing", outcomes, *shown, *asked.conditions),
            *(node("itemfeedback", node("flow_mat", _material(text)), ident=name) for name, (_, text) in told.items()),
            ident=f"mq_{entry.item.id}",
            title=lms.name_of(entry),
        )

    def question(self, entry: Entry) -> str:
        if entry.item.type is ItemType.CLOZE:
            return lms.gap(entry, BLANK, self.address)
        return lms.stem(entry, self.address)

    def address(self, path: str) -> str | None:
        return _src(path) if path in self.media else None

    def html(self, text: str) -> str:
        return html(text, self.address)


_FIRST = "response1"
_MARKUP = re.compile(r"<[A-Za-z/!]|&\w+;")


def _is(response: str, value: str) -> Any:
    return node("varequal", text=value, respident=response)


def _score(points: str, action: str = "Set") -> Any:
    return node("setvar", text=points, action=action, varname="SCORE")


def _condition(tests: Sequence[Any], then: Any, *, go_on: bool = False) -> Any:
    return node("respcondition", node("conditionvar", *tests), then, continue_="Yes" if go_on else "No")


def _choices(writer: _Writer, entry: Entry) -> _Asked:
    options = [(f"a{place}", *option) for place, option in enumerate(lms.options(entry), start=1)]
    several = entry.item.type is ItemType.MULTI
    labels = [_label(name, writer.html(text)) for name, text, _ in options]
    tests = [_is(_FIRST, name) if right else node("not", _is(_FIRST, name)) for name, _, right in options]
    key = node("and", *tests) if several else next(_is(_FIRST, name) for name, _, right in options if right)
    response = _picked(_FIRST, labels, "Multiple" if several else "Single")
    return _Asked([response], [_condition([key], _score("100"))])


def _picked(name: str, labels: Sequence[Any], several: str, *before: Any) -> Any:
    return node("response_lid", *before, node("render_choice", *labels), ident=name, rcardinality=several)


def _truth(writer: _Writer, entry: Entry) -> _Asked:
    content = entry.item.content
    if not isinstance(content, TrueFalse):
        raise TypeError(content.TYPE)
    labels = [_label(f"{word.lower()}_choice", word) for word in ("True", "False")]
    right, wrong = ("true_choice", "false_choice") if content.answer else ("false_choice", "true_choice")
    told = {wrong: writer.html(content.correction)} if content.correction else {}
    return _Asked([_picked(_FIRST, labels, "Single")], [_condition([_is(_FIRST, right)], _score("100"))], told)


def _field() -> Any:
    box = node("render_fib", node("response_label", ident="answer1", rshuffle="No"))
    return node("response_str", box, ident=_FIRST, rcardinality="Single")


def _typed(writer: _Writer, entry: Entry) -> _Asked:
    # Canvas takes the answers that stand side by side, and none inside of an <or>.
    answers = [_is(_FIRST, answer) for answer in lms.typed(entry)]
    return _Asked([_field()], [_condition(answers, _score("100"))])


def _essay(writer: _Writer, entry: Entry) -> _Asked:
    # The schema wants a condition; this one gives nothing, so that a teacher does.
    return _Asked([_field()], [node("respcondition", node("conditionvar", node("other")), continue_="No")])


def _pairs(writer: _Writer, entry: Entry) -> _Asked:
    both = lms.pairs(entry.item.content)
    for _, right in both:
        if _MARKUP.search(right):
            entry.notes.append(f"Canvas may take a part of {right[:40]!r} for markup")
    sides = {lms.plain_side(entry, right): f"r{place}" for place, (_, right) in enumerate(both, start=1)}
    share = f"{100 / len(both):.2f}"
    responses, conditions = [], []
    for place, (left, right) in enumerate(both, start=1):
        labels = [_label(name, text, plain=True) for text, name in sorted(sides.items())]
        name = f"response_l{place}"
        responses.append(_picked(name, labels, "Single", _material(writer.html(left))))
        conditions.append(_condition([_is(name, sides[right])], _score(share, "Add")))
    return _Asked(responses, conditions)


_TYPES: Mapping[ItemType, tuple[str, Callable[[_Writer, Entry], _Asked]]] = {
    ItemType.RECALL: ("essay_question", _essay),
    ItemType.SHORT: ("short_answer_question", _typed),
    ItemType.CLOZE: ("short_answer_question", _typed),
    ItemType.CHOICE: ("multiple_choice_question", _choices),
    ItemType.MULTI: ("multiple_answers_question", _choices),
    ItemType.TRUEFALSE: ("true_false_question", _truth),
    ItemType.ORDER: ("matching_question", _pairs),
    ItemType.LIST: ("essay_question", _essay),
    ItemType.MATCH: ("matching_question", _pairs),
    ItemType.PRACTICE: ("essay_question", _essay),
}
"""Item type → Canvas's type, and how a question of that type is answered."""
