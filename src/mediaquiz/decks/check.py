"""What is wrong with an item's content, whoever wrote it. The loader reports it; the merge never writes it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from mediaquiz.model.item import FIELDS, Choice, Cloze, Content, Field, ItemType, ListAll, Match, Multi
from mediaquiz.model.views import DELETION
from mediaquiz.text import one_line


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with one field: a code of ``problem.CODES``, what it is and what to do."""

    field: str
    code: str
    message: str
    hint: str


def faults(content: Content) -> Iterator[Fault]:
    """Everything that keeps the content from being asked; nothing for a good item."""
    for spec in FIELDS[content.TYPE]:
        yield from _field_faults(spec, getattr(content, spec.name))
    check = _CHECKS.get(content.TYPE)
    if check:
        yield from check(content)


def _field_faults(spec: Field, value: object) -> Iterator[Fault]:
    match value:
        case str() if spec.required and not value.strip():
            yield Fault(spec.name, "MQ306", f"{spec.name!r} is missing or empty", f"Write the {spec.name}.")
        case tuple() if spec.required and not value:
            yield Fault(spec.name, "MQ306", f"{spec.name!r} is missing or empty", _more(spec))
        case tuple():
            if spec.required and len(value) < spec.least:
                yield Fault(spec.name, "MQ307", f"{spec.name!r} needs at least {spec.least} entries", _more(spec))
            if any(not text.strip() for text in _texts(value)):
                yield Fault(spec.name, "MQ307", f"{spec.name!r} has an empty entry", "Fill it in, or take it away.")


def _more(spec: Field) -> str:
    return f"Write {spec.least} or more, one a line, with a hyphen before each."


def _texts(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, tuple):
            yield from _texts(value)
        else:
            yield str(value)


def _twice(texts: Iterable[str]) -> list[str]:
    """The texts that occur more than once, but for spacing."""
    return [text for text, times in Counter(map(one_line, texts)).items() if times > 1]


def _cloze(content: Cloze) -> Iterator[Fault]:
    deletions = [inner for inner in DELETION.findall(content.text) if inner.strip()]
    if len(deletions) != 1:
        message = f"a cloze has one {{{{deletion}}}}, this one has {len(deletions)}"
        yield Fault("text", "MQ307", message, "Put double braces around the one part that is asked for.")


def _choice(content: Choice) -> Iterator[Fault]:
    yield from _options((content.key,), content.distractors)


def _multi(content: Multi) -> Iterator[Fault]:
    yield from _options(content.key, content.distractors)


def _options(keys: tuple[str, ...], distractors: tuple[str, ...]) -> Iterator[Fault]:
    right = set(map(one_line, keys))
    for text in _twice(keys):
        yield Fault("key", "MQ307", f"the option {text!r} stands twice", "Keep one of the two.")
    for text in _twice(distractors):
        yield Fault("distractors", "MQ307", f"the option {text!r} stands twice", "Keep one of the two.")
    for text in sorted(right & set(map(one_line, distractors))):
        yield Fault("distractors", "MQ307", f"{text!r} is the key as well", "Take it out of the distractors.")


def _list_all(content: ListAll) -> Iterator[Fault]:
    for text in _twice(content.members):
        yield Fault("members", "MQ307", f"{text!r} stands twice", "Keep one of the two.")
    if content.accept and len(content.accept) != len(content.members):
        message = f"'accept' has {len(content.accept)} entries for {len(content.members)} members"
        hint = "Give each member in turn a list of its other wordings; [] for a member without any."
        yield Fault("accept", "MQ307", message, hint)


def _match(content: Match) -> Iterator[Fault]:
    for text in _twice(left for left, _ in content.pairs):
        yield Fault("pairs", "MQ307", f"the left side {text!r} stands twice", "Make the left sides different.")


_CHECKS: dict[ItemType, Callable[[Any], Iterator[Fault]]] = {
    ItemType.CLOZE: _cloze,
    ItemType.CHOICE: _choice,
    ItemType.MULTI: _multi,
    ItemType.LIST: _list_all,
    ItemType.MATCH: _match,
}
