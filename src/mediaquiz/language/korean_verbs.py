"""Korean verbs at the end of a clause: from any style to the form that a teacher asks with (``하나요``, ``한가요``)."""

import re

_FIRST, _LAST, _FINALS, _VOWELS = ord("가"), ord("힣"), 28, 21
_NONE, _NIEUN, _RIEUL, _BIEUP, _SSANGSIOT = 0, 4, 8, 17, 20
_CONTRACTED = {6: 20, 14: 13, 9: 8, 10: 11}
"""Vowels that 어 melted into, and those of the verb: 려 → 리, 줘 → 주, 봐 → 보, 돼 → 되."""

_ADJECTIVES = re.compile(
    r"(?:높|낮|많|좋|같|짧|넓|좁|깊|얕|밝|굵|얇|붉|맑|묽|옅|짙|쉽|쉬우|[렵깝겁볍갑둡껍럽롭답]"
    r"|[려까거벼가두꺼러로다]우|둥글|가늘|빠르|느리|다르"
    r"|푸르|뛰어나|드물|질기|비싸|촘촘하|단단하|효율적이|독립적이|^(?:강|약|흔|심|급|습|진|연|독|순)하"
    r"|(?:중요|필요|가능|다양|복잡|단순|유용|적합|동일|비슷|유사|간단|충분|부족|안전|위험|편리|정확|일정|풍부|유리"
    r"|불리|특별"
    r"|뚜렷|선명|또렷|활발|적당|엄격|독특|고유|분명|명확|불안정|안정|유명|튼튼|은은|완만|건조|따뜻|뻣뻣|매끈|균일"
    r"|저렴|희박"
    r"|적절|방대|거대|상당|훌륭|간결|특수|완벽|당연|지나치|과도|철저|신속|무한|유한|익숙|평범|친숙|용이|공평|공정"
    r"|흐릿|희미|생생|어색|깨끗|정교|세밀|심각|확실|우수|빽빽|느슨|불편|민감"
    r"|순수|투명|강력|치밀|뾰족)하)$"
)
_SMALL = re.compile(r"^(?:크|작|길|기|멀|머|세|싸|차|적|희|검|둔하)$")
"""Adjectives of one syllable that other verbs end in: they count only as a whole word."""


_LONG = {11, 16, 19, 20}
"""Vowels after which 어 may stand by itself: ``나뉘어``, ``띄어``."""


def _parts(syllable: str) -> tuple[int, int, int]:
    code = ord(syllable) - _FIRST
    return code // (_VOWELS * _FINALS), code // _FINALS % _VOWELS, code % _FINALS


def _syllable(head: int, vowel: int, final: int = _NONE) -> str:
    return chr(_FIRST + (head * _VOWELS + vowel) * _FINALS + final)


def final_of(word: str) -> int:
    """The number of the consonant that a word's last syllable closes with; 0 for none or for another script."""
    return (ord(word[-1]) - _FIRST) % _FINALS if word and _FIRST <= ord(word[-1]) <= _LAST else _NONE


def _with_final(word: str, final: int) -> str:
    head, vowel, _ = _parts(word[-1])
    return word[:-1] + _syllable(head, vowel, final)


def without_final(word: str) -> str:
    """The word with its last syllable left open: ``큰`` → ``크``."""
    return _with_final(word, _NONE)


def is_adjective(stem: str) -> bool:
    """Whether a stem (``높``, ``중요하``) tells how something is, not what it does."""
    word = stem.split(" ")[-1]
    return bool(_SMALL.match(word) or _ADJECTIVES.search(word))


def stem_of(clause: str) -> str:
    """The clause up to the stem of its last verb; empty where the ending leaves it in doubt.

    Plain (``한다``), formal (``합니다``) and polite (``해요``) ends, and the connecting ``하며`` and ``하고``. The end
    of a copula gives a stem in ``이``.
    """
    text = clause.strip().rstrip(".,")
    if re.search(r"(?:세요|십시오|시다|겁니다|자|니까|까요|나요|군요|네요|죠|지요|어야|려고)$", text):
        return ""
    for end, reading in _ENDS:
        if text.endswith(end) and len(text) > len(end):
            return reading(text[: -len(end)])
    return ""


def _formal(body: str) -> str:
    """``합`` of ``합니다``; ``높습`` of ``높습니다``."""
    if body.endswith("습"):
        return body[:-1]
    return _with_final(body, _NONE) if final_of(body) == _BIEUP else ""


def _plain(body: str) -> str:
    """``한`` of ``한다``, ``먹는`` of ``먹는다``, ``높`` of ``높다``."""
    if body.endswith("는") and final_of(body[:-1]) != _NONE:
        return body[:-1]
    if final_of(body) == _NIEUN:
        return _with_final(body, _NONE)
    whole = body.endswith(("있", "없", "이", "아니")) or final_of(body) == _SSANGSIOT
    return body if whole or is_adjective(body) else ""


