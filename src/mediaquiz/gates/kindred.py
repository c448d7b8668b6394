"""Gate: the answer is of the kind that the question asks for: a thing for "what is", not a deed, not "the one that"."""

import re
from typing import NamedTuple

from mediaquiz.language.verbs import OTHERS_TOO, VERBS, base_of, is_gerund
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Recall, Short
from mediaquiz.model.stages import Scene
from mediaquiz.text import squash


class _Misfit(NamedTuple):
    """What a question and its answer look like that do not fit each other, and why they do not."""

    asks: re.Pattern[str]
    answers: re.Pattern[str]
    reason: str


def _row(asks: str, answers: str, reason: str) -> _Misfit:
    return _Misfit(re.compile(asks, re.IGNORECASE), re.compile(answers, re.IGNORECASE), reason)


_IS = r"^(?:in [^,?]{1,60}, )?what is "
_ARE = r"^(?:in [^,?]{1,60}, )?what (?:is|are|was|were) "
_TABLE: tuple[_Misfit, ...] = (
    _row(
        r"^(?!.*difference between)",
        r"^(?:the ones? (?:that|who|which|whose)\b|the (?:former|latter)\b|(?:its|their|his|her) \w+\.?$)",
        "its answer points to one that it does not name",
    ),
    _row(
        r"\bwhat (?:is|was|are) (?:one of the|one|some|another) (?:[\w-]+ )?(?:drawbacks?|benefits?|advantages?"
        r"|disadvantages?|limitations?|downsides?|problems?|challenges?|risks?|reasons?|examples?)\b"
        r"(?! (?:of|for) (?:all|both|each))",
        "",
        "the lesson names several",
    ),
    _row("", r"^(?-i:And|Or|But) (?!then\b)", "its answer is the rest of a sentence"),
    _row(
        r"\bwhat (?:do|does|did) .* do\?$",
        r"^(?:(?:it|they) )?(?:means?|consists?|refers?|dates?|includes?|involves?) ",
        "it asks for a deed and is answered by a meaning",
    ),
    _row(_ARE, r"^what (?:gives|makes|lets|allows|helps|keeps|enables) ", "its answer is a riddle"),
    _row(
        rf"{_ARE}(?-i:bad|good|right|wrong|true|false|new|big|small|[a-z]+(?:ful|less|ous|able|ible)"
        r"|[a-z]+ed (?:with|to|by|from|for|on) [^?]*)\?$",
        "",
        "it asks what a quality is",
    ),
    _row(
        rf"{_ARE}(?:[^?]*\b(?:often|usually|sometimes|always|never|typically|generally)\?$|(?:january|february|march|april"
        r"|may|june|july|august|september|october|november|december) \d)",
        "",
        "it asks for nothing that has a name",
    ),
    _row(
        rf"{_IS}(?-i:(?:[a-z-]+ ){{0,2}}[a-z-]*[a-rt-z](?:er|or|ist|ian|ant|ent|tion)s)\?$",
        "",
        "it asks for many as if they were one",
    ),
    _row(
        r"^(?:in [^,?]{1,60}, )?what (?:are|were) (?-i:[A-Z][a-z]+ [A-Z][a-z]+)\?$",
        "",
        "it asks for one as if it were many",
    ),
    _row(
        r"\bwhat (?:happens|can happen|will happen|happened)\b.*\b(?:if|when) you(?:['’]re| are)? (?:hoping|looking"
        r"|working|interested|trying|new|planning|thinking|unsure|not sure|want|would like|need|wish|prefer|decide)\b",
        "",
        "it asks what happens and is answered by advice",
    ),
    _row(_ARE, r"^[a-z]+ing [a-z]+ly\.?$", "its answer tells how a thing goes, not what it is"),
    _row("", r"^because (?:[\w-]+, )+(?:and |or )?[\w-]+\.?$", "its reason has no verb"),
    _row(
        "",
        r"^(?:(?:by|with|using|via|in|on|through) )?the following (?!day|week|month|year|morning|night|season|decade)"
        r"|\b(?:documents?|tables?|lists?|sections?|figures?|codes?|examples?|diagrams?|charts?|images?|commands?"
        r"|snippets?|cells?) (?:below|above)\.?$"
        r"|\b(?:documentation|page|article|guide|tutorial|list|file|link|site) here\.?$",
        "its answer stands elsewhere on the page",
    ),
    _row("", r"^(?:it|they) also ", "it is only one of several answers"),
    _row(
        r"\bwhat (?:happens|can happen|will happen|happened)\b",
        r"^(?:it|this|that) (?:(?:could|may|might|can) be|is|was) (?:because|due)\b|^because ",
        "it asks what happens and is answered by a reason",
    ),
    _row(_ARE, r"^(?:ex|e\.g|for example|for instance)\b[.:,]|(?<!`)\b\w+ ?= ?\w+ ?\(", "its answer is an example"),
    _row(
        r"\b(?:consist of|include|contain|have|made of|made up of)\?$",
        r"^(?:two|three|four|five|six|seven|several|many|various) (?:[\w-]+ ){0,2}(?:components?|parts?|elements?"
        r"|steps?|types?|kinds?|stages?|phases?|layers?|sections?|categories)\b(?!.*[:—–(]|.*\bsuch as\b)",
        "its answer counts what it should name",
    ),
)
"""The first that fits tells why; a row without a pattern on one side looks at the other side alone."""
_WHAT_IS = re.compile(rf"{_ARE}(?P<what>[^?]+)\?$", re.IGNORECASE)
_MANY = re.compile(r"\bwhat (?:are|were) ", re.IGNORECASE)
_HAPPENS = re.compile(r"\bwhat (?:happens|can happen|will happen|happened)\b", re.IGNORECASE)
_ASKS_FOR_A_DEED = re.compile(
    r"\b(?:goals?|aims?|tasks?|jobs?|steps?|ways?|roles?|purposes?|duty|duties|functions?|ideas?|solutions?|fix|rules?"
    r"|advice|best|first|needed|required|supposed|expected|able|used|meant|intended|designed|allowed|it)\b"
    r"|\b(?:for|with|about|at|in|on|to|from|by|like)$",
    re.IGNORECASE,
)
_CALLS = re.compile(r"\b(?:call|called|name|named)\b", re.IGNORECASE)
_THE_ONE = re.compile(r"^[Tt]he (?P<noun>[a-z]+)\.?$")


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses answers that do not fit the words of the question; what others propose was worded as a whole."""
    content = candidate.item.content
    if candidate.item.proposed or not isinstance(content, Recall | Short):
        return None
    if isinstance(content, Short):
        points = not _CALLS.search(content.stem) and _is_pointer(content.answer, scene)
        return "its answer points to one that it does not name" if points else None
    misfits = (row.reason for row in _TABLE if row.asks.search(content.stem) and row.answers.search(content.answer))
    return next(misfits, None) or _deed(content)


def _deed(content: Recall) -> str | None:
    """Refuses a deed in the place of a thing, an order in the place of an event, and "they" with one's verb."""
    first, _, rest = content.answer.partition(" ")
    if first == "They" and base_of(rest.partition(" ")[0]) and not rest.startswith("does"):
        return "its verb does not agree with its subject"
    word = first.strip(",.;:").lower()
    order = word in VERBS and word not in OTHERS_TOO
    if _HAPPENS.search(content.stem) and (order or word == "be"):
        return "it asks what happens and is answered by advice"
    thing = _WHAT_IS.match(content.stem)
    if not thing or not first[:1].isalpha() or _ASKS_FOR_A_DEED.search(thing["what"]):
        return None
    deed = order or (_MANY.search(content.stem) is not None and is_gerund(word))
    return "it asks for a thing and is answered by a deed" if deed else None


def _is_pointer(answer: str, scene: Scene) -> bool:
    """Whether an answer is "the company": one that the lesson talks about and has no term for."""
    noun = _THE_ONE.match(answer)
    if not noun:
        return False
    names = {squash(name).removesuffix("s") for one in scene.extract.concepts for name in (one.term, *one.aliases)}
    return noun["noun"].removesuffix("s") not in names
