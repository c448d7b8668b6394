"""Gate: a proposal does not take the effect for the cause."""

import re
from dataclasses import dataclass

from mediaquiz.gates.words import stems
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Recall, TrueFalse
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text, prompt

_INSIDE = re.compile(r"(?:; |\bhowever, |\bbut,? )(?:because|since) (?P<cause>.+), (?P<effect>.+)$", re.IGNORECASE)
_BACK = re.compile(
    r"^(?P<effect>.+?),? \b(?:because(?: of)?|since|due to|results? from"
    r"|(?:is|are) caused by|(?:is|are|as) (?:an? |the )?results? of)\b (?P<cause>.+)$",
    re.I,
)
_FRONT = re.compile(r"^(?:Because|Since|When|Once|After) (?P<cause>[^,]+), (?P<effect>.+)$")
_ON = re.compile(
    r"^(?P<cause>.+?)(?:, so(?! that)|, which is why|; therefore,?| leads? to| results? in| causes?| makes"
    r"|, which (?:causes|leads to|makes|results in)) (?P<effect>.+)$",
    re.I,
)
_ASIDE = re.compile(r" \([^()]*\)")
_RESULTS = re.compile(r"^(?:because )?(?:they|it) (?:results? in|leads? to|causes?)\b", re.IGNORECASE)
"""What would be the effect, given as the reason."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_WHY = re.compile(r"^why\b|\bwhat is the (?:reason|cause)\b|^what (?:causes|leads to)\b", re.IGNORECASE)
_WHAT_FOLLOWS = re.compile(
    r"^what (?:is|are) the (?:effects?|results?|consequences?)\b|^what does .+ (?:cause|lead to)\?", re.I
)


@dataclass(frozen=True, slots=True)
class _Reason:
    """The stems that only a cause has, and those that only its effect has."""

    cause: frozenset[str]
    effect: frozenset[str]


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses a reason that is the effect in the quote, and an effect that is its cause."""
    item = candidate.item
    if not item.proposed or item.source is None:
        return None
    told = reasons(item.source.quote)
    if isinstance(item.content, Recall) and _effect_alone(item.content, told):
        return "its quote has cause and effect the other way round"
    for mine in _given(candidate):
        if any(_against(mine, one) for one in told) and not any(_against(mine, _turned(one)) for one in told):
            return "its quote has cause and effect the other way round"
    return None


def _effect_alone(content: Recall, told: list[_Reason]) -> bool:
    """Whether "Why …?" is answered with words of the effect alone."""
    if _WHY.search(content.stem) and _RESULTS.match(content.answer):
        return True
    mine = stems(content.answer) - stems(content.stem)
    said = [one for one in told if mine & (one.cause | one.effect)]
    return bool(_WHY.search(content.stem) and said) and all(mine & one.effect and not mine & one.cause for one in said)


def _given(candidate: Candidate) -> list[_Reason]:
    """The reasons that an item gives."""
    content = candidate.item.content
    asked, answer = stems(prompt(content)), stems(answer_text(content))
    if isinstance(content, TrueFalse):
        return reasons(content.stem if content.answer else content.correction)
    if _WHY.search(prompt(content)):
        return [_Reason(answer - asked, asked)]
    return [_Reason(asked, answer - asked)] if _WHAT_FOLLOWS.match(prompt(content)) else []


def _against(mine: _Reason, told: _Reason) -> bool:
    """Whether what is given as cause says the effect, and the other way round, each more than the contrary."""
    cause_told = len(mine.cause & told.effect) > len(mine.cause & told.cause)
    return cause_told and len(mine.effect & told.cause) > len(mine.effect & told.effect)


def _turned(one: _Reason) -> _Reason:
    return _Reason(one.effect, one.cause)


def reasons(text: str) -> list[_Reason]:
    """The cause and the effect of each sentence that joins the two in words."""
    found = []
    for sentence in _SENTENCE.split(_ASIDE.sub("", text)):
        if " so that " in sentence:
            continue  # a purpose, or a result: the words do not tell
        if joined := _FRONT.match(sentence) or _INSIDE.search(sentence) or _BACK.match(sentence) or _ON.match(sentence):
            cause, effect = stems(joined["cause"]), stems(joined["effect"])
            found.append(_Reason(cause - effect, effect - cause))
    return found
