"""The last resort for a takeaway that no form fits: a blank at a phrase boundary, never a random word."""

import re

from mediaquiz.generate.english import curly, full_stop, strip_stop
from mediaquiz.generate.forms import Asked
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Cloze
from mediaquiz.text import squash

_NOT = re.compile(
    r"^(?P<head>[^;:—]{6,100}?\b(?:with|as|on|by|for|from|into|to|in|is|are)) "
    r"(?P<answer>[\w’'-]+(?: [\w’'-]+){0,3}), (?P<tail>not .+)$"
)
_FEWEST_WORDS = 7


def blank(found: Statement, extract: Extract) -> Asked | None:
    """A cloze of the sentence: the side that a ", not …" corrects, else a term that the lesson itself sets off."""
    if len(found.text.split()) < _FEWEST_WORDS or "{{" in found.text or "}}" in found.text:
        return None
    text = full_stop(strip_stop(found.text))
    corrected = _NOT.match(text)
    if corrected:
        return _cloze(text, corrected["answer"], trust=0.7)
    terms = [name for concept in extract.concepts for name in (concept.term, *concept.aliases)]
    for term in sorted(terms, key=lambda t: (-len(t), t)):
        if len(term) > 3 and squash(term) != squash(extract.topic) and _stands_once(term, text):
            return _cloze(text, term, trust=0.55)
    return None


def _stands_once(term: str, text: str) -> bool:
    """The term stands once, whole, and neither opens the sentence nor is most of it."""
    found = [m.start() for m in re.finditer(rf"(?<![\w-]){re.escape(term)}(?![\w-])", text, re.IGNORECASE)]
    return len(found) == 1 and found[0] > 3 and len(term.split()) * 3 <= len(text.split())


def _cloze(text: str, answer: str, *, trust: float) -> Asked:
    marked = re.sub(rf"(?<![\w-])({re.escape(answer)})(?![\w-])", r"{{\1}}", text, count=1, flags=re.IGNORECASE)
    return Asked("blank", Cloze(curly(marked)), "term", trust)
