"""The two catalogues say the same things."""

import re
import string

import pytest

from mediaquiz.cli import words_en, words_en_stats, words_ko, words_ko_stats
from mediaquiz.cli.strings import Texts, language_of
from mediaquiz.text import has_hangul

Word = str | tuple[str, str]
ENGLISH = {**words_en.WORDS, **words_en_stats.WORDS}
KOREAN = {**words_ko.WORDS, **words_ko_stats.WORDS}


def names(word: Word) -> set[str]:
    texts = [word] if isinstance(word, str) else list(word)
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_have_the_same_keys() -> None:
    assert ENGLISH.keys() == KOREAN.keys()
    assert words_en.WORDS.keys().isdisjoint(words_en_stats.WORDS)


@pytest.mark.parametrize("key", ENGLISH)
def test_both_have_the_same_places_for_values(key: str) -> None:
    assert names(ENGLISH[key]) == names(KOREAN[key])


@pytest.mark.parametrize("key", KOREAN)
def test_no_korean_particle_depends_on_a_value(key: str) -> None:
    """을 or 를 depends on the last syllable before it, which nobody knows of a value."""
    word = KOREAN[key]
    for text in [word] if isinstance(word, str) else word:
        assert not re.search(r"\}['\"”]?(?:을|를|은|는|이|가|과|와|으로|로)(?![가-힣])", text)


def test_english_is_english() -> None:
    assert not [key for key, word in ENGLISH.items() if has_hangul(str(word))]


def test_one_and_many() -> None:
    texts = Texts("en")
    assert texts("due.now", n=1) == "1 card is due"
    assert texts("due.now", n=0) == "0 cards are due"
    assert Texts("ko")("due.now", n=3) == "지금 볼 카드가 3장 있어요"


@pytest.mark.parametrize(
    ("ivl", "en", "ko"),
    [
        (-30, "1m", "1분"),
        (-60, "1m", "1분"),
        (-600, "10m", "10분"),
        (-7200, "2h", "2시간"),
        (1, "1d", "1일"),
        (8, "8d", "8일"),
        (59, "59d", "59일"),
        (76, "2.5mo", "2.5달"),
        (365, "1y", "1년"),
        (36500, "100y", "100년"),
    ],
)
def test_intervals(ivl: int, en: str, ko: str) -> None:
    assert Texts("en").promised(ivl) == en
    assert Texts("ko").promised(ivl) == ko


def test_spent_and_days() -> None:
    texts = Texts("en")
    assert [texts.spent(ms) for ms in (1000, 59_000, 61_000, 600_000)] == [
        "1 second",
        "59 seconds",
        "1 minute",
        "10 minutes",
    ]
    assert [texts.day(days) for days in (-1, 0, 1, 5)] == ["today", "today", "tomorrow", "in 5 days"]


@pytest.mark.parametrize(
    ("wanted", "env", "language"),
    [
        ("ko", {"LANG": "en_US.UTF-8"}, "ko"),
        ("", {"LANG": "ko_KR.UTF-8"}, "ko"),
        ("", {"LC_ALL": "en_US.UTF-8", "LANG": "ko_KR.UTF-8"}, "en"),
        ("", {"LANG": "C"}, "en"),
        ("", {}, "en"),
        ("fr", {}, "en"),
    ],
)
def test_language(wanted: str, env: dict[str, str], language: str) -> None:
    assert language_of(wanted, env) == language
