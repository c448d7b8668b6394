"""The last resort for a takeaway that no form fits: a blank at a phrase boundary, never a random word."""

import re
from collections.abc import Iterator

from mediaquiz.generate.asked import Asked, text_of
from mediaquiz.generate.english import curly, full_stop
from mediaquiz.generate.known import is_everyday
from mediaquiz.language.clauses import split
from mediaquiz.language.cues import cues
from mediaquiz.language.verbs import OTHERS_TOO, VERBS, base_of
from mediaquiz.model.concept import Concept, Extract, Statement
from mediaquiz.model.item import Cloze
from mediaquiz.text import lowered, squash

_NOT = re.compile(
    r"^(?P<head>[^;:—]{6,100}?\b(?:with|as|on|by|for|from|into|to|in|is|are)) "
    r"(?P<answer>[\w’'-]+(?: [\w’'-]+){0,3}), (?P<tail>not .+)$"
)
_LISTS = re.compile(r"^[^:]{3,70}:[^,]+,[^,]+(?:,|\band\b)")
_PHRASE_ENDS = re.compile(
    r"[^\w\s-]|\s(?:[^\w\s]|(?:of|in|on|at|by|for|with|from|to|into|over|under|between|through|than|as|and|or|but|nor"
    r"|that"
    r"|which|who|where|when|while|because|if|so|is|are|was|were|be|has|have|had|can|could|will|would|may|might|must"
    r"|should|does|do|did|not|only)\b)"
)
_FEWEST_WORDS = 7
_NAMES = re.compile(r"\b(?:known as|called|termed|the (?:term|name)|named) (?:an?|the|“)? ?$")
_GLOSSES = re.compile(r"”?, (?:or|which (?:is|are|means)|that is,|meaning) ")
"""In the prose a blank stands where a sentence names what it tells of, or says what it is."""
_LEANS = re.compile(
    r"\b(?:same|also|another|other|such|too|as well|latter|former)\b|\w/\w"
    r"|\bwhether you\b|\bcomes? down to\b|\bthis is\b|\bidentical to\b|\blet['’]s\b"
    r"|\b(?:example|important (?:form|part|kind))\b"
)
_LEANING = frozenset(
    "same also another other such too well latter former whether come comes this identical let example"
    " important".split()
)
"""Of these, one stands in whatever ``_LEANS`` finds, or a slash."""
_OPENS_LEANING = re.compile(
    r"The (?:fact|problem|first|second|following|original)\b|\w+ \w+ it\b|One "
    r"|A (?:[a-z]+ ){0,2}(?:hypothes[ie]s|theor(?:y|ies)|explanation|idea|view|stud(?:y|ies)|approach|reason)\b"
    r"|(?:Indeed|Even|As|You|There|Following|Another)\b"
)
_YOU = re.compile(r"\b[Yy]ou\b.*\b(?:you|to|by|if|when)\b|[\[\]]|\\[a-z]+")
"""What the reader does for an end is asked as a question or not at all; brackets and formulas are no text for a"
" blank."""
_NAMED = 25
"""In the prose only the first concepts of the inventory are worth a blank."""


def blank(found: Statement, extract: Extract) -> Asked | None:
    """A cloze of the sentence: the side that a ", not …" corrects, else a term that the lesson itself sets off."""
    if (
        len(found.text.split()) < _FEWEST_WORDS + (0 if found.takeaway else 3)
        or "{{" in found.text
        or "}}" in found.text
    ):
        return None
    text = full_stop(text_of(found))
    if not found.takeaway and _is_told(text):
        return None
    if _YOU.search(text) or text.endswith("?"):
        return None
    if _LISTS.match(text) or (not found.takeaway and _leans(text)):
        return None
    corrected = _NOT.match(text) if ", not " in text else None
    if corrected:
        return _cloze(text, corrected["answer"], trust=0.7)
    known = extract.concepts if found.takeaway else extract.concepts[:_NAMED]
    terms = [name for concept in known if _counts(concept) for name in (concept.term, *concept.aliases)]
    low = lowered(text)
    for term in sorted((t for t in terms if t.lower() in low), key=lambda t: (-len(t), t)):
        if not found.takeaway and " " not in term and not term[:2].isupper():
            continue  # "the ability to sort ____": one plain word can be many
        if is_everyday(term) or not (found.takeaway or _is_characterized(term, text)):
            continue
        if len(term) > 3 and f" {squash(term)} " not in f" {squash(extract.topic)} " and _stands_once(term, text):
            return _cloze(text, term, trust=0.55)
    return None


