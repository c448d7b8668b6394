"""What Korean forms share: questions with ``왜`` and ``무엇`` in the place where a teacher puts them."""

import re
from collections.abc import Callable

from mediaquiz.generate.asked import Asked
from mediaquiz.language.korean import josa
from mediaquiz.language.korean_clauses import Topic, has_topic, is_phrase, subject_at, topic_of
from mediaquiz.language.korean_leaning import leans
from mediaquiz.language.korean_verbs import asking
from mediaquiz.model.item import ListAll, Recall, Short
from mediaquiz.text import cut_opening

KoreanForm = Callable[[str, str], Asked | None]
"""A form of a Korean sentence: the sentence (``standing``), and the whole lesson, which tells nouns from verbs."""

_TYPED = 2
"""A noun phrase of so many words is typed; a longer one is answered in the head."""


def stated(text: str) -> str:
    """The text as a sentence of its own."""
    return f"{text.strip().rstrip('.,')}."


_JOINED = re.compile(r"(?:며|지만|으나|는데|므로|고|[다요]),\s|(?:며|지만|므로)\s|때문에")


def joined(text: str) -> bool:
    """Whether a predicate goes on with another clause, which a question must not drag along."""
    return _JOINED.search(text) is not None


_ANY_SUBJECT = re.compile(
    r"^(?:의미|문제|필요|것|수|이유|일|예측|변화|차이|시간|오류|에러|도움|영향|결과|모델|코드|데이터|상황|작업"
    r"|준비|속도|성능|비용"
    r"|경우)[이가]$"
)
"""A subject that says nothing of what is asked about."""


_OTHER_PLACE = re.compile(r"(?<![^ ]때)(?:[가-힣]에|에서|으로|[안속위]에)는 ")


_HAS_ITS_REASON = re.compile(r"므로,? |때문에,? |(?:으로|로) 인해서?,? |덕분에,? ")


def why(what: str, whole: str) -> str:
    """The question for the reason of what happens; empty when the clause does not say who or what it speaks of."""
    topic = topic_of(what, whole)
    if _HAS_ITS_REASON.search(what) or (topic and topic.frame and topic.name.endswith(("과", "와"))):
        return ""  # told at once why; what comes behind says more
    if topic and re.search(r"[이가] \S+(?:되어|하여|해서|어서) ", topic.name):
        return ""  # ``물이 차서 값은``: what comes before the topic is another clause
    if topic is None and _names_nobody(what):
        return ""
    if topic and not topic.frame and _OTHER_PLACE.search(topic.rest) and subject_at(topic.rest) >= 0:
        return ""  # what comes behind is about another place
    if leans(what) or "것은 아니" in what or (topic and (joined(topic.rest) or has_topic(topic.rest, whole))):
        return ""
    if not (asked := asking(topic.rest if topic else what)):
        return f"{stated(what)} 왜 그럴까요?"
    if re.search(
        r"(?:는|할|될|올|날|줄|킬) 것인가요$|점인가요$|싶(?:나요|을|은가요)|이유가 (?:있|없)나요$|경우가 많은가요$",
        asked,
    ) or (topic is None and asked.endswith(("있나요", "없나요"))):
        return ""
    if topic and not topic.frame:
        return f"{topic.text} 왜 {asked}?"
    return f"{topic.text} 왜 {asked}?" if topic else f"왜 {asked}?"


def _names_nobody(what: str) -> bool:
    """Whether a clause without a topic leaves open who or what it speaks of."""
    at = subject_at(what)
    needless = re.search(r"[을를] \S+ 필요[가는] 없", what) is not None
    nobody = at < 0 or (_ANY_SUBJECT.match(what.split(" ")[at]) is not None and not needless)
    return nobody or re.search(r"다고 |라고 ", what) is not None


def about(topic: Topic, question: str, verb: str) -> str:
    """``잎은`` + ``무엇을`` + ``흡수한다`` → ``잎은 무엇을 흡수하나요?``; empty when the verb is in doubt."""
    asked = asking(verb) if not joined(verb) else ""
    if re.search(r"(?:면|만|기만 하면) 되나요$|때문인가요$", asked):
        return ""  # what is enough, or the reason for what stands before
    return re.sub(r"\s+", " ", f"{topic.text} {question} {asked}?") if asked else ""


_NAMED_KIND = re.compile(
    r"^(?P<owner>(?:[^ `]+의|`[^`]+`의) )?(?P<code>`[^`]+`) (?P<kind>"
    r"함수|메서드|메소드|클래스|인자|전달인자|명령어?|옵션|파라미터|매개변수|속성"
    r"|패키지|라이브러리|모듈|객체"
    r"|변수|키|필드|태그|연산자|키워드|구문|문법|문|매크로|트레이트|크레이트|타입|명령문|어노테이션|데코레이터|기호"
    r"|속성값|이벤트|플래그)$"
)

