"""Korean sentences that define a term: ``T란 D를 말한다``, ``D를 T라고 한다``, ``T는 D이다``, ``D는 T이다``.

A meaning needs its own words: what leans on the sentence before is asked together with that sentence, or not at all.
"""

import re
from collections.abc import Iterable, Iterator

from mediaquiz.extract.isa import IsA
from mediaquiz.language.korean import ends_closed, modifies
from mediaquiz.language.korean_clauses import describes, has_topic, is_phrase, is_quality, stands_with, topic_of
from mediaquiz.language.korean_leaning import POINTS_BACK, bare, leans, standing
from mediaquiz.text import cut_opening

_ALIAS = r"(?:\s?\((?P<alias>[^()]{2,60})\))?"
_QUOTE = r"['\"‘“*]?"
_LETTER = r"[^ ,.'\"‘’“”()*]"
_WITHIN = r"(?<![는을를])(?<!(?<![혼논교모])란)(?<!(?<![작깊높낮얇짧넓좁])은)"
"""A term of several words does not run across a topic or an object, but ``작은창자`` may be written apart."""
_TERM = (
    rf"{_QUOTE}(?P<term>{_LETTER}{{1,16}}(?:{_WITHIN} {_LETTER}{{1,14}}){{0,3}}?){_ALIAS}{_QUOTE}"
    rf"{_ALIAS.replace('alias', 'other')}"
)
_SAYS = (
    r"(?:한다|합니다|해요|했다|했습니다|하며|하고|부른다|부릅니다|불러요|불렀다|불렀습니다|부르며|불린다|불립니다"
    r"|불려요|불렸다"
    r"|일컫는다|일컫습니다|말한다|말합니다|지칭한다|지칭합니다)"
)
_CALLED = re.compile(
    rf"^(?P<text>.{{1,110}})(?P<particle>[을를은는]) (?:흔히 |보통 |따로 )?{_TERM}(?:이라고|라고|이라"
    rf"|라)도?\s?{_SAYS}(?:, .*)?$"
)
_KNOWING = ("알려", "불리", "불린", "불립", "불려", "일컬어")
_KNOWN = re.compile(
    rf"^(?P<text>.{{6,110}})(?P<particle>[은는]) (?:흔히 |보통 |일반적으로 )?{_TERM}(?:으로|로)(?:도)?"
    r" (?:알려져 있|알려졌|불리|불린|불립|불려|일컬어)(?:\S*|\S*으?며,? .*)$"
)
_MEANING = ("말", "뜻", "의미", "가리", "일컫", "나타")
_MEANS = re.compile(
    rf"^{_TERM}(?P<particle>이란|란|은|는),? (?P<text>[^.]{{6,110}}?)[을를] (?P<verb>말|뜻|의미|가리|일컫"
    rf"|나타(?=[낸냅내]))"
    rf"(?:낸다|냅니다|내요|한다|합니다|해요|킨다|킵니다|켜요|는다|습니다"
    r"|(?:하며|하고|키며|키고),? (?P<more>.*))$"
)
_OPEN = "|".join(
    f"(?<={genus})(?:다|[고며], [^.]+)"
    for genus in (
        "단위 도구 장치 관계 행위 체계 구조 언어 제도 이론 세포 분야 시기 재료 효과 요소 나라 도시 무리 기구 지도"
        " 그래프 함수 변수 요리"
        " 소리 뼈 뿌리 잎 기호 용어 부위"
    ).split()
)
"""A copula that melted into an open syllable: ``단위다``. Only after these, since a verb may end so too."""
_IS = re.compile(
    rf"^{_TERM}(?P<particle>이란|란|은|는) (?P<text>[^.]{{6,120}}?)(?:(?P<end>이다|입니다|이에요|예요|이었다"
    rf"|이었습니다)"
    r"|(?<![쓰보쌓모놓섞덮])(?:였다|였습니다)|(?<=[가-힣])(?:이며|이고|이자|인데|이었고|였고),? [^.]+|(?:으로"
    r"|(?<!므)로), [^.]+"
    rf"|{_OPEN})$"
)
_POINTED = re.compile(
    r"^(?:이|이것|그것|이런 것|이 (?:[가-힣]+ ){0,3}[가-힣]+|이러한 (?:[가-힣]+ ){0,2}[가-힣]+|이렇게 .{2,40}|이런"
    r" (?:[가-힣]+ ){0,2}[가-힣]+)$"
)
_THIS_INSIDE = re.compile(r"(?<=[는은ㄴ던]) 이 (?=[가-힣])")
_IN_OTHER_WORDS = re.compile(r"^[^,]{2,30}, (?:즉|다시 말해),? (?=\S+ \S+ \S)")
"""What is said a second time, more plainly: ``접시 더미, 즉 스택에 …``."""
_NO_TERM = re.compile(
    r"^(?:이|그|저|이것|그것|여기|우리|이는|다음|해결책|해결 방법"
    r"|이번|오늘|문제|이유|까닭|방법|것|때|중요한|또|즉|더|가장|매우|아주"
    r"|우측|좌측|왼쪽|오른쪽|위쪽|아래쪽|점|값|결과|먼저|현재|위|아래|목적|목표|특징|장점"
    r"|단점|차이|차이점|핵심|원인|예|대표적인 예|경우|사람|사람들|무엇|누구|하나|둘|다른|모두|전체|일부|대부분|출력"
    r"|입력|모델|코드|함수|데이터|파일|너|나|당신|다음 단계|정답|집합)$"
    r"|(?:에|에서|에게|으로|까지|부터|보다|이나|들어|경우|여기|이것|그것|것|중|을|를|은|는|위해|하여|아닌|이라는"
    r"|라는|하기|되기)$|(?<=[가-힣]{2})[와과의만]$|^\d+$"
    r"|^(?:예제|예시|그림|표|리스트|목록|코드|식|부록) ?\d|에서의 |(?:^| )(?:권장 ?사항|추천|조언|요점|결론|아이디어)$"
    r"|^(?:일반적인|주된|주요|흔한|유일한) "
    r"|(?:^| )(?:각|마지막|최고의|최적의|최상의) |[와과] 달리 "
    r"|[?!:;`$\\]|^(?:첫|두|세|네|다섯|여섯|일곱|몇|\d+) ?번째(?: |$)|^(?:첫째|둘째|셋째|넷째)(?: |$)"
)
_VAGUE = re.compile(
    r"(?:[됨함]|[있없같많높낮좋받읽얻찾먹않었았했였렀됐졌켰났갔왔봤]음)$|이들$|또 다른 |가장 (?:인기|널리|많이"
    r"|유명)|최(?:고|적|상)의 |"
    r"^(?:아마|이미|아직|가장|매우|아주|중요한|대표적인|좋은|나쁜|흔한|주요|핵심|기본|대부분|또 다른|하나의 (?:예|방법)"
    r"|빠르게 성장|유명한|어려운|쉬운|간단한|새로운|훌륭한|앞에서)"
    r"|(?:하나|일종|(?<![가-힣])(?:예|편|셈|터|수)|정도|때문|뿐|과제|문제|덕분|점|차이|이유|까닭|원인|목적|결과"
    r"|사실|것 중|상황|예시"
    r"|경우|마찬가지|중요|필요|줄임말|약자|약어|준말|뜻|말|문장|특징"
    r"|(?:부정확|잘못된|특별|완벽|훌륭|편리)\S* (?:방법|곳|것))$|아니|때문에"
    r"|처럼 보이|수도 있는|(?:일|할) 것$|^\S+$"
)
_NO_MEANING = re.compile(
    r"(?:[할될킬릴칠질줄볼쓸낼갈올들]|[가-힣]을) 것$|^(?:첫|두|세|네) 번째 |[다요]: "
    r"|[\"'“‘][^\"'”’]+[\"'”’](?:\([^()]*\))?$"
)
"""What will be done, one of several, or a likeness in quotation marks."""
_NO_ALIAS = re.compile(r"^(?:예|참고|그림|표|see|e\.g|아래|위|또는|및)|[다요]$|[=<>$\\]")


