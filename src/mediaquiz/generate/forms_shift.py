"""Forms of sentences that say from what to what something went."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, in_topic, is_definite, stated, text_of
from mediaquiz.generate.english import defined_phrase
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_WAY = r"from (?!\d)[^,;:—]{2,60}? to (?!\d)[^,;:—]{2,60}?"
_WHEN = r"(?: (?:around|in|by) (?:the )?\d{4}s?)?"
_SHIFT = re.compile(
    r"^(?P<subject>[^,;:—]{4,50}?) (?P<verb>moved|shifted|changed|turned|switched|went) "
    rf"(?P<way>{_WAY}{_WHEN}(?:,? (?:and|then|and then) {_WAY}{_WHEN})?)$"
)
_PLACES = re.compile(r"\b(?:from|to) (?:the )?[A-Z]")
"""Who moves from Rome to Paris has not changed."""


def shifted(found: Statement, extract: Extract) -> Asked | None:
    """Acting moved from large gestures to small ones.  →  How did acting change?"""
    match = _SHIFT.match(text_of(found))
    if not match or PRONOUN.match(match["subject"]) or is_definite(match["subject"]) or _PLACES.search(match["way"]):
        return None
    subject = defined_phrase(match["subject"], match["subject"], extract.lesson)
    way = stated(re.sub(_WHEN, "", match["way"]))
    if match["verb"] == "went":
        return Asked("shifted", Recall(f"From what to what did {subject} go?", way), "contrast")
    return Asked("shifted", Recall(f"How did {subject} change{in_topic(extract, subject)}?", way), "contrast")
