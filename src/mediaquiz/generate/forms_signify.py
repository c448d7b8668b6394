"""What a sign stands for: a ratio measures something, an error indicates something, a setting controls something."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, subject_of, text_of
from mediaquiz.generate.forms_thing import is_term
from mediaquiz.generate.known import is_everyday
from mediaquiz.generate.oneclause import one_clause
from mediaquiz.generate.shown import present
from mediaquiz.language.clauses import Clause, split
from mediaquiz.language.verbs import base_of
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_SIGNIFYING = frozenset(
    "measure indicate represent denote specify describe define control determine tell quantify signify signal".split()
)
CUES_SIGNIFYING = present(sorted(_SIGNIFYING))
_BETWEEN_COMMAS = re.compile(r"^(?P<name>[^,;:—]{3,60}?), (?:\$[^$]{1,12}\$|`[^`]{1,12}`|[A-Za-z]{1,3}), (?=[a-z]+s? )")
"""A sign between commas: "the correlation coefficient, r, tells …"."""
_BRACKETS = re.compile(r" \([^()]*\)(?= )")
_TO_WHOM = re.compile(r"^(?:you|us|one|people)\b ?(?P<about>about )?")
_TAIL = re.compile(
    r",? (?:while|whereas|although|because|since|so that|assuming|including|such as|for (?:example|instance)|where)\b"
    r".*$"
    r"|, (?:which|but|so|with|as|making|meaning|thus)\b.*$"
    r"|,? and (?:is|are|was|can|may|will|has|have|also|therefore|thus|it|they)\b.*$"
)
_POINTS = re.compile(
    r"\b(?:this|these|those(?! (?:that|who)\b)|such|he|she|his|her|we|our|us|your?|it|they|them|here|another|others?"
    r"|following|same|former|latter|example|figure|table|not the|the (?:above|below))\b|\b(?:above|below)$"
    r"|^(?:its|their)\b|, not |[;:—?]",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^(?:an?|the|how|what|which|whether|that|when|where|all|one|[a-z’'-]+(?: [a-z’'-]+){0,3}? "
    r"(?:of|in|for|to|between|that|from|with|on)) \S"
)
_DOER = re.compile(
    r"^(?:many|some|most|several)\b|\b(?:people|government|compan(?:y|ies)|firms?|business(?:es)?|[a-z]{3,}ists?|users?)$",
    re.IGNORECASE,
)
"""Who measures or determines is no sign."""
_LEAST, _MOST = 3, 26


def signifies(found: Statement, extract: Extract) -> Asked | None:
    """S measures (indicates, represents, specifies) Y.  →  What does S measure?  Where the lesson says one such."""
    text = _BETWEEN_COMMAS.sub(r"\g<name> ", _BRACKETS.sub("", text_of(found)))
    clause = split(text)
    if not clause or clause.base not in _SIGNIFYING or clause.helper not in {"does", "do"}:
        return None
    told = _TO_WHOM.match(clause.rest) if clause.base == "tell" else None
    if (told is None) != (clause.base != "tell"):
        return None
    rest = one_clause(_TAIL.sub("", clause.rest[told.end() :] if told else clause.rest).strip(" ,"))
    if not _LEAST <= len(rest.split()) <= _MOST or not _OPENS.match(rest) or _POINTS.search(rest):
        return None
    if not _is_sign(clause, extract) or _goes_on(rest):
        return None
    whom = f" you{' about' if told['about'] else ''}" if told else ""
    stem = f"What {clause.helper} {subject_of(clause, extract)} {clause.base}{whom}?"
    return Asked("signifies", Recall(stem, stated(rest)), "definition", 0.78)


def _is_sign(clause: Clause, extract: Extract) -> bool:
    """Whether the subject has a name that is told to signify one thing only."""
    subject = clause.subject
    if PRONOUN.match(subject) or _DOER.search(subject) or _POINTS.search(subject) or "," in subject:
        return False
    if is_everyday(subject):
        return False
    signifying = rf"{re.escape(subject)} (?:\w+ly )?(?:{'|'.join(sorted(_SIGNIFYING))})s?\b"
    once = len(re.findall(signifying, extract.lesson.text, re.IGNORECASE)) <= 1
    return once and (is_term(subject, extract) or " " in subject.strip("`") or "`" in subject)


def _goes_on(rest: str) -> bool:
    """Whether a second predicate stands behind "and": "the files and runs them"."""
    return any(base_of(word) not in {"", word} for word in _JOINED.findall(rest))


_JOINED = re.compile(r"\band (?:then )?([a-z]+)")
