"""A second predicate of the same subject as a sentence of its own: "S does X but is not Y" holds "S is not Y"."""

import re
from collections.abc import Iterator

from mediaquiz.language.clauses import Clause, split_bare
from mediaquiz.language.verbs import OTHERS_TOO, readings

_JOINT = re.compile(
    r",? (?:and|but) (?:(?:also|then|thus|therefore|often|usually|generally|typically) )?(?P<verb>[a-z]+) "
)
_JOINTS = (" and ", " but ")
_WITHIN = re.compile(
    r"\b(?:that|which|who|whose|whom|where|when|while|if|unless|because|since|although|though|whether|how|what|why|than"
    r"|whereby|wherein|as|before|after|until|once|so|not only|both|either|neither|between)\b|[;:—(]|\w+ing\b.* \w+ing\b"
)
"""What the second predicate may belong to instead."""
_TAKES_UP = re.compile(
    r"\b(?:it|its|they|their|them|this|these|those|such|there|both|too|likewise|others?|instead)\b", re.I
)
_NO_SUBJECT = re.compile(
    r"^(?:it|they|this|that|these|those|he|she|we|you|i|there|here|one|some|each|both|such)\b", re.I
)
_OBJECT = re.compile(
    r"(?:an?|the|all|each|every|any|no|many|most|more|less|fewer|several|two|three|to|in|on|at|by|for|with|from|into"
    r"|as) "
)
_ONE = frozenset(("is", "was", "has"))
_SEVERAL = frozenset(("are", "were", "have"))
_MODALS = frozenset(("can", "may", "must", "should", "cannot", "will"))
_FEWEST = 3


def second_predicates(text: str) -> Iterator[str]:
    """What "and" or "but" says besides of a sentence's subject, where its verb can belong to nothing else."""
    clause = split_bare(text) if any(joint in text for joint in _JOINTS) else None
    if not clause or _NO_SUBJECT.match(clause.subject) or "," in clause.subject:
        return
    begin = len(clause.subject)
    for found in _JOINT.finditer(text, begin):
        if _WITHIN.search(text, begin, found.start()):
            return
        rest = text[found.end() :]
        if _agrees(found["verb"], rest, clause) and len(rest.split()) >= _FEWEST and not _TAKES_UP.search(rest):
            yield f"{clause.subject} {found['verb']} {rest}"


def _agrees(verb: str, rest: str, clause: Clause) -> bool:
    """Whether a word is surely a verb of the clause's subject."""
    one = clause.helper in {"does", "is", "has", "was"}
    several = clause.helper in {"do", "are", "have", "were"}
    if verb in _MODALS:
        return one or several or clause.helper in _MODALS
    if verb in _ONE or verb in _SEVERAL:
        return (verb in _ONE and one) or (verb in _SEVERAL and several)
    form = "third" if one else "base" if several and clause.helper == "do" else ""
    found = [reading for reading in readings(verb) if reading.form == form]
    return any(reading.base not in OTHERS_TOO for reading in found) or (bool(found) and _OBJECT.match(rest) is not None)