def read(sentence: str, before: str = "", whole: str = "", marked: Iterable[str] = ()) -> Iterator[IsA]:
    """The definition in a sentence. ``whole`` is the lesson's text, which decides where a noun ends."""
    text = _plainly(bare(sentence.replace("*", "")))
    set_off = frozenset(marked)
    if gloss := _INNER_GLOSS.match(text):
        text = f"{gloss['name']} {text[gloss.end() :]}"
        set_off |= {f"{gloss['name']} {gloss['head']}"}
    if two := _TWO_CALLED.match(text):
        yield from read(f"{two['one']}한다", before, whole, set_off)
        yield from read(two["other"], "", whole, set_off)
        return
    for rule in (_called, _means, _is, _this_is):
        if found := rule(text, before, whole, set_off):
            yield found
            return


_INNER_GLOSS = re.compile(
    r"^(?P<name>[^ ()]+(?: [^ ()]+){0,2}) ?\((?:`[^`()]+`|[A-Za-z][A-Za-z' -]{1,48})\) "
    r"(?!(?:부분|단계|측면)[은는이])(?=(?P<head>[가-힣]{2,8}?(?: [가-힣]{2,8})?)(?:은|는|이란|란) )"
)
"""A name in English or in code inside of a term: ``물림 기어(`bevel`) 장치는``."""
_COULD_SAY = re.compile(
    r"^(?P<told>\S+(?: \S+){0,3}?(?:이란|란),? [^.]{6,110}?)(?:이라고|라고|이라|라) (?:할|볼|말할) 수 있\S+$"
)
"""``둑이란 물을 막는 벽이라고 할 수 있다``."""


