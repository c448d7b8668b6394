"""What the gates say of items that a human wrote or another program brought: advice, never a refusal."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from mediaquiz.gates import MOST, judge
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract
from mediaquiz.model.item import Item
from mediaquiz.model.lesson import Lesson
from mediaquiz.model.pictures import in_words
from mediaquiz.model.problem import Problem, Span, warning
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import prompt
from mediaquiz.text import one_line

_NO_FACT = "?"
"""A human's item says no fact: it is compared with others by its words."""
_EXAMPLES = 3
"""Items that are named for each kind of advice; the others are counted."""


def advise(items: Iterable[tuple[Item, Span]], lang: str, beside: Sequence[Item] = ()) -> tuple[Problem, ...]:
    """A warning for each item that a gate would have refused, without any lesson to compare it with.

    ``beside`` are items that it should not ask once more. Of one kind of advice the first few are told one by one,
    the rest as a number.
    """
    others = [Candidate(item, Span(""), fact=item.id or prompt(item.content)) for item in beside[:MOST]]
    scene = Scene(Extract(Lesson("", language=lang), (), ()), others)
    told: dict[str, list[Problem]] = defaultdict(list)
    for item, span in items:
        read = replace(item, source=None, content=in_words(item.content))
        if refusal := judge(Candidate(read, span, fact=_NO_FACT), scene):
            message = f"{one_line(prompt(item.content))[:60]!r}: {refusal.reason}"
            told[refusal.code].append(warning(refusal.code, message, span, "Improve it when you like; it is kept."))
    return tuple(problem for code, found in told.items() for problem in _shortened(code, found))


def _shortened(code: str, found: list[Problem]) -> list[Problem]:
    beyond = found[_EXAMPLES:]
    if not beyond:
        return found
    return [*found[:_EXAMPLES], warning(code, f"the same goes for {len(beyond)} more", beyond[0].span)]
