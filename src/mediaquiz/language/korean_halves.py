"""A Korean sentence of two predicates as two sentences: ``X는 A하며 B한다`` says that X does A, and that X does B."""

import re
from collections.abc import Iterator

from mediaquiz.language.korean import modifies, will
from mediaquiz.language.korean_clauses import has_topic, is_quality, subject_at, topic_of
from mediaquiz.language.korean_leaning import standing
from mediaquiz.language.korean_verbs import finite

_TWO_APART = re.compile(r"^(?P<one>.{2,90}?(?:며|지만|고|[하되리키기시]는데)), (?P<other>.{4,110}[다요])$")
"""Two clauses with a comma between: no doubt what belongs to which."""
_TWO = re.compile(
    r"^(?P<one>.{2,90}?(?:[가-힣](?:으며|며|지만)|(?:[하되시리이키치히우]"
    r"|[가-힣](?=고,))고)),? (?P<other>.{4,110}[다요])$"
)
_NOT_TWO = re.compile(r"(?:[아어여해]야|려|싶|그리|창|광|경|최|참)고$|(?:뿐만|것은?) 아니")

_TWO_OPTIONS = re.compile(r"^(?P<one>[^,]{0,60}`[^`]+`[^,]{4,80}고), (?P<other>[^,]{0,60}`[^`]+`[^,]{4,80}[다요])$")
"""What two pieces of code are for, in one sentence about neither of them."""
_TOLD = re.compile(r"다는 |(?<![이`])라는 |다고 |라고 |[고며], .*[고며], ")
"""What somebody says, or a third clause."""


def halves(sentence: str, whole: str) -> Iterator[str]:
    """The sentences that a sentence holds, each with the topic; none where a clause may belong to somebody else."""
    topic = topic_of(standing(sentence), whole)
    if topic is None and (options := _TWO_OPTIONS.match(standing(sentence))):
        yield from (f"{clause}." for clause in (finite(options["one"]), options["other"]) if clause)
        return
    found = _TWO_APART.match(topic.rest) or _TWO.match(topic.rest) if topic and not topic.frame else None
    if not topic or not found or _NOT_TWO.search(found["one"]) or found["one"].count(",") or _TOLD.search(topic.rest):
        return
    if has_topic(found["one"], whole) or (
        found["one"].endswith("고") and found.re is _TWO and _in_modifier(found["other"])
    ):
        return
    own = topic_of(found["other"], whole)
    if one := finite(found["one"]):
        yield f"{topic.text} {one}."
    if own and not own.frame:
        yield f"{found['other']}."
    elif own is None and subject_at(found["other"]) < 0 and not has_topic(found["other"], whole):
        yield f"{topic.text} {found['other']}."


def _in_modifier(other: str) -> bool:
    """Whether what comes first may belong to a verb that describes a noun: ``물을 모으고 | 저장하는 곳을 만든다``."""
    return any((modifies(word) and not is_quality(word)) or will(word) for word in other.split(" ")[:2])
