"""Korean sentences that tell in what way a thing works, which part it plays, what it helps with and what it"
" rests on."""

import re
from collections import Counter
from functools import lru_cache

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.asked_ko import about, joined, stated, told
from mediaquiz.language.korean import josa, modifies
from mediaquiz.language.korean_clauses import Topic, has_topic, is_phrase, subject_at, topic_of
from mediaquiz.language.korean_leaning import leans
from mediaquiz.language.korean_verbs import asking

_WAY = re.compile(
    r"^(?P<what>[^,.]{2,80}?) ?(?P<noun>방식)(?:으로) (?P<verb>(?:작동|동작|학습|훈련|처리|저장|전송|전달|계산"
    r"|운영|진행"
    r"|실행|구현|표현|통신|연결|수행|이루어|움직|번식|발전)\S*)$"
)
_NO_WAY = re.compile(
    r"(?:^| )(?:다른|같은|똑같은|동일한|비슷한|유사한|이런|이러한|다양한|여러|새로운|독특한|특별한|일반적인|좋은|쉬운"
    r"|간단한|단순한|고유한|적절한|자체)$|(?<![가-힣])(?:이|그|한|두|몇) ?(?:가지)?$|다음과|보다 |처럼 |매우|아주"
)
"""What tells no way of its own."""


def in_what_way(text: str, whole: str) -> Asked | None:
    """X는 Y하는 방식으로 V한다.  →  X는 어떤 방식으로 V하나요?"""
    topic = _plain_topic(text, whole)
    found = _WAY.match(topic.rest) if topic else None
    if not topic or not found or _NO_WAY.search(found["what"]) or leans(found["what"]) or _has_own(found["what"]):
        return None
    clause = modifies(found["what"].split(" ")[-1])
    if has_topic(f"{found['what']} .", whole) or not (clause or is_phrase(found["what"])):
        return None
    return told("way", about(topic, "어떤 방식으로", found["verb"]), stated(f"{found['what']} 방식"), "means")


def _plain_topic(text: str, whole: str) -> Topic | None:
    """The topic of a sentence, where it is a thing and no side of one."""
    topic = topic_of(text, whole)
    return topic if topic and not topic.frame and not _A_SIDE.search(topic.name) else None


_A_SIDE = re.compile(r"(?:역할|목적|목표|핵심|장점|단점|이점|특징|이유|방법|차이점?|원칙|문제점?|결과|작업|과정)$")


def _has_own(what: str) -> bool:
    """Whether a clause has a subject of its own, which may be that of the sentence as well."""
    return subject_at(f"{what} .") >= 0


_PART = re.compile(
    r"^(?:[^,]{2,40}(?:으로|(?<!므)로|으로서|(?<!므)로서), )?(?P<what>[^,]{4,90}?(?:[는을ㄹ]|[가-힣](?<=할)"
    r"|[가-힣](?<=될)))"
    r" (?:중요한 |핵심적인 |핵심 |중심적인 |주된 )?(?P<noun>역할|기능|임무|일)을 (?:[한합해]\S*|수행\S+|담당\S+|맡\S+)$"
)
_NO_PART = re.compile(r"(?:같은|다양한|여러|많은|[이그]런|이러한|있는|없는|이?라는|다는|하고 있는|필요로 하는)$")


def part(text: str, whole: str) -> Asked | None:
    """X는 Y하는 역할을 한다.  →  X는 어떤 역할을 하나요?"""
    topic = _plain_topic(text, whole)
    found = _PART.match(topic.rest) if topic else None
    if not topic or not found or leans(found["what"]) or _NO_PART.search(found["what"]):
        return None
    last = found["what"].split(" ")[-1]
    if not modifies(last) or last.endswith("의") or has_topic(f"{found['what']} .", whole) or joined(found["what"]):
        return None
    if not re.search(r"[을를에게로도록] ", found["what"]) or _tells_more_parts(topic.name, whole):
        return None
    return told(
        "part", f"{topic.text} 어떤 {found['noun']}을 하나요?", f"{found['what']} {found['noun']}.", "deed", 0.85
    )


def _tells_more_parts(name: str, whole: str) -> bool:
    """Whether a lesson tells of a second part that a thing plays."""
    return _parts_told(whole)[name] > 1


