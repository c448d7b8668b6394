"""What Korean forms share: questions with ``왜`` and ``무엇`` in the place where a teacher puts them."""

import re
from collections.abc import Callable

from mediaquiz.generate.asked import Asked
from mediaquiz.language.korean_clauses import Topic, leans, subject_at, topic_of
from mediaquiz.language.korean_verbs import asking
from mediaquiz.model.item import Recall, Short

KoreanForm = Callable[[str, str], Asked | None]
"""A form of a Korean sentence: the sentence (``standing``), and the whole lesson, which tells nouns from verbs."""

_TYPED = 2
"""A noun phrase of so many words is typed; a longer one is answered in the head."""


def stated(text: str) -> str:
    """The text as a sentence of its own."""
    return f"{text.strip().rstrip('.,')}."


_JOINED = re.compile(r"(?:며|지만|으나|는데|므로|고|[다요]),\s|(?:며|지만)\s|때문에")


def joined(text: str) -> bool:
    """Whether a predicate goes on with another clause, which a question must not drag along."""
    return _JOINED.search(text) is not None


def why(what: str, whole: str) -> str:
    """The question for the reason of what happens; empty when the clause does not say who or what it speaks of."""
    topic = topic_of(what, whole)
    if topic is None and subject_at(what) < 0:
        return ""
    if leans(what) or "것은 아니" in what or (topic and joined(topic.rest)):
        return ""
    if not (asked := asking(topic.rest if topic else what)):
        return f"{stated(what)} 왜 그럴까요?"
    if topic and not topic.frame:
        return f"{topic.text} 왜 {asked}?"
    return f"{topic.text} 왜 {asked}?" if topic else f"왜 {asked}?"


def about(topic: Topic, question: str, verb: str) -> str:
    """``잎은`` + ``무엇을`` + ``흡수한다`` → ``잎은 무엇을 흡수하나요?``; empty when the verb is in doubt."""
    asked = asking(verb) if not joined(verb) else ""
    return re.sub(r"\s+", " ", f"{topic.text} {question} {asked}?") if asked else ""


def named(form: str, stem: str, answer: str, aspect: str, trust: float = 0.8) -> Asked | None:
    """A question whose answer is a noun phrase: typed when it is short."""
    if not stem or not answer or leans(answer):
        return None
    short = len(answer.split()) <= _TYPED
    return Asked(form, Short(stem, answer) if short else Recall(stem, answer), aspect, trust)


def told(form: str, stem: str, answer: str, aspect: str, trust: float = 0.85) -> Asked | None:
    """A question that is answered with a clause."""
    return Asked(form, Recall(stem, answer), aspect, trust) if stem and answer and not leans(answer) else None
