"""What a lesson is about, as a noun phrase, from its title."""

import re

from mediaquiz.model.lesson import Lesson

_QUOTED = re.compile(r"[\"“](?P<topic>[^\"”]{3,40})[\"”]")
_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_HAPPENS = r"(?:works?|matters?|fails?|helps?|forms?|begins?|happens?|comes? about|(?:is|are) (?:made|built|formed))"
_FRAMES = (
    re.compile(r"^(?:an? )?(?:introduction|intro|guide|primer) to (?P<topic>.+)$", re.IGNORECASE),
    re.compile(r"^(?:what|who) (?:is|are) (?P<topic>.+?)\??$", re.IGNORECASE),
    re.compile(r"^what (?P<topic>.+?) (?:is|are|means?|does|do)\b.*$", re.IGNORECASE),
    re.compile(r"^what makes (?P<topic>an? [^?]+?)\??$", re.IGNORECASE),
    re.compile(rf"^(?:how|why) (?P<topic>[^?]+?) {_HAPPENS}\b.*$", re.IGNORECASE),
    re.compile(r"^(?:understanding|using|learning) (?P<topic>.+)$", re.IGNORECASE),
    re.compile(rf"^(?P<topic>.+?) in {_COUNT} [\w-]+$", re.IGNORECASE),
    re.compile(r"^(?P<topic>[가-힣A-Za-z0-9 ]{1,20}?)[은는이가] (?:어떻게|왜|무엇).*$"),
)
_NO_THING = re.compile(r"(?:without|with|by|from|to|in|on|at|how|what|why|when|where)\b", re.IGNORECASE)
"""What opens no name of a thing: "Learning without fear"."""
_NOUNS = re.compile(r"^The (?:[A-Z][a-z]+ ){0,4}[A-Z][a-z]+$")
"""A title such as "The Water Cycle" names its topic itself."""


def topic(lesson: Lesson) -> str:
    """The topic in the title's words; empty when the title has no frame that shows it."""
    head, colon, _ = lesson.title.partition(":")
    title = head.strip() if colon and len(head) < 30 else lesson.title
    if quoted := _QUOTED.search(title):
        return quoted["topic"]
    for frame in _FRAMES:
        if (found := frame.match(title)) and not _NO_THING.match(found["topic"]):
            return found["topic"].strip()
    if colon and title == head.strip() and len(title.split()) <= 3:
        return title.lower() if title[1:] == title[1:].lower() else title
    return title.lower() if _NOUNS.match(title) else ""
