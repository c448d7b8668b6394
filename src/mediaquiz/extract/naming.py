"""More forms of sentences that tell what a term means, as technical writers use them; see ``defining``.

``T`` stands for the term, ``D`` for its meaning, in the docstrings.
"""

import re
from collections.abc import Iterator

from mediaquiz.language.cues import cues

_MARK = "\ue000"
_T = rf"[“\"]?{_MARK}[”\"]?"
_A = r"(?:an? |the )?"
_OFTEN = r"(?:(?:often|also|commonly|sometimes|usually|typically|generally|simply|then|formally|therefore|thus) )?"
_CALLED = rf"{_OFTEN}(?:called|known as|termed|referred to as|named|dubbed) "
_THINK_OF = re.compile(
    rf"^(?:you|we|one) can (?:also )?think of {_A}{_T} as (?:simply |just |merely |roughly )?(?P<text>(?:an?|the|any"
    rf"|all) .{{10,160}})$",
    re.IGNORECASE,
)
_CALL_THEM = re.compile(
    rf"\b(?:we|you|people|one) (?:often |also |usually )?(?:call|refer to) (?P<text>(?:[a-z-]+ )?[a-z-]+s "
    rf"(?:that|which|who|consisting|containing|made|used|whose|with|of|made up) [^;:—]{{8,140}}?)(?:"
    rf" as)? {_T}(?=[,.;]|$)",
    re.IGNORECASE,
)
_WHEN_IT = re.compile(
    rf"^(?:when|if) (?:an?|the) (?P<noun>[a-z-]+(?: [a-z-]+)?) "
    rf"(?P<does>(?:has|have|is|are|does|contains|consists|can|lies|equals)\b [^,;:—]{{4,100}})(?:,"
    rf" [^,;:—]{{4,60}})?[,;] "
    rf"(?:(?:thus|hence|then|therefore|so),? )?(?:it|the (?P=noun)) is {_CALLED}{_A}{_T}(?=[,.;]|$)",
    re.IGNORECASE,
)
_THE_RESULT = re.compile(
    rf"^(?P<when>(?:when|if) (?:we|you|one) [^;:—]{{10,120}}?), (?P<what>the (?:result|outcome|product|quotient|sum))"
    rf" is {_CALLED}{_A}{_T}"
    r"(?=[ ,.;]|$)",
    re.IGNORECASE,
)
_ITS = re.compile(
    rf"^(?:in [^,]{{3,40}}, )?for (?P<of>(?:an?|any|each|every) [^,;:—]{{3,60}}), its {_T} (?:is|refers to|means"
    rf"|denotes) "
    r"(?P<text>(?:the|an?|all|how) .{10,200})$",
    re.IGNORECASE,
)
_EXPRESSED = re.compile(
    rf"{_T}\]?, which is (?:expressed|defined|computed|calculated|given|obtained) (?:as|by) (?P<text>(?:the|an?|all)"
    rf" [^;:—]{{10,160}})$",
    re.IGNORECASE,
)


_ASIDE = re.compile(r" \([^()]*\)")


def meaning(sentence: str) -> str:
    """The meaning that a sentence tells of the masked term; empty when it tells none in these forms."""
    bare = sentence.rstrip(".:")
    if found := _ITS.match(bare):
        return f"for {found['of']}, {_ASIDE.sub('', found['text'])}"
    if found := _THINK_OF.match(bare) or _EXPRESSED.search(bare) or _CALL_THEM.search(bare):
        return found["text"]
    if found := _WHEN_IT.match(bare):
        return f"a {found['noun']} that {found['does']}"
    if found := _THE_RESULT.match(bare):
        when = re.sub(r"\b(?:we|one)\b", "you", found["when"])
        return f"{found['what']} {when[:1].lower()}{when[1:]}"
    return ""


_END = (
    r"(?=[,.;:!?)—–”\"]|$| \(| (?:and|because|since|when|if|as|in|for|or|but|by|where|while|which|that|on|to|from"
    r"|with)\b)"
)
_CUED = re.compile(
    rf"\b(?:{_OFTEN}(?:called|known as|termed|referred to as|dubbed)"
    rf"|refer to [^,;:—]{{3,80}}? as|call (?:this|these|the)(?: (?:[a-z]+))?(?= (?:an?|the"
    rf"|[a-z-]+ [a-z-]+)\b)) {_A}[“\"]?(?P<term>[A-Za-z][\w’'–-]{{2,}}"
    r"(?: (?!(?:and|or|because|when|in|for|by|if|to|of|which|that|as|on|with|from|is|are)\b)[A-Za-z][\w’'-]*){0,3}"
    rf"(?: of [a-z]+(?: [a-z]+)?)?)[”\"]?{_END}",
    re.IGNORECASE,
)
_NO_CUED = re.compile(
    r"^(?:for|on|upon|to|into|in|at|from|with|of|out|off|up|back|it|they|this|that|these|him|her|them|what|so|such|one|being|having|an?|the|above|below|before|earlier|by"
    r"|his|its"
    r"|their|our|my|\w+ly)\b",
    re.IGNORECASE,
)


_CUES = frozenset("called call refer known termed referred dubbed".split())


def cued(sentence: str) -> Iterator[str]:
    """Terms that a sentence names with a cue of its own: "is called …", "known as …"."""
    for found in () if _CUES.isdisjoint(cues(sentence)) else _CUED.finditer(sentence):
        if not _NO_CUED.match(found["term"]):
            yield found["term"]
