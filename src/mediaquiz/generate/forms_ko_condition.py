"""Korean sentences that say what happens when: asked of the thing that changes, never "what happens?" alone."""

import re

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.asked_ko import joined, named, stated, told, which
from mediaquiz.language.korean import josa, modifies
from mediaquiz.language.korean_clauses import has_subject, has_topic, is_phrase, phrase_start, subject_at, topic_of
from mediaquiz.language.korean_leaning import leans
from mediaquiz.language.korean_verbs import asking

_IN_MYEON = frozenset(
    "표면 화면 측면 장면 국면 수면 해수면 평면 단면 지면 내면 외면 정면 양면 전면 냉면 라면 반면 방면 이면 한면"
    " 겉면 옆면 뒷면 앞면 윗면"
    " 아랫면 밑면 도면 가면 서면 후면 벽면 바닥면 경사면 가장자리면".split()
)
"""Nouns that end like a condition."""
_IF = re.compile(
    r"^(?P<when>[^.]{4,70}?(?:[가-힣]면|(?:[는은인한된진]|있을|없을|할"
    r"|될) 경우(?:에는?)?|[가-힣] 때(?:(?:에?는)?(?= .*야 (?:한다|합니다|해요)$)"
    r"|(?:에?는)?(?=, )))),? (?P<what>[^.]{3,110}[다요])$"
)
_NOT_IF = re.compile(
    r"(?:라면|자면|려면|[^는]다면|예를 들면|말하면|비교하면|따르면|보면|반면|그러면|왜냐하면|아니면|하면서)$|,.*,"
    r"|때문에 "
)
_RATHER = re.compile(r"^(?P<when>[^.,]{3,60}[가-힣])수록,? (?P<what>[^.]{4,90}[다요])$")
_AS = re.compile(
    r"^(?P<where>[^,]{2,40}의 경우,? )?(?P<when>[^.,]{3,60}[이가] [^ ,]*[함됨짐임] ?에 따라),?"
    r" (?P<what>[^.]{3,90}[다요])$"
)
"""Two things that change together: ``물이 따뜻해짐에 따라 소금이 더 녹는다``."""
_FRAMED = re.compile(r"^(?P<thing>[^,]{1,30})[이가] (?P<how>(?:더 |잘 |거의 |천천히 |빨리 )?\S+)$")
_CHANGES = re.compile(
    r"^(?:\S+ )?(?:멈[추춥춘춰]|늘|줄|커|작아|높아|낮아|빨라|느려|강해|약해|넓어|좁아"
    r"|길어|짧아|녹|얼|끓|굳|사라|증가|감소|죽)"
)
_LAST = re.compile(r"(?:며|지만|으나|는데|므로|고),\s|으며\s")
_MUST = re.compile(r"[가-힣]야 (?:한다|합니다|해요|했다)$")
_NO_OUTCOME = re.compile(
    r"때문(?:이다|입니다|이에요)$|^\S+ 것(?:이다|입니다|이에요)$|^(?:안 |못 )?(?:된다|됩니다|돼요|좋다|좋습니다"
    r"|좋아요)$|(?:참고|확인|주의|클릭"
    r"|입력|선택)(?:하면|한다|합니다|해야)|(?:알|볼|확인할|시작할|활용할|이용할|참고할|이해할|생각할|목표로 할"
    r"|할) 수(?:도)? 있"
    r"|때문일|수도 있|몇 가지 |^(?:첫 번째|다음) |것이 좋|괜찮|충분|^(?:어디|언제|누구)든|목표로 "
)
_ANY_CASE = re.compile(
    r"^(?:이 |그 )?(?:입력|출력|함수|데이터|문제|이슈|답|모델|코드|파일|값|결과|튜플|문장|오류|에러|버그|옵션|시간"
    r"|기간|적합한 모델"
    r"|적당한 모델)(?:[이가을를]|에|으로|로) \S+(?: (?:않|못|있|없)\S+)?$"
    r"|^\S+[은는] (?:없으면|있으면)$"
)
"""A condition of two bare words: it could stand in any lesson."""


_WHAT_IS = re.compile(r"^(?P<which>[^,]{2,40} 것은) (?P<name>[^,.]{2,30}?)(?:뿐)?(?:이다|입니다|이에요|예요)$")


