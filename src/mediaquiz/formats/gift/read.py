"""GIFT as items, read as Moodle reads it: a blank line ends a question, a backslash takes the meaning of a sign."""

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from mediaquiz.formats import asked, lms
from mediaquiz.formats.asked import Answer, Asked
from mediaquiz.formats.htmltext import Found, text
from mediaquiz.formats.intake import Intake, blanked, in_deck_language, text_of
from mediaquiz.model.arrival import Arrival, Parcel
from mediaquiz.model.item import Cloze, Content, ItemType, Short
from mediaquiz.model.pictures import FOLDER, LARGEST, TYPES, is_inside, new_path
from mediaquiz.model.problem import Problem
from mediaquiz.model.views import BLANK

_SIGNS = "\\:#={}~n"
_ESCAPED = re.compile(r"\\([\\:#={}~n])")
_HIDDEN = re.compile("[\ufdd0-\ufdd7]")
_NAMED = re.compile(r"\[(?P<key>id|tag):(?P<value>(?:\\\]|[^\]])*)\]")
_NAME = re.compile(r"::(?P<name>.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(?P<format>html|moodle|plain|markdown)\]")
_WEIGHT = re.compile(r"%(?P<percent>-?[\d.]+)%")
_MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
_PICTURE = re.compile(r"data:(?P<type>[\w/+.-]+)(?:;path=(?P<path>[^;,]*))?;base64,(?P<data>[A-Za-z0-9+/=\s]*)")
_NUMBER = re.compile(r"\s*(?P<number>-?[\d.,eE+-]*?\d)\s*(?P<spread>(?::|\.\.).*)?$", re.DOTALL)
_GAP = "\ue000"
"""Stands for the braces inside a text."""
_TRUE = {"T": "true", "TRUE": "true", "F": "false", "FALSE": "false"}


def read(parcel: Parcel) -> tuple[Arrival, tuple[Problem, ...]]:
    """The questions of a GIFT file, their categories as tags."""
    whole, problems = text_of(parcel)
    bank = _Bank(Intake(parcel.name, problems=list(problems)))
    for line, block in _blocks(whole):
        bank.add(line, block)
    langs = [one.item.lang for one in bank.intake.items if one.item.lang]
    lang = max(sorted({*langs}), key=langs.count, default="")
    arrival, problems = bank.intake.arrival(lang=lang)
    items = tuple(in_deck_language(one, lang) for one in arrival.items)
    return replace(arrival, items=items, media=bank.media), problems


def _blocks(whole: str) -> Iterator[tuple[int, list[str]]]:
    """The runs of lines that are not blank, each with the number of its first."""
    block: list[str] = []
    start = 1
    for number, line in enumerate([*whole.split("\n"), ""], start=1):
        if line.strip():
            start = start if block else number
            block.append(line)
        elif block:
            yield start, block
            block = []


def _hide(raw: str) -> str:
    """Escaped signs as characters that no clean text has, so that they mean nothing."""
    return _ESCAPED.sub(lambda found: chr(0xFDD0 + _SIGNS.index(found[1])), raw)


def _show(hidden: str) -> str:
    """Hidden signs as themselves."""
    return _HIDDEN.sub(lambda found: (_SIGNS[:-1] + "\n")[ord(found[0]) - 0xFDD0], hidden)


@dataclass(slots=True)
class _Bank:
    """What the file gives so far."""

    intake: Intake
    media: dict[str, bytes] = field(default_factory=dict)
    category: str = ""

    def add(self, line: int, block: list[str]) -> None:
        comments = [one for one in block if one.lstrip().startswith("//")]
        body = _hide("\n".join(one for one in block if not one.lstrip().startswith("//"))).strip()
        if body.startswith("$CATEGORY:"):
            self.category = body.partition(":")[2].strip().replace("//", "\0").rpartition("/")[2].replace("\0", "/")
        elif body:
            named = [
                (found["key"], found["value"].replace("\\]", "]")) for found in _NAMED.finditer(" ".join(comments))
            ]
            number = next((value for key, value in named if key == "id"), "")
            tags = [value for key, value in named if key == "tag"]
            told = Asked(self.intake, line, number=number.strip(), tags=tags, category=self.category)
            _Question(self, told).read(body)


