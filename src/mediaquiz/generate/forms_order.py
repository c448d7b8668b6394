"""Forms of sentences that give an order."""

import re

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.english import curly, lower_first, strip_stop
from mediaquiz.model.concept import Extract, Family, Statement
from mediaquiz.model.item import Order

_CHAIN = re.compile(r"^(?P<head>[^:→]{4,80}):\s*(?P<chain>[^→:]+(?:\s*(?:→|->|⇒)\s*[^→:]+){2,})$")
_ARROWS = ("→", "->", "⇒")


def steps_of(text: str) -> tuple[str, ...]:
    """The steps of "X: a → b → c"; empty for any other sentence."""
    match = _CHAIN.match(curly(strip_stop(text))) if any(map(text.__contains__, _ARROWS)) else None
    return tuple(step.strip() for step in re.split(r"\s*(?:→|->|⇒)\s*", match["chain"])) if match else ()


def chain(found: Statement, extract: Extract) -> Asked | None:
    """X is a Y: a → b → c.  →  The order of the steps."""
    steps = steps_of(found.text)
    if not steps or len(set(steps)) < len(steps):
        return None
    head = found.text.split(":")[0]
    return Asked("chain", Order(f"Put in order: {lower_first(head, extract.lesson)}.", steps), "order")


def is_part_of_family(steps: tuple[str, ...], extract: Extract) -> bool:
    """Whether most of the steps are members of a family, under other names: then the family asks, whole."""
    for family in extract.findings if steps else ():
        if isinstance(family, Family):
            words = {w for m in family.members for n in (m.name, *m.aliases) for w in n.casefold().split()}
            if sum(any(w.startswith(step.casefold()[:4]) for w in words) for step in steps) * 3 >= 2 * len(steps):
                return True
    return False
