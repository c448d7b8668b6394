"""What the formats of learning platforms share: how the parts of an item become texts there, and how they come back.

An item says its type in a tag, ``mq::type::cloze``: so an export that comes home is the same items again. What an item
has and a question of theirs has not (how long a practice takes, the answer of a question that people grade) stands in
a division with a class of ours.
"""

import random
from collections.abc import Iterable, Mapping, Sequence

from mediaquiz.formats.markup import Address, html, no_pictures, section
from mediaquiz.formats.shipping import Entry, Unfit
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import (
    Choice,
    Cloze,
    Content,
    ItemType,
    ListAll,
    Match,
    Multi,
    Order,
    Practice,
    Recall,
    Short,
)
from mediaquiz.model.pictures import PICTURE
from mediaquiz.model.views import DELETION, prompt
from mediaquiz.text import one_line

TYPE_TAG, ID_TAG = "mq::type::", "mq::id::"
ANSWER, PERIOD, HINT = "mq-answer", "mq-period", "mq-hint"
CLASSES = (ANSWER, PERIOD, HINT)

_MEMBER, _ALSO = "\n- ", " | "
_LONGEST_NAME = 80
MOST_KEYS = 10


def name_of(entry: Entry) -> str:
    """A short plain name for lists of questions."""
    text = one_line(PICTURE.sub(lambda found: found["alt"], prompt(entry.item.content)))
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"


def tags_of(entry: Entry) -> tuple[str, ...]:
    """The item's tags and the one that tells its type."""
    return (*entry.item.tags, f"{TYPE_TAG}{entry.item.type.value}")


def path_of(course: str, deck: Deck) -> tuple[str, ...]:
    """Course, track and lesson, those that have a name."""
    title = f"{deck.number:02d} {deck.title}" if deck.number is not None and deck.title else deck.title
    return tuple(one_line(part) for part in (course, deck.track, title) if part.strip())


def stem(entry: Entry, address: Address = no_pictures) -> str:
    """The question as HTML, in its language, with how long a practice takes."""
    content = entry.item.content
    body = html(prompt(content), address)
    if isinstance(content, Practice) and content.period:
        body += section(html(content.period), name=PERIOD)
    return section(body, lang=entry.lang)


def gap(entry: Entry, blank: str, address: Address = no_pictures, *, hint: bool = True) -> str:
    """A cloze as HTML, in its language, with ``blank`` (HTML) for the deletion and the hint behind.

    No other brace is in it.
    """
    content = entry.item.content
    if not isinstance(content, Cloze):
        raise TypeError(f"{content.TYPE} has no gap")
    # A noncharacter: no clean text has one, so it can stand for the gap while the rest is rendered.
    body = _no_braces(html(DELETION.sub("\ufdd0", content.text), address)).replace("\ufdd0", blank)
    told = section(_no_braces(html(content.hint)), name=HINT) if hint and content.hint else ""
    return section(body + told, lang=entry.lang)


def _no_braces(text: str) -> str:
    return text.replace("{", "&#123;").replace("}", "&#125;")


def deletion(content: Cloze) -> tuple[str, ...]:
    """The answers of a cloze, the one in the text first."""
    found = DELETION.search(content.text)
    return (found.group(1) if found else "", *content.accept)


def answer_for_people(content: Content) -> str:
    """What a person needs who grades the answer; empty for types that the platform grades."""
    match content:
        case Recall(answer=answer):
            return answer
        case Practice(check=check):
            return check
        case ListAll(members=members, accept=accept):
            groups = accept or ((),) * len(members)
            return _listed([(member, *also) for member, also in zip(members, groups, strict=True)])
        case _:
            return ""


def _listed(groups: Sequence[Sequence[str]]) -> str:
    for wording in (wording for group in groups for wording in group):
        if "\n" in wording or _ALSO in wording:
            raise Unfit(f"its member {wording[:40]!r} has several lines or a bar")
    return "".join(f"{_MEMBER}{_ALSO.join(group)}" for group in groups).removeprefix("\n")


def feedback(entry: Entry, address: Address = no_pictures) -> str:
    """What a learner sees afterwards as HTML: the answer of a question that people grade, and why."""
    answer = answer_for_people(entry.item.content)
    shown = section(html(answer, address), name=ANSWER) if answer else ""
    return shown + (html(entry.item.explain, address) if entry.item.explain else "")


