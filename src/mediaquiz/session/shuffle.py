"""The order in which options are shown: the same seed and item give the same order on every machine."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from mediaquiz.model import views
from mediaquiz.model.item import Content, Item, Match, Order
from mediaquiz.text import sha256, squash

_HINTS = ("above", "these", "those", "them", "options", "answers", "모두", "전부", "없")
"""Words without which no option is about the other options: the pattern is compiled only when one is there."""
_YES_NO = (("true", "false"), ("yes", "no"), ("o", "x"), ("참", "거짓"), ("맞다", "틀리다"), ("예", "아니요"))
"""Options that everybody expects in this order."""


def shown_options(item: Item, seed: int) -> tuple[str, ...]:
    """The numbered options of an item as this showing has them; empty for types without options.

    For an order, never the right order itself. For a match, the right sides, each once. "All of the above" and its
    like stand last, yes stands before no.
    """
    options = _options(item.content)
    known = _known_order(options)
    shuffled = tuple(known or sorted(options, key=lambda option: (_is_last(option), _rank(seed, item.id, option))))
    if isinstance(item.content, Order) and shuffled == item.content.sequence:
        return (*shuffled[1:], shuffled[0])
    return shuffled


def _options(content: Content) -> Sequence[str]:
    match content:
        case Order(sequence=sequence):
            return sequence
        case Match(pairs=pairs):
            return _once(right for _, right in pairs)
        case _:
            return views.options(content)


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _known_order(options: Sequence[str]) -> list[str]:
    """Two options such as yes and no, in their usual order; empty for all others."""
    plain = {squash(option): option for option in options}
    order = next((pair for pair in _YES_NO if set(pair) == plain.keys()), ())
    return [plain[word] for word in order]


def _is_last(option: str) -> bool:
    """Whether an option is about the other options, so that it must stand below them."""
    plain = squash(option).rstrip(".")
    return any(hint in plain for hint in _HINTS) and _about_others().fullmatch(plain) is not None


@cache
def _about_others() -> re.Pattern[str]:
    return re.compile(
        r"(?:all|both|none|neither|any) of (?:the above|these|those|them|the options|the answers)"
        r"|(?:all|both|none) (?:the )?above"
        r"|위의? (?:보기 )?(?:모두|전부)(?: (?:정답|맞다|맞아요|아니다|해당))?|모두 (?:정답|맞다|맞아요|아니다)"
        r"|(?:해당|정답) ?없음|정답이 없다|해당하는 것이 없다"
    )


def _rank(seed: int, item_id: str, option: str) -> bytes:
    return sha256(f"{seed}:{item_id}:{option}".encode())
