"""Korean sentences without a parser: what one is about, and where a noun phrase begins.

Everything here is careful in one direction: what is in doubt gives nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mediaquiz.language.korean import josa, modifies, will
from mediaquiz.language.korean_leaning import POINTS_BACK
from mediaquiz.language.korean_verbs import final_of, is_adjective, without_final
from mediaquiz.text import cut_opening

_NIEUN = 4
_NO_TOPIC = re.compile(
    r"(?:것|(?<![가-힣])점|경우|일부|하나|(?<![가-힣])예|대부분|누군가|또|혹|정답|필요|가지)$"
    r"|^(?:일부|많은|다양한|여러|새로운|(?:모든|대부분의) (?:코드|문제|작업|예)$) ?|^(?:핵심|전략|과제|문제|상황"
    r"|방법|이유|결과|답|에러|오류|단계|작업|부분|내용"
    r"|다음 단계|해결책|사람|목표|이점|장점|단점"
    r"|아이디어)$"
)
"""Topics that say nothing of what the sentence is about."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a sentence is about, with its particle, and the rest. A frame (``물속에서는``) only says where or when."""

    name: str
    particle: str
    rest: str
    frame: bool = False

    @property
    def text(self) -> str:
        """The topic as it stands in the sentence."""
        return self.name + self.particle


_FRAME = re.compile(
    r"(?:에서|에게서|에게|때에|때|에|으로|로|까지|부터|보다|고|지|지만|라도|하여|해서|아서|어서|려면|면|와|과)[은는]$"
)
_STRONG = re.compile(
    r"려는$|(?:는다|한다|된다|었다|았다|했다|진다|이라)는$|(?:하|되|쓰|르|꾸|뀌|뉘|누|으|스르|않|리키|시키|어지"
    r"|아지|여지"
    r"|해지)는$"
)
_DESCRIBES = re.compile(
    r"(?:높|낮|많|적|좋|같|짧|넓|좁|깊|얕|작|밝|굵|얇|받|먹|얻|닿|쌓|놓|넣|않|있|없|읽|묶|뽑|잡|찾|걷|담|남|맞|앉"
    r"|볶|삶|깎|섞|닫|막|뻗|녹"
    r"|굳|식|옅|짙|붉|맑|늙|젊|죽|갖|심|입|감|접|참|품|짠|낳|끊|옳|싫|낡|늦|썩|닮|잃|잊|솟|얹|엮|닳|뚫|꺾|붙|묻|곧)은$"
)
_NOUN_TOPIC = re.compile(
    r"(?:[짐시동제조창저공합]작|[목업흔기표누면최동내]적|[포망고자점피격]막|[중핵관결진양의]심|[질촉영색직공예독식절혹]감"
    r"|[작제상식부용명약소]품|[방지음형공양현등수인의상정격소계]식|[반가]죽|[부상]담|[용면]접"
    r"|[타도삽수유진가구투개영편출주]입)은$"
)
"""Nouns that end like a verb that describes: ``짐작은``, ``방식은``."""
_GOVERNED = re.compile(r"(?:[을를이가]|에|에서|으로|로|게|히|고|도록|와|과)$")
_CLAUSE_END = re.compile(
    r"(?:면|고|며|(?<!에)서|지만|는데|도록|려고|자|니까|므로|때|동안|뒤|후|채|대로|다|(?<![주필중수개소])요)$"
)
_MOST_WORDS = 7


_NOUN_PARTICLES = tuple("을 를 의 과 와 에서 이란 란 에는 으로 이라고 라고 이라는 라는".split())
_OPEN_PARTICLES = tuple("를 가 의 와 로 에".split())
_HANGUL = re.compile("[가-힣]+")


def is_noun(word: str, whole: str) -> bool:
    """Whether the lesson uses a word with a particle that only nouns take."""
    return stands_with(_NOUN_PARTICLES, word, whole)


def stands_with(particles: tuple[str, ...], word: str, whole: str) -> bool:
    """Whether a word, not inside another Korean one, has one of the particles somewhere in a text."""
    if _HANGUL.fullmatch(word):
        runs = _hangul_runs(whole)
        return any(word + particle in runs for particle in particles)
    after = re.compile(f"(?:{'|'.join(particles)})(?![가-힣])")
    return any(after.match(whole, end) for end in ends_of(word, whole))


