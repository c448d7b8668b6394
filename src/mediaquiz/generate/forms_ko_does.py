"""The broadest Korean question, for what a term of the lesson does: only where the lesson says it once."""

import re

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.asked_ko import joined, stated, told
from mediaquiz.language.korean_clauses import Topic, has_topic, is_phrase, subject_at, topic_of
from mediaquiz.language.korean_leaning import leans
from mediaquiz.language.korean_verbs import is_adjective, stem_of
from mediaquiz.model.concept import Extract
from mediaquiz.text import has_hangul, squash

_DEED = re.compile(
    r"^(?P<what>[^.]{2,60}[을를] [^.]{0,50}?\S*(?:한다|합니다|해요|[킨줄든꾼린른춘눈]다|[킵줍듭꿉립릅춥눕]니다|는다))$"
)
_NO_DEED = re.compile(
    r" 수(?:도)? 있|[가-힣]야 |아니|않|못|기도 |기만 |(?:처럼|같이|만큼) |지만|때문|다고 |라고 |있습니다|보다 "
    r"|항상|알아서|(?:갖|가[지진집]|입력하)|시도를 |역할을 |(?:편하|편리하|쉽|간단하|빠르)게 "
    r"|(?:필요로|의미|포함|제공|사용|이용|활용|지원|가능하게|뜻|차지|말|요구|원|생각|시작|추가"
    r"|설명|가정|일) ?(?:한다|합니다|해요)$"
)
_FEWEST_WORDS, _MOST_TOLD, _TERMS = 4, 3, 40
_OFTEN, _SHORT = 4, 3
_MANY = {True: 60, False: 12}
"""A thing of which a lesson speaks so often does many things: a product, named in English, most of all."""
_EVERYDAY = re.compile(r"(?:사람|학생|농부|의사|사용자|개발자|컴퓨터|회사|정부)들?$")


def does(text: str, extract: Extract) -> Asked | None:
    """X는 A를 B로 V한다.  →  X는 어떤 일을 하나요?"""
    whole = extract.lesson.text
    topic = topic_of(text, whole)
    if not topic or topic.frame or not _DEED.match(topic.rest) or _NO_DEED.search(topic.rest):
        return None
    if len(topic.rest.split()) < _FEWEST_WORDS or leans(topic.rest) or has_topic(topic.rest, whole):
        return None
    if "`" in topic.rest and "`" not in topic.name:
        return None  # the names of the lesson's own code
    if is_adjective(stem_of(topic.rest)):
        return None
    if joined(topic.rest) or "로, " in topic.rest or len(topic.name.split()) > _SHORT:
        return None
    if subject_at(topic.rest) >= 0 or not _is_told_once(topic, extract):
        return None
    return told("does", f"{topic.text} 어떤 일을 하나요?", stated(topic.rest), "deed", 0.7)


_ROLE = re.compile(
    r"^(?P<what>[^.]{6,90}(?<!편하)(?<!편리하)(?<!쉽)(?<!간단하)(?<!빠르)(?:게|도록)) "
    r"(?:한다|합니다|해요|해 ?[준줍]\S+|만든다|만듭니다|돕는다|돕습니다"
    r"|도와 ?[준줍]\S+)$"
)


def role(text: str, extract: Extract) -> Asked | None:
    """X는 Y가 V하게 한다.  →  X는 어떤 역할을 하나요?"""
    whole = extract.lesson.text
    topic = topic_of(text, whole)
    if not topic or topic.frame or not _ROLE.match(topic.rest) or leans(topic.rest) or joined(topic.rest):
        return None
    if has_topic(topic.rest, whole) or not _is_known(topic, extract) or re.search("않|못", topic.rest[-12:]):
        return None
    return told("role", f"{topic.text} 어떤 역할을 하나요?", stated(topic.rest), "deed", 0.75)


def _is_told_once(topic: Topic, extract: Extract) -> bool:
    """Whether a topic is a term of the lesson of which the lesson says little else."""
    whole = extract.lesson.text
    return (
        _is_known(topic, extract)
        and whole.count(f"{topic.text} ") <= _MOST_TOLD
        and whole.count(topic.name) < _MANY[has_hangul(topic.name)]
    )


def _is_known(topic: Topic, extract: Extract) -> bool:
    """Whether a topic is a term of the lesson, or a noun that it uses again and again."""
    if _EVERYDAY.search(topic.name):
        return False
    known = {squash(name) for found in extract.concepts[:_TERMS] for name in (found.term, *found.aliases)}
    said = (
        extract.lesson.text.count(topic.name) >= _OFTEN and len(topic.name.split()) <= _SHORT and is_phrase(topic.name)
    )
    return said or squash(topic.name) in known or re.search(r"^`|`[^`]+` [가-힣]{2,5}$", topic.name) is not None
