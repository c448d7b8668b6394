"""Korean particles after a word: their form depends on the word's last sound."""

_PAIRS = {"은": ("은", "는"), "이": ("이", "가"), "을": ("을", "를"), "과": ("과", "와"), "으로": ("으로", "로")}
_SPOKEN_DIGITS = {"0": True, "1": True, "3": True, "6": True, "7": True, "8": True}
_CLOSED_LETTERS = frozenset("lmnrLMNR")
"""Letters whose names end in a consonant: 엘, 엠, 엔, 아르 counts as 알 in common use."""


_NIEUN = 4


def modifies(word: str) -> bool:
    """Whether a word stands before a noun that it describes: it ends in ``의`` or in a final ㄴ (``깎는``, ``긴``)."""
    return word.endswith("의") or ("가" <= word[-1:] <= "힣" and (ord(word[-1]) - ord("가")) % 28 == _NIEUN)


def ends_closed(word: str) -> bool:
    """Whether a word ends in a consonant when read aloud; marks after its last letter do not count."""
    last = next((c for c in reversed(word) if c.isalnum()), "")
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28 != 0
    return _SPOKEN_DIGITS.get(last, last in _CLOSED_LETTERS)


def josa(word: str, particle: str) -> str:
    """The word with its particle, named by the form after a consonant: ``은 이 을 과 으로``."""
    closed, open_form = _PAIRS[particle]
    last = next((c for c in reversed(word) if c.isalnum()), "")
    rieul = particle == "으로" and "가" <= last <= "힣" and (ord(last) - ord("가")) % 28 == 8
    return word + (closed if ends_closed(word) and not rieul else open_form)