def _is_characterized(term: str, text: str) -> bool:
    """Whether a sentence brings a term in by name, or says behind it what it is."""
    at = next(_places(term, text), -1)
    return at >= 0 and (_NAMES.search(text[:at]) is not None or _GLOSSES.match(text, at + len(term)) is not None)


def _leans(text: str) -> bool:
    """Whether a sentence takes up something that stands before it."""
    may = "/" in text or not _LEANING.isdisjoint(cues(text))
    return _OPENS_LEANING.match(text) is not None or (may and _LEANS.search(text) is not None)


_TOLD = re.compile(r"^(?:\w+ ){0,2}(?:an?|the|your|first|on|at|how|that|what|whether)\b")


def _is_told(text: str) -> bool:
    """Whether a sentence tells the reader to do something: "Draw a diagram …", "Focus first on …"."""
    first, _, rest = text.partition(" ")
    return first.lower() in VERBS and _TOLD.match(rest) is not None and split(text) is None


def _counts(concept: Concept) -> bool:
    """Terms that the lesson defines or sets off, and family members with a name of two words or more."""
    return concept.kind == "term" or " " in concept.term


def _stands_once(term: str, text: str) -> bool:
    """The term stands once, whole, as the end of its phrase, and neither opens the sentence nor is most of it."""
    found = list(_places(term, text))
    if len(found) != 1 or found[0] <= 3 or len(term.split()) * 3 > len(text.split()):
        return False
    rest = text[found[0] + len(term) :]
    if re.search(r",(?: and| or)? $", text[: found[0]]) and re.match(r",| and\b| or\b|[.]", rest):
        return False  # a member of a list in the sentence: nothing tells which
    if re.search(r"\b(?:(?:less|more) [a-z]+|[a-z]{3,}er) than (?:[\w-]+ ){0,2}$", text[: found[0]]):
        return False  # much is less than something
    if re.match(r", [\w’' -]+,(?: [\w’' -]+,)* (?:and|or) ", rest):
        return False
    if re.search(r"\b(?:an?|the) $", text[: found[0]]) and re.match(r" (?:and|or) (?:an?|the) ", rest):
        return False  # one of two
    verb = base_of(rest.strip().split(" ")[0])
    if re.match(r" [\"'“‘`(][\w.-]+[\"'”’`)]", rest):
        return False  # the name behind it says what it is: "the text editor 'nano'"
    return _PHRASE_ENDS.match(rest) is not None or (verb != "" and verb not in OTHERS_TOO)


def _places(term: str, text: str) -> Iterator[int]:
    """Where a term stands whole, its letters small or large."""
    low, wanted = lowered(text), lowered(term)
    at = low.find(wanted)
    while at >= 0:
        whole = not (at and _IN_WORD.match(text, at - 1)) and not _IN_WORD.match(text, at + len(wanted))
        if whole:
            yield at
        at = low.find(wanted, at + (len(wanted) if whole else 1))


_IN_WORD = re.compile(r"[\w-]")


def _cloze(text: str, answer: str, *, trust: float) -> Asked:
    at = next(_places(answer, text), len(text))
    end = at + len(answer)
    marked = f"{text[:at]}{{{{{text[at:end]}}}}}{text[end:]}" if at < len(text) else text
    return Asked("blank", Cloze(curly(marked)), "term", trust)
