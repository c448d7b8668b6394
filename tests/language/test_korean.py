"""Korean without a parser: ends of verbs, topics, sentences that cannot stand alone."""

import pytest

from mediaquiz.language.korean_clauses import is_phrase, standing, subject_at, topic_of
from mediaquiz.language.korean_verbs import asking, reason

ASKED = [
    ("물이 흐른다", "물이 흐르나요"),
    ("밥을 먹는다", "밥을 먹나요"),
    ("다리를 만듭니다", "다리를 만드나요"),
    ("소리가 들려요", "소리가 들리나요"),
    ("모양이 달라져요", "모양이 달라지나요"),
    ("길이가 달라요", "길이가 다른가요"),
    ("산이 높습니다", "산이 높은가요"),
    ("문제가 쉽습니다", "문제가 쉬운가요"),
    ("글이 어려워요", "글이 어려운가요"),
    ("물이 중요하다", "물이 중요한가요"),
    ("규칙을 학습합니다", "규칙을 학습하나요"),
    ("울림을 줄입니다", "울림을 줄이나요"),
    ("받침대입니다", "받침대인가요"),
    ("새가 아닙니다", "새가 아닌가요"),
    ("둘로 나뉘었다", "둘로 나뉘었나요"),
    ("물과 흙으로 이루어져 있으며", "물과 흙으로 이루어져 있나요"),
    ("나도 간다", "나도 가나요"),
    ("물을 마시세요", ""),
    ("함께 가자", ""),
    ("바다", ""),
]


@pytest.mark.parametrize(("clause", "question"), ASKED)
def test_a_clause_asks_in_the_polite_form(clause: str, question: str) -> None:
    assert asking(clause) == question


@pytest.mark.parametrize(
    ("clause", "answer"),
    [
        ("물이 빠르기 때문에", "물이 빠르기 때문이에요."),
        ("길이가 달라지므로", "길이가 달라지기 때문이에요."),
        ("몸이 가벼우므로", "몸이 가벼우므로."),
        ("흙을 지키기 위해", "흙을 지키기 위해서예요."),
    ],
)
def test_a_reason_answers(clause: str, answer: str) -> None:
    assert reason(clause) == answer


TOPICS = [
    ("바다는 넓다", "바다"),
    ("우리나라는 산이 많다", "우리나라"),
    ("물이 맑아진다는 말은 옳다", "물이 맑아진다는 말"),
    ("강물은 바다로 흐른다", "강물"),
    ("산에서 나오는 물은 차다", "산에서 나오는 물"),
    ("장치를 깨우는 소리는 크다", "장치를 깨우는 소리"),
    ("깊이가 얕은 곳은 따뜻하다", "깊이가 얕은 곳"),
    ("비가 오면 강물은 넘친다", ""),
    ("바람이 분다", ""),
    ("더 나쁜 것은 비가 온다", ""),
]


@pytest.mark.parametrize(("text", "topic"), TOPICS)
def test_the_topic_is_told_from_what_describes_it(text: str, topic: str) -> None:
    found = topic_of(text, text)
    assert (found.name if found else "") == topic


def test_a_subject_inside_a_description_is_not_the_sentences() -> None:
    assert subject_at("공기가 없는 우주에서는 들리지 않는다") == -1
    assert subject_at("어제 비가 왔다") == 1


def test_a_noun_phrase_holds_what_describes_or_joins() -> None:
    assert is_phrase("맑은 물과 고운 모래")
    assert not is_phrase("빠르게 물")


@pytest.mark.parametrize(
    "sentence",
    [
        "이러한 물은 맑아서 속이 보인다.",
        "우리는 강을 살펴보았다.",
        "위의 그림은 강을 보여 줍니다.",
        "먼저 강을 건넌다.",
        "강을 건너 보세요.",
        "이 글은 기계로 번역되었습니다.",
        "강의 넓이는 $x$이다.",
        "짧다.",
    ],
)
def test_what_does_not_stand_alone_is_left(sentence: str) -> None:
    assert standing(sentence) == ""


def test_a_word_that_only_joins_is_dropped() -> None:
    assert standing("하지만 강물은 느리게 흐른다.") == "강물은 느리게 흐른다"
