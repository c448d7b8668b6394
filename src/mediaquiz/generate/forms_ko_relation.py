"""Korean sentences that say what something has, does, is used for, depends on, and what happens when."""

import re

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.asked_ko import about, joined, listed, named, names_in, stated, told, which
from mediaquiz.language.korean import josa, modifies
from mediaquiz.language.korean_clauses import (
    Topic,
    describes,
    has_topic,
    is_noun,
    is_phrase,
    phrase_start,
    subject_at,
    topic_of,
)
from mediaquiz.language.korean_leaning import leans
from mediaquiz.language.korean_verbs import asking, final_of
from mediaquiz.model.item import Order
from mediaquiz.text import cut_opening

_THERE_ARE = re.compile(
    r"^(?P<what>[^,.]{1,50}에는)\s(?P<members>[^.]{4,140}?)(?:[이가]|\s등이)\s있(?:다|습니다|어요)$"
)
_CONSISTS = re.compile(
    r"^(?P<members>.{4,120}?)(?:으로|로)\s(?P<verb>(?:나뉘|나눌|나뉜|나누|구분|분류|이루어|이뤄|구성)\S*(?: (?:수"
    r" )?있\S+)?)(?:,?\s.*)?$"
)
_BY_WHAT = re.compile(r"[^,]{2,24}에 따라서? ")
_PARTS = re.compile(r"^(?:이루어|이뤄|구성)")


def members(text: str, whole: str) -> Asked | None:
    """X에는 A, B, C가 있다; X는 A와 B로 나뉜다.  →  X에는 무엇이 있나요?  X는 어떻게 나뉘나요?"""
    if (found := _THERE_ARE.match(text)) and (names := names_in(found["members"])):
        return listed(f"{found['what']} 무엇이 있나요?", names)
    topic = topic_of(text, whole)
    found = _CONSISTS.match(topic.rest) if topic and not topic.frame else None
    by = _BY_WHAT.match(found["members"]) if found else None
    names = names_in(found["members"][by.end() if by else 0 :]) if found else ()
    if not topic or not found or not names:
        return None
    asked = asking(found["verb"])
    question = "무엇으로" if _PARTS.match(found["verb"]) else "어떻게"
    by_what = by[0] if by else ""
    return listed(f"{topic.text} {by_what}{question} {asked}?" if asked else "", names)


_IN_TURN = re.compile(
    r"^(?P<members>.{5,120}?)(?:의 순서로|\s순서로|\s순으로|에 차례로|[을를] 차례로|[을를] 차례대로|[을를]"
    r" 거쳐)\s?(?P<verb>[^,]{2,40}[다요])$"
)


def sequence(text: str, whole: str) -> Asked | None:
    """X는 A, B, C 순서로 V한다.  →  X는 어떤 순서로 V하나요?"""
    topic = topic_of(text, whole)
    found = _IN_TURN.match(topic.rest) if topic and not topic.frame else None
    names = names_in(found["members"]) if found else ()
    asked = asking(found["verb"]) if found else ""
    if not topic or len(names) < 3 or not asked:
        return None
    return Asked("order", Order(f"{topic.text} 어떤 순서로 {asked}?", names), "order", 0.8)


_USED = re.compile(
    r"^(?P<what>.{3,90}?(?:에|데))(?:에)?\s(?:주로 |널리 |자주 |흔히 |많이 )?(?P<verb>(?:사용|활용|이용"
    r"|응용)(?:됩니다|된다"
    r"|돼요|되었다|되었습니다|됐다|됐어요|(?:할|될) 수 있\S+)|적용(?:할|될) 수 있\S+|유용하다|유용합니다|유용해요"
    r"|쓰(?:인다|입니다|여요|였다|였습니다|였어요))$"
)


_SOME = re.compile(r"^(?:일부|여러|많은|다양한) ")


