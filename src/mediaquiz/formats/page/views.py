"""What a template sees: forms and questions as plain values, every text as safe HTML with its language."""

import base64
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mediaquiz.formats.page.words import LANGUAGES, points_text
from mediaquiz.formats.richtext import HOLE, blocks
from mediaquiz.grade.folding import wordings
from mediaquiz.model import views
from mediaquiz.model.form import Form, Question
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Choice, Cloze, Content, Item, ListAll, Match, Multi, Order, Practice, Short, TrueFalse
from mediaquiz.model.pictures import PICTURE, TYPES, suffix_of
from mediaquiz.model.stages import Shipment
from mediaquiz.text import clean, language_of, one_line

if TYPE_CHECKING:
    from markupsafe import Markup

_HOLD = "\ufdd1"  # for pictures, as HOLE is for the blank
_HELD = re.compile(f"{_HOLD}(\\d+){_HOLD}")


@dataclass(frozen=True, slots=True)
class Text:
    """A text of an item: ``html`` is safe to put into a page, ``plain`` is for attributes, ``lang`` may be empty."""

    html: "Markup"
    plain: str
    lang: str = ""

    def __bool__(self) -> bool:
        return bool(self.plain)


@dataclass(frozen=True, slots=True)
class Option:
    """An option as shown: ``letter`` names it on this form, ``right`` when it is the answer or a part of it."""

    letter: str
    text: Text
    right: bool = False


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question. ``number`` counts from 1 on its form; ``id`` and ``seen`` tell which item in which wording it is.

    ``before`` and ``after`` are the parts of a cloze around its blank, for other types ``before`` is the stem.
    ``lefts`` are the left sides of a match, each with the letter of its right side. ``members`` counts the answers of
    a list. ``size`` (s, m, l) is the room that the answer needs, ``lines`` the lines on paper. ``answer`` is one text
    for each part of the answer, in the order of this form, and ``answer_letters`` the same in letters; ``also`` are
    other right wordings; ``shown`` holds ``options`` and ``lefts`` as the item
    writes them, for results; ``key`` is what the page's script compares answers with.
    """

    number: int
    id: str
    seen: str
    type: str
    points: int
    points_text: str
    context: Text
    before: Text
    after: Text
    hint: Text
    period: str
    options: tuple[Option, ...]
    lefts: tuple[tuple[Text, str], ...]
    members: int
    size: str
    lines: int
    answer: tuple[Text, ...]
    answer_letters: str
    also: tuple[Text, ...]
    explain: Text
    quote: Text
    lesson: Text
    shown: Mapping[str, Sequence[str]]
    key: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FormView:
    """One form, with its name and seed in words."""

    name: str
    label: str
    seed: int
    points: int
    questions: tuple[QuestionView, ...]


class Scribe:
    """Makes the views of one page: knows its language, its words and its pictures."""

    def __init__(self, lang: str, media: Mapping[str, bytes]) -> None:
        self.lang = lang
        self.words = LANGUAGES[lang]
        self._media = media

    def form(self, form: Form) -> FormView:
        """The view of a form."""
        words = self.words
        parts = [words["form"].format(name=form.name)] if form.name else []
        parts += [words["seed"].format(seed=form.seed)]
        questions = tuple(
            self.question(question, number, mixed=form.mixed) for number, question in enumerate(form.questions, start=1)
        )
        return FormView(form.name, " · ".join(parts), form.seed, form.points, questions)

    def question(self, question: Question, number: int, *, mixed: bool) -> QuestionView:
        """The view of a question; of a ``mixed`` form, with what stands above it."""
        item, lang, content = question.item, question.lang, question.item.content
        before, after = self._prompt(content, lang)
        right = _right(content)
        options = self._options(question, lang)
        return QuestionView(
            number=number,
            id=item.id,
            seen=views.wording(item),
            type=item.type.value,
            points=question.points,
            points_text=points_text(self.words, question.points),
            context=self.text(item.context if mixed else "", lang),
            before=before,
            after=after,
            hint=self.text(content.hint if isinstance(content, Cloze) else "", lang),
            period=content.period if isinstance(content, Practice) else "",
            options=options,
            lefts=tuple(
                (self.text(left, lang), letter(question.options.index(side))) for left, side in _pairs(content)
            ),
            members=len(content.members) if isinstance(content, ListAll) else 0,
            size=_size(right),
            lines=_lines(content),
            answer=tuple(self.text(part, lang) for part in self._answer(content, question.options)),
            answer_letters=_letters(content, question.options, options),
            also=tuple(self.text(wording, lang) for wording in views.accepted(content)),
            explain=self.text(_why(item), lang),
            quote=self.text(item.source.quote if item.source else "", lang),
            lesson=self.text(question.lesson, lang),
            shown=_shown(content, question.options),
            key=_key(content, question.options),
        )

    def text(self, text: str, lang: str = "") -> Text:
        """A text of an item, ready for the page. ``lang`` is what its deck says."""
        from markupsafe import Markup

        cleaned = clean(text)
        if not cleaned.strip():
            return Text(Markup(), "")
        return Text(Markup(self._html(cleaned)), one_line(cleaned), self._lang(cleaned, lang))

    def _prompt(self, content: Content, lang: str) -> tuple[Text, Text]:
        """What is asked: before and after the blank of a cloze, whose marks may reach over it; else all before."""
        from markupsafe import Markup

        if not isinstance(content, Cloze):
            return self.text(content.stem, lang), self.text("")
        text = views.DELETION.sub(HOLE, clean(content.text), count=1)
        before, _, after = self._html(text).partition(HOLE)
        told = self._lang(text, lang)
        return Text(Markup(before), one_line(text).replace(HOLE, views.BLANK), told), Text(Markup(after), "", told)

    def _lang(self, text: str, told: str) -> str:
        """The ``lang`` of a text where it differs from the page's; empty where it does not, or has no letters."""
        if not any(char.isalpha() for char in text):
            return ""
        found = "ko" if language_of(text) == "ko" else told if told not in ("", "ko") else "en"
        return "" if found == self.lang else found

    def _html(self, text: str) -> str:
        held: list[str] = []

        def hold(found: re.Match[str]) -> str:
            held.append(self._picture(found["alt"], found["path"]))
            return f"{_HOLD}{len(held) - 1}{_HOLD}"

        html = blocks(PICTURE.sub(hold, text))
        return _HELD.sub(lambda found: held[int(found[1])], html)

    def _picture(self, alt: str, path: str) -> str:
        from markupsafe import escape

        data = self._media.get(path)
        if data is None:
            return f"<em>[{escape(alt)}]</em>"
        source = f"data:{TYPES[suffix_of(path)]};base64,{base64.b64encode(data).decode()}"
        return f'<img src="{source}" alt="{escape(alt)}">'

    def _options(self, question: Question, lang: str) -> tuple[Option, ...]:
        content = question.item.content
        if isinstance(content, TrueFalse):
            yes, no = self.text(self.words["true"]), self.text(self.words["false"])
            return Option("", yes, content.answer), Option("", no, not content.answer)
        right = set(_right(content))
        return tuple(
            Option(letter(at), self.text(option, lang), option in right) for at, option in enumerate(question.options)
        )

    def _answer(self, content: Content, shown: Sequence[str]) -> Sequence[str]:
        if isinstance(content, Multi):
            return sorted(content.key, key=shown.index)
        if isinstance(content, TrueFalse):
            return (self.words["true" if content.answer else "false"],)
        if isinstance(content, Match):
            return [f"{left} – {right}" for left, right in content.pairs]
        return [part for part in _right(content) if part]


