"""Whether a Korean question asks one thing of something that it names; a bare noun gets its field where that is sure.

The forms read one sentence. What only the whole lesson tells is decided here: whose model it is, which names are the
variables of the lesson's own code.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from mediaquiz.generate.asked import Asked
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import ListAll, Recall, Short
from mediaquiz.model.lesson import Lesson, Role
from mediaquiz.model.same import Same
from mediaquiz.model.views import answer_text, prompt
from mediaquiz.text import squash

_BARE = re.compile(
    r"^(?P<noun>모델|템플릿|구조|구현|서버|신호|보드|장치|디바이스|센서 값|회로|코드|프로그램|시스템|네트워크|데이터"
    r"|파일|함수|클래스|객체|사용자|클라이언트|앱|애플리케이션|컨트롤러|값|결과|입력|출력|인스턴스|(?:\S+는 |동작 "
    r"|작동 )?방식|레이어|계층|층|방법|알고리즘|전압|온도)"
    r"(?P<particle>[은는이가을를의에]|에는|에서는|로|으로) "
)
"""A noun that stands in many fields, alone in front of the question."""
_OPEN = re.compile(
    r"어디에서 (?:유용|효과적)|무엇으로 (?:해석|간주|표현)|마찬가지로|뿐만 아니라|무엇을 사용하기만"
    r"|무엇을 (?:통해|사용|이용)\S* .*(?:구성|기반으로|이루어)"
    r"|(?<![가-힣])(?:많은|일부|대부분의|몇몇) (?:문제|경우|사람|작업)\S* 왜"
    r"|(?:^|[은는] )(?:모든|각) (?:프로젝트|실습|과제)"
    r"|무엇[^?]*수도 있나요\?$|(?:무엇|어디|언제)[^?]*지 않(?:았)?나요\?$|^다음 \S+[은는이가을를] "
    r"|^(?:몇 가지|각|이제는?|원하는|더 (?:나은|짧은|좋은)) |몇 가지 \S+에는 무엇이|(?:점|[은는을할될 ]것)인가요\?$"
    r"|다음 (?:두|세|네) |^(?:최종|기존|원래) "
    r"|^\S+[을를] \S+ 때 어떻게 해야 하나요\?$|아무것도 하지 |^무엇만|(?:완벽|훌륭)한 \S+인가요\?$"
    r"|^가장 (?:널리|많이|흔히|잘|자주) (?!.*(?:에는 무엇이|[은는] 무엇인가요)).*(?:무엇|어떤|어떻게)"
    r"|(?:다음|아래)처럼|다음 (?:단계|과정)(?:[을를로]|으로) "
    r"|(?:사용|이용|활용|호출|추가|작성|실행|설정|정의|필요)했(?:었)?나요\?$|수 있었나요\?$"
    r"|^(?:중요한|기억할|알아둘|알아 둘) (?:점|것)은 "
    r"|[가-힣] [를을는은] "
    r"|(?:다음|아래)[과와] 같이|^이번에는|(?:^| )등(?:의)? (?:무엇|어떤)"
    r"|^(?:첫|두|세|네) 번째 |^(?:별도의|하나의|만들어진|완성된|작성한|정의한|또 다른) |또 다른 (?:\S+ )?\S+(?:에는|은"
    r"|는) |왜 왜 |멋진|지금의 \S+에서|겁니다\. 왜"
    r"|^(?:에러|오류|코드|프로그램|문제|게임|예제|메시지)의 (?:핵심|목적|목표|역할|특징)"
    r"|(?:어떻게|왜) 다른 [가-힣]"
    r"|^(?:얻게 되는|얻은|반환된|주어진|생성된|전달된|입력된|새로운|위의|해당) (?:결과|객체|값|데이터|모델|파일)"
)
"""A question with many right answers, or one whose right answer teaches nothing."""
_ANSWER_COUNTS = re.compile(r"(?<![가-힣])(?:두|세|네|다섯|여섯|몇|여러) ?(?:가지|개의|종류의) ")
_WISH = re.compile(r"(?:고 싶|기 원하|기를 원하|기 바라)\S* 때문")
_LONG_DIFFERENCE = 100
_AIM_ONLY = re.compile(r"^\S+(?: \S+)?[을를] 위(?:해|해서|하여) (?:무엇|어떤)")
_AT_THE_SCREEN = re.compile(r"체크박스|체크 박스|드롭다운|메뉴에서|버튼|탭에서|화면에서|창에서")
"""What one does with the mouse in one step of a course."""
_VAGUE = re.compile(
    r"(?:^|의 )(?:여러|다양한|모든|많은) \S+$|^(?:이제|여전히|아직|다시|먼저|그냥|단지) "
    r"|^(?:반환된|주어진|생성된|해당) "
    r"| 중 하나$|^(?:여러|다양한|전용|특정|새로운|주변|많은|적절한|다른) "
    r"|^(?:값|코드|문제|결과|오류|에러|변화|정보|하드웨어|프로그램|주변 환경|도구|컴퓨터)$"
)


def settled(asked: Asked, found: Statement, extract: Extract) -> Asked | None:
    """The question as it may stand, with its field named where it needs it; None where it leaves too much open."""
    stem, answer = prompt(asked.content), answer_text(asked.content)
    if _OPEN.search(stem) or _WISH.search(f"{stem} {answer}"):
        return None
    if any(refuses(asked, stem, answer) for refuses in _REFUSE):
        return None
    if _variables(Same(extract.lesson)) & frozenset(_QUOTED.findall(f"{stem} {answer}")) or _EXAMPLE.search(
        f"{stem} {answer}"
    ):
        return None
    if own_names(Same(extract.lesson)) & frozenset(_NAME.findall(f"{stem} {answer}")):
        return None
    if _is_a_story(stem, extract):
        return None
    if asked.form not in _TELL_THE_KIND and _names_of_the_example(f"{stem} {answer}", extract):
        return None
    if asked.form == "deed" and _is_any_deed(stem, extract):
        return None
    if asked.form == "lets" and not found.takeaway and not _names_a_term(stem, extract):
        return None
    return _with_field(asked, stem, extract)


_ANY_DEED = re.compile(r"^(?P<name>\S+?)[은는] 무엇을 \S+\?$")


def _is_any_deed(stem: str, extract: Extract) -> bool:
    """``React는 무엇을 실행하나요?``: of a thing that a lesson tells of all the time, it tells many deeds."""
    found = _ANY_DEED.match(stem)
    return found is not None and extract.lesson.text.count(found["name"]) >= _ALL_THE_TIME


_ALL_THE_TIME = 20
_WAS_DONE = re.compile(r"[았었였했됐렸졌켰꿨]나요\?$")


def _is_a_story(stem: str, extract: Extract) -> bool:
    """Whether a question about what was done is asked of a lesson with code: it tells how an example was made."""
    if not _WAS_DONE.search(stem) or "언제" in stem:
        return False
    return any(block.role is Role.CODE for block in extract.lesson.blocks)


_TELL_THE_KIND = frozenset(("what", "tool", "which", "with", "members"))
_PLAIN_CODE = re.compile(r"`(?P<mark>&?)(?P<name>[a-z]{4,})`")
_OF_A_KIND = re.compile(
    r"`(?P<name>[a-z]{4,})(?:\(\))?`(?:[와과] `[^`]+`)? ?(?:이?라는 )?(?:[가-힣]+ )?"
    r"(?:함수|메서드|메소드|키워드|명령|구문|문법|표현식|연산자|매크로|속성|트레이트|크레이트|타입|라이브러리|모듈"
    r"|패키지"
    r"|클래스|객체|옵션|플래그|인자|인수|전달인자|매개변수|파라미터|태그|파일|열|필드|키|이벤트|훅|도구|프로그램"
    r"|문(?![가-힣])|반복문|루프)"
)


def _names_of_the_example(text: str, extract: Extract) -> bool:
    """Whether a plain word in back-ticks is of no kind that the lesson tells: then it is a name of its example's."""
    names = {found["name"] for found in _PLAIN_CODE.finditer(text)}
    if any(found["mark"] for found in _PLAIN_CODE.finditer(text)):
        return True
    return not names <= _of_a_kind(Same(extract.lesson)) if names else False