@lru_cache(maxsize=2)
def _hangul_runs(whole: str) -> frozenset[str]:
    """Every run of Korean letters in a lesson."""
    return frozenset(_HANGUL.findall(whole))


def ends_of(word: str, whole: str) -> Iterator[int]:
    """Where a word ends in a text, each time that no Korean letter stands before it."""
    at = whole.find(word)
    while at >= 0:
        if not (at and _HANGUL.match(whole, at - 1)):
            yield at + len(word)
        at = whole.find(word, at + 1)


def describes(word: str, whole: str, before: str = "") -> bool:
    """Whether a word in ``은`` or ``는`` stands before a noun that it describes (``자라는``, ``높은``).

    ``before`` is the word in front of it: what governs an object is a verb (``장치를 깨우는``).
    """
    base = word[:-1]
    adjective = _DESCRIBES.search(word) and not _NOUN_TOPIC.search(word)
    called = word.endswith("라는") and (base[-2:] in {"`라", ")라"} or stands_with(_OPEN_PARTICLES, base[:-1], whole))
    told = (
        word.endswith("다는") and (final_of(base[:-1]) or base.endswith(("하다", "되다"))) and not is_noun(base, whole)
    )
    if adjective or called or told or _STRONG.search(word) or (word.endswith("는") and final_of(base)):
        return True
    if before.endswith(("을", "를")) and base.endswith(tuple("드쓰켜펴서사자타파차짜푸두여미부")):
        return not is_noun(base, whole)
    return base.endswith(tuple("리우기지이치오가나내보주추키히끼꾸뀌세")) and bool(
        before and _GOVERNED.search(before) and word.endswith("는") and not is_noun(base, whole)
    )


_ADVERB = re.compile(
    r"^(?:또한|일반적으로|보통|흔히|주로|대개|종종|기본적으로|처음에|원래|특히|실제로|단순히|대체로|여전히|역시),? "
)
"""What stands between a topic and what is said of it, and takes no part in the question."""


_THE_TERM = re.compile(
    r"^(?P<name>['‘\"“][^'’\"”]{2,30}['’\"”](?:이라|라)는 (?:용어|말|단어|표현|이름))"
    r"(?P<particle>[은는]) (?P<rest>\S.*)$"
)
"""A word that is told as a word: ``'…'이라는 용어는``."""


@lru_cache(maxsize=256)
def topic_of(text: str, whole: str) -> Topic | None:
    """The topic that opens a sentence; None without one, or when a clause ends before it."""
    if term := _THE_TERM.match(text):
        return Topic(term["name"], term["particle"], term["rest"], frame=False)
    words = text.split(" ")
    for at, word in enumerate(words[:_MOST_WORDS]):
        if (
            _may_be_topic(word)
            and not describes(word, whole, words[at - 1] if at else "")
            and not _overtaken(words, at, whole)
        ):
            name = " ".join([*words[:at], word[:-1]])
            frame = _FRAME.search(word) is not None and not is_noun(word[:-1], whole)
            rest = cut_opening(_ADVERB, " ".join(words[at + 1 :]))
            return Topic(name, word[-1], rest, frame) if rest and not _NO_TOPIC.search(name) else None
        if word.endswith(",") or (_CLAUSE_END.search(word) and at and not is_noun(word, whole)):
            return None
    return None


def _may_be_topic(word: str) -> bool:
    """Whether a word ends as a topic does."""
    return word.endswith(("은", "는")) and len(word) > 1 and word[-2] != ","


_NO_PARTICLE = ("또은", "또는", "혹은", "혹는")
_IS_MARKED = re.compile(r"[^\s,][이가]$")


def _overtaken(words: list[str], at: int, whole: str) -> bool:
    """Whether what looks like a topic (``나오는``) describes the real one a few words later."""
    if not words[at].endswith("는") or is_noun(words[at][:-1], whole):
        return False
    for later in words[at + 1 : at + 4]:
        if _may_be_topic(later) and not _FRAME.search(later) and not describes(later, whole):
            return True
        if re.search(r"(?:,|[을를이가에로]|에서)$", later):
            return False
    return False


