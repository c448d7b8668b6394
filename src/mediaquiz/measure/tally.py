"""What each study day came to: counted answers by what they were worth.

A day's tally is a sum over cards, and a card's part of it follows from the card's counted answers alone. So totals are
the same in whatever order logs were merged; an answer that is taken back takes its part with it, exactly; and totals
of years grow by the cards that changed, without the others being looked at.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from mediaquiz.schedule.card import CardState
from mediaquiz.schedule.layers import Layered

WEEKS, MONTHS = 21, 90
"""Days from which a memory has lasted for weeks, for months."""
OFTEN = 3
"""A card that was forgotten so often and then lasts for weeks was won back."""
_AGAIN = 1


class Tally(NamedTuple):
    """The counted answers of one study day, or of several.

    Of the answers to one card on one day, the first is ``new`` (the first ever), ``recalled`` (after a day or more),
    ``recalled_weeks``, ``recalled_months``, or ``forgotten``; the others are only in ``answers``. ``matured`` are cards
    whose interval reached three weeks for the first time, ``rescued`` those of them, or later, that had been
    forgotten three times or more.
    """

    answers: int = 0
    new: int = 0
    recalled: int = 0
    recalled_weeks: int = 0
    recalled_months: int = 0
    forgotten: int = 0
    matured: int = 0
    rescued: int = 0

    @property
    def earning(self) -> int:
        """The answers that were the first of their card on the day."""
        return self.new + self.recalled + self.recalled_weeks + self.recalled_months + self.forgotten


Totals = Mapping[date, Tally]
"""The tally of each study day on which anything was answered."""


def totals_of(cards: Iterable[CardState]) -> Totals:
    """The totals of all cards."""
    return _summed({}, ((1, card) for card in cards))


def grown(totals: Totals, cards: Layered[CardState]) -> Totals:
    """The totals of the cards, given those of the cards before the changes that were layered over them."""
    pairs = ((cards.below.get(name), card) for name, card in cards.changes.items())
    parts = ((sign, card) for pair in pairs for sign, card in zip((-1, 1), pair, strict=True) if card is not None)
    return _summed(totals, parts) if cards.changes else totals


def totals_to_plain(totals: Totals) -> dict[str, list[int]]:
    """The totals as JSON holds them."""
    return {day.isoformat(): list(tally) for day, tally in totals.items()}


def totals_from_plain(plain: Mapping[str, list[int]]) -> Totals:
    """The totals that ``totals_to_plain`` was given."""
    return {date.fromisoformat(day): Tally(*counts) for day, counts in plain.items()}


def _summed(totals: Totals, parts: Iterable[tuple[int, CardState]]) -> Totals:
    days = {day: list(tally) for day, tally in totals.items()}
    for sign, card in parts:
        for day, columns in _card(card):
            counts = days.get(day)
            if counts is None:
                counts = days[day] = [0] * len(Tally._fields)
            for column in columns:
                counts[column] += sign
    return {day: Tally(*counts) for day, counts in sorted(days.items()) if counts[_ANSWERS]}


_ANSWERS, _NEW, _RECALLED, _RECALLED_WEEKS, _RECALLED_MONTHS, _FORGOTTEN, _MATURED, _RESCUED = range(8)


def _card(card: CardState) -> Iterator[tuple[date, tuple[int, ...]]]:
    """For each answer its day, and the columns in which it counts."""
    last: date | None = None
    lapses, mature, rescued, ivl = 0, False, False, 0
    for event in card.reviews:
        day, rating, _, promised = event.value[:4]
        columns = [_ANSWERS]
        if last is None or day > last:
            columns.append(_worth(day, last, rating))
            last = day
        lapses += ivl > 0 and rating == _AGAIN
        ivl = promised
        if ivl >= WEEKS and not mature:
            mature = True
            columns.append(_MATURED)
        if ivl >= WEEKS and lapses >= OFTEN and not rescued:
            rescued = True
            columns.append(_RESCUED)
        yield day, tuple(columns)


def _worth(day: date, last: date | None, rating: int) -> int:
    """The column of a card's first answer on a day."""
    if last is None:
        return _NEW
    if rating == _AGAIN:
        return _FORGOTTEN
    waited = (day - last).days
    return _RECALLED_MONTHS if waited >= MONTHS else _RECALLED_WEEKS if waited >= WEEKS else _RECALLED