_PART_TOLD = re.compile(r"(?:^|(?<=[.\n]))\s*(?P<clause>[^.\n]{4,150}?)(?:역할|기능|임무|일)을 ")
_OPENING_WORDS, _JOINING_WORDS = 7, 3


@lru_cache(maxsize=2)
def _parts_told(whole: str) -> Counter[str]:
    """How often a lesson says of a thing which part it plays: all that may be a subject there, in one pass."""
    told: Counter[str] = Counter()
    for found in _PART_TOLD.finditer(whole):
        words = found["clause"].split()[:_OPENING_WORDS]
        ends = [at for at, word in enumerate(words) if len(word) > 1 and word.endswith(("은", "는", "이", "가"))]
        starts = range(_JOINING_WORDS)
        told.update(
            {" ".join([*words[start:end], words[end][:-1]]) for start in starts for end in ends if start <= end}
        )
    return told


_HELPS = re.compile(
    r"^(?P<what>[^,]{4,80}?[는]) ?데(?:에)?(?:는)? (?:큰 |매우 |많은 |도 )?도움(?:이 (?:된다|됩니다|돼요"
    r"|될 수 있\S+|되\S+)"
    r"|을 (?:준다|줍니다|줘요|줄 수 있\S+))$"
)
_BY_DOING = re.compile(r"^(?P<when>[^.,]{4,60}(?:[가-힣](?<![라다자려])면|하는 것은)),? (?P<rest>.{8,110})$")
_LOOSE = re.compile(r"(?:이해|파악|확인|시작|학습|진행|해결|공부)하는$|문제를 |것을 |다양한|여러 가지")


def helps(text: str, whole: str) -> Asked | None:
    """X는 Y하는 데 도움이 된다; X하면 Y하는 데 도움이 된다.  →  X는 무엇에 도움이 되나요?"""
    topic = _plain_topic(text, whole)
    by = _BY_DOING.match(text)
    opening, rest = (topic.text, topic.rest) if topic else (by["when"], by["rest"]) if by else ("", "")
    found = _HELPS.match(rest) if "도움" in rest else None
    if not found or _LOOSE.search(found["what"]) or leans(f"{opening} {found['what']}"):
        return None
    if has_topic(f"{found['what']} .", whole) or (by and not topic and not re.search(r"[을를이가] \S", by["when"])):
        return None
    if re.search(r"[가-힣]면,? |지만|기 때문|므로", found["what"]):
        return None
    return told("helps", f"{opening} 무엇에 도움이 되나요?", stated(f"{found['what']} 데"), "purpose", 0.8)


_RESTS = re.compile(
    r"^(?P<what>.{8,110}다는) (?P<noun>규칙|원칙|원리|가정|개념|이론|아이디어|법칙|전제|생각|믿음)에"
    r" (?P<verb>(?:기반|근거|바탕|기초|의존|따르|따른|따릅)\S*(?: [하한합두둔둡]\S*)?)$"
)


def rests_on(text: str, whole: str) -> Asked | None:
    """X는 Y한다는 원칙에 기반한다.  →  X는 어떤 원칙에 기반하나요?"""
    topic = _plain_topic(text, whole)
    found = _RESTS.match(topic.rest) if topic and "다는 " in topic.rest else None
    if not topic or not found or leans(found["what"]):
        return None
    asked = asking(found["verb"])
    stem = f"{topic.text} 어떤 {found['noun']}에 {asked}?" if asked else ""
    return told("rests", stem, stated(f"{found['what']} {found['noun']}"), "relation", 0.85)


_WHICH_MEANS = re.compile(
    r"^(?P<name>[^,.]{4,50}(?:다는 것은|(?:하|되|[기이리키치]|으)는 것은|[가-힣](?:이란|란))),? (?P<what>[^.]{8,110}?"
    r"(?:[됨함음임짐김]|[가-힣] 것))[을를] (?P<verb>(?:의미|뜻)\S*)$"
)
_TELLS_WHETHER = re.compile(
    r"^(?P<what>[^,.]{6,80}[은는인한된될할]지)(?:를)? (?P<verb>(?:나타내|나타낸|나타냅|알려|가리|보여)\S*(?: \S+)?)$"
)


