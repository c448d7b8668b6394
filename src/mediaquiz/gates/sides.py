"""What a text sets against each other: words that mean the contrary, and sides of one sentence."""

import re
from collections.abc import Iterator
from itertools import permutations

from mediaquiz.gates.words import stems
from mediaquiz.language.verbs import base_of

_PAIRS = """
above below, after before, ahead behind, always never, before behind, best worst, big small, bigger smaller, bottom
top, broad narrow, close far, closed open, coarser finer, coarse fine, cold hot, cold warm, colder hotter, colder
warmer, cool warm, dark light, darker lighter, decrease increase, decreases increases, deep shallow, deeper shallower,
down up, drier wetter, dry wet, downward upward, earlier later, early late, east west, empty full, end start, fall
rise, falling rising, falls rises, fast slow, faster slower, few many, fewer more, first last, front back, gain loss,
hard soft, harder softer, heavier lighter, heavy light, high low, higher lower, highest lowest, inner outer, inside
outside, inward outward, large little, large small, larger smaller, largest smallest, least most, left right, less
more, long short, longer shorter, longest shortest, maximum minimum, narrow wide, narrower wider, near far, nearer
farther, nearer further, nearest farthest, negative positive, new old, newer older, newest oldest, north south, old
young, older younger, over under, rough smooth, shrink grow, shrinks grows, strong weak, stronger weaker, strongest
weakest, thick thin, thicker thinner
"""
_MORE_PAIRS = """
quickly slowly, quick slow, rapidly slowly, often rarely, often seldom, frequently rarely, common rare, difficult easy,
easily hardly, easier harder, cheap expensive, poor rich, accept reject, accepts rejects, allow forbid, allow prevent,
allows prevents, attract repel, attracts repels, absorb release, absorbs releases, contract expand, contracts expands,
external internal, active passive, add remove, adds removes, private public, permanent temporary, involuntary voluntary,
group individual, artificial natural, liquid solid, ancient modern, horizontal vertical, failure success, discourage
encourage, discourages encourages, exclude include, excludes includes, global local, illegal legal, majority minority,
buy sell, buys sells, buying selling, borrow lend, export import, exports imports, lose win, loses wins, encode decode,
compress decompress, encrypt decrypt, push pull, pushes pulls, input output, open shut, opens closes, bad good, better
worse, safe dangerous, simple complex, strengthen weaken, strengthens weakens, tighten loosen, freeze melt, freezes
melts, hide reveal, hides reveals, connect disconnect, enable disable, enables disables, upper lower, same different,
read write, reads writes, alike different, similar different, receive send, receives sends, download upload
"""
_OPPOSITES: dict[str, set[str]] = {}
for _one, _other in (pair.split() for pair in f"{_PAIRS.strip()},{_MORE_PAIRS}".split(",")):
    _OPPOSITES.setdefault(_one, set()).add(_other)
    _OPPOSITES.setdefault(_other, set()).add(_one)

_JOINING = frozenset(
    "above after before behind below down end fall few fewer less many more most new old over start under up".split()
)
_WORD = re.compile(r"[a-z]+")
_COMPARES = re.compile(r"\bdiffer|\bunlike\b|\bcompare", re.IGNORECASE)
"""Who asks so, asks for both sides."""
_MARK = re.compile(r"\b(?:most|least) \w+|\b(?:first|last|only|second|third)\b|\b\w{3,}(?<!r)est\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][a-z]\w+")
_CLEARLY = 1.5
"""How many times more words must speak for the one side than for the other."""
_ASIDE = re.compile(
    r"\((?:as opposed to|unlike|compared (?:to|with)|versus|instead of|rather than)\b[^()]*\)", re.IGNORECASE
)
_THAN = re.compile(r"\bthan [^,;:.!?]+")
_COMPARED = re.compile(r"\bthan\b|\bmore\b|\bless\b|\w{3,}er\b|\bcompare", re.IGNORECASE)
_CONTRAST = re.compile(r",? (?:whereas|while|but) |; (?!that is|i\.e\.|namely)|, (?=those )")
_WHILE = re.compile(r"^(?:while|whereas|although|though|unlike) (?P<one>[^,]+), (?P<other>.+)$", re.IGNORECASE)
_COMMA = re.compile(r", (?:and |but )?")
_EACH = re.compile(r"[,;] (?:and )?(?=(?:one|those|the one) (?:that|which|who)\b)")
"""What comes between several of a kind: "one that springs back …, one that stays …"."""


