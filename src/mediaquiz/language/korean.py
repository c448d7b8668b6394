"""Korean particles after a word: their form depends on the word's last sound."""

import re

_PAIRS = {"은": ("은", "는"), "이": ("이", "가"), "을": ("을", "를"), "과": ("과", "와"), "으로": ("으로", "로")}
_SPOKEN_DIGITS = {"0": True, "1": True, "3": True, "6": True, "7": True, "8": True}
_CLOSED_LETTERS = frozenset("lmnrLMNR")
"""Letters whose names end in a consonant: 엘, 엠, 엔, 아르 counts as 알 in common use."""


_NIEUN, _RIEUL = 4, 8
_NOUN_IN_N = re.compile(
    r"(?:[시공인기순중구야연민]간|토큰|버전|패턴|[조물사여용]건|이온|[질주논본]문|[생계연재자등]산|[수집판차진]단"
    r"|[자직차회요인구]원|[원개확요본]인|[이발회직안완]전|[부성수미적충구]분|[기자표]본|기반|[기혈장]관|[표구실출재]현"
    r"|방안|사진|[의보생]존|[기수표]준|온라인|라인|도메인|디자인|화면|표면|반면|측면|평면|단면|세균|인간|시민|국민"
    r"|농민)$"
)
"""Nouns that end like a verb in front of a noun: ``시간``, ``조건``."""
_VERB_IN_L = re.compile(r"(?<![품물성기재본자])(?:할|될|을|킬|릴|칠|질|줄|볼|쓸|낼|꿀|뀔|갈|올|길)$")


def modifies(word: str) -> bool:
    """Whether a word stands before a noun that it describes: it ends in ``의`` or in a final ㄴ (``깎는``, ``긴``)."""
    if word in {"또는", "혹은"}:
        return False
    return word.endswith("의") or (_closes_with(word, _NIEUN) and not _NOUN_IN_N.search(word))


def will(word: str) -> bool:
    """Whether a word is a verb before a noun in ``ㄹ`` (``쓸``, ``있을``), and no noun such as ``디지털``."""
    return _closes_with(word, _RIEUL) and _VERB_IN_L.search(word) is not None


def _closes_with(word: str, final: int) -> bool:
    return "가" <= word[-1:] <= "힣" and (ord(word[-1]) - ord("가")) % 28 == final


_CLOSED_LATIN = re.compile(r"(?:[a-z]ng|[a-z]ck|[aeiou][kp]|pp|[ae]b)\W*$")
"""English words that close in Korean too: ``Programming`` 프로그래밍, ``Hook`` 훅, ``App`` 앱, ``Web`` 웹."""
_OPEN_R = re.compile(r"[A-Za-z][a-z]+r\W*$")
"""An English word in ``r``, which no Korean speaks: ``Trainer`` is 트레이너."""


def ends_closed(word: str) -> bool:
    """Whether a word ends in a consonant when read aloud; marks after its last letter do not count."""
    last = next((c for c in reversed(word) if c.isalnum()), "")
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28 != 0
    if _CLOSED_LATIN.search(word):
        return True
    return _SPOKEN_DIGITS.get(last, last in _CLOSED_LETTERS and not _OPEN_R.search(word))


def josa(word: str, particle: str) -> str:
    """The word with its particle, named by the form after a consonant: ``은 이 을 과 으로``."""
    closed, open_form = _PAIRS[particle]
    last = next((c for c in reversed(word) if c.isalnum()), "")
    rieul = particle == "으로" and "가" <= last <= "힣" and (ord(last) - ord("가")) % 28 == 8
    return word + (closed if ends_closed(word) and not rieul else open_form)
