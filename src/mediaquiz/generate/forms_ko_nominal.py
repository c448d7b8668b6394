"""Korean sentences that say what something is: its role, its aim, what it equals, what it means, what it has."""

import re

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.asked_ko import about, joined, listed, named, names_in, stated, told
from mediaquiz.language.korean import josa, modifies
from mediaquiz.language.korean_clauses import Topic, has_topic, is_phrase, subject_at, topic_of
from mediaquiz.language.korean_leaning import leans

_COPULA = re.compile(r"^(?P<what>.+?)(?:이다|입니다|이에요|예요)$")
_SAYS = re.compile(r"(?:것|점|사실)$")
_SIDE = re.compile(
    r"(?:역할|목적|목표|핵심|장점|단점|이점|특징|특성|용도|원리|차이점|차이|한계|개념|아이디어|의미|기능|임무|전략|방법"
    r"|해결책|원칙|조건|방식|규칙|기준|요인|요소|비결|위험|문제점|약점|강점|주제|본질|과제|결과)$"
)
"""What one tells of a thing."""
_MANY = re.compile(
    r"(?:한 가지|하나의|또 다른|다른|두 번째|세 번째|첫 번째|첫째|좋은|다음|몇|어떤|이러한|마지막|나머지|가능한"
    r"|새로운|약간의) |중 |일반적인 문제"
)
"""There are more of these: the question would have many answers."""


def side(text: str, whole: str) -> Asked | None:
    """X의 역할은 Y하는 것이다.  →  X의 역할은 무엇인가요?"""
    if turned := _A_WAY.match(text):
        return _turned(turned, whole)
    if (one := _ONE_OF.match(text)) and (one["one"] or "한 가지 " in one["name"]):
        return _one_of(one, whole)
    topic = topic_of(text, whole)
    found = _COPULA.match(topic.rest) if topic and not topic.frame else None
    if topic and found and "의 " in topic.name and (names := _codes(found["what"])):
        return listed(f"{topic.text} 무엇인가요?", names)
    if not topic or not found or not _SIDE.search(topic.name) or _MANY.search(topic.name):
        return None
    what = found["what"]
    if not _belongs(topic.name) or leans(what) or has_topic(f"{what} .", whole) or _goes_on(what):
        return None
    if names := names_in(what):
        return listed(f"{topic.text} 무엇인가요?", names)
    if not _SAYS.search(what):
        known = is_phrase(what) and len(what.split()) > 1 and any(modifies(word) for word in what.split(" ")[:-1])
        return told("side", f"{topic.text} 무엇인가요?", stated(what), "meaning", 0.8) if known else None
    return told("side", f"{topic.text} 무엇인가요?", stated(_plain(what)), "meaning")


def _goes_on(what: str) -> bool:
    """Whether another clause comes in; two of one ``것`` or ``점`` say one thing together."""
    return joined(what) and not (
        re.search(r"(?:다는|라는|[하되]는) (?:것|점)$", what) and not re.search("때문|므로|지만", what)
    )


def _codes(text: str) -> tuple[str, ...]:
    """The names of a list that holds nothing but code."""
    names = names_in(text)
    return names if all(name.startswith("`") and name.endswith("`") for name in names) else ()


_A_WAY = re.compile(
    r"^(?P<how>[^,]{4,60}것)은 (?P<what>[^,]{6,80}(?:는|을 위한|를 위한|기 위한)) (?P<side>(?:좋은 |한 가지 "
    r"|가장 좋은 )?"
    r"(?:방법|전략|수단|비결|길))(?:이다|입니다|이에요|예요)$"
)


def _turned(found: re.Match[str], whole: str) -> Asked | None:
    """Y하는 것은 X하는 좋은 방법이다.  →  X하는 좋은 방법은 무엇인가요?"""
    if leans(found["how"]) or leans(found["what"]) or has_topic(found["what"], whole):
        return None
    return told("side", f"{found['what']} {found['side']}은 무엇인가요?", stated(found["how"]), "means", 0.8)


_ONE_OF = re.compile(
    r"^(?P<name>(?P<owner>[^,]{2,50}(?:의|[와과] [^,]{2,30}의|는|한|을 위한|를 위한|기 위한)) (?:한 가지 )?"
    r"(?:주요 |중요한 |좋은 |큰 |핵심 )?(?P<side>장점|이점|단점|차이점|차이|특성|특징|한계|용도|방법|문제점|목적|역할)"
    r"(?P<one> 중 하나)?)[은는] (?P<what>[^,]{6,110}것)(?:이다|입니다|이에요|예요)$"
)


