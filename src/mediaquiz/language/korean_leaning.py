"""What makes a Korean sentence lean on the text around it, and what is left when its joining words are gone.

Everything here is careful in one direction: what is in doubt counts as leaning.
"""

import re
from functools import lru_cache

from mediaquiz.language.korean_verbs import told_plainly
from mediaquiz.text import cut_opening

_POINTERS = (
    "이 그 저 이런 그런 저런 이러한 그러한 이것 그것 저것 이들 그들 여기 거기 이때 그때 전자 후자 그녀 이곳 그곳"
    " 이중 그중 이후 위 아래 여기서"
).split()
POINTS_BACK = re.compile(
    rf"^(?:(?:{'|'.join(_POINTERS)})(?=\s|[은는이가을를의에와과도]\s|들|에서|에는|로\s|보다|만|까지|부터)|이는\s"
    rf"|그는\s|이를|그를|이로|그로|이에"
    r"|그에|이와|그와|이처럼|그처럼|이렇|그렇|이같|앞의|뒤의|앞에서|앞서|위의|위에서|위와|아래의|아래에|아래와"
    r"|다음은|다음을|다음으로 |다음의|다음에서|다음과|마찬가지|대신 "
    r"|예를 들|예컨대|가령|왜냐하면|이외|그래서|그러므로|그러니까|그러면|그럼)"
)
"""Openings that point to the sentence before, or to the page: the one list for rules, questions and gates."""
_HALF = re.compile(
    r"^(?:(?:먼저|우선|첫째|둘째|셋째|첫 번째|두 번째|세 번째|마지막|끝으로|나머지|어떤|같은|둘|양쪽|각각"
    r"|두(?! 번)|세|네"
    r"|심지어|아마|아마도|지금)[은는]?(?:,|\s)|다른 (?!\S+(?: \S+)?(?:처럼|[와과] 달리|[와과]는 달리"
    r"|[와과] 마찬가지로))"
    r"|반대되는)|것은 .*것(?:이다|입니다|이에요)$"
)
"""Openings of one member of a list, and a machine's "what is worse is that …"."""

