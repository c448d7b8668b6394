"""Korean sentences that say by what a thing is done: most of them tell their reader what to use, and name nobody."""

import re

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.asked_ko import about, joined, lacks_object, named, stated, told, which
from mediaquiz.generate.forms_ko_reason import MANY_DO
from mediaquiz.language.korean_clauses import has_subject, has_topic, is_phrase, phrase_start, subject_at, topic_of
from mediaquiz.language.korean_leaning import leans
from mediaquiz.language.korean_verbs import asking

_DO = r"(?:사용|이용|활용|호출|실행|적용|선택|입력|추가|지정|설정|설치|전달|쓰|쓸|써|씁|쓴|붙이|붙인|붙입|적는|적습)"
_AIM = re.compile(
    r"^(?P<aim>[^.]{2,90}?(?:기 위해서?|기 위하여|[가-힣]려면|[을를] 위해서?|고 싶다면|고 싶으면|싶을 때"
    r"|[가-힣]{2,}는 데))(?:에)?(?:[는엔])?,?"
    rf" (?P<tool>[^,.]{{2,60}}?)(?P<particle>[을를])"
    rf" (?P<verb>{_DO}[^ ,]*(?: 수 있\S+|[기만]+ (?:하면 )?\S+|(?<=야) (?:한다|합니다|해요))?)$"
)
_TOOLS = 6
_NO_TOOL = re.compile(r"(?:것|수|점|방법|기능|다음|도구|작업|방식|하나|코드|데이터|값|모델|명령|함수|클래스)$")
"""What could be used for anything; it needs a name in front."""


def tool(text: str, whole: str) -> Asked | None:
    """Y하려면 N을 쓴다.  →  Y하려면 무엇을 쓰나요?"""
    found = _AIM.match(text)
    if (
        not found
        or "," in re.sub(r"\([^()]*\)|, 즉 ", "", found["aim"])
        or ((topic := topic_of(found["aim"], whole)) and not topic.name.endswith("에서"))
        or has_topic(found["tool"], whole)
    ):
        return None
    where, name = _place_and_tool(found["tool"])
    if MANY_DO.match(found["aim"]):
        return None
    if leans(found["aim"]) or not _is_tool(name) or not (asked := asking(found["verb"])):
        return None
    what, answer = which(name, "을")
    return named("tool", f"{found['aim']} {where}{what} {asked}?", answer, "means")


def _place_and_tool(text: str) -> tuple[str, str]:
    """``변수 이름 앞에 `$` `` as the place and what goes there."""
    words = text.split(" ")
    start = phrase_start(words, len(words) - 1)
    place = " ".join(words[:start])
    return (f"{place} ", " ".join(words[start:])) if _PLACE.match(place) else ("", text)


_PLACE = re.compile(r"^[^,]{2,30}(?:앞|뒤|끝|옆|안|밖|위|아래|사이|처음|마지막)에$")


def _is_tool(text: str) -> bool:
    """Whether a noun phrase names something to use."""
    words = text.split(" ")
    if len(words) > _TOOLS or not is_phrase(text) or leans(text) or re.search(r"(?:에서|에)는? |^다음 ", text):
        return False
    return not (len(words) == 1 and _NO_TOOL.search(text)) and not re.search(
        r"(?<![가-힣])(?:것|수|점|다음|방법)$", text
    )


_WITH = re.compile(
    r"^(?:(?P<when>[^,.]{4,50}[가-힣] (?:때|땐"
    r"|경우))(?:에?는)?, )?(?P<tool>[^,.]{2,60}?)(?P<particle>[을를]) (?:함께 |직접 )?(?P<by>사용하여|사용해서?"
    r"|이용하여|이용해서?"
    r"|활용하여|활용해서?|통해서?|통하여"
    r"|사용하면|이용하면|활용하면|호출하여|호출해서?|호출하면),?"
    r" (?P<what>[^.]{8,90}[다요])$"
)
_VAGUE = re.compile(
    r"(?:다양한 것|여러 가지|많은 것|확인할|볼|알|이해할|생각할|쉽게 할|시작할|도움이 될|작성할) 수|것을 (?:알|볼)"
)


