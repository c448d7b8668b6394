"""Gate: a fact that will perish carries its date in the question."""

import re

from mediaquiz.language.cues import cues
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Item, ItemType
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text, prompt
from mediaquiz.text import has_hangul

_PERISHES = re.compile(
    r"\b(?:currently(?! (?:\w+ing|__))|nowadays|today(?:'s)?|at present|right now|so far|recently"
    r"|recent (?:years|times|advances|developments|progress|work|stud(?:y|ies)|research|models?)|latest|newest"
    r"|cutting[- ]edge|most (?:popular|advanced|widely used)|most up[- ]to[- ]date|up[- ]to[- ]date (?:data|figures"
    r"|information|list|numbers|versions?)|this year|last year|these days"
    r"|state[- ]of[- ]the[- ]art|no longer"
    r"|as of (?:now|today|writing)|leads? (?:here|the field|the market)|the (?:largest|biggest|fastest"
    r"|best) \w+ (?:on the"
    r" market|in the world)|hardest remaining|still (?:cannot|can't|improving|developing)|yet to)\b|현재|최근"
    r"|요즘|최신",
    re.IGNORECASE,
)
_PERISHING = frozenset(
    "currently nowadays today present now far recently recent latest newest edge popular advanced widely date year days"
    " art longer writing here field market world remaining still yet".split()
)
"""Of these, one stands in whatever English ``_PERISHES`` finds."""
_SO_NO_LONGER = re.compile(r"\b(?:so that|until|because|if|when|once|you)\b[^,.;]* no longer\b", re.IGNORECASE)
"""What something leads to, or what somebody is done with, whatever the day."""
_CODE = re.compile(r"`[^`]*`")
_ONGOING = re.compile(r"\bincreasingly\b|\bnow\?$|\bmore and more\b|점점", re.IGNORECASE)
"""How things are moving while the lesson is written."""
_MONEY = re.compile(
    r"[$€£¥₩]\s?\d|\d\s?[$€£¥₩]|\b\d[\d.,]*(?: \w+)? (?:dollars?|euros?|pounds|cents?|yen|won)\b|\d ?(?:원|달러|유로)",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"\b(?:is|are|do|does|has|have)\b.*\?", re.IGNORECASE)
_NAMES = re.compile(r"\b(?:call|called|name|term|known|mean|means|stand|say|says)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had|did)\b")
_FORMULA = re.compile(r"\$[^$\s][^$]*\$(?!\d)")
_DIGIT = re.compile(r"\d")
_DATED = re.compile(r"\b(?:19|20)\d{2}\b")


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses undated questions on facts of the day; a date that only the source carries must be in the question."""
    if candidate.item.type is ItemType.PRACTICE:
        return None
    asked = prompt(candidate.item.content)
    if _DATED.search(asked):
        return None
    text = _CODE.sub("", f"{asked} {answer_text(candidate.item.content)}")
    if _perishes(_SO_NO_LONGER.sub("", text) if "no longer" in text.lower() else text):
        return "it is true only for a time and carries no date"
    answer = answer_text(candidate.item.content)
    if _DIGIT.search(answer) and _MONEY.search(_FORMULA.sub(" ", answer)):
        return "it asks for a sum of money, and sums change"
    quote = candidate.item.source.quote if candidate.item.source else ""
    if candidate.item.proposed and (_ONGOING.search(asked) or _made_current(asked, candidate.item)):
        return "it tells how things are moving today"
    if candidate.item.proposed and _DIGIT.search(answer) and _perishes(quote):
        return "its source counts what is true today"
    if candidate.item.proposed and _of_that_time(asked, quote):
        return "its source tells of a year, the question of today"
    if (
        len(quote) < 300
        and "as of" in quote.lower()
        and re.search(r"\bas of\b.{0,12}\b(?:19|20)\d{2}\b", quote, re.IGNORECASE)
    ):
        return "its source is dated, the question is not"
    return None


def _perishes(text: str) -> bool:
    return (has_hangul(text) or not _PERISHING.isdisjoint(cues(text))) and _PERISHES.search(text) is not None


def _of_that_time(asked: str, quote: str) -> bool:
    """Whether a dated past becomes a present that holds for good."""
    past = _DATED.search(quote) and _PAST.search(quote) and not re.search(r"\b(?:is|are)\b", quote)
    return bool(past and _PRESENT.search(asked) and not _PAST.search(asked) and not _NAMES.search(asked))


def _made_current(asked: str, item: Item) -> bool:
    """Whether the question alone, not its source, speaks of the current state of something."""
    said = item.source.quote if item.source else ""
    return " current " in asked.lower() and "current" not in said.lower()
