"""Gate for the options that a model proposes: no wrong one is right as well, none gives the right one away."""

import re
from itertools import permutations

from mediaquiz.gates.borneout import enumerations
from mediaquiz.gates.direction import against
from mediaquiz.gates.lessontext import lesson_text
from mediaquiz.gates.meaning import told_apart
from mediaquiz.gates.sides import own_side
from mediaquiz.gates.words import stems
from mediaquiz.language.common import COMMON
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Choice, Multi
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import prompt
from mediaquiz.text import squash

_SWEEPING = re.compile(
    r"^(?:all|none|both|any|either|neither) (?:of|the|[a-d]\b|above)|\b(?:all|none) of (?:the above|these|them)\b"
    r"|^(?:both )?\(?[a-d]\)? and \(?[a-d]\)?$|모두 (?:맞|해당|옳)|위의 모든",
    re.IGNORECASE,
)
_COMMON = frozenset().union(*map(stems, COMMON))
_TWO_REASONS = re.compile(r",? and (?:because|since|so that) ")
_THAN = re.compile(r"\bthan\b[^,;:.!?]*")
_SAYS = 0.6
"""The share of a question's words that a sentence with a distractor may hold before it answers the question."""


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses a distractor that the lesson's words make right, that is the key in other words, or sweeps all in."""
    content = candidate.item.content
    if not candidate.item.proposed or not isinstance(content, Choice | Multi):
        return None
    keys = (content.key,) if isinstance(content, Choice) else content.key
    for distractor in content.distractors:
        if _SWEEPING.search(distractor):
            return f"the option {distractor!r} stands for others"
        if any(_same(distractor, key, scene) for key in keys):
            return f"the distractor {distractor!r} says what the key says"
        if _right(candidate, distractor, keys, scene):
            return f"the distractor {distractor!r} is right as well"
    return "the option of the key stands for others" if any(map(_SWEEPING.search, keys)) else None


def _same(distractor: str, key: str, scene: Scene) -> bool:
    """Whether one option holds the other, or both name one concept."""
    one, other = stems(distractor), stems(key)
    if told_apart(distractor, key) or told_apart(key, distractor):
        return False
    if one and other and (one <= other or other < one):
        return True
    names = [{squash(concept.term), *map(squash, concept.aliases)} for concept in scene.extract.concepts]
    return any(squash(distractor) in each and squash(key) in each for each in names)


def _of_the_same_row(keys: tuple[str, ...], words: frozenset[str], quote: str) -> bool:
    """Whether the quote names the key among several, and the words are of another of them."""
    reasons = _TWO_REASONS.split(quote)
    for one, other in permutations(map(stems, reasons), 2):
        if any(stems(key) <= one for key in keys) and words & (other - one):
            return True
    for members in enumerations(quote):
        if any(squash(key) in members or squash(key).endswith(members) for key in keys):
            others = stems(" ".join(members)).difference(*map(stems, keys)) - _COMMON
            if others & words:
                return True
    return False


def _others(quote: str, asked: frozenset[str], scene: Scene) -> str:
    """What the lesson tells right behind the quote of others, where the question is not about the quote's own thing."""
    lesson = lesson_text(scene)
    common = all(sum(word in said for said in lesson.sentences) > 1 for word in asked & stems(quote))
    return lesson.behind(quote) if common else ""


def _without_standard(quote: str, keys: tuple[str, ...]) -> str:
    """The quote without what it compares with, "than …", unless the key is there."""
    standard = _THAN.search(quote)
    if standard is None or any(squash(key) in squash(standard[0]) for key in keys):
        return quote
    return f"{quote[: standard.start()]} {quote[standard.end() :]}"


def _right(candidate: Candidate, distractor: str, keys: tuple[str, ...], scene: Scene) -> bool:
    """Whether the quote holds the distractor, or another sentence says it together with the question."""
    words, asked = stems(distractor), stems(prompt(candidate.item.content))
    told = candidate.item.source.quote if candidate.item.source else ""
    source = _without_standard(f"{told} {_others(told, asked, scene)}".strip(), keys)
    quote = own_side(prompt(candidate.item.content), keys[0], source)
    judged = stems(told) if quote != told else frozenset()
    own = words - asked - _COMMON or words - asked
    if not own or against(distractor, source) or any(words <= stems(key) for key in keys):
        return False
    if _of_the_same_row(keys, stems(distractor) - asked, source):
        return True
    if own <= stems(quote) and not any(own <= stems(key) for key in keys):
        return True
    rest = asked - words
    needed = rest & stems(quote)
    return bool(rest) and any(
        words <= said and needed <= said and len(rest & said) >= max(2, _SAYS * len(rest))
        for said in lesson_text(scene).sentences
        if said != judged
    )
