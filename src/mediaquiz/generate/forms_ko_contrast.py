"""Korean sentences that set two things against each other."""

import re

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.asked_ko import about, named, stated, told
from mediaquiz.language.korean import josa
from mediaquiz.language.korean_clauses import Topic, has_topic, is_phrase, topic_of
from mediaquiz.language.korean_leaning import bare, leans, standing

_NOT_BUT = re.compile(r"^(?P<wrong>[^,.]{1,70}?)(?P<particle>이|가|게)\s아니라,?\s(?P<right>[^.]{2,120}[다요])$")
_MOST_WORDS = 4
"""A thing that is compared has a short name."""


def not_but(text: str, whole: str) -> Asked | None:
    """X는 A하는 것이 아니라 B한다.  →  X는 A하는 것이 아니에요. 그럼 어떤가요?"""
    topic = topic_of(text, whole)
    found = _NOT_BUT.match(topic.rest) if topic else None
    if not topic or not found or leans(found["right"]):
        return None
    if not found["wrong"].endswith(_CLAUSAL) and not _COPULA.search(found["right"]):
        return _argument_but(topic, found)
    if topic.frame or re.search(r"(?:^| )(?:안|밖|위|아래|앞|뒤|속|곳)$", found["wrong"]):
        return None
    stem = f"{topic.text} {found['wrong']}{found['particle']} 아니에요. 그럼 어떤가요?"
    return told("instead", stem, stated(found["right"]), "contrast", 0.9)


_CLAUSAL = ("것", "데", "수")
_COPULA = re.compile(r"(?:이다|입니다|이에요|예요|이었다|이었습니다)$")
_CORRECTED = re.compile(r"^(?P<right>[^,]{1,40}?)(?P<particle>[이가을를]) (?P<verb>[^ ,]+(?: [^ ,]+)?)$")


def _argument_but(topic: Topic, found: re.Match[str]) -> Asked | None:
    """X는 A가 아니라 B를 V한다.  →  X는 A가 아니라 무엇을 V하나요?  What is corrected is no predicate."""
    right = _CORRECTED.match(found["right"])
    if not right or not is_phrase(right["right"]):
        return None
    asks = "무엇이" if right["particle"] in "이가" else "무엇을"
    asked = about(topic, f"{found['wrong']}{found['particle']} 아니라 {asks}", right["verb"])
    return named("instead", asked, right["right"], "contrast", 0.85)


_HALVES = re.compile(
    r"^(?P<one>.{5,90}?)(?:(?<=[^다요]) (?:반면에?|데 비해|데 반해)|지만),? (?P<other>.{5,100}[다요])$"
)
_ACROSS = re.compile(
    r"^(?P<one>[^.]+[다요])\. (?:반면에?|그에 비해|이에 비해|이와 달리|그와 달리|이에 반해|그러나|하지만),?"
    r" (?P<other>.+[다요])\.?$"
)
_UNLIKE = re.compile(r"^(?P<one>[^,]{2,40}?)[와과](?:는)? 달리,? (?P<rest>.{6,100}[다요])$")
_MORE = re.compile(r"^(?P<one>[^,]{1,30}?)보다 (?P<how>[^,]{3,80}[다요])$")


def whereas(text: str, whole: str) -> Asked | None:
    """A는 X하는 반면, B는 Y한다.  →  A와 B는 어떻게 다른가요?"""
    pair = _ACROSS.match(text)
    found = pair or _HALVES.match(text)
    if not found:
        return None
    one, other = bare(found["one"]), bare(found["other"])
    if (pair and not (standing(one) and standing(other))) or one.endswith("면 되"):
        return None  # "it is enough to … but": what the two differ in stays unsaid
    first, second = _compared(one, whole), _compared(other, whole)
    if any(side and (has_topic(side.rest, whole) or _TWO_NAMES.search(side.name)) for side in (first, second)):
        return None
    if second and (re.match("아[니닙닌]|없|제외|빼", second.rest) or second.name.endswith(" 수")):
        return None
    if not first or not second or first.name in other or leans(one) or leans(other):
        return None
    answer = f"{stated(one)} {stated(other)}" if pair else stated(text)
    return told("differ", _differ(first.name, second.name), answer, "contrast")


_TWO_NAMES = re.compile(r"[와과] |, | 및 |(?:장점|단점|이점|특징|문제점?|차이점?|목적|역할|방법|이유)$|^['\"‘“]")


def _compared(clause: str, whole: str) -> Topic | None:
    topic = topic_of(clause, whole)
    if not topic or topic.frame or len(topic.name) < 2 or len(topic.name.split()) > _MOST_WORDS:
        return None
    return topic if is_phrase(topic.name) else None


def _differ(one: str, other: str) -> str:
    return f"{josa(one, '과')} {josa(other, '은')} 어떻게 다른가요?"


def unlike(text: str, whole: str) -> Asked | None:
    """A와 달리 B는 Y한다.  →  B는 A와 어떻게 다른가요?"""
    found = _UNLIKE.match(text)
    if found and (topic := _compared(found["rest"], whole)) and is_phrase(found["one"]):
        return told(
            "differ", f"{topic.text} {josa(found['one'], '과')} 어떻게 다른가요?", stated(topic.rest), "contrast"
        )
    topic = _compared(text, whole)
    found = _UNLIKE.match(topic.rest) if topic else None
    if not topic or not found or not is_phrase(found["one"]) or topic_of(found["rest"], whole):
        return None
    return told(
        "differ", f"{topic.text} {josa(found['one'], '과')} 어떻게 다른가요?", stated(found["rest"]), "contrast"
    )


def compared(text: str, whole: str) -> Asked | None:
    """A는 B보다 Y하다.  →  A와 B는 어떻게 다른가요?"""
    topic = _compared(text, whole)
    found = _MORE.match(topic.rest) if topic else None
    if not topic or not found or not is_phrase(found["one"]) or len(found["one"].split()) > _MOST_WORDS:
        return None
    if (
        re.search(r"때문에|(?:많은|적은) 것을", found["how"])
        or re.match(r"(?:이|그|예|처음|생각|기대|예상)(?:전)?$", found["one"].strip())
        or re.match(r"\S+(?:에서|에게|에|으로|로)(?:는|도)? ", found["how"])
    ):
        return None
    return told("differ", _differ(topic.name, found["one"].strip()), stated(text), "contrast", 0.75)