class _Question:
    """One question, and what was read of it so far; ``body`` and its parts are hidden text."""

    def __init__(self, bank: _Bank, told: Asked) -> None:
        self.bank = bank
        self.told = told
        self.format = "moodle"

    def read(self, body: str) -> None:
        named = _NAME.match(body)
        if named:
            self.told.name = _show(named["name"]).strip()
            body = body[named.end() :].strip()
        before, opened, rest = body.partition("{")
        inner, closed, after = rest.partition("}")
        self.told.name = self.told.name or _show(before)[:40]
        if bool(opened) != bool(closed) or "}" in before or re.search(r"[{}]", after):
            self.told.left_out("braces that do not belong together", "Put a backslash before braces of the text.")
        elif not opened:
            self.told.left_out("a text without a question", "Add answers in braces to ask something.")
        else:
            self.answers(before, inner, after)

    def answers(self, before: str, inner: str, after: str) -> None:
        inner, marked, general = inner.strip().rpartition("####") if "####" in inner else (inner.strip(), "", "")
        kind = _kind(inner.strip())
        gap = after.strip() != "" or self.told.kind is ItemType.CLOZE
        self.told.stem = self.words(f"{before}{_GAP}{after}" if gap else before, first=True)
        self.told.after = self.words(general) if marked else Found()
        if gap and kind != "short":
            self.told.stem = replace(self.told.stem, whole=self.told.stem.whole.replace(_GAP, BLANK))
        for content in _TYPES[kind](self, inner.strip()):
            self.told.add(_with_gap(self.told, content) if gap and isinstance(content, Short) else content)

    def words(self, hidden: str, *, first: bool = False) -> Found:
        """A text in the format that it, or the question, says."""
        found = _FORMAT.match(hidden)
        kind = found["format"] if found else self.format
        if first:
            self.format = kind
        raw = _show(hidden[found.end() :] if found else hidden)
        if kind in ("plain", "markdown") or (kind == "moodle" and not _MARKUP.search(raw)):
            return Found(raw.strip())
        html = raw if kind == "html" else raw.replace("\n", "<br>")
        read = text(html, self.picture, lms.CLASSES)
        for what in read.lost:
            self.told.simplified(f"{what} was left out of the text")
        return read.trimmed()

    def typed(self, hidden: str) -> str:
        """A typed answer, which is never HTML."""
        found = _FORMAT.match(hidden)
        return _show(hidden[found.end() :] if found else hidden).strip()

    def picture(self, address: str) -> str | None:
        found = _PICTURE.fullmatch(address)
        suffix = next((suffix for suffix, kind in TYPES.items() if found and kind == found["type"]), "")
        if not found or not suffix:
            return None
        try:
            data = base64.b64decode(found["data"], validate=False)
        except binascii.Error:
            return None
        path = unquote(found["path"] or "")
        path = path if path.startswith(f"{FOLDER}/") and is_inside(path) else new_path(f"picture{suffix}", data) or ""
        if not data or len(data) > LARGEST:
            return None
        self.bank.media[path] = data
        return path

    def answer(self, raw: str, percent: float, *, typed: bool) -> Answer:
        """An answer with its weight and what is said to it."""
        weight = _WEIGHT.match(raw.strip())
        body = raw.strip()[weight.end() :] if weight else raw
        words, _, told = body.partition("#")
        value = self.typed(words) if typed else self.words(words).whole
        share = float(weight["percent"]) if weight and weight["percent"].count(".") < 2 else percent
        return Answer(value, share, self.words(told).whole if told else "")


def _kind(inner: str) -> str:
    """What Moodle takes the answers for."""
    if not inner:
        return "essay"
    if inner.startswith("#"):
        return "number"
    if "~" in inner:
        return "choice"
    if "=" in inner and "->" in inner:
        return "match"
    return "truth" if inner.partition("#")[0].strip() in _TRUE else "short"


def _with_gap(told: Asked, content: Short) -> Content:
    """A question that is typed into its own text."""
    before, _, after = told.stem.whole.partition(_GAP)
    made = blanked(before, content.answer, after)
    if isinstance(made, Cloze):
        return replace(made, accept=content.accept, hint=told.stem.named.get(lms.HINT, ""))
    return replace(made, accept=content.accept)


def _choice(question: _Question, inner: str) -> Iterator[Content]:
    several = "=" not in inner
    parts = [part for part in inner.replace("=", "~=").split("~") if part.strip()]
    for part in parts:
        right = part.startswith("=")
        question.told.answers.append(question.answer(part.removeprefix("="), 100.0 * right, typed=False))
    return asked.choice(question.told, several=several)


def _truth(question: _Question, inner: str) -> Iterator[Content]:
    word, *told = inner.split("#", 2)
    said = [question.words(one).whole for one in told]
    answer = _TRUE[word.strip()]
    other = "false" if answer == "true" else "true"
    question.told.answers = [Answer(answer, 100.0, "".join(said[1:2])), Answer(other, 0.0, "".join(said[:1]))]
    return asked.truth(question.told)


def _short(question: _Question, inner: str) -> Iterator[Content]:
    parts = [part for part in inner.split("=") if part.strip()]
    question.told.answers = [question.answer(part, 100.0, typed=True) for part in parts]
    return asked.short(question.told)


def _match(question: _Question, inner: str) -> Iterator[Content]:
    both, unused = [], False
    for part in inner.split("="):
        left, arrow, right = part.partition("->")
        if arrow and left.strip():
            both.append((question.words(left).whole, _show(right).strip()))
        unused = unused or bool(part.strip() and not left.strip())
    if unused:
        question.told.simplified("right sides that belong to no left side were left out")
    yield lms.matched(question.told.kind, question.told.stem.whole, both)


def _number(question: _Question, inner: str) -> Iterator[Content]:
    parts = [part for part in inner[1:].split("=") if part.strip()]
    for part in parts:
        answer = question.answer(part, 100.0, typed=True)
        found = _NUMBER.match(answer.text)
        if found and found["spread"]:
            question.told.simplified("how far an answer may be off was left out")
        if found and ".." not in (found["spread"] or ""):
            question.told.answers.append(replace(answer, text=found["number"]))
    return asked.short(question.told)


def _essay(question: _Question, inner: str) -> Iterator[Content]:
    told = question.told
    named = {**told.after.named, **told.stem.named}
    yield lms.graded_by_people(told.kind, told.stem.whole, named.get(lms.ANSWER, ""), named)


_TYPES: Mapping[str, Callable[[_Question, str], Iterator[Content]]] = {
    "essay": _essay,
    "number": _number,
    "choice": _choice,
    "match": _match,
    "truth": _truth,
    "short": _short,
}