_LEANS = re.compile(
    r"(?:^|\s)(?:이들|그들|여기서?|지금|방금|이러한|그러한|이런|그런|이와 같|그와 같|이|그|이것[은이을도]?"
    r"|그것[은이을도]?|이를|그를|이때,?|그때,?|앞서|위와 같|아래와 같|다음과"
    r" 같)(?=\s|[은는에가])|(?:그렇|이렇)(?:게|지|다)|해당 \S|앞선 |후자(?=[ (은는이가을를의])|\d+장에서"
    r"|(?:절|장|단원|섹션)에서 (?:살펴|다룬|다룰|배운|본)|(?:이전|앞선|잠시 후|나중)에 |이전의 |(?:^| )(?:아래|위"
    r"|다음)처럼 |(?:이번|위의) (?:예시|게임|예|경우)|(?:마지막"
    r"|이전) (?:실험|예제)|(?<![한은] )(?:위|아래|다음"
    r"|이전) (?:이미지|비디오|동영상|영상|사진|링크|버튼|값"
    r"|코드|그래프|결과|명령|차례|단원|섹션)|클릭|다운로드|시청|예를 들|예컨대"
    r"|(?<![가-힣])(?:이|본|이번|다음|앞|지난|이전|위|아래)\s?(?:강의|레슨|단원|장|절|섹션|글|문서|튜토리얼|예제"
    r"|예시|그림|표"
    r"|코드|수업|챕터|과정|실습|함수|블록)"
    r"(?=[은는이가을를의에와과 ])"
)
_TO_READER = re.compile(
    r"(?:^|[\s(])(?:우리(?! 몸| 은하| 조상| 민족)(?=[는가의 ])|우린|저희|여러분|당신|나는|내가|제가|저는|너는)"
    r"|(?:세요|십시오|[봅둡합갑줍씁집꿉납놉]시다|읍시다|하자|보자|겠습니다|겠다|겠어요|볼까요|까요|할게요|했나요"
    r"|(?<!우러)(?<!일어)(?<!태어)(?<!자라)(?<!생겨)나요|보았습니다"
    r"|봤습니다|배웠습니다|살펴보았다|것 같\S+|성공적으로 \S+습니다"
    r"|지도 모\S+|하길 바\S+|기로 한다|기로 합니다)\.?$"
)
_FOREIGN = re.compile(
    r"\bthe [a-z]+|전자는|후자는|\$|\\|https?:|[{}<>|*#=~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|\b[a-z]+ [a-z]+ [a-z]+\b"
    r"|번역(?:되|은|하|한|본)|면책"
    r"|저작권"
    r"|^[^가-힣A-Za-z`‘“'\"(『「《0-9]"
    r"|[A-Za-z](?:은|는|을|를)[가-힣]|(?:특히|때때로|실제로|다행히도|일반적으로)[가-힣]|[가-힣] (?:습니다|니다|다"
    r"|요)\.?$"
    r"|[가-힣](?<![야을를이가록고도게로만은는지라]) 합니다\.?$|입니 다|습니 다|합니 다|니 까"
)
_JOINS = re.compile(
    r"^(?:(?:하지만|그러나|그런데|그리고|또한|또|따라서|즉|특히|다만|물론|사실|결국|반대로|반면에?|한편|실제로"
    r"|일반적으로|보통|흔히|대개|게다가"
    r"|더욱이|결과적으로|다시 말해서?|다시 말하면|바꿔 말하면|요컨대|그렇지만|기본적으로|본질적으로|실은|참고로"
    r"|마지막으로|끝으로|이제|그\s?다음(?:엔|에는|에|으로)?|그런 다음|이후에는?|그 후에는?|그 다음에는?"
    r"|만약|만일|대신|말할 필요도 없이|두말할 것 없이|굳이 언급하자면|요약하자면|요약하면|간단히 말해서?"
    r"|간단히 말하면|쉽게 말해서?|쉽게 말하면|놀랍게도|흥미롭게도|아시다시피|무엇보다도"
    r"|(?:마찬가지로|추가로|구체적으로|직관적으로|나아가|더 나아가)(?=,)"
    r"|안타깝게도|다행히도?|정말로?|이처럼)"
    r"(?:,\s?|\s))+"
)
_LIKE_IT = re.compile(r"^[^,]{1,24}[와과](?:는)? (?:마찬가지로|유사하게|비슷하게|동일하게),? (?=\S+ \S+ \S)")
"""What something else does as well: ``사전과 마찬가지로 색인은 …``."""
_SAME_LABEL = re.compile(r"^(?P<label>[^,.:()가-힣]{2,30}) [-–—] (?=.*[가-힣])")
"""A name in front of a sentence that says it again: ``Leak rate - `leak rate`는 …``."""
_FIRST_OF_ALL = re.compile(r"^먼저, (?=\S+(?: \S+)?[은는] )")
"""Of a thing that is named at once, what is said first stands by itself."""
_SIGN = re.compile(r"^(?:\([^()]*\)\s*)?[^\w\"“‘'『「《(`]+")
_SEE = re.compile(r"\s?\((?:[^()]*(?:참조|참고|the figure)[^()]*|(?:또는|혹은) 다른 [^()`]*|[^()`]{2,24}지만)\)")
"""What stands in brackets to send the reader elsewhere, or to allow for something else."""
_AS_SAID = re.compile(
    r"^(?:예제|그림|표|코드|리스트) ?\d[\d.-]*(?:처럼|에서처럼|과 같이|와 같이),? |"
    r"^(?:[^,]{0,24}(?:에서|서) )?(?:앞서 |이미 )?(?:설명|언급|논의|소개|확인|살펴|보시|보|배)\S*"
    r"(?: (?:것처럼|것과 같이|바와 같이|대로)|(?<=듯이)|(?<=다시피)),?\s"
)
_ANYBODY = ("우리는", "저희는", "여러분")
_WE = re.compile(r"(?:(?<=^)|(?<=,\s))(?:우리는|저희는|여러분은|여러분이) ")
"""A subject that stands for anybody: what is left is a sentence without one."""
_THIS_NAMED = re.compile(r"^(?:이|이런|이러한) (?=(?:[가-힣]+ ){0,3}[가-힣]+\([A-Za-z][^()]*\)[은는이란])")
"""A pointer before a name that needs none: ``이러한 자가 학습(self-learning)은``."""
_LOOSE = re.compile(
    r"([)`]) ((?:들이?|들[은을의]|들로|[은는이가을를의과와도로에며]|으로|에서|에는|에서는|이며|인데,?|이?라고|이?라"
    r"|이?란"
    r"|이?라는)(?= )"
    r"|임(?=[을은])|(?:입니다|이다|이에요|예요|이며)(?=[.,!]|$))"
)
"""A particle apart from its bracket: ``신경망 (CNN) 는``."""
_QUOTED_APART = re.compile(r"(?<=[가-힣A-Za-z][\"'”’]) (?=이?란 |이?라고 |이?라는 )")
"""A particle apart from its quotation mark: ``"모래톱" 이란``."""
_BY = re.compile(r"\$\s*(\d+) ?\\times ?(\d+)\s*\$")
_CODE = re.compile(r"`[^`]+`")
_GLOSS = re.compile(r"\s?\([A-Za-z][A-Za-z' -]{1,48}\)")
"""The same name in English, in brackets."""
_LAST_GLOSS = re.compile(rf"{_GLOSS.pattern}$")
_PICTURE = re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F]+\s?")
_LABEL = re.compile(r"^[^.:`,다요]{1,11}(?:[다요][^.:`,]{1,12})?: (?=\S+ \S+ \S)")
"""A label in front of a sentence: ``기록 방법: …``."""
_TELLS = re.compile(
    r"^(?P<for>.{4,70}?(?:[가-힣]려면|기 위해서?(?:는)?|(?<!좋을 )경우(?:에는?)?|때(?:에?는)?"
    r"|[가-힣](?<![다라])면),? .{4,80})"
    r"(?<!확인)(?<!참고)(?<!주의)(?<!고려)(?<!클릭)(?<!방문)(?<!시도)(?<!명심)(?<!기억)(?<!유의)하(?:세요|십시오)$"
)
"""What to do for an end or in a case, told to the reader: it holds for anybody."""
_IN_MIND = re.compile(
    r"^(?P<told>.{8,120}?)(?:(?P<end>이라는|다는) (?:점|것|사실)[을만]|(?P<noun>임)을) (?:꼭 |잘 |반드시 )?"
    r"(?:기억|주목|명심|유의|주의|알아)(?:하|해)?\S*(?: 두\S+| 바랍니다)?$"
)
"""What the reader is to bear in mind is told: ``…이라는 점을 기억하세요``."""
_LONGEST, _SHORTEST = 150, 8


