"""Generator: a comparison with counterparts becomes a match."""

from collections.abc import Iterable

from mediaquiz.generate.english import term_phrase
from mediaquiz.generate.make import candidate
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Analogy, Extract
from mediaquiz.model.item import Match


def generate(extract: Extract) -> Iterable[Candidate]:
    """One match for each comparison whose sides are distinct."""
    for found in extract.findings:
        if not isinstance(found, Analogy):
            continue
        rights = [right for _, right in found.pairs]
        if len(set(rights)) == len(rights):
            subject = term_phrase(found.subject, extract.lesson)
            stem = (
                f"{found.image[:1].upper()}{found.image[1:]} as a picture of {subject}: what does each part stand for?"
            )
            yield candidate(
                "analogy-match",
                Match(stem, found.pairs[:7]),
                found.place,
                concept=found.subject,
                aspect="analogy",
                value=0.72,
            )
