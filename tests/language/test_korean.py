"""Korean without a parser: ends of verbs, topics, sentences that cannot stand alone."""

import pytest

from mediaquiz.language.korean_clauses import is_phrase, subject_at, topic_of
from mediaquiz.language.korean_halves import halves
from mediaquiz.language.korean_leaning import standing
from mediaquiz.language.korean_verbs import asking, finite, reason

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
    ("셋으로 나뉘어요", "셋으로 나뉘나요"),
    ("향이 진해요", "향이 진한가요"),
    ("어요", ""),
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


@pytest.mark.parametrize(
    ("clause", "sentence"),
    [
        ("물을 막으며", "물을 막는다"),
        ("돌을 나르고", "돌을 나른다"),
        ("둑을 만들며", "둑을 만든다"),
        ("물이 맑지만", "물이 맑다"),
        ("받침대이며", "받침대이다"),
        ("둑을 쌓았지만", "둑을 쌓았다"),
        ("경치", ""),
    ],
)
def test_a_clause_ends_a_sentence(clause: str, sentence: str) -> None:
    assert finite(clause) == sentence


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("둑은 물을 막으며 길로도 쓰인다.", ["둑은 물을 막는다.", "둑은 길로도 쓰인다."]),
        ("둑은 물을 막지만, 보는 물을 모은다.", ["둑은 물을 막는다.", "보는 물을 모은다."]),
        ("둑은 물을 막고 배가 그 옆을 지난다.", []),
        ("둑은 높아야 한다고 말하며 물을 막는다.", []),
        ("물이 흐르며 돌이 구른다.", []),
    ],
)
def test_two_predicates_of_one_topic_are_two_sentences(sentence: str, parts: list[str]) -> None:
    assert list(halves(sentence, sentence)) == parts


STANDING = [
    ("`max_length`는 글자 수를 정합니다.", "`max_length`는 글자 수를 정합니다"),
    ("둑은 물을 막아야 합니다.", "둑은 물을 막아야 합니다"),
    ("둑은 물막이라고도 합니다!", "둑은 물막이라고도 합니다"),
    ("우리는 자로 물 높이를 잽니다.", "자로 물 높이를 잽니다"),
    ("둑은 흙으로 쌓습니다 (그림 2 참조).", "둑은 흙으로 쌓습니다"),
    ("앞서 설명한 것처럼, 둑은 물을 막습니다.", "둑은 물을 막습니다"),
    ("창은 $3 \\times 3$ 칸으로 되어 있습니다.", "창은 3×3 칸으로 되어 있습니다"),
    ("이러한 여울(riffle)은 물이 얕은 곳을 말한다.", "여울(riffle)은 물이 얕은 곳을 말한다"),
    ("다른 둑처럼 이 둑도 물을 막는다.", ""),
    ("다른 강과 달리 한강은 넓다.", "다른 강과 달리 한강은 넓다"),
    ("둑은 물을 막 습니다.", ""),
    ("둑은 흙과 그 위의 풀로 이루어진다.", "둑은 흙과 그 위의 풀로 이루어진다"),
    ("둑은 그 위의 풀로 덮인다.", ""),
    ("흐린 물도 며칠 두면 맑은 물이 우러나요.", "흐린 물도 며칠 두면 맑은 물이 우러나요"),
]


@pytest.mark.parametrize(("sentence", "bare"), STANDING)
def test_a_sentence_sheds_what_ties_it_to_its_page(sentence: str, bare: str) -> None:
    assert standing(sentence) == bare