def _plainly(text: str) -> str:
    """``T란 D라고 할 수 있다`` as ``T란 D이다``."""
    found = _COULD_SAY.match(text) if "수 있" in text else None
    return f"{found['told']}이다" if found else text


_TWO_CALLED = re.compile(
    r"^(?P<one>.{8,110}[을를은는] .{2,40}라고? )(?:하며|하고|부르며|부르고),? (?:반대로 "
    r"|반면에? )?(?P<other>.{8,110}[을를은는]"
    rf" .{{2,40}}라고? ?{_SAYS})$"
)
"""Two things named in one sentence."""
_THIS_IS = re.compile(
    r"^(?P<up_to>[^()]{2,80}) ?\((?P<alias>[A-Za-z][A-Za-z -]{1,38})\)[^ ()]{0,3} [^()]{2,40}(?:[은는인한]데"
    r"|[가-힣]며), 이는 "
    r"(?P<text>[^.()]{6,90}(?:\([^()]*\)[^.()]{1,50})?)(?:[을를] (?:말|뜻|의미|가리)\S+|이다|입니다|이에요|예요)$"
)
"""A term with its name in English, and what the sentence goes on to say of it: ``…, 이는 D이다``."""


def _this_is(text: str, before: str, whole: str, marked: frozenset[str]) -> IsA | None:
    found = _THIS_IS.match(text) if ", 이는 " in text else None
    if not found:
        return None
    term = " ".join(found["up_to"].rstrip().split(" ")[-len(found["alias"].split(" ")) :])
    meaning = re.sub(r"\s?\([A-Za-z][^()]*\)", "", found["text"])
    if not _is_term(term) or not is_phrase(term) or _GOVERNED.search(term):
        return None
    if leans(meaning) or _VAGUE.search(meaning) or not _is_modified(meaning) or has_topic(f"{meaning} .", whole):
        return None
    return IsA(term, meaning, text, (found["alias"],), "named")


_GOVERNED = re.compile(r"(?:[을를은는에]|에서|으로|로) ")
"""More than one phrase."""


def _called(text: str, before: str, whole: str, marked: frozenset[str]) -> IsA | None:
    found = _CALLED.match(text) if "라" in text else None
    found = found or (_KNOWN.match(text) if any(map(text.__contains__, _KNOWING)) else None)
    if not found:
        return None
    term, *others = re.split(r" (?:또는|혹은) ", found["term"])
    term = _noun(term, whole) if f"{term}라" in found[0] else term
    term = term.removesuffix("으") if found.re is _KNOWN else term
    meaning = cut_opening(_IN_OTHER_WORDS, _THIS_INSIDE.sub(" ", found["text"]).replace("이런 식으로 ", ""))
    if _VERB.match(term):
        return None
    if not _is_term(term) or not is_phrase(term) or re.search(r"[가-힣]이?나 |[와과] ", term):
        return None
    aliases = (*others, *_aliases(found, term, whole))
    if _POINTED.match(meaning):
        whole_before = "" if "때문" in before[-8:] or re.search(r"[첫두세네] 번째 ", before) else standing(before)
        return IsA(term, whole_before, f"{before} {text}", aliases, "called", meaning) if whole_before else None
    if meaning.endswith((", 이", ", 이것", "며 이")) and not leans(meaning.rsplit(",", 1)[0]):
        return IsA(term, meaning, text, aliases, "named")
    if _NO_MEANING.search(meaning):
        return None
    if found["particle"] in "은는" and (
        describes(meaning.split(" ")[-1] + found["particle"], whole)
        or not (_is_modified(meaning) or _is_foreign_name(found, term))
    ):
        return None
    if (
        leans(meaning)
        or _VAGUE.search(meaning)
        or has_topic(f"{meaning} .", whole)
        or re.search(r"(?:[됨함]|[있없같많높낮좋받읽얻찾먹않었았했였렀됐졌켰났갔왔봤]음)$|며, ", meaning)
    ):
        return None
    return IsA(term, meaning, text, aliases, "named")


