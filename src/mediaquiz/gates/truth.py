"""Gate for statements that a model calls true or false: the quoted words must tell which they are."""

import re
from collections.abc import Sequence

from mediaquiz.gates.lessontext import bare
from mediaquiz.gates.meaning import DOWN_SENSE, UP_SENSE, senses, untold
from mediaquiz.gates.sides import sides, turned
from mediaquiz.gates.words import missing, stem, stems
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import TrueFalse
from mediaquiz.model.stages import Scene
from mediaquiz.text import squash

_SAID = 0.8
_CORRECTED = 0.6
_ROUNDING = 1e-9
_NOT = re.compile(
    r"\b(?:not|nothing|never|no|nor|neither|without|cannot|hardly|\w+n[’']t)\b|않|아니|없|못", re.IGNORECASE
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DIRECTED = re.compile(r"\b(?:before|after|than|precedes?|follows?|causes?|leads? to|into|from)\b", re.IGNORECASE)
_ABSOLUTE = re.compile(r"\b(?:always|never|only|all|every|none|must|any)\b", re.IGNORECASE)
_SIDES = re.compile(r"[;.]|,? (?:whereas|while|but) |, (?=those )")
_BUT = re.compile(r"\b(?:but|while|whereas|although|though)\b", re.IGNORECASE)
_PAUSES = re.compile(r";|,? (?:because|since|so|and) ")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses a true statement that the quote does not make, and a false one that it makes or does not correct."""
    content = candidate.item.content
    if not candidate.item.proposed or candidate.item.source is None or not isinstance(content, TrueFalse):
        return None
    quote = candidate.item.source.quote
    if content.answer:
        return None if _made(content.stem, quote) else "its quote does not say this"
    if _made(content.stem, quote) and not _set_right(content, quote):
        return "it is called false, and its quote says it"
    words = stems(content.correction)
    if not words or len(missing(words, stems(quote))) > (1 - _CORRECTED) * len(words) + _ROUNDING:
        return "no words of its quote correct it"
    if stems(content.stem).isdisjoint(stems(quote)):
        return "its quote is about something else"
    return None


def _set_right(content: TrueFalse, quote: str) -> bool:
    """Whether the quote makes the correction, which turns the statement or one of its directions round."""
    if squash(content.stem).strip(" .") in bare(quote) or not _says(quote, content.correction):
        return False
    other_way = (senses(content.correction) - senses(content.stem)) & {UP_SENSE, DOWN_SENSE}
    return bool(other_way) or not _in_one_direction(content.stem, content.correction)


def _made(statement: str, quote: str) -> bool:
    """Whether the quote says the statement: one side of it, or its beginning, or all of it in its order.

    Of a quote that sets two sides against each other, all of it would say of one what is true of the other.
    """
    if turned(statement, quote):
        return False
    whole = (quote,) if sides(quote) == (quote,) else ()
    beginnings = (quote[: pause.start()] for pause in _PAUSES.finditer(quote))
    words, all_told = stems(statement), stems(quote)
    return any(
        _says(side, statement) and not missing(words, stems(side)) & all_told for side in _sides(statement, quote)
    ) or any(_says(part, statement) and _in_one_direction(statement, part) for part in (*whole, *beginnings))


def _sides(statement: str, quote: str) -> Sequence[str]:
    """The sides of a quote, unless the statement has both."""
    told = sides(quote)
    return told if len(told) > 1 and not _BUT.search(statement) else _SIDES.split(quote)


def _says(quote: str, statement: str) -> bool:
    """Whether nearly all words of the statement are there, as many denials, its numbers, in one direction."""
    words = stems(statement)
    if len(untold(statement, quote)) > (1 - _SAID) * len(words) + _ROUNDING:
        return False
    if len(_NOT.findall(statement)) % 2 != len(_NOT.findall(quote)) % 2:
        return False
    strict = {found.lower() for found in _ABSOLUTE.findall(statement)}
    if not strict <= {found.lower() for found in _ABSOLUTE.findall(quote)}:
        return False
    numbers = set(_NUMBER.findall(statement)) <= set(_NUMBER.findall(quote))
    return numbers and (not _DIRECTED.search(statement) or _in_one_direction(statement, quote))


def _in_one_direction(statement: str, quote: str) -> bool:
    """Whether the statement's words come in the quote's order; a word that the quote has twice, at either place."""
    told = stems(statement)
    places: dict[str, list[int]] = {}
    for place, word in enumerate(_WORD.findall(quote)):
        places.setdefault(stem(word), []).append(place)
    last, seen = -1, set[str]()
    for one in map(stem, _WORD.findall(statement)):
        later = next((place for place in places.get(one, ()) if place >= last), None)
        if one in told and one in places and one not in seen and later is None:
            return False
        last = last if later is None or one not in told else later
        seen.add(one)
    return True