def turned(text: str, quote: str) -> bool:
    """Whether the text has a word that the quote does not have, and the quote its contrary."""
    return bool(_contrary(text, quote))


def asks_contrary(asked: str, quote: str) -> bool:
    """The same of a question, where words such as "before" and "more" say little: they join, they do not describe."""
    return not _contrary(asked, quote) <= _JOINING


def _contrary(text: str, quote: str) -> set[str]:
    told = set(_WORD.findall(quote.casefold()))
    words = _words(text) - told
    return {word for word in words if (_OPPOSITES.get(word, set()) - _words(text)) & told}


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def sides(quote: str) -> tuple[str, ...]:
    """The sides that the quote sets against each other, with "whereas" or in words that both have."""
    if found := _WHILE.match(quote):
        return (found["one"], found["other"])
    each = tuple(_EACH.split(quote))
    if len(each) > 2:
        return each
    if alike := _parallel(quote):
        return alike
    parts = tuple(part for part in _CONTRAST.split(quote) if part.strip())
    if len(parts) < 2:
        return (quote,)
    shared = frozenset.intersection(*map(stems, parts))
    return parts if shared or (len(parts) == 2 and " whereas " in quote) else (quote,)


def _parallel(quote: str) -> tuple[str, ...]:
    """Three or more parts with one verb: "iron makes it green, cobalt makes it blue, and gold makes it red"."""
    parts = tuple(_COMMA.split(quote.strip(" .")))
    verbs = [{word for word in part.casefold().split()[1:] if base_of(word)} for part in parts]
    return parts if len(parts) > 2 and set.intersection(*verbs) else ()


def fits_all(asked: str, answer: str, quote: str) -> bool:
    """Whether the question fits each of several parts with one verb, of which the answer is in one."""
    parts = [stems(part) for part in _parallel(quote)]
    mine = [part for part in parts if stems(answer) & part]
    if len(mine) != 1:
        return False
    others = frozenset().union(*(part for part in parts if part is not mine[0]))
    return not (stems(asked) - stems(answer)) & (mine[0] - others)


def crossed(asked: str, answer: str, quote: str) -> bool:
    """Whether the answer stands on one side of the quote, and all that tells what is asked on the other."""
    if _COMPARES.search(asked):
        return False
    if not _COMPARED.search(asked) and any(_only_standard(asked, answer, t, quote) for t in _THAN.finditer(quote)):
        return True
    if any(stems(answer) <= stems(one) and _marks(asked) & _marks(other) - _marks(one) for one, other in _pairs(quote)):
        return True
    for one, other in permutations(map(stems, sides(quote)), 2):
        told = stems(answer) - other
        about = stems(asked) - stems(answer)
        if told and told <= one and len(about & (other - one)) > _CLEARLY * len(about & (one - other)):
            return True
    return False


def _pairs(quote: str) -> Iterator[tuple[str, str]]:
    return permutations(sides(quote), 2)


def _marks(text: str) -> set[str]:
    """What one thing of several is alone in: "most widespread", "the only", "longest", a name."""
    return {mark.casefold() for pattern in (_MARK, _NAME) for mark in pattern.findall(text)}


def told_aside(asked: str, answer: str, quote: str) -> bool:
    """Whether only a comparison in brackets gives the answer, and the question does not ask for what it compares."""
    for aside in _ASIDE.finditer(quote):
        rest = stems(f"{quote[: aside.start()]} {quote[aside.end() :]}")
        own = stems(aside[0]) - rest
        if stems(answer) & own and own - stems(answer) and own.isdisjoint(stems(asked) - stems(answer)):
            return True
    return False


def _only_standard(asked: str, answer: str, than: re.Match[str], quote: str) -> bool:
    """Whether the answer stands nowhere but in what something is compared with: "than …"."""
    rest = stems(f"{quote[: than.start()]} {quote[than.end() :]}")
    words = stems(answer) - stems(asked)
    return bool(words) and words <= stems(than[0]) and words.isdisjoint(rest)


def own_side(asked: str, answer: str, quote: str) -> str:
    """The side of the quote that gives the answer, where the question tells it from the other; else the quote."""
    for one, other in permutations(sides(quote), 2):
        mine, told = stems(one) - stems(other), stems(answer) - stems(other)
        if told and told <= mine and (stems(asked) - stems(answer)) & mine:
            return one
    return quote
