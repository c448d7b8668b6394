"""A chatbot's reply as items: whatever in it is whole, each with the words of the lesson that it quotes."""

import re
from collections.abc import Callable, Iterable, Mapping

from mediaquiz.decks.check import faults
from mediaquiz.formats.chat.loose import Thing, objects
from mediaquiz.formats.intake import Intake, text_of
from mediaquiz.model.arrival import Arrival, Parcel
from mediaquiz.model.item import (
    CHAT,
    Choice,
    Cloze,
    Content,
    Item,
    ItemType,
    ListAll,
    Multi,
    Order,
    Provenance,
    Recall,
    Short,
    TrueFalse,
)
from mediaquiz.model.problem import Problem
from mediaquiz.text import clean, fingerprint, one_line

QUESTION = ("question", "stem", "prompt", "statement", "front", "sentence")
_ASKED = (*QUESTION, "text", "q")
_ANSWER = ("answers", "answer", "key", "correct", "correct_answer", "correctAnswer", "back", "solution", "a")
_WRONG = ("wrong", "distractors", "incorrect", "wrong_answers", "incorrect_answers")
_OPTIONS = ("options", "choices")
_QUOTE = ("quote", "source", "evidence", "source_quote")
_EXPLANATION = ("explanation", "explain", "rationale", "reason")
_KINDS: Mapping[str, ItemType] = {
    **{kind.value: kind for kind in ItemType},
    **dict.fromkeys(("mcq", "multiplechoice", "singlechoice"), ItemType.CHOICE),
    **dict.fromkeys(("trueorfalse", "boolean", "tf"), ItemType.TRUEFALSE),
    **dict.fromkeys(("fillintheblank", "fillin", "blank", "gap"), ItemType.CLOZE),
    **dict.fromkeys(("shortanswer", "typed"), ItemType.SHORT),
    **dict.fromkeys(("open", "openended", "flashcard", "essay"), ItemType.RECALL),
    **dict.fromkeys(("ordering", "sequence"), ItemType.ORDER),
}
_TRUTH = {"true": True, "false": False, "yes": True, "no": False, "참": True, "거짓": False}
_BLANK = re.compile(r"_{2,}|\[(?:blank|\.{3}|…)\]")
_DELETION = re.compile(r"\{\{(?:c\d+::)?(?P<answer>[^{}]+?)(?:::[^{}]*)?\}\}")
_LETTER = re.compile(r"\(?([A-Ha-h])[.):]?")
_LETTERED = re.compile(r"^\(?([A-Ha-h])[.):]\s+")
_TYPED_WORDS = 6
"""Words of the longest answer that anybody wants to type."""


class _Unfit(Exception):
    """Why an object is no item, as a sentence without its end."""


def read(parcel: Parcel) -> tuple[Arrival, tuple[Problem, ...]]:
    """The items of a reply. ``options["recipe"]`` is what their provenance says, by default a chat.

    An object that is cut off, broken or no item is named with its lines; nothing in it is guessed.
    """
    text, problems = text_of(parcel)
    intake = Intake(parcel.name, problems=list(problems))
    recipe = parcel.options.get("recipe", CHAT)
    before = True
    for thing in objects(text, QUESTION):
        if thing.whole and (before or _has(thing, _ASKED)):
            _add(intake, thing, recipe)
        elif not thing.whole and (thing.values or (before and not text[-1:].isspace())):
            hint = "Ask the chat for this item once more, or correct it in the file."
            intake.left_out(f"an item is cut off or broken{_called(thing)}", thing.line, hint, thing.end)
        before = thing.whole
    return intake.arrival()


def _add(intake: Intake, thing: Thing, recipe: str) -> None:
    try:
        content = content_of(thing)
    except _Unfit as why:
        intake.left_out(
            f"an item was left out: {why}{_called(thing)}", thing.line, "Correct it in the file.", thing.end
        )
        return
    quote = "\n".join(map(one_line, text_at(thing, _QUOTE, one=False).split("\n")))
    item = Item(
        "",
        content,
        explain=explanation(thing, content),
        concept=text_at(thing, ("concept", "topic")),
        source=Provenance(fingerprint(quote), recipe, quote),
    )
    intake.add(item, thing.line, thing.end)


def _called(thing: Thing) -> str:
    asked = text_at(thing, _ASKED)
    return f": {asked[:60]!r}" if asked else ""


def content_of(thing: Thing) -> Content:
    """What an object asks. Raises ``_Unfit``."""
    asked, answers = text_at(thing, _ASKED), texts(thing, _ANSWER)
    if not asked:
        raise _Unfit("it has no question")
    kind = _kind(thing, asked, answers)
    if not answers and not (kind is ItemType.CLOZE and _DELETION.search(asked)):
        raise _Unfit("it has no answer")
    content = _MAKE[kind](thing, asked, answers)
    for fault in faults(content):
        raise _Unfit(fault.message)
    return content


def _kind(thing: Thing, asked: str, answers: list[str]) -> ItemType:
    """What the object says it is, else what it looks like."""
    told = _KINDS.get(re.sub(r"[\W_]+", "", text_at(thing, ("type", "kind")).casefold()))
    if told is not None and told in _MAKE:
        return told
    if _has(thing, _WRONG) or _has(thing, _OPTIONS):
        return ItemType.MULTI if len(answers) > 1 else ItemType.CHOICE
    if _BLANK.search(asked) or _DELETION.search(asked):
        return ItemType.CLOZE
    if len(answers) > 1:
        return ItemType.LIST
    return ItemType.TRUEFALSE if answers and answers[0].casefold() in ("true", "false") else ItemType.SHORT


