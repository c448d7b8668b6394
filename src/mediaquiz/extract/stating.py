"""What a sentence of the prose states by itself, told to anybody who reads it."""

import re
from collections.abc import Iterator

from mediaquiz.extract.persons import speaks, to_reader
from mediaquiz.extract.pointers import unpointed, upper_opened
from mediaquiz.extract.rewording import unwrapped
from mediaquiz.language.cues import cues
from mediaquiz.language.simpler import simpler
from mediaquiz.language.verbs import base_of
from mediaquiz.text import cut_opening

_OPENS_IN_PASSING = re.compile(
    r"(?-i:(?:where|which|and|or|to|as|such|with|for|if|that|when|by|in|on|at|of|from|is|are)\b)"
    r"|(?:(?:it(?! is (?:\w+ )?(?:better|best|safer|easier|faster|good|important|wise|useful|a (?:good|bad)) "
    r"(?:\w+ )?to\b)|this|these|those|they|there(?! is (?:an?|one) (?:\w+ )?difference between\b"
    r"| (?:are|were) (?:\w+ )?(?:two|three|four|five|six)\b[^:]*[,:—])|here|he|she)\b"
    r"|for (?:example|instance)|suppose|imagine|consider"
    r"|let['’]s|say,"
    r"|in other words|conversely|by contrast|in contrast(?! to\b)|on the other hand|similarly|likewise"
    r"|instead(?! of\b)|that is"
    r"|meanwhile"
    r"|at the same time|in this|in such|figure|table|source:|in (?:figure|table)|(?:in|on|at|from|to|of|by|as) ,"
    r"|look|visit|read |watch|click\b|try |check (?:out|the|that|your|with|news|on)\b|\([a-z0-9]{1,2}\) |do (?:some|a"
    r" little|your own) |think (?:about|of)"
    r"|research |find out"
    r"|if you (?:don['’]t know|do not know|have(?:n['’]t| not)|are (?:new|not familiar|interested|curious)|would like"
    r"|want to (?:learn|know|read|see)|get (?:stuck|errors?))\b)",
    re.IGNORECASE,
)
_IN_PASSING = re.compile(
    r"\b(?:(?:shown|depicted|illustrated|seen) in\b|(?:we|(?-i:[uU]s)|our|my|(?<!or )(?:he|she|his|her)(?! or ))\b"
    r"|(?-i:I\b(?![\^/\-]))"
    r"|now working\b|let['’]s\b|(?-i:Listing|Chapter|Section|Figure|Table|Equation) \d"
    r"|(?:this|the (?:previous|next|following)) (?:chapter|section|module|lesson|figure|table|example|step)\b)",
    re.IGNORECASE,
)
_CUES_IN_PASSING = frozenset(
    "shown depicted illustrated seen we us our my he she his her i now let listing equation"
    " chapter section module lesson figure table example step".split()
)
_LOST_WORDS = re.compile(
    r"Please\b(?<!\wPlease)|please\b(?<!\wplease)|\$\d(?!\d* ?\\)(?![^$\s]{0,20}\$)|,(?<=\s,)|\(\s*\)"
)
"""Each part begins with a letter or a sign of its own, so that only these places of a sentence are looked at."""
_VALUE = re.compile(r"(?<=[a-z]) \((?:\$ ?\d[\d.,]*|\d[\d.]* ?%)\)(?=[ ,.]|$)| in this example(?= (?:is|are) )")
"""What something amounts to in an example: "the rate (5%)"."""
_LIKENS = re.compile(
    r"^(?:similarly|likewise|conversely|by contrast|in contrast|on the other hand|that is|in other words), "
    r"(?!if\b|when\b|for\b)",
    re.IGNORECASE,
)
"""What joins a sentence to the one before; the rest may stand without it."""
_ASKS = re.compile(r":$(?<![가-힣][다요]:)|\?[\"”’)]*$|!(?<![다요]!)[\"”’)]*$")
_LONGEST = 260
_ANNOUNCED = re.compile(r"^[^:]{10,140} (?:as follows|in the following way): (?=[A-Z][a-z]+ )")
_LEADS_IN = re.compile(
    r"\b(?:follow(?:s|ing)?|below|above|here|like (?:this|so|these)|as so|this (?:code|program|function|command|query)"
    r"|look(?:s|ing)?|see(?! (?:if|whether)\b)|suppose|consider|let['’]s|try|say|check(?! (?:if|whether|for|that)\b))\b"
    r"|\b(?:this|these|that|so|of|for|to|by|with|in|on|at|from|as|and|or|is|are|was|be|get|gets|has|have|contains"
    r"|into|between|including|using|running|about|either|neither|output|result|results|also|example|instance|is that"
    r"|want|need)\W*$",
    re.IGNORECASE,
)
"""What only announces the list or the code below it."""
_THINGS = re.compile(
    r"\b(?:an?|some|several|many|various|different|certain|two|three|four|five|six|these|those|other|main|common"
    r"|more) "
    r"(?:(?!error\b)[\w-]+ ){0,2}(?!error\b)[\w-]+(?: of [\w-]+)?\W?$",
    re.IGNORECASE,
)
"""Things that stand below, but for what a sentence does with code of its own."""
_ANNOUNCES = re.compile(
    r", but there (?:is|are) (?:an?|some|several|many|two|three|other|more|few) [^;:—,]*[.:]$", re.IGNORECASE
)
"""A second clause that only announces the next sentence."""
_FEWEST = 6