def options(entry: Entry) -> list[tuple[str, bool]]:
    """The options of a choice, and whether each is right: keys and distractors in their order, well mixed.

    The mixture is the item's, always the same, and tells nothing of what is right.
    """
    match entry.item.content:
        case Choice(key=key, distractors=wrong):
            keys: tuple[str, ...] = (key,)
        case Multi(key=keys, distractors=wrong):
            pass
        case content:
            raise TypeError(f"{content.TYPE} has no options")
    marks = [True] * len(keys) + [False] * len(wrong)
    random.Random(entry.item.id).shuffle(marks)
    texts = {True: iter(keys), False: iter(wrong)}
    return [(next(texts[mark]), mark) for mark in marks]


def share(options: Sequence[tuple[str, bool]]) -> float:
    """What each right option counts in percent; a wrong one takes as much away.

    Moodle's strict import refuses the fractions of eleven and more right options.
    """
    keys = sum(right for _, right in options)
    if keys > MOST_KEYS:
        raise Unfit(f"it has {keys} right options, and Moodle takes {MOST_KEYS}")
    return 100 / keys


def pairs(content: Content) -> tuple[tuple[str, str], ...]:
    """What is to be matched: the pairs of a match, positions and steps of an order."""
    match content:
        case Match(pairs=both):
            return both
        case Order(sequence=sequence):
            return tuple((str(place), step) for place, step in enumerate(sequence, start=1))
        case _:
            raise TypeError(f"{content.TYPE} has no pairs")


def plain_side(entry: Entry, text: str) -> str:
    """The text for a place that takes neither markup nor pictures."""
    if PICTURE.search(text):
        entry.notes.append(f"a picture stands where only text can: {text[:40]!r}")
    return text


def typed(entry: Entry) -> tuple[str, ...]:
    """The right answers of a typed item, each on one line as it can be typed."""
    content = entry.item.content
    match content:
        case Short(answer=answer, accept=accept):
            answers = (answer, *accept)
        case Cloze():
            answers = deletion(content)
        case _:
            raise TypeError(f"{content.TYPE} is not typed")
    if any("\n" in answer for answer in answers):
        entry.notes.append("its answer has several lines, which nobody can type there")
    return answers


def type_of(tags: Iterable[str]) -> ItemType | None:
    """The type that a tag of ours tells."""
    names = {
        tag.strip().casefold().removeprefix(TYPE_TAG) for tag in tags if tag.strip().casefold().startswith(TYPE_TAG)
    }
    return next((kind for kind in ItemType if kind.value in names), None)


def id_of(tags: Iterable[str]) -> str:
    """The id that a tag of ours tells, where a platform has no other place for it."""
    return next((tag.strip()[len(ID_TAG) :] for tag in tags if tag.strip().casefold().startswith(ID_TAG)), "")


def is_ours(tag: str) -> bool:
    """Whether the tag only tells what an item is, and is none of its own."""
    return tag.strip().casefold().startswith((TYPE_TAG, ID_TAG))


def graded_by_people(kind: ItemType | None, text: str, answer: str, named: Mapping[str, str]) -> Content:
    """A question that people grade: the type that its tag tells, else a recall item, without any answer a practice."""
    match kind:
        case ItemType.LIST:
            groups = [tuple(line.split(_ALSO)) for line in answer.removeprefix(_MEMBER[1:]).split(_MEMBER)]
            accept = tuple(group[1:] for group in groups)
            return ListAll(text, tuple(group[0] for group in groups), accept if any(accept) else ())
        case ItemType.PRACTICE:
            return Practice(text, answer, named.get(PERIOD, ""))
        case _:
            return Recall(text, answer) if answer else Practice(text, "", named.get(PERIOD, ""))


def matched(kind: ItemType | None, text: str, both: Sequence[tuple[str, str]]) -> Content:
    """A matching question: the pairs, or the order that its positions tell."""
    if kind is ItemType.ORDER and [left for left, _ in both] == [str(n) for n in range(1, len(both) + 1)]:
        return Order(text, tuple(right for _, right in both))
    return Match(text, tuple(both))
