"""Gate: the answer is of the kind that the question asks for: a thing for "what is", not a deed, not "the one that"."""

import re

from mediaquiz.language.verbs import OTHERS_TOO, VERBS, base_of, is_gerund
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Recall, Short
from mediaquiz.model.stages import Scene
from mediaquiz.text import squash

_WHAT_IS = re.compile(r"^(?:in [^,?]{2,60}, )?what (?P<be>is|are|was|were) (?P<what>[^?]+)\?$", re.IGNORECASE)
_ASKS_FOR_A_DEED = re.compile(
    r"\b(?:goals?|aims?|tasks?|jobs?|steps?|ways?|roles?|purposes?|duty|duties|functions?|ideas?|solutions?|fix|rules?"
    r"|advice|best|first|needed|required|supposed|expected|able|used|meant|intended|designed|allowed|it)\b"
    r"|\b(?:for|with|about|at|in|on|to|from|by|like)$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"^(?:bad|good|right|wrong|true|false|new|big|small|[a-z]+(?:ful|less|ous|able|ible)"
    r"|(?:[a-z]+ed) (?:with|to|by|from|for|on) .*)$"
)
_CALLS = re.compile(r"\b(?:call|called|name|named)\b", re.IGNORECASE)
_POINTS = re.compile(
    r"^(?:the ones? (?:that|who|which|whose)\b|the (?:former|latter)\b|(?:its|their|his|her) \w+\.?$)", re.IGNORECASE
)
_THE_ONE = re.compile(r"^[Tt]he (?P<noun>[a-z]+)\.?$")
_MORE_THAN_ONE = re.compile(r"^[A-Z][a-z]+ [A-Z][a-z]+$")


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses answers that do not fit the words of the question; what others propose was worded as a whole."""
    content = candidate.item.content
    if candidate.item.proposed or not isinstance(content, Recall | Short):
        return None
    if isinstance(content, Short):
        points = not _CALLS.search(content.stem) and _is_pointer(content.answer, scene)
        return "its answer points to one that it does not name" if points else None
    if _POINTS.match(content.answer) and "difference between" not in content.stem:
        return "its answer points to one that it does not name"
    if _ONE_OF_SEVERAL.search(content.stem):
        return "the lesson names several"
    if _GOES_ON.match(content.answer):
        return "its answer is the rest of a sentence"
    if _WHAT_DOES.search(content.stem) and _MEANS.match(content.answer):
        return "it asks for a deed and is answered by a meaning"
    asked = _WHAT_IS.match(content.stem)
    if not asked:
        return _event(content)
    if _RIDDLE.match(content.answer):
        return "its answer is a riddle"
    if _ADJECTIVE.match(asked["what"]):
        return "it asks what a quality is"
    if _OFTEN.search(asked["what"]) or _MONTH.match(asked["what"]):
        return "it asks for nothing that has a name"
    if asked["be"] == "is" and _MANY.match(asked["what"]):
        return "it asks for many as if they were one"
    if asked["be"] in {"are", "were"} and _MORE_THAN_ONE.match(asked["what"]):
        return "it asks for one as if it were many"
    first = content.answer.partition(" ")[0].strip(",.;:").lower()
    deed = (first in VERBS and first not in OTHERS_TOO) or (asked["be"] in {"are", "were"} and is_gerund(first))
    if deed and content.answer[:1].isalpha() and not _ASKS_FOR_A_DEED.search(asked["what"]):
        return "it asks for a thing and is answered by a deed"
    return None


_HAPPENS = re.compile(r"\bwhat (?:happens|can happen|will happen|happened)\b", re.IGNORECASE)
_RIDDLE = re.compile(r"^what (?:gives|makes|lets|allows|helps|keeps|enables) ", re.IGNORECASE)
_GOES_ON = re.compile(r"^(?:And|Or|But) (?!then\b)")
_WHAT_DOES = re.compile(r"\bwhat (?:do|does|did) .* do\?$", re.IGNORECASE)
_MEANS = re.compile(r"^(?:(?:it|they) )?(?:means?|consists?|refers?|dates?|includes?|involves?) ", re.IGNORECASE)
_OFTEN = re.compile(r"\b(?:often|usually|sometimes|always|never|typically|generally)$", re.IGNORECASE)
_MONTH = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december) \d", re.IGNORECASE
)
_MANY = re.compile(r"(?:[a-z-]+ ){0,2}[a-z-]*[a-rt-z](?:er|or|ist|ian|ant|ent|tion)s$")
"""``Pre-socratics``, ``philosophers``: more than one, by their ending."""
_ONE_OF_SEVERAL = re.compile(
    r"\bwhat (?:is|was|are) (?:one of the|one|some|another) (?:[\w-]+ )?(?:drawbacks?|benefits?|advantages?"
    r"|disadvantages?|limitations?|downsides?|problems?|challenges?|risks?|reasons?|examples?)\b"
    r"(?! (?:of|for) (?:all|both|each))",
    re.IGNORECASE,
)
_READERS_WISH = re.compile(
    r"\b(?:if|when) you(?:['’]re| are)? (?:hoping|looking|working|interested|trying|new|planning|thinking"
    r"|unsure|not sure|want|would like|need|wish|prefer|decide)\b",
    re.IGNORECASE,
)
_ONLY_NAMES = re.compile(r"^because (?:[\w-]+, )+(?:and |or )?[\w-]+\.?$", re.IGNORECASE)


def _event(content: Recall) -> str | None:
    """Refuses advice in the place of an event, and a reason without a verb."""
    first, _, rest = content.answer.partition(" ")
    if first == "They" and base_of(rest.partition(" ")[0]) and not rest.startswith("does"):
        return "its verb does not agree with its subject"
    first = first.lower()
    if _HAPPENS.search(content.stem):
        if _READERS_WISH.search(content.stem) or first in {"be", *(VERBS - OTHERS_TOO)}:
            return "it asks what happens and is answered by advice"
    elif _ONLY_NAMES.match(content.answer):
        return "its reason has no verb"
    return None


def _is_pointer(answer: str, scene: Scene) -> bool:
    """Whether an answer is "the company": one that the lesson talks about and has no term for."""
    noun = _THE_ONE.match(answer)
    if not noun:
        return False
    names = {squash(name).removesuffix("s") for one in scene.extract.concepts for name in (one.term, *one.aliases)}
    return noun["noun"].removesuffix("s") not in names
