"""Korean sentences that say how a thing does its work, by what it is done, and what one can do with it."""

import re

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.asked_ko import about, joined, named, stated, told
from mediaquiz.language.korean import josa
from mediaquiz.language.korean_clauses import (
    Topic,
    has_subject,
    has_topic,
    is_phrase,
    phrase_start,
    subject_at,
    topic_of,
)
from mediaquiz.language.korean_leaning import leans

_BY_DOING = re.compile(
    r"^(?P<means>[^,.]{4,60}[을를] (?:[^ ,]+(?:로|에|과|와) )?(?:결합|조합|분석|비교|측정|연결|변환|추가|제거|조정|조절"
    r"|반복|공유|압축|분할|통합|도입|참조|모방|계산|관찰|합성|분해|배합|가열|냉각|저장|감지)(?:하여|해서?)),?"
    r" (?P<goal>[^,.]{4,60}[을를] \S+)$"
)
_IDLE = re.compile(r"(?:작업|일|역할|것|과정|기능|결과|수)[을를] \S+$|위해|통해|것은|[가-힣]면 ")


def how_does(text: str, whole: str) -> Asked | None:
    """X는 N을 결합하여 Z를 W한다.  →  X는 어떻게 Z를 W하나요?"""
    topic = topic_of(text, whole)
    found = _BY_DOING.match(topic.rest) if topic and not topic.frame else None
    if not topic or not found or _IDLE.search(found["goal"]) or _IDLE.search(found["means"]):
        return None
    if leans(topic.rest) or has_topic(topic.rest, whole) or subject_at(f"{found['means']} .") >= 0:
        return None
    if subject_at(found["goal"]) >= 0 or not _one_doer(found["goal"]):
        return None
    return told("how", about(topic, "어떻게", found["goal"]), stated(found["means"]), "means", 0.8)


def _one_doer(goal: str) -> bool:
    """Whether what is reached is told of a noun with words of its own: ``답을 준다`` is reached in many ways."""
    words = goal.split(" ")[:-1]
    return len(words) > 1 and phrase_start(words, len(words) - 1) == 0


_BY = re.compile(
    r"^(?P<what>[^,.]{2,40}?)에 의해서? (?P<verb>(?:결정|제어|조절|생성|발생|정의|영향|만들어|개발|발명|발견"
    r"|제안|소개|처리"
    r"|관리|분해|형성|유지|측정|지배|설립|발표|고안|운반|파괴|흡수|운영)\S*(?: \S+)?)$"
)
_A_PERSON = re.compile(r"^[A-Z][a-z]+(?: [A-Z][\w.'-]*)+$|(?:박사|교수|씨|왕|대왕)$")


def by_what(text: str, whole: str) -> Asked | None:
    """X는 N에 의해 V된다.  →  X는 무엇에 의해 V되나요?"""
    topic = topic_of(text, whole)
    found = _BY.match(topic.rest) if topic and not topic.frame else None
    if not topic or not found or not is_phrase(found["what"]) or re.search(r"\d", found["what"]):
        return None
    who = "누구에 의해" if _A_PERSON.search(found["what"]) else "무엇에 의해"
    return named("by", about(topic, who, found["verb"]), found["what"], "agent", 0.85)


_SHORT_FOR = re.compile(
    r"^[\"'‘“]?(?P<what>[^,.\"'’”]{4,60})[\"'’”]?의 (?P<noun>약자|줄임말|약어|준말|머리글자)(?:이다|입니다"
    r"|이에요|예요)$"
)
_FROM = re.compile(r"^(?P<what>[^,.]{2,50})에서 영감을 (?P<verb>(?:얻|받)\S*)$")
_FOCUS = re.compile(
    r"^(?P<what>[^,.]{3,70}(?:[가-힣]는 데|에))(?:에)? (?P<noun>중점|초점|주안점)을 (?P<verb>(?:둔|둡|두"
    r"|맞[추춘춥춰])\S*(?: \S+)?)$"
)


def stands_for(text: str, whole: str) -> Asked | None:
    """X는 N의 약자이다; X는 N에서 영감을 얻었다; X는 Y하는 데 중점을 둔다.  →  X는 무엇의 약자인가요?"""
    topic = topic_of(text, whole)
    if not topic or topic.frame or leans(topic.rest):
        return None
    if found := _SHORT_FOR.match(topic.rest):
        return named("stands-for", f"{topic.text} 무엇의 {found['noun']}인가요?", found["what"], "meaning", 0.9)
    if (found := _FROM.match(topic.rest)) and is_phrase(found["what"]):
        return named("source", about(topic, "무엇에서 영감을", found["verb"]), found["what"], "source", 0.85)
    if (found := _FOCUS.match(topic.rest)) and not has_topic(f"{found['what']} .", whole):
        asks = f"무엇에 {found['noun']}을"
        return told("focus", about(topic, asks, found["verb"]), stated(found["what"]), "purpose", 0.8)
    return None


_USING = re.compile(
    r"^(?P<tool>[^,.]{2,40})[을를] (?P<by>(?:사용|이용|활용|적용|도입)하면),? (?P<what>[^.]{8,90} 수 있(?:다"
    r"|습니다|어요))$"
)
_LOOSE = re.compile(
    r"(?:알|볼|할|얻을|시작할|확인할|이해할|생각할|작성할|진행할|수행할|실행할|사용할|이용할|활용할|해결할) 수 있|"
    r"다양한|여러|많은 |더 (?:쉽게|빠르게|편하게)|것을|작업을|일을|도움"
)
_MOST_TOLD = 5


def allows(text: str, whole: str) -> Asked | None:
    """N을 사용하면 Z를 V할 수 있다.  →  N을 사용하면 무엇을 할 수 있나요?  Of a thing that has a name."""
    found = _USING.match(text)
    if not found or _LOOSE.search(found["what"]) or joined(found["what"]) or leans(text):
        return None
    if not _has_name(found["tool"]) or not is_phrase(found["tool"]) or has_subject(found["what"], whole):
        return None
    if whole.count(found["tool"]) > _MOST_TOLD or re.search(r"[가-힣]면 ", found["what"]):
        return None
    if not re.search(r"[을를] (?:\S+[게히로] )?\S+ 수 있\S+$", found["what"]) or "`" in found["what"]:
        return None
    return told(
        "allows", f"{josa(found['tool'], '을')} {found['by']} 무엇을 할 수 있나요?", stated(found["what"]), "deed", 0.75
    )


def _has_name(tool: str) -> bool:
    """Whether what is used is told from other things: by a name, by code, or by two nouns."""
    return re.search(r"[A-Za-z`]", tool) is not None or (
        len(tool.split(" ")) > 1 and not re.match(r"(?:[이그]|여러|다른|새로운|좋은) ", tool)
    )


_COSTS = re.compile(
    r"^(?P<when>[^,.]{4,60}[을를] [^ ,]*[가-힣](?<![라다자려])면),? (?P<why>[^,.]{2,50}?) 때문에,?"
    r" (?P<what>[^,.]{4,50}[이가] [^,.]{2,40}[다요])$"
)


def because_of(text: str, whole: str) -> Asked | None:
    """A하면 N 때문에 B가 C한다.  →  A하면 왜 B가 C하나요?"""
    found = _COSTS.match(text)
    if not found or leans(text) or topic_of(text, whole) or not is_phrase(found["why"]):
        return None
    if has_topic(found["what"], whole) or found["why"].endswith("기"):
        return None
    asked = about(Topic(found["when"], "", ""), "왜", found["what"])
    return told("because", asked, f"{found['why']} 때문이에요.", "reason", 0.8)