def _one_of(found: re.Match[str], whole: str) -> Asked | None:
    """A와 B의 한 가지 차이점은 Y하는 것이다.  →  A와 B의 한 가지 차이점은 무엇인가요?

    Of advantages and uses there are more than the lesson tells, so only one difference is asked.
    """
    name, side = found["name"], found["side"]
    if not side.startswith("차이") and (found["one"] or len(re.findall(side, whole)) > 1):
        return None
    if leans(name) or leans(found["what"]) or joined(found["what"]):
        return None
    others = re.search(rf"(?:또 다른|다른|[두세] 번째|[두세네] 가지|여러) (?:[가-힣]+ )?{side}", whole)
    if others or len(re.findall(rf"{side} 중 하나|한 가지 (?:[가-힣]+ )?{side}", whole)) > 1:
        return None
    return told("side", f"{josa(name, '은')} 무엇인가요?", stated(_plain(found["what"])), "meaning", 0.75)


def _belongs(name: str) -> bool:
    """Whether a side is that of a thing with a name: ``토크나이저의 역할``, ``흙을 지키는 방법``."""
    words = name.split(" ")
    owner = " ".join(words[:-1])
    if len(words) < 2 or leans(name):
        return False
    inner = [
        word
        for word in words[:-1]
        if not re.fullmatch(r"주요|주된|가장|큰|중요한|핵심|궁극적인|기본적?인?|일반적인|흔한", word)
    ]
    return bool(inner) and len(owner) > 1 and re.search(r"[을를의에로와과](?: |$)", owner) is not None


_SUPERFLUOUS = re.compile(r"(?P<kept>(?:[은는]|다는|라는)) (?:점|사실)$")


def _plain(what: str) -> str:
    """``…한다는 점`` as ``…한다는 것``."""
    return _SUPERFLUOUS.sub(lambda found: f"{found['kept']} 것", what)


_HAS = re.compile(
    r"^(?P<what>.{6,90}(?:다는|라는|하는|되는|[은는]|할|될)) (?P<side>장점|단점|특징|특성|문제|문제점|한계|이점"
    r"|목적|목표|차이|차이점|성질)"
    r"[이가을를] (?P<has>있|가지|가진|가집|갖|지니|지닌|지닙)\S*(?: 있\S+)?$"
)


def has_side(text: str, whole: str) -> Asked | None:
    """X는 Y하다는 장점이 있다.  →  X는 어떤 장점이 있나요?"""
    topic = topic_of(text, whole)
    found = _HAS.match(topic.rest) if topic else None
    if not topic or not found or has_topic(found["what"], whole) or joined(found["what"]):
        return None
    where = topic.text if found["has"] == "있" else f"{topic.name}에는"
    stem = f"{where} 어떤 {josa(found['side'], '이')} 있나요?"
    return told("side", stem, stated(f"{found['what']} {found['side']}"), "meaning")


_LIKE = re.compile(
    r"^(?P<what>.{2,60}?)[와과] (?P<verb>(?:같|동일|똑같|일치|비례|반비례|맞먹|상관없|관계없)\S*"
    r"|함께 (?:사용|쓸|쓰)\S*(?: 수 [있없]\S+)?)$"
)
_AFTER = re.compile(r"(?:^| )(?:다음|이|그|위|아래|앞)$|것$")


def equal(text: str, whole: str) -> Asked | None:
    """X는 Y와 같다.  →  X는 무엇과 같나요?"""
    topic = topic_of(text, whole)
    found = _LIKE.match(topic.rest) if topic and not topic.frame else None
    if not topic or not found or _AFTER.search(found["what"]) or has_topic(found["what"], whole):
        return None
    when, _, what = found["what"].rpartition(" 경우 ")
    if not is_phrase(what):
        return None
    asks = f"{when} 경우 무엇과" if when else "무엇과"
    return named("equal", about(topic, asks, found["verb"]), what, "relation")


_MEANS = re.compile(
    r"^(?P<what>.{6,90}?(?:[됨함음임짐김]|[가-힣](?<=[는은])? 것))[을를] (?P<verb>(?:의미|뜻|나타|말|가리"
    r"|보여|정의(?=[하한합해]))\S*(?: [준줍줘]\S*)?)$"
)


def meaning(text: str, whole: str) -> Asked | None:
    """X는 Y함을 의미한다.  →  X는 무엇을 의미하나요?"""
    topic = topic_of(text, whole)
    found = _MEANS.match(topic.rest) if topic and not topic.frame else None
    if topic and not topic.frame and not found:
        return _stands_for(topic, whole)
    if not topic or not found or leans(found["what"]) or has_topic(found["what"], whole):
        return None
    if re.search(r"으며|[고며], |보다 |(?:많은|모든|어떤) 것$", found["what"]):
        return None
    verb = found["verb"].replace("정의", "의미")
    return told("meaning", about(topic, "무엇을", verb), stated(found["what"]), "meaning")


