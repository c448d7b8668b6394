"""``markdown``: the test as text, to be changed by hand or turned into other documents by other programs."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from mediaquiz.formats.page.views import letter, page_language, page_title
from mediaquiz.formats.page.words import LANGUAGES, points_text
from mediaquiz.formats.richtext import HOLE, spans
from mediaquiz.model import views
from mediaquiz.model.form import Form, Question
from mediaquiz.model.item import Choice, Cloze, Content, ListAll, Match, Multi, Order, Practice, TrueFalse
from mediaquiz.model.pictures import PICTURE, is_inside
from mediaquiz.model.problem import Problem
from mediaquiz.model.stages import Shipment
from mediaquiz.text import clean, one_line

_ANYWHERE = re.compile(r"[\\`*_\[\]<&|~$]")
_AT_THE_START = re.compile(r"^(?:([#+\-=>:])|(\d+)([.)]))")
_BACKSLASH = "\\"
_GAP = "\\_" * 8
_CIRCLE, _BOX = "◯", "☐"

Words = Mapping[str, str]


def write(shipment: Shipment) -> tuple[bytes, tuple[Problem, ...]]:
    """CommonMark in UTF-8, every text of an item shown as it is. Nothing is left out."""
    options = shipment.options
    words = LANGUAGES[page_language(shipment.forms, options.get("lang", ""))]
    title = page_title(shipment)
    key = options.get("key", "inside")
    parts: list[str] = []
    for form in shipment.forms:
        if key != "only":
            parts += [_head(title, form, words), *_questions(form, words)]
        if key != "none":
            parts += [_head(f"{title} – {words['key']}", form, words), *_answers(form, words)]
    return ("\n\n".join(parts) + "\n").encode(), ()


def _head(title: str, form: Form, words: Words) -> str:
    label = [words["form"].format(name=form.name)] if form.name else []
    label += [words["seed"].format(seed=form.seed), points_text(words, form.points)]
    return f"# {plain(title)}\n\n{plain(' · '.join(label))}"


def _questions(form: Form, words: Words) -> Iterator[str]:
    for number, question in enumerate(form.questions, start=1):
        worth = points_text(words, question.points)
        yield f"## {number} ({plain(worth)})"
        if form.mixed and question.item.context:
            yield f"*{plain(one_line(question.item.context))}*"
        yield _prompt(question.item.content)
        if body := _body(question, words):
            yield body


def _prompt(content: Content) -> str:
    """What is asked. Lines stay lines."""
    if isinstance(content, Cloze):
        found = views.DELETION.search(clean(content.text))
        hint = f" ({plain(content.hint)})" if content.hint else ""
        return lines(content.text, found.group() if found else "") + hint
    return lines(content.stem)


def _body(question: Question, words: Words) -> str:
    match question.item.content:
        case Choice():
            return _bullets(f"{_CIRCLE} {name}. {plain(option)}" for name, option in _lettered(question.options))
        case Multi():
            return _bullets(f"{_BOX} {name}. {plain(option)}" for name, option in _lettered(question.options))
        case TrueFalse():
            return _bullets(f"{_CIRCLE} {words[word]}" for word in ("true", "false"))
        case Order():
            rows = _bullets(f"{name}. {plain(option)}" for name, option in _lettered(question.options))
            return f"{rows}\n\n{words['order']}: {' '.join([_GAP[:6]] * len(question.options))}"
        case Match(pairs=pairs):
            lefts = _bullets(f"{plain(left)}: {_GAP[:6]}" for left, _ in pairs)
            return f"{lefts}\n\n<!-- -->\n\n" + _bullets(f"{n}. {plain(o)}" for n, o in _lettered(question.options))
        case ListAll(members=members):
            return _bullets([_GAP * 3] * len(members))
        case Practice(period=period) if period:
            return f"{words['time']}: {plain(period)}"
        case _:
            return ""


def _answers(form: Form, words: Words) -> Iterator[str]:
    rows = [
        f"{number}. {_answer(question, words)} · {plain(points_text(words, question.points))} · "
        f"`{question.item.id or '-'}` `{views.wording(question.item)}`"
        for number, question in enumerate(form.questions, start=1)
    ]
    yield "\n".join(rows)


def _answer(question: Question, words: Words) -> str:
    content, shown = question.item.content, question.options
    match content:
        case TrueFalse(answer=answer, correction=correction):
            return words["true" if answer else "false"] + (f" ({plain(correction)})" if correction else "")
        case Choice(key=key):
            return f"**{letter(shown.index(key))}** {plain(key)}"
        case Multi(key=keys):
            return "; ".join(f"**{letter(at)}** {plain(shown[at])}" for at in sorted(shown.index(key) for key in keys))
        case Order(sequence=sequence):
            return " → ".join(f"**{letter(shown.index(part))}** {plain(part)}" for part in sequence)
        case Match(pairs=pairs):
            return "; ".join(f"{plain(left)} = **{letter(shown.index(side))}** {plain(side)}" for left, side in pairs)
        case _:
            also = views.accepted(content)
            return plain(views.answer_text(content)) + (f" ({'; '.join(map(plain, also))})" if also else "")


def _lettered(options: Sequence[str]) -> Iterable[tuple[str, str]]:
    return ((letter(at), option) for at, option in enumerate(options))


def _bullets(rows: Iterable[str]) -> str:
    return "\n".join(f"- {row}" for row in rows)


def plain(text: str) -> str:
    """A text on one line: its code, emphasis and pictures as Markdown, every other sign as itself."""
    return _escaped(clean(text))


def _escaped(cleaned: str) -> str:
    line = one_line(cleaned)
    end, parts = 0, []
    for found in PICTURE.finditer(line):
        if is_inside(found["path"]):
            parts += [_marked(line[end : found.start()]), f"![{_signs(found['alt'])}]({found['path']})"]
            end = found.end()
    written = "".join([*parts, _marked(line[end:])])
    return _AT_THE_START.sub(lambda found: f"{found[2] or ''}\\{found[1] or found[3]}", written)


def _marked(text: str) -> str:
    return "".join(_span(tag, part) for tag, part in spans(text))


def _span(tag: str, text: str) -> str:
    if not tag:
        return _signs(text)
    if tag == "code":
        return f"`{text}`" if text.strip() == text and HOLE not in text else f"<code>{_signs(text)}</code>"
    # Beside a sign a mark may not open or close for Markdown; the element always does.
    mark = {"strong": "**", "em": "*"}[tag] if text[0].isalnum() and text[-1].isalnum() else ""
    return f"{mark}{_marked(text)}{mark}" if mark else f"<{tag}>{_marked(text)}</{tag}>"


def _signs(text: str) -> str:
    return _ANYWHERE.sub(r"\\\g<0>", text)


def lines(text: str, gap: str = "") -> str:
    """A text whose lines stay lines, each as it is; drawings and code in a fenced block.

    ``gap`` stands for what is cut out of the text.
    """
    before, found, after = clean(text).partition(gap) if gap else (clean(text), "", "")
    cleaned = f"{before}{HOLE if found else ''}{after}".strip("\n")
    rows = cleaned.split("\n")
    if any(row.startswith((" ", "\t")) or "  " in row.strip() for row in rows[1:]):
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", cleaned)), default=0))
        return f"{fence}text\n{cleaned.replace(HOLE, _GAP.replace(_BACKSLASH, ''))}\n{fence}"
    return "\n\n".join("\\\n".join(map(_escaped, run)) for run in _runs(rows)).replace(HOLE, _GAP)


def _runs(rows: Iterable[str]) -> Iterator[list[str]]:
    """Lines between blank lines."""
    return (list(group) for filled, group in groupby(rows, key=lambda row: bool(row.strip())) if filled)