def _short(thing: Thing, asked: str, answers: list[str]) -> Content:
    if len(answers) > 1:
        raise _Unfit("it has several answers to a question for one")
    if len(answers[0].split()) > _TYPED_WORDS:
        return Recall(asked, answers[0])
    return Short(asked, answers[0], tuple(texts(thing, ("accept", "aliases"))))


def _cloze(thing: Thing, asked: str, answers: list[str]) -> Content:
    found = _DELETION.search(asked)
    answer = found["answer"] if found else answers[0]
    if len((_DELETION if found else _BLANK).findall(asked)) != 1:
        raise _Unfit("it does not have exactly one blank")
    text = (_DELETION if found else _BLANK).sub(lambda _: f"{{{{{answer}}}}}", asked)
    return Cloze(text, tuple(texts(thing, ("accept", "aliases"))))


def _choice(thing: Thing, asked: str, answers: list[str]) -> Content:
    keys, distractors = _sides(thing, answers)
    return Choice(asked, keys[0], distractors) if len(keys) == 1 else Multi(asked, keys, distractors)


def _multi(thing: Thing, asked: str, answers: list[str]) -> Content:
    return Multi(asked, *_sides(thing, answers))


def _sides(thing: Thing, answers: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The right options and the wrong ones. An answer may be the letter of an option."""
    listed = texts(thing, _OPTIONS)
    options = [_LETTERED.sub("", option) for option in listed]
    keys = tuple(_by_letter(answer, listed, options) for answer in answers)
    if options and not set(keys) <= set(options):
        raise _Unfit("its answer is none of its options")
    wrong = [_LETTERED.sub("", one) for one in texts(thing, _WRONG)]
    return keys, tuple(dict.fromkeys(one for one in (*wrong, *options) if one not in keys))


def _by_letter(answer: str, listed: list[str], options: list[str]) -> str:
    found = _LETTER.fullmatch(answer)
    place = ord(found[1].lower()) - ord("a") if found else len(options)
    if answer not in options and place < len(options):
        return options[place]
    return _LETTERED.sub("", answer) if answer in listed else answer


def _truefalse(thing: Thing, asked: str, answers: list[str]) -> Content:
    if answers[0].casefold() not in _TRUTH:
        raise _Unfit("its answer is neither true nor false")
    right = _TRUTH[answers[0].casefold()]
    return TrueFalse(asked, right, "" if right else text_at(thing, ("correction",)))


_MAKE: Mapping[ItemType, Callable[[Thing, str, list[str]], Content]] = {
    ItemType.RECALL: lambda thing, asked, answers: Recall(asked, "; ".join(answers)),
    ItemType.SHORT: _short,
    ItemType.CLOZE: _cloze,
    ItemType.CHOICE: _choice,
    ItemType.MULTI: _multi,
    ItemType.LIST: lambda thing, asked, answers: ListAll(asked, tuple(answers)),
    ItemType.ORDER: lambda thing, asked, answers: Order(asked, tuple(answers)),
    ItemType.TRUEFALSE: _truefalse,
}


def explanation(thing: Thing, content: Content) -> str:
    """The reply's explanation, and a line for each wrong option that says why it is wrong."""
    lines = [text_at(thing, _EXPLANATION)]
    if isinstance(content, Choice | Multi):
        lines += [f"{text}: {why}" for text, why in whys(thing) if text in content.distractors]
    return "\n".join(filter(None, lines))


def whys(thing: Thing) -> list[tuple[str, str]]:
    """The wrong options that come with a reason, and the reasons."""
    wrong = next((thing.values[name] for name in _WRONG if isinstance(thing.values.get(name), list)), [])
    told = [one for one in wrong if isinstance(one, Thing)] if isinstance(wrong, list) else []
    pairs = [
        (text_at(one, ("text", "option", "answer")), text_at(one, ("why", "reason", "explanation"))) for one in told
    ]
    return [(_LETTERED.sub("", text), why) for text, why in pairs if text and why]


def _has(thing: Thing, names: Iterable[str]) -> bool:
    return any(thing.values.get(name) not in (None, "", []) for name in names)


def text_at(thing: Thing, names: Iterable[str], *, one: bool = True) -> str:
    """The first of the fields that has a text."""
    for name in names:
        value = thing.values.get(name)
        if isinstance(value, str) and value.strip():
            return one_line(clean(value)) if one else clean(value).strip()
    return ""


def texts(thing: Thing, names: Iterable[str]) -> list[str]:
    """The texts of the first of the fields that has any: a list's, a text alone, an object's own text."""
    for name in names:
        value = thing.values.get(name)
        members = value if isinstance(value, list) else [value]
        if texts := list(dict.fromkeys(filter(None, map(_plain, members)))):
            return texts
    return []


def _plain(value: object) -> str:
    if isinstance(value, Thing):
        return text_at(value, ("text", "option", "answer"))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:g}"
    return one_line(clean(value)) if isinstance(value, str) else ""
