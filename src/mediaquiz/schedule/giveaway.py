"""Which cards give one another away on the same day: the words of one's answer stand in what the other shows.

An answer that is typed may stand neither in a question nor among the options of another card. The key of a choice
stands among its own options, so only a question can point at it. Answers to be said in own words are not looked at.
"""

import re

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Choice, Cloze, Item, Short
from mediaquiz.model.views import answer, options, prompt
from mediaquiz.text import squash

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 4
"""The most words of an answer that is looked for."""
_SHORTEST_STEM = 2
"""The fewest syllables of a Korean word that may stand before a particle."""
_HANGUL = range(ord("가"), ord("힣") + 1)

Phrase = str
"""One word or some, with a space between."""


@dataclass(frozen=True, slots=True)
class Showing:
    """The phrases of a card's question and of its options; its answer, when that is typed or chosen."""

    question: frozenset[Phrase]
    options: frozenset[Phrase]
    typed: frozenset[Phrase]
    chosen: frozenset[Phrase]


class Giveaways:
    """What the cards of a day show, and the answers that nothing may show.

    A card costs the same to look at, however many were added.
    """

    def __init__(self) -> None:
        self._in_questions: set[Phrase] = set()
        self._in_options: set[Phrase] = set()
        self._typed: set[Phrase] = set()
        self._chosen: set[Phrase] = set()

    def add(self, card: Showing) -> None:
        """Counts a card among those of the day."""
        self._in_questions |= card.question
        self._in_options |= card.options
        self._typed |= card.typed
        self._chosen |= card.chosen

    def clash(self, card: Showing) -> bool:
        """Whether the card gives away the answer of one that was added, or one of these gives away its own."""
        return not (
            card.question.isdisjoint(self._typed)
            and card.question.isdisjoint(self._chosen)
            and card.options.isdisjoint(self._typed)
            and card.typed.isdisjoint(self._in_questions)
            and card.typed.isdisjoint(self._in_options)
            and card.chosen.isdisjoint(self._in_questions)
        )


def showing(item: Item, *, guarded: bool) -> Showing:
    """What an item shows; with its answer when it is guarded, so that no other may show it."""
    content = item.content
    listed = frozenset[Phrase]().union(*map(_phrases, options(content)))
    typed = chosen = frozenset[Phrase]()
    match content:
        case Short() | Cloze() if guarded:
            typed = frozenset((_words(str(answer(content))),))
        case Choice(key=key) if guarded:
            chosen = frozenset((_words(key),))
    return Showing(frozenset(_phrases(prompt(content))), listed, typed, chosen)


def _words(text: str) -> Phrase:
    return " ".join(_WORD.findall(squash(text)))


def _phrases(text: str) -> set[Phrase]:
    """All runs of words in a text, the last word of each in the forms under which an answer may stand there."""
    words = runs = _WORD.findall(squash(text))
    found = set(words)
    for length in range(1, _LONGEST):
        runs = [f"{run} {word}" for run, word in zip(runs, words[length:], strict=False)]
        found.update(runs)
    others = [_other_forms(run) for run in found if run.endswith("s") or not run.isascii()]
    return found.union(*others)


def _other_forms(run: Phrase) -> list[Phrase]:
    """The run without the s of a plural; in Korean, without what may be particles."""
    before, space, last = run.rpartition(" ")
    if ord(last[0]) in _HANGUL:
        return [before + space + last[:length] for length in range(_SHORTEST_STEM, len(last))]
    return [run[:-1]] if last.endswith("s") else []
