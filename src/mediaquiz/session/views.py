"""What a skin shows: the question, then the question with its answer. Plain values, no words of any language."""

from enum import StrEnum
from typing import TYPE_CHECKING

from mediaquiz.grade.values import Grade
from mediaquiz.model import views
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Content, Item, ItemType, ListAll, Match, Multi, Practice, TrueFalse
from mediaquiz.model.review import Rating
from mediaquiz.session.hints import Hint, hints
from mediaquiz.session.machine import can_accept, hinted, options, ratings, ready, suggested
from mediaquiz.session.values import Now, Session
from mediaquiz.text import squash

if TYPE_CHECKING:
    from mediaquiz.schedule.memory import Scheduled


class Input(StrEnum):
    """How a question is answered."""

    THINK = "think"
    """In the head; then the answer is asked for."""
    TEXT = "text"
    NAMES = "names"
    """Several texts, parted by commas."""
    ONE = "one"
    SEVERAL = "several"
    YES_NO = "yes_no"
    ORDER = "order"
    PAIRS = "pairs"
    WRITE = "write"
    """By doing; notes may be written."""


INPUTS: dict[ItemType, Input] = {
    ItemType.RECALL: Input.THINK,
    ItemType.SHORT: Input.TEXT,
    ItemType.CLOZE: Input.TEXT,
    ItemType.CHOICE: Input.ONE,
    ItemType.MULTI: Input.SEVERAL,
    ItemType.TRUEFALSE: Input.YES_NO,
    ItemType.ORDER: Input.ORDER,
    ItemType.LIST: Input.NAMES,
    ItemType.MATCH: Input.PAIRS,
    ItemType.PRACTICE: Input.WRITE,
}


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question as shown.

    ``position`` of ``total`` counts different cards; ``again`` and ``new`` count the cards of that kind still to come,
    this one among them. ``options`` are numbered from 1; ``lefts`` are the sides that a match asks about, in order.
    ``wanted`` is how many answers there are (list, multi) or 0. ``hints`` were given; ``has_hint`` when there is
    one more. ``context`` is what stands above the question: of what it is, else its lesson.
    """

    item_id: str
    position: int
    total: int
    again: int
    new: int
    lesson: str
    prompt: str
    input: Input
    options: tuple[str, ...] = ()
    lefts: tuple[str, ...] = ()
    wanted: int = 0
    hints: tuple[Hint, ...] = ()
    has_hint: bool = False
    period: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """The question with what was given and what is right.

    ``answer`` has one entry for a text and one for each part of an answer in parts; ``also`` are other right
    wordings. ``previews`` say what each rating would do. ``can_accept`` when the learner may declare it right.
    ``ratings`` are those that can be given, ``suggested`` the one that Enter takes. ``notes`` are the learner's own to
    this card from earlier, oldest first.
    """

    question: QuestionView
    given: tuple[str, ...]
    grade: Grade
    answer: tuple[str, ...]
    also: tuple[str, ...]
    explain: str
    quote: str
    source: str
    previews: "dict[Rating, Scheduled]"
    can_accept: bool
    ratings: tuple[Rating, ...] = tuple(Rating)
    suggested: Rating | None = None
    notes: tuple[str, ...] = ()


def question(session: Session) -> QuestionView:
    """The present question. Raises ValueError when the sitting is done."""
    card = session.current
    if card is None:
        raise ValueError("the sitting is done")
    content = card.item.content
    seen = {answered.card.item.id for answered in session.answers}
    unseen = sum(waiting.item.id not in seen for waiting in session.queue)
    coming = (card, *session.queue)
    return QuestionView(
        item_id=card.item.id,
        position=session.total - unseen,
        total=session.total,
        again=len(session.again) + sum(waiting.item.id in seen for waiting in coming),
        new=sum(not (waiting.begun or waiting.history) and waiting.item.id not in seen for waiting in coming),
        lesson=card.lesson,
        prompt=views.prompt(content),
        input=INPUTS[card.item.type],
        options=options(session),
        lefts=tuple(left for left, _ in content.pairs) if isinstance(content, Match) else (),
        wanted=_wanted(content),
        hints=hinted(session),
        has_hint=session.hints < len(hints(content, options(session))),
        period=content.period if isinstance(content, Practice) else "",
        context=card.item.context or _untold(card.lesson, content),
    )


def _untold(lesson: str, content: Content) -> str:
    """The title of the lesson; empty where it tells the answer."""
    words = squash(views.answer_text(content)).split()
    telling = [word for word in words if len(word) > _ARTICLE] or words
    return "" if telling and all(map(squash(lesson).__contains__, telling)) else lesson


_ARTICLE = 3
"""Letters of the longest word that an answer may have beside what it says, as "the"."""


def _wanted(content: Content) -> int:
    match content:
        case Multi(key=keys):
            return len(keys)
        case ListAll(members=members):
            return len(members)
        case _:
            return 0


def answer(session: Session, now: Now) -> AnswerView:
    """The present question with its answer. Raises ValueError before an answer was given."""
    card, attempt = session.current, session.attempt
    if card is None or attempt is None:
        raise ValueError("no answer was given yet")
    content = card.item.content
    forecast = ready(session, card, now).forecast
    return AnswerView(
        question=question(session),
        given=_given(attempt.text, options(session)),
        grade=attempt.grade,
        answer=_parts(content),
        also=() if isinstance(content, ListAll) else tuple(views.accepted(content)),
        explain=_explanation(card.item),
        quote=card.item.source.quote if card.item.source else "",
        source=card.source,
        previews=forecast.preview(now.at) if forecast else {},
        can_accept=can_accept(session),
        ratings=ratings(session),
        suggested=suggested(session),
        notes=card.notes,
    )


def _explanation(item: Item) -> str:
    """Why it is so; for a false statement, first how it really is."""
    correction = item.content.correction if isinstance(item.content, TrueFalse) else ""
    return " ".join(dict.fromkeys(part for part in (correction, item.explain) if part))


def _given(text: str, shown: tuple[str, ...]) -> tuple[str, ...]:
    """What was given, in words where it was given by number."""
    from mediaquiz.grade.picks import numbers

    picked = numbers(text, len(shown)) if shown else None
    return tuple(shown[n - 1] for n in picked) if picked else (text.strip(),) if text.strip() else ()


def _parts(content: Content) -> tuple[str, ...]:
    match views.answer(content):
        case str(text):
            return (text,) if text else ()
        case list(parts):
            return tuple(parts)
        case pairs:
            return tuple(f"{left} = {right}" for left, right in pairs.items())