_SAYS_NOTHING = re.compile(
    r"(?:의미|문제|필요|것|수|이유|일|예측|변화|차이|시간|오류|에러|도움|영향|결과|상황|작업|경우|사람|누군|무엇"
    r"|우리|여러분"
    r"|하나|점)$"
)


def with_topic(text: str, whole: str) -> str:
    """A sentence without a topic whose subject opens it, with that as its topic; empty for any other.

    ``온도가 속도를 정한다`` → ``온도는 속도를 정한다``.
    """
    at = subject_at(text)
    words = text.split(" ")
    if not 0 <= at < _SHORT_SUBJECT or topic_of(text, whole) or phrase_start(words, at):
        return ""
    name, rest = " ".join([*words[: at + 1]])[:-1], " ".join(words[at + 1 :])
    if (
        _SAYS_NOTHING.search(name)
        or re.search(r"이?란(?: |$)", name)
        or subject_at(rest) >= 0
        or has_topic(rest, whole)
        or _GOES_ON.search(rest)
    ):
        return ""
    if any(_is_modifier(word) and not is_quality(word) for word in rest.split(" ")[:-2]):
        return ""  # the subject may be that of a clause: "unlike water | that flows"
    return f"{josa(name, '은')} {rest}"


_SHORT_SUBJECT = 4
_GOES_ON = re.compile(r"[가-힣](?:면|며|고|지만|는데|므로|니까|도록),? |때문")


_NO_SUBJECT = re.compile(
    r"(?:(?<![물산철뱃])길|높|깊|넓|차|사|나|종|같|많|굳|없|깊|일|먹|놀|풀|쓰임새|벌|굽|거의|가까|더욱|끊임없|고양"
    r"|어린|굵|무게"
    r"|곰팡|호랑|달팽)이$"
    r"|^(?:이|가)$|(?:추가|증가|국가|작가|화가|평가|물가|휴가|참가|대가|전문가|제작가|원가|주가|단가|사상가|음악가)$"
)
"""Words in 이 and 가 that are nouns or adverbs by themselves."""


def has_subject(text: str, whole: str = "") -> bool:
    """Whether a clause names who or what does it: a topic, or a noun in ``이`` or ``가``."""
    found = topic_of(text, whole)
    return (found is not None and not found.frame) or subject_at(text) >= 0


def subject_at(text: str) -> int:
    """The place of the first word that is a subject in ``이`` or ``가``, outside of what describes a noun; else -1."""
    words = text.split(" ")
    for at, word in enumerate(words[:-1]):
        if not word.endswith(("이", "가")) or not _IS_MARKED.search(word) or _NO_SUBJECT.search(word):
            continue
        if words[at + 1].endswith("의") or not _is_modifier(words[at + 1]) or _may_be(words[at + 1 :]):
            return at
    return -1


def _may_be(words: list[str]) -> bool:
    """Whether words are the end of a sentence that tells what may be: ``약해질 수 있다``."""
    return len(words) == len(("약해질", "수", "있다")) and words[1] in {"수", "수도"} and words[2][:1] in "있없"


_ADVERBS = frozenset(
    "더 덜 매우 아주 잘 주로 다시 함께 서로 모두 각각 자주 널리 보통 흔히 항상 가장 거의 점점 바로 직접 계속 먼저"
    " 곧 이미 아직 늘 또 및 등"
    " 대신 약 훨씬 조금 그대로 따로 일부 대부분 오래 새로 결국 비로소 처음 동안 때 뒤 후 전 덕분에 때문에 위해"
    " 위해서 통해 따라 의해 대해"
    " 관해 인해 못 안".split()
)
_ADVERBIAL = re.compile(
    r"(?:히|게|에|에서|에게|께|로|으로|며|고|서|면|도|만|까지|부터|보다|처럼|만큼|씩|마다|밖에|을|를|[이가은는]"
    r"|지만|는데|[아어여해춰져켜겨쳐펴워뤄눠둬줘려]|따라|넘어|,)$"
)


