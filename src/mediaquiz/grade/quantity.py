"""Numbers with units: ``seven`` is ``7``, ``44,100 Hz`` is ``44.1 kHz``, and no digit is ever matched loosely."""

import re
from fractions import Fraction

from mediaquiz.grade.folding import joined, lemma
from mediaquiz.grade.units import COUNTERS, NUMERALS, ORDINALS, SCALES, UNITS
from mediaquiz.grade.values import RIGHT, WRONG, Match, Note, Verdict
from mediaquiz.model.frozen import dataclass

_HEDGES = re.compile(r"^(?:about|around|approximately|roughly|circa|~|≈|약|대략)\s*(?=\S)")
_CASE_MATTERS = re.compile(r"(?<![A-Za-z])([MGTmgt][bB]|[mM][wWmMaAvVgG]|[mM]Hz)(?![A-Za-z])")
_NUMBER = re.compile(r"^(?P<value>[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?)(?:/(?P<under>\d+))?(?P<rest>(?!\d).*)$")


@dataclass(frozen=True, slots=True)
class Number:
    """A value in its unit's base; ``literal`` is the number as it was written."""

    value: Fraction
    dimension: str = ""
    literal: str = ""


Part = Number | str
"""A number, or the words between two numbers."""


def compare(given: str, wanted: str, given_raw: str, wanted_raw: str) -> Match | None:
    """How two folded texts compare where numbers are involved; None when none is.

    Where a digit is involved the answer is never WRONG by a little: only a missing unit, a unit whose capitals decide
    (Mb, MB) or final zeros are CLOSE.
    """
    left, right = parts(given), parts(wanted)
    digits = any(c.isdigit() for c in given + wanted)
    numbers = any(isinstance(part, Number) for part in (*left, *right))
    if not digits and not numbers:
        return None
    if not _same_symbols(given_raw, wanted_raw):
        return Match(Verdict.CLOSE if _values(left) == _values(right) else Verdict.WRONG, Note.UNIT)
    if joined(given) == joined(wanted):
        return RIGHT
    if _values(left) == _values(right):
        return _same(left, right)
    if _only_units_missing(left, right):
        return Match(Verdict.CLOSE, Note.UNIT)
    return WRONG if digits or (len(left) == len(right) == 1) else None


def _same_symbols(given_raw: str, wanted_raw: str) -> bool:
    """Whether the capitals of the units' symbols agree where they decide: Mb and MB, mW and MW."""
    given, wanted = (sorted(_CASE_MATTERS.findall(raw)) for raw in (given_raw, wanted_raw))
    return not given or not wanted or given == wanted


def _same(left: list[Part], right: list[Part]) -> Match:
    """Equal in value; zeros at the end may still matter."""
    if all(_as_exact(one, other) for one, other in zip(left, right, strict=True)):
        return RIGHT
    return Match(Verdict.CLOSE, Note.DIGITS) if len(left) == 1 else WRONG


def _values(found: list[Part]) -> list[tuple[Fraction, str] | str]:
    return [(part.value, part.dimension) if isinstance(part, Number) else part for part in found]


def _as_exact(one: Part, other: Part) -> bool:
    """Whether two equal parts are written with the same digits after the point: 3.1 and 3.10 are two versions."""
    if (
        not isinstance(one, Number)
        or not isinstance(other, Number)
        or one.dimension
        or "/" in one.literal + other.literal
    ):
        return True
    return one.literal.partition(".")[2] == other.literal.partition(".")[2]


def _only_units_missing(left: list[Part], right: list[Part]) -> bool:
    return len(left) == len(right) and all(
        (one.literal == other.literal and "" in (one.dimension, other.dimension))
        if isinstance(one, Number) and isinstance(other, Number)
        else one == other
        for one, other in zip(left, right, strict=True)
    )


def parts(folded: str) -> list[Part]:
    """The numbers of a folded text and the runs of words between them, joined."""
    tokens = _tokens(_HEDGES.sub("", folded).replace("per cent", "%"))
    found: list[Part] = []
    at = 0
    while at < len(tokens):
        number, used = _number(tokens[at:])
        if number is not None:
            found.append(number)
        elif found and isinstance(found[-1], str):
            found[-1] += joined(lemma(tokens[at]))
        else:
            found.append(ORDINALS.get(tokens[at], joined(lemma(tokens[at]))))
        at += used
    return found


def _tokens(text: str) -> list[str]:
    """Words, with a number parted from the unit or the words that are written onto it."""
    tokens: list[str] = []
    for chunk in text.split():
        found = _NUMBER.match(chunk)
        if found and found["value"].strip("+-"):
            number, rest = chunk[: found.start("rest")], found["rest"]
            if rest in UNITS or rest in SCALES or rest in COUNTERS:
                tokens += [number, rest]
            elif re.match(r"-[^\W\d]", rest):
                tokens += [number, *rest.split("-")[1:]]
            else:
                tokens.append(chunk)
        else:
            tokens += chunk.split("-") if chunk.partition("-")[0] in NUMERALS else [chunk]
    return tokens


def _number(tokens: list[str]) -> tuple[Number | None, int]:
    """The number that the tokens begin with, and how many tokens it takes (1 when there is none)."""
    value, literal, used = _value(tokens)
    if value is None:
        return None, 1
    after = tokens[used] if used < len(tokens) else ""
    if after in COUNTERS:
        return Number(value, "", literal), used + 1
    if after in UNITS:
        dimension, factor = UNITS[after]
        return Number(value * factor, dimension, literal), used + 1
    return Number(value, "", literal), used


def _value(tokens: list[str]) -> tuple[Fraction | None, str, int]:
    total, current, used, literal = Fraction(0), None, 0, ""
    for token in tokens:
        plain = _plain(token)
        if plain is not None and (current is None or _adds(current, plain, token)):
            current = (current or Fraction(0)) + plain
        elif token in SCALES and (current is not None or token.isascii()):
            current = (Fraction(1) if current is None else current) * SCALES[token]
            if SCALES[token] >= 1000:
                total, current = total + current, Fraction(0)
        else:
            break
        literal, used = (token if not used and token[-1].isdigit() else ""), used + 1
    if current is None:
        return None, "", 1
    value = total + current
    return value, literal or str(value), used


def _adds(current: Fraction, plain: Fraction, token: str) -> bool:
    """Whether a numeral goes on the number before it: twenty *four*, one hundred *six*, 3 *1/2*."""
    small = current >= 20 and current % 10 == 0 and plain < 10
    return (token in NUMERALS and (small or (current >= 100 and plain < 100))) or (
        "/" in token and current.denominator == 1 and plain < 1
    )


def _plain(token: str) -> Fraction | None:
    if token in NUMERALS:
        return NUMERALS[token]
    found = _NUMBER.match(token)
    if not found or found["rest"] or not found["value"].strip("+-"):
        return None
    under = int(found["under"] or 1)
    return Fraction(found["value"].replace(",", "")) / under if under else None
