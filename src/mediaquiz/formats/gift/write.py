"""Items as GIFT.

A backslash is doubled, ``~ = # { } :`` get one in front, a line break becomes ``\\n``; every text but a typed answer is
HTML and says so. The id and the tags stand in the comment above a question, where Moodle looks for them. Pictures go
inside the text.
"""

import base64
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

from mediaquiz.formats import lms
from mediaquiz.formats.markup import html
from mediaquiz.formats.shipping import Entry, Unfit, ship
from mediaquiz.model.item import Cloze, ItemType, TrueFalse
from mediaquiz.model.pictures import TYPES, suffix_of
from mediaquiz.model.problem import Problem
from mediaquiz.model.stages import Shipment
from mediaquiz.text import one_line

_SPECIAL = re.compile(r"[\\~=#{}:]")
_PLACEHOLDER = re.compile(r"&&0\d\d;")
ARROW = "->"


def write(shipment: Shipment) -> tuple[bytes, tuple[Problem, ...]]:
    """A GIFT file in UTF-8."""
    questions, problems = ship(shipment, "gift", _Writer(shipment.media).question)
    parts = []
    for path, group in groupby(questions, key=lambda one: lms.path_of(shipment.course_title, one[0].deck)):
        parts.append("$CATEGORY: " + "/".join(["$course$", "top", *(part.replace("/", "//") for part in path)]))
        parts += [question for _, question in group]
    return ("\n\n".join(parts) + "\n").encode("utf-8") if parts else b"", problems


def escaped(text: str) -> str:
    """The text so that nothing in it means anything to GIFT."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text).replace("\n", "\\n")


def _marked(body: str) -> str:
    return f"[html]{escaped(body)}"


@dataclass(frozen=True, slots=True)
class _Writer:
    media: Mapping[str, bytes]

    def question(self, entry: Entry) -> str:
        answers = _TYPES[entry.item.type](self, entry)
        after = lms.feedback(entry, self.address)
        told = f"####{_marked(after)}" if after else ""
        if isinstance(entry.item.content, Cloze):
            gap = "\ufdd0"
            text = _marked(lms.gap(entry, gap, self.address)).replace(
                gap, "{" + " ".join([*answers, told]).strip() + "}"
            )
        else:
            inner = "".join(f"\n\t{one}" for one in [*answers, told] if one)
            text = f"{_marked(lms.stem(entry, self.address))}{{{inner}{chr(10) if inner else ''}}}"
        return f"{_comment(entry)}\n::{escaped(lms.name_of(entry))}::{text}"

    def address(self, path: str) -> str | None:
        """The picture itself."""
        data = self.media.get(path)
        if data is None:
            return None
        return (
            f"data:{TYPES[suffix_of(path)]};path={quote(path, safe='')};base64,{base64.b64encode(data).decode('ascii')}"
        )

    def html(self, text: str) -> str:
        return _marked(html(text, self.address))


def _comment(entry: Entry) -> str:
    tags = []
    for tag in lms.tags_of(entry):
        plain = one_line(tag).replace("\\", "/")
        if plain != tag:
            entry.notes.append(f"the tag {tag!r} became {plain!r}")
        tags.append(plain.replace("]", "\\]"))
    return " ".join([f"// [id:{entry.item.id}]", *(f"[tag:{tag}]" for tag in tags)])


def _typed(writer: _Writer, entry: Entry) -> list[str]:
    return [f"={_raw(answer)}" for answer in lms.typed(entry)]


def _raw(answer: str) -> str:
    """A typed answer, which is no HTML."""
    if ARROW in answer:
        raise Unfit(f"its answer {answer[:40]!r} has an arrow (->), which makes a matching question of it in GIFT")
    if _PLACEHOLDER.search(answer):
        raise Unfit(f"its answer {answer[:40]!r} has a sign sequence that Moodle's reader uses itself")
    weight = "%100%" if answer.startswith("%") else ""
    kind = "[plain]" if answer.startswith("[") else ""
    return weight + kind + escaped(answer.replace("*", "\\*"))


def _options(writer: _Writer, entry: Entry) -> list[str]:
    options = lms.options(entry)
    if entry.item.type is ItemType.CHOICE:
        return [f"{'=' if right else '~'}{writer.html(text)}" for text, right in options]
    share = f"{lms.share(options):.5f}".rstrip("0").rstrip(".")
    return [f"~%{'' if right else '-'}{share}%{writer.html(text)}" for text, right in options]


def _truth(writer: _Writer, entry: Entry) -> list[str]:
    content = entry.item.content
    if not isinstance(content, TrueFalse):
        return []
    told = f"#{writer.html(content.correction)}" if content.correction else ""
    return [f"{'TRUE' if content.answer else 'FALSE'}{told}"]


def _pairs(writer: _Writer, entry: Entry) -> list[str]:
    lines = []
    for left, right in lms.pairs(entry.item.content):
        if ARROW in right:
            entry.notes.append(f"the arrow in {right[:40]!r} became →, which GIFT can hold")
        side = escaped(lms.plain_side(entry, right.replace(ARROW, "→")))
        lines.append(f"={writer.html(left)} {ARROW} {side}")
    return lines


def _nothing(writer: _Writer, entry: Entry) -> list[str]:
    return []


_TYPES: Mapping[ItemType, Callable[[_Writer, Entry], list[str]]] = {
    ItemType.RECALL: _nothing,
    ItemType.SHORT: _typed,
    ItemType.CLOZE: _typed,
    ItemType.CHOICE: _options,
    ItemType.MULTI: _options,
    ItemType.TRUEFALSE: _truth,
    ItemType.ORDER: _pairs,
    ItemType.LIST: _nothing,
    ItemType.MATCH: _pairs,
    ItemType.PRACTICE: _nothing,
}
"""What stands between the braces; nothing makes an essay."""