def _ended(sentence: str) -> str:
    """The sentence with a full stop, where a colon (or a cry) ends one that is whole without what stands below it."""
    if not sentence.endswith((":", "!")):
        return sentence
    said = sentence[:-1].rstrip()
    whole = (
        len(said.split()) >= _FEWEST and not _LEADS_IN.search(f"{said}:") and ("`" in said or not _THINGS.search(said))
    )
    return f"{said}." if whole else sentence


def states(sentence: str, lang: str) -> Iterator[str]:
    """What a sentence states by itself; nothing for an example, a picture, a question, a story of the page.

    Where the sentence as a whole does not stand alone, those of its clauses that a semicolon parts may.
    """
    plain = _ended(_unannounced(unpointed(sentence))) if lang != "ko" else sentence
    plain = _ANNOUNCES.sub(".", plain) if ", but there " in plain.lower() else plain
    plain = upper_opened(cut_opening(_LIKENS, plain)) if lang != "ko" else plain
    plain = _VALUE.sub("", plain) if "(" in plain else plain
    if len(plain) >= _LONGEST and lang != "ko":
        plain = next(iter(simpler(plain)), plain)
    if not plain or len(plain) >= _LONGEST or _has_lost_subject(plain) or _ASKS.search(plain):
        return
    if lang != "ko" and _BREAKS_OFF.search(plain, max(0, len(plain) - _LONGEST_END)):
        return
    if lang == "ko":
        yield from () if _is_in_passing(plain) else (plain,)
        return
    said = to_reader(plain) or ("" if speaks(plain) else unwrapped(plain) or plain)
    if said and not _is_in_passing(said):
        yield said
    elif "; " in plain and not said:
        parts = (to_reader(f"{part[:1].upper()}{part[1:]}") for part in plain.split("; "))
        yield from (part for part in parts if part and not _is_in_passing(part))


def _unannounced(sentence: str) -> str:
    """The sentence without a clause that leads in the rest: "It works as follows: …"."""
    return cut_opening(_ANNOUNCED, sentence) if ": " in sentence else sentence


_CALL = re.compile(r"(?<=\w)\(\)(?=`)")
"""The brackets of a function's name: ``split()`` has lost nothing."""


def _is_in_passing(sentence: str) -> bool:
    """Examples, pictures, asides to the reader: they show a point, they do not state one."""
    if _OPENS_IN_PASSING.match(sentence):
        return True
    if _LOST_WORDS.search(_CALL.sub("", sentence) if "`" in sentence else sentence):
        return True
    return not _CUES_IN_PASSING.isdisjoint(cues(sentence)) and _IN_PASSING.search(sentence) is not None


_BREAKS_OFF = re.compile(
    r"\b(?:as|by|is|are|then|where|the|an?|and|or|if|when|that|which|gives?|yields?|obtain|define)[.,]?$", re.IGNORECASE
)
"""The end of a sentence that goes on in a formula or a picture."""
_LONGEST_END = 10
_LOST = re.compile(r"^(?P<verb>[A-Z][a-z]+s) (?:an?|the|how|that|what|two|three|four|five|six|some|data)\b")


def _has_lost_subject(sentence: str) -> bool:
    """Whether a sentence begins with its verb: its subject was a link or the number of a figure."""
    found = _LOST.match(sentence)
    return (found is not None and base_of(found["verb"].lower()) != "") or _LOST_CITATION.match(sentence) is not None


_LOST_CITATION = re.compile(
    r"^(?:(?:in fact|recently|then|later|also|first|subsequently|more recently|for instance), )?(?:theoretically )?"
    r"(?-i:have|has|was|were|proposed|introduced|showed|shown|found|discussed|proved|used|replaced|suggested|argued"
    r"|demonstrated|extended|developed|studied|observed|described|presented|provided|applied) ",
    re.IGNORECASE,
)
"""What is left of a sentence whose subject was the name of a paper: "proposed a scheme for …"."""