def used_for(text: str, whole: str) -> Asked | None:
    """X는 Y하는 데 사용된다.  →  X는 어디에 사용되나요?"""
    topic = topic_of(text, whole)
    found = _USED.match(topic.rest) if topic and not topic.frame else None
    if not topic or not found or re.search(r"[은는] ", re.sub(r"는 데$", "", found["what"])[-1:]):
        return None
    if found["what"].endswith("에") and not is_phrase(cut_opening(_SOME, found["what"])[:-1]):
        return None
    return told("used-for", about(topic, "어디에", found["verb"]), stated(found["what"]), "purpose", 0.8)


_THROUGH = re.compile(
    r"^(?P<what>[^,]{1,50}?)[을를] (?P<by>통해서?|통하여|이용해서?|이용하여|사용해서?|사용하여|활용해서?"
    r"|활용하여|입력하여|입력해서?|실행하여|실행해서?|호출하여|호출해서?|눌러서?),? (?P<rest>.{4,90}[다요])$"
)
_MIEUM = 16
_BY_DOING = re.compile(r"^(?P<how>[^,]{3,70}[가-힣]으로써),? (?P<rest>.{4,90}[다요])$")


def means(text: str, whole: str) -> Asked | None:
    """S는 N을 이용해 V한다.  →  S는 무엇을 이용해 V하나요?  S는 Y함으로써 V한다.  →  S는 어떻게 V하나요?"""
    topic = topic_of(text, whole)
    if not topic or leans(topic.rest):
        return None
    if (found := _BY_DOING.match(topic.rest)) and final_of(found["how"].removesuffix("으로써")) == _MIEUM:
        return told("means", about(topic, "어떻게", found["rest"]), stated(found["how"]), "means")
    found = _THROUGH.match(topic.rest)
    if (
        not found
        or not is_phrase(found["what"])
        or has_topic(found["rest"], whole)
        or re.search(r"것|거나 |지 않고 ", found["rest"])
    ):
        return None
    if asking(found["rest"]).endswith("인가요") or found["by"] in found["rest"]:
        return None
    what, answer = which(found["what"], "을")
    return named("means", about(topic, f"{what} {found['by']}", found["rest"]), answer, "means")


_WHEN = re.compile(
    r"^(?P<when>(?:기원전 |서기 )?(?:\d{3,4}년(?:대)?(?: \d{1,2}월)?|\d{1,2}세기(?: (?:초|중반|후반|말|전반))?)(?:"
    r" [가-힣]{2,8} (?:때"
    r"|무렵))?)(?:에)? "
    r"(?P<rest>.{3,80}[다요])$"
)


_OCCURS = re.compile(
    r"^(?P<when>[^,]{4,60}[가-힣] (?:때|시점|순간|지점|경우))(?:에서?)?"
    r" (?:종종 |주로 |자주 |흔히 |보통 |처음 |가장 많이 |자동으로 )?"
    r"(?P<verb>(?:생기|생긴|생겨|생깁|일어|나타|발생|시작|쓰|쓴|씁|써|사용|호출|실행|종료|해제|끝나|끝난|멈추|멈춘|멈춥"
    r"|적용|반환|저장|삭제|표시|계산|갱신|유용|유리|적합|편리|효과적)\S*)$"
)


def when(text: str, whole: str) -> Asked | None:
    """X는 1894년에 V했다; X는 Y할 때 생긴다.  →  X는 언제 V했나요?"""
    topic = topic_of(text, whole)
    if topic and not topic.frame and (found := _OCCURS.match(topic.rest)):
        asks = "어떤 경우에" if found["when"].endswith("경우") else "언제"
        return told("when", about(topic, asks, found["verb"]), stated(found["when"]), "condition")
    found = _WHEN.match(topic.rest) if topic else None
    if not topic or not found or topic_of(found["rest"], whole) or re.search(r"로, ", found["rest"]):
        return None
    return named("when", about(topic, "언제", found["rest"]), found["when"], "date", 0.75)


_EVERY = re.compile(r"^(?P<when>[^,.]{4,60}[가-힣] 때마다),? (?P<rest>[^,]{4,70}[다요])$")


