"""What a lesson is about, as a noun phrase, from its title."""

import re

from mediaquiz.model.lesson import Lesson

_QUOTED = re.compile(r"[\"“](?P<topic>[^\"”]{3,40})[\"”]")
_FRAMES = (
    re.compile(r"^(?:an? )?(?:introduction|intro|guide|primer) to (?P<topic>.+)$", re.IGNORECASE),
    re.compile(r"^(?:what|who) (?:is|are) (?P<topic>.+?)\??$", re.IGNORECASE),
    re.compile(r"^what (?P<topic>.+?) (?:is|are|means?|does|do)\b.*$", re.IGNORECASE),
    re.compile(r"^(?:how|why) (?P<topic>[^?]+?) (?:works?|matters?|fails?|helps?)\b.*$", re.IGNORECASE),
    re.compile(r"^(?:understanding|using|learning) (?P<topic>.+)$", re.IGNORECASE),
)
_NOUNS = re.compile(r"^The (?:[A-Z][a-z]+ ){0,4}[A-Z][a-z]+$")
"""A title such as "The Water Cycle" names its topic itself."""


def topic(lesson: Lesson) -> str:
    """The topic in the title's words; empty when the title has no frame that shows it."""
    title = lesson.title.split(":")[0].strip() if ":" in lesson.title[:30] else lesson.title
    if quoted := _QUOTED.search(title):
        return quoted["topic"]
    for frame in _FRAMES:
        if found := frame.match(title):
            return found["topic"].strip()
    return title.lower() if _NOUNS.match(title) else ""
