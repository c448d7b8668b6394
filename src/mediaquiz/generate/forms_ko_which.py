"""Korean sentences that name a thing and say of what kind it is: asked for the name, with the kind in the question."""

import re

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.asked_ko import joined, named
from mediaquiz.language.korean import josa, modifies, will
from mediaquiz.language.korean_clauses import describes, is_quality
from mediaquiz.language.korean_leaning import leans
from mediaquiz.language.korean_verbs import asking
from mediaquiz.text import cut_opening

_NAMED = re.compile(
    r"^(?P<before>.{8,110}?) (?P<name>`[^`]+`|[^ `,.()'\"]{2,16})(?: ?\((?P<gloss>[A-Za-z][^()]{1,40})\))?"
    r"(?:이라는|라는) (?P<kind>[^ `,.]{2,12}(?: [가-힣]{2,8})?)(?P<particle>[을를이가]|으로|로)"
    r" (?P<verb>[^ ,]+(?: [^ ,]+){0,2}[다요])$"
)
"""``… `f`라는 함수를 호출한다``."""
_OF_A_KIND = re.compile(
    r"^(?P<before>.{8,110}?) (?P<name>`[^`]+`) (?P<kind>[가-힣]{2,8})(?P<particle>[을를이가])"
    r" (?P<verb>(?:있|사용|쓰|쓸|쓴|씁|호출|가지|가진|가집)\S*(?: \S+)?(?: \S+)?[다요])$"
)
"""``… 찾는 데 쓸 수 있는 `f` 함수가 있다``: what stands in front tells it from others."""
_NO_KIND = re.compile(
    r"(?:이름|용어|단어|말|뜻|것|사실|생각|의미|점|의견|결과|내용|메시지|문장|주장|결론|이유|에러|오류|숫자|값|변수"
    r"|인스턴스"
    r"|파일|프로젝트|폴더|디렉터리|구조체|필드|레이블|열|행)$"
)
"""What an example gives a name of its own."""
_PRAISE = re.compile(r"^(?:특별|유용|중요|편리|강력|간단|새로|훌륭|멋)\S*[한운진] ")
_INTRODUCES = re.compile(r"^.{2,60}(?:[은는인한된]데|지만), (?=.{8})")
"""A clause that only leads in: ``…할 때인데, …``."""
_CLOSED = re.compile(r"[을를이가은는에로와과]$|에서$|[가-힣](?:면|고|며|서|해|하여|도록|려고)$|(?:때|땐)$")


def which_one(text: str, whole: str) -> Asked | None:
    """Y할 때 N이라는 K를 V한다.  →  Y할 때 어떤 K를 V하나요?"""
    told = cut_opening(_INTRODUCES, text)
    found = _NAMED.match(told)
    if not found or not (_CLOSED.search(found["before"]) or _is_described(found["before"], whole)):
        found = _OF_A_KIND.match(told)
        if not found or not _is_described(found["before"], whole):
            return None
    kind = cut_opening(_PRAISE, found["kind"])
    if _NO_KIND.search(kind) or leans(told) or joined(found["verb"]) or kind in found["before"].split(" ")[-1]:
        return None
    owns = _OWNS.match(found["before"]) and found["verb"].startswith("가지")
    asked = "있나요" if owns else asking(found["verb"])
    what = josa(kind, "이") if owns else kind + found["particle"]
    stem = f"{found['before']} 어떤 {what} {asked}?" if asked and not asked.endswith("것인가요") else ""
    gloss = f" ({found['gloss']})" if "gloss" in found.re.groupindex and found["gloss"] else ""
    return named("which", stem, f"{found['name']}{gloss}", "term")


_OWNS = re.compile(r"^\S+(?: \S+)?에는 ")
"""``러스트에는 … 기능을 가지고 있다``: it is there."""


def _is_described(before: str, whole: str) -> bool:
    """Whether the words in front of a name end with a verb that describes it: ``찾는 데 쓸 수 있는``."""
    *others, word = before.split(" ")
    if word.endswith("면"):
        return False
    if word.endswith(("은", "는")):
        return describes(word, whole, others[-1] if others else "")
    return (modifies(word) or will(word)) and not word.endswith("의") and not is_quality(word)
