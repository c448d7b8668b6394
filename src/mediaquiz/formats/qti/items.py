"""One item as a QTI 2.1 assessment item: how it is answered, its key, and what gives the point.

Each item says itself how it is scored, in conditions that every player knows: the whole answer right is 1, anything
else less. An item that people grade has no scoring; what they need stands in a rubric for scorers.
"""

import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from lxml import etree

from mediaquiz.formats import lms
from mediaquiz.formats.markup import KEEPS_SPACES, html
from mediaquiz.formats.shipping import Entry
from mediaquiz.formats.xmltree import node
from mediaquiz.model.item import Cloze, ItemType, Match, TrueFalse

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
_ANSWER = "RESPONSE"
_TRUTH = {"en": ("True", "False"), "ko": ("참", "거짓")}
_LONE = re.compile(r"<(br|img [^>]*)>")


@dataclass(frozen=True, slots=True)
class _Asked:
    """How an item is answered: its declaration, what stands below (or, for a gap, in) the question.

    ``inside`` is the whole question where the answer goes inside of it; ``told`` is said to those who get it wrong.
    """

    declaration: Any
    interaction: Sequence[Any] = ()
    inside: str = ""
    graded: bool = True
    mapped: bool = False
    told: str = ""
    rubric: Sequence[Any] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class ItemWriter:
    """Writes items; ``media`` holds the pictures that there are, which lie in the folder above the items'."""

    media: Mapping[str, bytes]

    def item(self, entry: Entry) -> Any:
        """The item's root element."""
        asked = _TYPES[entry.item.type](self, entry)
        question = asked.inside or lms.stem(entry, self.address)
        body = node("itemBody", *asked.rubric, *xhtml(question), *asked.interaction)
        after = lms.feedback(entry, self.address)
        told = {"right": after, "wrong": asked.told + after} if asked.graded else {"right": after}
        told = {name: text for name, text in told.items() if text}
        root = node(
            "assessmentItem",
            asked.declaration,
            node("outcomeDeclaration", _default("0"), identifier="SCORE", cardinality="single", baseType="float"),
            *([_outcome("FEEDBACK")] if told else []),
            body,
            _processing(asked, told),
            *(_feedback(name, text) for name, text in told.items()),
            identifier=f"mq_{entry.item.id}",
            title=lms.name_of(entry),
            adaptive="false",
            timeDependent="false",
        )
        return in_namespace(root, QTI, f"{QTI} {QTI}.xsd")

    def address(self, path: str) -> str | None:
        """A picture's address as seen from an item."""
        return f"../{quote(path)}" if path in self.media else None

    def html(self, text: str) -> list[Any]:
        """A text of the item as elements."""
        return xhtml(html(text, self.address))


def in_namespace(root: Any, namespace: str, schema: str) -> Any:
    """The tree with its elements in a namespace, and where its schema is."""
    moved: Any = etree.Element(f"{{{namespace}}}{root.tag}", nsmap={None: namespace, "xsi": _SCHEMA})
    for name, value in root.attrib.items():
        moved.set(name, value)
    moved.set(f"{{{_SCHEMA}}}schemaLocation", schema)
    moved.extend(list(root))
    for element in moved.iter():
        if not element.tag.startswith("{"):
            element.tag = f"{{{namespace}}}{element.tag}"
    return moved


def xhtml(body: str) -> list[Any]:
    """HTML of ``markup`` as the elements that an item may hold."""
    whole = _LONE.sub(r"<\1/>", body).replace(f'style="{KEEPS_SPACES}"', 'class="mq-spaces"')
    whole = whole.replace(' lang="', ' xml:lang="')
    parsed: Any = etree.fromstring(f"<div>{whole}</div>")
    lone = len(parsed) == 1 and parsed[0].tag == "div" and not parsed.text and not parsed[0].tail
    return list(parsed) if lone else [parsed]


def _default(value: str) -> Any:
    return node("defaultValue", node("value", text=value))


def _outcome(name: str) -> Any:
    return node("outcomeDeclaration", identifier=name, cardinality="single", baseType="identifier")


def _feedback(name: str, text: str) -> Any:
    return node("modalFeedback", *xhtml(text), outcomeIdentifier="FEEDBACK", identifier=name, showHide="show")


def _processing(asked: _Asked, told: Mapping[str, str]) -> Any:
    """What gives the point, and what is shown."""

    def outcomes(score: str, name: str) -> Iterable[Any]:
        yield _set("SCORE", "float", score)
        if name in told:
            yield _set("FEEDBACK", "identifier", name)

    if not asked.graded:
        return node("responseProcessing", *(_set("FEEDBACK", "identifier", name) for name in told))
    answer = node("variable", identifier=_ANSWER)
    if asked.mapped:
        worth = node("mapResponse", identifier=_ANSWER)
        test = node("gte", worth, node("baseValue", text="1", baseType="float"))
    else:
        test = node("match", answer, node("correct", identifier=_ANSWER))
    condition = node(
        "responseCondition",
        node("responseIf", test, *outcomes("1", "right")),
        node("responseElse", *outcomes("0", "wrong")),
    )
    return node("responseProcessing", condition)


def _set(name: str, kind: str, value: str) -> Any:
    return node("setOutcomeValue", node("baseValue", text=value, baseType=kind), identifier=name)


def _declaration(cardinality: str, base: str, *values: str, more: Sequence[Any] = ()) -> Any:
    correct = [node("correctResponse", *(node("value", text=value) for value in values))] if values else []
    return node("responseDeclaration", *correct, *more, identifier=_ANSWER, cardinality=cardinality, baseType=base)


