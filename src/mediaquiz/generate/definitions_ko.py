"""Questions on Korean definitions: for the term where the lesson itself names it, else for the meaning."""

import re

from mediaquiz.generate.asked_ko import stated
from mediaquiz.generate.english import strip_stop
from mediaquiz.language.korean import josa
from mediaquiz.language.korean_clauses import ends_of, subject_at, topic_of
from mediaquiz.model.concept import Definition
from mediaquiz.model.item import Recall, Short
from mediaquiz.model.lesson import Role
from mediaquiz.text import squash

_LONGEST = 110
_GENUS = re.compile(
    r"(?:것|일|원리|방법|방식|말|값|과정|기술|도구|단위|비율|능력|성질|현상|관계|물질|기관|장치|작업|기법|구조"
    r"|체계|작용)$"
)
_NAMES = "무엇이라고 하나요?"


def question(found: Definition) -> tuple[str, Recall | Short] | None:
    """The recipe and the question; None where it would be vague, or its answer says the term again."""
    text = _PRAISE.sub("", _ELSEWHERE.sub("", strip_stop(found.text)))
    if "^" in text or _TO_DO.search(text):
        return None
    if (found.verb == "which" and _ANYTHING.search(text)) or _says_again(found.term, text) or _WORD_FOR.search(text):
        return None
    if found.verb == "called":
        return "definition-term", Short(f"{stated(text)} {josa(found.noun, '을')} {_NAMES}", found.term, found.aliases)
    if found.verb == "which":
        return "definition-term", Short(f"{josa(text, '은')} 무엇인가요?", found.term, found.aliases)
    if found.verb == "named" and not _gives_away(text, found.term) and len(text) <= _LONGEST:
        return "definition-term", Short(f"{josa(text, '을')} {_NAMES}", found.term, found.aliases)
    if found.verb == "is" and _tells_term(found, text):
        return "definition-term", Short(f"{josa(text, '을')} {_NAMES}", found.term, found.aliases)
    if phrase := re.match(
        r"^(?P<phrase>.+[^다요])(?:입니다|이에요|예요|이다|[을를] (?:의미|뜻|말)(?:합니다|한다|해요))$", text
    ):
        text = phrase["phrase"]
    if _NO_NAME.search(found.term):
        return None
    if text.endswith("는지"):
        return "term-definition", Recall(f"{josa(found.term, '은')} 무엇을 나타내나요?", text)
    if text.endswith(("다", "요")):
        if _NO_DEED.search(text) or _EVERYDAY.match(found.term) or _speaks_of_another(found.term, text):
            return None
        return "term-definition", Recall(f"{josa(found.term, '은')} 어떤 일을 하나요?", stated(text))
    name = "" if _EVERYDAY.match(found.term) else _with_owner(found.term, text)
    return ("term-definition", Recall(f"{josa(name, '은')} 무엇인가요?", text)) if name else None


_NO_DEED = re.compile(r"(?:있습니다|없습니다|있다|없다|있어요|없어요|좋습니다|됩니다)$")
_TO_DO = re.compile(r"^\([가-힣 ]+\) |(?:세요|십시오|시다|볼까요)$")
"""What the reader is told to do says nothing of the term."""
_ELSEWHERE = re.compile(r"\s?\([^()]*(?:예제|예시|다룹|다루|설명합|설명하|살펴|알아봅)[^()]*\)$")
"""Where the page tells more of it."""
_ANYTHING = re.compile(r"(?:데이터|정보|작업|것|일)$")
_WORD_FOR = re.compile(r"(?:의미하는|뜻하는|가리키는) (?:용어|말|단어)로,")
"""A word and what it stands for, told in one breath."""
_EVERYDAY = re.compile(
    r"^(?:카메라|스피커|마이크|화면|버튼|스위치|전화기?|휴대폰|스마트폰|노트북|컴퓨터|프린터|모니터|키보드|마우스"
    r"|텔레비전|TV|라디오"
    r"|시계|자동차|자전거|냉장고|세탁기|전등|전구|온도계|배터리|의사|교사|농부|학생)$"
)
"""What everybody knows, whatever a lesson says of it."""
_PRAISE = re.compile(r"(?<=[는한된인] )(?:(?:매우|아주|정말|가장) )?(?:유용한|좋은|훌륭한|멋진|강력한|중요한) (?=\S+$)")
"""What a meaning says of a thing's worth, beside what tells it apart."""
_NO_NAME = re.compile(
    r"(?:며|지만|는데|[하되오가리으키히이]면)$|^다른 "
    r"|^(?:해결책|해결 방법|문제점?|원인|결과|주의|참고|팁|예시?|장점|단점|이유|목적"
    r"|방법)$|(?:^|\s)(?:더|덜|함께|처음|먼저|다시|\S+(?:게|히|하는|되는|하기|추기|이기|리기|없이))(?:\s|$)"
    r"|\s(?:증가|감소|시작|도달|근접|향상|조정|확인|도입|추가|사용|제거|변경|훈련|보장|제공)$|[음함임됨]$"
)
"""A label that tells what to do or what happens, and names no thing."""