def condition(text: str, whole: str) -> Asked | None:
    """X하면 Y한다.  →  X하면 어떻게 되나요?  X할수록 Y가 V한다.  →  X할수록 Y는 어떻게 되나요?"""
    if found := _RATHER.match(text):
        return _by_degrees(found["when"], found["what"], whole)
    if (
        (found := _AS.match(text))
        and not _MUST.search(found["what"])
        and not leans(found["when"])
        and not joined(found["what"])
    ):
        return _of_what_changes(f"{found['where'] or ''}{found['when']}", found["what"], whole)
    found = _IF.match(text)
    if not found:
        return _in_a_place(text, whole)
    if _NOT_IF.search(found["when"]) or found["when"].split(" ")[-1] in {*_IN_MYEON, found["when"]}:
        return None
    if re.match(r"(?:여전히|그래도|계속) ", found["when"]):
        return None
    when, what = _LAST.split(found["when"])[-1], found["what"]
    if when != found["when"] and subject_at(f"{when} .") < 0:
        return None
    if can := _by_doing(when, what, whole):
        return can
    if (
        _NO_OUTCOME.search(what)
        or leans(what)
        or re.search(r"[가-힣]면,? |지만", what)
        or "지만" in when
        or joined(what)
    ):
        return None
    if _ANY_CASE.match(when) or re.search(r"(?:이제|직접|바로) ", f"{when} {what}"):
        return None
    if not (topic_of(when, whole) or subject_at(f"{when} .") >= 0 or re.search(r"[을를에로] \S", when)):
        return None
    if both := _two_outcomes(when, what, whole):
        return both
    if what_is := _WHAT_IS.match(what):
        return named("condition", f"{when} {what_is['which']} 무엇인가요?", what_is["name"], "effect")
    return _of_what_changes(when, what, whole)


_BOTH = re.compile(
    r"^(?P<one>[^,은는]{2,24}?)[이가] (?P<does>[^,은는이가을를]{1,20}?(?:고|며|지만)),?"
    r" (?P<other>[^,은는]{2,24}?)[이가] (?P<also>[^,은는을를]{2,24})$"
)


def _two_outcomes(when: str, what: str, whole: str) -> Asked | None:
    """X하면 A가 V하고 B가 W한다.  →  X하면 A와 B는 각각 어떻게 되나요?"""
    found = _BOTH.match(what)
    if not found or topic_of(when, whole):
        return None
    if not (_CHANGE.search(found["does"]) and _CHANGE.search(found["also"])):
        return None
    things = (found["one"], found["other"])
    if not all(is_phrase(thing) and not _NO_THING.search(thing) for thing in things) or things[0] == things[1]:
        return None
    asked = f"{when} {josa(things[0], '과')} {josa(things[1], '은')} 각각 어떻게 되나요?"
    return told("condition", asked, stated(what), "effect", 0.8)


_CHANGE = re.compile(
    r"(?:늘|줄|커|작아|높아|낮아|빨라|느려|강해|약해|넓어|좁아|길어|짧아|두꺼워|얇아|떨어|올라|내려|향상|감소"
    r"|증가|저하|단순화"
    r"|개선|악화|많아|적어|좋아|나빠|밝아|어두워|무거워|가벼워|따뜻해|차가워)"
)


def _in_a_place(text: str, whole: str) -> Asked | None:
    """F에서는 S가 V한다.  →  F에서는 S가 어떻게 되나요?  Where the verb tells a change."""
    topic = topic_of(text, whole)
    found = _FRAMED.match(topic.rest) if topic and topic.frame and topic.name.endswith(("에서", "까지")) else None
    if not topic or not found or not _CHANGES.match(found["how"]) or not is_phrase(found["thing"]):
        return None
    stem = f"{topic.text} {josa(found['thing'], '이')} 어떻게 되나요?"
    return told("condition", stem, stated(found["how"]), "effect", 0.8)


_INDEFINITE = re.compile(
    r"알 수 없|도움이 [되된됩]\S+$"
    r"|[다라][\"'”’]?고 \S+$|수(?:도)? 있\S+$|(?:효과적|유용|중요)\S+$|(?:필요|가능|편리)(?:하다"
    r"|합니다|해요)$"
    r"|^(?:변경|달라|바뀌|바뀝|바뀐|변하|변합|변한|변화)\S*$|(?:받|얻|갖|보내)게 \S+$|하게 [된됩]\S+$"
)
"""What may happen, what somebody may do, or praise: no change that a learner could name."""
_HAPPENS = re.compile(
    r"^(?:[^,]+ )?(?:발생|생기|생긴|생깁|생겨|나오|나온|나옵|나와|나타[나난납]|일어[나난납]"
    r"|(?:출력|전달|생성|반환|표시)[되된됩])\S*$"
)
_NO_THING = re.compile(
    r"(?:가능성|힘|장점|의미|목표|효과|결과|효율|성능|도움|문제|영향|시간|작업|것|수|일|점|관련 \S+"
    r"|값|데이터|모델|코드|출력|입력|주장|메시지)$"
)
"""What could change in any lesson."""