@lru_cache(maxsize=8)
def _of_a_kind(of: Same[Lesson]) -> frozenset[str]:
    """The plain words of code that the lesson calls a function, a keyword, a type …"""
    return frozenset(found["name"] for found in _OF_A_KIND.finditer(of.value.text))


def _names_a_term(stem: str, extract: Extract) -> bool:
    """Whether a question's subject is a term of the lesson, and no example of its."""
    subject = squash(stem.split(" 무엇")[0])
    return any(squash(concept.term) in subject for concept in extract.concepts[:_TERMS])


_TERMS = 25


def _counts_what_it_names_not(asked: Asked, stem: str, answer: str) -> bool:
    """``세 가지 값을 알아야 한다``: which ones, only the page tells."""
    return asked.form == "how-to" and _ANSWER_COUNTS.search(answer) is not None


def _too_long(asked: Asked, stem: str, answer: str) -> bool:
    return asked.form == "differ" and len(answer) > _LONG_DIFFERENCE


def _tells_nothing(asked: Asked, stem: str, answer: str) -> bool:
    """An answer of common words to a question of what is used, needed or done."""
    return asked.form in _ASK_A_NOUN and _VAGUE.search(answer.rstrip(".")) is not None


def _is_manners(asked: Asked, stem: str, answer: str) -> bool:
    """``정중하게 행동해야 합니다``: what anybody would say, of nothing in particular."""
    if not stem.endswith("어떻게 해야 하나요?"):
        return False
    return not re.search(r"[을를에로] |`", answer) or _TO_MIND.search(answer) is not None