def _speaks_of_another(term: str, text: str) -> bool:
    """Whether a sentence behind a label is about something else: ``줄어드는 물: 해가 뜨면 물이 마른다``."""
    topic = topic_of(text, text)
    return subject_at(text) >= 0 if topic is None else not topic.frame and topic.name not in term


_BARE_HEAD = re.compile(
    r"^(?:(?:기본|최적|최대|최소|최저|최고|평균|전체|초기|표준|일반|현재|목표|상한|하한) )?"
    r"(?:온도|구조|모델|값|속도|크기|길이|전압|시간|신호|서버|출력|입력|계층|상태|거리|압력|높이|깊이|무게|비율)$"
)
"""A measure or a part of which every field has its own."""
_OWNER = re.compile(r"^(?P<owner>[가-힣A-Za-z]{2,}?)(?:이|가|의) ")
_OWNS_NOTHING = re.compile(r"^(?:우리|사람|모든|그것|무엇|하나|다른|여러|사용자|누군)$")


def _with_owner(term: str, text: str) -> str:
    """``기본 온도`` as ``식물의 기본 온도``, from a meaning that begins with ``식물이``; empty where nobody owns it."""
    if not _BARE_HEAD.match(term):
        return term
    owner = _OWNER.match(text)
    return f"{owner['owner']}의 {term}" if owner and not _OWNS_NOTHING.match(owner["owner"]) else ""


def _says_again(term: str, text: str) -> bool:
    """Whether a meaning is its own term with more words: ``최대 유량: 하루의 최대 유량``."""
    words = term.split(" ")
    return len(words) > 1 and text.endswith(f" {words[-1]}") and all(f" {word}" in f" {text}" for word in words)


def _gives_away(text: str, term: str) -> bool:
    """Whether a meaning tells its term, or a word of it inside of another: ``개발자`` of ``개발 키트``."""
    if _tells(text, term):
        return True
    parts = [part for part in term.split(" ") if len(part) > 1] if " " in term else []
    return any(_NO_PARTICLE.match(text, end) for part in parts for end in ends_of(part, text))


_NO_PARTICLE = re.compile("(?!에서|으로|들|[은는이가을를의에와과도로만하한할함되된될])[가-힣]")
"""What makes another word of a noun."""


def _tells(text: str, term: str) -> bool:
    """Whether a meaning gives its term away: the whole of it, or each of its words."""
    told = squash(text)
    return squash(term) in told or all(word in told for word in squash(term).split())


def _tells_term(found: Definition, text: str) -> bool:
    """Whether the meaning of a listed term is a phrase that could stand in its place."""
    listed = found.place.block.role in {Role.LIST, Role.GLOSSARY, Role.DEFINITION}
    whole = not re.search(r"(?:다|요|[)지니기음함])$", text) and len(text) <= _LONGEST
    return listed and whole and _GENUS.search(text) is not None and squash(found.term) not in squash(text)
