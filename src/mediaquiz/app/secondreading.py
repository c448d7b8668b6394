"""The round trip: questions go to the model once more, without their answers; where it disagrees, nobody knows."""

from collections.abc import Mapping, Sequence

from mediaquiz.app.languagemodel import Desk
from mediaquiz.formats.chat.loose import objects
from mediaquiz.formats.chat.prompt import answer_prompt
from mediaquiz.formats.chat.read import texts
from mediaquiz.formats.chat.schema import ANSWERS
from mediaquiz.gates.words import missing, stems
from mediaquiz.grade.typed import compare
from mediaquiz.grade.values import Verdict
from mediaquiz.model.item import Cloze, Content, Item, ListAll, Multi, Order, Recall, Short
from mediaquiz.model.views import accepted, answer
from mediaquiz.text import squash

_SHARED = 0.5
"""The share of the shorter answer's words that two free answers have in common when they say the same."""


def agreed(desk: Desk, text: str, items: Sequence[Item]) -> tuple[bool, ...]:
    """Of each item, whether another reading of the text gives its answer. Raises MediaquizError without a reply."""
    if not items:
        return ()
    prompt = answer_prompt(text, items, with_schema=desk.model.with_schema)
    given = answers_in(desk.ask(prompt, ANSWERS))
    return tuple(agrees(item.content, given.get(number, ())) for number, item in enumerate(items, start=1))


def answers_in(reply: str) -> Mapping[int, tuple[str, ...]]:
    """The answers of a reply by the numbers of their questions; what is not whole is no answer."""
    found: dict[int, tuple[str, ...]] = {}
    for thing in objects(reply, ("number",)):
        number = thing.values.get("number")
        if thing.whole and isinstance(number, float):
            found.setdefault(int(number), tuple(texts(thing, ("answer", "answers"))))
    return found


def agrees(content: Content, given: Sequence[str]) -> bool:
    """Whether answers that somebody gave are those of the item."""
    right = answer(content)
    if isinstance(content, Multi | ListAll | Order):
        wanted, mine = [squash(one) for one in right], [squash(one) for one in given]
        return mine == wanted if isinstance(content, Order) else sorted(mine) == sorted(wanted)
    if len(given) != 1:
        return False
    if isinstance(content, Short | Cloze):
        return compare(given[0], [str(right), *accepted(content)])[0].verdict is Verdict.RIGHT
    if isinstance(content, Recall):
        return _alike(stems(given[0]), stems(content.answer))
    return squash(given[0]) == squash(str(right))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    few, many = sorted((one, other), key=len)
    return bool(few) and len(missing(few, many)) <= (1 - _SHARED) * len(few)