def with_what(text: str, whole: str) -> Asked | None:
    """N을 사용하여 Y할 수 있다.  →  무엇을 사용하여 Y할 수 있나요?  Nobody is named who does it."""
    found = _WITH.match(text)
    if not found or topic_of(text, whole) or not _is_tool(found["tool"]) or joined(found["what"]):
        return None
    if _VAGUE.search(found["what"]) or not (re.search(r" 수 있\S+$", found["what"]) or "`" in found["tool"]):
        return None  # what one does in one step of a course, not what a thing is for
    if leans(found["what"]) or has_subject(found["what"], whole) or re.search(r"[가-힣]면 ", found["what"]):
        return None
    if lacks_object(found["what"]):
        return None
    if not re.search(r"[을를로에] (?:\S+[게히] )?\S+(?: 수 있\S+)?$", found["what"]) or not (
        asked := asking(found["what"])
    ):
        return None
    what, answer = which(found["tool"], "을")
    when = f"{found['when'].replace('땐', '때')} " if found["when"] else ""
    if leans(when):
        return None
    return named("with", f"{when}{what} {found['by']} {asked}?", answer, "means")


_HOW = re.compile(
    r"^(?P<means>[^,.]{1,60}?[을를로] (?:[^ ,]+ ){0,3}(?:[^ ,]*(?:[가-힣]면|하여|해서?|[아어여]서|[꿔춰려]서?)"
    r"|눌러서?|써서?)),? (?P<goal>[^,.]{1,70}[을를] (?:\S+ )?\S+ 수 있(?:다|습니다|어요))$"
)
_NO_GOAL = re.compile(
    r"(?<![가-힣])(?:알|볼|할|얻을|찾을|배울) 수"
    r"|(?:확인|이해|시작|생각|참고|활용|시도|작성|진행|사용|이용|수행|실행|선택|정의)할 수"
    r"|다양한|여러|자신|원하는|것을 |작업을|결과를"
)
_NO_MEANS = re.compile(
    r"(?:고|며|지만|[은는]) |위해|대해|통해|의해|관해|따라|때문|대신|다고|라고|보면$|포함하여$"
    r"|(?:사용|이용|활용|호출)(?:하|해)"
)


def how_can(text: str, whole: str) -> Asked | None:
    """N을 V하여 Z를 W할 수 있다.  →  어떻게 하면 Z를 W할 수 있나요?  X는 N을 V하여 …  →  X는 어떻게 …?"""
    topic = topic_of(text, whole)
    found = _HOW.match(topic.rest if topic else text)
    if not found or (topic and topic.frame) or _NO_GOAL.search(found["goal"]) or _NO_MEANS.search(found["means"]):
        return None
    if subject_at(f"{found['means']} .") >= 0 or has_subject(found["goal"], whole) or leans(text):
        return None
    asked = asking(found["goal"]) if not joined(found["goal"]) else ""
    stem = f"{topic.text} 어떻게 {asked}?" if topic else f"어떻게 하면 {asked}?"
    how = found["means"] if topic else _BY.sub("하면", found["means"])
    answer = f"{how} 돼요." if how.endswith("면") and not topic else stated(how)
    return told("how", stem if asked else "", answer, "means", 0.8)


_BY = re.compile(r"(?:하여|해서?)$")
_MADE_BY = re.compile(
    r"^(?P<means>[^,.]{1,60}[을를] [^ ,]*(?:[가-힣](?<!에)서|하여)),? (?P<goal>[^ ,.]{1,20}[을를]"
    r" (?:만[드듭든들]|정의|선언|호출|표시|나타[내낸냅]|구분|참조|계산|측정|얻|구[하한합]|생성|표현|작성)\S*)$"
)