def letter(at: int) -> str:
    """The letter of an option, counted from 0: A to Z, then AA, AB and so on."""
    rest, last = divmod(at, 26)
    return (letter(rest - 1) if rest else "") + chr(ord("A") + last)


def page_title(shipment: Shipment) -> str:
    """The title that was told, else that of the one lesson that all questions are from, else the course's."""
    lessons = {question.lesson for form in shipment.forms for question in form.questions}
    only = lessons.pop() if len(lessons) == 1 else ""
    return one_line(clean(shipment.options.get("title") or only or shipment.course_title))


def page_language(forms: Iterable[Form], told: str) -> str:
    """The language of the page's own words: what was told, else that of the questions together."""
    if told in LANGUAGES:
        return told
    return language_of(" ".join(views.prompt(question.item.content) for form in forms for question in form.questions))


def _right(content: Content) -> Sequence[str]:
    found = views.answer(content)
    return (found,) if isinstance(found, str) else tuple(found)


def _pairs(content: Content) -> Sequence[tuple[str, str]]:
    return content.pairs if isinstance(content, Match) else ()


def _why(item: Item) -> str:
    correction = item.content.correction if isinstance(item.content, TrueFalse) else ""
    return "\n\n".join(dict.fromkeys(part for part in (correction, item.explain) if part))


def _letters(content: Content, shown: Sequence[str], options: Sequence[Option]) -> str:
    """The answer as a student writes it on paper: letters, where the form has some."""
    match content:
        case Order(sequence=sequence):
            return " ".join(letter(shown.index(part)) for part in sequence)
        case Choice() | Multi():
            return " ".join(option.letter for option in options if option.right)
        case _:
            return ""


def _weight(text: str) -> int:
    """How wide a text is, roughly, in Latin letters."""
    return sum(2 if ord(char) > 0x2E7F else 1 for char in text)


def _size(right: Sequence[str]) -> str:
    """s, m or l: told by steps, so that a blank does not give its answer away."""
    widest = max(map(_weight, right), default=0)
    return "s" if widest <= 12 else "m" if widest <= 28 else "l"


def _lines(content: Content) -> int:
    """Lines to write on. Handwriting takes about twice the room of print."""
    match content:
        case Short():
            return 1
        case ListAll(members=members):
            return len(members)
        case Practice():
            return 6
        case _:
            return min(max(2, -(-_weight(views.answer_text(content)) // 45)), 7)


def _shown(content: Content, options: Sequence[str]) -> dict[str, Sequence[str]]:
    """What results are written in: the item's own words, in no language of the page."""
    told: dict[str, Sequence[str]] = {"options": ("true", "false") if isinstance(content, TrueFalse) else options}
    if isinstance(content, Match):
        told["lefts"] = [left for left, _ in content.pairs]
    return {name: values for name, values in told.items() if values}


def _key(content: Content, shown: Sequence[str]) -> dict[str, Any]:
    """What the page's script compares answers with. Numbers are places among the options as shown."""
    match content:
        case Choice(key=key):
            return {"right": [shown.index(key)]}
        case Multi(key=keys):
            return {"right": sorted(shown.index(key) for key in keys)}
        case TrueFalse(answer=answer):
            return {"right": [0 if answer else 1]}
        case Order(sequence=sequence):
            return {"right": [shown.index(part) for part in sequence]}
        case Match(pairs=pairs):
            return {"right": [shown.index(side) for _, side in pairs]}
        case ListAll(members=members, accept=groups):
            others = [*groups, *[()] * len(members)]
            return {"accept": [_wordings((member, *others[at])) for at, member in enumerate(members)]}
        case Short() | Cloze():
            return {"accept": [_wordings((views.answer_text(content), *views.accepted(content)))]}
        case _:
            return {}


def _wordings(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(wording for text in texts for wording in wordings(clean(text))))