def _of_what_changes(when: str, what: str, whole: str, *, by_degrees: bool = False) -> Asked | None:
    """X하면 Z가 Y한다.  →  X하면 Z는 어떻게 되나요?  Something arises:  X하면 무엇이 생기나요?"""
    if _MUST.search(what):
        if has_topic(when, whole) or has_topic(what, whole) or re.search(r"[있없]어야 \S+$", what):
            return None  # a state, or somebody in particular must
        return told("condition", f"{when} 어떻게 해야 하나요?", stated(what), "effect", 0.8)
    if (_INDEFINITE.search(what) and not _MAY.search(what)) or not has_subject(what, whole):
        return None
    topic = topic_of(what, whole)
    if topic and topic.frame:
        before, thing, rest = _parts(topic.rest)
        before = f"{topic.text} {before}"
    else:
        before, thing, rest = ("", topic.name, topic.rest) if topic else _parts(what)
    if (
        not thing
        or re.match(r"[되된됩돼]\S*$", rest)
        or subject_at(_BECOMES.sub("", rest)) >= 0
        or not is_phrase(thing)
    ):
        return None
    if before.endswith("고 ") or (before and topic is None and modifies(thing.split(" ")[0])):
        return None  # "subtle and | confusing errors", "into files | that are read apart"
    if _HAPPENS.match(rest) and (not topic or topic.frame) and (asked := asking(rest)):
        return named("condition", f"{when} {before}무엇이 {asked}?", thing, "effect")
    if _MAY.search(rest) and not before and not _NO_THING.search(thing) and not (topic and topic.frame):
        return told("condition", f"{when} {josa(thing, '은')} 어떻게 될 수 있나요?", stated(rest), "effect", 0.8)
    if before.endswith("보다 ") and _COMPARED.match(before) and not _NO_THING.search(thing):
        answer = "" if _INDEFINITE.search(rest) or _DOES.search(rest) else stated(f"{before}{rest}")
        return told("condition", f"{when} {josa(thing, '은')} 어떻게 되나요?", answer, "effect", 0.8)
    likelier = by_degrees and thing.endswith("가능성") and " " in thing
    if (_NO_THING.search(thing) and not likelier) or _INDEFINITE.search(rest) or before:
        return None
    if _DOES.search(rest):
        return None  # "what does it do?": many things
    return told("condition", f"{when} {josa(thing, '은')} 어떻게 되나요?", stated(rest), "effect", 0.8)


_MAY = re.compile(
    r"(?:^| )(?:줄어들|늘어날|떨어질|올라갈|내려갈|사라질|[가-힣]{1,3}[해아어여려]질|(?:손상|포기|향상|감소|증가"
    r"|저하|변형|파괴"
    r"|지연|중단|악화|개선|약화|강화|오염)[될할]) 수(?:도)? 있\S+$"
)
_COMPARED = re.compile(r"^[^,]{2,40}보다 $")
_BECOMES = re.compile(r"\S+[이가] (?=[되된됩돼])")
_DOES = re.compile(r"[을를] (?!.*(?:[되된됩지진집돼져]다|됩니다|집니다|돼요|져요|못\S+|없\S+|있\S+)$)")
"""Something is done with something: no change."""


_DOING = re.compile(
    r"^(?P<what>[^,]{2,40})[을를] (?P<by>측정하면|재면|분석하면|비교하면|관찰하면|적용하면|사용하면|쓰면|이용하면)$"
)
_CAN = re.compile(r"[을를] \S+ 수 있(?:다|습니다|어요)$")


def _by_doing(when: str, what: str, whole: str) -> Asked | None:
    """N을 재면 Z가 Y를 V할 수 있다.  →  무엇을 재면 Z가 Y를 V할 수 있나요?"""
    found = _DOING.match(when)
    if not found or not _CAN.search(what) or not has_subject(what, whole) or not is_phrase(found["what"]):
        return None
    asks, answer = which(found["what"], "을")
    asked = asking(what) if not joined(what) else ""
    return named("condition", f"{asks} {found['by']} {asked}?" if asked else "", answer, "means")


def _parts(what: str) -> tuple[str, str, str]:
    """What stands before the subject, the subject with what describes it, and what is said of it."""
    words = what.split(" ")
    at = subject_at(what)
    start = phrase_start(words, at)
    name = " ".join([*words[start:at], words[at][:-1]])
    before = " ".join(words[:start])
    return f"{before} " if before else "", name, " ".join(words[at + 1 :])


def _by_degrees(when: str, what: str, whole: str) -> Asked | None:
    """X할수록 Y가 V한다.  →  X할수록 Y는 어떻게 되나요?"""
    if leans(what) or joined(what):
        return None
    return None if _MUST.search(what) else _of_what_changes(f"{when}수록", what, whole, by_degrees=True)