def every_time(text: str, whole: str) -> Asked | None:
    """X는 Y할 때마다 V한다; Y할 때마다 X가 V한다.  →  X는 언제 V하나요?"""
    topic = topic_of(text, whole)
    found = _EVERY.match(topic.rest if topic else text) or _EVERY.match(text)
    if not found or leans(found["rest"]):
        return None
    if own := topic_of(found["rest"], whole):
        asked = "" if own.frame or has_topic(found["when"], whole) else about(own, "언제", own.rest)
        return told("when", asked, stated(found["when"]), "condition", 0.8)
    if has_topic(found["rest"], whole):
        return None
    words = found["rest"].split(" ")
    at = subject_at(found["rest"])
    if (at < 0 and (topic is None or topic.frame)) or at >= len(words) - 1:
        return None
    who, rest = " ".join(words[: at + 1]), " ".join(words[at + 1 :])
    if who and not topic:
        who = josa(who[:-1], "은")
    asked = asking(rest) if not joined(rest) else ""
    stem = f"{topic.text if topic else ''} {who} 언제 {asked}?".replace("  ", " ").strip()
    return told("when", stem if asked else "", stated(found["when"]), "condition", 0.8)


_ARGUMENTS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"에 따라서? (?=(?:달라|다르|다릅|변|바뀌|정해|결정|나뉘|나뉜))"), "무엇에 따라", "dependence"),
    (
        re.compile(
            r"에서 (?=(?:나오|나온|나왔|나와|유용|효과적|비롯|유래|시작|일어|생겨|생긴|만들어|얻|출발|발견|갈라))"
        ),
        "어디에서",
        "source",
    ),
    (re.compile(r"에 (?=(?:있|놓|위치|붙|저장|보관|들어|속|담|쌓))"), "어디에", "place"),
    (
        re.compile(
            r"(?:으로|로) (?=(?:만들|만든|바뀌|바뀐|바꾸|바꿉|바꾼|바꿔|변하|변한|변환|전환|대체|분해|나누|나눕"
            r"|나눈|분할|쪼개|쪼갭|투영|해석"
            r"|간주|표현"
            r"|이루어|얻|가져오|가져올|측정|재|잰|나타내|나타낸|표시|계산|정해|선언|정의|표기|프로그래밍|코딩|작성"
            r"|인코딩|구현|불리|불린"
            r"|불립|나타나|나타난|나타납))"
        ),
        "무엇으로",
        "means",
    ),
    (re.compile(r"[이가] (?=(?:결정|정한|정해|맡|담당))"), "무엇이", "agent"),
    (re.compile(r"[이가] (?=필요(?:하|한|합|해|했)\S*$)"), "무엇이", "condition"),
    (re.compile(r"(?<=[가-힣A-Za-z`)])[이가] (?=없(?:다|습니다|어요)$)"), "무엇이", "lack"),
    (re.compile(r"에 (?=(?:달려|달린|의존|기반|적합|특화|최적화|비례|반비례|대응|해당|집중))"), "무엇에", "relation"),
    (re.compile(r"[을를] (?=(?:필요로|기반으로|바탕으로) (?:하|한|합|해))"), "무엇을", "condition"),
    (re.compile(r"[을를] (?=\S+(?: 수 있\S+)?$)"), "무엇을", "deed"),
)
"""The argument right before the verb, the verbs that call for it, and what asks for it."""
_IDLE = re.compile(
    r"^(?:하|한|합|해|했|가지|가진|가집|가졌|갖|주|준|줍|줘|받|보이|보인|보입|띠|띤|이루|이룬|이룹|낸|냅|내|둔|둡"
    r"|한다|미친|미칩|맺|지닌|지닙|놓|취|거친|거칩|위|따른|따릅|기울|알|압니|안다"
    r"|제공|의미|뜻|말|목표로|중심|말한|갖추|얻|본|봅|의|살렸|잃|고려|시작|돕|도와|차지|사용|이용|활용|호출|적용"
    r"|설정|수행|처리|추가|무시|가질|유발|초래|것|수 |때)"
)
_EMPTY = re.compile(
    r"(?:것|(?<![가-힣])(?:수|점|일)|역할|영향|도움|문제|결과|차이|변화|방법|기능|작업|특징|효과|성질|이름|경우"
    r"|과정|정도|내용|부분"
    r"|기회|표정|필요|어원|내부|외부|기반|바탕|토대|중심|근거)$"
)


