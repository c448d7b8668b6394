"""Terms that stand for a statement or a doing, and what they are said to state: "the law of …: S", "T, or doing X".

``T`` stands for the term, masked as in ``defining``, ``S`` for a clause, ``D`` for a meaning.
"""

import re

from mediaquiz.language.clauses import split
from mediaquiz.language.verbs import is_gerund

_T = '[“"]?\ue000[”"]?'
WHICH_SAYS = re.compile(
    r"(?P<verb>means? (?=to )|(?:states?|holds?|says?|argues?|suggests?|asserts?|assumes?|proposes?|claims?) (?=that\b)"
    r"|(?:entails?|involves?) (?=(?:\w+ly )?\w+ing )|refers? to |focuses on |consists? of |studies |examines )"
    r"(?P<text>.+)$",
    re.IGNORECASE,
)
"""What a relative clause says of a term where it tells its meaning and not one of its deeds."""
_STATES = re.compile(
    r"\b(?:hypothesis|principle|law|rule|theorem|theory|axiom|doctrine|thesis|maxim|paradox|postulate|assumption|view)\b",
    re.IGNORECASE,
)
_THAT = re.compile(rf"{_T}(?:: |, which is that |,? (?:namely|i\.e\.),? (?:that )?)(?P<text>[^;:—]{{20,180}})$")
_PHRASE = re.compile(rf"{_T}: (?P<text>(?:an?|the) [^;:—]{{15,160}})$")
_SET_APART = re.compile(r"\b(?:that|which|who|whose|where|of \w+ing)\b")
_ROW = re.compile(r"(?:,| and| or) (?:an?|the) ")
_DOING = re.compile(rf"{_T}, or (?P<text>[a-z]+ing [^,;:—]{{8,110}})(?=,|$)")


def stated(sentence: str, term: str) -> tuple[str, str]:
    """The meaning and the verb of "T: S", "T, which is that S", "T: the D that …", "T, or doing X"; else empty."""
    bare = sentence.removesuffix(".")
    if _STATES.search(term) and (found := _THAT.search(bare)) and split(found["text"]):
        return found["text"], "states"
    if (found := _PHRASE.search(bare)) and _SET_APART.search(found["text"]) and not _ROW.search(found["text"]):
        return found["text"], "is"
    found = _DOING.search(bare)
    doing = found is not None and is_gerund(found["text"].partition(" ")[0].lower())
    return (found["text"], "is") if found and doing else ("", "")
