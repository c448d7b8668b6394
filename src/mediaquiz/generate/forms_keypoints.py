"""Forms of key points: what is used as what, what must be so and where, how long, and what it gives."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, Form, stated, text_of
from mediaquiz.generate.english import lower_first
from mediaquiz.generate.known import is_bare_unknown, opens_with_unknown
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_POINTS = re.compile(r"\b(?:this|these|those|such|it|its|them|they|their|here|our|my)\b|\bthat(?= \w+$)", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:that|which|who|is|are|was|were|will|can|must|should|when|if|before|after|because|so)\b")


def _is_unknown(subject: str, found: Statement, extract: Extract) -> bool:
    """Whether a subject is a pronoun, or a "the thing" that no term of the lesson names."""
    unknown = is_bare_unknown if found.takeaway else opens_with_unknown
    return PRONOUN.match(subject) is not None or unknown(subject, extract)


_STORES_AS = re.compile(
    r"^(?P<subject>[^,;:—]{1,50}?) "
    r"(?P<verb>stores?|represents?|treats?|saves?|interprets?|encodes?|displays?|records?) "
    r"(?P<what>[^,;:—]{3,60}?) as (?P<how>(?:an?|the|(?:[a-z-]+"
    r" ){0,2}[a-z]+s|one|two|text|numbers?)\b[^;:—]{2,110})$"
)


def stores_as(found: Statement, extract: Extract) -> Asked | None:
    """S stores X as Y.  →  How does S store X?"""
    text = re.sub(r"^(?:Underneath|Internally|In memory|Behind the scenes), ", "", text_of(found))
    match = _STORES_AS.match(text)
    if (
        not match
        or _is_unknown(match["subject"], found, extract)
        or match["how"].startswith(("long ", "far ", "soon "))
    ):
        return None
    if match["what"].endswith((" as long", " as far", " as soon")):
        return None
    if _CLAUSE.search(match["subject"]) or _POINTS.search(f"{match['subject']} {match['what']}"):
        return None
    helper = "does" if match["verb"].endswith("s") else "do"
    subject = lower_first(match["subject"], extract.lesson)
    stem = f"How {helper} {subject} {match['verb'].removesuffix('s')} {match['what']}?"
    return Asked("stores-as", Recall(stem, stated(f"as {match['how']}")), "relation", 0.8)


CUES_POINTS: dict[Form, str] = {
    stores_as: "as",
}  # fmt: skip
"""What every statement that a form fits shows one of, see ``shown``."""