def _polite(body: str) -> str:
    """``해`` of ``해요``, ``먹어`` of ``먹어요``, ``달라`` of ``달라요``."""
    if body.endswith(("이에", "예")):
        return (body[:-2] if body.endswith("이에") else body[:-1]) + "이"
    last, before = body[-1:], body[:-1]
    if last in "어아" and final_of(before) != _NONE:
        return before
    if last == "어" and _FIRST <= ord(before[-1:] or " ") <= _LAST and _parts(before[-1])[1] in _LONG:
        return before
    if last in "라러" and final_of(before) == _RIEUL and body[-2:] != "놀라":
        return _with_final(before, _NONE) + "르"
    if not _FIRST <= ord(last) <= _LAST or final_of(last) != _NONE:
        return ""
    head, vowel, _ = _parts(last)
    if last in "해써커":
        return before + {"해": "하", "써": "쓰", "커": "크"}[last]
    if vowel in _CONTRACTED:
        return before + _syllable(head, _CONTRACTED[vowel])
    return body if last in "가나내보개매서세자사" else ""


_ENDS = (
    ("니다", _formal),
    ("다", _plain),
    ("요", _polite),
    ("지만", lambda body: body),
    ("는데", lambda body: body),
    ("으며", lambda body: body),
    ("며", lambda body: body if final_of(body) in {_NONE, _RIEUL} else ""),
    ("고", lambda body: body),
)


_VERBS_IN_I = re.compile(
    r"(?:줄|높|보|쓰|쌓|모|움직|들|붙|섞|끓|녹|놓|기울|덮|깎|묶|꺾|벌|늘|죽|엮|트|펴|꼬|쪼|닦|싸|차|달|올려 놓|반짝"
    r"|출렁|끄덕|속삭)이$"
)
"""Verbs whose stem ends like the copula: ``줄입니다`` is no ``줄``."""


def asking(clause: str) -> str:
    """The clause with its verb as in a question: ``잎이 초록색이다`` → ``잎이 초록색인가요``; empty when in doubt."""
    stem = stem_of(clause)
    if not stem:
        return ""
    if (
        stem.endswith("이")
        and not _VERBS_IN_I.search(stem)
        and re.search(r"(?:이다|입니다|이에요|예요|이며|이고)\.?$", clause.strip())
    ):
        return f"{stem[:-1]}인가요"
    if stem.endswith("아니"):
        return f"{stem[:-1]}닌가요"
    if not is_adjective(stem):
        return (_with_final(stem, _NONE) if final_of(stem) == _RIEUL else stem) + "나요"
    if stem.endswith(("쉽", "렵", "깝", "겁", "볍", "갑", "둡", "껍", "럽", "롭", "답")):
        return f"{_with_final(stem, _NONE)}운가요"
    open_ended = final_of(stem) in {_NONE, _RIEUL}
    return f"{_with_final(stem, _NIEUN)}가요" if open_ended else f"{stem}은가요"


def finite(clause: str) -> str:
    """The clause as the end of a sentence: ``물을 막으며`` → ``물을 막는다``; empty when in doubt."""
    stem = stem_of(clause)
    if not stem:
        return ""
    copula = stem.endswith("이") and not _VERBS_IN_I.search(stem) and re.search(r"(?:이며|이고|이지만)$", clause)
    if copula or is_adjective(stem) or stem.endswith(("있", "없", "아니")) or final_of(stem) == _SSANGSIOT:
        return f"{stem}다"
    return f"{_with_final(stem, _NIEUN)}다" if final_of(stem) in {_NONE, _RIEUL} else f"{stem}는다"


def told_plainly(sentence: str) -> str:
    """``흐르죠`` as ``흐른다``, ``때문이죠`` as ``때문이다``; a sentence of another end as it is."""
    found = re.match(r"(?P<body>.+?)(?:죠|지요)$", sentence)
    if not found:
        return sentence
    stem: str = found["body"]
    last = stem.split(" ")[-1]
    copula = stem.endswith("이") and not _VERBS_IN_I.search(stem)
    if copula or is_adjective(stem) or last.endswith(("있", "없", "않")) or final_of(stem) == _SSANGSIOT:
        return f"{stem}다"
    if final_of(stem) in {_NONE, _RIEUL} and _FIRST <= ord(stem[-1]) <= _LAST:
        return f"{_with_final(stem, _NIEUN)}다"
    return f"{stem}는다"


def reason(clause: str) -> str:
    """A clause of reason as an answer: ``가볍기 때문에`` and ``가벼우므로`` → ``… 때문이에요.``"""
    text = re.sub(r"\s*때문에?(?:이다|입니다|이에요)?$", " 때문이에요", clause.strip().rstrip("."))
    if re.search(r"(?<!우)므로$", text):
        text = re.sub(r"(?:(?<=[^가-힣])|(?<=[가-힣]))(?:으)?므로$", "기 때문이에요", text)
    return f"{re.sub(r'위(?:해|하여|해서)$', '위해서예요', text)}."