def leans(text: str) -> bool:
    """Whether a text points to something outside it: to the sentence before, to the page, or to its reader."""
    own = _WITHIN.sub(_inner, text) if _MAY_POINT_WITHIN.search(text) else text
    return bool(POINTS_BACK.match(text) or _LEANS.search(own) or _TO_READER.search(text))


_MAY_POINT_WITHIN = re.compile("이를|해당| 그 ")
_WITHIN = re.compile(
    r"(?<=[와과]) 그 |(?<=[면고며]),? 그 (?=안|위|속|뒤|옆|아래)|(?<=[가-힣][고며여]) 이를 |(?<=[고며여],) 이를 "
    r"|해당 (?P<noun>[가-힣]{2})"
)
"""What may point to a word of the same sentence: ``모래를 모으고 이를 씻는다``."""


def _inner(found: re.Match[str]) -> str:
    """The text without a pointer whose word stands before it."""
    noun = found["noun"]
    return found[0] if noun and noun not in found.string[: found.start()] else f" {noun or ''}"


@lru_cache(maxsize=1024)
def bare(sentence: str) -> str:
    """A sentence without its stop, a sign in front and words that only join it to the one before."""
    text = _BY.sub(r"\1×\2", sentence) if "$" in sentence else sentence
    text = _LOOSE.sub(r"\1\2", text) if ") " in text or "` " in text else text
    text = _PICTURE.sub("", _SEE.sub("", text) if "(" in text else text)
    text = cut_opening(_SIGN, text.strip()).rstrip(" .!:")
    text = _LAST_GLOSS.sub("", text) if text.endswith(")") else text
    text = cut_opening(_LABEL, text) if ": " in text else _unlabelled(text)
    text = _QUOTED_APART.sub("", text)
    if ("는 " in text or "임을" in text) and (told := _IN_MIND.match(text)):
        text = f"{told['told']}{'다' if told['end'] == '다는' else '이다'}"
    if text.endswith(("죠", "지요")):
        text = told_plainly(text)
    if text.endswith(("세요", "십시오")) and (tells := _TELLS.match(text)):
        text = f"{tells['for']}해야 합니다"
    text = cut_opening(_FIRST_OF_ALL, cut_opening(_AS_SAID, cut_opening(_JOINS, text)))
    text = cut_opening(_LIKE_IT, text)
    return cut_opening(_THIS_NAMED, _WE.sub("", text) if any(map(text.__contains__, _ANYBODY)) else text)


def _unlabelled(text: str) -> str:
    """The text without a name in front that its sentence says again."""
    found = _SAME_LABEL.match(text) if "- " in text or "– " in text or "— " in text else None
    said = _folded(text[found.end() :]) if found else ""
    return text[found.end() :] if found and _folded(found["label"]).rstrip("s") in said else text


def _folded(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()


@lru_cache(maxsize=1024)
def standing(sentence: str) -> str:
    """The bare sentence when it can be asked about: whole, its own, of one language; else empty."""
    text = bare(sentence)
    if not _SHORTEST <= len(text) <= _LONGEST or not text.endswith(("다", "요")):
        return ""
    if (
        leans(text)
        or _HALF.search(text)
        or _FOREIGN.search(_GLOSS.sub("", _CODE.sub("`x`", text)))
        or text.count("(") != text.count(")")
        or re.search(r"[다요](?:\.\S|: )", text)
    ):
        return ""
    return text
