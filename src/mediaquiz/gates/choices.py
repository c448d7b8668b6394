"""Gate: the options of a choice are of one kind, distinct, and neither length nor form tells the key."""

import re

from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Choice, Multi
from mediaquiz.model.stages import Scene
from mediaquiz.text import has_hangul, squash

_WORDLESS = re.compile(r"\W+")


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses options that are too few, doubled, of another script, or much shorter than the key."""
    content = candidate.item.content
    if not isinstance(content, Choice | Multi):
        return None
    keys = (content.key,) if isinstance(content, Choice) else content.key
    options = [*keys, *content.distractors]
    if len(content.distractors) < 2:
        return "it has fewer than two distractors"
    if len({squash(option) for option in options}) < len(options):
        return "two options are the same"
    if len({_WORDLESS.sub(" ", squash(option)).strip() or option for option in options}) < len(options):
        return "two options differ in their punctuation only"
    longest = max(len(option) for option in content.distractors)
    if any(len(key) > 12 and len(key) > 1.5 * longest for key in keys):
        return "the key is much longer than all distractors"
    if not any(has_hangul(d) == has_hangul(keys[0]) for d in content.distractors):
        return "the key alone is in its language"
    if not any(any(c.isdigit() for c in d) == any(c.isdigit() for c in keys[0]) for d in content.distractors):
        return "the key alone has, or lacks, a number"
    return None