_STANDS_FOR = re.compile(r"^(?P<what>[^,]{2,60})[을를] (?P<verb>(?:의미|뜻|가리|상징)\S*)$")
_NUMBER = re.compile(r"^[`'\"]?[\d.]+[`'\"]?$")
_LOOSE = re.compile(
    r"^(?:많은|여러|다양한|중요한|새로운|큰|다른) |(?:점|바|일|의미|관계|상황|경우|부분|내용|여부|변화)$"
)


def _stands_for(topic: Topic, whole: str) -> Asked | None:
    """X는 N을 의미한다.  →  X는 무엇을 의미하나요?"""
    found = _STANDS_FOR.match(topic.rest)
    if not found or len(topic.name.split()) > _FEW_WORDS or _NUMBER.match(topic.name) or not is_phrase(found["what"]):
        return None
    if _LOOSE.search(found["what"]) or has_topic(f"{found['what']} .", whole):
        return None
    return named("meaning", about(topic, "무엇을", found["verb"]), found["what"], "meaning", 0.75)


_FEW_WORDS = 4
_CODE_IS = re.compile(r"^(?P<what>[^.]{6,100}?)(?:[을를] (?:말|의미|뜻)(?:한다|합니다|해요)|이다|입니다|이에요|예요)$")


def code_is(text: str, whole: str) -> Asked | None:
    """`X`는 Y이다.  →  `X`는 무엇인가요?  A name in the letters of code is a term of its own."""
    topic = topic_of(text, whole)
    found = _CODE_IS.match(topic.rest) if topic and _ONLY_CODE.match(topic.name) else None
    words = found["what"].split(" ") if found else []
    if not topic or not found or len(words) < _LEAST or _SAYS.search(words[-1]) or not any(map(modifies, words[:-1])):
        return None
    if leans(found["what"]) or has_topic(f"{found['what']} .", whole) or joined(found["what"]):
        return None
    if _PRAISE.search(found["what"]) or not _GENUS.search(words[-1]):
        return None
    return told("what", f"{topic.text} 무엇인가요?", stated(found["what"]), "meaning")


_LEAST = 3
_ONLY_CODE = re.compile(r"^`[^`]+`(?: [가-힣]{2,5})?$")
_PRAISE = re.compile(r"훌륭|좋은|멋진|유용한|강력한|내키|정말|매우|아주|가장|또 다른")
_GENUS = re.compile(
    r"(?:함수|메서드|메소드|클래스|명령어?|파일|도구|패키지|라이브러리|모듈|객체|옵션|값|연산자|키워드|변수|인자"
    r"|토큰|프로그램"
    r"|매크로|트레이트|크레이트|열거형|구조체|구문|연산|지시어|형식|속성|디렉터리|폴더|플래그|태그|스크립트|자료형"
    r"|타입|예약어|기호|문법|배열|사전|목록|주소|인터페이스|문자열|매개변수|파라미터|인수|전달인자|데코레이터|필드"
    r"|설정|데이터셋|모델|알고리즘|기법|표현식|어노테이션|이벤트|훅|환경 변수|문자|태스크|파이프라인|서비스|플랫폼"
    r"|컴포넌트|요소|명령문|저장소|확장자|프레임워크|서버|컨테이너|상수|접두사|접미사|프로토콜)$"
)
_HOLDS = re.compile(
    r"^(?P<where>[^,.]{2,50}에는) (?:일반적으로 |보통 |주로 |대개 )?"
    r"(?P<members>[^.]{4,140}?)[이가] (?:포함|들어|속|존재)(?P<verb>\S*(?: 있\S+)?)$"
)
_FEW = 2
_HOLDS_ALL = re.compile(r"^(?P<members>.{4,140}?)[을를] (?P<verb>(?:포함|아우르|다루|갖추|거느리)\S*)$")


