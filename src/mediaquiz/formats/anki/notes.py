"""Which note type an item becomes, and the text of its fields."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import quote

from mediaquiz.formats.anki import markup
from mediaquiz.formats.anki.notetypes import BASIC, CHOICE, CLOZE, TYPE_IN, NoteType
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import (
    Choice,
    Cloze,
    Content,
    Item,
    ItemType,
    ListAll,
    Match,
    Multi,
    Order,
    Practice,
    Recall,
    Short,
    TrueFalse,
)
from mediaquiz.model.views import DELETION, answer_text, options, prompt
from mediaquiz.text import clean, one_line

_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "choice": "Choose one",
        "multi": "Choose all that apply",
        "truefalse": "True or false?",
        "order": "Put in order",
        "list": "Name all {count}",
        "match": "Match the pairs",
        "practice": "Practice",
        "true": "True",
        "false": "False",
        "also": "Also right:",
        "judge": "Done? Grade how well it went.",
    },
    "ko": {
        "choice": "하나 고르기",
        "multi": "맞는 것 모두 고르기",
        "truefalse": "참일까요, 거짓일까요?",
        "order": "순서대로 놓기",
        "list": "{count}가지 모두 말하기",
        "match": "짝 맞추기",
        "practice": "실습",
        "true": "참",
        "false": "거짓",
        "also": "이것도 정답:",
        "judge": "해 봤나요? 얼마나 잘됐는지 스스로 매겨 보세요.",
    },
}
"""What stands on a card beside the item's own words. English where a language is missing."""

_NOTE_TYPES = {ItemType.CLOZE: CLOZE, ItemType.CHOICE: CHOICE, ItemType.MULTI: CHOICE, ItemType.SHORT: TYPE_IN}


def note_type(item: Item) -> NoteType:
    """The note type of an item; a function of its type alone, which never changes."""
    return _NOTE_TYPES.get(item.type, BASIC)


def flaw(content: Content) -> str | None:
    """Why Anki could not show a card of this content, or None."""
    if isinstance(content, Cloze):
        deletions = DELETION.findall(clean(content.text))
        if len(deletions) != 1 or not deletions[0].strip():
            return "its text must have one {{deletion}}"
    if not clean(prompt(content)).strip():
        return "its question is empty"
    if content.TYPE is not ItemType.PRACTICE and not clean(answer_text(content)).strip():
        return "its answer is empty"
    return None


def fields(item: Item, deck: Deck, site: str = "", speech: bool = False) -> tuple[str, ...]:
    """The HTML of each field of the item's note, in the order of the note type.

    ``site`` is the address of the folder of lessons, to link to; with ``speech`` the answer can be read aloud.
    """
    lang = item.lang or deck.lang
    code, words = _language(lang)
    texts = _own_fields(item, words)
    if item.context:
        side = "Text" if "Text" in texts else "Front"
        texts[side] = f'<p class="context">{markup.rich(one_line(item.context))}</p>{texts[side]}'
    texts["Why"] = markup.rich(item.explain)
    texts["Source"] = markup.rich(item.source.quote) if item.source else ""
    texts["Lesson"] = _lesson(deck.track, deck.number, deck.title, deck.lesson, site)
    texts["Lang"] = code
    texts["ID"] = markup.inert(item.id)
    if speech:
        texts |= _speech(item, lang)
    return tuple([texts.get(name, "") for name, _ in note_type(item).fields])


@lru_cache(maxsize=64)
def _language(lang: str) -> tuple[str, dict[str, str]]:
    """The language's code as an attribute may hold it, and the words of cards in it."""
    code = "".join(c for c in lang if c.isascii() and (c.isalnum() or c == "-"))
    return code, _WORDS.get(lang.split("-")[0].lower(), _WORDS["en"])


@lru_cache(maxsize=1024)
def _lesson(track: str, number: int | None, title: str, lesson: str, site: str) -> str:
    """The lesson's name, which is a link where there is a site."""
    name = f"{number}. {title}" if number is not None and title else title
    shown = markup.rich(one_line(" · ".join(part for part in (track, name) if part)))
    if not site.startswith(("https://", "http://")) or not lesson or not shown:
        return shown
    address = f"{site.rstrip('/')}/{quote(lesson.removeprefix('lessons/'))}"
    return f'<a href="{markup.attribute(address)}">{shown}</a>'


_VOICES = {"en": "Extra1", "ko": "Extra2"}
"""The field that the templates read aloud in each language."""