_KIND = re.compile(
    r"[^와과,] (?P<kind>규칙|법칙|정리|공식|방정식|알고리즘|프로토콜|라이브러리|기법|자료구조|검정|표기법)$"
)
"""What ends a name and tells of what kind the thing is: ``연쇄 규칙``."""


_APPOSED = re.compile(r"^[^`]{2,60}[가-힣]인 (?P<code>`[^`]+`)$")
"""A name with what it is in front: ``샘플링 기법인 `top```."""


def which(answer: str, particle: str) -> tuple[str, str]:
    """What asks for a thing, and the answer: ``무엇을``, but ``어떤 함수를`` for ``` `help` 함수 ```."""
    if apposed := _APPOSED.match(answer.strip()):
        return f"무엇{particle}", apposed["code"]
    if found := _NAMED_KIND.match(answer.strip()):
        return f"{found['owner'] or ''}어떤 {josa(found['kind'], particle)}", found["code"]
    kind = _KIND.search(answer.strip())
    return (f"어떤 {josa(kind['kind'], particle)}" if kind else f"무엇{particle}"), answer.strip()


_COUNTS_ONLY = re.compile(
    r"^(?:(?:두|세|네|다섯|여섯|여러|몇) ?(?:개|가지|종류|단계|부분)(?:의)?(?: \S+)?|(?:특정|다른|추가|또 다른"
    r"|[첫두세] 번째) \S+"
    r"|도구|요소들?|시간|노력|주의)$"
)
"""An answer that tells how many there are, or which of them, and not what."""


_NO_NAME = re.compile(
    r"(?:마치|오직|단지|거의|이미|일종의|약간의|다음 (?:두|세|네|몇)) |(?:어딘가|무언가|누군가|무엇인가)$"
)
"""What is no name: a likeness, or an adverb that was cut off with it."""


def named(form: str, stem: str, answer: str, aspect: str, trust: float = 0.8) -> Asked | None:
    """A question whose answer is a noun phrase: typed when it is short."""
    if not stem or not answer or leans(answer) or _COUNTS_ONLY.match(answer) or _NO_NAME.match(answer):
        return None
    short = len(answer.split()) <= _TYPED
    return Asked(form, Short(stem, answer) if short else Recall(stem, answer), aspect, trust)


def told(form: str, stem: str, answer: str, aspect: str, trust: float = 0.85) -> Asked | None:
    """A question that is answered with a clause."""
    return Asked(form, Recall(stem, answer), aspect, trust) if stem and answer and not leans(answer) else None


_NEEDS_OBJECT = re.compile(r"에(?:게)? (?:적용|추가|전달|저장|설정|입력|삽입|포함)\S*(?: 수 있\S+)?$")


def lacks_object(what: str) -> bool:
    """Whether something is done to a thing that only the page tells: ``모든 자료에 적용할 수 있다``."""
    return _NEEDS_OBJECT.search(what) is not None and not re.search(r"[을를] ", what)


_SPLITS = re.compile(r",\s*(?:그리고\s)?|\s및\s|(?<=[가-힣)`])[와과]\s|\s?·\s?")
_COUNTED = re.compile(
    r"(?:의|이?라는|\s등|\s등의)?,?\s(?:두|세|네|다섯|여섯|일곱|\d)\s?(?:가지|단계|종류|부분|곳|갈래|개|층"
    r"|요소)?(?: 구성)?(?: 요소)?$|\s등$"
)
_MOST_MEMBERS = 6

_DESCRIBED = re.compile(r"^(?:[^ ]+ )*[^ ]+[을를] [^ ]+(?:[은는]|[된한인할]) (?=[^ ]+(?: [^ ]+)?$)")
"""What describes the last name of a list."""


def names_in(text: str) -> tuple[str, ...]:
    """The members of a list in a sentence; none when one of them is more than a name."""
    parts = [part.strip() for part in _SPLITS.split(_COUNTED.sub("", text.strip())) if part.strip()]
    names = [cut_opening(_DESCRIBED, part) if at > 1 else part for at, part in enumerate(parts)]
    fit = all(
        len(name) <= 30
        and not name.startswith(("그다음", "다음 ", "이전 ", "다른 "))
        and len(name.split()) <= 4
        and is_phrase(name)
        and not re.search(r"[을를]\s|서 ", name)
        for name in names
    )
    return tuple(names) if fit and 2 <= len(names) <= _MOST_MEMBERS else ()


def listed(stem: str, names: tuple[str, ...]) -> Asked | None:
    """A question that is answered with all names of a list."""
    if not stem or len({*names}) < len(names):
        return None
    return Asked("members", ListAll(stem, names, tuple(() for _ in names)), "parts", 0.8)
