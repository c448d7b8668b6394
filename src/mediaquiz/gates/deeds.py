"""What a sentence says that somebody does: a question for it wants all of it, and what stands behind the verb."""

import re

from mediaquiz.gates.words import stem, stems
from mediaquiz.language.verbs import is_participle

_DOES = re.compile(r"^what (?:does|do|did) .+ do\b", re.IGNORECASE)
_HAPPENS = re.compile(r"^what happens (?:in|during|at|on|with|to) [^,]+\?$", re.IGNORECASE)
_CLAUSE_JOINT = re.compile(r", and |; ")
_SECOND = re.compile(r",? and (?=(?!its\b|this\b)[a-z]+(?:[^s\W]s|ed) )")
"""Where a second deed begins: "draws water out and slows them down"."""
_OBJECT = re.compile(r"^what (?:does|do|did) [^,?]+ (?P<verb>[a-z]+)\?$", re.IGNORECASE)
_DONE = re.compile(r"^(?:what|which \w+) (?:is|are|was|were) (?P<verb>\w+)\b", re.IGNORECASE)
_CLAUSES = re.compile(r"[;:.!?()—]|, (?:and|but|so|while|whereas|which) ")
_ENDS = re.compile(r"[,;:.!?()—]| (?:by|that|which|who|and|or|because|so|when|if|to|in|on|at|from|with|for|as) ")


def half_told(asked: str, answer: str, quote: str) -> str | None:
    """Refuses one of two deeds as the whole answer to "What does it do?"."""
    happens = _HAPPENS.match(asked)
    parts = (_CLAUSE_JOINT if happens else _SECOND).split(quote.rstrip("."))
    if not (happens or _DOES.match(asked)) or len(parts) != 2:
        return None
    one, other = (stems(part) - stems(asked) for part in parts)
    mine = stems(answer) - stems(asked) - (one & other)
    if mine and any(mine <= told and rest for told, rest in ((one - other, other - one), (other - one, one - other))):
        return "its quote says two things that it does"
    return None


def misplaced(asked: str, answer: str, quote: str) -> str | None:
    """Refuses what stands before the verb where "What does it eat?" asks for what stands behind it."""
    found = _OBJECT.match(asked.strip())
    if found is None:
        return _of_another_clause(asked, answer, quote)
    wanted = stem(found["verb"])
    verbs = [word for word in re.finditer(r"[a-z]+", quote, re.IGNORECASE) if stem(word[0]) == wanted]
    if len(verbs) != 1 or not verbs[0][0].endswith("s"):
        return None
    behind = quote[verbs[0].end() :]
    if stems(_ENDS.split(behind)[0]) and stems(answer).isdisjoint(stems(behind)):
        return "its quote gives something else behind the verb"
    return None


def _of_another_clause(asked: str, answer: str, quote: str) -> str | None:
    """Refuses what another clause has where "What is returned?" asks for what one clause says is returned."""
    found = _DONE.match(asked)
    if found is None or not is_participle(found["verb"]):
        return None
    clauses = [stems(clause) for clause in _CLAUSES.split(quote)]
    own = [words for words in clauses if stem(found["verb"]) in words]
    if len(own) == 1 and len(own[0] - stems(asked)) > 1 and stems(answer).isdisjoint(own[0]):
        return "its quote says that of something else"
    return None