def argument(text: str, whole: str) -> Asked | None:
    """S는 … N을 V한다.  →  S는 … 무엇을 V하나요?  And so for places, sources, materials, dependence."""
    topic = topic_of(text, whole)
    if not topic or leans(topic.rest) or has_topic(topic.rest, whole) or _A_SIDE.search(topic.name):
        return None
    for pattern, question, aspect in _ARGUMENTS:
        for found in pattern.finditer(topic.rest):
            if asked := _for_argument(topic, found, question, aspect, whole):
                return asked
    return None


_CLAUSE = re.compile(r"[가-힣]다는 (?:사실|것|점|규칙|원칙|생각|가정|믿음|이론)$|[는은인한]지$")
"""A whole clause is the argument."""
_A_SIDE = re.compile(r"(?:역할|기능|방법|용도|차이점?|장점|단점|이점|이유|목적|목표|핵심|특징|문제점?)$")
_CUT = re.compile(r"(?:[은는의을를]|[가-힣]하지|데|것|및|,|[와과]|또는|(?:^| )(?:더|덜|가장|매우|훨씬|아주|상당히))$")
"""What comes before ends like a phrase that was cut in two."""


_ARGUED = re.compile(r"(?:에|에게|[와과]|보다)$")


def _for_argument(topic: Topic, found: re.Match[str], question: str, aspect: str, whole: str) -> Asked | None:
    before, verb = topic.rest[: found.start()], topic.rest[found.end() :]
    if (
        len(verb.split()) > 3
        or (" " in verb and modifies(verb.split(" ")[0]))
        or "," in verb
        or re.search(r"지만|면서|도록|므로|거나 |듯(?: |$)", f"{before} {verb}")
    ):
        return None
    if aspect == "deed" and _IDLE.match(verb):
        return None
    if _CLAUSE.search(before):
        return named(aspect, about(topic, question, verb), before, aspect, 0.7) if aspect != "deed" else None
    words = before.split(" ")
    start = phrase_start(words, len(words) - 1)
    answer, leading = " ".join(words[start:]), " ".join(words[:start])
    if start and is_noun(words[start - 1], whole):
        return None  # ``연어 | 알의 부화 속도``: a noun that ends like a verb
    inside = answer.split(" ")
    if any(
        re.search(r"[^,][은는]$", word) and not describes(word, "", inside[at - 1] if at else "")
        for at, word in enumerate(inside[:-1])
    ):
        return None
    if leading and _CUT.search(leading) and not (question == "무엇으로" and leading.endswith(("을", "를"))):
        return None
    if re.search(r"(?:고|며|지만), |(?:용어|이름|단어|표현)$", f"{answer} {topic.name}") and aspect == "deed":
        return None
    if aspect == "lack" and (leading or not topic.name.endswith("에")):
        return None
    whole_clause = verb.startswith("달") and answer.endswith("것")
    if (
        not answer
        or (_EMPTY.search(answer) and not whole_clause)
        or len(answer.split()) > 6
        or (aspect == "agent" and leading)
    ):
        return None
    if not topic.frame and subject_at(f"{leading} .") >= 0:
        return None  # a clause with a subject of its own
    if aspect == "deed" and (topic.frame or re.search(r"(?:[며고]|으로|로), |[가-힣][고며]$", leading)):
        return None
    if aspect in {"place", "source"} and re.search(r"(?:에|에서)$", leading):
        return None  # two places
    if re.search(r"(?:[느냐]|는지|인지)$", answer) or (_ARGUED.search(leading) and modifies(inside[0])):
        return None  # a verb cut in two; ``개발에 | 적합한 값``
    if question == "무엇으로" and re.search(r"(?:[고며]|후|뒤),?(?: [^을를]*)?$", leading):
        return None
    if aspect == "condition" and question == "무엇이" and not topic.frame:
        topic = Topic(f"{topic.name}에", "는", topic.rest, frame=True) if topic.name[-1:] != "에" else topic
    stem = about(topic, f"{leading} {question}", verb)
    return named(aspect, stem, answer, aspect, 0.7 if aspect == "deed" else 0.8)
