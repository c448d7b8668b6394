"""Korean sentences that say what an option, a parameter or a function does: asked for its name, with the kind told."""

import re

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.asked_ko import joined, lacks_object, named
from mediaquiz.language.korean import josa
from mediaquiz.language.korean_clauses import has_topic, topic_of
from mediaquiz.language.korean_leaning import leans
from mediaquiz.language.korean_verbs import asking

_KINDS = (
    "인자|인수|전달인자|매개변수|파라미터|옵션|플래그|함수|메서드|메소드|클래스|명령어|명령|속성|모듈|패키지|라이브러리"
    "|데코레이터|연산자|키워드|훅|태그"
)
_CODE = rf"(?P<code>`[^`]+`)(?:이라는|라는)? ?(?P<kind>{_KINDS})(?:\([a-z ]+\))?"
_WITH = (
    "통해서?|통하여|사용해서?|사용하여|이용해서?|이용하여|활용해서?|활용하여|사용하면|이용하면|활용하면|전달하면"
    "|지정하면"
    "|설정하면|호출하면|추가하면|붙이면|주면|실행하면|넘기면|넘겨주면|켜면"
)
_FIRST = re.compile(
    rf"^(?P<before>[^,`]{{0,40}}?[에에서게] )?{_CODE}[을를] (?P<by>{_WITH}),? (?P<what>[^.`]{{6,90}}[다요])$"
)
_BEHIND = re.compile(
    rf"^(?P<what>[^,.`]{{6,70}}(?:[을를]|[할될을지]지|[은는인]지)) {_CODE}(?P<particle>[을를]|으로|로)"
    rf" (?:(?P<by>{_WITH}) )?(?P<verb>(?:조절|조정|설정|지정|제어|결정|정|확인|변경|제한|선택|정의|관리|계산"
    rf"|구)[하한할합해]\S*"
    r"(?: 수 있\S+)?)$"
)
_IDLE = re.compile(
    r"^(?:(?:쉽게|직접|바로) )?(?:확인|사용|이용|실행|시작|진행|활용|수행|설정)(?:한다|합니다|할 수 있\S+)$|다음과 같|"
    r"일이 (?:발생|일어|생[기긴깁])|오류가|에러가|동일한 (?:작업|결과|일)|(?:작업|일)을 (?:수행|할)|편리|도움이"
    r"|효과를|결과를 (?:얻|볼)|것을 "
)


def by_option(text: str, whole: str) -> Asked | None:
    """`N` 옵션을 전달하면 Y한다; Z를 `N` 인자로 조절한다.  →  어떤 옵션을 전달하면 Y하나요?"""
    found = _FIRST.match(text)
    if not found:
        return _behind(text)
    if leans(found["what"]) or _IDLE.search(found["what"]) or joined(found["what"]):
        return None
    if not re.search(r"[을를이가로에] \S", found["what"]) or lacks_object(found["what"]):
        return None
    topic = topic_of(found["what"], whole)
    if (topic and not topic.frame) or has_topic(found["what"], whole):
        return None
    asked = asking(found["what"])
    before = found["before"] or ""
    stem = f"{before}어떤 {josa(found['kind'], '을')} {found['by']} {asked}?" if asked else ""
    return named("option", stem, found["code"], "means", 0.85) if not leans(before) else None


def _behind(text: str) -> Asked | None:
    found = _BEHIND.match(text)
    if not found or leans(found["what"]) or found["what"].endswith(("것을", "수를 ")):
        return None
    asked = asking(found["verb"])
    by = f" {found['by']}" if found["by"] else ""
    particle = josa(found["kind"], "을" if found["particle"] in "을를" else "으로")
    stem = f"{found['what']} 어떤 {particle}{by} {asked}?" if asked else ""
    return named("option", stem, found["code"], "means", 0.85)
