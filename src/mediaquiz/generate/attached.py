"""To what the last phrase of a sentence belongs: to the verb, or to something that stands between them.

A means, an end or a reason behind a clause is asked of the clause's own verb. Where another verb stands between the
two, or a noun that takes such a phrase, nobody can say without a parser which of them is meant: it is not asked.
"""

import re

from mediaquiz.language.clauses import Clause
from mediaquiz.language.verbs import OTHERS_TOO, base_of, is_gerund, is_participle, readings

OTHER_CLAUSE = re.compile(r"\b(?:that|which|who|whereas|while|not|since|because|including|such as)\b")
"""Signs of a clause inside a clause."""
_CLAUSE = re.compile(r"\b(?:how|what|when|than|where|whether|why|if|as [a-z]+ [a-z]+)\b")
"""What opens a clause of its own behind the verb."""
_INFINITIVE = re.compile(r"\bto (?P<verb>[a-z]+)\b")
_SECOND = re.compile(r"\b(?:and|or|but)(?: then| also)? (?P<verb>[a-z]+)\b")
_AND_DOES = re.compile(r"\band [a-z]+s (?:it|them|the|an?|its|their)\b")
"""A second verb that the list need not know."""
_MOTION = frozenset(
    "move go pass travel flow run walk look sort work read think live guide pick carry continue spread last grow follow"
    " reach extend search navigate scroll take break shine see".split()
)
_A_PLACE = re.compile(
    r"through (?:that|this|these|those|it|them|each|all|their|his|her|your|\w+ \d+"
    r"|the (?:last|first|whole|entire|middle|various|end)|an? (?:text|book|list|door|window|wall|field|crowd))\b",
    re.IGNORECASE,
)


def is_attached_elsewhere(clause: Clause, means: str) -> bool:
    """Whether a means ("by doing X", "using X", "through X") may belong to something else than the clause's verb."""
    rest = clause.rest
    if _CLAUSE.search(rest) or has_second_deed(clause):
        return True
    if means.startswith("by "):
        return False
    if means.startswith("through ") and (_A_PLACE.match(means) or " from " in f" {rest} " or _moves(clause)):
        return True
    inner = rest.split(" ")[1 if not clause.base else 0 :]
    return any(map(_is_verbal, inner)) or any(readings(found["verb"]) for found in _INFINITIVE.finditer(rest))


def has_second_deed(clause: Clause) -> bool:
    """Whether a second verb stands behind the first: "looks at the notes and rewrites them"."""
    wanted = {"does": {"third"}, "did": {"past"}, "do": {"base"}}.get(clause.helper)
    if wanted is None:
        return False
    if clause.helper == "does" and _AND_DOES.search(clause.rest):
        return True
    for found in _SECOND.finditer(clause.rest):
        forms = {reading.form for reading in readings(found["verb"])}
        if forms & wanted and not (found["verb"] in OTHERS_TOO or base_of(found["verb"]) in OTHERS_TOO):
            return True
    return False


def _moves(clause: Clause) -> bool:
    """Whether the last verb before "through" is one of motion: "a hand moves quickly through the grain"."""
    words = [word for word in f"{clause.base} {clause.rest}".split() if not word.endswith("ly")][-3:]
    return any(reading.base in _MOTION for word in words for reading in readings(word))


def _is_verbal(word: str) -> bool:
    """Whether a word is a participle or gerund, which may have a means of its own."""
    return is_gerund(word) or (is_participle(word) and word.endswith("ed"))
