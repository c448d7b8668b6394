"""How an item reads: its prompt, answer, options and accepted wordings, the same for the terminal, JSON and exports."""

import re

from mediaquiz.model.item import (
    FIELDS,
    Choice,
    Cloze,
    Content,
    Item,
    ListAll,
    Match,
    Multi,
    Order,
    Practice,
    Recall,
    Short,
    Status,
    TrueFalse,
)
from mediaquiz.text import content_hash

DELETION = re.compile(r"\{\{(.+?)\}\}", re.DOTALL)
"""The one deletion of a cloze."""
BLANK = "____"

Plain = str | bool | list[str] | list[list[str]]
"""A content field's value as YAML and JSON hold it."""


def prompt(content: Content) -> str:
    """What the learner is asked. A cloze shows ``____`` for its deletion."""
    return DELETION.sub(BLANK, content.text) if isinstance(content, Cloze) else content.stem


def asked(item: Item) -> str:
    """The prompt with its context in front, for cards that have no other place for it."""
    return f"{item.context}: {prompt(item.content)}" if item.context else prompt(item.content)


def answer(content: Content) -> str | list[str] | dict[str, str]:
    """The right answer: a text; a list for multi, list and order; a mapping for match."""
    match content:
        case Recall() | Short():
            return content.answer
        case Cloze(text=text):
            found = DELETION.search(text)
            return found.group(1) if found else ""
        case Choice(key=key):
            return key
        case Multi(key=keys):
            return list(keys)
        case TrueFalse(answer=right):
            return "true" if right else "false"
        case Order(sequence=sequence):
            return list(sequence)
        case ListAll(members=members):
            return list(members)
        case Match(pairs=pairs):
            return dict(pairs)
        case Practice(check=check):
            return check


def answer_text(content: Content) -> str:
    """The right answer on one line, for lists of items and for comparing."""
    if isinstance(content, Recall | Short):
        return content.answer
    match answer(content):
        case str(text):
            return text
        case list(parts):
            return "; ".join(parts)
        case mapping:
            return "; ".join(f"{left} = {right}" for left, right in mapping.items())


def options(content: Content) -> list[str]:
    """All options of a choice or multi, in a fixed neutral order (alphabetical); else empty."""
    match content:
        case Choice(key=key, distractors=distractors):
            return sorted({key, *distractors})
        case Multi(key=keys, distractors=distractors):
            return sorted({*keys, *distractors})
        case _:
            return []


def accepted(content: Content) -> list[str]:
    """Other right wordings of a typed answer; for a list, of all members."""
    match content:
        case Short(accept=accept) | Cloze(accept=accept):
            return list(accept)
        case ListAll(accept=groups):
            return [wording for group in groups for wording in group]
        case _:
            return []


def plain(content: Content) -> dict[str, Plain]:
    """The content fields that have a value, as YAML and JSON hold them, in the order of ``FIELDS``."""
    fields: dict[str, Plain] = {}
    for spec in FIELDS[content.TYPE]:
        value = getattr(content, spec.name)
        if value or isinstance(value, bool) or spec.required:
            fields[spec.name] = _plain_value(value)
    return fields


def _plain_value(value: object) -> Plain:
    if isinstance(value, tuple):
        if value and isinstance(value[0], tuple):
            return [[str(part) for part in inner] for inner in value]
        return [str(part) for part in value]
    return value if isinstance(value, bool) else str(value)


def wording(item: Item) -> str:
    """The hash of what the learner sees of an item: a review's ``seen`` and a lock line's hash.

    An item that went away (retired, orphaned) has another hash, so that its going has a time of its own.
    """
    gone = [item.status.value] if item.status in {Status.RETIRED, Status.ORPHANED} else []
    over = [f"in: {item.context}"] * bool(item.context)
    return content_hash([item.type.value, plain(item.content), item.explain, *gone, *over])


def field_hashes(content: Content) -> dict[str, str]:
    """``content_hash`` of each content field, as ``Item.built`` keeps it."""
    return {name: content_hash(value) for name, value in plain(content).items()}