def _means(text: str, before: str, whole: str, marked: frozenset[str]) -> IsA | None:
    found = _MEANS.match(text) if any(map(text.__contains__, _MEANING)) else None
    if not found or not _opens(found, whole) or leans(found["text"]) or _VAGUE.search(found["text"]):
        return None
    if found["verb"] == "나타" and (found["particle"] not in {"이란", "란"} or not _is_modified(found["text"])):
        return None
    if (
        _NO_MEANING.search(found["text"])
        or has_topic(f"{found['text']} .", whole)
        or re.search(r"(?<![고거나]), ", found["text"])
        or _only_says(found, whole)
    ):
        return None
    return IsA(_bare_term(found, whole), found["text"], text, _aliases(found, found["term"], whole), "named")


def _only_says(found: re.Match[str], whole: str) -> bool:
    """Whether ``말하다`` is to talk and ``가리키다`` to point, and not to mean.

    So it is of a bare noun, or beside another who says something else.
    """
    if found["verb"] not in {"말", "가리"} or found["particle"] in {"이란", "란"}:
        return False
    return not _is_modified(found["text"]) or bool(found["more"] and topic_of(found["more"], whole))


def _is(text: str, before: str, whole: str, marked: frozenset[str]) -> IsA | None:
    found = _IS.match(text)
    if not found or not _opens(found, whole):
        return _reversed(text, whole)
    term = _bare_term(found, whole)
    known = found["particle"] in {"이란", "란"} or term in marked or found["alias"] is not None
    if " " in term and not known and whole.count(term) < 2 and not _FOREIGN_KIND.match(term):
        return None
    meaning = found["text"] + _lost_sound(found["text"], found["end"] or "", whole)
    if leans(meaning) or _VAGUE.search(meaning) or not _is_modified(meaning) or has_topic(f"{meaning} .", whole):
        return None
    if _NO_MEANING.search(meaning):
        return None
    if re.search(r"므로|때문에|지만|[다요] |면서 |[은는인한]데, |[이가을를게로에와과도] \S+$", meaning) or (
        not known and topic_of(meaning, whole)
    ):
        return None
    if len(meaning.split()) < _FEW_WORDS - 1 and is_quality(meaning.split(" ")[0]):
        return None  # "a complex thing": praise or blame, no meaning
    sure = known or (whole.count(term) > 1 and len(meaning.split()) > 3)
    return IsA(term, meaning, text, _aliases(found, term, whole), "named" if sure else "is")


_FOREIGN_KIND = re.compile(r"^[A-Z][A-Za-z\d]*[A-Z\d-][A-Za-z\d-]* [가-힣]{2,8}$")
"""A thing of the kind that a name in Latin letters tells: ``PID 제어기``."""
_WHICH = re.compile(
    r"^(?P<term>`[^`]{2,40}`(?: [가-힣]{2,6})?|[^ ,.()]{2,14}(?: [^ ,.()]{1,10}){0,2})(?:이다|입니다|이에요|예요)$"
)


def _reversed(text: str, whole: str) -> IsA | None:
    """D는 T이다: the subject describes, the predicate names."""
    topic = topic_of(text, whole)
    found = _WHICH.match(topic.rest) if topic and not topic.frame and _is_modified(topic.name) else None
    if not topic or not found or not 3 <= len(topic.name.split()) <= 9 or leans(topic.name):
        return None
    if topic.name.startswith("가장 "):
        return None
    term = found["term"]
    plain = term.replace("`", "")
    if (
        re.search(r"[와과] ", plain)
        or not _is_term(plain)
        or not is_phrase(plain)
        or any(modifies(word) for word in plain.split(" ")[:-1])
    ):
        return None
    return IsA(term, topic.name, text, (), "which") if not _NO_NAME.search(term) else None


