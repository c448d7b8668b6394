"""Gate: the answer says something."""

import re

from mediaquiz.gates.words import stems
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Item, ItemType, Recall
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text, prompt

_GENERIC = re.compile(
    r"^(?:(?:an?|the|many|some|more|other|different|new|good|better|best|important|main|several)\s+)*"
    r"(?:things?|ways?|parts?|examples?|results?|people|work|time|use|uses|data|information|something|anything|it|this|that"
    r"|lots?|results|problems?|needs?|cases?|것|수|등|때|방법|경우|이것|그것)$"
    r"|^[a-z]+ (?:a few|some|several|many|certain) things$"
    r"|^something (?:that|which) (?:is|are) (?:very |quite |so )?[a-z]+$"
    r"|^in (?:two|three|four|five|several|many|some|various|different) (?:\w+ )?ways$|^an? (?:even )?more \w+ \w+$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"^(?:(?:meet|satisfy|fulfil|fulfill|follow|have|take) )?"
    r"(?:two|three|four|five|six|seven|several|many|some|various|an? (?:(?:wide|broad|large|great|whole|huge|vast"
    r"|small|good) )?(?:number|variety|range|set|lot|host|array|series) of|a few|few)"
    r"(?: (?:key|main|important|basic|different|other|new|tricky|difficult|major|broad|simple|building"
    r"|essential))* [\w-]+$",
    re.IGNORECASE,
)
"""``Two key building blocks``: how many there are, without one of them."""
_UNTOLD = re.compile(
    r"^(?:(?:it|they) \w+ )?(?:several|some|many|various|a (?:lot|bit|number|couple|few|set|series) of|a few)"
    r" (?:of )?(?:the )?(?:(?:key|main|important|different|other|basic|more) )*"
    r"(?:steps?|things?|parts?|ways?|notation|stuff|features?|options?|tasks?|operations?|factors?|aspects?|reasons?"
    r"|categories|types|kinds|groups|classes)\b",
    re.IGNORECASE,
)
"""``Several key steps that follow one another``: and which?"""
_OF_ANYTHING = re.compile(
    r"^(?:(?:it|they) )?(?:(?:can|could|may|might|will|often|also|usually) )*"
    r"(?:(?:have|has|cause|causes|lead to|leads to|bring|brings) )?"
    r"(?:(?:an?|some|many|several|\w+ly|negative|positive|bad|good|serious|severe|major|important|significant|profound"
    r"|very|lasting|far-reaching|great|big|strong|devastating|harmful|adverse|different"
    r"|various|wide|variety|range|of|and|or) )*"
    r"(?:consequences?|effects?|impacts?|outcomes?|influences?|implications?|changes?|distress|difficult(?:y|ies)|harm)"
    r"(?: or (?:difficult(?:y|ies)|distress|harm))?(?: in (?:many|most|all) (?:aspects|areas|parts|ways)"
    r"(?: of life)?)?$"
    r"|\btakes? (?:a|its|their) (?:\w+ )?toll\b",
    re.IGNORECASE,
)
"""What could be said of anything: "it can have serious consequences", "it takes a toll on …"."""

_POINTS_ONLY = re.compile(
    r"^(?:it|they) (?:can|could|may|might) \w+ (?:it|them)$"
    r"|^(?:because|due to|in|as) (?:(?:in|of|for|at|on|with|by) )?(?:that|this|these|those|such)(?: \w+)?$",
    re.IGNORECASE,
)
"""``It can increase it``, ``because in that system``: nothing but what stood before."""
_IS_CODE = re.compile(r"[\d`]|\b[A-Z]{2,}\b")
"""A number, a piece of code, or a word written large: "WHERE"."""
_SIGNS = re.compile(r"[!#$%&*+/:;<=>?@^|~.,\\-]{1,3}")
"""A sign of a notation, such as ``!`` or ``->``: an answer if somebody wrote it as one."""


_WHICH_WORD = re.compile(
    r"^(?:which|what) (?:\w+ )?(?:word|letter|syllable|prefix|suffix|keyword|command)\b", re.IGNORECASE
)
_HOW_MUCH = re.compile(r"\bhow (?:many|much|far|long|old|high|deep|wide|large|big|fast|often|heavy)\b", re.IGNORECASE)


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses answers without content: stop words, pronouns, "different things"."""
    if candidate.item.type in {ItemType.PRACTICE, ItemType.TRUEFALSE}:
        return None
    whole = answer_text(candidate.item.content).strip()
    answer = whole.strip(" .!?") or (whole if candidate.item.proposed else "")
    if not answer:
        return "it has no answer"
    if candidate.item.proposed and (_SIGNS.fullmatch(answer) or _WHICH_WORD.match(prompt(candidate.item.content))):
        return None
    if (
        _GENERIC.match(answer)
        or (not candidate.item.proposed and _POINTS_ONLY.match(answer))
        or (_COUNTED.match(answer) and not _asks_how_much(candidate.item))
        or (isinstance(candidate.item.content, Recall) and _is_of_anything(answer))
        or (not candidate.item.proposed and _UNTOLD.match(answer))
        or not (stems(answer_text(candidate.item.content)) or _IS_CODE.search(whole))
    ):
        return f"its answer {answer!r} says nothing"
    return None


def _is_of_anything(answer: str) -> bool:
    """Only a toll is looked for at every place."""
    return bool(_OF_ANYTHING.match(answer) or ("toll" in answer.lower() and _OF_ANYTHING.search(answer)))


def _asks_how_much(item: Item) -> bool:
    """Whether a model asks for a number: then the number is the answer."""
    return item.proposed and _HOW_MUCH.search(prompt(item.content)) is not None
