"""Korean lists that a sentence leads in: what it counts is asked, and its entries are the answer."""

import re

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.asked_ko import listed, stated, told
from mediaquiz.language.korean_leaning import bare, leans
from mediaquiz.language.korean_verbs import asking

_NEXT = re.compile(r"(?:(?:다음|아래)(?:과|와) 같[은이]|(?:다음|아래)의|크게|기본적으로|보통|주로|태스크에 따라) ")
_COUNTED = re.compile(
    r"^(?P<head>[^.]{2,80}(?:[은는]|[을를]|에|에서|때|면|려면)) (?P<many>두|세|네|다섯|여섯|[2-6]) ?"
    r"(?P<unit>가지|개의|개|단계|종류의|종류|곳|부분)(?P<rest>[^.]{2,60}[다요])$"
)
_FOLLOWS = re.compile(r"^(?P<what>[^.,]{4,60}[은는]) (?:다음|아래)(?:과|와) 같(?:다|습니다|아요)$")
_HAS_THESE = re.compile(r"^(?P<what>[^.,]{3,60}에는) 다음이 있다$")
_SUCH = re.compile(
    r"^(?P<head>[^.]{0,70}?)(?:다음|아래)(?:과|와) 같은 (?:주요 |여러 |몇 가지 )?(?P<what>[^.,]{2,30}?)"
    r"(?P<particle>[이가을를]|으로|로) (?P<verb>[^.,]{2,40}[다요])$"
)
_CLAUSE = re.compile(r"^(?P<topic>[^,]{2,30}?[은는]) .*[가-힣][고며],? $")
"""A topic, and what is said of it before the list."""
_WITH_THESE = re.compile(r"^(?P<head>[^.,]{2,50}[은는]) 다음(?P<particle>을|으로|이) (?P<rest>[^.,]{2,60}[다요])$")
_THESE_ARE = re.compile(
    r"^(?:다음|아래)[은는] (?P<what>[^.,]{4,50}?)(?:[과와] 그 (?:예|예시|의미|설명))?들?"
    r"(?:이다|입니다|이에요|예요)$"
)
_LONGEST_NAME = 30
_MANY_MORE = re.compile(r"(?:예|예시|내용|질문|자료|링크|경우|목록)[은는]$|몇 가지|일부|대표적|일반적|흔한|다양한")
_COUNT = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6}


def led(text: str) -> Asked | None:
    """X는 두 가지 N으로 나뉜다: A, B.  →  X는 어떤 두 가지 N으로 나뉘나요?"""
    lead, *entries = text.split("\n")
    stem = _stem(bare(lead), len(entries))
    if not stem or leans(stem.rstrip("?").removesuffix("나요")):
        return None
    if all(entry.endswith(".") for entry in entries) or max(map(len, entries)) > _LONGEST_NAME:
        answer = " ".join(f"{mark} {stated(entry)}" for mark, entry in zip("①②③", entries, strict=False))
        return told("members", stem, answer, "parts", 0.75)
    return listed(stem, tuple(entries))


_BEHIND_COLON = re.compile(r"^(?P<lead>[^:]{6,90}[다요]): (?P<members>[^:.]{6,120}?)(?:이다|입니다|이에요|예요)?\.?$")
_AS_SHOWN = re.compile(r"(?:그림|표|예제|도표)\S* (?:\S+ ){0,2}(?:것처럼|대로|듯이) ")
_LONGEST_MEMBER = 45
_CUT = re.compile(r"[가-힣](?:지만|는데|므로|면서|하고|하며|되고|되며)$")
"""Half of a sentence, and no member of a list."""


def behind_colon(text: str) -> Asked | None:
    """X는 세 부분으로 나뉜다: A, B, C이다.  →  X는 어떤 세 부분으로 나뉘나요?  The count must be right."""
    found = _BEHIND_COLON.match(text)
    names = re.split(r", (?:그리고 )?", found["members"]) if found else []
    if not found or max(map(len, names)) > _LONGEST_MEMBER or any(leans(name) or _CUT.search(name) for name in names):
        return None
    return led("\n".join([_AS_SHOWN.sub("", found["lead"]), *names]))


def _stem(lead: str, count: int) -> str:
    if (found := _FOLLOWS.match(lead)) and not _MANY_MORE.search(found["what"]):
        return f"{found['what']} 무엇인가요?"
    if found := _HAS_THESE.match(lead):
        return f"{found['what']} 무엇이 있나요?"
    if found := _SUCH.match(lead):
        asked, head = asking(found["verb"]), _CLAUSE.sub(r"\g<topic> ", found["head"])
        loose = not head or _MANY_MORE.search(f"{found['what']}은")
        return "" if loose or not asked else f"{head}어떤 {found['what']}{found['particle']} {asked}?"
    if found := _WITH_THESE.match(lead):
        asked = asking(found["rest"])
        return f"{found['head']} 무엇{found['particle']} {asked}?" if asked else ""
    if (found := _THESE_ARE.match(lead)) and not re.search(r"(?:예|예시|코드|결과|내용|일부 .*)$", found["what"]):
        return f"{found['what']}에는 무엇이 있나요?"
    found = _COUNTED.match(_NEXT.sub("", lead))
    if not found or (_COUNT.get(found["many"], 0) != count and found["many"] != str(count)):
        return ""
    asked = asking(found["rest"])
    gap = " " if found["rest"].startswith(" ") else ""
    return f"{found['head']} 어떤 {found['many']} {found['unit']}{gap}{asked}?" if asked else ""