def how_done(text: str, whole: str) -> Asked | None:
    """F에서는 N을 V해서 Z를 W한다.  →  F에서는 어떻게 Z를 W하나요?  A rule of a field, not a step of the page."""
    topic = topic_of(text, whole)
    found = _MADE_BY.match(topic.rest) if topic and topic.frame and topic.name.endswith("에서") else None
    if not topic or not found or leans(found["means"]) or subject_at(f"{found['means']} .") >= 0:
        return None
    return told("how", about(topic, "어떻게", found["goal"]), stated(found["means"]), "means", 0.8)


_BOUND = re.compile(r"^(?P<what>[^,]{2,40})[을를] (?P<must>반드시 \S+야 (?:한다|합니다|해요))$")


def must(text: str, whole: str) -> Asked | None:
    """X는 N을 반드시 V해야 한다.  →  X는 무엇을 반드시 V해야 하나요?"""
    topic = topic_of(text, whole)
    found = _BOUND.match(topic.rest) if topic else None
    if not topic or not found or not is_phrase(found["what"]) or has_topic(f"{found['what']} .", whole):
        return None
    return named("must", about(topic, "무엇을", found["must"]), found["what"], "condition")


_ONLY = re.compile(r"^(?P<only>[^,.]{2,40}?)만(?P<particle>을|이)? (?P<rest>[^,.]{2,60}[다요])$")
_NOT_ONLY = re.compile(
    r"(?:지|것|때|수|[하되리]기|뿐|다|야|면|잠시|하나|조금|얼마|데|에서|로|에|번|까지|부터|십|백|천)$"
)

_NOT_PLAIN = re.compile(r"지만|수(?:도)? 있|것(?:이다|입니다)$|위해|[고며] ")


def only(text: str, whole: str) -> Asked | None:
    """X는 N만 V한다.  →  X는 무엇만 V하나요?"""
    topic = topic_of(text, whole)
    if topic and topic.frame:
        return None
    found = _ONLY.match(topic.rest if topic else text)
    if not found or _NOT_ONLY.search(found["only"]) or has_topic(found["rest"], whole) or leans(found["only"]):
        return None
    if re.search(r"[가-힣]고 ", found["only"]):
        return None
    words = found["only"].split(" ")
    if phrase_start(words, len(words) - 1) or _NOT_PLAIN.search(found["rest"]):
        return None
    asks = f"무엇만{found['particle'] or ''}"
    if topic:
        return named("only", about(topic, asks, found["rest"]), found["only"], "deed")
    asked = asking(found["rest"]) if not joined(found["rest"]) and len(found["rest"].split()) > 1 else ""
    return named("only", f"{asks} {asked}?" if asked else "", found["only"], "deed")


_MADE_TO = re.compile(r"^(?P<what>[^,]{4,90}?도록) (?P<verb>(?:설계|고안|개발|최적화|만들어|제작|구성)\S+(?: 있\S+)?)$")
_LETS = re.compile(
    r"^(?P<what>[^,]{8,90}?수 있(?:도록|게)) (?P<verb>(?:해 ?[주준줍줘]\S*|해요|한다|합니다|돕\S+"
    r"|도와\S*(?: [주준줍줘]\S+)?))$"
)


def lets(text: str, whole: str) -> Asked | None:
    """X는 Y할 수 있게 해 준다.  →  X는 무엇을 할 수 있게 해 주나요?"""
    topic = topic_of(text, whole)
    made = _MADE_TO.match(topic.rest) if topic and not topic.frame else None
    if topic and made and not leans(made["what"]) and not has_topic(made["what"], whole):
        return told("made-to", about(topic, "무엇을 하도록", made["verb"]), stated(made["what"]), "purpose")
    found = _LETS.match(topic.rest) if topic and not topic.frame else None
    if not topic or not found or leans(found["what"]):
        return None
    if has_topic(found["what"], whole) or joined(found["what"]):
        return None
    asks = "무엇을 할 수 있도록" if found["what"].endswith("도록") else "무엇을 할 수 있게"
    return told("lets", about(topic, asks, found["verb"]), stated(found["what"]), "deed", 0.75)
