"""What a sentence says that somebody does: a question for it wants all of it, and what stands behind the verb."""

import re

from mediaquiz.gates.words import stem, stems

_DOES = re.compile(r"^what (?:does|do|did) .+ do\b", re.IGNORECASE)
_SECOND = re.compile(r",? and (?=(?!its\b|this\b)[a-z]+(?:[^s\W]s|ed) )")
"""Where a second deed begins: "draws water out and slows them down"."""
_OBJECT = re.compile(r"^what (?:does|do|did) [^,?]+ (?P<verb>[a-z]+)\?$", re.IGNORECASE)
_ENDS = re.compile(r"[,;:.!?()—]| (?:by|that|which|who|and|or|because|so|when|if|to|in|on|at|from|with|for|as) ")


def half_told(asked: str, answer: str, quote: str) -> str | None:
    """Refuses one of two deeds as the whole answer to "What does it do?"."""
    parts = _SECOND.split(quote)
    if not _DOES.match(asked) or len(parts) != 2:
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
        return None
    wanted = stem(found["verb"])
    verbs = [word for word in re.finditer(r"[a-z]+", quote, re.IGNORECASE) if stem(word[0]) == wanted]
    if len(verbs) != 1 or not verbs[0][0].endswith("s"):
        return None
    behind = quote[verbs[0].end() :]
    if stems(_ENDS.split(behind)[0]) and stems(answer).isdisjoint(stems(behind)):
        return "its quote gives something else behind the verb"
    return None