def doing_means(text: str, whole: str) -> Asked | None:
    """X한다는 것은 Y함을 의미한다.  →  X한다는 것은 무엇을 의미하나요?  X는 어떤지를 나타낸다.  →  X는 무엇을 …?"""
    if (found := _WHICH_MEANS.match(text)) and not leans(found["name"]) and not leans(found["what"]):
        if has_topic(f"{found['what']} .", whole):
            return None
        asked = asking(found["verb"])
        return told("meaning", f"{found['name']} 무엇을 {asked}?" if asked else "", stated(found["what"]), "meaning")
    topic = _plain_topic(text, whole)
    if (
        topic
        and (says := _MEANING_IS.match(topic.rest))
        and not leans(says["what"])
        and not _has_own_topic(says, whole)
    ):
        return told("meaning", f"{topic.text} 무엇을 의미하나요?", stated(f"{says['what']} 것"), "meaning", 0.85)
    tells = _TELLS_WHETHER.match(topic.rest) if topic and "지" in topic.rest else None
    if not topic or not tells or topic.name in tells["what"] or leans(tells["what"]):
        return None
    if has_topic(f"{tells['what']} .", whole):
        return None
    return told("meaning", about(topic, "무엇을", tells["verb"]), stated(tells["what"]), "meaning", 0.8)


_MEANING_IS = re.compile(
    r"^(?P<what>[^,]{4,90}[다라]는) (?:의미|뜻)(?:이다|입니다|이에요|예요|를 (?:가진다|가집니다|지닌다))$"
)


def _has_own_topic(found: re.Match[str], whole: str) -> bool:
    return has_topic(f"{found['what'].rpartition(' ')[0]} .", whole)


_STEPS = re.compile(
    r"^(?P<members>.{4,90}?)(?:의|이라는|라는)? (?P<many>두|세|네) ?(?P<unit>단계|과정|가지 단계"
    r"|가지 과정)(?:에 걸쳐|를 거쳐|을 거쳐|로|으로)"
    r" (?P<verb>[^ ,]+(?: [^ ,]+)?)$"
)
_COUNT = {"두": 2, "세": 3, "네": 4}


def in_steps(text: str, whole: str) -> Asked | None:
    """X는 A하고 B하는 두 단계를 거쳐 V한다.  →  X는 어떤 두 단계를 거쳐 V하나요?"""
    topic = _plain_topic(text, whole)
    found = _STEPS.match(topic.rest) if topic else None
    if not topic or not found or leans(found["members"]):
        return None
    names = re.split(r",\s*(?:그리고\s)?|(?<=[가-힣)])[와과]\s|(?<=하)고\s", found["members"])
    by = text[text.find(found["unit"]) + len(found["unit"]) :].split(" ")
    how = " ".join(by[: 2 if by[0] == "에" else 1])
    how = how if how in {"에 걸쳐", "로", "으로"} else f"{by[0]} {by[1]}" if len(by) > 1 else ""
    asked = asking(found["verb"])
    if len(names) != _COUNT[found["many"]] or not asked or not how:
        return None
    stem = f"{topic.text} 어떤 {found['many']} {found['unit']}{how} {asked}?"
    last = f" {found['unit']}" if modifies(found["members"].split(" ")[-1]) else ""
    return told("members", stem, stated(f"{found['members']}{last}"), "parts", 0.8)


_STOPS = re.compile(
    r"^(?P<who>[^,.]{2,30}?)[이가] (?P<when>[^,.]{4,60}[가-힣](?<![라다자려])면),? (?P<what>[^,.]{2,40}[을를] )?"
    r"(?P<verb>(?:중단|중지|멈추|멈춘|멈춥|종료|끝내|끝냅|반환|삭제|무시|건너뛰|건너뜁|차단)\S*)$"
)


def stops_when(text: str, whole: str) -> Asked | None:
    """S가 A하면 V를 중단한다.  →  S는 언제 V를 중단하나요?"""
    found = _STOPS.match(text)
    if not found or not is_phrase(found["who"]) or leans(text) or has_topic(f"{found['when']} .", whole):
        return None
    if subject_at(f"{found['when']} .") >= 0 or not re.search(r"[을를에로] ", found["when"]):
        return None
    asked = asking(found["verb"])
    stem = f"{josa(found['who'], '은')} 언제 {found['what'] or ''}{asked}?" if asked else ""
    return told("when", stem, stated(_when(found["when"])), "condition")


def _when(condition: str) -> str:
    """``예측하면`` as ``예측할 때``; another verb as it is."""
    return re.sub("되면$", "될 때", re.sub("하면$", "할 때", condition))
