"""The last resort for a Korean sentence: a term cut out, with a particle that fits whatever stands there."""

import re

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.asked_ko import joined, stated
from mediaquiz.language.korean_clauses import is_noun
from mediaquiz.language.korean_leaning import standing
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

_LISTED = re.compile(r"\([^()]*,")
"""Details in brackets."""

_OF_MANY = re.compile(r" 수(?:도)? 있\S+$| 중 하나|(?:두|세|네|다섯|여섯) ?(?:가지|종류)")
"""What can be said of other things as well: other words fit its blank."""


def blank(found: Statement, extract: Extract) -> Asked | None:
    """A cloze of the sentence on a term that the lesson sets off or defines, but for members of a list."""
    text = standing(found.text)
    if len(text.split()) < _LEAST_WORDS or _OF_MANY.search(text) or joined(text) or "{" in text or _LISTED.search(text):
        return None
    for concept in extract.concepts[:_NAMED]:
        if concept.kind != "term" or squash(concept.term) == squash(extract.topic):
            continue
        term = _compound(text, concept.term, extract.lesson.text)
        if term and (cloze := _cut(text, term)):
            return Asked("blank", Cloze(cloze, concept.aliases if term == concept.term else ()), "term", 0.55)
    return None


_NEXT = re.compile(r" (?P<noun>[가-힣]{2,}?)(?:이라고|라고|에서|으로|[은는이가을를과와로에의도만])?(?=[\s,.]|$)")


def _compound(text: str, term: str, whole: str) -> str:
    """The term with the noun behind it, where the two are one name (``학습 데이터``); empty where that is in doubt."""
    at = text.find(term)
    following = _NEXT.match(text, at + len(term)) if at >= 0 else None
    if not following:
        return term
    return f"{term} {following['noun']}" if is_noun(following["noun"], whole) else ""


_WITH_PARTICLE = re.compile(r" (?:값|것|들|점|수)[이을은]$|[를는]$|^다른 ")
_OF_ONE_NAME = re.compile(
    r"(?:^|[을를이가은는의에] |[,로고서며면] )[가-힣]{2,3}(?<![을를이가은는의에와과로며면서고한된할인게]) $"
)
"""A noun in front that makes one name with the term: ``렌더 | 트리``."""


def _cut(text: str, term: str) -> str:
    """The sentence with the term marked and its particle in both forms; empty when the term has no clean place."""
    if term not in text or len(term) < 2 or _WITH_PARTICLE.search(term):
        return ""
    places = list(re.finditer(rf"(?<![가-힣A-Za-z0-9]){re.escape(term)}", text))
    if len(places) != 1 or text[: places[0].start()].endswith((", ", "와 ", "과 ", "· ")):
        return ""
    before, after = text[: places[0].start()], text[places[0].end() :]
    if term.lower() in f"{before} {after}".lower() or _OF_ONE_NAME.search(before):
        return ""
    if after.startswith((",", "와 ", "과 ", "·")):
        return ""
    for particle, both in _PARTICLES:
        if after.startswith(f"{particle} "):
            return stated(f"{before}{{{{{term}}}}}{both}{after.removeprefix(particle)}")
    return stated(f"{before}{{{{{term}}}}}{after}") if _ALIKE.match(after) and after.strip() else ""
