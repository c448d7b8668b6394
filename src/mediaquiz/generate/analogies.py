"""Generator: a comparison with counterparts becomes a match, and a question for each of a few parts beyond it."""

from collections.abc import Iterable, Iterator, Sequence

from mediaquiz.generate.distractors import pick
from mediaquiz.generate.english import defined_phrase, term_phrase, upper_first
from mediaquiz.generate.likeness import shares_word
from mediaquiz.generate.make import candidate
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Analogy, Extract
from mediaquiz.model.item import Choice, Match
from mediaquiz.text import squash

_MOST_PAIRS, _MOST_SINGLE = 4, 2


def generate(extract: Extract) -> Iterable[Candidate]:
    """One match for each comparison whose sides are distinct; what it leaves out is asked one by one."""
    for found in extract.findings:
        if isinstance(found, Analogy):
            rights = [right for _, right in found.pairs]
            if len({squash(right) for right in rights}) == len(rights):
                yield _match(found, found.pairs[:_MOST_PAIRS], extract)
                yield from _singles(found, found.pairs[_MOST_PAIRS:], extract)


def _match(found: Analogy, pairs: Sequence[tuple[str, str]], extract: Extract) -> Candidate:
    subject = term_phrase(found.subject, extract.lesson)
    stem = f"{upper_first(found.image)} as a picture of {subject}: what does each part stand for?"
    return candidate(
        "analogy-match",
        Match(stem, tuple((image, defined_phrase(right, right, extract.lesson)) for image, right in pairs)),
        found.place,
        concept=found.subject,
        aspect="analogy",
        value=0.72,
    )


def _singles(found: Analogy, pairs: Sequence[tuple[str, str]], extract: Extract) -> Iterator[Candidate]:
    subject = term_phrase(found.subject, extract.lesson)
    parts = [defined_phrase(right, right, extract.lesson) for _, right in found.pairs]
    for image, right in pairs[:_MOST_SINGLE]:
        part = defined_phrase(right, right, extract.lesson)
        stem = f"In the picture of {subject} as {found.image}, what does the {image} stand for?"
        others = pick(part, parts, seed=stem)
        if not shares_word(part, stem) and len(others) >= _MOST_SINGLE:
            yield candidate(
                "analogy-part",
                Choice(stem, part, others),
                found.place,
                quote=_said_of(found, right),
                concept=right,
                aspect="analogy",
                value=0.6,
            )


def _said_of(found: Analogy, part: str) -> str:
    """The line of a list that holds the part; in prose the whole comparison."""
    return next((line for line in found.place.quote.split("\n") if part in line), found.place.quote)
