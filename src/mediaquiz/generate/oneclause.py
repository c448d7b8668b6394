"""A meaning up to where its sentence goes on with a clause of its own."""

import re

from mediaquiz.language.clauses import split
from mediaquiz.language.verbs import OTHERS_TOO, VERBS, is_gerund

DOING = re.compile(r"[a-z]+ing (?:an?|the|one|two|what|its|each|every) ", re.IGNORECASE)
"""A meaning that is a doing: "mixing the flour"."""
_JOINED = re.compile(r", (?:and|but|so) ")


def one_clause(text: str) -> str:
    """A meaning up to where the sentence goes on with a clause of its own: "drops of water, and wind moves them"."""
    text = _SECOND_PREDICATE.sub("", _before_dash(text))
    for joint in _JOINED.finditer(text):
        if _LISTS_CLAUSES.search(text[: joint.start()]):
            return text
        rest = text[joint.end() :]
        if _LISTS.search(text[: joint.start()]) and joint[0] == ", and ":
            continue  # "your work, rest, and hours of thought come together": the last of a list
        if DOING.match(text) and is_gerund(rest.split(" ")[0]):
            continue  # "mixing the flour, and kneading it into a dough that …"
        if split(rest) or any(word in VERBS and word not in OTHERS_TOO for word in rest.split(" ")[2:]):
            return text[: joint.start()]
    return text


_DASH = re.compile(r" [-–—] |—")
_LEAST = 5


_AGAIN = re.compile(r"(?:i\.? ?e\b|that is\b|in other words\b|[a-z]+ing (?!of\b))")


def _before_dash(text: str) -> str:
    """A meaning up to a dash behind which the sentence says it in other words, or goes on with a clause."""
    before, *behind = _DASH.split(text)
    if len(behind) != 1 or len(before.split()) < _LEAST or before.startswith("(") or " because " in before:
        return text
    return before if _AGAIN.match(behind[0]) or split(behind[0]) else text


_LISTS = re.compile(r"\w, [\w’-]+(?: [\w’-]+)?$")
_LISTS_CLAUSES = re.compile(r"\b(?:in which|that|which|where|whose) [^,]+, [^,]+$|, with(?:out)? [^,]+$")
"""A relative clause that has two clauses already: what "and" adds is the last one of a list."""
_SECOND_PREDICATE = re.compile(
    r",? (?:and|but)(?:,[^,]{3,60},)? (?:also )?"
    r"(?:is|are|can|could|may|might|will|would|has|have|must|should|does|do)\b.*$"
)
