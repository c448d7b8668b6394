"""The last resort for a Korean sentence: a term cut out, with a particle that fits whatever stands there."""

import re

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.asked_ko import joined, stated
from mediaquiz.language.korean_clauses import standing
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Cloze
from mediaquiz.text import squash

_PARTICLES = (
    ("이라고", "(이)라고"), ("라고", "(이)라고"), ("으로", "(으)로"), ("은", "은(는)"), ("는", "은(는)"),
    ("이", "이(가)"), ("가", "이(가)"), ("을", "을(를)"), ("를", "을(를)"),
    ("과", "과(와)"), ("와", "과(와)"), ("로", "(으)로"),
)  # fmt: skip
"""What stands after a word by its last sound, and the same with both forms: it must not tell the answer."""
_ALIKE = re.compile(r"^(?:에서|에게|에는|에|의|도|만|까지|부터)?(?=[\s,])")
_LEAST_WORDS = 6
_NAMED = 25


def blank(found: Statement, extract: Extract) -> Asked | None:
    """A cloze of the sentence on a term that the lesson sets off or defines, but for members of a list."""
    text = standing(found.text)
    if len(text.split()) < _LEAST_WORDS or joined(text) or "{" in text:
        return None
    for concept in extract.concepts[:_NAMED]:
        if concept.kind != "term" or squash(concept.term) == squash(extract.topic):
            continue
        if cloze := _cut(text, concept.term):
            return Asked("blank", Cloze(cloze, concept.aliases), "term", 0.55)
    return None


def _cut(text: str, term: str) -> str:
    """The sentence with the term marked and its particle in both forms; empty when the term has no clean place."""
    if term not in text or len(term) < 2:
        return ""
    places = list(re.finditer(rf"(?<![가-힣A-Za-z0-9]){re.escape(term)}", text))
    if len(places) != 1 or text[: places[0].start()].endswith((", ", "와 ", "과 ", "· ")):
        return ""
    before, after = text[: places[0].start()], text[places[0].end() :]
    if after.startswith((",", "와 ", "과 ", "·")):
        return ""
    for particle, both in _PARTICLES:
        if after.startswith(f"{particle} "):
            return stated(f"{before}{{{{{term}}}}}{both}{after.removeprefix(particle)}")
    return stated(f"{before}{{{{{term}}}}}{after}") if _ALIKE.match(after) and after.strip() else ""
