"""Rule: sentences that state something of the field: every takeaway, and prose that says what leads to what."""

import re
from collections.abc import Iterable, Iterator

from mediaquiz.extract.enumerations import is_enumeration
from mediaquiz.extract.sentences import sentences
from mediaquiz.model.concept import Finding, Place, Statement
from mediaquiz.model.lesson import Lesson, Role

_LEADS_TO = re.compile(
    r"\b(?:enables?|lets?|allows?|causes?|prevents?|requires?|depends? on|leads? to|results? in|determines?"
    r"|because|therefore|hence"
    r"|thus)\b|, (?:so|which is why) |^(?:as|when|if|once|the more|the fewer)\s|^An? [\w-]+ [\w-]+ \w+s\b",
    re.IGNORECASE,
)


_THAT_IS_WHY = re.compile(r"(?:that|this)(?:['’]s| is) why |(?:therefore|hence|so), |그래서 |따라서 ", re.IGNORECASE)
_ASKS = re.compile(r"[?!][\"”’)]*$")
_LONGEST = 260


def find(lesson: Lesson) -> Iterable[Finding]:
    """The takeaways first, then sentences of cause, condition and purpose."""
    for block in lesson.blocks:
        if block.role is Role.TAKEAWAYS:
            for entry in block.entries:
                if is_enumeration(entry.text):
                    continue  # a family's list: asked as a whole where the page agrees with it, else not at all
                for sentence in sentences(entry.text, lesson.language):
                    yield Statement(sentence, Place(block, entry.line, sentence), takeaway=True)
    for block in lesson.blocks:
        if block.role is Role.PROSE:
            for text in _in_prose(block.text, lesson.language):
                yield Statement(text, Place(block, block.span.start, text))


def _in_prose(text: str, lang: str) -> Iterator[str]:
    """Sentences with a word of cause, and pairs of sentences that "That's why" joins."""
    before = ""
    for sentence in sentences(text, lang):
        if before and _THAT_IS_WHY.match(sentence):
            yield f"{before} {sentence}"
        elif _LEADS_TO.search(sentence) and len(sentence) < _LONGEST and not _ASKS.search(sentence):
            yield sentence
        before = sentence
