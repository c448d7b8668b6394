"""Forms of sentences that open with the thing that they tell of: "In a Dutch auction the price falls until …"."""

import re

from mediaquiz.generate.asked import Asked, stated, text_of
from mediaquiz.generate.english import lower_first, without_article
from mediaquiz.language.clauses import split_bare
from mediaquiz.language.common import COMMON
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall
from mediaquiz.text import squash

_OPENS = r"(?:the|an?|one|two|each|every|all|both|no|only|nobody|everyone|people)"
_IN = re.compile(
    rf"^(?P<prep>in|with|under|during) (?P<what>(?:(?:an?|the) )?[\w’'-]+(?: (?!{_OPENS}\b)[\w’'-]+){{0,3}}?)"
    rf"(?:, (?P<after>[^;:—]{{16,200}})| (?P<then>{_OPENS} [^;:—]{{14,200}}))$",
    re.IGNORECASE,
)
_PROCESS = re.compile(r"^[a-z-]{4,}(?:tion|sion|ing|sis|ism|ment|ography|ery)$")
_NO_PROCESS = frozenset(
    "addition competition comparison practice reality contrast conclusion combination conjunction relation connection"
    " isolation beginning morning evening spring following response opinion principle moment mention question version"
    " moderation anticipation exception opposition proportion position action motion fashion".split()
)
_NO_THING = re.compile(
    r"\b(?:way|sense|case|example|year|years|day|days|week|month|century|decade|time|times|moment|place|world|country"
    r"|city|town|part|group|number|few|lot|study|experiment|survey|lesson|chapter|section|figure|table|text|book"
    r"|article"
    r"|following|same|other|first|second|third|last|next|end|beginning|middle|right|left|case|situation|context|rest"
    r"|hope|effort|attempt|manner|form|view|words?|nutshell|little|bit|summer|winter|spring|autumn|morning|evening"
    r"|night|past|future|present|average|help|aid|exception|influence|condition|circumstances|assumption|recent"
    r"|early|late)s?\b(?!-)",
    re.IGNORECASE,
)
_CUT = re.compile(r" (?:of|for|with|in|on|at|to|by|from|and|or)$", re.IGNORECASE)
"""The thing goes on behind it: "in a picture of | a whole person …"."""
_POINTS = re.compile(
    r"\b(?:this|these|those|such|its|their|his|her|we|you|your|our|us|another|others?|also|however)\b", re.I
)
_LEANS = re.compile(r"^(?:it|they|he|she|this|that|these|those|there|here|we|you|i|one of|another|others?)\b", re.I)
_VERB_OF = {"in": "happens in", "with": "happens with", "under": "happens under", "during": "happens during"}


def happens_in(found: Statement, extract: Extract) -> Asked | None:
    """In (a) T X does Y.  →  What happens in (a) T?  T is a kind of thing, or a term of the lesson."""
    match = _IN.match(text_of(found)) if found.takeaway else None  # the prose tells more of a thing than one sentence
    if not match or _CUT.search(match["what"]) or not _names_a_thing(match["what"], extract):
        return None
    then = match["after"] or match["then"]
    clause = split_bare(then)
    if match["what"].endswith((" neither", " either", " both", " each", " all")):
        return None  # the word belongs to the subject behind it
    if not clause or _LEANS.match(then) or _POINTS.search(then) or "when" in then.split()[:1]:
        return None
    thing = lower_first(match["what"], extract.lesson)
    stem = f"What {_VERB_OF[match['prep'].lower()]} {thing}?"
    return Asked("happens-in", Recall(stem, stated(then)), "relation", 0.65, without_article(thing))


def _names_a_thing(what: str, extract: Extract) -> bool:
    """Whether it is a term that the lesson sets off, "a …" of two words that are no plain ones, or a process."""
    name = without_article(what)
    if _NO_THING.search(name) or re.match(r"the [A-Z]", what) or _POINTS.search(what) or re.search(r"\d", what):
        return False
    words = name.lower().split(" ")
    terms = {squash(c.term).rstrip("s") for c in extract.concepts if c.kind == "term" or " " in c.term}
    headings = {squash(without_article(h)).rstrip("s") for block in extract.lesson.blocks for h in block.path[1:]}
    if squash(name).rstrip("s") in terms | headings:
        return True
    if what.lower().startswith(("a ", "an ")):
        return len(words) > 1 and any(word not in COMMON for word in words)
    return len(words) == 1 and words[0] not in _NO_PROCESS and _PROCESS.match(words[0]) is not None