_NO_NAME = re.compile(
    r"(?:때문|것|뿐|마찬가지|정도|아니|중|예정|계획|차례|셈|[가-힣]적|[가-힣]{2}형|대상|상태|전용|필수|선택|가능)"
    r"[\"'”’]?$|\d장"
)
"""A predicate that names nothing: ``반복적``, ``3장에서 설명할 예정``."""


def _opens(found: re.Match[str], whole: str) -> bool:
    """Whether what stands before ``은`` or ``란`` is a term: a noun phrase, not a verb that describes the next word."""
    term = found["term"]
    if not _is_term(term) or not is_phrase(term):
        return False
    return found["particle"] not in {"은", "는"} or not describes(term + found["particle"], whole)


def _is_term(term: str) -> bool:
    return (
        not _NO_TERM.search(term)
        and not POINTS_BACK.match(f"{term} ")
        and re.search(r"[A-Za-z]{2}|[가-힣]", term) is not None
    )


def _bare_term(found: re.Match[str], whole: str) -> str:
    term: str = found["term"]
    return _noun(term, whole) if found["particle"] == "란" else term


_NOUN_IN_I = re.compile(r"(?:풀|놀|높|길|깊|넓|먹|걸|덮|잡|볶|붙|맞|쌓|갈|털|살|굽|벌|받)이$")


_OPEN_PARTICLES = ("를", "는", "가", "의", "와", "로", "에")
"""What follows a noun that ends in a vowel."""


def _noun(term: str, whole: str) -> str:
    """``연약권이`` of ``연약권이란`` is ``연약권``; ``고양이`` stays where the lesson writes ``고양이를``."""
    used = stands_with(_OPEN_PARTICLES, term, whole)
    kept = used or _NOUN_IN_I.search(term) or not term.endswith("이") or not ends_closed(term[:-1])
    return term if kept else term[:-1]


def _aliases(found: re.Match[str], term: str, whole: str) -> tuple[str, ...]:
    """Other names: in brackets, and after ``라고도``."""
    names = [found["alias"], found["other"]]
    also = None
    if "라고도 " in whole:
        also = re.search(
            rf"{re.escape(term)}[은는] (?P<name>[^ ,.()]{{2,14}}(?: [^ ,.()]{{2,10}})?)(?:이라고|라고)도 ", whole
        )
    names += [also["name"].removesuffix("이") if also["name"].endswith("이") else also["name"]] if also else []
    split = [part.strip(" *'\"") for name in names if name for part in re.split(r",|/| 또는 ", name)]
    return tuple(dict.fromkeys(part for part in split if 1 < len(part) <= 40 and not _NO_ALIAS.search(part)))


def _is_modified(text: str) -> bool:
    """Whether a noun phrase says more than its noun."""
    words = text.split(" ")[-4:-1]
    if len(text.split(" ")) < _FEW_WORDS:
        words = [word for word in words if not word.endswith("의")]
    return any(modifies(word) or word.endswith("적") for word in words)


def _is_foreign_name(found: re.Match[str], term: str) -> bool:
    """Whether a thing of several words is known by a name in Latin letters: no praise, as ``맛있는 쌀로 알려져`` is."""
    return found.re is _KNOWN and term.isascii() and " " in found["text"]


_VERB = re.compile(r"(?:만드|만들|이루|나누|부르|바꾸|다루|모르|고르|기르|말하|보이|가리키)$")
"""A verb that is quoted: ``…하는 것을 만드라고 한다``."""
_FEW_WORDS = 4
"""In so short a phrase ``의`` alone makes no difference: ``볼록성의 기초``."""


def _lost_sound(text: str, end: str, whole: str) -> str:
    """The ``이`` that belongs to the noun: ``종이다`` is ``종이`` where the lesson writes ``종이를`` elsewhere."""
    last = text.split(" ")[-1]
    return "이" if end == "이다" and re.search(rf"(?<![가-힣]){re.escape(last)}이(?:를|는|가|의|와|로)", whole) else ""
