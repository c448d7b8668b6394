"""Generator: who has done what a lesson tells with names and dates."""

from collections.abc import Iterable

from mediaquiz.generate.english import curly
from mediaquiz.generate.make import candidate
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract, Feat
from mediaquiz.model.item import Short


def generate(extract: Extract) -> Iterable[Candidate]:
    """One item for each deed; of a person the last word of the name will do."""
    for found in extract.findings:
        if isinstance(found, Feat):
            last = found.who.split(" ")[-1]
            accept = (last,) if found.asks == "Who" and last != found.who else ()
            content = Short(curly(f"{found.asks} {found.did}?"), found.who, accept)
            known = min(_OFTEN, extract.lesson.text.count(last))
            yield candidate("feat", content, found.place, aspect="deed", trust=0.8, value=_PASSING + _MORE * known)


_OFTEN, _PASSING, _MORE = 5, 0.4, 0.05
"""Somebody whom a lesson names once stands there in passing; whom it names again and again, it is about."""