_TO_MIND = re.compile(
    r"(?:알아|기억해|주의해|이해해|명심해|유의해|고려해|준비해|확인해|생각해|염두에 두어|염두에 둬)야 \S+$"
)


def _is_winding(asked: Asked, stem: str, answer: str) -> bool:
    return len(stem.split()) > _MOST_WORDS


_MOST_WORDS = 15


_EFFORT = re.compile(r"(?:노력|시간|연습|훈련|습관|인내|주의|관심)(?:;|$)")
_CUT_OFF = re.compile(r"^\(|^(?:문제|이유|핵심)[은는] |므로 .*(?:때마다|때)\.?$")
_A_FILE = re.compile(r"^`[\w/-]+\.[a-z]{1,4}`$")
_THE_SAME = re.compile(r"^(?:항상 |늘 )?(?:동일한|똑같은|같은) \S+[을를] ")
"""The same as what, only the page tells."""
_ANY_VALUE = re.compile(r"^(?:숫자|문자열|객체|배열)$|[있없]음$")
"""What a thing points to or ensures in any lesson."""
_IN_QUOTES = re.compile(r"^[\"'“‘][^\"'”’]+[\"'”’]$")
_IN_A_CASE = re.compile(r"(?:경우|때|[가-힣]면), ")
_ONLY_PRAISE = re.compile(r"(?:^| )(?:적절한|좋은|훌륭한|멋진|최고의|정말 \S+) \S+\.?$")
_BARE_VERB = re.compile(r"^\S+기 때문(?:이에요|이다|입니다)\.?$")


def _says_nothing(asked: Asked, stem: str, answer: str) -> bool:
    """An answer that praises, one cut out with its condition, or a reason of one verb: ``끝나기 때문이에요``."""
    if asked.form in _ASK_A_NOUN and (_IN_A_CASE.search(answer) or _IN_QUOTES.match(answer)):
        return True
    if _THE_SAME.match(answer) or (asked.form == "purpose" and stem.endswith("경우가 많은가요?")):
        return True
    if _CUT_OFF.search(answer) or (asked.form == "place" and _A_FILE.match(answer)):
        return True
    if asked.form in {"deed", "meaning"} and _ANY_VALUE.search(answer):
        return True
    if (asked.form == "needs" and _EFFORT.search(answer)) or (asked.form in {"role", "does"} and "것을 " in answer):
        return True
    return _ONLY_PRAISE.search(answer) is not None or (
        _BARE_VERB.match(answer) is not None and not re.search(r"[이가를을] \S+기 때문|이기 때문", answer)
    )


