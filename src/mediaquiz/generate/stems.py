"""The questions about families, in the lesson's language."""

from dataclasses import dataclass

from mediaquiz.generate.english import curly, quoted
from mediaquiz.language.korean import josa
from mediaquiz.language.verbs import base_of
from mediaquiz.model.concept import Extract

_COUNTS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def is_korean(extract: Extract) -> bool:
    """Whether the lesson's own language is Korean: then its questions are Korean too."""
    return extract.lesson.language == "ko"


@dataclass(frozen=True, slots=True)
class English:
    """English questions. ``noun`` is what one member is called, ``of`` what the family belongs to, ready to print.

    Of a stage and an order ``of`` comes with its own preposition.
    """

    def order(self, noun: str, of: str) -> str:
        return f"Put the {noun}s {of} in order, first to last."

    def stage(self, noun: str, of: str, text: str, says: bool) -> str:
        which = f"Which {noun} {of}"
        if says and " → " in text:
            return f"{which} does {quoted(text)} describe?"
        return f"{which} {curly(text)}?" if says and base_of(text.split(" ")[0]) else f"{which} covers {quoted(text)}?"

    def members(self, noun: str, count: int, of: str) -> str:
        return f"What are the {_COUNTS[count]} {noun}s of {of}?"

    def sign(self, noun: str, sign: str) -> str:
        return f"Under which {noun} does {sign} fall?"

    def pairs(self, left: str, right: str) -> str:
        return f"Which {right} belongs to each {left}?"


@dataclass(frozen=True, slots=True)
class Korean:
    """The same questions in Korean; particles follow the word's last sound."""

    def order(self, noun: str, of: str) -> str:
        return f"{of + ': ' if of else ''}{josa(noun, '을')} 순서대로 놓으면?"

    def stage(self, noun: str, of: str, text: str, says: bool) -> str:
        return f"{josa(quoted(text), '은')} 어느 {noun}에 해당하나요?"

    def members(self, noun: str, count: int, of: str) -> str:
        return f"{of}: {noun} {count}가지는 무엇인가요?"

    def sign(self, noun: str, sign: str) -> str:
        return f"{josa(sign, '은')} 어느 {noun}에 속하나요?"

    def pairs(self, left: str, right: str) -> str:
        return f"{left}마다 {josa(right, '은')} 무엇인가요?"


def wording(extract: Extract) -> English | Korean:
    """The questions in the lesson's language."""
    return Korean() if is_korean(extract) else English()