def _speech(item: Item, lang: str) -> dict[str, str]:
    name = _VOICES.get(lang.split("-")[0].lower())
    said = DELETION.sub(r"\1", item.content.text) if isinstance(item.content, Cloze) else answer_text(item.content)
    return {name: markup.inert(one_line(clean(said.translate(_UNSAID))))} if name else {}


_UNSAID = str.maketrans("", "", "*`")


def _own_fields(item: Item, words: dict[str, str]) -> dict[str, str]:
    """The fields that depend on the type."""
    match item.content:
        case Cloze(text=text, accept=accept, hint=hint):
            return {"Text": markup.cloze(text, hint), "Accepted": _accepted(accept, words)}
        case Short(stem=stem, answer=answer, accept=accept):
            texts = {"Front": markup.rich(stem), "Answer": markup.rich(answer)}
            return texts | {"Accepted": _accepted(accept, words)}
        case Choice(stem=stem, key=key) as content:
            return _choice(item.id, stem, options(content), {key}) | {"Task": words["choice"]}
        case Multi(stem=stem, key=keys) as content:
            return _choice(item.id, stem, options(content), set(keys)) | {"Task": words["multi"]}
        case content:
            return {"Front": _front(item.id, content), "Back": _back(content, words), "Task": _task(content, words)}


def _accepted(accept: Sequence[str], words: dict[str, str]) -> str:
    return f"{words['also']} {markup.rich(', '.join(accept))}" if accept else ""


# Options that speak of the others keep their place.
_PLACED = re.compile(
    r"\b(all|none|both|neither) of (the|these|them)\b|\babove\b|^[A-E] (and|or) [A-E]\b|위의|모두 (맞|옳|틀)",
    re.I | re.M,
)


def _choice(item_id: str, stem: str, texts: list[str], keys: set[str]) -> dict[str, str]:
    order = shuffled(item_id, texts)
    style = "options fixed" if _PLACED.search("\n".join(texts)) else "options"
    right = [f'<li class="{"right" if text in keys else "wrong"}">{markup.rich(text)}</li>' for text in order]
    return {
        "Front": markup.rich(stem),
        "Options": markup.items(order, "ol", style),
        "Answer": f'<ol class="{style}">{"".join(right)}</ol>',
    }


def _task(content: Content, words: dict[str, str]) -> str:
    match content:
        case Recall():
            return ""
        case ListAll(members=members):
            return words["list"].format(count=len(members))
        case Practice(period=period) if period:
            return f"{words['practice']} · {markup.inert(one_line(clean(period)))}"
        case _:
            return words[content.TYPE.value]


def _front(item_id: str, content: Content) -> str:
    stem = markup.rich(prompt(content))
    match content:
        case Order(sequence=sequence):
            return stem + markup.items(_moved(item_id, sequence))
        case Match(pairs=pairs):
            right = _moved(item_id, [right for _, right in pairs])
            sides = markup.items((left for left, _ in pairs), "ol") + markup.items(right, "ol", "options")
            return f'{stem}<div class="sides">{sides}</div>'
        case _:
            return stem


def _back(content: Content, words: dict[str, str]) -> str:
    match content:
        case TrueFalse(answer=answer, correction=correction):
            verdict = f"<strong>{words['true' if answer else 'false']}</strong>"
            return verdict + (f"<br>{markup.rich(correction)}" if correction else "")
        case Order(sequence=sequence):
            return markup.items(sequence, "ol")
        case ListAll(members=members, accept=accept):
            others = [*accept, *[()] * len(members)]
            return markup.items(_with_others(member, other) for member, other in zip(members, others, strict=False))
        case Match(pairs=pairs):
            return markup.table(pairs)
        case Practice(check=check):
            return markup.rich(check) or words["judge"]
        case _:
            return markup.rich(answer_text(content))


def _with_others(member: str, others: Iterable[str]) -> str:
    return " / ".join((member, *others))


def shuffled(seed: str, texts: Iterable[str]) -> list[str]:
    """The texts in an order that depends on the seed and each text alone: an edit of one moves no other."""
    return sorted(texts, key=lambda text: hashlib.sha256(f"{seed}\n{text}".encode()).digest())


def _moved(seed: str, texts: Sequence[str]) -> list[str]:
    """Shuffled, and never in the given order."""
    order = shuffled(seed, texts)
    return order if order != list(texts) else [*order[1:], *order[:1]]