_NOUN = re.compile(
    r"(?:[온속밀정지제각농강용습빈태한구시경위심척순명채점조휘]도|[도향상용민]도|(?:난이|복잡|신뢰|만족)도"
    r"|[단언용국영제검색정주목외래표준연인상장]어|웨어|이해|방해|피해|손해|재해|공해|[센순문부용보독]서"
    r"|[경도회통항진선수]로"
    r"|[창광경재최참사보]고|무게|차이|길이|높이|깊이|놀이|나이|사이|참여|기여|부여|급여|고려|배려"
    r"|[평증추국작휴물화전자]가|[제공기]여|예제|토큰|아이|어린이|블루투스|[미소]개|세계|관계|단계|레이어|이어|미디어"
    r"|아이디어"
    r"|필터|레버|컴파일러|디바이스|네트워크|케이스|베이스|서버|커버|메이커|브라우저|도구|요구|연구|가구|기구|친구"
    r"|인구)$"
)
"""Nouns that end like a particle or an ending: ``단어 사전``, ``고밀도 블록``, ``추가 학습``."""
_MODIFIES_IN_EUL = re.compile(r"(?:있|없|같|먹|넣|찾|받|맡|놓|얻|막|읽|담|높|낮|많|좋|작|죽|씻|웃|믿|걷)을$")


def _is_modifier(word: str) -> bool:
    if word.endswith(("면", "지만", "만", "는데도")):
        return False
    if word.endswith(("을", "를")):
        return _MODIFIES_IN_EUL.search(word) is not None
    return word.endswith("적") or modifies(word) or will(word)


_ANYBODY = re.compile(r"(?:누군가|누구나|사람들?|모두|우리|저희)[은는]$")


def has_topic(text: str, whole: str) -> bool:
    """Whether a phrase or a predicate holds a topic of its own."""
    words = text.split(" ")
    for at, word in enumerate(words[:-1]):
        before = words[at - 1] if at else ""
        if _ANYBODY.match(word):
            return True
        if (
            not _may_be_topic(word)
            or word.endswith(_NO_PARTICLE)
            or _FRAME.search(word)
            or describes(word, whole, before)
        ):
            continue
        if word.endswith("은") or is_noun(word[:-1], whole) or re.search(r"(?:,|고|며|지만|[A-Za-z0-9)]는)$", before):
            return True
        if re.search(r"[A-Za-z0-9)`]는$", word):
            return True
    return False


def is_quality(word: str) -> bool:
    """Whether a modifier is no verb with words of its own: ``강의``, ``높은``, ``큰``."""
    bare = word[:-1] if word.endswith("은") else word
    if bare == word and final_of(word) == _NIEUN:
        bare = without_final(word)
    return word.endswith(("의", "적")) or is_adjective(bare)


def is_phrase(text: str) -> bool:
    """Whether words read as one noun phrase: what stands inside it describes or joins its noun."""
    words = text.split(" ")
    return phrase_start(words, len(words) - 1) == 0 and not POINTS_BACK.match(text)


_PASSIVE = re.compile(r"(?:된|되는|될|(?<![가던만])지는|(?<![가던만])진)$")


_JOIN_WORDS = frozenset("및 또는 혹은".split())


def phrase_start(words: list[str], last: int) -> int:
    """Where the noun phrase begins that ends with the word at ``last`` (its particle may still be on it)."""
    at = last
    while at > 0:
        word, following = words[at - 1], words[at]
        inner = at != last and _is_modifier(following) and not is_quality(following)
        if inner and re.search(r"[을를]$", word) and _PASSIVE.search(following):
            break  # what is made has no object: "the entry | to a linked vector"
        joins = re.search(r"(?:와|과|이나|·|및)$", word) is not None or word in _JOIN_WORDS
        listed = word.endswith(",") and not _ADVERBIAL.search(word[:-1])
        if not (_is_modifier(word) or joins or listed or word not in _ADVERBS):
            break
        if _ADVERBIAL.search(word) and not (_is_modifier(word) or joins or listed or inner or _NOUN.search(word)):
            break
        if word in _ADVERBS and not inner:
            break
        at -= 1
    return at