def _choice(name: str, content: Sequence[Any]) -> Any:
    return node("simpleChoice", *content, identifier=name)


def _options(writer: ItemWriter, entry: Entry) -> _Asked:
    options = [(f"a{place}", *option) for place, option in enumerate(lms.options(entry), start=1)]
    several = entry.item.type is ItemType.MULTI
    keys = [name for name, _, right in options if right]
    choices = [_choice(name, writer.html(text)) for name, text, _ in options]
    most = "0" if several else "1"
    interaction = node("choiceInteraction", *choices, responseIdentifier=_ANSWER, shuffle="true", maxChoices=most)
    return _Asked(_declaration("multiple" if several else "single", "identifier", *keys), [interaction])


def _truth(writer: ItemWriter, entry: Entry) -> _Asked:
    content = entry.item.content
    if not isinstance(content, TrueFalse):
        raise TypeError(content.TYPE)
    words = _TRUTH.get(entry.lang.partition("-")[0], _TRUTH["en"])
    choices = [_choice(name, writer.html(word)) for name, word in zip(("true", "false"), words, strict=True)]
    interaction = node("choiceInteraction", *choices, responseIdentifier=_ANSWER, shuffle="false", maxChoices="1")
    told = html(content.correction, writer.address) if content.correction else ""
    told = f"<div>{told}</div>" if told else ""
    return _Asked(_declaration("single", "identifier", str(content.answer).lower()), [interaction], told=told)


def _typed_key(entry: Entry) -> Any:
    """The declaration of a typed answer: every accepted wording is worth the point, in any letter case."""
    answers = list(dict.fromkeys(lms.typed(entry)))
    entries = [node("mapEntry", mapKey=answer, mappedValue="1", caseSensitive="false") for answer in answers]
    return _declaration("single", "string", answers[0], more=[node("mapping", *entries, defaultValue="0")])


def _box(length: int) -> Any:
    return node("textEntryInteraction", responseIdentifier=_ANSWER, expectedLength=str(length))


def _typed(writer: ItemWriter, entry: Entry) -> _Asked:
    length = max(map(len, lms.typed(entry)))
    return _Asked(_typed_key(entry), [node("div", _box(length))], mapped=True)


def _gap(writer: ItemWriter, entry: Entry) -> _Asked:
    content = entry.item.content
    length = max(map(len, lms.deletion(content))) if isinstance(content, Cloze) else 1
    box = f'<textEntryInteraction responseIdentifier="{_ANSWER}" expectedLength="{length}"/>'
    return _Asked(_typed_key(entry), inside=lms.gap(entry, box, writer.address), mapped=True)


def _steps(writer: ItemWriter, entry: Entry) -> _Asked:
    steps = [(f"s{place}", right) for place, (_, right) in enumerate(lms.pairs(entry.item.content), start=1)]
    shown = random.Random(entry.item.id).sample(steps, len(steps))
    choices = [_choice(name, writer.html(text)) for name, text in shown]
    interaction = node("orderInteraction", *choices, responseIdentifier=_ANSWER, shuffle="true")
    return _Asked(_declaration("ordered", "identifier", *(name for name, _ in steps)), [interaction])


def _pairs(writer: ItemWriter, entry: Entry) -> _Asked:
    """Equal right sides are one, so that none of two equal ones is wrong."""
    both = entry.item.content.pairs if isinstance(entry.item.content, Match) else ()
    rights = {right: f"r{place}" for place, (_, right) in enumerate(both, start=1)}
    keys = [f"l{place} {rights[right]}" for place, (_, right) in enumerate(both, start=1)]
    lefts = [_side(f"l{place}", writer.html(left), 1) for place, (left, _) in enumerate(both, start=1)]
    mixed = random.Random(entry.item.id).sample(sorted(rights.items()), len(rights))
    uses = [right for _, right in both]
    targets = [_side(name, writer.html(text), uses.count(text)) for text, name in mixed]
    sets = node("simpleMatchSet", *lefts), node("simpleMatchSet", *targets)
    most = str(len(both))
    interaction = node("matchInteraction", *sets, responseIdentifier=_ANSWER, shuffle="true", maxAssociations=most)
    return _Asked(_declaration("multiple", "directedPair", *keys), [interaction])


def _side(name: str, content: Sequence[Any], uses: int) -> Any:
    return node("simpleAssociableChoice", *content, identifier=name, matchMax=str(uses))


def _essay(writer: ItemWriter, entry: Entry) -> _Asked:
    answer = lms.answer_for_people(entry.item.content)
    rubric = [node("rubricBlock", *writer.html(answer), view="scorer")] if answer else []
    interaction = node("extendedTextInteraction", responseIdentifier=_ANSWER, expectedLines="8")
    return _Asked(_declaration("single", "string"), [interaction], graded=False, rubric=rubric)


_TYPES: Mapping[ItemType, Callable[[ItemWriter, Entry], _Asked]] = {
    ItemType.RECALL: _essay,
    ItemType.SHORT: _typed,
    ItemType.CLOZE: _gap,
    ItemType.CHOICE: _options,
    ItemType.MULTI: _options,
    ItemType.TRUEFALSE: _truth,
    ItemType.ORDER: _steps,
    ItemType.LIST: _essay,
    ItemType.MATCH: _pairs,
    ItemType.PRACTICE: _essay,
}