def holds(text: str, whole: str) -> Asked | None:
    """X에는 A와 B가 포함된다; X는 A, B, C를 포함한다.  →  X에는 무엇이 포함되나요?"""
    if (found := _HOLDS.match(text)) and (names := names_in(found["members"])):
        topic = Topic(found["where"][:-1], "는", "")
        return listed(about(topic, "무엇이", text[found.end("members") + 2 :]), names)
    topic_or_none = topic_of(text, whole)
    if (found := _HOLDS.match(text)) and len(found["members"].split(" ")) > _FEW and is_phrase(found["members"]):
        topic = Topic(found["where"][:-1], "는", "")
        asked = about(topic, "무엇이", text[found.end("members") + 2 :])
        return told("holds", asked, stated(found["members"]), "parts", 0.75) if not leans(found["members"]) else None
    held = _HOLDS_ALL.match(topic_or_none.rest) if topic_or_none and not topic_or_none.frame else None
    if topic_or_none and held and _DOING_IT.search(held["members"]) and held["verb"].startswith("포함"):
        if has_topic(f"{held['members']} .", whole) or leans(held["members"]) or re.search("[고며], ", held["members"]):
            return None
        return told("holds", about(topic_or_none, "무엇을", held["verb"]), stated(held["members"]), "parts", 0.75)
    if topic_or_none and not topic_or_none.frame and (own := _of_one_kind(topic_or_none)):
        return own
    names = names_in(held["members"]) if held else ()
    if not topic_or_none or not held or not names:
        return None
    return listed(about(topic_or_none, "무엇을", held["verb"]), names)


_DOING_IT = re.compile(r"[을를에로] (?:\S+[게히로고] )*\S+는 것$")
_OWNS = re.compile(
    r"^(?P<members>[^.]{6,90}?)[을를] (?P<verb>(?:가지|가진|가집|갖|지니|지닌|제공|지원|구분|사용)\S*(?: 있\S+)?)$"
)


def _of_one_kind(topic: Topic) -> Asked | None:
    """X는 A 온도와 B 온도를 가진다.  →  X는 어떤 온도를 가지나요?"""
    found = _OWNS.match(topic.rest)
    names = names_in(found["members"]) if found else ()
    kinds = {name.split(" ")[-1] for name in names}
    if not found or len(kinds) != 1 or not all(" " in name for name in names):
        return None
    return listed(about(topic, f"어떤 {josa(kinds.pop(), '을')}", found["verb"]), names)


_KINDS = re.compile(
    r"^(?P<where>[^,.]{2,50}[은는]) (?:일반적으로 |보통 |주로 |크게 )?(?P<members>[^.]{4,140}?)(?:의|[이라]?라는|,"
    r"|등의)? (?P<many>두"
    r"|세|네|다섯|여섯)"
    r" ?(?:가지|개|종류)(?:의)?(?: (?:유형"
    r"|종류)의)? ?(?P<noun>[가-힣A-Za-z]+(?: [가-힣]+)?)(?P<particle>[이가을를]|으로|로)"
    r" (?P<verb>(?:있|가지|가진|가집|사용|나뉘|나뉜|나눌|구분|분류|이루어|제공|포함)\S*(?: 수)?(?: 있\S+)?)$"
)

_NAMES_OF = re.compile(
    r"^(?P<members>[^.]{4,120}?)(?:이라는|라는|등의) (?P<noun>[가-힣]+(?: [가-힣]+)?)(?P<particle>[이가을를])"
    r" (?P<verb>(?:있|가지|가진|가집|갖|제공|지원)\S*(?: 있\S+)?)$"
)

_COUNT = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6}


def kinds(text: str, whole: str) -> Asked | None:
    """X에는 A, B, C의 세 가지 N이 있다; X는 A, B, C라는 N을 가진다.  →  X에는 어떤 N이 있나요?"""
    topic = topic_of(text, whole)
    named_so = _NAMES_OF.match(topic.rest) if topic else None
    if topic and named_so and (names := names_in(named_so["members"])):
        return listed(about(topic, f"어떤 {named_so['noun']}{named_so['particle']}", named_so["verb"]), names)
    found = _KINDS.match(text)
    names = names_in(found["members"]) if found else ()
    if not topic or not found or len(names) != _COUNT[found["many"]]:
        return None
    return listed(about(topic, f"어떤 {found['noun']}{found['particle']}", found["verb"]), names)


_ONLY_IF = re.compile(r"^(?P<when>.{4,80}? (?:경우|때)에만) (?P<verb>[^,]{2,40}[다요])$")


def only_if(text: str, whole: str) -> Asked | None:
    """X는 Y인 경우에만 V한다.  →  X는 어떤 경우에만 V하나요?"""
    topic = topic_of(text, whole)
    found = _ONLY_IF.match(topic.rest) if topic and not topic.frame else None
    if not topic or not found or has_topic(found["when"], whole) or subject_at(found["verb"]) >= 0:
        return None
    asks = "어떤 경우에만" if "경우에만" in found["when"] else "어떤 때에만"
    return told("only-if", about(topic, asks, found["verb"]), stated(found["when"].removesuffix("에만")), "condition")