def _at_the_screen(asked: Asked, stem: str, answer: str) -> bool:
    return _AT_THE_SCREEN.search(answer) is not None


def _echoes(asked: Asked, stem: str, answer: str) -> bool:
    """``업데이트된 은닉 상태`` from ``은닉 상태``, ``저장은 무엇과 동일한가요`` from ``모델 저장``."""
    if asked.form == "with":
        return any(len(part) > 1 and part in stem for part in re.split(r"[와과] |, ", answer))
    return (
        asked.form == "equal" and stem.split(" 무엇과")[0][:-1].endswith(answer.split(" ")[-1]) and "의" not in answer
    )


def _for_any_end(asked: Asked, stem: str, answer: str) -> bool:
    """``구현을 위해 무엇을 쓰나요?``"""
    return asked.form == "tool" and _AIM_ONLY.match(stem) is not None


_ASK_A_NOUN = frozenset(("with", "needs", "tool", "means", "deed", "condition"))
_REFUSE: tuple[Callable[[Asked, str, str], bool], ...] = (
    _counts_what_it_names_not, _too_long, _tells_nothing, _echoes, _for_any_end,
    _at_the_screen, _is_manners, _is_winding, _says_nothing,
)  # fmt: skip

_NAME = re.compile(r"(?<![\w.])[A-Za-z_]\w*(?=[`(.\[]|\b)")
_MADE = re.compile(
    r"^\s*(?:pub(?:\([a-z]+\))?\s+|export\s+|async\s+)*"
    r"(?:(?:def|class|fn|func|function|struct|enum|trait|interface)\s+(?P<made>\w+)"
    r"|(?:(?:let|const|var|val)\s+)?(?:mut\s+)?(?P<names>\w+(?:\s*,\s*\w+)*)(?:\s*:\s*[^=\n]{1,40})?\s+=\s)",
    re.MULTILINE,
)
_SHORTEST = 3


@lru_cache(maxsize=8)
def own_names(of: Same[Lesson]) -> frozenset[str]:
    """The names that the lesson's own code makes: no other program has them."""
    code = "\n".join(block.text for block in of.value.blocks if block.role is Role.CODE)
    names = (re.split(r"\s*,\s*", found["made"] or found["names"]) for found in _MADE.finditer(code))
    return frozenset(name for group in names for name in group if len(name) >= _SHORTEST and "_" in name)


_EXAMPLE = re.compile(r"`[a-z]\d?`|`\d+`")
"""A variable or a number of an example."""
_QUOTED = re.compile(r"`([A-Za-z]\w*)`")


@lru_cache(maxsize=8)
def _variables(of: Same[Lesson]) -> frozenset[str]:
    """The names that the lesson's own code makes: in back-ticks they are nothing else."""
    code = "\n".join(block.text for block in of.value.blocks if block.role is Role.CODE)
    names = (re.split(r"\s*,\s*", found["made"] or found["names"]) for found in _MADE.finditer(code))
    return frozenset(name for group in names for name in group)


def _with_field(asked: Asked, stem: str, extract: Extract) -> Asked | None:
    """``모델은 …`` as ``트랜스포머 모델은 …``, where the lesson says so itself; None for a noun of no field."""
    found = _BARE.match(stem)
    if not found:
        return asked
    field = _field(found["noun"], extract)
    content = asked.content
    if field and isinstance(content, Recall | Short | ListAll) and field not in stem:
        return replace(asked, content=replace(content, stem=f"{field} {stem}"))
    return None


def _field(noun: str, extract: Extract) -> str:
    """The lesson's topic, or the one term of it, that the lesson puts before a noun again and again; else empty."""
    said = extract.lesson.text
    if extract.topic and f"{extract.topic} {noun}" in said:
        return extract.topic
    terms = [concept.term for concept in extract.concepts[:_TERMS] if concept.kind == "term"]
    owners = [term for term in terms if said.count(f"{term} {noun}") >= _OFTEN]
    return owners[0] if len(owners) == 1 else ""


_OFTEN = 2
