"""Generator: one dated question over a table of marks; a question for each row would be a coin flip."""

from collections import Counter
from collections.abc import Iterable

from mediaquiz.generate.english import lower_first, quoted
from mediaquiz.generate.make import candidate
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract, Family, Standing
from mediaquiz.model.item import ListAll
from mediaquiz.text import squash


def generate(extract: Extract) -> Iterable[Candidate]:
    """The rows at the highest step that holds two to four of them."""
    for found in extract.findings:
        if isinstance(found, Standing):
            counts = Counter(step for _, step in found.rows)
            step = next((s for s in reversed(found.scale) if 2 <= counts[s] <= 4 < len(found.rows)), "")
            if step:
                yield _at(step, found, extract)


def _at(step: str, found: Standing, extract: Extract) -> Candidate:
    names = tuple(name for name, at in found.rows if at == step)
    noun = found.noun.lower().removesuffix("s")
    date = lower_first(found.date, extract.lesson) if found.date[:1].isupper() else found.date
    when = f"As of {date}, which" if date else "Which"
    chart = _chart(found.caption)
    rest = sorted({at for _, at in found.rows if at != step}, key=found.scale.index)
    others = f" ({' or '.join(rest)} for the others)" if len(rest) <= 2 else ""
    stem = f"{when} {noun}s stood at “{step}” on {chart}{others}?"
    return candidate(
        "standing-list",
        ListAll(stem, names, tuple(_aliases(name, extract) for name in names)),
        found.place,
        concept=found.caption,
        aspect="status",
        trust=0.7 if found.date else 0.3,
        value=0.4,
    )


_CHARTS = frozenset("map chart table matrix scale grid radar board overview scorecard index ranking".split())


def _chart(caption: str) -> str:
    """ "MATURITY MAP: Where each stands" is the maturity map; a head that names no chart leaves the rest, quoted."""
    head, _, rest = caption.partition(":")
    if head.split() and head.split()[-1].lower() in _CHARTS:
        return f"the {head.strip().lower()}" if head.isupper() else f"the chart {quoted(head.strip())}"
    return f"the chart {quoted(rest.strip() or caption)}"


def _aliases(name: str, extract: Extract) -> tuple[str, ...]:
    """The other spellings of a row's name that a family of the lesson knows."""
    for family in extract.findings:
        if isinstance(family, Family):
            for member in family.members:
                known = {squash(n) for n in (member.name, *member.aliases)}
                if squash(name.split("(")[0]) in known or squash(name) in known:
                    return tuple(n for n in (member.name, *member.aliases) if squash(n) != squash(name))
    return ()
